import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { insertConclusionItem } from '../dialogues/add-conclusion-item.ts'
import { fillConclusionForm } from '../dialogues/conclusion-forms.ts'
import { listPetitionsToConclude } from '../petitions/conclusion-petition-store.ts'
import { savePetition } from '../petitions/petition-record.ts'
import { getPetition } from '../petitions/petition-store.ts'

type ToConclude = Awaited<ReturnType<typeof listPetitionsToConclude>>[number]

/**
 * Lays out one item for every petition of the dialogue that has none, with group, agencies and what was answered, so
 * that nothing said is forgotten in the conclusion; the clerk then completes and joins them.
 */
export const fillConclusion = defineChange({
  name: 'conclusion/fill',
  permission: 'conclusion:draft',
  input: fillConclusionForm,
  run: async (context, { id }) => {
    const petitions = await listPetitionsToConclude(context.db, context.authorityId, id)
    requireRule(petitions.length > 0, 'conclusion/nothing-to-fill')
    for (const petition of petitions) await concludePetition(context, id, petition)
    return { id, added: petitions.length }
  },
})

async function concludePetition(context: ChangeContext, dialogueId: number, petition: ToConclude): Promise<void> {
  const disposition =
    petition.answeredOn !== null ? 'answeredAtConference' : (petition.disposition ?? 'verifyAndReplyLater')
  const later = disposition === 'verifyAndReplyLater'
  const itemId = await insertConclusionItem(context, dialogueId, {
    content: petition.content,
    conclusion: petition.answerText ?? petition.proposedSettlement ?? '',
    disposition: disposition as 'answeredAtConference' | 'verifyAndReplyLater' | 'noteAndReportUp',
    leadAgencyId: petition.leadAgencyId,
    supportingAgencyIds: (petition.supportingAgencyIds ?? []).filter((agencyId) => agencyId !== petition.leadAgencyId),
    dueOn: petition.promisedOn,
    openProposal: later && petition.promisedOn === null,
  })
  const stored = await getPetition(context.db, context.authorityId, petition.id)
  await savePetition(context, stored, stored.version, { conclusionItemId: itemId }, { action: 'petition/conclude' })
}
