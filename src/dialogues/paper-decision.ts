import type { z } from 'zod'
import type { ChangeContext } from '../changes/define-change.ts'
import { attachUpload } from '../documents/attachment-store.ts'
import type { Day } from '../platform/day.ts'
import { decidedOnPaper } from './done-days.ts'
import type { paperDecisionForm } from './paper-decision-forms.ts'

/** A decision that was made on paper; null stands for one made in the program. */
export type PaperDecision = z.output<typeof paperDecisionForm>

/** The columns that keep who decided on paper; both empty for a decision in the program. */
export function paperDecisionColumns(onPaper: PaperDecision | null) {
  return { paperApprover: onPaper?.paperApprover ?? null, paperNumber: onPaper?.paperNumber || null }
}

/** The reason of the log: what was given, and that it was decided on paper, by whom and when. */
export function decisionReason(given: string, onPaper: PaperDecision | null, decidedOn: Day): string | null {
  return [given, onPaper && decidedOnPaper(onPaper.paperApprover, decidedOn)].filter(Boolean).join(' ') || null
}

/** Keeps the page of a decision on paper with the record it decides; nothing when none was given. */
export async function keepDecisionPage(
  context: ChangeContext,
  onPaper: PaperDecision | null,
  subject: { subjectKind: string; subjectId: number },
): Promise<void> {
  if (onPaper?.signedPage) await attachUpload(context, { ...subject, upload: onPaper.signedPage, label: 'signedPage' })
}
