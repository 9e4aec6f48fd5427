import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { lockHolds, updateHold } from '../petitions/intake-hold-store.ts'
import { appealForm } from '../petitions/raise-forms.ts'
import { findTrackedSubmission } from '../petitions/tracking-link-store.ts'
import { NotFound } from '../platform/errors.ts'

/** Who was not taken in asks for a second look, once; somebody else decides. */
export const appealRefusal = defineChange({
  name: 'intake/appeal',
  permission: 'petition:follow',
  input: appealForm,
  async run(context, input) {
    const { db, authorityId } = context
    const tracked = await findTrackedSubmission(db, authorityId, input.tokenHash)
    if (tracked?.opens !== 'everything') throw new NotFound('submission')
    const [hold] = await lockHolds(db, authorityId, [tracked.submissionId])
    requireRule(hold!.state === 'refused', 'intake/not-refused')
    requireRule(hold!.appealedAt === null, 'intake/already-appealed')
    await updateHold(db, hold!, { appeal: input.appeal, appealedAt: context.now })
    context.record({
      subjectKind: 'submission',
      subjectId: tracked.submissionId,
      after: { text: input.appeal },
      personal: ['text'],
    })
  },
})
