import { timingSafeEqual } from 'node:crypto'
import type { ChangeRuntime } from '../changes/perform-change.ts'
import { BrokenRule } from '../platform/errors.ts'
import { newRecoveryCodes } from './recovery-codes.ts'
import { hashOfSecret } from './session-token.ts'
import { markAttemptSucceeded } from './sign-in-attempt-store.ts'
import { logExhausted, takeTry } from './sign-in-limit.ts'

/**
 * The code that opens the first set-up, for who starts the program and sees its console, and nobody else that reaches the
 * address first. The program keeps its hash alone; every start of an empty installation makes another.
 */
export function newSetUpCode(): { code: string; hash: string } {
  const code = newRecoveryCodes()[0]!
  return { code, hash: hashOfSetUpCode(code) }
}

/** What is kept of a code, whether typed with or without hyphens, in capitals or not. */
export function hashOfSetUpCode(typed: string): string {
  return hashOfSecret(`set-up:${typed.toUpperCase().replace(/[^A-Z0-9]/g, '')}`)
}

export interface TypedSetUpCode {
  typed: string
  /** hash of the code printed at the start; null: none was, nothing opens */
  hash: string | null
  /** where the request comes from */
  address: string
}

/**
 * The code of an error beside the field, or null when the code is right. Wrong ones are limited as wrong passwords are
 * (ten an hour); throws `access/too-many-tries`. Tries are counted per code, so that who is locked out by strangers starts
 * the program anew.
 */
export async function checkSetUpCode(runtime: ChangeRuntime, code: TypedSetUpCode): Promise<string | null> {
  const hash = code.hash ?? ''
  const allowance = await takeTry(runtime.db, `set-up:${hash}`, code.address, runtime.clock.now())
  if (!allowance.allowed) throw new BrokenRule('access/too-many-tries')
  const right = code.hash !== null && timingSafeEqual(Buffer.from(hashOfSetUpCode(code.typed)), Buffer.from(hash))
  if (!right) {
    if (allowance.last) await logExhausted(runtime, 'set-up', null)
    return 'access/wrong-set-up-code'
  }
  await markAttemptSucceeded(runtime.db, allowance.attemptId, allowance.key)
  return null
}
