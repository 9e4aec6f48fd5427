import { loadCalendar } from '../../../calendar/calendar-store.ts'
import { timeLeft } from '../../../calendar/count-days.ts'
import type { WorkingCalendar } from '../../../calendar/working-calendar.ts'
import { NotFound } from '../../../platform/errors.ts'
import { roleLabel } from '../../../regulations/regulation.ts'
import { readReportSubject } from '../../../regulations/report-period.ts'
import { type Action, ActionBar } from '../../kit/action-bar.tsx'
import { Card } from '../../kit/card.tsx'
import { DefinitionList } from '../../kit/definition-list.tsx'
import { DueDate } from '../../kit/due-date.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { reportRecordWords } from '../../words/report-record-words.ts'
import { reportWords } from '../../words/report-words.ts'
import { officePage } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { PeriodFigures, readFigures } from './period-figures.tsx'
import { labelOf, periodLabel, REPORTS } from './report-list-page.tsx'
import { RECORDS } from './report-record-request.ts'
import { type ReportView, readReports, reportState } from './report-view.ts'

/** The reports owed for the period in the address. Throws NotFound for a period in which none is. */
export async function readPeriod(request: OfficeRequest): Promise<ReportView[]> {
  const subject = readReportSubject(idParam(request))
  if (!subject) throw new NotFound('report')
  const reports = (await readReports(request, subject.year)).filter(({ duty }) => duty.subjectId === idParam(request))
  if (reports.length === 0) throw new NotFound('report')
  return reports
}

/** GET /bao-cao/:id: one period: what is owed for it, how it is handed in, and what it counts. */
export async function showReport(request: OfficeRequest): Promise<OfficeReply> {
  const words = reportWords[request.lang]
  const reports = await readPeriod(request)
  const { duty } = reports[0]!
  const [calendar, figures] = await Promise.all([
    loadCalendar(request.db),
    readFigures(request, { from: duty.from, to: duty.to }, duty.regulation),
  ])
  return officePage(
    request,
    { title: `${words.reports} ${periodLabel(duty, request)}`, active: 'reports' },
    <>
      <PageHeading
        trail={[{ href: `${request.link(REPORTS)}?nam=${duty.year}`, label: words.reports }]}
        title={`${words.reports} ${periodLabel(duty, request)}`}
      />
      {reports.map((report) => (
        <OneReport
          key={`${report.duty.due.key} ${report.duty.due.instrumentId}`}
          request={request}
          report={report}
          calendar={calendar}
        />
      ))}
      <PeriodFigures figures={figures} lang={request.lang} title={words.figures} />
    </>,
  )
}

interface OneReportProps {
  request: OfficeRequest
  report: ReportView
  calendar: WorkingCalendar
}

function OneReport({ request, report, calendar }: OneReportProps) {
  const words = reportWords[request.lang]
  const { duty, deadline, papers } = report
  const { state, tone } = reportState(report, request.today)
  return (
    <Card
      look="marked"
      level={2}
      title={labelOf(duty.rule, request)}
      aside={<StateBadge tone={tone} label={words.states[state]} />}
    >
      <DefinitionList
        facts={[
          {
            label: words.columns.due,
            value: (
              <DueDate
                full
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
            label: words.recipients,
            value: duty.rule.recipients.map((role) => roleLabel(duty.regulation, role)).join('; '),
          },
          { label: words.forms, value: duty.rule.forms.map((form) => labelOf(form, request)).join('; ') || null },
          { label: words.clause, value: `${duty.due.instrument}, ${duty.due.clause}` },
          {
            label: words.paper,
            value:
              papers.length === 0 ? null : (
                <ul>
                  {papers.map((paper) => (
                    <li key={paper.id}>
                      <a href={request.link(`/van-ban/${paper.id}`)}>{paper.title}</a> (
                      {paper.number ?? words.unnumbered})
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
      <ActionBar
        actions={[...figuresAction(request, report), ...(deadline?.state === 'met' ? [] : actionsOf(request, report))]}
      />
    </Card>
  )
}

/** The figures of the report, or the way to begin them. */
function figuresAction(request: OfficeRequest, { duty, record }: ReportView): Action[] {
  const words = reportRecordWords[request.lang]
  if (record) return [{ label: words.open, href: request.link(`${RECORDS}/${record.id}`), variant: 'primary' }]
  if (!request.actor.may('report:prepare', { authorityId: request.authority.id })) return []
  const post = request.link(`${REPORTS}/${duty.subjectId}/lap`)
  return [{ label: words.begin, post, hidden: { key: duty.rule.key }, variant: 'primary', icon: 'report' }]
}

function actionsOf(request: OfficeRequest, { duty, papers }: ReportView): Action[] {
  const words = reportWords[request.lang]
  const here = { authorityId: request.authority.id }
  const path = request.link(`${REPORTS}/${duty.subjectId}`)
  const key = encodeURIComponent(duty.rule.key)
  return [
    ...(papers.length === 0 && request.actor.may('report:prepare', here)
      ? [{ label: words.draft, href: `${path}/soan?loai=${key}`, icon: 'pen' as const }]
      : []),
    ...(request.actor.may('report:record-sent', here)
      ? [{ label: words.recordSent, href: `${path}/da-gui?loai=${key}` }]
      : []),
  ]
}
