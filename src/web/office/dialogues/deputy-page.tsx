import { authorizeDeputy } from '../../../dialogues/authorize-deputy.ts'
import { isOpen } from '../../../dialogues/dialogue.ts'
import {
  listDeputyAuthorizations,
  listPostsWithHolder,
  listPresiding,
} from '../../../dialogues/dialogue-people-store.ts'
import { formatDay } from '../../../platform/day.ts'
import { getRegulationVersion } from '../../../regulations/regulation-store.ts'
import { Card } from '../../kit/card.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { Section } from '../../kit/section.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { Timeline } from '../../kit/timeline.tsx'
import { conferenceWords } from '../../words/conference-words.ts'
import type { OfficeRoute } from '../office-route.ts'
import { type DialoguePage, dialogueAct, dialogueView } from './dialogue-act.tsx'
import { choiceLabel, formState, mayDo, wordChoices } from './dialogue-request.ts'
import { subpage } from './subpage.tsx'

const named = (post: { title: string; personName: string | null }) =>
  post.personName ? `${post.title}: ${post.personName}` : post.title

const deputyPage: DialoguePage = async (request, dialogue, refusal) => {
  const { db, lang, authority } = request
  const words = conferenceWords[lang].deputy
  const { regulation } = await getRegulationVersion(db, dialogue.regulationVersionId)
  const { allowed, reasons } = regulation.deputyAuthorization
  const given = await listDeputyAuthorizations(db, authority.id, dialogue.id)
  const presiding = await listPresiding(db, authority.id, dialogue.id)
  const posts = await listPostsWithHolder(db, authority.id, dialogue.heldOn ?? request.today)
  const heads = presiding.filter((one) => one.capacity !== 'deputy')
  const headIds = new Set(heads.map((one) => one.postId))
  const choices = (list: typeof posts) => list.map((post) => ({ value: String(post.id), label: named(post) }))
  const may = isOpen(dialogue) && allowed && mayDo(request, 'dialogue:authorize-deputy')
  return subpage(
    request,
    dialogue,
    { key: 'deputy', refusal, help: words.help },
    <>
      <Section title={words.list} count={given.length}>
        {given.length === 0 ? (
          <p>{allowed ? words.none : words.notAllowed}</p>
        ) : (
          <Timeline
            events={given.map((one) => ({
              key: String(one.id),
              when: one.authorizedOn,
              title: `${one.headTitle} → ${one.deputyTitle} (${choiceLabel(reasons, one.reasonKey, lang)})`,
              why: one.reason,
              body: words.recordedKinds[one.recordedIn as 'paper' | 'minutes'],
            }))}
          />
        )}
      </Section>
      {may ? (
        <Card title={words.addTitle} level={2}>
          <Form
            action={request.link(`/hoi-nghi/${dialogue.id}/uy-quyen`)}
            label={words.addTitle}
            {...formState(refusal, 'add', {
              authorizedOn: formatDay(request.today),
              recordedIn: 'paper',
              reasonKey: reasons[0]?.key ?? '',
            })}
          >
            <SelectField
              name="headPostId"
              label={words.head}
              choices={choices(posts.filter((post) => headIds.has(post.id)))}
              required
            />
            <SelectField
              name="deputyPostId"
              label={words.deputy}
              choices={choices(
                posts.filter((post) => post.deputyOfPostId !== null && headIds.has(post.deputyOfPostId)),
              )}
              required
            />
            <SelectField
              name="reasonKey"
              label={words.reasonKey}
              choices={reasons.map((reason) => ({ value: reason.key, label: choiceLabel(reasons, reason.key, lang) }))}
              required
            />
            <TextAreaField name="reason" label={words.reason} rows={3} required />
            <DayField name="authorizedOn" label={words.authorizedOn} required />
            <RadioGroupField
              name="recordedIn"
              label={words.recordedIn}
              choices={wordChoices(['paper', 'minutes'], words.recordedKinds)}
              required
            />
            <FormButtons verb={words.authorize} />
          </Form>
        </Card>
      ) : null}
    </>,
  )
}

export const deputyRoutes: OfficeRoute[] = [
  dialogueView('/uy-quyen', 'dialogue:read', deputyPage),
  dialogueAct({
    ...{
      path: '/uy-quyen',
      permission: 'dialogue:authorize-deputy',
      change: authorizeDeputy,
      form: 'add',
      page: deputyPage,
    },
    ...{ back: '/uy-quyen', flash: (lang) => conferenceWords[lang].deputy.recorded },
  }),
]
