import { getCurrentYear } from '../../../calendar/calendar-store.ts'
import type { CalendarYear } from '../../../calendar/calendar-year.ts'
import type { CalendarEntry, ChangedDay, YearDifference } from '../../../calendar/compare-years.ts'
import { editYearTable, writeYearTable } from '../../../calendar/edit-year-table.ts'
import { type CalendarYearReading, parseCalendarYear, readCalendarYear } from '../../../calendar/read-calendar-year.ts'
import { readYearEdits } from '../../../calendar/year-edits-form.ts'
import { formatDay } from '../../../platform/day.ts'
import { BrokenRule, type InputErrors } from '../../../platform/errors.ts'
import { type AppliedYear, applyCalendarYear, tryCalendarYear } from '../../../procedures/apply-calendar-year.ts'
import type { CalendarMove } from '../../../procedures/calendar-move-store.ts'
import { Badge } from '../../kit/badge.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import type { FormErrors, FormValues } from '../../kit/form-state.ts'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { calendarWords } from '../../words/calendar-words.ts'
import { formatWeekday } from '../../words/format-values.ts'
import { inputSentence, ruleSentence } from '../../words/rule-sentence.ts'
import type { Lang } from '../../words/words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { uploadedText } from '../uploaded-text.ts'
import { CALENDAR, trailOf, yearParam } from './calendar-pages.tsx'
import { showYearForm } from './year-form-page.tsx'

const SHOWN_MOVES = 100

type Read = { reading: CalendarYearReading; errors: InputErrors; values: FormValues }

/** What the form sent as a table: single days put into the present one, or the whole as text or file. */
async function readSent(request: OfficeRequest, current: CalendarYear): Promise<Read> {
  if (request.form['mode'] === 'days') {
    const { edits, errors } = readYearEdits(request.form, current)
    const reading = readCalendarYear(JSON.parse(JSON.stringify(editYearTable(current, edits))))
    return { reading, errors, values: request.form }
  }
  const sent = await uploadedText(request, 'file')
  const text = sent === null || sent === 'notText' ? String(request.form['table'] ?? '') : sent
  const errors: InputErrors = sent === 'notText' ? { file: 'fileKind' } : {}
  return { reading: parseCalendarYear(text), errors, values: { ...request.form, table: text } }
}

/** POST /quan-tri/lich/:year/xem-lai: nothing is saved; shows what would change. */
export async function reviewYear(request: OfficeRequest): Promise<OfficeReply> {
  const words = calendarWords[request.lang]
  const year = yearParam(request)
  const current = await getCurrentYear(request.db, year)
  const { reading, errors, values } = await readSent(request, current.table)
  const mode = request.form['mode'] === 'days' ? 'days' : 'table'
  const sentences = Object.fromEntries(
    Object.entries(errors).map(([field, code]) => [field, inputSentence(request.lang, code)]),
  )
  const back = (problems: CalendarYearReading['problems'], more: FormErrors = {}) =>
    showYearForm(request, { mode, values, errors: { ...sentences, ...more }, problems })
  if (!reading.year || Object.keys(errors).length > 0)
    return back(Object.keys(errors).length > 0 ? [] : reading.problems)
  if (reading.year.year !== year) return back([], { '': words.wrongYear(year) })
  try {
    return await reviewPage(request, reading.year, { values: {}, errors: {}, status: 200 })
  } catch (error) {
    if (error instanceof BrokenRule) return back([], { '': ruleSentence(request.lang, error.code, error.params) })
    throw error
  }
}

interface ReviewState {
  values: FormValues
  errors: FormErrors
  status: number
}

async function reviewPage(request: OfficeRequest, table: CalendarYear, state: ReviewState): Promise<OfficeReply> {
  const { lang } = request
  const words = calendarWords[lang]
  const { version } = await getCurrentYear(request.db, table.year)
  const tried = await tryCalendarYear(request.runtime, {
    actor: request.actor,
    authorityId: request.authority.id,
    input: { table, reviewedVersion: version },
  })
  return officePage(
    request,
    { title: words.reviewTitle(table.year), active: 'administration', status: state.status, keepDrafts: true },
    <>
      <PageHeading title={words.reviewTitle(table.year)} trail={trailOf(request, table.year)} meta={words.reviewMeta} />
      <Difference difference={tried.difference} lang={lang} />
      <Moves moves={tried.moves} lang={lang} />
      <Form
        action={request.link(`${CALENDAR}/${table.year}/luu`)}
        values={state.values}
        errors={state.errors}
        hidden={{ table: writeYearTable(table), reviewedVersion: String(version) }}
      >
        <TextAreaField name="reason" label={words.reason} help={words.reasonHelp} rows={3} required />
        <FormButtons verb={words.save} cancelHref={request.link(`${CALENDAR}/${table.year}/sua`)} />
      </Form>
    </>,
  )
}

function entryWords(entry: CalendarEntry | null, lang: Lang): string {
  const words = calendarWords[lang]
  if (!entry) return '–'
  const instead = entry.for ? `, ${words.offFor(formatDay(entry.for))}` : ''
  const name = entry.kind === 'workedSaturday' ? '' : `: ${entry.name}`
  return `${words.kinds[entry.kind]}${name}${instead}${entry.notice ? ` (${entry.notice})` : ''}`
}

function Difference({ difference, lang }: { difference: YearDifference; lang: Lang }) {
  const words = calendarWords[lang]
  const tones = { added: 'good', removed: 'bad', changed: 'info' } as const
  const columns: Column<ChangedDay>[] = [
    { key: 'date', label: words.date, main: true, cell: (row) => formatWeekday(row.date, lang) },
    {
      key: 'change',
      label: words.change,
      cell: (row) => <Badge tone={tones[row.change]}>{words.changes[row.change]}</Badge>,
    },
    { key: 'before', label: words.before, cell: (row) => entryWords(row.before, lang) },
    { key: 'after', label: words.after, cell: (row) => entryWords(row.after, lang) },
  ]
  const said = [
    ...(difference.provisional
      ? [difference.provisional.after ? words.becomesProvisional : words.becomesOfficial]
      : []),
    ...(difference.noticesAdded.length > 0 ? [words.noticesAdded(difference.noticesAdded.join('; '))] : []),
    ...(difference.noticesRemoved.length > 0 ? [words.noticesRemoved(difference.noticesRemoved.join('; '))] : []),
    ...(difference.noticesChanged.length > 0 ? [words.noticesChanged(difference.noticesChanged.join('; '))] : []),
  ]
  return (
    <Section title={words.daysChanged} count={difference.days.length}>
      {said.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {difference.days.length === 0 ? (
        <p>{words.noDaysChanged}</p>
      ) : (
        <DataTable caption={words.daysChanged} columns={columns} rows={difference.days} rowKey={(row) => row.date} />
      )}
    </Section>
  )
}

function Moves({ moves, lang }: { moves: AppliedYear['moves']; lang: Lang }) {
  const words = calendarWords[lang]
  const columns: Column<CalendarMove>[] = [
    { key: 'label', label: words.deadline, main: true, wide: true, cell: (row) => row.label },
    { key: 'authority', label: words.authority, cell: (row) => row.authorityName },
    { key: 'agency', label: words.agency, cell: (row) => row.agencyShortName ?? '' },
    { key: 'old', label: words.oldDue, cell: (row) => (row.oldDueOn ? formatDay(row.oldDueOn) : '–') },
    { key: 'new', label: words.newDue, cell: (row) => formatDay(row.newDueOn) },
  ]
  return (
    <Section title={words.deadlinesMoved} count={moves.length} help={words.deadlinesMovedHelp}>
      {moves.length === 0 ? (
        <EmptyState icon="check" title={words.noDeadlinesMoved} />
      ) : (
        <DataTable
          caption={words.deadlinesMoved}
          columns={columns}
          rows={moves.slice(0, SHOWN_MOVES)}
          rowKey={(row) => `${row.authorityId}-${row.deadlineId}-${row.newDueOn}`}
        />
      )}
      {moves.length > SHOWN_MOVES ? <p>{words.moreMoves(moves.length - SHOWN_MOVES)}</p> : null}
    </Section>
  )
}

/** POST /quan-tri/lich/:year/luu */
export async function saveYear(request: OfficeRequest): Promise<OfficeReply> {
  const words = calendarWords[request.lang]
  const year = yearParam(request)
  const { table, reviewedVersion, reason } = request.form
  return submitForm(request, applyCalendarYear, {
    input: { table, reviewedVersion, reason },
    onDone: ({ moves }) => redirectTo(request.link(`${CALENDAR}/${year}`), words.saved(year, moves.length)),
    onRefused: (refused) => refusedReview(request, refused),
  })
}

async function refusedReview(request: OfficeRequest, refused: RefusedForm): Promise<OfficeReply> {
  const words = calendarWords[request.lang]
  const reading = parseCalendarYear(String(request.form['table'] ?? ''))
  const stale: FormErrors = refused.stale ? { '': words.staleYear } : {}
  const errors = { ...refused.errors, ...stale }
  if (!reading.year || reading.year.year !== yearParam(request)) {
    return showYearForm(request, { mode: 'table', values: refused.values, errors, problems: reading.problems })
  }
  try {
    return await reviewPage(request, reading.year, { values: refused.values, errors, status: refused.status })
  } catch (error) {
    if (!(error instanceof BrokenRule)) throw error
    const said = { '': ruleSentence(request.lang, error.code, error.params) }
    return showYearForm(request, { mode: 'table', values: refused.values, errors: said, problems: [] })
  }
}
