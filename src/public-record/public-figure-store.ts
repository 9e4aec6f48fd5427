import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'

/** The year in numbers that anybody can check: counts of everything, naming nobody. */
export interface PublicFigures {
  year: number
  held: number
  /** dialogues of the published plan; null without one */
  planned: number | null
  received: number
  repliesOnTime: number
  replies: number
  /** still open, of whatever year */
  open: number
}

interface Row extends Omit<PublicFigures, 'year'> {
  authorityId: number
}

/** The figures of some authorities in one year. An authority of which nothing is counted has zeros. */
export async function readPublicFigures(
  db: Db,
  authorityIds: readonly number[],
  year: number,
): Promise<Map<number, PublicFigures>> {
  const { rows } = await sql<Row>`
    select a.id as authority_id, coalesce(f.held, 0)::int as held, coalesce(f.received, 0)::int as received,
      coalesce(f.on_time, 0)::int as replies_on_time, coalesce(f.replies, 0)::int as replies, coalesce(f.open, 0)::int as open,
      (select sum(jsonb_array_length(p.dialogues))::int from public_plan p where p.authority_id = a.id and p.year = ${year}) as planned
    from authority a
    left join lateral (
      select sum(m.held) filter (where this_year) as held, sum(m.received) filter (where this_year) as received,
        sum(m.reply_on_time) filter (where this_year) as on_time,
        sum(m.reply_on_time + m.reply_late) filter (where this_year) as replies, sum(m.open_petitions) as open
      from figure_month m cross join lateral (select extract(year from m.month) = ${year} as this_year) y
      where m.authority_id = a.id
    ) f on true
    where a.id = any (${[...authorityIds]}::bigint[])
  `.execute(db)
  return new Map(rows.map(({ authorityId, ...row }) => [authorityId, { year, ...row }]))
}
