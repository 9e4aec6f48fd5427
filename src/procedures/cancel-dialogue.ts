import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { callOffDialogue } from '../dialogues/call-off-dialogue.ts'
import { cancelDialogueForm, cancelDialogueOnPaperForm } from '../dialogues/dialogue-forms.ts'
import { voidDialogueTaskDeadlines } from '../dialogues/dialogue-task-deadline.ts'
import { decidedOnPaper, requireDone } from '../dialogues/done-days.ts'
import { growHallIfOpen } from '../hall/hall-store.ts'
import { refreshDialogueDeadlines } from './refresh-deadlines.ts'

/** Calls a dialogue off, with the reason; its open deadlines fall away. */
export const cancelDialogue = defineChange({
  name: 'dialogue/cancel',
  permission: 'dialogue:decide',
  input: cancelDialogueForm,
  run: (context, { id, reason }) => callOff(context, id, reason),
})

/** The chair called it off on paper: the lead office records who decided and when. */
export const cancelDialogueOnPaper = defineChange({
  name: 'dialogue/cancel-on-paper',
  permission: 'dialogue:prepare',
  input: cancelDialogueOnPaperForm,
  run: async (context, { id, reason, decidedBy, decidedOn }) => {
    requireDone(context.today, { decidedOn })
    return callOff(context, id, `${reason} ${decidedOnPaper(decidedBy, decidedOn)}`)
  },
})

async function callOff(context: ChangeContext, id: number, reason: string) {
  await callOffDialogue(context, id, reason)
  await refreshDialogueDeadlines(context, id, { cause: 'day-set', reason: `Không tổ chức: ${reason}` })
  await voidDialogueTaskDeadlines(context, id, 'Hội nghị không tổ chức nữa.')
  // who follows by telephone is told at once
  await growHallIfOpen(context.db, context.authorityId, id)
  return { id }
}
