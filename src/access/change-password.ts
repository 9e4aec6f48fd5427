import { z } from 'zod'
import { defineChange } from '../changes/define-change.ts'
import { type ChangeRuntime, type Outcome, performChange } from '../changes/perform-change.ts'
import { updateAccount } from './account-store.ts'
import { INSTALLATION, ownerOfSession } from './actor-of-session.ts'
import { ownPasswordProblem } from './own-account-proof.ts'
import { hashPassword } from './password.ts'
import { passwordProblem } from './password-policy.ts'
import type { Session } from './session.ts'
import { endSessions, rotateSession } from './session-store.ts'
import { hashOfSecret, newSessionToken } from './session-token.ts'

export interface ChangePasswordInput {
  current: string
  next: string
  repeated: string
  address: string
  key: string
}

/**
 * Sets an own password. Every other session of the account ends; this one goes on under the token returned.
 * Neither password enters the log or the idempotency record: the change is given the argon2id hash only.
 */
export async function changePassword(
  runtime: ChangeRuntime,
  session: Session,
  input: ChangePasswordInput,
): Promise<Outcome<{ token: string }>> {
  const problem = passwordProblem(input.next, [session.login, session.displayName])
  if (problem) return { ok: false, errors: { next: problem } }
  if (input.next !== input.repeated) return { ok: false, errors: { repeated: 'access/passwords-differ' } }
  if (input.next === input.current) return { ok: false, errors: { next: 'access/password-unchanged' } }
  const refused = await ownPasswordProblem(runtime, session, input.current, input.address)
  if (refused) return { ok: false, errors: { current: refused } }
  const token = newSessionToken()
  const change = storePassword(session, await hashPassword(input.next), hashOfSecret(token))
  const outcome = await performChange(runtime, change, {
    actor: ownerOfSession(session),
    authorityId: INSTALLATION,
    input: {},
    key: input.key,
  })
  return outcome.ok ? { ...outcome, value: { token } } : outcome
}

function storePassword(session: Session, passwordHash: string, tokenHash: string) {
  return defineChange({
    name: 'account/change-password',
    permission: 'account:own',
    input: z.object({}),
    async run({ db, now, record }) {
      await updateAccount(db, session.accountId, { passwordHash, mustChangePassword: false })
      await rotateSession(db, session.id, tokenHash)
      const ended = await endSessions(db, session.accountId, { now, reason: 'password', except: session.id })
      record({ subjectKind: 'account', subjectId: session.accountId, after: { otherSessionsEnded: ended } })
    },
  })
}
