import { listSpeeches, type Speech } from '../../../dialogues/conference-store.ts'
import { isOpen } from '../../../dialogues/dialogue.ts'
import { editSpeech } from '../../../dialogues/edit-speech.ts'
import { moveSpeech } from '../../../dialogues/move-speech.ts'
import { recordSpeech } from '../../../dialogues/record-speech.ts'
import { registerSpeech } from '../../../dialogues/register-speech.ts'
import { Card } from '../../kit/card.tsx'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { NumberField } from '../../kit/number-field.tsx'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { Section } from '../../kit/section.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { TimeField } from '../../kit/time-field.tsx'
import { conferenceWords } from '../../words/conference-words.ts'
import { intakeWords } from '../../words/intake-words.ts'
import type { Lang } from '../../words/words.ts'
import type { OfficeRoute } from '../office-route.ts'
import { type DialoguePage, dialogueAct, dialogueView } from './dialogue-act.tsx'
import { formState, mayDo, openedRow, type Refusal, wordChoices } from './dialogue-request.ts'
import { OrderButtons, orderActs } from './row-order-acts.tsx'
import { subpage } from './subpage.tsx'

const OUTCOMES = ['registered', 'spoken', 'withdrawn', 'absent'] as const

function speechColumns(lang: Lang, base: string, speeches: readonly Speech[], editable: boolean): Column<Speech>[] {
  const all = conferenceWords[lang]
  const words = all.speeches
  const order: Column<Speech> = {
    key: 'order',
    label: '',
    cell: (one) => <OrderButtons {...{ lang, base }} rows={speeches} row={one} of={one.speakerName} />,
  }
  const state = (one: Speech) => words.states[one.state as keyof typeof words.states]
  return [
    { key: 'number', label: all.agenda.number, numeric: true, cell: (one) => one.position },
    { key: 'speaker', label: words.speaker, main: true, cell: (one) => one.speakerName },
    { key: 'village', label: words.village, cell: (one) => one.village },
    { key: 'content', label: words.content, wide: true, cell: (one) => one.content },
    {
      key: 'minutes',
      label: words.minutes,
      numeric: true,
      cell: (one) => (one.minutes ? `${one.minutes} ${all.minutesUnit}` : ''),
    },
    {
      key: 'registered',
      label: words.registered,
      deskOnly: true,
      cell: (one) =>
        [
          words.registeredKinds[one.registered as 'before'],
          one.fromPortal ? intakeWords[lang].portal : '',
          one.phone ?? one.email ?? '',
        ]
          .filter(Boolean)
          .join(' · '),
    },
    {
      key: 'state',
      label: words.outcome,
      cell: (one) => (one.offTopic ? `${state(one)}, ${words.offTopic.toLowerCase()}` : state(one)),
    },
    ...(editable ? [order] : []),
  ]
}

function SpeechFields({ lang, prefix }: { lang: Lang; prefix: string }) {
  const words = conferenceWords[lang].speeches
  return (
    <>
      <TextField id={`${prefix}-speaker`} name="speakerName" label={words.speaker} required />
      <TextField id={`${prefix}-village`} name="village" label={words.village} />
      <TextAreaField id={`${prefix}-content`} name="content" label={words.content} rows={3} />
      <NumberField
        id={`${prefix}-minutes`}
        name="minutes"
        label={words.minutes}
        unit={conferenceWords[lang].minutesUnit}
        min={1}
        max={120}
      />
    </>
  )
}

function EditSpeechForms(props: { lang: Lang; base: string; refusal: Refusal | null; speech: Speech }) {
  const { lang, base, refusal, speech } = props
  const all = conferenceWords[lang]
  const words = all.speeches
  const outcome = {
    state: speech.state,
    startedAt: speech.startedAt ?? '',
    endedAt: speech.endedAt ?? '',
    offTopic: speech.offTopic ? 'on' : '',
  }
  return (
    <Card title={`${speech.position}. ${speech.speakerName}`} level={2} look="marked">
      <Form
        action={`${base}/${speech.id}/ket-qua`}
        label={words.outcomeTitle}
        {...formState(refusal, `outcome-${speech.id}`, outcome)}
      >
        <SelectField
          name="state"
          label={words.outcome}
          choices={wordChoices(OUTCOMES, words.states)}
          empty={null}
          required
        />
        <CheckboxField name="offTopic" label={words.offTopic} checked={speech.offTopic} />
        <TimeField name="startedAt" label={words.startedAt} />
        <TimeField name="endedAt" label={words.endedAt} />
        <FormButtons verb={words.outcomeTitle} cancelHref={base} />
      </Form>
      <Form
        action={`${base}/${speech.id}`}
        version={speech.version}
        label={words.editTitle}
        {...formState(refusal, `edit-${speech.id}`, { ...speech, minutes: speech.minutes ?? '' })}
      >
        <SpeechFields lang={lang} prefix="edit" />
        <FormButtons verb={all.save} cancelHref={base} />
      </Form>
    </Card>
  )
}

const speechesPage: DialoguePage = async (request, dialogue, refusal) => {
  const { lang } = request
  const words = conferenceWords[lang].speeches
  const base = request.link(`/hoi-nghi/${dialogue.id}/phat-bieu`)
  const speeches = await listSpeeches(request.db, request.authority.id, dialogue.id)
  const editable = isOpen(dialogue) && mayDo(request, 'dialogue:conduct')
  const rowId = openedRow(request, refusal) || Number(/-(\d+)$/.exec(refusal?.form ?? '')?.[1] ?? 0)
  const opened = editable ? speeches.find((one) => one.id === rowId) : undefined
  const registered = { registered: dialogue.heldOn !== null && dialogue.heldOn <= request.today ? 'onSite' : 'before' }
  return subpage(
    request,
    dialogue,
    { key: 'speeches', refusal, help: words.help },
    <>
      {opened ? <EditSpeechForms lang={lang} base={base} refusal={refusal} speech={opened} /> : null}
      <Section title={words.list} count={speeches.length}>
        {speeches.length === 0 ? (
          <EmptyState icon="meeting" title={words.emptyTitle} help={words.emptyHelp} />
        ) : (
          <DataTable
            caption={words.list}
            columns={speechColumns(lang, base, speeches, editable)}
            rows={speeches}
            rowKey={(one) => String(one.id)}
            rowHref={(one) => (editable ? `${base}?sua=${one.id}` : null)}
          />
        )}
      </Section>
      {editable && dialogue.form !== 'indirect' ? (
        <Card title={words.addTitle} level={2}>
          <Form action={base} label={words.addTitle} {...formState(refusal, 'add', registered)}>
            <RadioGroupField
              name="registered"
              label={words.registered}
              choices={wordChoices(['before', 'onSite'], words.registeredKinds)}
              inline
              required
            />
            <SpeechFields lang={lang} prefix="add" />
            <FormButtons verb={words.register} />
          </Form>
        </Card>
      ) : null}
    </>,
  )
}

const act = { page: speechesPage, back: '/phat-bieu', permission: 'dialogue:conduct' as const }
const saved = (lang: Lang) => conferenceWords[lang].saved

export const speechRoutes: OfficeRoute[] = [
  dialogueView('/phat-bieu', 'dossier:read', speechesPage),
  dialogueAct({
    ...{ ...act, path: '/phat-bieu', change: registerSpeech, form: 'add' },
    flash: (lang, { position }) => conferenceWords[lang].speeches.recorded(position),
  }),
  dialogueAct({
    ...{
      ...act,
      path: '/phat-bieu/:row',
      change: editSpeech,
      flash: saved,
      form: (request) => `edit-${request.params['row']}`,
    },
    conflict: (lang) => {
      const { speaker, village, content, minutes } = conferenceWords[lang].speeches
      return [
        { name: 'speakerName', label: speaker },
        { name: 'village', label: village },
        { name: 'content', label: content },
        { name: 'minutes', label: minutes },
      ]
    },
  }),
  dialogueAct({
    ...{ ...act, path: '/phat-bieu/:row/ket-qua', change: recordSpeech, flash: saved },
    form: (request) => `outcome-${request.params['row']}`,
  }),
  ...orderActs({ ...act, path: '/phat-bieu', change: moveSpeech, flash: saved }),
]
