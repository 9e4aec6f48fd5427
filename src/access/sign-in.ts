import { appendToLog } from '../changes/change-log-store.ts'
import type { ChangeRuntime } from '../changes/perform-change.ts'
import { findAccountByLogin } from './account-store.ts'
import { INSTALLATION, ownerOfSession } from './actor-of-session.ts'
import { verifyNobody, verifyPassword } from './password.ts'
import { insertSession } from './session-store.ts'
import { hashOfSecret, newSessionToken } from './session-token.ts'
import { markAttemptSucceeded } from './sign-in-attempt-store.ts'
import { logExhausted, takeTry } from './sign-in-limit.ts'

export interface SignInInput {
  login: string
  password: string
  /** where the request comes from, as the server knows it */
  address: string
  userAgent: string | null
}

/** `refused` is the same for an unknown login, a wrong password and a disabled account. */
export type SignInAnswer = { outcome: 'signedIn'; token: string } | { outcome: 'refused' } | { outcome: 'tooMany' }

type FoundAccount = NonNullable<Awaited<ReturnType<typeof findAccountByLogin>>>

/**
 * Checks login and password and opens a session with a new token. A second factor, if there is one, is asked for
 * afterwards: see `stageOf`. Success is written to the log of the installation with the failures before it.
 */
export async function signIn(runtime: ChangeRuntime, input: SignInInput): Promise<SignInAnswer> {
  const now = runtime.clock.now()
  const login = input.login.normalize('NFC').trim().slice(0, 200)
  const password = input.password.slice(0, 1000)
  const allowance = await takeTry(runtime.db, `login:${login.toLowerCase()}`, input.address, now)
  if (!allowance.allowed) return { outcome: 'tooMany' }
  const account = await findAccountByLogin(runtime.db, login)
  const right = account ? await verifyPassword(password, account.passwordHash) : await verifyNobody(password)
  if (!account || !right || account.disabledAt !== null) {
    if (allowance.last) await logExhausted(runtime, 'sign-in', account?.id ?? null)
    return { outcome: 'refused' }
  }
  return { outcome: 'signedIn', token: await openSession(runtime, account, allowance, input) }
}

async function openSession(
  runtime: ChangeRuntime,
  account: FoundAccount,
  allowance: { attemptId: number; key: { loginHash: string; address: string } },
  input: SignInInput,
): Promise<string> {
  const now = runtime.clock.now()
  const token = newSessionToken()
  await runtime.db.transaction().execute(async (db) => {
    const failuresBefore = await markAttemptSucceeded(db, allowance.attemptId, allowance.key)
    const sessionId = await insertSession(db, {
      tokenHash: hashOfSecret(token),
      accountId: account.id,
      now,
      userAgent: input.userAgent,
      address: input.address,
    })
    const actor = ownerOfSession({ accountId: account.id, displayName: account.displayName })
    await appendToLog(db, { authorityId: INSTALLATION, at: now, actor, requestKey: null }, [
      {
        action: 'session/sign-in',
        subjectKind: 'account',
        subjectId: account.id,
        after: { sessionId, failuresBefore, address: input.address },
        personal: ['address'],
      },
    ])
  })
  return token
}
