import { defineChange } from '../changes/define-change.ts'
import { moveRowForm } from './conference-forms.ts'
import { listAgendaSteps, setPositions } from './conference-store.ts'
import { requireOpen } from './dialogue.ts'
import { getRow } from './dialogue-row-store.ts'
import { lockDialogue } from './dialogue-store.ts'
import { movedInOrder } from './row-order.ts'

/** Moves one step of the agenda up or down. */
export const moveAgendaStep = defineChange({
  name: 'dialogue/move-agenda-step',
  permission: 'dialogue:prepare',
  input: moveRowForm,
  run: async (context, { rowId, direction }) => {
    const { db, authorityId } = context
    const { dialogueId } = await getRow(context, 'agendaStep', rowId)
    requireOpen(await lockDialogue(db, authorityId, dialogueId))
    const rows = await listAgendaSteps(db, authorityId, dialogueId)
    const order = movedInOrder(
      rows.map((row) => row.id),
      rowId,
      direction,
    )
    if (order !== null) await setPositions(db, 'agendaStep', authorityId, order)
    context.record({ subjectKind: 'dialogue', subjectId: dialogueId, after: { agendaStepId: rowId, direction } })
    return { id: dialogueId }
  },
})
