import { defineChange } from '../changes/define-change.ts'
import { internalReviewForm } from '../dialogues/conference-forms.ts'
import { writeInternalReview } from '../dialogues/write-internal-review.ts'
import { refreshDialogueDeadlines } from './refresh-deadlines.ts'

/** The internal review with the work it assigned, within five working days under 003 4.3. */
export const recordInternalReview = defineChange({
  name: 'dialogue/record-internal-review',
  permission: 'internal-review:record',
  input: internalReviewForm,
  run: async (context, input) => {
    const reviewId = await writeInternalReview(context, input)
    await refreshDialogueDeadlines(context, input.id, { cause: 'day-set', reason: 'Đã rút kinh nghiệm nội bộ.' })
    return { id: input.id, reviewId }
  },
})
