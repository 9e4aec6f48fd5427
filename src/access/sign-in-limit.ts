import { appendToLog } from '../changes/change-log-store.ts'
import type { ChangeRuntime } from '../changes/perform-change.ts'
import { programActor } from '../changes/program-actor.ts'
import type { Db } from '../platform/db/connection.ts'
import { INSTALLATION } from './actor-of-session.ts'
import { hashOfSecret } from './session-token.ts'
import {
  type AttemptCounts,
  type AttemptKey,
  countAttempts,
  deleteAttemptsBefore,
  insertAttempt,
  lockAttempts,
} from './sign-in-attempt-store.ts'

const HOUR_MS = 3_600_000
const TRIES_PER_HOUR = 10
/** A whole office may stand behind one address. */
const TRIES_OF_ADDRESS_PER_HOUR = 100
const ADDRESS_REMEMBERED_MS = 90 * 24 * HOUR_MS

/** `last`: if this one fails too, there is none left. */
export type Allowance = { allowed: true; last: boolean; attemptId: number; key: AttemptKey } | { allowed: false }

/**
 * Ten tries per account and hour. Strangers share one budget however many addresses they use; an address from which
 * the account has signed in before has a budget of its own, so that no stranger locks anybody out of their office.
 * Unknown logins are counted the same way: the answer does not tell which exist.
 */
export async function takeTry(db: Db, subject: string, address: string, now: Date): Promise<Allowance> {
  const key = { loginHash: hashOfSecret(subject), address }
  return db.transaction().execute(async (transaction) => {
    await lockAttempts(transaction, key.loginHash)
    const counts = await countAttempts(transaction, key, ago(now, HOUR_MS), ago(now, ADDRESS_REMEMBERED_MS))
    if (isExhausted(counts)) return { allowed: false }
    const last = (counts.known ? counts.fromHere : counts.fromStrangers) === TRIES_PER_HOUR - 1
    return { allowed: true, last, attemptId: await insertAttempt(transaction, key, now), key }
  })
}

function isExhausted(counts: AttemptCounts): boolean {
  if (counts.known) return counts.fromHere >= TRIES_PER_HOUR
  return counts.fromStrangers >= TRIES_PER_HOUR || counts.ofAddress >= TRIES_OF_ADDRESS_PER_HOUR
}

/** Tries older than an address is remembered serve nothing any more; deleted every night. */
export async function forgetOldTries(db: Db, now: Date): Promise<void> {
  await deleteAttemptsBefore(db, ago(now, ADDRESS_REMEMBERED_MS))
}

/** Leaves a trace of tries that ran out, once an hour and account; of an unknown login only that it happened. */
export async function logExhausted(runtime: ChangeRuntime, of: string, accountId: number | null): Promise<void> {
  const at = runtime.clock.now()
  const actor = programActor(INSTALLATION)
  await runtime.db.transaction().execute((db) =>
    appendToLog(db, { authorityId: INSTALLATION, at, actor, requestKey: null }, [
      {
        action: 'session/tries-exhausted',
        subjectKind: 'account',
        subjectId: accountId,
        after: { of, failures: TRIES_PER_HOUR },
      },
    ]),
  )
}

const ago = (now: Date, ms: number) => new Date(now.getTime() - ms)
