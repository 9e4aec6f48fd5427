import { createHash } from 'node:crypto'

/** A telephone number or mail address as it is compared: `+84 912 345 678` and `0912.345.678` are one. Null for neither. */
export function comparedContact(typed: string): string | null {
  const text = typed.trim().toLowerCase()
  if (/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text)) return text
  const digits = text.replace(/[\s.()-]/g, '').replace(/^(\+|00)84/, '0')
  return /^0\d{8,10}$/.test(digits) ? digits : null
}

/** What is kept where a contact is only counted once for one thing; not the contact itself. */
export function contactHash(thing: string, contact: string): string {
  return createHash('sha256')
    .update(`contact of ${thing}: ${comparedContact(contact) ?? contact}`)
    .digest('hex')
}
