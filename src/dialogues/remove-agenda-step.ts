import { defineChange } from '../changes/define-change.ts'
import { removeRowForm } from './conference-forms.ts'
import { listAgendaSteps, setPositions } from './conference-store.ts'
import { requirePreparing } from './dialogue.ts'
import { changeRow, getRow } from './dialogue-row-store.ts'
import { lockDialogue } from './dialogue-store.ts'

/** Takes a step out of the agenda; it is kept, marked. */
export const removeAgendaStep = defineChange({
  name: 'dialogue/remove-agenda-step',
  permission: 'dialogue:prepare',
  input: removeRowForm,
  run: async (context, { rowId }) => {
    const { db, authorityId } = context
    const step = await getRow(context, 'agendaStep', rowId)
    requirePreparing(await lockDialogue(db, authorityId, step.dialogueId))
    await changeRow(context, 'agendaStep', rowId, null, { withdrawn: true })
    const rest = await listAgendaSteps(db, authorityId, step.dialogueId)
    await setPositions(
      db,
      'agendaStep',
      authorityId,
      rest.map((one) => one.id),
    )
    return { stepId: rowId }
  },
})
