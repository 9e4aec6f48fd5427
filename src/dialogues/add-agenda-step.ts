import { defineChange } from '../changes/define-change.ts'
import { addAgendaStepForm } from './conference-forms.ts'
import { listAgendaSteps } from './conference-store.ts'
import { requireOpen } from './dialogue.ts'
import { addRow } from './dialogue-row-store.ts'
import { lockDialogue } from './dialogue-store.ts'

export const addAgendaStep = defineChange({
  name: 'dialogue/add-agenda-step',
  permission: 'dialogue:prepare',
  input: addAgendaStepForm,
  run: async (context, { id, ...values }) => {
    requireOpen(await lockDialogue(context.db, context.authorityId, id))
    const position = (await listAgendaSteps(context.db, context.authorityId, id)).length + 1
    return { stepId: await addRow(context, 'agendaStep', { dialogueId: id, position, ...values }) }
  },
})
