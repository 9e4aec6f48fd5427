import { type Dialogue, eventDay } from '../../../dialogues/dialogue.ts'
import { editDialogue } from '../../../dialogues/edit-dialogue.ts'
import { type Day, formatDay } from '../../../platform/day.ts'
import { cancelDialogue, cancelDialogueOnPaper } from '../../../procedures/cancel-dialogue.ts'
import { setConferenceDay, setConferenceDayOnPaper } from '../../../procedures/set-conference-day.ts'
import { getRegulationVersion } from '../../../regulations/regulation-store.ts'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { CheckboxGroupField } from '../../kit/checkbox-group-field.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { DetailsBlock } from '../../kit/details-block.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { dialogueFormWords } from '../../words/dialogue-form-words.ts'
import { officePage } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest, OfficeRoute } from '../office-route.ts'
import { type DialoguePage, dialogueAct, dialogueView } from './dialogue-act.tsx'
import { agencyChoices, formState, type Refusal } from './dialogue-request.ts'
import { regulationChoices, TimePlaceFields } from './new-dialogue-page.tsx'

type Child = Parameters<typeof officePage>[2]

function formPage(
  request: OfficeRequest,
  dialogue: Dialogue,
  page: { title: string; help?: string; refusal: Refusal | null },
  content: Child,
): OfficeReply {
  return officePage(
    request,
    { title: page.title, active: 'dialogues', width: 'narrow', keepDrafts: page.refusal !== null },
    <>
      <PageHeading
        trail={[{ href: request.link(`/hoi-nghi/${dialogue.id}`), label: dialogue.title }]}
        title={page.title}
      />
      {page.help ? <p class="mb-4 max-w-[70ch] text-sm">{page.help}</p> : null}
      {content}
    </>,
  )
}

const DAY_ON_PAPER = '/quyet-dinh-tren-giay'
const CANCEL_ON_PAPER = '/huy-tren-giay'

/** When it was decided; on paper also by whom. */
function DecidedFields({ lang, onPaper }: { lang: OfficeRequest['lang']; onPaper: boolean }) {
  const words = dialogueFormWords[lang]
  return (
    <>
      {onPaper ? <TextField name="decidedBy" label={words.decidedBy} required /> : null}
      <DayField name="decidedOn" label={words.decidedOn} required={onPaper} />
    </>
  )
}

const typed = (day: Day | null) => (day === null ? '' : formatDay(day))

const editPage: DialoguePage = async (request, dialogue, refusal) => {
  const { lang } = request
  const words = dialogueFormWords[lang]
  const { regulation } = await getRegulationVersion(request.db, dialogue.regulationVersionId)
  const agencies = await agencyChoices(request)
  const audiences = regulation.petitionFields?.audiences ?? []
  const back = request.link(`/hoi-nghi/${dialogue.id}`)
  const state = formState(refusal, 'edit', {
    ...dialogue,
    hostAgencyId: dialogue.hostAgencyId ?? '',
    supportingAgencyIds: dialogue.supportingAgencyIds.map(String),
    interpreterNeeded: dialogue.interpreterNeeded ?? '',
    policeForum: dialogue.policeForum ? 'on' : '',
  })
  return formPage(
    request,
    dialogue,
    { title: words.editTitle, refusal },
    <Form action={`${back}/thong-tin`} version={dialogue.version} {...state}>
      <TextField name="title" label={words.title} required />
      <TextAreaField name="topic" label={words.topic} rows={3} />
      {audiences.length > 0 ? (
        <CheckboxGroupField
          name="audience"
          label={words.audience}
          choices={regulationChoices(audiences, lang)}
          columns
        />
      ) : null}
      <SelectField name="hostAgencyId" label={words.hostAgencyId} choices={agencies} />
      <DetailsBlock summary={`${words.supportingAgencyIds} (${dialogue.supportingAgencyIds.length})`}>
        <CheckboxGroupField name="supportingAgencyIds" label={words.supportingAgencyIds} choices={agencies} columns />
      </DetailsBlock>
      {regulation.forum ? (
        <CheckboxField name="policeForum" label={words.policeForum} checked={state.values['policeForum'] === 'on'} />
      ) : null}
      <TextField name="interpreterNeeded" label={words.interpreterNeeded} />
      <TextAreaField name="note" label={words.note} rows={3} />
      <FormButtons verb={words.save} cancelHref={back} />
    </Form>,
  )
}

const dayPage =
  (onPaper: boolean): DialoguePage =>
  async (request, dialogue, refusal) => {
    const words = dialogueFormWords[request.lang]
    const back = request.link(`/hoi-nghi/${dialogue.id}`)
    const event = eventDay(dialogue)
    const stored = {
      ...dialogue,
      heldOn: typed(dialogue.heldOn),
      startsAt: dialogue.startsAt ?? '',
      endsAt: dialogue.endsAt ?? '',
      onlineLink: dialogue.onlineLink ?? '',
      collectionOpensOn: typed(dialogue.collectionOpensOn),
      collectionClosesOn: typed(dialogue.collectionClosesOn),
      decidedOn: typed(dialogue.timePlaceDecidedOn ?? request.today),
      reason: '',
    }
    return formPage(
      request,
      dialogue,
      { title: onPaper ? words.dayOnPaper : words.dayTitle, help: words.dayHelp, refusal },
      <Form
        action={`${back}${onPaper ? DAY_ON_PAPER : '/thoi-gian'}`}
        version={dialogue.version}
        {...formState(refusal, 'day', stored)}
      >
        <TimePlaceFields lang={request.lang} dayRequired={dialogue.form !== 'indirect'} />
        <TextAreaField name="composition" label={words.composition} rows={4} />
        <DecidedFields lang={request.lang} onPaper={onPaper} />
        {event === null ? null : (
          <TextField name="reason" label={words.dayReason} help={words.dayReasonHelp(formatDay(event))} />
        )}
        <FormButtons verb={onPaper ? words.save : words.decide} cancelHref={back} />
      </Form>,
    )
  }

const cancelPage =
  (onPaper: boolean): DialoguePage =>
  async (request, dialogue, refusal) => {
    const words = dialogueFormWords[request.lang]
    const back = request.link(`/hoi-nghi/${dialogue.id}`)
    return formPage(
      request,
      dialogue,
      { title: onPaper ? words.cancelOnPaper : words.cancelTitle, help: words.cancelHelp, refusal },
      <Form action={`${back}${onPaper ? CANCEL_ON_PAPER : '/huy'}`} {...formState(refusal, 'cancel')}>
        <TextAreaField name="reason" label={words.reason} rows={3} required />
        {onPaper ? <DecidedFields lang={request.lang} onPaper /> : null}
        <FormButtons verb={words.cancel} danger cancelHref={back} />
      </Form>,
    )
  }

const day = {
  form: 'day',
  back: '',
  flash: (lang: OfficeRequest['lang']) => dialogueFormWords[lang].decided,
  conflict: (lang: OfficeRequest['lang']) => {
    const { heldOn, startsAt, endsAt, venue, composition, dayReason } = dialogueFormWords[lang]
    const labels = { heldOn, startsAt, endsAt, venue, composition, reason: dayReason }
    return Object.entries(labels).map(([name, label]) => ({ name, label }))
  },
}
const cancel = {
  form: 'cancel',
  back: '',
  flash: (lang: OfficeRequest['lang']) => dialogueFormWords[lang].cancelled,
}

export const dialogueEditRoutes: OfficeRoute[] = [
  dialogueView('/thong-tin', 'dialogue:prepare', editPage),
  dialogueAct({
    ...{
      path: '/thong-tin',
      permission: 'dialogue:prepare',
      change: editDialogue,
      form: 'edit',
      page: editPage,
      back: '',
    },
    flash: (lang) => dialogueFormWords[lang].saved,
    conflict: (lang) => {
      const { title, topic, interpreterNeeded, note } = dialogueFormWords[lang]
      return Object.entries({ title, topic, interpreterNeeded, note }).map(([name, label]) => ({ name, label }))
    },
  }),
  dialogueView('/thoi-gian', 'dialogue:decide', dayPage(false)),
  dialogueAct({
    ...day,
    path: '/thoi-gian',
    permission: 'dialogue:decide',
    change: setConferenceDay,
    page: dayPage(false),
  }),
  dialogueView(DAY_ON_PAPER, 'dialogue:prepare', dayPage(true)),
  dialogueAct({
    ...day,
    path: DAY_ON_PAPER,
    permission: 'dialogue:prepare',
    change: setConferenceDayOnPaper,
    page: dayPage(true),
  }),
  dialogueView('/huy', 'dialogue:decide', cancelPage(false)),
  dialogueAct({
    ...cancel,
    path: '/huy',
    permission: 'dialogue:decide',
    change: cancelDialogue,
    page: cancelPage(false),
  }),
  dialogueView(CANCEL_ON_PAPER, 'dialogue:prepare', cancelPage(true)),
  dialogueAct({
    ...cancel,
    path: CANCEL_ON_PAPER,
    permission: 'dialogue:prepare',
    change: cancelDialogueOnPaper,
    page: cancelPage(true),
  }),
]
