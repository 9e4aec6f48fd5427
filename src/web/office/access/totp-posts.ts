import { INSTALLATION, ownerOfSession } from '../../../access/actor-of-session.ts'
import { beginTotp } from '../../../access/begin-totp.ts'
import { confirmTotp, renewRecoveryCodes } from '../../../access/confirm-totp.ts'
import { ownPasswordProblem } from '../../../access/own-account-proof.ts'
import { type Session, stageOf } from '../../../access/session.ts'
import { performChange } from '../../../changes/perform-change.ts'
import { inputSentence } from '../../words/rule-sentence.ts'
import type { GateReply, GateRequest } from '../office-route.ts'
import { sessionAt, toNextStage } from './gate-page.tsx'
import { keyOf, outcomeForm, textOf } from './outcome-form.ts'
import { recoveryCodesPage, TOTP_PAGE, totpPage } from './totp-page.tsx'

const STAGES = ['enrolSecondFactor', 'membership', 'ready'] as const

/** GET /tai-khoan/xac-thuc */
export async function showTotp(request: GateRequest): Promise<GateReply> {
  const session = sessionAt(request, ...STAGES)
  return session ? totpPage(request, session) : toNextStage
}

/** POST /tai-khoan/xac-thuc/bat-dau */
export async function postBeginTotp(request: GateRequest): Promise<GateReply> {
  const session = sessionAt(request, ...STAGES)
  if (!session) return toNextStage
  const refused = stageOf(session) === 'enrolSecondFactor' ? null : await askPassword(request, session)
  if (refused) return refused
  const actor = ownerOfSession(session)
  const change = { actor, authorityId: INSTALLATION, input: {}, key: keyOf(request.form) }
  await performChange(request.runtime, beginTotp, change)
  return { kind: 'redirect', to: TOTP_PAGE }
}

/** POST /tai-khoan/xac-thuc/xac-nhan */
export async function postConfirmTotp(request: GateRequest): Promise<GateReply> {
  const session = sessionAt(request, ...STAGES)
  if (!session) return toNextStage
  const input = { code: request.form['code'], key: keyOf(request.form) }
  const outcome = await outcomeForm(request.lang, () => confirmTotp(request.runtime, session, input))
  if (!outcome.ok) return totpPage(request, session, outcome)
  return recoveryCodesPage(request, outcome.value.recoveryCodes, outcome.value.token)
}

/** POST /tai-khoan/xac-thuc/ma-khoi-phuc */
export async function postRenewCodes(request: GateRequest): Promise<GateReply> {
  const session = sessionAt(request, 'membership', 'ready')
  if (!session) return toNextStage
  const refused = await askPassword(request, session)
  if (refused) return refused
  const outcome = await outcomeForm(request.lang, () =>
    renewRecoveryCodes(request.runtime, session, keyOf(request.form)),
  )
  return outcome.ok ? recoveryCodesPage(request, outcome.value.recoveryCodes) : totpPage(request, session, outcome)
}

async function askPassword(request: GateRequest, session: Session): Promise<GateReply | null> {
  const problem = await ownPasswordProblem(request.runtime, session, textOf(request.form, 'password'), request.address)
  if (problem === null) return null
  return totpPage(request, session, { errors: { password: inputSentence(request.lang, problem) }, status: 422 })
}
