import { getAgency } from '../agencies/agency-store.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { addConclusionItemForm, type ConclusionItemInput } from './conclusion-forms.ts'
import { checkConclusionItem } from './conclusion-item-rules.ts'
import { listConclusionItems } from './conclusion-store.ts'
import { addRow } from './dialogue-row-store.ts'
import { noticeInDraft } from './draft-conclusion.ts'

/** Adds an item to the conclusion: content, what was concluded, who does it with whom until when. */
export const addConclusionItem = defineChange({
  name: 'conclusion/add-item',
  permission: 'conclusion:draft',
  input: addConclusionItemForm,
  run: async (context, { id, ...values }) => {
    checkConclusionItem(values)
    return { itemId: await insertConclusionItem(context, id, values) }
  },
})

/** Inserts an item without the checks of the form: for items laid out from petitions, completed by the clerk later. */
export async function insertConclusionItem(
  context: ChangeContext,
  dialogueId: number,
  values: ConclusionItemInput,
): Promise<number> {
  const noticeId = await noticeInDraft(context, dialogueId)
  for (const agencyId of [values.leadAgencyId, ...values.supportingAgencyIds]) {
    if (agencyId !== null) await getAgency(context.db, context.authorityId, agencyId)
  }
  const position = (await listConclusionItems(context.db, context.authorityId, dialogueId)).length + 1
  return addRow(context, 'conclusionItem', { noticeId, dialogueId, position, ...values }, { personal: ['content'] })
}
