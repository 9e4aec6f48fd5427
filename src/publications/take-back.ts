import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { takeBackForm } from './publication-forms.ts'
import { getPublication, takeCopiesBack } from './publication-store.ts'

/** Takes a published copy back, with the reason; within a minute nobody is served it any more. */
export const takeBack = defineChange({
  name: 'publication/take-back',
  permission: 'publication:decide',
  input: takeBackForm,
  async run(context, { id, reason }) {
    const { db, authorityId } = context
    const publication = await getPublication(db, authorityId, id)
    requireRule(publication.state === 'published', 'publication/not-published')
    await takeCopiesBack(db, authorityId, id, reason)
    context.record({
      subjectKind: publication.subjectKind,
      subjectId: publication.subjectId,
      before: { published: true, edition: publication.edition },
      after: { published: false },
      reason,
    })
  },
})
