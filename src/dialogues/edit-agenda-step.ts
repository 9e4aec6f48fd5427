import { defineChange } from '../changes/define-change.ts'
import { editAgendaStepForm } from './conference-forms.ts'
import { requireOpen } from './dialogue.ts'
import { changeRow, getRow } from './dialogue-row-store.ts'
import { getDialogue } from './dialogue-store.ts'

/** Changes a step of the agenda, or writes down what happened in it. */
export const editAgendaStep = defineChange({
  name: 'dialogue/edit-agenda-step',
  permission: 'dialogue:prepare',
  input: editAgendaStepForm,
  run: async (context, { rowId, version, ...values }) => {
    const step = await getRow(context, 'agendaStep', rowId)
    requireOpen(await getDialogue(context.db, context.authorityId, step.dialogueId))
    await changeRow(context, 'agendaStep', rowId, version, values)
    return { stepId: rowId }
  },
})
