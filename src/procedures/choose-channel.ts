import type { MailChannel } from '../mail/outbox-message.ts'

interface Contacts {
  email: string | null
  phone: string | null
  address: string
}

/**
 * By which way somebody is reached: e-mail first, then a text message where the installation can send any, then a
 * printed letter. Null: there is no way. A mail waits for a mail server that is not set up yet.
 */
export function chooseChannel(
  { email, phone, address }: Contacts,
  channels: readonly MailChannel[],
  mayPrint: boolean,
): { channel: MailChannel; address: string } | null {
  const mail = email?.trim() ?? ''
  if (/^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+\.[^\s@.<>(),;:"[\]\\]+$/.test(mail))
    return { channel: 'email', address: mail }
  const digits = (phone ?? '').replace(/[\s.()-]/g, '')
  if (/^(\+84|84|0)[35789]\d{8}$/.test(digits)) {
    const channel = (['zalo', 'sms'] as const).find((one) => channels.includes(one))
    if (channel) return { channel, address: digits.replace(/^(\+?84|0)/, '+84') }
  }
  return mayPrint && address.trim() !== '' ? { channel: 'letter', address: address.trim() } : null
}
