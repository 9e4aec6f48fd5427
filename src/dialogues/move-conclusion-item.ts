import { defineChange } from '../changes/define-change.ts'
import { listConclusionItems } from './conclusion-store.ts'
import { moveRowForm } from './conference-forms.ts'
import { setPositions } from './conference-store.ts'
import { getRow } from './dialogue-row-store.ts'
import { noticeInDraft } from './draft-conclusion.ts'
import { movedInOrder } from './row-order.ts'

/** Moves one item of the conclusion up or down. */
export const moveConclusionItem = defineChange({
  name: 'conclusion/move-item',
  permission: 'conclusion:draft',
  input: moveRowForm,
  run: async (context, { rowId, direction }) => {
    const { db, authorityId } = context
    const { dialogueId } = await getRow(context, 'conclusionItem', rowId)
    await noticeInDraft(context, dialogueId)
    const rows = await listConclusionItems(db, authorityId, dialogueId)
    const order = movedInOrder(
      rows.map((row) => row.id),
      rowId,
      direction,
    )
    if (order !== null) await setPositions(db, 'conclusionItem', authorityId, order)
    context.record({ subjectKind: 'dialogue', subjectId: dialogueId, after: { conclusionItemId: rowId, direction } })
    return { id: dialogueId }
  },
})
