import { getAuthority } from '../agencies/authority-store.ts'
import type { ChangeContext } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { InputRejected } from '../platform/errors.ts'
import type { NoticeInput } from './conference-forms.ts'
import { requireNotCancelled, requireOpen } from './dialogue.ts'
import { addRow } from './dialogue-row-store.ts'
import { lockDialogue } from './dialogue-store.ts'
import { requireDone } from './done-days.ts'

/**
 * A line of the log of public notices: channel, day, hour, how many times (E6, E7). Before the conference it announces;
 * afterwards it makes the result known (law 72, art. 43).
 */
export async function insertNotice(
  context: ChangeContext,
  purpose: 'announcement' | 'result',
  input: NoticeInput,
): Promise<number> {
  const dialogue = await lockDialogue(context.db, context.authorityId, input.id)
  // what the law wants made known is still made known when the dossier was closed first
  if (purpose === 'result') requireNotCancelled(dialogue)
  else requireOpen(dialogue)
  requireDone(context.today, { doneOn: input.doneOn })
  const { fromDay } = await getAuthority(context.db, context.authorityId)
  if (input.doneOn < fromDay) throw new InputRejected({ doneOn: 'beforeAuthority' })
  if (purpose === 'result') {
    requireRule(dialogue.state !== 'preparing', 'dialogue/not-yet-held')
  }
  const { id, ...values } = input
  return addRow(
    context,
    'publicNotice',
    { dialogueId: id, purpose, ...values },
    { action: purpose === 'result' ? 'dialogue/publish-result' : 'dialogue/record-notice' },
  )
}
