import { NotFound } from '../../../platform/errors.ts'
import { inNameOrder } from '../../../reporting/name-order.ts'
import type { FigureRecord } from '../../../reports/figure-store.ts'
import { countedByOversight, type OversightFigure, oversightSource } from '../../../reports/oversight-record-store.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { formatNumber } from '../../words/format-values.ts'
import { unitFigureWords } from '../../words/unit-figure-words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'
import { EvidenceList, readEvidence, recordPage } from './figure-evidence-page.tsx'
import {
  type AskedUnit,
  askedUnit,
  groupsAsked,
  partAsked,
  readUnitFigures,
  UNIT_FIGURES,
  UNIT_RECORDS,
  type UnitFigures,
  unitFigureName,
  unitQuery,
} from './unit-figures.ts'
import { trailOf, whenAndWhat } from './unit-figures-page.tsx'

/** GET /bao-cao/so-sanh/ho-so?so=…&nam=…&ky=…: the records behind a figure, those of the authorities below by a link each. */
export async function showUnitRecords(request: OfficeRequest): Promise<OfficeReply> {
  const { lang, authority } = request
  const words = unitFigureWords[lang]
  const asked = askedUnit(request)
  const typed = queryText(request, 'so')
  if (typed === '') return redirectTo(request.link(`${UNIT_FIGURES}${unitQuery(asked, asked.part)}`))
  const key = groupsAsked(asked)
    .flatMap(([, keys]) => keys)
    .find((one) => one === typed)
  if (!key) throw new NotFound('figure')
  const [{ below }, evidence, part, trail] = await Promise.all([
    readUnitFigures(request, asked),
    readEvidence(request, countedByOversight(authority.id, key, asked, asked.part)),
    partAsked(request, asked),
    trailOf(request, asked),
  ])
  const total = below.reduce((sum, unit) => sum + unit.figures[key]!, evidence.sum)
  const title = unitFigureName(asked, key, lang)
  const list = <EvidenceList request={request} title={title} evidence={evidence} href={pageOf(request, key)} />
  return officePage(
    request,
    { title, active: 'reports' },
    <>
      <PageHeading
        title={`${title}: ${formatNumber(total, lang)}`}
        kicker={whenAndWhat(asked, part, request)}
        meta={words.now}
        trail={[
          ...trail,
          {
            href: request.link(`${UNIT_FIGURES}${unitQuery(asked, asked.part)}`),
            label: words.title(authority.shortName),
          },
        ]}
      />
      {below.length > 0 && asked.part?.part !== 'agency' ? (
        <>
          <ByUnit request={request} asked={asked} figure={key} below={below} />
          <Section id="rieng" title={words.ownRecords(authority.shortName)}>
            {list}
          </Section>
        </>
      ) : (
        list
      )}
    </>,
  )
}

/** The page of a record; what is part of a plan or a dialogue is shown there. */
function pageOf(request: OfficeRequest, figure: OversightFigure): (one: FigureRecord) => string {
  const source = oversightSource(figure)
  if (source === 'planned' || source === 'target') return (one) => request.link(`/ke-hoach/${one.pageId}`)
  if (source === 'survey') return (one) => request.link(`/hoi-nghi/${one.pageId}/phieu-danh-gia`)
  return recordPage(request, source)
}

interface ByUnitProps {
  request: OfficeRequest
  asked: AskedUnit
  figure: OversightFigure
  below: readonly UnitFigures[]
}

/** What each authority below has of it, by name; those with nothing are only counted. */
function ByUnit({ request, asked, figure, below }: ByUnitProps) {
  const { lang } = request
  const words = unitFigureWords[lang]
  const n = (unit: UnitFigures) => unit.figures[figure]!
  const some = inNameOrder(
    below.filter((unit) => n(unit) > 0),
    ({ line }) => line.shortName,
  )
  const total = some.reduce((sum, unit) => sum + n(unit), 0)
  const href = ({ line }: UnitFigures) =>
    request.actor.may('report:oversee', { authorityId: line.authorityId })
      ? `/${line.slug}${UNIT_RECORDS}${unitQuery(asked, asked.part)}&so=${figure}`
      : null
  return (
    <Section title={words.byUnit}>
      {some.length === 0 ? null : (
        <DataTable
          caption={words.byUnit}
          rows={some}
          rowKey={({ line }) => line.slug}
          rowHref={href}
          columns={[
            { key: 'unit', label: words.unit, main: true, wide: true, cell: ({ line }) => line.shortName },
            {
              key: 'n',
              label: words.number,
              numeric: true,
              cell: (unit) => formatNumber(n(unit), lang),
              total: formatNumber(total, lang),
            },
          ]}
        />
      )}
      {some.length < below.length ? <p>{words.others(formatNumber(below.length - some.length, lang))}</p> : null}
    </Section>
  )
}
