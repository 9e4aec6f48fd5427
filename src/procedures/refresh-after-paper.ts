import type { ChangeContext } from '../changes/define-change.ts'
import { getPaper } from '../documents/paper-store.ts'
import {
  type Occasion,
  refreshDialogueDeadlines,
  refreshPetitionDeadlines,
  refreshPetitionsOfDialogue,
} from './refresh-deadlines.ts'
import { refreshReportDeadlines } from './refresh-report-deadlines.ts'
import { takeReplySent } from './take-reply-sent.ts'

/** Issuing, sending and receipt of a paper may start or stop clocks: those of its petition and its dialogue. */
export async function refreshAfterPaper(
  context: ChangeContext,
  paperId: number,
  occasion: Occasion = { cause: 'opened', reason: 'Văn bản được ban hành hoặc gửi đi.' },
): Promise<void> {
  const paper = await getPaper(context.db, context.authorityId, paperId)
  if (paper.subjectKind === 'report') return refreshReportDeadlines(context, paper.subjectId)
  if (paper.subjectKind === 'petition') {
    if (paper.kind === 'replyLetter') await takeReplySent(context, paper.subjectId, occasion)
    else await refreshPetitionDeadlines(context, paper.subjectId, occasion)
  }
  if (paper.dialogueId === null || paper.subjectKind === 'petition') return
  await refreshDialogueDeadlines(context, paper.dialogueId, occasion)
  if (paper.kind === 'conclusionNotice') await refreshPetitionsOfDialogue(context, paper.dialogueId, occasion)
}
