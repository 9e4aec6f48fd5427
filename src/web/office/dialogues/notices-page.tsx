import { loadCalendar } from '../../../calendar/calendar-store.ts'
import { timeLeft } from '../../../calendar/count-days.ts'
import { listDeadlines } from '../../../deadlines/deadline-store.ts'
import { NOTICE_CHANNELS } from '../../../dialogues/conference-forms.ts'
import { listNotices, type PublicNotice } from '../../../dialogues/conference-store.ts'
import type { Dialogue } from '../../../dialogues/dialogue.ts'
import { formatDay } from '../../../platform/day.ts'
import { RESULT_PARTS, readResultParts } from '../../../procedures/clock-event-store.ts'
import { publishResult } from '../../../procedures/publish-result.ts'
import { recordNotice } from '../../../procedures/record-notice.ts'
import { Card } from '../../kit/card.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { DefinitionList, type Fact } from '../../kit/definition-list.tsx'
import { DueDate } from '../../kit/due-date.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { NumberField } from '../../kit/number-field.tsx'
import { Section } from '../../kit/section.tsx'
import { type Choice, SelectField } from '../../kit/select-field.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { TimeField } from '../../kit/time-field.tsx'
import { conferenceWords } from '../../words/conference-words.ts'
import type { Lang } from '../../words/words.ts'
import type { OfficeRequest, OfficeRoute } from '../office-route.ts'
import { type DialoguePage, dialogueAct, dialogueView } from './dialogue-act.tsx'
import { agencyChoices, formState, mayDo, type Refusal, wordChoices } from './dialogue-request.ts'
import { subpage } from './subpage.tsx'

function columns(lang: Lang): Column<PublicNotice>[] {
  const words = conferenceWords[lang].notices
  return [
    {
      key: 'channel',
      label: words.channel,
      main: true,
      cell: (one) => words.channels[one.channel as keyof typeof words.channels],
    },
    { key: 'day', label: words.doneOn, cell: (one) => formatDay(one.doneOn) },
    { key: 'time', label: words.atTime, cell: (one) => one.atTime ?? '' },
    { key: 'times', label: words.times, numeric: true, cell: (one) => one.times },
    { key: 'place', label: words.place, cell: (one) => one.place },
    { key: 'by', label: words.doneBy, cell: (one) => one.doneBy ?? '' },
    { key: 'content', label: words.content, wide: true, cell: (one) => one.content },
  ]
}

function NoticeForm(props: {
  lang: Lang
  action: string
  form: string
  verb: string
  agencies: readonly Choice[]
  today: string
  /** the agency of who records it: the likely one to have done it */
  own: number | null
  refusal: Refusal | null
}) {
  const words = conferenceWords[props.lang].notices
  const id = (name: string) => `${props.form}-${name}`
  return (
    <Card title={props.verb} level={3}>
      <Form
        action={props.action}
        label={props.verb}
        {...formState(props.refusal, props.form, {
          doneOn: props.today,
          times: '1',
          doneByAgencyId: props.own ?? '',
        })}
      >
        <SelectField
          id={id('channel')}
          name="channel"
          label={words.channel}
          choices={wordChoices(NOTICE_CHANNELS, words.channels)}
          required
        />
        <DayField id={id('doneOn')} name="doneOn" label={words.doneOn} required />
        <TimeField id={id('atTime')} name="atTime" label={words.atTime} />
        <NumberField id={id('times')} name="times" label={words.times} min={1} required />
        <TextField id={id('place')} name="place" label={words.place} />
        <SelectField id={id('by')} name="doneByAgencyId" label={words.doneBy} choices={props.agencies} />
        <TextAreaField id={id('content')} name="content" label={words.content} rows={3} />
        <FormButtons verb={props.verb} />
      </Form>
    </Card>
  )
}

/** The deadlines that these notices meet, each with the way to its explanation. */
async function dueFacts(request: OfficeRequest, dialogue: Dialogue, keys: readonly string[]): Promise<Fact[]> {
  const calendar = await loadCalendar(request.db)
  const rows = await listDeadlines(request.db, request.authority.id, { dialogueId: dialogue.id })
  return rows
    .filter((row) => keys.includes(row.key) && row.state !== 'void')
    .map((row) => ({
      label: `${row.label} (${row.instrument})`,
      value: (
        <DueDate
          due={row.dueOn}
          left={timeLeft(calendar, request.today, row.dueOn)}
          met={row.metOn}
          provisional={row.provisional}
          whyHref={request.link(`/han/${row.id}`)}
        />
      ),
    }))
}

/** Where the law asks for the result to be made public: its deadline, and each part with its day or still to do. */
async function resultFacts(request: OfficeRequest, dialogue: Dialogue): Promise<Fact[]> {
  const due = await dueFacts(request, dialogue, ['resultPublication'])
  if (due.length === 0) return due
  const words = conferenceWords[request.lang].notices
  const done = await readResultParts(request.db, request.authority.id, dialogue.id)
  const parts = RESULT_PARTS.map((part) => {
    const day = done[part]
    const state = day ? words.partDone(formatDay(day)) : words.partOpen
    return { label: words.parts[part], value: <StateBadge tone={day ? 'good' : 'warn'} label={state} /> }
  })
  return [...due, ...parts]
}

const noticesPage: DialoguePage = async (request, dialogue, refusal) => {
  const { lang } = request
  const words = conferenceWords[lang].notices
  const notices = await listNotices(request.db, request.authority.id, dialogue.id)
  const before = notices.filter((one) => one.purpose === 'announcement')
  const after = notices.filter((one) => one.purpose === 'result')
  const may = mayDo(request, 'dialogue:announce')
  const wasHeld = dialogue.state !== 'preparing' && dialogue.state !== 'cancelled'
  // an agency records what it did itself, the lead office what others did
  const own = mayDo(request, 'dialogue:prepare') ? null : request.actor.agencyId
  const form = { lang, agencies: await agencyChoices(request), today: formatDay(request.today), own, refusal }
  const base = request.link(`/hoi-nghi/${dialogue.id}/thong-bao`)
  const table = (rows: PublicNotice[], caption: string, empty: string) =>
    rows.length === 0 ? (
      <EmptyState icon="info" title={empty} />
    ) : (
      <DataTable caption={caption} columns={columns(lang)} rows={rows} rowKey={(one) => String(one.id)} />
    )
  return subpage(
    request,
    dialogue,
    { key: 'notices', refusal, help: words.help },
    <>
      <Section title={words.before} count={before.length}>
        <DefinitionList
          facts={await dueFacts(request, dialogue, ['publicNotice', 'mediaNotice', 'loudspeaker'])}
          stacked
        />
        {table(before, words.before, words.emptyBefore)}
        {may && dialogue.state === 'preparing' ? (
          <NoticeForm {...form} action={base} form="announcement" verb={words.record} />
        ) : null}
      </Section>
      <Section title={words.after} count={after.length} help={words.afterHelp}>
        <DefinitionList facts={await resultFacts(request, dialogue)} stacked />
        {table(after, words.after, words.emptyAfter)}
        {may && wasHeld ? <NoticeForm {...form} action={`${base}/ket-qua`} form="result" verb={words.publish} /> : null}
      </Section>
    </>,
  )
}

export const noticeRoutes: OfficeRoute[] = [
  dialogueView('/thong-bao', 'dialogue:read', noticesPage),
  dialogueAct({
    ...{ path: '/thong-bao', permission: 'dialogue:announce', change: recordNotice, form: 'announcement' },
    ...{ page: noticesPage, back: '/thong-bao', flash: (lang) => conferenceWords[lang].notices.recorded },
  }),
  dialogueAct({
    ...{ path: '/thong-bao/ket-qua', permission: 'dialogue:announce', change: publishResult, form: 'result' },
    ...{ page: noticesPage, back: '/thong-bao', flash: (lang) => conferenceWords[lang].notices.published },
  }),
]
