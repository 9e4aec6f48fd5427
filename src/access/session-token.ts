import { createHash, randomBytes } from 'node:crypto'

/** A new opaque token of 256 bits; it goes to the browser, never into the database. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a token or another long random secret: its SHA-256. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
