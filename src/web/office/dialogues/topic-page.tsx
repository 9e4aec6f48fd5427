import { findAgencyByRole } from '../../../agencies/agency-store.ts'
import { appraiseTopic } from '../../../dialogues/appraise-topic.ts'
import { decideTopic } from '../../../dialogues/decide-topic.ts'
import { proposeTopic } from '../../../dialogues/propose-topic.ts'
import { appraisers, missingAppraisals } from '../../../dialogues/topic-rules.ts'
import { listAppraisals, listTopics, type TopicProposal } from '../../../dialogues/topic-store.ts'
import { formatDay, yearOf } from '../../../platform/day.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Regulation, roleLabel } from '../../../regulations/regulation.ts'
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
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { Section } from '../../kit/section.tsx'
import { type Choice, SelectField } from '../../kit/select-field.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { Timeline } from '../../kit/timeline.tsx'
import { dialogueFormWords } from '../../words/dialogue-form-words.ts'
import { dialogueWords } from '../../words/dialogue-words.ts'
import type { Lang } from '../../words/words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest, type OfficeRoute } from '../office-route.ts'
import { submitForm } from '../submit-form.tsx'
import { agencyChoices, choiceLabel, formState, mayDo, type Refusal, wordChoices } from './dialogue-request.ts'
import { regulationChoices } from './new-dialogue-page.tsx'

const BASE = '/chu-de'
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
          rowHref={(topic) => page.link(`${BASE}/${topic.id}`)}
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
      <Form action={page.link(BASE)} label={words.propose} {...state}>
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

/** Members of the appraisal whose opinion the reader may record: his own agency's, or any for the lead office. */
async function memberChoices(page: OfficeRequest, topic: TopicProposal, roles: readonly string[]): Promise<Choice[]> {
  const choices: Choice[] = []
  for (const role of roles) {
    const agency = await findAgencyByRole(page.db, page.authority.id, role, topic.proposedOn)
    if (agency && (mayDo(page, 'dialogue:prepare') || page.actor.agencyId === agency.id)) {
      choices.push({ value: String(agency.id), label: agency.name })
    }
  }
  return choices
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
  ]
  return officePage(
    page,
    {
      ...{ title: topic.topic.slice(0, 120), active: 'dialogues', keepDrafts: refusal !== null },
      ...(refusal ? { status: refusal.status } : {}),
    },
    <>
      <PageHeading
        trail={[{ href: page.link(BASE), label: words.topicsTitle }]}
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
      {regulation && appraisers(regulation).length > 0
        ? await appraisalSection(page, topic, regulation, refusal, open)
        : null}
      {open && mayDo(page, 'topic:decide') ? <DecideForm page={page} refusal={refusal} /> : null}
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

async function appraisalSection(
  page: OfficeRequest,
  topic: TopicProposal,
  regulation: Regulation,
  refusal: Refusal | null,
  open: boolean,
) {
  const words = dialogueFormWords[page.lang]
  const given = await listAppraisals(page.db, page.authority.id, topic.id)
  const missing = missingAppraisals(
    regulation,
    given.map((one) => one.agencyRole),
  )
  const choices = open && mayDo(page, 'topic:appraise') ? await memberChoices(page, topic, missing) : []
  return (
    <Section title={words.appraisals} count={given.length}>
      {given.length === 0 ? <p>{words.noAppraisals}</p> : null}
      <Timeline
        events={given.map((one) => ({
          key: String(one.id),
          when: one.appraisedOn,
          title: `${one.agencyName}: ${words.opinions[one.opinion as 'agree']}`,
          ...(one.note ? { body: one.note } : {}),
        }))}
      />
      {missing.length > 0 && open ? (
        <p>{words.appraisalMissing(missing.map((role) => roleLabel(regulation, role)).join('; '))}</p>
      ) : null}
      {choices.length > 0 ? (
        <Card title={words.appraiseTitle} level={3}>
          <Form
            action={page.link(`${BASE}/${topic.id}/tham-dinh`)}
            label={words.appraiseTitle}
            {...formState(refusal, 'appraise', {
              appraisedOn: formatDay(page.today),
              opinion: 'agree',
              agencyId: choices[0]!.value,
            })}
          >
            <SelectField name="agencyId" label={words.appraiser} choices={choices} empty={null} required />
            <RadioGroupField
              name="opinion"
              label={words.opinion}
              choices={wordChoices(['agree', 'agreeWithChanges', 'disagree'], words.opinions)}
              required
            />
            <TextAreaField name="note" label={words.note} rows={3} />
            <DayField name="appraisedOn" label={words.appraisedOn} required />
            <FormButtons verb={words.appraise} />
          </Form>
        </Card>
      ) : null}
    </Section>
  )
}

function DecideForm({ page, refusal }: { page: OfficeRequest; refusal: Refusal | null }) {
  const words = dialogueFormWords[page.lang]
  const stored = { decidedOn: formatDay(page.today), decision: 'accepted' }
  return (
    <Card title={words.decideTitle} level={2}>
      <Form
        action={page.link(`${BASE}/${idParam(page)}/quyet-dinh`)}
        label={words.decideTitle}
        {...formState(refusal, 'decide', stored)}
      >
        <RadioGroupField
          id="decision"
          name="decision"
          label={words.decision}
          choices={wordChoices(['accepted', 'declined'], words.decisions)}
          inline
          required
        />
        <DayField name="decidedOn" label={words.decidedOnDay} required />
        <TextAreaField name="decisionNote" label={words.decisionReason} rows={2} />
        <FormButtons verb={words.decideTitle} />
      </Form>
    </Card>
  )
}

const done = (page: OfficeRequest, flash: string) => redirectTo(page.link(`${BASE}/${idParam(page)}`), flash)

export const topicRoutes: OfficeRoute[] = [
  { method: 'GET', url: BASE, permission: 'topic:read', handle: (page) => topicsPage(page, null) },
  { method: 'GET', url: `${BASE}/:id`, permission: 'topic:read', handle: (page) => topicPage(page, null) },
  {
    ...{ method: 'POST', url: BASE, permission: 'topic:propose' },
    handle: (page) =>
      submitForm(page, proposeTopic, {
        input: page.form,
        onDone: ({ topicId }) => redirectTo(page.link(`${BASE}/${topicId}`), dialogueFormWords[page.lang].proposed),
        onRefused: (refused) => topicsPage(page, { ...refused, form: 'add' }),
      }),
  },
  {
    ...{ method: 'POST', url: `${BASE}/:id/tham-dinh`, permission: 'topic:appraise' },
    handle: (page) =>
      submitForm(page, appraiseTopic, {
        onDone: () => done(page, dialogueFormWords[page.lang].saved),
        onRefused: (refused) => topicPage(page, { ...refused, form: 'appraise' }),
      }),
  },
  {
    ...{ method: 'POST', url: `${BASE}/:id/quyet-dinh`, permission: 'topic:decide' },
    handle: (page) =>
      submitForm(page, decideTopic, {
        onDone: () => done(page, dialogueFormWords[page.lang].saved),
        onRefused: (refused) => topicPage(page, { ...refused, form: 'decide' }),
      }),
  },
]
