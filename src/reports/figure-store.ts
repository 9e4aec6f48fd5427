import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { NotFound } from '../platform/errors.ts'
import { amountOf, conditionOf, recordsOf } from './figure-condition-store.ts'
import { type FigureSource, findFigure } from './figures.ts'
import type { CountedPeriod } from './report-count-store.ts'

/** Figures by key; a zero is a figure too. */
export type FigureCounts = Record<string, number>

/**
 * Counts the figures named, one query for each kind of record. Unknown keys are left out. The figures are the
 * authority's: they name nobody and are the same for every reader.
 */
export async function countFigures(
  db: Db,
  authorityId: number,
  keys: readonly string[],
  period: CountedPeriod,
): Promise<FigureCounts> {
  const bySource = new Map<FigureSource, string[]>()
  for (const key of new Set(keys)) {
    const source = findFigure(key, null)?.source
    if (source) bySource.set(source, [...(bySource.get(source) ?? []), key])
  }
  const counted = await Promise.all(
    [...bySource].map(([source, asked]) => countOfSource(db, authorityId, source, asked, period)),
  )
  return Object.assign({}, ...counted)
}

async function countOfSource(
  db: Db,
  authorityId: number,
  source: FigureSource,
  keys: readonly string[],
  period: CountedPeriod,
): Promise<FigureCounts> {
  const sums = keys.map(
    (key) => sql`coalesce(sum(${amountOf(key)}) filter (where ${conditionOf(key, period)}), 0)::int`,
  )
  const { rows } = await sql<{ n: number[] }>`
    select array[${sql.join(sums)}] as n from (${recordsOf(source, authorityId, period)}) f
  `.execute(db)
  return Object.fromEntries(keys.map((key, at) => [key, rows[0]!.n[at]!]))
}

/** Who opens a figure: what is hidden from them is counted and not named. */
export interface FigureReader {
  accountId: number | null
  agencyId: number | null
}

/** A record that a figure counts. */
export interface FigureRecord {
  id: number
  /** of the page that shows it: its own, or the plan, the dialogue it is part of */
  pageId: number
  /** its first 200 characters */
  name: string
  day: Day
  /** what it adds: 1, or the people it counts */
  amount: number
  /** only its readers may open it; its name is not told */
  hidden: boolean
}

/** What a figure counts, in SQL: the records `f`, which of them, what each adds. */
export interface Counted {
  /** `id`, `name`, `day` and what the others ask for */
  records: RawBuilder<unknown>
  condition: RawBuilder<boolean>
  amount: RawBuilder<number>
  /** whose confidence its records may be in */
  confides: 'petition' | 'deadline' | null
  pageId?: RawBuilder<number>
  day?: RawBuilder<Day>
}

/** What a figure of a report counts. Throws NotFound for an unknown key. */
export function countedByReport(authorityId: number, key: string, period: CountedPeriod): Counted {
  const source = findFigure(key, null)?.source
  if (!source) throw new NotFound('figure')
  return {
    records: recordsOf(source, authorityId, period),
    condition: conditionOf(key, period),
    amount: amountOf(key),
    confides: source === 'petition' || source === 'deadline' ? source : null,
  }
}

/** How many records are counted, and the sum of their amounts: what `countFigures` gives. */
export async function sumCounted(
  db: Db,
  { records, condition, amount }: Counted,
): Promise<{ count: number; sum: number }> {
  const { rows } = await sql<{ count: number; sum: number }>`
    select count(*)::int as count, coalesce(sum(${amount}), 0)::int as sum from (${records}) f where ${condition}
  `.execute(db)
  return rows[0]!
}

/** Some of the records counted, the earliest first; what is confidential without its name. */
export async function listCounted(
  db: Db,
  authorityId: number,
  { records, condition, amount, confides, pageId = sql`f.id`, day = sql`f.day` }: Counted,
  reader: FigureReader,
  window: { limit: number; offset: number },
): Promise<FigureRecord[]> {
  const { rows } = await sql<FigureRecord>`
    select f.id, f.page_id, f.day, f.amount, k.hidden, case when not k.hidden then left(f.name, 200) end as name
    from (
      select f.id, ${pageId} as page_id, ${day} as day, f.name, (${amount})::int as amount from (${records}) f
      where ${condition} order by 3, 1 limit ${window.limit} offset ${window.offset}
    ) f
    cross join lateral (select ${hiddenFrom(confides, authorityId, reader)} as hidden) k
    order by f.day, f.id
  `.execute(db)
  return rows
}

/** A confidential petition, and a deadline of one, is known to its readers only; none to whom it accuses. */
function hiddenFrom(confides: Counted['confides'], authorityId: number, { accountId, agencyId }: FigureReader) {
  if (confides === null) return sql`false`
  const which =
    confides === 'petition'
      ? sql`p.id = f.id`
      : sql`p.id = (select l.subject_id from deadline l where l.authority_id = ${authorityId} and l.id = f.id
          and l.subject_kind = 'petition')`
  return sql`exists (select from petition p where p.authority_id = ${authorityId} and ${which}
    and ((p.confidential and not exists (select from petition_reader r where r.authority_id = p.authority_id
        and r.petition_id = p.id and r.account_id = ${accountId}))
      or p.accused_account_id = ${accountId} or p.accused_agency_id = ${agencyId}))`
}
