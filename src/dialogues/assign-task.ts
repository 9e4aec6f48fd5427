import { getAgency } from '../agencies/agency-store.ts'
import { defineChange } from '../changes/define-change.ts'
import { requireOpen } from './dialogue.ts'
import { taskForm } from './dialogue-forms.ts'
import { addRow, changeRow, getRow } from './dialogue-row-store.ts'
import { getDialogue } from './dialogue-store.ts'
import { placeDialogueTaskDeadline } from './dialogue-task-deadline.ts'

/** Gives an agency a task for the event (D2, D7, E12, E13), or changes one given. */
export const assignTask = defineChange({
  name: 'dialogue/assign-task',
  permission: 'dialogue:prepare',
  input: taskForm,
  run: async (context, { id, rowId, version, ...values }) => {
    const dialogue = await getDialogue(context.db, context.authorityId, id)
    requireOpen(dialogue)
    await getAgency(context.db, context.authorityId, values.agencyId)
    if (rowId === null) {
      const taskId = await addRow(context, 'dialogueTask', { dialogueId: id, ...values })
      await placeDialogueTaskDeadline(context, dialogue, { ...values, id: taskId })
      return { taskId }
    }
    const task = await getRow(context, 'dialogueTask', rowId)
    await changeRow(context, 'dialogueTask', rowId, version, values)
    if (task.doneOn === null) await placeDialogueTaskDeadline(context, dialogue, { ...values, id: rowId })
    return { taskId: rowId }
  },
})
