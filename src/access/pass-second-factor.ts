import { appendToLog } from '../changes/change-log-store.ts'
import type { ChangeRuntime } from '../changes/perform-change.ts'
import type { Db } from '../platform/db/connection.ts'
import { claimRecoveryCode, claimTotpStep, findAccount } from './account-store.ts'
import { INSTALLATION, ownerOfSession } from './actor-of-session.ts'
import { hashOfRecoveryCode } from './recovery-codes.ts'
import type { Session } from './session.ts'
import { rotateSession } from './session-store.ts'
import { hashOfSecret, newSessionToken } from './session-token.ts'
import { markAttemptSucceeded } from './sign-in-attempt-store.ts'
import { logExhausted, takeTry } from './sign-in-limit.ts'
import { verifyTotp } from './totp.ts'

export type SecondFactorAnswer =
  | { outcome: 'passed'; token: string; recoveryCodesLeft: number | null }
  | { outcome: 'refused' }
  | { outcome: 'tooMany' }

/** Takes a code of the telephone or a printed recovery code, each once; the session goes on under a new token. */
export async function passSecondFactor(
  runtime: ChangeRuntime,
  session: Session,
  typed: string,
  address: string,
): Promise<SecondFactorAnswer> {
  const now = runtime.clock.now()
  const allowance = await takeTry(runtime.db, `totp:${session.accountId}`, address, now)
  if (!allowance.allowed) return { outcome: 'tooMany' }
  const token = newSessionToken()
  const used = await runtime.db.transaction().execute(async (db) => {
    const claimed = await claimCode(db, session.accountId, typed.slice(0, 100), now)
    if (claimed === null) return null
    await rotateSession(db, session.id, hashOfSecret(token), { secondFactorAt: now })
    const failuresBefore = await markAttemptSucceeded(db, allowance.attemptId, allowance.key)
    const header = { authorityId: INSTALLATION, at: now, actor: ownerOfSession(session), requestKey: null }
    const after = { sessionId: session.id, by: claimed.by, recoveryCodesLeft: claimed.left, failuresBefore }
    await appendToLog(db, header, [
      { action: 'session/pass-second-factor', subjectKind: 'account', subjectId: session.accountId, after },
    ])
    return claimed
  })
  if (used) return { outcome: 'passed', token, recoveryCodesLeft: used.left }
  if (allowance.last) await logExhausted(runtime, 'second-factor', session.accountId)
  return { outcome: 'refused' }
}

async function claimCode(db: Db, accountId: number, typed: string, now: Date) {
  const account = await findAccount(db, accountId)
  if (!account?.totpSecret || account.totpConfirmedAt === null) return null
  const step = verifyTotp(account.totpSecret, typed, now, account.totpLastStep)
  if (step !== null) return (await claimTotpStep(db, accountId, step)) ? { by: 'totp', left: null } : null
  const codeHash = hashOfRecoveryCode(typed)
  if (codeHash === null) return null
  const left = await claimRecoveryCode(db, accountId, codeHash)
  return left === null ? null : { by: 'recoveryCode', left }
}
