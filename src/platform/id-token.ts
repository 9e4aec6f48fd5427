import { timingSafeEqual } from 'node:crypto'
import { deriveSecret, type InstallationKey } from './installation-key.ts'

/** What a token opens: a purpose, the id of a thing, and the nonce stored with it (a new nonce ends old tokens). */
export interface TokenOf {
  purpose: string
  authorityId: number
  id: number
  nonce: string
}

const SHAPE = /^([0-9a-z]{1,10})-([\w-]{27})$/

/** The text of the token: the id, then a MAC that only the installation's key can make. Nothing of it is stored. */
export function idToken(key: InstallationKey, of: TokenOf): string {
  return `${of.id.toString(36)}-${deriveSecret(key, of.purpose, [of.authorityId, of.id, of.nonce])}`
}

/** Whose token it claims to be; null for what has not the shape of one. */
export function readIdToken(token: string): { id: number } | null {
  const id = Number.parseInt(SHAPE.exec(token)?.[1] ?? '', 36)
  return Number.isSafeInteger(id) && id > 0 ? { id } : null
}

/** Whether the token is the right one. `of` null (no such thing): false after the same work. */
export function isIdToken(key: InstallationKey, of: TokenOf | null, token: string): boolean {
  const right = idToken(key, of ?? { purpose: 'nothing', authorityId: 0, id: 1, nonce: '' })
  const sent = Buffer.alloc(right.length)
  sent.write(token.slice(0, right.length))
  const same = timingSafeEqual(sent, Buffer.from(right)) && token.length === right.length
  return same && of !== null
}
