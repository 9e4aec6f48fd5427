import { loadCalendar } from '../calendar/calendar-store.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { contestUntil } from '../deadlines/contest-until.ts'
import { sendMessage } from '../messages/send-message.ts'
import { contestRefusal } from '../petitions/follow-rules.ts'
import { getFollowedPetition } from '../petitions/followed-petition.ts'
import { listContinuations } from '../petitions/followed-petition-store.ts'
import type { Petition } from '../petitions/petition.ts'
import { insertLink } from '../petitions/petition-link-store.ts'
import { savePetition } from '../petitions/petition-record.ts'
import { getPetition } from '../petitions/petition-store.ts'
import { contestForm } from '../petitions/raise-forms.ts'
import { insertSubmission } from '../petitions/submission-store.ts'
import { openPetitions, PORTAL } from '../petitions/take-submission.ts'
import { BrokenRule } from '../platform/errors.ts'
import { contestTermOf } from '../reception/contest-term.ts'
import { openReceiptClocks } from './refresh-deadlines.ts'
import { tellPetitioner } from './tell-petitioner.ts'

/**
 * The petitioner does not accept the answer, within the time for it: a continued petition with the reason (004 V.4),
 * with clocks of its own, kept from the same eyes as the earlier one. Followed by the same secret.
 */
export const contestAnswer = defineChange({
  name: 'petition/contest',
  permission: 'petition:follow',
  input: contestForm,
  async run(context, input): Promise<{ petitionId: number; code: string }> {
    const { db, authorityId, today } = context
    const earlier = await getFollowedPetition(context, input)
    const of = earlier.answeredOn && { dialogueId: earlier.dialogueId, on: earlier.answeredOn }
    const until = of && contestUntil(await loadCalendar(db), of.on, await contestTermOf(db, authorityId, of))
    const isContinued = (await listContinuations(db, authorityId, earlier.id)).length > 0
    const refusal = contestRefusal(earlier, { today, until: until ?? today, isContinued })
    if (refusal) throw new BrokenRule(refusal, { code: earlier.code })
    const petition = await carryOn(context, earlier, input.reason)
    if (earlier.leadAgencyId !== null)
      await sendMessage(context, {
        to: { agencyId: earlier.leadAgencyId },
        kind: 'petition-contested',
        subjectKind: 'petition',
        subjectId: earlier.id,
        params: { earlier: earlier.code, code: petition.code },
        dedupeKey: `petition ${earlier.id} contested`,
      })
    return { petitionId: petition.id, code: petition.code }
  },
})

async function carryOn(context: ChangeContext, earlier: Petition, reason: string): Promise<Petition> {
  const { db, authorityId, today } = context
  const { petitionerId, confidential } = earlier
  const submissionId = await insertSubmission(db, {
    ...{ authorityId, dialogueId: null, petitionerId, channel: PORTAL, receivedOn: today, text: reason, confidential },
    consentToPublishName: false,
  })
  context.record({
    subjectKind: 'submission',
    subjectId: submissionId,
    after: { petitionerId, channel: PORTAL, receivedOn: today, text: reason, continues: earlier.code },
    personal: ['text'],
  })
  const opened = {
    ...{ dialogueId: null, receivedOn: today, raised: 'after' as const, confidential, readerIds: [] },
    ...{ accusedAgencyId: earlier.accusedAgencyId, accusedAccountId: earlier.accusedAccountId },
    confidentialReason: confidential ? `Tiếp tục kiến nghị ${earlier.code}.` : '',
  }
  const row = { content: reason, kind: 'request' as const, subjectArea: earlier.subjectArea }
  const [id] = await openPetitions(context, opened, { submissionId, petitionerId }, [row])
  const petition = await getPetition(db, authorityId, id!)
  const values = { repeatOfId: earlier.id, repeatNumber: earlier.repeatNumber + 1, continued: true }
  await savePetition(context, petition, petition.version, values, { more: { earlier: earlier.code } })
  await insertLink(db, { authorityId, petitionId: petition.id, otherId: earlier.id, kind: 'continued' })
  await openReceiptClocks(context, null, [petition.id])
  await tellPetitioner(context, 'received', [petition.id])
  return petition
}
