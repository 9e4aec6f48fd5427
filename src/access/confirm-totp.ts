import { z } from 'zod'
import { defineChange } from '../changes/define-change.ts'
import { type ChangeRuntime, type Outcome, performChange } from '../changes/perform-change.ts'
import { BrokenRule, InputRejected } from '../platform/errors.ts'
import { text } from '../platform/form-fields.ts'
import { findAccount, updateAccount } from './account-store.ts'
import { INSTALLATION, ownerOfSession } from './actor-of-session.ts'
import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-codes.ts'
import type { Session } from './session.ts'
import { endSessions, rotateSession } from './session-store.ts'
import { hashOfSecret, newSessionToken } from './session-token.ts'
import { verifyTotp } from './totp.ts'

export interface ConfirmedTotp {
  token: string
  /** shown once, to print */
  recoveryCodes: string[]
}

/** The telephone proves its secret; the account has a second factor from now on. Sessions elsewhere end. */
export async function confirmTotp(
  runtime: ChangeRuntime,
  session: Session,
  input: { code: unknown; key: string },
): Promise<Outcome<ConfirmedTotp>> {
  const recoveryCodes = newRecoveryCodes()
  const token = newSessionToken()
  const change = storeTotp(session, hashesOf(recoveryCodes), hashOfSecret(token))
  const outcome = await performChange(runtime, change, ownRequest(session, { code: input.code }, input.key))
  // the codes of a repeated post are not those that were stored
  if (outcome.ok && outcome.repeated) throw new BrokenRule('access/codes-shown-once')
  return outcome.ok ? { ...outcome, value: { token, recoveryCodes } } : outcome
}

function storeTotp(session: Session, recoveryCodeHashes: string[], tokenHash: string) {
  return defineChange({
    name: 'account/confirm-totp',
    permission: 'account:own',
    input: z.object({ code: text(20) }),
    async run({ db, now, record }, { code }) {
      const account = await findAccount(db, session.accountId, true)
      const secret = account?.totpPendingSecret
      if (!secret) throw new BrokenRule('access/no-pending-totp')
      const step = verifyTotp(secret, code, now, null)
      if (step === null) throw new InputRejected({ code: 'access/wrong-code' })
      const fields = { totpSecret: secret, totpPendingSecret: null, totpConfirmedAt: now, totpLastStep: step }
      await updateAccount(db, session.accountId, { ...fields, recoveryCodeHashes })
      await rotateSession(db, session.id, tokenHash, { secondFactorAt: now })
      const ended = await endSessions(db, session.accountId, { now, reason: 'secondFactor', except: session.id })
      record({ subjectKind: 'account', subjectId: session.accountId, after: { otherSessionsEnded: ended } })
    },
  })
}

/** New recovery codes in place of the old ones, which end. */
export async function renewRecoveryCodes(
  runtime: ChangeRuntime,
  session: Session,
  key: string,
): Promise<Outcome<{ recoveryCodes: string[] }>> {
  const recoveryCodes = newRecoveryCodes()
  const change = defineChange({
    name: 'account/renew-recovery-codes',
    permission: 'account:own',
    input: z.object({}),
    async run({ db, record }) {
      const account = await findAccount(db, session.accountId, true)
      if (!account?.totpConfirmedAt) throw new BrokenRule('access/no-second-factor')
      await updateAccount(db, session.accountId, { recoveryCodeHashes: hashesOf(recoveryCodes) })
      record({ subjectKind: 'account', subjectId: session.accountId })
    },
  })
  const outcome = await performChange(runtime, change, ownRequest(session, {}, key))
  if (outcome.ok && outcome.repeated) throw new BrokenRule('access/codes-shown-once')
  return outcome.ok ? { ...outcome, value: { recoveryCodes } } : outcome
}

function hashesOf(codes: readonly string[]): string[] {
  return codes.map((code) => hashOfRecoveryCode(code)).filter((hash) => hash !== null)
}

function ownRequest(session: Session, input: unknown, key: string) {
  return { actor: ownerOfSession(session), authorityId: INSTALLATION, input, key }
}
