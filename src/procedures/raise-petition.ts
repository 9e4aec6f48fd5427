import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { attachUpload } from '../documents/attachment-store.ts'
import { SAME_TEXT, textHash } from '../petitions/intake-hold.ts'
import { countSameText, insertHold } from '../petitions/intake-hold-store.ts'
import { HOLD_CAUSES, type HoldCause } from '../petitions/intake-reasons-forms.ts'
import { type RaiseInput, raiseForm } from '../petitions/raise-forms.ts'
import type { ReceiveSubmissionInput } from '../petitions/submission-forms.ts'
import { giveReceipt, keepConsent } from '../petitions/submission-receipt.ts'
import { enterSubmission, openPetitions, PORTAL } from '../petitions/take-submission.ts'
import { findIntakeSetting } from '../reception/intake-setting-store.ts'
import { findCollectingDialogue } from './collecting-dialogue-store.ts'
import { openReceiptClocks } from './refresh-deadlines.ts'
import { tellPetitioner } from './tell-petitioner.ts'

const DAY_MS = 86_400_000

/**
 * Somebody raises something through the Portal: received at once, each content with its code, or, when there is a reason
 * to look at it first, kept whole with its receipt until the office has. Nothing is ever turned away unread.
 */
export const raisePetition = defineChange({
  name: 'petition/raise',
  permission: 'petition:raise',
  input: raiseForm,
  async run(context, input): Promise<{ submissionId: number; held: boolean }> {
    const { db, authorityId } = context
    requireRule((await findIntakeSetting(db, authorityId)).open, 'intake/closed')
    const submission = await asSubmission(context, input)
    const entered = await enterSubmission(context, submission)
    const { submissionId } = entered
    const { notice, contents, tokenHash, codeHash } = input
    const why = await whyHeld(context, input)
    await giveReceipt(context, { submissionId, contents, text: submission.text, tokenHash, codeHash })
    await keepConsent(
      context,
      { subjectKind: 'submission', subjectId: submissionId },
      notice,
      input.consentToPublishName,
    )
    const rows = contents.map((content) => ({ content, kind: 'request' as const, subjectArea: null }))
    if (why.length > 0) {
      await hold(context, submissionId, contents, why)
      await attach(context, 'submission', [submissionId], input.uploads)
      return { submissionId, held: true }
    }
    const petitionIds = await openPetitions(context, submission, entered, rows)
    await attach(context, 'petition', petitionIds, input.uploads)
    await openReceiptClocks(context, submission.dialogueId, petitionIds)
    await tellPetitioner(context, 'received', petitionIds)
    return { submissionId, held: false }
  },
})

/** What came through the Portal as any other channel's submission; raised for the dialogue that collects now. */
async function asSubmission(context: ChangeContext, input: RaiseInput): Promise<ReceiveSubmissionInput> {
  const collecting = await findCollectingDialogue(context.db, context.authorityId, context.today, input.dialogueId)
  return {
    dialogueId: collecting?.id ?? null,
    receivedOn: context.today,
    channel: PORTAL,
    raised: 'before',
    petitionerId: null,
    petitionerKind: input.petitionerKind,
    petitionerName: input.petitionerName,
    representative: input.representative,
    headcount: input.headcount,
    phone: input.phone,
    email: input.email,
    address: '',
    villageAgencyId: input.villageAgencyId,
    text: input.contents.join('\n\n'),
    contents: input.contents,
    kinds: [],
    subjectAreas: [],
    consentToPublishName: input.consentToPublishName,
    confidential: input.confidential,
    readerIds: [],
    confidentialReason: input.confidential ? 'Người gửi đề nghị giữ kín.' : '',
    writtenBy: input.writtenBy,
    interpreterNeeded: input.interpreterNeeded,
    forwardedByAgencyId: null,
    accusedAgencyId: null,
    accusedAccountId: null,
  }
}

async function whyHeld(context: ChangeContext, input: RaiseInput): Promise<HoldCause[]> {
  const since = new Date(context.now.getTime() - SAME_TEXT.days * DAY_MS)
  const same = await countSameText(context.db, context.authorityId, textHash(input.contents), since)
  const why = new Set<HoldCause>(input.why)
  if (same >= SAME_TEXT.most) why.add('sameText')
  return HOLD_CAUSES.filter((cause) => why.has(cause))
}

async function hold(context: ChangeContext, submissionId: number, contents: readonly string[], why: HoldCause[]) {
  await insertHold(context.db, {
    authorityId: context.authorityId,
    submissionId,
    why,
    contents: JSON.stringify(contents.map((content) => ({ content }))),
    textHash: textHash(contents),
  })
  context.record({ subjectKind: 'submission', subjectId: submissionId, action: 'intake/hold', after: { why } })
}

async function attach(
  context: ChangeContext,
  subjectKind: 'submission' | 'petition',
  subjectIds: readonly number[],
  uploads: RaiseInput['uploads'],
): Promise<void> {
  for (const subjectId of subjectIds)
    for (const upload of uploads)
      await attachUpload(context, { subjectKind, subjectId, upload, label: 'fromPetitioner' })
}
