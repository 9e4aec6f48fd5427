import type { ChangeContext } from '../changes/define-change.ts'
import { findDeadlines } from '../deadlines/deadline-store.ts'
import { meetDeadline, reopenDeadline } from '../deadlines/place-deadline.ts'
import { type Paper, sendingState } from '../documents/paper.ts'
import { listPapers, listRecipients } from '../documents/paper-store.ts'
import type { Day } from '../platform/day.ts'
import { paperKindOfReport } from '../regulations/report-period.ts'
import { listHandedIn } from '../reporting/report-store.ts'

/**
 * A report is handed in when its paper is issued and sent to every addressee, on the day of the last sending, or when it
 * was submitted to the superior in the program and not returned; the earlier counts. A paper issued before the superior
 * returned the report does not count.
 */
export async function refreshReportDeadlines(context: ChangeContext, subjectId: number): Promise<void> {
  const { db, authorityId } = context
  const subject = { subjectKind: 'report', subjectId }
  const papers = await listPapers(db, authorityId, { ...subject, states: ['issued'] })
  const handedIn = await listHandedIn(db, authorityId, subjectId)
  for (const deadline of await findDeadlines(db, authorityId, subject)) {
    const days: Day[] = []
    const { on = null, returnedAt = null } = handedIn.get(deadline.key) ?? {}
    const counts = (paper: Paper) =>
      paper.kind === paperKindOfReport(deadline.key) && (returnedAt === null || paper.issuedAt! > returnedAt)
    for (const paper of papers.filter(counts)) {
      const { completeOn } = sendingState(await listRecipients(db, authorityId, paper.id))
      if (completeOn) days.push(completeOn)
    }
    if (on) days.push(on)
    const metOn = days.sort()[0]
    if (metOn && deadline.state === 'open') await meetDeadline(context, { ...subject, key: deadline.key, metOn })
    if (!metOn && deadline.state === 'met')
      await reopenDeadline(context, {
        ...subject,
        key: deadline.key,
        reason: 'Báo cáo đã nộp không còn hiệu lực hoặc được trả lại.',
      })
  }
}
