import { defineChange } from '../changes/define-change.ts'
import { removeConclusionItemForm } from './conclusion-forms.ts'
import { listConclusionItems } from './conclusion-store.ts'
import { setPositions } from './conference-store.ts'
import { changeRow, getRow } from './dialogue-row-store.ts'
import { noticeInDraft } from './draft-conclusion.ts'

/** Takes an item out of the draft; it is kept with the reason. */
export const removeConclusionItem = defineChange({
  name: 'conclusion/remove-item',
  permission: 'conclusion:draft',
  input: removeConclusionItemForm,
  run: async (context, { rowId, reason }) => {
    const { db, authorityId } = context
    const item = await getRow(context, 'conclusionItem', rowId)
    await noticeInDraft(context, item.dialogueId)
    await changeRow(context, 'conclusionItem', rowId, null, { withdrawnReason: reason }, { reason })
    const rest = await listConclusionItems(db, authorityId, item.dialogueId)
    await setPositions(
      db,
      'conclusionItem',
      authorityId,
      rest.map((one) => one.id),
    )
    return { itemId: rowId }
  },
})
