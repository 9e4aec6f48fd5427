import { randomInt } from 'node:crypto'
import { hashOfSecret } from './session-token.ts'

/** No letters and digits that are mistaken for each other on paper. */
const SIGNS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
const CODES = 10
const GROUPS = 4
const GROUP_LENGTH = 4

/** Ten codes of about 78 bits to print and keep in the drawer; each opens the account once without the telephone. */
export function newRecoveryCodes(): string[] {
  const group = () => Array.from({ length: GROUP_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('')
  return Array.from({ length: CODES }, () => Array.from({ length: GROUPS }, group).join('-'))
}

/** What is stored of a code, whether typed with or without hyphens, in capitals or not. Null when it cannot be one. */
export function hashOfRecoveryCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return code.length === GROUPS * GROUP_LENGTH ? hashOfSecret(`recovery:${code}`) : null
}

/** A password to hand over on paper: easy to type, to be changed at first sign-in. */
export function newTemporaryPassword(): string {
  return newRecoveryCodes()[0]!.toLowerCase()
}
