const SIGNS = /^[23456789ABCDEFGHJKMNPQRSTVWXYZ]{8}$/

/** The address behind the QR code of an invitation, below the program's own. */
export function invitationPath(code: string): string {
  return `/giay-moi/${code}`
}

/** As it is printed and read out: `K7MQ 24XA`. */
export function writtenInvitationCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`
}

/**
 * The code in what was typed or scanned at the door: alone, with spaces or dashes, in small letters, or as the address that
 * a scanner types. Null when there is none in it.
 */
export function readInvitationCode(text: string): string | null {
  const last = text.trim().split('/').at(-1) ?? ''
  const code = last.replace(/[\s-]/g, '').toUpperCase()
  return SIGNS.test(code) ? code : null
}
