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

/** Counts everything afresh and names the lines of the rollups that differ; none when they are right. */
export async function findWrongFigures(db: Db): Promise<WrongFigure[]> {
  const { rows } = await sql<WrongFigure>`
    select authority_id, month, part, part_key from wrong_figures() order by 1, 2, 3, 4
  `.execute(db)
  return rows
}
