import { citizenActor } from '../../../access/citizen-permissions.ts'
import { performChange } from '../../../changes/perform-change.ts'
import type { HoldCause } from '../../../petitions/intake-reasons-forms.ts'
import { comparedContact } from '../../../platform/contact-text.ts'
import { BrokenRule } from '../../../platform/errors.ts'
import { derivedCode, derivedToken, hashOfCode, hashOfToken } from '../../../platform/secret-token.ts'
import { raisePetition } from '../../../procedures/raise-petition.ts'
import { deleteDraft, markDraftSent } from '../../../reception/portal-draft-store.ts'
import { knownShut } from '../../../reception/portal-limit.ts'
import { isWorkDone } from '../../../reception/portal-work.ts'
import { inTurn } from '../../../reception/raise-turns.ts'
import { dataNotice } from '../../words/data-notice-words.ts'
import { inputSentence, ruleSentence } from '../../words/rule-sentence.ts'
import { requirePassage, TooMany } from '../portal-passage.ts'
import type { PortalReply, PortalRequest } from '../portal-route.ts'
import { draftGonePage } from './draft-gone-page.tsx'
import { findRaiseDraft, type OpenedDraft } from './raise-draft.ts'
import { reviewPage } from './raise-review-page.tsx'
import { firstWrong, RAISE, stepAddress } from './raise-steps.ts'
import { receiptAddress } from './receipt-page.tsx'

/** When too many send to one authority at the same moment. */
const AGAIN_SECONDS = 10

/** Nobody reads, writes and sends within this time. */
const SHORTEST_MS = 4000

/** POST /gui-kien-nghi/:draft/xem-lai: sends it, or deletes the draft. */
export async function postReview(request: PortalRequest): Promise<PortalReply> {
  const { form, db, authority } = request
  refuseIfShut(request)
  const opened = await findRaiseDraft(request)
  if (opened === null || opened === 'sent') return draftGonePage(request, opened === 'sent')
  const { secret, draft } = opened
  if (form['forget'] === 'yes') {
    await deleteDraft(db, authority.id, hashOfToken(secret))
    return { kind: 'redirect', to: request.link(RAISE) }
  }
  const wrong = firstWrong(draft)
  if (wrong) return { kind: 'redirect', to: request.link(stepAddress(secret, wrong)) }
  if (form['agree'] === undefined)
    return reviewPage(request, opened, { agree: inputSentence(request.lang, 'agreeNeeded') })
  const why = await suspicions(request, opened)
  try {
    const outcome = await inTurn(authority.id, () =>
      performChange(request.runtime, raisePetition, {
        actor: citizenActor(authority.id),
        authorityId: authority.id,
        input: { ...inputOf(request, opened), why },
        key: `raise ${hashOfToken(secret).slice(0, 40)}`,
      }),
    )
    if (outcome === false) throw new TooMany(AGAIN_SECONDS)
    if (!outcome.ok) {
      const said = Object.entries(outcome.errors).map(([field, code]) => [field, inputSentence(request.lang, code)])
      return reviewPage(request, opened, Object.fromEntries(said))
    }
  } catch (error) {
    // sent a moment ago by the same form, with another suspicion: what counts is there already
    if (error instanceof BrokenRule && error.code === 'form/key-reused')
      return { kind: 'redirect', to: request.link(receiptAddress(secret)) }
    if (!(error instanceof BrokenRule)) throw error
    return reviewPage(request, opened, { '': ruleSentence(request.lang, error.code, error.params) })
  }
  await markDraftSent(db, authority.id, hashOfToken(secret), request.now)
  return { kind: 'redirect', to: request.link(receiptAddress(secret)) }
}

function inputOf(request: PortalRequest, { secret, draft }: OpenedDraft) {
  const token = derivedToken(secret, 'receipt')
  const { version, lang, text } = dataNotice(request.lang, request.authority.name)
  const { way: _way, files, dialogueId, petitionerKind, representative, headcount, ...typed } = draft
  const several = petitionerKind !== 'person'
  return {
    ...typed,
    petitionerKind,
    representative: several ? representative : '',
    headcount: petitionerKind === 'group' ? headcount : '',
    dialogueId,
    uploads: files,
    notice: { version, lang, text },
    tokenHash: hashOfToken(token),
    codeHash: hashOfCode(derivedCode(token, 'code')),
  }
}

/** What this process knows to be shut it answers before anything is looked up. */
function refuseIfShut(request: PortalRequest): void {
  const { id } = request.authority
  const seconds = knownShut([{ limit: 'send to authority', of: String(id) }], request.now)
  if (seconds !== null) throw new TooMany(seconds)
}

/** Why it should be looked at first. Beyond the hard limits it throws. */
async function suspicions(request: PortalRequest, { secret, draft, createdAt }: OpenedDraft): Promise<HoldCause[]> {
  const contact = comparedContact(draft.phone) ?? comparedContact(draft.email)
  const { id } = request.authority
  const over = await requirePassage(request, [
    { limit: 'send by address', of: request.clientAddress },
    { limit: 'send to authority', of: String(id) },
    ...(contact ? [{ limit: 'send by contact' as const, of: `${id} ${contact}` }] : []),
  ])
  const { website, work } = request.form
  const why: HoldCause[] = []
  if (over.includes('send by address') || over.includes('send by contact')) why.push('tooMany')
  if (request.now.getTime() - createdAt.getTime() < SHORTEST_MS) why.push('tooFast')
  if (typeof website === 'string' && website !== '') why.push('hiddenField')
  // where script exists and worked for it, one may pass even now
  if (over.includes('send to authority') && !isWorkDone(hashOfToken(`work ${secret}`), work)) why.push('flood')
  return why
}
