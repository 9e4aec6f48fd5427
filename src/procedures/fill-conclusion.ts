import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { insertConclusionItem } from '../dialogues/add-conclusion-item.ts'
import { type ConclusionItemInput, type Disposition, fillConclusionForm } from '../dialogues/conclusion-forms.ts'
import { listPetitionsToConclude } from '../petitions/conclusion-petition-store.ts'
import { savePetition } from '../petitions/petition-record.ts'
import { getPetition } from '../petitions/petition-store.ts'
import { formatDay } from '../platform/day.ts'

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
  const itemId = await insertConclusionItem(context, dialogueId, itemOf(petition))
  const stored = await getPetition(context.db, context.authorityId, petition.id)
  await savePetition(context, stored, stored.version, { conclusionItemId: itemId }, { action: 'petition/conclude' })
}

function itemOf(petition: ToConclude): ConclusionItemInput {
  const passedOn = petition.state === 'transferred' && petition.transferredTo !== null
  if (passedOn) return transferredItem(petition)
  const disposition = groupOf(petition)
  return {
    content: petition.content,
    conclusion: petition.answerText ?? petition.proposedSettlement ?? '',
    disposition,
    leadAgencyId: petition.leadAgencyId,
    supportingAgencyIds: (petition.supportingAgencyIds ?? []).filter((agencyId) => agencyId !== petition.leadAgencyId),
    dueOn: petition.promisedOn,
    openProposal: disposition === 'verifyAndReplyLater' && petition.promisedOn === null,
  }
}

function groupOf(petition: ToConclude): Disposition {
  if (petition.state === 'escalated') return 'noteAndReportUp'
  if (petition.answeredOn !== null) return 'answeredAtConference'
  return (petition.disposition as Disposition | null) ?? 'verifyAndReplyLater'
}

/** What went to another body is nobody's task here: the notice says to whom and when it went. */
function transferredItem({ content, ...transfer }: ToConclude): ConclusionItemInput {
  return { content, ...concludedAsTransferred(transfer) }
}

type Transfer = Pick<ToConclude, 'transferredTo' | 'transferredToName' | 'transferredOn'>

/** The words and the group of an item whose petition was transferred. */
export function concludedAsTransferred({ transferredTo, transferredToName, transferredOn }: Transfer) {
  const day = transferredOn === null ? '' : `, ngày ${formatDay(transferredOn)}`
  return {
    conclusion: `Đã chuyển ${transferredToName} giải quyết theo thẩm quyền${day}.`,
    disposition: 'transferred' as const,
    leadAgencyId: transferredTo,
    supportingAgencyIds: [],
    dueOn: null,
    openProposal: false,
  }
}
