import { findInternalReview } from '../../../dialogues/conference-store.ts'
import { isOpen } from '../../../dialogues/dialogue.ts'
import { formatDay } from '../../../platform/day.ts'
import { recordInternalReview } from '../../../procedures/record-internal-review.ts'
import { DayField } from '../../kit/day-field.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { ProseText } from '../../kit/prose-text.tsx'
import { Section } from '../../kit/section.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { conferenceWords } from '../../words/conference-words.ts'
import type { OfficeRoute } from '../office-route.ts'
import { type DialoguePage, dialogueAct, dialogueView } from './dialogue-act.tsx'
import { formState, mayDo } from './dialogue-request.ts'
import { subpage } from './subpage.tsx'

const reviewPage: DialoguePage = async (request, dialogue, refusal) => {
  const words = conferenceWords[request.lang].review
  const review = await findInternalReview(request.db, request.authority.id, dialogue.id)
  const held = dialogue.state !== 'preparing'
  const may = held && isOpen(dialogue) && mayDo(request, 'internal-review:record')
  const stored = review ? { ...review, heldOn: formatDay(review.heldOn) } : { heldOn: formatDay(request.today) }
  return subpage(
    request,
    dialogue,
    { key: 'review', refusal, help: words.help },
    <>
      {!held ? <EmptyState icon="lock" title={words.notYet} /> : null}
      {may ? (
        <Form
          action={request.link(`/hoi-nghi/${dialogue.id}/rut-kinh-nghiem`)}
          version={review?.version ?? ''}
          {...formState(refusal, 'review', stored)}
        >
          <DayField name="heldOn" label={words.heldOn} required />
          <TextField name="chairedBy" label={words.chairedBy} required />
          <TextAreaField name="content" label={words.content} rows={8} required />
          <TextAreaField name="assignments" label={words.assignments} rows={6} />
          <FormButtons verb={words.save} />
        </Form>
      ) : null}
      {!may && review ? (
        <>
          <Section title={`${words.content} (${formatDay(review.heldOn)}, ${review.chairedBy})`}>
            <ProseText text={review.content} />
          </Section>
          {review.assignments ? (
            <Section title={words.assignments}>
              <ProseText text={review.assignments} />
            </Section>
          ) : null}
        </>
      ) : null}
    </>,
  )
}

export const reviewRoutes: OfficeRoute[] = [
  dialogueView('/rut-kinh-nghiem', 'internal-review:read', reviewPage),
  dialogueAct({
    ...{ path: '/rut-kinh-nghiem', permission: 'internal-review:record', change: recordInternalReview, form: 'review' },
    ...{ page: reviewPage, back: '/rut-kinh-nghiem', flash: (lang) => conferenceWords[lang].review.recorded },
    conflict: (lang) => {
      const { heldOn, chairedBy, content, assignments } = conferenceWords[lang].review
      return Object.entries({ heldOn, chairedBy, content, assignments }).map(([name, label]) => ({ name, label }))
    },
  }),
]
