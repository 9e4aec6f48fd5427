import type { z } from 'zod'
import { issuingAgencyId } from '../agencies/agency.ts'
import { getAgency, listAgencies } from '../agencies/agency-store.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { attachUpload } from '../documents/attachment-store.ts'
import { issuePaper } from '../documents/issue-paper.ts'
import { getPaper, insertPaper, updatePaper } from '../documents/paper-store.ts'
import { addRecipients, type RecipientDraft } from '../documents/send-paper.ts'
import { findNewestAnswer, updateAnswer } from '../petitions/answer-store.ts'
import type { Petition, PetitionAnswer } from '../petitions/petition.ts'
import { listCopetitioners } from '../petitions/petition-link-store.ts'
import { petitionFor, requireAgency, savePetition, scopeOf } from '../petitions/petition-record.ts'
import { getPetitioner } from '../petitions/petitioner-store.ts'
import { BrokenRule, NotFound } from '../platform/errors.ts'
import { takeReplyRecipients } from './paper-recipients.ts'
import { drawAndSeal } from './paper-text.ts'
import { issueReplyForm } from './reply-forms.ts'

/**
 * Makes the approved reply a paper with number, date and signer, addressed to each petitioner, to the locality where it
 * was raised, and to those it is reported to (I1, I2). Nothing is met yet: that takes the sending.
 */
export const issueReply = defineChange({
  name: 'petition/issue-reply',
  permission: 'petition:dispatch',
  input: issueReplyForm,
  scope: scopeOf('lead'),
  async run(context, input): Promise<{ paperId: number; number: string | null }> {
    const petition = await petitionFor(context, input.id, 'issueReply')
    await requireAgency(context, 'localityAgencyId', input.localityAgencyId)
    for (const agencyId of input.reportAgencyIds) await requireAgency(context, 'reportAgencyIds', agencyId)
    const answer = await findNewestAnswer(context.db, context.authorityId, petition.id, 'reply')
    if (!answer) throw new NotFound('petition-answer')
    const paperId = await writePaper(context, petition, answer, input.title)
    const { number } = await issuePaper(context, { ...input, paperId })
    for (const upload of input.uploads) {
      await attachUpload(context, { subjectKind: 'paper', subjectId: paperId, upload, label: 'signedPage' })
    }
    await updateAnswer(context.db, answer, null, { paperId })
    const chosen = await addressees(context, petition, input)
    const drawn = await drawAndSeal(context, paperId, (paper, text) =>
      takeReplyRecipients(context, paper, text, chosen),
    )
    if (!drawn) await addRecipients(context, paperId, chosen)
    await savePetition(context, petition, input.version, {}, { more: { paperId, number, datedOn: input.datedOn } })
    return { paperId, number }
  },
})

/** The paper takes over who drafted and who approved the reply: it was decided there, not anew. */
async function writePaper(context: ChangeContext, petition: Petition, answer: PetitionAnswer, title: string) {
  const { db, authorityId } = context
  const paperId = await insertPaper(db, authorityId, {
    kind: 'replyLetter',
    subjectKind: 'petition',
    subjectId: petition.id,
    dialogueId: petition.dialogueId,
    title,
    body: answer.text,
    issuerAgencyId: issuingAgencyId(await listAgencies(db, authorityId), petition.leadAgencyId),
    draftedBy: answer.draftedBy,
    replacesPaperId: null,
  })
  const { approvedBy, approvedAt, approvedOnPaper, paperApprover, paperApprovedOn } = answer
  const approval = { approvedBy, approvedAt, approvedOnPaper, paperApprover, paperApprovedOn }
  await updatePaper(db, authorityId, await getPaper(db, authorityId, paperId), { state: 'approved', ...approval })
  context.record({
    subjectKind: 'paper',
    subjectId: paperId,
    // whoever issues it did not approve it: that stands at the answer and on the paper
    after: { kind: 'replyLetter', title, approvedBy, approvedOnPaper, paperApprovedOn },
    personal: ['title'],
  })
  return paperId
}

async function addressees(
  context: ChangeContext,
  petition: Petition,
  input: z.output<typeof issueReplyForm>,
): Promise<RecipientDraft[]> {
  const { db, authorityId } = context
  const people = [
    await getPetitioner(db, authorityId, petition.petitionerId),
    ...(await listCopetitioners(db, authorityId, petition.id)),
  ]
  const named = people.filter((person) => person.kind !== 'unnamed')
  if (named.some((person) => person.erasedAt !== null)) throw new BrokenRule('petitioner/erased')
  const locality = await getAgency(db, authorityId, input.localityAgencyId)
  const reports = await Promise.all(input.reportAgencyIds.map((id) => getAgency(db, authorityId, id)))
  return [
    ...named.map((person) => ({ petitionerId: person.id, name: person.name, purpose: 'petitioner' as const })),
    { agencyId: locality.id, name: locality.name, purpose: 'locality' as const },
    ...reports.map((agency) => ({ agencyId: agency.id, name: agency.name, purpose: 'other' as const })),
  ]
}
