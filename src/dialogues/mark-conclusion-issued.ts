import type { ChangeContext } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import type { Day } from '../platform/day.ts'
import { InputRejected, NotFound } from '../platform/errors.ts'
import { type ConclusionNotice, findConclusionNotice, paperInWork, setBeforeCorrection } from './conclusion-store.ts'
import { type Dialogue, eventDay, requireMove, requireOpen } from './dialogue.ts'
import { changeRow } from './dialogue-row-store.ts'
import { lockDialogue } from './dialogue-store.ts'

/** The approved notice about to be issued, with its dialogue locked; its date is not before the dialogue. */
export async function noticeToIssue(
  context: ChangeContext,
  dialogueId: number,
  datedOn: Day,
): Promise<{ dialogue: Dialogue; notice: ConclusionNotice; paperId: number }> {
  const dialogue = await lockDialogue(context.db, context.authorityId, dialogueId)
  const notice = await findConclusionNotice(context.db, context.authorityId, dialogueId)
  if (!notice || notice.paperId === null) throw new NotFound('conclusionNotice')
  if (notice.correctingPaperId === null) requireMove(dialogue, 'concluded')
  else requireOpen(dialogue)
  requireRule(notice.state === 'approved', 'conclusion/not-approved')
  const event = eventDay(dialogue)
  if (event !== null && datedOn < event) throw new InputRejected({ datedOn: 'dialogue/before-conference' })
  return { dialogue, notice, paperId: paperInWork(notice) }
}

/** The notice is out: the dialogue is concluded, and its items are in force. A new version takes the place of the old. */
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
    { state: 'issued', issuedOn, paperId: paperInWork(notice), correctingPaperId: null },
    { action: 'conclusion/issue' },
  )
  if (notice.correctingPaperId !== null) {
    await setBeforeCorrection(context.db, context.authorityId, notice.id, null)
    return
  }
  await changeRow(context, 'dialogue', notice.dialogueId, null, { state: 'concluded' }, { action: 'dialogue/conclude' })
}
