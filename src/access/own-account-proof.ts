import type { ChangeRuntime } from '../changes/perform-change.ts'
import { findAccount } from './account-store.ts'
import { verifyPassword } from './password.ts'
import type { Session } from './session.ts'
import { markAttemptSucceeded } from './sign-in-attempt-store.ts'
import { logExhausted, takeTry } from './sign-in-limit.ts'

/**
 * Asks for the password again before something that outlives the session. Null when it is right, else the code of the
 * sentence to show. Tries are limited like those of signing in.
 */
export async function ownPasswordProblem(
  runtime: ChangeRuntime,
  session: Session,
  password: string,
  address: string,
): Promise<string | null> {
  const allowance = await takeTry(runtime.db, `password:${session.accountId}`, address, runtime.clock.now())
  if (!allowance.allowed) return 'access/too-many-tries'
  const account = await findAccount(runtime.db, session.accountId)
  if (account && (await verifyPassword(password.slice(0, 1000), account.passwordHash))) {
    await markAttemptSucceeded(runtime.db, allowance.attemptId, allowance.key)
    return null
  }
  if (allowance.last) await logExhausted(runtime, 'password', session.accountId)
  return 'access/wrong-password'
}
