import { listAgencies } from '../../../agencies/agency-store.ts'
import { periodDays } from '../../../plans/plan.ts'
import { yearOf } from '../../../platform/day.ts'
import { inNameOrder } from '../../../reporting/name-order.ts'
import { OVERSIGHT_PERIODS, onTimeRate, rateOf, trendBegins, trendOf } from '../../../reporting/oversight.ts'
import type { Cell, ReportTable } from '../../../reporting/report-table.ts'
import {
  listOversightMonths,
  listOversightParts,
  listRegulationsInUse,
  type OversightFigures,
  type OversightLine,
  type OversightPart,
  readOversight,
} from '../../../reports/oversight-store.ts'
import type { OversightTree } from '../../../reports/oversight-tree-store.ts'
import { formatShare, shortNumber } from '../../words/format-values.ts'
import { oversightWords } from '../../words/oversight-words.ts'
import type { Lang } from '../../words/words.ts'
import { type OfficeRequest, queryText } from '../office-route.ts'

export const OVERSIGHT = '/bao-cao/so-sanh'
const QUARTERS = 8

type AskedPeriod = (typeof OVERSIGHT_PERIODS)[number]

/** Which authorities are shown: all, or those somebody should look after. */
const CHOSEN = {
  all: () => true,
  overdue: (line: OversightLine) => line.overdueNow > 0,
  notHeld: (line: OversightLine) => line.held === 0,
  unmet: (line: OversightLine) => line.targetsMet < line.targets,
}
export const OVERSIGHT_CHOICES = Object.keys(CHOSEN) as (keyof typeof CHOSEN)[]

/** The lines asked for by `loc` of the address. */
export function chosenLines(lines: readonly OversightLine[], { which }: AskedOversight): OversightLine[] {
  return lines.filter(CHOSEN[which])
}

/** Year and part of the year of the address; this year when none is named. */
export function askedOversight(request: OfficeRequest) {
  const typed = Number(queryText(request, 'nam'))
  const year = Number.isInteger(typed) && typed >= 2000 && typed <= 2100 ? typed : yearOf(request.today)
  const ky = queryText(request, 'ky')
  const period: AskedPeriod = OVERSIGHT_PERIODS.find((one) => one === ky) ?? 'year'
  const which = OVERSIGHT_CHOICES.find((one) => one === queryText(request, 'loc')) ?? 'all'
  return { year, period, which, ...periodDays(year, period), today: request.today }
}

export type AskedOversight = ReturnType<typeof askedOversight>

/** The top and those directly under it, by name; the top's own line first. */
export async function readOversightLines(
  { db }: OfficeRequest,
  tree: OversightTree,
  asked: AskedOversight,
): Promise<OversightLine[]> {
  const lines = await readOversight(db, tree, asked)
  const sorted = inNameOrder(lines, (line) => line.shortName)
  const isTop = (line: OversightLine) => line.authorityId === tree.top
  return [...sorted.filter(isTop), ...sorted.filter((line) => !isTop(line))]
}

interface OversightRows {
  lines: readonly OversightLine[]
  /** of all lines; where there is one alone it is not told again */
  sum: OversightFigures
  /** the part of them that is on the page */
  shown: readonly OversightLine[]
  top: number
}

/** The authorities side by side as a table with their sum; no rate under five cases, no ranking. */
export function oversightTable({ lines, sum, shown, top }: OversightRows, lang: Lang): ReportTable {
  const words = oversightWords[lang]
  const { columns, groups } = words
  const numeric = (label: string, group?: string) => ({ label, group, numeric: true })
  const nameOf = (line: OversightLine) =>
    line.below > 0
      ? words.withBelow(line.shortName, shortNumber(line.below, lang))
      : line.authorityId === top && lines.length > 1
        ? words.itself(line.shortName)
        : line.shortName
  return {
    key: 'oversight',
    title: words.table,
    columns: [
      { label: words.unit, numeric: false },
      numeric(columns.planned, groups.plan),
      numeric(columns.held, groups.plan),
      numeric(columns.targets, groups.plan),
      numeric(columns.notices, groups.onTime),
      numeric(columns.conclusions, groups.onTime),
      numeric(columns.replies, groups.onTime),
      numeric(columns.overdue),
      numeric(columns.received, groups.petitions),
      numeric(columns.open, groups.petitions),
      numeric(columns.continued, groups.petitions),
      numeric(columns.satisfaction),
    ],
    rows: shown.map((line) => [nameOf(line), ...cellsOf(line, lang)]),
    ...(lines.length > 1 ? { total: [words.all, ...cellsOf(sum, lang)] } : {}),
    note: words.note,
  }
}

function cellsOf(line: OversightFigures, lang: Lang): Cell[] {
  const words = oversightWords[lang]
  const rate = (of: ReturnType<typeof rateOf>) => rateText(of, lang)
  return [
    line.planned,
    line.held,
    line.targets === 0 ? words.none : words.few(shortNumber(line.targetsMet, lang), shortNumber(line.targets, lang)),
    rate(onTimeRate(line.notices)),
    rate(onTimeRate(line.conclusions)),
    rate(onTimeRate(line.replies)),
    line.overdueNow,
    line.received,
    line.openPetitions,
    line.continued,
    rate(rateOf(line.satisfied, line.ratings)),
  ]
}

export function rateText({ part, n, rate }: ReturnType<typeof rateOf>, lang: Lang): string {
  const words = oversightWords[lang]
  if (n === 0) return words.none
  const [p, whole] = [shortNumber(part, lang), shortNumber(n, lang)]
  return rate === null ? words.few(p, whole) : words.rate(p, whole, formatShare(part, n, lang)!)
}

/** The last eight quarters up to the period asked for, over the whole tree. */
export async function readTrend({ db }: OfficeRequest, tree: OversightTree, { to }: AskedOversight) {
  const months = await listOversightMonths(db, tree, { from: trendBegins(to, QUARTERS), to })
  return trendOf(months, to, QUARTERS)
}

/** Fields by the regulations in use, or the own agencies, by their key. */
export function partNames(request: OfficeRequest, part: 'area' | 'agency'): Promise<Map<string, string>> {
  return part === 'area' ? areaNames(request) : agencyNames(request)
}

/**
 * Petitions by field over the whole tree, or by agency of the one whose pages these are; the keys of the rows in their
 * order.
 */
export async function partTable(
  request: OfficeRequest,
  tree: OversightTree,
  part: 'area' | 'agency',
  asked: AskedOversight,
): Promise<{ table: ReportTable; keys: string[] }> {
  const { lang } = request
  const words = oversightWords[lang]
  const [parts, names] = await Promise.all([
    listOversightParts(request.db, tree, part, asked),
    partNames(request, part),
  ])
  const nameOf = ({ partKey }: OversightPart) =>
    partKey === '' ? (part === 'area' ? words.noArea : words.noAgency) : (names.get(partKey) ?? partKey)
  const sorted = inNameOrder(
    parts.map((one) => ({ ...one, name: nameOf(one) })),
    (one) => one.name,
  )
  const table: ReportTable = {
    key: part,
    title: part === 'area' ? words.byArea : words.byAgency,
    columns: [
      { label: part === 'area' ? words.area : words.agency, numeric: false },
      { label: words.received, numeric: true },
      { label: words.answered, numeric: true },
      { label: words.columns.open, numeric: true },
      { label: words.repliesOnTime, numeric: true },
    ],
    rows: sorted.map((one) => [
      one.name,
      one.received,
      one.answered,
      one.openPetitions,
      rateText(onTimeRate(one.replies), lang),
    ]),
  }
  return { table, keys: sorted.map((one) => one.partKey) }
}

/** The fields by the regulations under which these authorities work; the first that names a key says what it is called. */
async function areaNames({ db, authority, lang }: OfficeRequest): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const { regulation } of await listRegulationsInUse(db, authority.id))
    for (const area of regulation.petitionFields?.subjectAreas ?? [])
      if (!names.has(area.key)) names.set(area.key, (lang === 'en' ? area.labelEn : undefined) ?? area.label)
  return names
}

async function agencyNames({ db, authority }: OfficeRequest): Promise<Map<string, string>> {
  const agencies = await listAgencies(db, authority.id)
  return new Map(agencies.map((agency) => [String(agency.id), agency.name]))
}
