import type { ChangeContext } from '../changes/define-change.ts'
import { requireMove } from './dialogue.ts'
import { changeRow } from './dialogue-row-store.ts'
import { lockDialogue } from './dialogue-store.ts'
import { voidDialogueTaskDeadlines } from './dialogue-task-deadline.ts'

/** The last step of the chain, taken when the dossier is closed. */
export async function closeDialogue(context: ChangeContext, id: number): Promise<void> {
  const dialogue = await lockDialogue(context.db, context.authorityId, id)
  requireMove(dialogue, 'closed')
  await changeRow(context, 'dialogue', id, null, { state: 'closed' }, { action: 'dialogue/close' })
  await voidDialogueTaskDeadlines(context, id, 'Hồ sơ đã đóng.')
}
