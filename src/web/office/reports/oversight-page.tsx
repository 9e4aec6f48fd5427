import { OVERSIGHT_PERIODS, onTimeRate, rateOf, sumOfLines, type TrendQuarter } from '../../../reporting/oversight.ts'
import type { ReportTable } from '../../../reporting/report-table.ts'
import { drawPicture, type Picture } from '../../../reporting/trend-picture.ts'
import type { OversightFigures, OversightLine } from '../../../reports/oversight-store.ts'
import { readOversightTree } from '../../../reports/oversight-tree-store.ts'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import { NumberField } from '../../kit/number-field.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { Stat, StatRow } from '../../kit/stat.tsx'
import { formatNumber } from '../../words/format-values.ts'
import { oversightWords } from '../../words/oversight-words.ts'
import { reportWords } from '../../words/report-words.ts'
import type { Lang } from '../../words/words.ts'
import { officePage } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import {
  type AskedOversight,
  askedOversight,
  chosenLines,
  OVERSIGHT,
  OVERSIGHT_CHOICES,
  oversightTable,
  partTable,
  rateText,
  readOversightLines,
  readTrend,
} from './oversight-view.ts'
import { overallReply } from './report-download.ts'
import { REPORTS } from './report-list-page.tsx'
import { Downloads } from './report-record-page.tsx'
import { ReportTableView } from './report-table-view.tsx'
import { UNIT_FIGURES, unitQuery } from './unit-figures.ts'
import { UnitPages, unitRows } from './unit-rows.tsx'

/** GET /bao-cao/so-sanh?nam=…&ky=…: the authorities under this one, and itself, side by side. */
export async function showOversight(request: OfficeRequest): Promise<OfficeReply> {
  const { lang, authority } = request
  const words = oversightWords[lang]
  const asked = askedOversight(request)
  const tree = await readOversightTree(request.db, authority.id)
  const [lines, trend, areas, agencies] = await Promise.all([
    readOversightLines(request, tree, asked),
    readTrend(request, tree, asked),
    partTable(request, tree, 'area', asked),
    partTable(request, tree, 'agency', asked),
  ])
  const own = lines.some((line) => line.authorityId === authority.id)
  const query = `?nam=${asked.year}&ky=${asked.period}`
  const chosen = chosenLines(lines, asked)
  const rows = unitRows(request, chosen.length)
  const shown = chosen.slice(rows.from, rows.to)
  const sum = sumOfLines(lines)
  const sumChosen = chosen.length === lines.length ? sum : sumOfLines(chosen)
  const hrefOf = ({ authorityId, slug }: OversightLine) =>
    request.actor.may('report:oversee', { authorityId }) ? `/${slug}${UNIT_FIGURES}${query}` : null
  const partHref = (part: 'area' | 'agency', keys: readonly string[]) => (at: number) =>
    request.link(`${UNIT_FIGURES}${unitQuery(asked, { part, key: keys[at]! })}`)
  return officePage(
    request,
    { title: words.title, active: 'reports', width: 'wide' },
    <>
      <PageHeading
        title={words.title}
        kicker={`${words.periods[asked.period]} ${asked.year}`}
        meta={words.help}
        trail={[{ href: request.link(REPORTS), label: reportWords[lang].reports }]}
      />
      <Choice request={request} asked={asked} />
      {lines.length === 0 ? (
        <EmptyState icon="report" title={words.nobody} help={words.nobodyHelp} />
      ) : (
        <>
          <AtAGlance lines={lines} sum={sum} lang={lang} />
          {asked.which === 'all' ? null : (
            <p role="status">{words.chosen(formatNumber(chosen.length, lang), formatNumber(lines.length, lang))}</p>
          )}
          {chosen.length === 0 ? (
            <EmptyState icon="check" title={words.noneChosen} help={words.noneChosenHelp} />
          ) : (
            <ReportTableView
              table={oversightTable({ lines: chosen, sum: sumChosen, shown, top: authority.id }, lang)}
              nameColumn={0}
              rowHref={(at) => hrefOf(shown[at]!)}
            />
          )}
          <UnitPages request={request} rows={rows} />
          <Downloads path={request.link(`${OVERSIGHT}/tai${query}`)} />
          <Trend request={request} trend={trend} query={query} />
          <ReportTableView table={areas.table} nameColumn={0} rowHref={partHref('area', areas.keys)} />
          {own ? (
            <ReportTableView table={agencies.table} nameColumn={0} rowHref={partHref('agency', agencies.keys)} />
          ) : null}
        </>
      )}
    </>,
  )
}

/** What a superior asks first, over all of them: held, kept in time, overdue. */
function AtAGlance({ lines, sum: all, lang }: { lines: readonly OversightLine[]; sum: OversightFigures; lang: Lang }) {
  const words = oversightWords[lang]
  const n = (value: number) => formatNumber(value, lang)
  return (
    <StatRow>
      <Stat label={words.columns.held} value={all.held} note={words.ofPlanned(n(all.planned))} />
      <Stat label={words.columns.targets} value={all.targetsMet} note={words.ofTargets(n(all.targets))} />
      <Stat
        label={words.repliesOnTime}
        value={all.replies.onTime}
        note={words.ofDue(rateText(onTimeRate(all.replies), lang))}
      />
      <Stat
        label={words.columns.overdue}
        value={all.overdueNow}
        note={words.inUnits(n(lines.filter((line) => line.overdueNow > 0).length), n(lines.length))}
        tone={all.overdueNow > 0 ? 'bad' : 'good'}
      />
      <Stat label={words.columns.open} value={all.openPetitions} note={words.ofReceived(n(all.received))} />
    </StatRow>
  )
}

function Choice({ request, asked }: { request: OfficeRequest; asked: AskedOversight }) {
  const words = oversightWords[request.lang]
  return (
    <Form
      action={request.link(OVERSIGHT)}
      method="get"
      class="my-4 flex flex-wrap items-end gap-4 print:hidden"
      label={words.period}
      values={{ nam: String(asked.year), ky: asked.period, loc: asked.which }}
    >
      <PeriodFields lang={request.lang} />
      <SelectField
        name="loc"
        label={words.which}
        empty={null}
        choices={OVERSIGHT_CHOICES.map((value) => ({ value, label: words.whichOf[value] }))}
      />
      <div class="field">
        <Button>{words.show}</Button>
      </div>
    </Form>
  )
}

/** The year and its part, as the address has them. */
export function PeriodFields({ lang }: { lang: Lang }) {
  const words = oversightWords[lang]
  return (
    <>
      <NumberField name="nam" label={words.year} />
      <SelectField
        name="ky"
        label={words.period}
        empty={null}
        choices={OVERSIGHT_PERIODS.map((value) => ({ value, label: words.periods[value] }))}
      />
    </>
  )
}

function Trend({ request, trend, query }: { request: OfficeRequest; trend: readonly TrendQuarter[]; query: string }) {
  const words = oversightWords[request.lang]
  const picture = trendPicture(trend, request.lang)
  return (
    <Section title={words.trend}>
      <figure>
        <img
          src={request.link(`${OVERSIGHT}/hinh${query}`)}
          alt={`${picture.title}. ${picture.description}`}
          width={760}
          height={300}
          class="h-auto max-w-full"
        />
        <figcaption class="text-sm text-(--ink-soft)">{picture.description}</figcaption>
      </figure>
      <ReportTableView
        table={trendTable(trend, request.lang)}
        nameColumn={0}
        rowHref={(at) => request.link(`${UNIT_FIGURES}${quarterQuery(trend[at]!)}`)}
      />
    </Section>
  )
}

const quarterQuery = ({ year, quarter }: TrendQuarter) =>
  unitQuery({ year, period: `Q${quarter}` as AskedOversight['period'] }, null)

function trendPicture(trend: readonly TrendQuarter[], lang: Lang): Picture {
  const words = oversightWords[lang]
  const name = (one: TrendQuarter) => words.quarter(one.quarter, one.year)
  const sum = (key: 'received' | 'answered' | 'repliesOnTime' | 'repliesLate') =>
    trend.reduce((total, one) => total + one[key], 0)
  return {
    title: words.trendTitle,
    description: words.trendSays(
      name(trend[0]!),
      name(trend.at(-1)!),
      formatNumber(sum('received'), lang),
      formatNumber(sum('answered'), lang),
      rateText(rateOf(sum('repliesOnTime'), sum('repliesOnTime') + sum('repliesLate')), lang),
    ),
    series: [words.received, words.answered],
    groups: trend.map((one) => ({ label: name(one), values: [one.received, one.answered] })),
  }
}

function trendTable(trend: readonly TrendQuarter[], lang: Lang): ReportTable {
  const words = oversightWords[lang]
  const numeric = (label: string) => ({ label, numeric: true })
  return {
    key: 'trend',
    title: words.trendTitle,
    columns: [
      { label: words.quarterHead, numeric: false },
      ...[words.held, words.received, words.answered, words.repliesOnTime, words.repliesLate].map(numeric),
    ],
    rows: trend.map((one) => [
      words.quarter(one.quarter, one.year),
      ...[one.held, one.received, one.answered, one.repliesOnTime, one.repliesLate],
    ]),
  }
}

/** GET /bao-cao/so-sanh/hinh: the trend as a picture. */
export async function showTrendPicture(request: OfficeRequest): Promise<OfficeReply> {
  const asked = askedOversight(request)
  const tree = await readOversightTree(request.db, request.authority.id)
  const body = Buffer.from(drawPicture(trendPicture(await readTrend(request, tree, asked), request.lang)))
  return { kind: 'download', name: 'dien-bien.svg', mediaType: 'image/svg+xml; charset=utf-8', body, inline: true }
}

/** GET /bao-cao/so-sanh/tai?dang=… */
export async function downloadOversight(request: OfficeRequest): Promise<OfficeReply> {
  const words = oversightWords[request.lang]
  const asked = askedOversight(request)
  const tree = await readOversightTree(request.db, request.authority.id)
  const lines = await readOversightLines(request, tree, asked)
  const table = oversightTable({ lines, sum: sumOfLines(lines), shown: lines, top: tree.top }, request.lang)
  const title = `${words.title} ${words.periods[asked.period]} ${asked.year}`
  const { authority } = request
  const json = () => ({
    ...{ schema: 'doi-thoai.oversight', schemaVersion: 1, authority: { slug: authority.slug, name: authority.name } },
    period: { from: asked.from, to: asked.to },
    columns: table.columns.map(({ label, group }) => ({ label, group: group ?? null })),
    rows: table.rows,
  })
  const subject = `${words.title}, ${words.periods[asked.period]} ${asked.year}`
  return overallReply(request, { title, subject, heading: authority.name, tables: [table], json })
}
