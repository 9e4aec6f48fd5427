import { getAgency } from '../agencies/agency-store.ts'
import { defineChange } from '../changes/define-change.ts'
import { requireOpen } from './dialogue.ts'
import { taskForm } from './dialogue-forms.ts'
import { addRow, changeRow, getRow } from './dialogue-row-store.ts'
import { getDialogue } from './dialogue-store.ts'

/** Gives an agency a task for the event (D2, D7, E12, E13), or changes one given. */
export const assignTask = defineChange({
  name: 'dialogue/assign-task',
  permission: 'dialogue:prepare',
  input: taskForm,
  run: async (context, { id, rowId, version, ...values }) => {
    requireOpen(await getDialogue(context.db, context.authorityId, id))
    await getAgency(context.db, context.authorityId, values.agencyId)
    if (rowId === null) return { taskId: await addRow(context, 'dialogueTask', { dialogueId: id, ...values }) }
    await getRow(context, 'dialogueTask', rowId)
    await changeRow(context, 'dialogueTask', rowId, version, values)
    return { taskId: rowId }
  },
})
