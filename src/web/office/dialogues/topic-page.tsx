import { appraiseTopic } from '../../../dialogues/appraise-topic.ts'
import { decideTopic, decideTopicOnPaper } from '../../../dialogues/decide-topic.ts'
import { proposeTopic } from '../../../dialogues/propose-topic.ts'
import { listTopics, type TopicProposal } from '../../../dialogues/topic-store.ts'
import { listAttachments } from '../../../documents/attachment-store.ts'
import { formatDay, yearOf } from '../../../platform/day.ts'
import { NotFound } from '../../../platform/errors.ts'
import { shortened } from '../../../platform/shortened.ts'
import { regulationOfAuthority } from '../../../regulations/regulation-store.ts'
import { Card } from '../../kit/card.tsx'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { DataTable } from '../../kit/data-table.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { DefinitionList, type Fact } from '../../kit/definition-list.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { NumberField } from '../../kit/number-field.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { type Choice, SelectField } from '../../kit/select-field.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { dialogueFormWords } from '../../words/dialogue-form-words.ts'
import { dialogueWords } from '../../words/dialogue-words.ts'
import type { Lang } from '../../words/words.ts'
import { FileList } from '../documents/file-list.tsx'
import { officePage, redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest, type OfficeRoute } from '../office-route.ts'
import { submitForm } from '../submit-form.tsx'
import { agencyChoices, choiceLabel, formState, mayDo, type Refusal } from './dialogue-request.ts'
import { regulationChoices } from './new-dialogue-page.tsx'
import { decisionPage, paperDecisionFact } from './paper-decision-fields.tsx'
import { appraisalSection, TOPICS, TopicDecision } from './topic-decision.tsx'

const TONES = { proposed: 'warn', appraised: 'info', accepted: 'good', declined: 'quiet' } as const

function TopicState({ topic, lang }: { topic: TopicProposal; lang: Lang }) {
  return (
    <StateBadge
      tone={TONES[topic.state as 'proposed']}
      label={dialogueFormWords[lang].topicStates[topic.state as 'proposed']}
    />
  )
}

async function topicsPage(page: OfficeRequest, refusal: Refusal | null): Promise<OfficeReply> {
  const { lang } = page
  const words = dialogueFormWords[lang]
  const topics = await listTopics(page.db, page.authority.id)
  const found = await regulationOfAuthority(page.db, page.authority.id, page.today)
  const areas = found?.regulation.petitionFields?.subjectAreas ?? []
  return officePage(
    page,
    {
      ...{ title: words.topicsTitle, active: 'dialogues', width: 'wide', keepDrafts: refusal !== null },
      ...(refusal ? { status: refusal.status } : {}),
    },
    <>
      <PageHeading
        trail={[{ href: page.link('/hoi-nghi'), label: dialogueWords[lang].dialogues }]}
        title={words.topicsTitle}
      />
      <p class="mb-4 max-w-[70ch] text-sm">{words.topicsHelp}</p>
      {topics.length === 0 ? (
        <EmptyState icon="pen" title={words.topicsEmpty} help={words.topicsEmptyHelp} />
      ) : (
        <DataTable
          caption={words.topicsTitle}
          rows={topics}
          rowKey={(topic) => String(topic.id)}
          rowHref={(topic) => page.link(`${TOPICS}/${topic.id}`)}
          columns={[
            { key: 'topic', label: words.topic, main: true, wide: true, cell: (topic) => topic.topic },
            { key: 'proposer', label: words.proposer, cell: (topic) => topic.proposerName },
            { key: 'area', label: words.subjectArea, cell: (topic) => choiceLabel(areas, topic.subjectArea, lang) },
            { key: 'on', label: words.proposedOn, cell: (topic) => formatDay(topic.proposedOn) },
            { key: 'state', label: words.state, cell: (topic) => <TopicState topic={topic} lang={lang} /> },
          ]}
        />
      )}
      {mayDo(page, 'topic:propose') ? (
        <ProposeForm
          page={page}
          refusal={refusal}
          agencies={await agencyChoices(page)}
          areas={regulationChoices(areas, lang)}
        />
      ) : null}
    </>,
  )
}

function ProposeForm(props: {
  page: OfficeRequest
  refusal: Refusal | null
  agencies: readonly Choice[]
  areas: readonly Choice[]
}) {
  const { page, refusal } = props
  const words = dialogueFormWords[page.lang]
  const stored = {
    year: String(yearOf(page.today)),
    proposedOn: formatDay(page.today),
    proposerAgencyId: page.actor.agencyId ?? '',
  }
  const state = formState(refusal, 'add', stored)
  return (
    <Card title={words.propose} level={2}>
      <Form action={page.link(TOPICS)} label={words.propose} {...state}>
        <NumberField name="year" label={words.year} required />
        <SelectField name="proposerAgencyId" label={words.proposer} choices={props.agencies} required />
        <TextAreaField name="topic" label={words.topic} rows={2} required />
        <TextAreaField name="reason" label={words.topicReason} rows={4} required />
        {props.areas.length > 0 ? (
          <SelectField name="subjectArea" label={words.subjectArea} choices={props.areas} />
        ) : null}
        <CheckboxField name="sensitive" label={words.sensitive} checked={state.values['sensitive'] === 'on'} />
        <DayField name="proposedOn" label={words.proposedOn} required />
        <FormButtons verb={words.propose} />
      </Form>
    </Card>
  )
}

async function getTopic(page: OfficeRequest): Promise<TopicProposal> {
  const found = (await listTopics(page.db, page.authority.id)).find((topic) => topic.id === idParam(page))
  if (!found) throw new NotFound('topicProposal')
  return found
}

async function topicPage(page: OfficeRequest, refusal: Refusal | null): Promise<OfficeReply> {
  const { lang } = page
  const words = dialogueFormWords[lang]
  const topic = await getTopic(page)
  const regulation = (await regulationOfAuthority(page.db, page.authority.id, topic.proposedOn))?.regulation ?? null
  const open = topic.state === 'proposed' || topic.state === 'appraised'
  const facts: Fact[] = [
    { label: words.proposer, value: topic.proposerName },
    {
      label: words.subjectArea,
      value: choiceLabel(regulation?.petitionFields?.subjectAreas ?? [], topic.subjectArea, lang),
    },
    { label: words.proposedOn, value: formatDay(topic.proposedOn) },
    { label: words.topicReason, value: topic.reason },
    { label: words.decidedOnDay, value: topic.decidedOn ? formatDay(topic.decidedOn) : '' },
    { label: words.decisionReason, value: topic.decisionNote ?? '' },
    { label: words.decidedOnPaper, value: paperDecisionFact(topic, topic.decidedOn, lang) },
  ]
  const files = await listAttachments(page.db, page.authority.id, 'topicProposal', topic.id)
  return officePage(
    page,
    {
      ...{ title: shortened(topic.topic, 120), active: 'dialogues', keepDrafts: refusal !== null },
      ...(refusal ? { status: refusal.status } : {}),
    },
    <>
      <PageHeading
        trail={[{ href: page.link(TOPICS), label: words.topicsTitle }]}
        title={topic.topic}
        meta={
          <>
            <TopicState topic={topic} lang={lang} />
            {topic.sensitive ? <span>{words.sensitive}</span> : null}
          </>
        }
        actions={<DialogueLink page={page} topic={topic} />}
      />
      <DefinitionList facts={facts.filter((fact) => fact.value !== '')} />
      {regulation ? await appraisalSection({ page, topic, regulation, refusal, open }) : null}
      {files.length > 0 ? (
        <Section title={words.paperPages} count={files.length}>
          <FileList request={page} files={files} />
        </Section>
      ) : null}
      {open ? <TopicDecision page={page} refusal={refusal} /> : null}
    </>,
  )
}

function DialogueLink({ page, topic }: { page: OfficeRequest; topic: TopicProposal }) {
  const words = dialogueFormWords[page.lang]
  if (topic.dialogueId !== null)
    return <LinkButton href={page.link(`/hoi-nghi/${topic.dialogueId}`)}>{words.seeDialogue}</LinkButton>
  if (topic.state !== 'accepted' || !mayDo(page, 'dialogue:open')) return null
  return (
    <LinkButton variant="primary" href={page.link(`/hoi-nghi/moi?chu-de=${topic.id}`)}>
      {words.openDialogue}
    </LinkButton>
  )
}

const done = (page: OfficeRequest, flash: string) => redirectTo(page.link(`${TOPICS}/${idParam(page)}`), flash)

export const topicRoutes: OfficeRoute[] = [
  { method: 'GET', url: TOPICS, permission: 'topic:read', handle: (page) => topicsPage(page, null) },
  { method: 'GET', url: `${TOPICS}/:id`, permission: 'topic:read', handle: (page) => topicPage(page, null) },
  {
    ...{ method: 'POST', url: TOPICS, permission: 'topic:propose' },
    handle: (page) =>
      submitForm(page, proposeTopic, {
        input: page.form,
        onDone: ({ topicId }) => redirectTo(page.link(`${TOPICS}/${topicId}`), dialogueFormWords[page.lang].proposed),
        onRefused: (refused) => topicsPage(page, { ...refused, form: 'add' }),
      }),
  },
  {
    ...{ method: 'POST', url: `${TOPICS}/:id/tham-dinh`, permission: 'topic:appraise' },
    handle: (page) =>
      submitForm(page, appraiseTopic, {
        input: { ...page.form, id: idParam(page), ...decisionPage(page) },
        onDone: () => done(page, dialogueFormWords[page.lang].saved),
        onRefused: (refused) => topicPage(page, { ...refused, form: 'appraise' }),
      }),
  },
  {
    ...{ method: 'POST', url: `${TOPICS}/:id/quyet-dinh`, permission: 'topic:decide' },
    handle: (page) =>
      submitForm(page, decideTopic, {
        onDone: () => done(page, dialogueFormWords[page.lang].saved),
        onRefused: (refused) => topicPage(page, { ...refused, form: 'decide' }),
      }),
  },
  {
    ...{ method: 'POST', url: `${TOPICS}/:id/quyet-dinh-tren-giay`, permission: 'dialogue:prepare' },
    handle: (page) =>
      submitForm(page, decideTopicOnPaper, {
        input: { ...page.form, id: idParam(page), ...decisionPage(page) },
        onDone: () => done(page, dialogueFormWords[page.lang].saved),
        onRefused: (refused) => topicPage(page, { ...refused, form: 'decide-paper' }),
      }),
  },
]
