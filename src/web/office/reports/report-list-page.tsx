import { loadCalendar } from '../../../calendar/calendar-store.ts'
import { timeLeft } from '../../../calendar/count-days.ts'
import type { WorkingCalendar } from '../../../calendar/working-calendar.ts'
import { formatDay, parseDay, yearOf } from '../../../platform/day.ts'
import { openReportYear } from '../../../procedures/open-report-deadlines.ts'
import { roleLabel } from '../../../regulations/regulation.ts'
import { regulationOfAuthority } from '../../../regulations/regulation-store.ts'
import { REPORT_PERIODS } from '../../../regulations/regulation-vocabulary.ts'
import { type EventHeld, listEventsHeld } from '../../../reports/report-context-store.ts'
import { ActionBar } from '../../kit/action-bar.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { DueDate } from '../../kit/due-date.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { eventResultWords } from '../../words/event-result-words.ts'
import { oversightWords } from '../../words/oversight-words.ts'
import { reportRecordWords } from '../../words/report-record-words.ts'
import { reportWords } from '../../words/report-words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'
import { submitForm } from '../submit-form.tsx'
import { PeriodFigures, readFigures } from './period-figures.tsx'
import { type ReportView, readReports, reportState } from './report-view.ts'

export const REPORTS = '/bao-cao'

function yearAsked(request: OfficeRequest): number {
  const year = Number(queryText(request, 'nam'))
  return Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : yearOf(request.today)
}

/** GET /bao-cao?nam=…: what is owed upward in a year, and what the year counts so far. */
export async function showReports(request: OfficeRequest): Promise<OfficeReply> {
  const words = reportWords[request.lang]
  const year = yearAsked(request)
  const thisYear = yearOf(request.today)
  const period = { from: parseDay(`${year}-01-01`), to: year === thisYear ? request.today : parseDay(`${year}-12-31`) }
  const own = await regulationOfAuthority(request.db, request.authority.id, period.to)
  const [reports, calendar, figures, events] = await Promise.all([
    readReports(request, year),
    loadCalendar(request.db),
    readFigures(request, period, own?.regulation ?? null),
    listEventsHeld(request.db, request.authority.id, period),
  ])
  const unopened = reports.some((report) => report.deadline === null)
  const may = request.actor.may('report:prepare', { authorityId: request.authority.id })
  return officePage(
    request,
    { title: words.reports, active: 'reports' },
    <>
      <PageHeading title={words.reports} kicker={words.year(year)} meta={words.question} />
      <nav aria-label={words.reports}>
        <ul class="flex flex-wrap gap-4">
          {[thisYear - 2, thisYear - 1, thisYear, thisYear + 1].map((one) => (
            <li key={one}>
              <a href={`${request.link(REPORTS)}?nam=${one}`} aria-current={one === year ? 'page' : undefined}>
                {one === year ? <strong>{words.year(one)}</strong> : words.year(one)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {request.actor.may('report:oversee', { authorityId: request.authority.id }) ? (
        <p class="my-3">
          <a href={request.link('/bao-cao/tong-hop')}>{reportRecordWords[request.lang].aggregate}</a>
          {' · '}
          <a href={request.link('/bao-cao/so-sanh')}>{oversightWords[request.lang].title}</a>
        </p>
      ) : null}
      <Section title={words.owed} count={reports.length}>
        {reports.length === 0 ? (
          <EmptyState
            icon="report"
            title={own ? words.noneOwed : words.noRegulation}
            help={own ? words.noneOwedHelp : words.noRegulationHelp}
          />
        ) : (
          <ReportTable request={request} reports={reports} calendar={calendar} />
        )}
        {unopened && may ? (
          <div class="mt-4">
            <ActionBar
              actions={[
                {
                  label: words.openYear,
                  post: request.link(`${REPORTS}/theo-doi`),
                  hidden: { year: String(year) },
                  icon: 'clock',
                },
              ]}
            />
          </div>
        ) : null}
      </Section>
      <EventList request={request} events={events} />
      <PeriodFigures figures={figures} lang={request.lang} title={words.whole} />
    </>,
  )
}

/** The dialogues held, each the way to its result. */
function EventList({ request, events }: { request: OfficeRequest; events: readonly EventHeld[] }) {
  const words = eventResultWords[request.lang]
  return (
    <Section title={words.list} count={events.length} help={words.listHelp}>
      {events.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <DataTable
          caption={words.list}
          rows={events}
          rowKey={(event) => String(event.id)}
          rowHref={(event) => request.link(`/bao-cao/hoi-nghi/${event.id}`)}
          columns={[
            { key: 'name', label: words.name, main: true, wide: true, cell: (event) => event.title },
            { key: 'day', label: words.day, cell: (event) => formatDay(event.day) },
            { key: 'attendance', label: words.attendance, numeric: true, cell: (event) => event.attendance },
            { key: 'petitions', label: words.petitions, numeric: true, cell: (event) => event.petitions },
            { key: 'paper', label: words.paper, cell: (event) => event.paperNumber ?? words.noPaper },
          ]}
        />
      )}
    </Section>
  )
}

interface ReportTableProps {
  request: OfficeRequest
  reports: ReportView[]
  calendar: WorkingCalendar
}

function ReportTable({ request, reports, calendar }: ReportTableProps) {
  const words = reportWords[request.lang]
  const columns: Column<ReportView>[] = [
    {
      key: 'report',
      label: words.columns.report,
      main: true,
      wide: true,
      cell: ({ duty }) => `${labelOf(duty.rule, request)}, ${periodLabel(duty, request)}`,
    },
    {
      key: 'due',
      label: words.columns.due,
      cell: ({ duty, deadline }) => (
        <DueDate
          due={duty.due.due}
          before={duty.due.anchor.date === duty.due.due ? null : duty.due.anchor.date}
          left={deadline?.state === 'open' ? timeLeft(calendar, request.today, duty.due.due) : null}
          met={deadline?.state === 'met' ? deadline.metOn : null}
          whyHref={deadline ? request.link(`/han/${deadline.id}`) : null}
          provisional={duty.due.provisional}
        />
      ),
    },
    {
      key: 'cutoff',
      label: words.columns.cutoff,
      cell: ({ duty }) => words.days(formatDay(duty.from), formatDay(duty.to)),
    },
    {
      key: 'recipients',
      label: words.columns.recipients,
      cell: ({ duty }) => duty.rule.recipients.map((role) => roleLabel(duty.regulation, role)).join('; '),
    },
    {
      key: 'state',
      label: words.columns.state,
      cell: (report) => {
        const { state, tone } = reportState(report, request.today)
        return <StateBadge tone={tone} label={words.states[state]} />
      },
    },
  ]
  return (
    <DataTable
      caption={words.owed}
      columns={columns}
      rows={reports}
      rowKey={({ duty }) => `${duty.subjectId} ${duty.due.key} ${duty.due.instrumentId}`}
      rowHref={({ duty }) => request.link(`${REPORTS}/${duty.subjectId}`)}
      rowTone={(report) => (reportState(report, request.today).state === 'late' ? 'bad' : null)}
    />
  )
}

/** The name of a report in the reader's language. */
export function labelOf(rule: { label: string; labelEn?: string | undefined }, request: OfficeRequest): string {
  return (request.lang === 'en' ? rule.labelEn : undefined) ?? rule.label
}

export function periodLabel(
  { period, year }: { period: keyof typeof REPORT_PERIODS; year: number },
  request: OfficeRequest,
) {
  return `${REPORT_PERIODS[period][request.lang]} ${year}`
}

/** POST /bao-cao/theo-doi */
export function followYear(request: OfficeRequest): Promise<OfficeReply> {
  const words = reportWords[request.lang]
  const year = String(request.form['year'] ?? '')
  return submitForm(request, openReportYear, {
    onDone: ({ placed }) =>
      redirectTo(`${request.link(REPORTS)}?nam=${encodeURIComponent(year)}`, words.opened(placed)),
    onRefused: () => showReports(request),
  })
}
