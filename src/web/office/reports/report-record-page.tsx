import { formatDay } from '../../../platform/day.ts'
import { beginReport } from '../../../procedures/begin-report.ts'
import { drawReportPaper } from '../../../procedures/draw-report-paper.ts'
import { acceptReport } from '../../../procedures/submit-report.ts'
import { actsOnReport } from '../../../reporting/report-record.ts'
import { recountReport } from '../../../reporting/write-report.ts'
import { type Action, ActionBar } from '../../kit/action-bar.tsx'
import { Card } from '../../kit/card.tsx'
import { DefinitionList } from '../../kit/definition-list.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { ProseText } from '../../kit/prose-text.tsx'
import { Section } from '../../kit/section.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { Timeline } from '../../kit/timeline.tsx'
import { formatWhen } from '../../words/format-values.ts'
import { reportRecordWords } from '../../words/report-record-words.ts'
import { reportWords } from '../../words/report-words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { FigureList } from './figure-list.tsx'
import { ReportChecks } from './report-checks.tsx'
import { REPORTS } from './report-list-page.tsx'
import {
  RECORDS,
  type ReportRecord,
  readRecord,
  recordPath,
  stillRunning,
  subjectLabel,
} from './report-record-request.ts'
import { reportStateSign } from './report-state-sign.tsx'
import { ReportTableView } from './report-table-view.tsx'

/** GET /bao-cao/ho-so/:id: one report with its figures, its text and its way up. */
export async function showRecord(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const words = reportRecordWords[request.lang]
  const record = await readRecord(request)
  const { report, document, steps } = record
  const may = (permission: 'report:prepare') => request.actor.may(permission, { authorityId: request.authority.id })
  const writes = actsOnReport(report.state).includes('write') && may('report:prepare')
  return officePage(
    request,
    { title: document.title, active: 'reports', status: refused?.status ?? 200 },
    <>
      <PageHeading
        title={document.title}
        kicker={report.label}
        trail={[
          { href: request.link(REPORTS), label: reportWords[request.lang].reports },
          { href: request.link(`${REPORTS}/${report.subjectId}`), label: subjectLabel(report.subjectId, request.lang) },
        ]}
      />
      {refused?.errors[''] ? (
        <p role="alert" class="field-error">
          {refused.errors['']}
        </p>
      ) : null}
      <StandingCard request={request} record={record} />
      <ReportChecks request={request} record={record} />
      {report.forms.map((form) => {
        const table = document.tables.find((one) => one.key === form.key)
        if (form.kind === 'units')
          return <FigureList key={form.key} request={request} record={record} form={form} writes={writes} />
        return table ? <ReportTableView key={form.key} table={table} help={words.drawnFrom} /> : null
      })}
      {document.sections.length > 0 ? <TextOfReport request={request} record={record} writes={writes} /> : null}
      {steps.length > 0 ? (
        <Section title={words.history}>
          <Timeline
            events={steps.map((step, at) => ({
              key: String(at),
              when: step.onDay,
              title: words.steps[step.act],
              who: `${step.byName}, ${step.byAuthority}`,
              ...(step.remark ? { why: step.remark } : {}),
              tone: step.act === 'returned' ? ('warn' as const) : ('good' as const),
            }))}
          />
        </Section>
      ) : null}
    </>,
  )
}

function StandingCard({ request, record }: { request: OfficeRequest; record: ReportRecord }) {
  const { report } = record
  const words = reportRecordWords[request.lang]
  const sign = reportStateSign(report.state, request.lang)
  const writes = actsOnReport(report.state).includes('write')
  return (
    <Card look="marked" level={2} title={words.facts.state} aside={<StateBadge {...sign} />}>
      {report.remark ? <ProseText quoted text={`${words.remark}: ${report.remark}`} /> : null}
      <DefinitionList
        facts={[
          {
            label: words.facts.period,
            value: reportWords[request.lang].days(formatDay(report.fromDay), formatDay(report.toDay)),
          },
          { label: words.facts.due, value: formatDay(report.dueOn) },
          { label: words.facts.counted, value: formatWhen(report.countedAt, request.lang) },
          { label: words.facts.submitted, value: report.submittedOn ? formatDay(report.submittedOn) : null },
          { label: words.facts.paper, value: papersOf(request, record) },
          {
            label: words.facts.forms,
            value: report.forms.map((form) => words.version(form.label, form.version)).join('; '),
          },
          { label: words.downloads, value: <Downloads path={recordPath(request, report, '/tai')} /> },
        ]}
      />
      {writes && stillRunning(request, report) ? <p class="my-3">{stillRunning(request, report)}</p> : null}
      <ActionBar actions={actionsOf(request, record)} />
    </Card>
  )
}

/** Its papers in the program, else the number of the one signed outside. */
function papersOf(request: OfficeRequest, { report, papers }: ReportRecord) {
  const words = reportWords[request.lang]
  if (papers.length > 0)
    return (
      <ul>
        {papers.map((paper) => (
          <li key={paper.id}>
            <a href={request.link(`/van-ban/${paper.id}`)}>{paper.title}</a> ({paper.number ?? words.unnumbered})
          </li>
        ))}
      </ul>
    )
  if (!report.paperNumber) return null
  return reportRecordWords[request.lang].paperOutside(report.paperNumber, formatDay(report.paperDatedOn!))
}

const FORMATS = { docx: 'Word', pdf: 'PDF', xlsx: 'Excel', csv: 'CSV', json: 'JSON' } as const

/** The ways to take a table or a report away. */
export function Downloads({ path }: { path: string }) {
  const joined = path.includes('?') ? '&' : '?'
  return (
    <ul class="flex flex-wrap gap-4 print:hidden">
      {(Object.keys(FORMATS) as (keyof typeof FORMATS)[]).map((format) => (
        <li key={format}>
          <a href={`${path}${joined}dang=${format}`}>{FORMATS[format]}</a>
        </li>
      ))}
    </ul>
  )
}

function actionsOf(request: OfficeRequest, { report, papers }: ReportRecord): Action[] {
  const words = reportRecordWords[request.lang]
  const scope = { authorityId: request.authority.id }
  const acts = actsOnReport(report.state)
  const version = report.version
  const judges = request.actor.may('report:judge', scope) && request.actor.homeAuthorityId !== request.authority.id
  const at = (act: string) => recordPath(request, report, act)
  return [
    ...(acts.includes('submit') && request.actor.may('report:submit', scope)
      ? submitActions(request, report, papers.length === 0)
      : []),
    ...(acts.includes('write') && request.actor.may('report:prepare', scope)
      ? [{ label: words.recount, post: at('/tinh-lai'), version }]
      : []),
    ...(request.actor.may('report:prepare', scope) && papers.every((paper) => paper.state !== 'approved')
      ? [
          {
            label: papers.some((paper) => paper.state === 'draft') ? words.drawPaperAgain : words.drawPaper,
            post: at('/van-ban'),
            icon: 'pen' as const,
          },
        ]
      : []),
    ...(acts.includes('accept') && judges
      ? [{ label: words.accept, post: at('/nhan'), version, variant: 'primary' as const, icon: 'check' as const }]
      : []),
    ...(acts.includes('return') && judges ? [{ label: words.return, href: at('/tra-lai') }] : []),
  ]
}

/** Before its last day a page asks first; from then on it goes up at once, or with the number of a paper. */
function submitActions(request: OfficeRequest, report: ReportRecord['report'], mayHaveNumber: boolean): Action[] {
  const words = reportRecordWords[request.lang]
  const at = recordPath(request, report, '/nop')
  const look = { label: words.submit, variant: 'primary' as const, icon: 'check' as const }
  if (stillRunning(request, report)) return [{ ...look, href: at }]
  return [
    { ...look, post: at, version: report.version },
    ...(mayHaveNumber ? [{ label: words.submitWithNumber, href: at }] : []),
  ]
}

function TextOfReport({ request, record, writes }: { request: OfficeRequest; record: ReportRecord; writes: boolean }) {
  const words = reportRecordWords[request.lang]
  return (
    <Section title={words.text}>
      {record.document.sections.map((section) => (
        <div key={section.key} class="my-3">
          <p class={section.level === 1 ? 'font-semibold' : 'font-medium'}>
            {section.heading}{' '}
            {writes ? (
              <a
                class="text-sm font-normal"
                href={`${recordPath(request, record.report, '/loi-van')}?muc=${section.key}`}
                aria-label={words.editTextOf(section.heading)}
              >
                {words.editText}
              </a>
            ) : null}
          </p>
          {section.text === '' ? null : <ProseText text={section.text} />}
        </div>
      ))}
    </Section>
  )
}

/** POST /bao-cao/:id/lap */
export function postBegin(request: OfficeRequest): Promise<OfficeReply> {
  const back = request.link(`${REPORTS}/${encodeURIComponent(request.params['id'] ?? '')}`)
  return submitForm(request, beginReport, {
    onDone: ({ reportId }, repeated) =>
      redirectTo(request.link(`${RECORDS}/${reportId}`), repeated ? undefined : reportRecordWords[request.lang].begun),
    onRefused: () => redirectTo(back),
  })
}

/** POST /bao-cao/ho-so/:id/tinh-lai, /nhan: acts that need no words. */
function postAct(change: typeof recountReport | typeof acceptReport, done: 'recounted' | 'accepted') {
  return (request: OfficeRequest): Promise<OfficeReply> =>
    submitForm(request, change as typeof acceptReport, {
      onDone: () =>
        redirectTo(request.link(`${RECORDS}/${request.params['id']}`), reportRecordWords[request.lang][done]),
      onRefused: (refused) => showRecord(request, refused),
    })
}

/** POST /bao-cao/ho-so/:id/van-ban: the report as an official paper. */
export function postReportPaper(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, drawReportPaper, {
    onDone: ({ paperId }) =>
      redirectTo(request.link(`/van-ban/${paperId}`), reportRecordWords[request.lang].paperDrawn),
    onRefused: (refused) => showRecord(request, refused),
  })
}

export const postRecount = postAct(recountReport, 'recounted')
export const postAccept = postAct(acceptReport, 'accepted')
