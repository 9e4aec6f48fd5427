import {
  type CurrentYear,
  getCurrentYear,
  listCurrentYears,
  listYearVersions,
  loadCalendar,
} from '../../../calendar/calendar-store.ts'
import type { CalendarYear } from '../../../calendar/calendar-year.ts'
import { writeYearTable } from '../../../calendar/edit-year-table.ts'
import { type Day, formatDay, weekdayOf } from '../../../platform/day.ts'
import { NotFound } from '../../../platform/errors.ts'
import { Badge } from '../../kit/badge.tsx'
import { Button } from '../../kit/button.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { DayLegend, type DayMark, MonthGrid } from '../../kit/month-grid.tsx'
import { NumberField } from '../../kit/number-field.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { Timeline } from '../../kit/timeline.tsx'
import { calendarWords } from '../../words/calendar-words.ts'
import { formatWeekday } from '../../words/format-values.ts'
import type { Lang } from '../../words/words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'

export const CALENDAR = '/quan-tri/lich'

/** The year in the address; 404 for what can be none. */
export function yearParam(request: OfficeRequest): number {
  const year = idParam(request, 'year')
  if (year < 1900 || year > 2200) throw new NotFound('calendarYear')
  return year
}

function mayEnter(request: OfficeRequest): boolean {
  return request.actor.may('calendar:enter', { authorityId: request.authority.id })
}

export function trailOf(request: OfficeRequest, year?: number) {
  const words = calendarWords[request.lang]
  return [
    { href: request.link('/quan-tri'), label: words.administration },
    { href: request.link(CALENDAR), label: words.calendar },
    ...(year === undefined ? [] : [{ href: request.link(`${CALENDAR}/${year}`), label: words.yearOf(year) }]),
  ]
}

function originWords(current: Pick<CurrentYear, 'origin' | 'version'>, lang: Lang): string {
  const { origins } = calendarWords[lang]
  return current.origin === 'entered' ? origins.entered(current.version) : origins[current.origin]
}

function YearState({ provisional, lang }: { provisional: boolean; lang: Lang }) {
  const words = calendarWords[lang]
  return <StateBadge tone={provisional ? 'warn' : 'good'} label={provisional ? words.provisional : words.official} />
}

/** GET /quan-tri/lich */
export async function showCalendar(request: OfficeRequest): Promise<OfficeReply> {
  const words = calendarWords[request.lang]
  const wanted = Number(queryText(request, 'nam'))
  if (Number.isInteger(wanted) && wanted >= 1900 && wanted <= 2200) {
    return redirectTo(request.link(`${CALENDAR}/${wanted}`))
  }
  const years = await listCurrentYears(request.db)
  const { officialUntil } = await loadCalendar(request.db)
  return officePage(
    request,
    { title: words.calendar, active: 'administration' },
    <>
      <PageHeading
        title={words.calendar}
        trail={trailOf(request).slice(0, 1)}
        meta={`${words.calendarMeta} ${officialUntil ? words.officialUntil(formatDay(officialUntil)) : words.noOfficial}`}
      />
      <DataTable
        caption={words.years}
        columns={yearColumns(request.lang)}
        rows={years.toReversed()}
        rowKey={(row) => String(row.table.year)}
        rowHref={(row) => request.link(`${CALENDAR}/${row.table.year}`)}
      />
      <Section title={words.openYear} help={words.openYearHelp}>
        <Form method="get" action={request.link(CALENDAR)}>
          <NumberField
            name="nam"
            label={words.year}
            error={queryText(request, 'nam') ? words.noYear : undefined}
            value={queryText(request, 'nam')}
          />
          <Button variant="secondary">{words.open}</Button>
        </Form>
      </Section>
    </>,
  )
}

function yearColumns(lang: Lang): Column<CurrentYear>[] {
  const words = calendarWords[lang]
  return [
    {
      key: 'year',
      label: words.year,
      main: true,
      cell: (row) => <span class="inline-block py-1">{words.yearOf(row.table.year)}</span>,
    },
    { key: 'state', label: words.state, cell: (row) => <YearState provisional={row.table.provisional} lang={lang} /> },
    { key: 'off', label: words.daysOff, numeric: true, cell: (row) => row.table.daysOff.length },
    { key: 'worked', label: words.workedSaturdays, numeric: true, cell: (row) => row.table.workedSaturdays.length },
    { key: 'origin', label: words.origin, cell: (row) => originWords(row, lang) },
    {
      key: 'notices',
      label: words.notices,
      wide: true,
      cell: (row) => row.table.notices.map((one) => one.number).join('; '),
    },
  ]
}

/** What each day of a year's table is. */
function marksOf(table: CalendarYear, lang: Lang): (day: Day) => DayMark | null {
  const words = calendarWords[lang]
  const marks = new Map<Day, DayMark>()
  for (const row of table.daysOff) {
    const instead = row.for ? `, ${words.offFor(formatDay(row.for))}` : ''
    const notice = row.notice ? ` (${row.notice})` : ''
    marks.set(row.date, { kind: row.kind, words: `${words.kinds[row.kind]}: ${row.name}${instead}${notice}` })
  }
  for (const row of table.workedSaturdays) {
    marks.set(row.date, { kind: 'workedSaturday', words: words.workedFor(formatDay(row.for)) })
  }
  return (day) => {
    const weekday = weekdayOf(day)
    return marks.get(day) ?? (weekday === 0 || weekday === 6 ? { kind: 'weekend', words: words.kinds.weekend } : null)
  }
}

/** GET /quan-tri/lich/:year */
export async function showYear(request: OfficeRequest): Promise<OfficeReply> {
  const { lang } = request
  const words = calendarWords[lang]
  const year = yearParam(request)
  const current = await getCurrentYear(request.db, year)
  const versions = await listYearVersions(request.db, year)
  const { table } = current
  return officePage(
    request,
    { title: words.yearOf(year), active: 'administration' },
    <>
      <PageHeading
        title={words.yearOf(year)}
        trail={trailOf(request)}
        meta={
          <>
            <YearState provisional={table.provisional} lang={lang} /> <Badge>{originWords(current, lang)}</Badge>
            {table.provisional ? <p>{words.provisionalHelp}</p> : null}
          </>
        }
        actions={
          <>
            <LinkButton href={request.link(`${CALENDAR}/${year}/tep`)} icon="download">
              {words.exportYear}
            </LinkButton>
            {mayEnter(request) ? (
              <LinkButton href={request.link(`${CALENDAR}/${year}/sua`)} variant="primary" icon="pen">
                {words.enter}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <YearGrid table={table} lang={lang} today={request.today} />
      <Section title={words.daysOff} count={table.daysOff.length + table.workedSaturdays.length}>
        <DayList table={table} lang={lang} />
      </Section>
      <Section title={words.notices} count={table.notices.length}>
        {table.notices.length === 0 ? (
          <EmptyState icon="file" title={words.noNotices} />
        ) : (
          <ul class="list-disc ps-6">
            {table.notices.map((notice) => (
              <li key={notice.number}>
                <strong>{notice.number}</strong>
                {notice.date ? ` (${formatDay(notice.date)})` : ''}: {notice.about}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {versions.length > 0 ? (
        <Section title={words.history}>
          <Timeline
            events={versions.map((version) => ({
              key: String(version.version),
              when: version.enteredAt ?? request.today,
              title: originWords(version, lang),
              ...(version.reason ? { why: version.reason } : {}),
            }))}
          />
        </Section>
      ) : null}
    </>,
  )
}

function YearGrid({ table, lang, today }: { table: CalendarYear; lang: Lang; today: Day }) {
  const words = calendarWords[lang]
  const markOf = marksOf(table, lang)
  return (
    <>
      <DayLegend
        kinds={(['weekend', 'holiday', 'compensation', 'swap', 'workedSaturday'] as const).map((kind) => ({
          kind,
          label: words.kinds[kind],
        }))}
      />
      <div class="month-grids">
        {Array.from({ length: 12 }, (_, at) => (
          <MonthGrid
            key={at}
            year={table.year}
            month={at + 1}
            caption={words.month(at + 1)}
            weekdays={words.weekdays}
            markOf={markOf}
            today={today}
          />
        ))}
      </div>
    </>
  )
}

interface DayRow {
  date: Day
  kind: keyof (typeof calendarWords)['vi']['kinds']
  name: string
  for: Day | null
  notice: string | null
}

/** Days off and worked Saturdays in one list, in order of date. */
export function rowsOf(table: CalendarYear): DayRow[] {
  const saturdays = table.workedSaturdays.map((row) => ({ ...row, kind: 'workedSaturday' as const, name: '' }))
  return [...table.daysOff, ...saturdays].sort((a, b) => (a.date < b.date ? -1 : 1))
}

function DayList({ table, lang }: { table: CalendarYear; lang: Lang }) {
  const words = calendarWords[lang]
  const columns: Column<DayRow>[] = [
    { key: 'date', label: words.date, main: true, cell: (row) => formatWeekday(row.date, lang) },
    { key: 'kind', label: words.dayKind, cell: (row) => words.kinds[row.kind] },
    { key: 'name', label: words.dayName, wide: true, cell: (row) => row.name },
    { key: 'for', label: words.dayFor, cell: (row) => (row.for ? formatDay(row.for) : '') },
    { key: 'notice', label: words.dayNotice, cell: (row) => row.notice ?? '' },
  ]
  return <DataTable caption={words.daysOff} columns={columns} rows={rowsOf(table)} rowKey={(row) => row.date} />
}

/** GET /quan-tri/lich/:year/tep */
export async function downloadYear(request: OfficeRequest): Promise<OfficeReply> {
  const year = yearParam(request)
  const { table } = await getCurrentYear(request.db, year)
  return {
    kind: 'download',
    name: `lich-${year}.yaml`,
    mediaType: 'application/yaml; charset=utf-8',
    body: Buffer.from(writeYearTable(table)),
  }
}
