import { defineChange } from '../changes/define-change.ts'
import { callOffDialogue } from '../dialogues/call-off-dialogue.ts'
import { cancelDialogueForm } from '../dialogues/dialogue-forms.ts'
import { voidDialogueTaskDeadlines } from '../dialogues/dialogue-task-deadline.ts'
import { refreshDialogueDeadlines } from './refresh-deadlines.ts'

/** Calls a dialogue off, with the reason; its open deadlines fall away. */
export const cancelDialogue = defineChange({
  name: 'dialogue/cancel',
  permission: 'dialogue:decide',
  input: cancelDialogueForm,
  run: async (context, { id, reason }) => {
    await callOffDialogue(context, id, reason)
    await refreshDialogueDeadlines(context, id, { cause: 'day-set', reason: `Không tổ chức: ${reason}` })
    await voidDialogueTaskDeadlines(context, id, 'Hội nghị không tổ chức nữa.')
    return { id }
  },
})
