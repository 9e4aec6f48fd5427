import { createHash, createHmac, randomBytes } from 'node:crypto'

/** Crockford's letters: none of them is taken for another when it is read aloud or typed by hand. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const TOKEN = /^[\w-]{27}$/

/** A secret for an address: 160 bits, 27 letters. */
export function newSecretToken(): string {
  return randomBytes(20).toString('base64url')
}

/** Whether something has the shape of a secret of ours; anything else need not be looked up. */
export function isSecretToken(text: string): boolean {
  return TOKEN.test(text)
}

/** Another secret that follows from one, for one purpose; the first cannot be found from it. */
export function derivedToken(secret: string, purpose: string): string {
  return createHmac('sha256', secret).update(purpose).digest().subarray(0, 20).toString('base64url')
}

/** A secret short enough to type: 60 bits as `K7QF-9MXA-2TBD`, which follows from a longer one. */
export function derivedCode(secret: string, purpose: string): string {
  const bytes = createHmac('sha256', secret).update(purpose).digest()
  const letters = Array.from({ length: 12 }, (_, at) => LETTERS[bytes[at]! % 32]).join('')
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}

/** A code as it was meant: without spaces and hyphens, O for 0, I and L for 1. Null when it cannot be one. */
export function readTypedCode(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(letters) ? letters.replace(/(.{4})(?=.)/g, '$1-') : null
}

/** What is stored of a secret and what it is looked up by. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(`token:${token}`).digest('hex')
}

/** What is stored of a short code to type. */
export function hashOfCode(code: string): string {
  return hashOfToken(`code ${code}`)
}
