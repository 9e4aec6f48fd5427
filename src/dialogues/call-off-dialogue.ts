import type { ChangeContext } from '../changes/define-change.ts'
import { requireMove } from './dialogue.ts'
import { changeRow } from './dialogue-row-store.ts'
import { lockDialogue } from './dialogue-store.ts'

/** Calls a dialogue off while it is prepared; what was written stays, with the reason. */
export async function callOffDialogue(context: ChangeContext, id: number, reason: string): Promise<void> {
  const dialogue = await lockDialogue(context.db, context.authorityId, id)
  requireMove(dialogue, 'cancelled')
  await changeRow(
    context,
    'dialogue',
    id,
    null,
    { state: 'cancelled', cancelledReason: reason },
    { action: 'dialogue/cancel', reason },
  )
}
