import { listUnopenedPlanned } from '../../../dialogues/dialogue-store.ts'
import { listAcceptedRequests } from '../../../dialogues/request-store.ts'
import { listTopics } from '../../../dialogues/topic-store.ts'
import { formatDay } from '../../../platform/day.ts'
import { shortened } from '../../../platform/shortened.ts'
import { openDialogue } from '../../../procedures/open-dialogue.ts'
import type { Regulation } from '../../../regulations/regulation.ts'
import { regulationOfAuthority } from '../../../regulations/regulation-store.ts'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { CheckboxGroupField } from '../../kit/checkbox-group-field.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { DetailsBlock } from '../../kit/details-block.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { FormSection } from '../../kit/form-section.tsx'
import type { FormValues } from '../../kit/form-state.ts'
import { PageHeading } from '../../kit/page-heading.tsx'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { type Choice, SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { TimeField } from '../../kit/time-field.tsx'
import { dialogueFormWords } from '../../words/dialogue-form-words.ts'
import { dialogueWords } from '../../words/dialogue-words.ts'
import type { Lang } from '../../words/words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { agencyChoices } from './dialogue-request.ts'

/** Choices that the regulation gives, in the reader's language. */
export function regulationChoices(
  list: readonly { key: string; label: string; labelEn?: string | undefined }[],
  lang: Lang,
): Choice[] {
  return list.map((one) => ({ value: one.key, label: (lang === 'en' ? one.labelEn : undefined) ?? one.label }))
}

interface Sources {
  planned: Awaited<ReturnType<typeof listUnopenedPlanned>>
  requests: Choice[]
  topics: Choice[]
}

async function readSources(request: OfficeRequest): Promise<Sources> {
  const { db, authority } = request
  const [planned, requests, topics] = await Promise.all([
    listUnopenedPlanned(db, authority.id),
    listAcceptedRequests(db, authority.id),
    listTopics(db, authority.id, { state: 'accepted' }),
  ])
  return {
    planned,
    requests: requests.map((one) => ({
      value: String(one.id),
      label: `${formatDay(one.receivedOn)}: ${one.requesterName}, ${shortened(one.content, 80)}`,
    })),
    topics: topics
      .filter((one) => one.dialogueId === null)
      .map((one) => ({ value: String(one.id), label: `${shortened(one.topic, 100)} (${one.proposerName})` })),
  }
}

/** What is likely, from where the reader came: an entry of the plan, a request, a topic. */
function likelyValues(request: OfficeRequest, regulation: Regulation, sources: Sources): FormValues {
  const plannedId = Number(queryText(request, 'ke-hoach-dong'))
  const planned = sources.planned.find((one) => one.id === plannedId)
  const base = {
    requestId: queryText(request, 'yeu-cau'),
    topicProposalId: queryText(request, 'chu-de'),
    kind: queryText(request, 'yeu-cau') ? 'onRequest' : (regulation.kinds[0]?.key ?? ''),
    form: regulation.forms[0]?.key ?? '',
    chairModel: regulation.chairModels.at(-1)?.key ?? '',
  }
  if (!planned) return base
  const { title, kind, form, chairModel, topic, audience, venue } = planned
  return { ...base, plannedDialogueId: String(planned.id), title, kind, form, chairModel, topic, audience, venue }
}

function SourceFields({ lang, sources }: { lang: Lang; sources: Sources }) {
  const words = dialogueFormWords[lang]
  const planned = sources.planned.map((one) => ({ value: String(one.id), label: `${one.planYear}: ${one.title}` }))
  return (
    <FormSection title={words.source}>
      <SelectField name="plannedDialogueId" label={words.planned} choices={planned} empty={words.outsidePlan} />
      {sources.requests.length > 0 ? (
        <SelectField name="requestId" label={words.request} choices={sources.requests} />
      ) : null}
      {sources.topics.length > 0 ? (
        <SelectField name="topicProposalId" label={words.topicProposal} choices={sources.topics} />
      ) : null}
    </FormSection>
  )
}

function MainFields({ lang, regulation }: { lang: Lang; regulation: Regulation }) {
  const words = dialogueFormWords[lang]
  const kinds = regulation.kinds.filter((kind) => kind.key !== 'withinRegularMeeting')
  const triggers = regulation.kinds.find((kind) => kind.key === 'adHoc')?.triggers ?? []
  const audiences = regulation.petitionFields?.audiences ?? []
  return (
    <>
      <FormSection title={words.whatAndWho}>
        <TextField name="title" label={words.title} required />
        <RadioGroupField name="kind" label={words.kind} choices={regulationChoices(kinds, lang)} required />
        <RadioGroupField name="form" label={words.form} choices={regulationChoices(regulation.forms, lang)} required />
        <RadioGroupField
          name="chairModel"
          label={words.chairModel}
          choices={regulationChoices(regulation.chairModels, lang)}
          required
        />
        <TextAreaField name="topic" label={words.topic} rows={3} />
        {audiences.length > 0 ? (
          <CheckboxGroupField
            name="audience"
            label={words.audience}
            choices={regulationChoices(audiences, lang)}
            columns
          />
        ) : null}
      </FormSection>
      {kinds.some((kind) => kind.key === 'adHoc') ? (
        <FormSection title={words.adHoc} help={words.adHocHelp}>
          {triggers.length > 0 ? (
            <SelectField
              name="triggerKey"
              label={words.triggerKey}
              choices={triggers.map((one) => ({ value: one.key, label: one.text }))}
            />
          ) : null}
          <TextAreaField name="triggerReason" label={words.triggerReason} rows={2} />
        </FormSection>
      ) : null}
    </>
  )
}

/** Day, hours, place and collection, as far as they are known. */
export function TimePlaceFields(props: { lang: Lang; dayHelp?: string; dayRequired?: boolean }) {
  const { lang, dayHelp, dayRequired } = props
  const words = dialogueFormWords[lang]
  return (
    <>
      <DayField name="heldOn" label={words.heldOn} required={dayRequired} {...(dayHelp ? { help: dayHelp } : {})} />
      <TimeField name="startsAt" label={words.startsAt} />
      <TimeField name="endsAt" label={words.endsAt} />
      <TextField name="venue" label={words.venue} />
      <TextField name="onlineLink" type="url" label={words.onlineLink} />
      <DayField name="collectionOpensOn" label={words.collectionOpensOn} />
      <DayField name="collectionClosesOn" label={words.collectionClosesOn} help={words.collectionHelp} />
    </>
  )
}

async function newDialoguePage(request: OfficeRequest, refused: RefusedForm | null): Promise<OfficeReply> {
  const { lang } = request
  const words = dialogueFormWords[lang]
  const found = await regulationOfAuthority(request.db, request.authority.id, request.today)
  const heading = (
    <PageHeading
      trail={[{ href: request.link('/hoi-nghi'), label: dialogueWords[lang].dialogues }]}
      title={words.newTitle}
    />
  )
  const options = { title: words.newTitle, active: 'dialogues', width: 'narrow' as const, keepDrafts: refused !== null }
  if (!found) {
    return officePage(
      request,
      options,
      <>
        {heading}
        <EmptyState icon="admin" title={words.noRegulation} help={words.noRegulationHelp} />
      </>,
    )
  }
  const { regulation } = found
  const sources = await readSources(request)
  const agencies = await agencyChoices(request)
  const values = refused?.values ?? likelyValues(request, regulation, sources)
  return officePage(
    request,
    { ...options, ...(refused ? { status: refused.status } : {}) },
    <>
      {heading}
      <p class="mb-4 max-w-[70ch] text-sm">{words.newHelp}</p>
      <Form action={request.link('/hoi-nghi/moi')} values={values} errors={refused?.errors ?? {}}>
        <SourceFields lang={lang} sources={sources} />
        <MainFields lang={lang} regulation={regulation} />
        <FormSection title={words.timePlace} help={words.timePlaceHelp}>
          <TimePlaceFields lang={lang} />
        </FormSection>
        <DetailsBlock summary={words.more}>
          <SelectField name="hostAgencyId" label={words.hostAgencyId} choices={agencies} />
          {regulation.forum ? (
            <CheckboxField name="policeForum" label={words.policeForum} checked={values['policeForum'] === 'on'} />
          ) : null}
          <TextField name="interpreterNeeded" label={words.interpreterNeeded} />
        </DetailsBlock>
        <FormButtons verb={words.open} cancelHref={request.link('/hoi-nghi')} />
      </Form>
    </>,
  )
}

export const showNewDialogue = (request: OfficeRequest) => newDialoguePage(request, null)

export function postNewDialogue(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, openDialogue, {
    input: request.form,
    onDone: ({ id }) => redirectTo(request.link(`/hoi-nghi/${id}`), dialogueFormWords[request.lang].opened),
    onRefused: (refused) => newDialoguePage(request, refused),
  })
}
