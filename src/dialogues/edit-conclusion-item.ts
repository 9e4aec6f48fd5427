import { getAgency } from '../agencies/agency-store.ts'
import { defineChange } from '../changes/define-change.ts'
import { editConclusionItemForm } from './conclusion-forms.ts'
import { checkConclusionItem } from './conclusion-item-rules.ts'
import { changeRow, getRow } from './dialogue-row-store.ts'
import { noticeInDraft } from './draft-conclusion.ts'

export const editConclusionItem = defineChange({
  name: 'conclusion/edit-item',
  permission: 'conclusion:draft',
  input: editConclusionItemForm,
  run: async (context, { rowId, version, ...values }) => {
    const item = await getRow(context, 'conclusionItem', rowId)
    await noticeInDraft(context, item.dialogueId)
    checkConclusionItem(values)
    for (const agencyId of [values.leadAgencyId, ...values.supportingAgencyIds]) {
      if (agencyId !== null) await getAgency(context.db, context.authorityId, agencyId)
    }
    await changeRow(context, 'conclusionItem', rowId, version, values, { personal: ['content'] })
    return { itemId: rowId }
  },
})
