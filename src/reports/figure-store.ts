import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
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
  /** its first 200 characters */
  name: string
  day: Day
  /** what it adds: 1, or the people it counts */
  amount: number
  /** only its readers may open it; its name is not told */
  hidden: boolean
}

/** How many records are behind a figure, and the sum of their amounts: what `countFigures` gives. */
export async function sumFigureRecords(
  db: Db,
  authorityId: number,
  key: string,
  period: CountedPeriod,
): Promise<{ count: number; sum: number }> {
  const source = findFigure(key, null)?.source
  if (!source) return { count: 0, sum: 0 }
  const { rows } = await sql<{ count: number; sum: number }>`
    select count(*)::int as count, coalesce(sum(${amountOf(key)}), 0)::int as sum
    from (${recordsOf(source, authorityId, period)}) f where ${conditionOf(key, period)}
  `.execute(db)
  return rows[0]!
}

/** Some of the records behind a figure, the earliest first. */
export async function listFigureRecords(
  db: Db,
  authorityId: number,
  key: string,
  period: CountedPeriod,
  reader: FigureReader,
  window: { limit: number; offset: number },
): Promise<FigureRecord[]> {
  const source = findFigure(key, null)?.source
  if (!source) return []
  const { rows } = await sql<FigureRecord>`
    select f.id, f.day, f.amount, k.hidden, case when not k.hidden then left(f.name, 200) end as name
    from (
      select f.id, f.day, f.name, (${amountOf(key)})::int as amount from (${recordsOf(source, authorityId, period)}) f
      where ${conditionOf(key, period)} order by f.day, f.id limit ${window.limit} offset ${window.offset}
    ) f
    cross join lateral (select ${hiddenFrom(source, authorityId, reader)} as hidden) k
    order by f.day, f.id
  `.execute(db)
  return rows
}

/** A confidential petition, and a deadline of one, is known to its readers only; none to whom it accuses. */
function hiddenFrom(source: FigureSource, authorityId: number, { accountId, agencyId }: FigureReader) {
  if (source !== 'petition' && source !== 'deadline') return sql`false`
  const which =
    source === 'petition'
      ? sql`p.id = f.id`
      : sql`p.id = (select l.subject_id from deadline l where l.authority_id = ${authorityId} and l.id = f.id
          and l.subject_kind = 'petition')`
  return sql`exists (select from petition p where p.authority_id = ${authorityId} and ${which}
    and ((p.confidential and not exists (select from petition_reader r where r.authority_id = p.authority_id
        and r.petition_id = p.id and r.account_id = ${accountId}))
      or p.accused_account_id = ${accountId} or p.accused_agency_id = ${agencyId}))`
}
