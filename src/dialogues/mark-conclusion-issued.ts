import type { ChangeContext } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import type { Day } from '../platform/day.ts'
import { InputRejected, NotFound } from '../platform/errors.ts'
import { type ConclusionNotice, findConclusionNotice } from './conclusion-store.ts'
import { type Dialogue, eventDay, requireMove } from './dialogue.ts'
import { changeRow } from './dialogue-row-store.ts'
import { lockDialogue } from './dialogue-store.ts'

/** The approved notice about to be issued, with its dialogue locked; its date is not before the dialogue. */
export async function noticeToIssue(
  context: ChangeContext,
  dialogueId: number,
  datedOn: Day,
): Promise<{ dialogue: Dialogue; notice: ConclusionNotice; paperId: number }> {
  const dialogue = await lockDialogue(context.db, context.authorityId, dialogueId)
  requireMove(dialogue, 'concluded')
  const notice = await findConclusionNotice(context.db, context.authorityId, dialogueId)
  if (!notice || notice.paperId === null) throw new NotFound('conclusionNotice')
  requireRule(notice.state === 'approved', 'conclusion/not-approved')
  const event = eventDay(dialogue)
  if (event !== null && datedOn < event) throw new InputRejected({ datedOn: 'dialogue/before-conference' })
  return { dialogue, notice, paperId: notice.paperId }
}

/** The notice is out: the dialogue is concluded, and its items are in force. */
export async function markConclusionIssued(
  context: ChangeContext,
  notice: ConclusionNotice,
  issuedOn: Day,
): Promise<void> {
  await changeRow(
    context,
    'conclusionNotice',
    notice.id,
    null,
    { state: 'issued', issuedOn },
    { action: 'conclusion/issue' },
  )
  await changeRow(context, 'dialogue', notice.dialogueId, null, { state: 'concluded' }, { action: 'dialogue/conclude' })
}
