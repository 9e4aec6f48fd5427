import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'

/** A line of the rollups that says something else than the records. */
export interface WrongFigure {
  authorityId: number
  month: Day
  /** '' for the authority as a whole; `area` or `agency` with the key of the part */
  part: string
  partKey: string
}

/**
 * Counts everything afresh and names the lines of the rollups that differ; none when they are right, or when the
 * database is of a version before there were any.
 */
export async function findWrongFigures(db: Db): Promise<WrongFigure[]> {
  const known = await sql<{ known: boolean }>`select to_regproc('wrong_figures') is not null as known`.execute(db)
  if (!known.rows[0]!.known) return []
  const { rows } = await sql<WrongFigure>`
    select authority_id, month, part, part_key from wrong_figures() order by 1, 2, 3, 4
  `.execute(db)
  return rows
}
