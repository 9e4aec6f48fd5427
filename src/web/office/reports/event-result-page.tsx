import { findDeadlines } from '../../../deadlines/deadline-store.ts'
import { getDialogue } from '../../../dialogues/dialogue-store.ts'
import { listPapers } from '../../../documents/paper-store.ts'
import { formatDay, parseDay } from '../../../platform/day.ts'
import { NotFound } from '../../../platform/errors.ts'
import { dossierChecklistFor } from '../../../regulations/regulation.ts'
import { getRegulationVersion } from '../../../regulations/regulation-store.ts'
import { unitsTable } from '../../../reporting/form-tables.ts'
import { eventJson } from '../../../reporting/report-files.ts'
import { findFormInUse } from '../../../reporting/report-form-store.ts'
import { countedByReport, countFigures } from '../../../reports/figure-store.ts'
import { findFigure } from '../../../reports/figures.ts'
import type { CountedPeriod } from '../../../reports/report-count-store.ts'
import { type Action, ActionBar } from '../../kit/action-bar.tsx'
import { Card } from '../../kit/card.tsx'
import { DefinitionList } from '../../kit/definition-list.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { eventResultWords } from '../../words/event-result-words.ts'
import { formatNumber } from '../../words/format-values.ts'
import { reportWords } from '../../words/report-words.ts'
import { officePage } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'
import { EvidenceList, readEvidence, recordPage } from './figure-evidence-page.tsx'
import { FigureRows, figureName } from './figure-list.tsx'
import { overallReply } from './report-download.ts'
import { REPORTS } from './report-list-page.tsx'
import { Downloads } from './report-record-page.tsx'

export const EVENTS = '/bao-cao/hoi-nghi'
const FORM = 'eventResult'
const PAPER = 'conferenceReport'
/** deadlines that ask for the result of a dialogue: reported upward, or made public (Luật 72/2025/QH15) */
const DUTIES = [PAPER, 'resultPublication']

async function askedEvent(request: OfficeRequest) {
  const { db, authority, today } = request
  const dialogue = await getDialogue(db, authority.id, idParam(request))
  // all of the dialogue, whenever it came in, as it stands today
  const period: CountedPeriod = { from: parseDay('1900-01-01'), to: today, dialogueId: dialogue.id }
  return { dialogue, period }
}

async function readEvent(request: OfficeRequest) {
  const { db, authority } = request
  const { dialogue, period } = await askedEvent(request)
  const form = await findFormInUse(db, authority.id, FORM)
  if (form?.kind !== 'units') throw new NotFound('reportForm')
  const keys = form.columns.map((column) => column.figure)
  return { dialogue, form, period, figures: await countFigures(db, authority.id, keys, period) }
}

type EventResult = Awaited<ReturnType<typeof readEvent>>

/** GET /bao-cao/hoi-nghi/:id: the result of one dialogue in figures, zeros stated, each the way to what it counts. */
export async function showEventResult(request: OfficeRequest): Promise<OfficeReply> {
  const words = eventResultWords[request.lang]
  const { dialogue, form, figures } = await readEvent(request)
  const at = (act: string) => request.link(`${EVENTS}/${dialogue.id}${act}`)
  const { facts, actions } = await dutyOf(request, dialogue)
  return officePage(
    request,
    { title: words.title, active: 'reports' },
    <>
      <PageHeading
        title={dialogue.title}
        kicker={words.title}
        meta={words.help(formatDay(request.today))}
        trail={[
          { href: request.link(REPORTS), label: reportWords[request.lang].reports },
          { href: request.link(`/hoi-nghi/${dialogue.id}`), label: words.dialogue },
        ]}
      />
      <Card look="marked" level={2} title={words.duty}>
        <DefinitionList facts={[...facts, { label: words.downloads, value: <Downloads path={at('/tai')} /> }]} />
        <ActionBar actions={actions} />
      </Card>
      <FigureRows
        form={form}
        figures={figures}
        lang={request.lang}
        href={(key) => at(`/so?so=${encodeURIComponent(key)}`)}
      />
    </>,
  )
}

/** What the regulation asks for, by when; the report as a paper, or the way to it. */
async function dutyOf({ db, authority, actor, lang, link }: OfficeRequest, dialogue: EventResult['dialogue']) {
  const words = eventResultWords[lang]
  const subject = { subjectKind: 'dialogue', subjectId: dialogue.id }
  const [{ regulation }, deadlines, papers] = await Promise.all([
    getRegulationVersion(db, dialogue.regulationVersionId),
    findDeadlines(db, authority.id, subject),
    listPapers(db, authority.id, { dialogueId: dialogue.id }),
  ])
  const asked = dossierChecklistFor(regulation, dialogue.kind).find((entry) => entry.satisfiedBy.includes(PAPER))
  const due = deadlines.filter((one) => DUTIES.includes(one.key) && one.state !== 'void')
  const reports = papers.filter((paper) => paper.kind === PAPER && paper.state !== 'void')
  const facts = [
    { label: words.asked, value: asked ? `${asked.label} (${asked.clause})` : words.notAsked },
    {
      label: words.due,
      value:
        due.length === 0 ? (
          words.noDay
        ) : (
          <ul>
            {due.map((one) => (
              <li key={one.id}>
                <a href={link(`/han/${one.id}`)}>{formatDay(one.dueOn)}</a>: {one.label}
                {one.metOn ? ` (${words.met(formatDay(one.metOn))})` : ''}
              </li>
            ))}
          </ul>
        ),
    },
    {
      label: words.paper,
      value:
        reports.length === 0 ? (
          words.noPaper
        ) : (
          <ul>
            {reports.map((paper) => (
              <li key={paper.id}>
                <a href={link(`/van-ban/${paper.id}`)}>{paper.title}</a> ({paper.number ?? reportWords[lang].unnumbered}
                )
              </li>
            ))}
          </ul>
        ),
    },
  ]
  const may = actor.may('paper:draft', { authorityId: authority.id })
  const actions: Action[] =
    may && reports.length === 0
      ? [{ label: words.draw, href: link(`/van-ban/soan?cuoc=${dialogue.id}&loai=${PAPER}`), icon: 'pen' }]
      : []
  return { facts, actions }
}

/** GET /bao-cao/hoi-nghi/:id/so?so=…: the records behind a figure of one dialogue. */
export async function showEventEvidence(request: OfficeRequest): Promise<OfficeReply> {
  const words = eventResultWords[request.lang]
  const { dialogue, period } = await askedEvent(request)
  const key = queryText(request, 'so')
  const figure = findFigure(key, null)
  if (!figure) throw new NotFound('figure')
  const evidence = await readEvidence(request, countedByReport(request.authority.id, key, period))
  const title = figureName(key, request)
  return officePage(
    request,
    { title, active: 'reports' },
    <>
      <PageHeading
        title={`${title}: ${formatNumber(evidence.sum, request.lang)}`}
        kicker={words.title}
        meta={dialogue.title}
        trail={[{ href: request.link(`${EVENTS}/${dialogue.id}`), label: words.title }]}
      />
      <EvidenceList request={request} title={title} evidence={evidence} href={recordPage(request, figure.source)} />
    </>,
  )
}

/** GET /bao-cao/hoi-nghi/:id/tai?dang=… */
export async function downloadEventResult(request: OfficeRequest): Promise<OfficeReply> {
  const { dialogue, form, figures } = await readEvent(request)
  const { authority, today } = request
  const table = unitsTable(form, [{ name: authority.shortName, figures }])
  return overallReply(request, {
    ...{ title: `Kết quả ${dialogue.title}`, subject: `Kết quả ${dialogue.title}, tính đến ${formatDay(today)}` },
    ...{ heading: `${authority.name}, ${dialogue.title}`, tables: [table] },
    json: () => eventJson({ authority, dialogue, figures, on: today }, table),
  })
}
