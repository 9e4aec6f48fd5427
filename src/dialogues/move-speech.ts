import { defineChange } from '../changes/define-change.ts'
import { moveRowForm } from './conference-forms.ts'
import { listSpeeches, setPositions } from './conference-store.ts'
import { requireOpen } from './dialogue.ts'
import { getRow } from './dialogue-row-store.ts'
import { lockDialogue } from './dialogue-store.ts'
import { movedInOrder } from './row-order.ts'

/** Moves one speaker up or down the order, as the chair directs (G9). */
export const moveSpeech = defineChange({
  name: 'dialogue/move-speech',
  permission: 'dialogue:conduct',
  input: moveRowForm,
  run: async (context, { rowId, direction }) => {
    const { db, authorityId } = context
    const { dialogueId } = await getRow(context, 'speechRegistration', rowId)
    requireOpen(await lockDialogue(db, authorityId, dialogueId))
    const rows = await listSpeeches(db, authorityId, dialogueId)
    const order = movedInOrder(
      rows.map((row) => row.id),
      rowId,
      direction,
    )
    if (order !== null) await setPositions(db, 'speechRegistration', authorityId, order)
    context.record({
      subjectKind: 'dialogue',
      subjectId: dialogueId,
      after: { speechRegistrationId: rowId, direction },
    })
    return { id: dialogueId }
  },
})
