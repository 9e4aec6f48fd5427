import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'

/** A line of the rollups that says something else than the records. */
export interface WrongFigure {
  authorityId: number
  month: Day
  /** in the sums over the authorities directly under it, not in its own figures */
  below: boolean
  /** '' for the authority as a whole; `area`, `agency` or `due` (open, by the day) with the key of the part */
  part: string
  partKey: string
}

/**
 * Counts everything afresh and names the lines of the rollups that differ; none when they are right, or when the
 * database is of a version before there were any.
 */
export async function findWrongFigures(db: Db): Promise<WrongFigure[]> {
  const known = await sql<{ known: boolean }>`select to_regclass('figure_kept') is not null as known`.execute(db)
  if (!known.rows[0]!.known) return []
  const { rows } = await sql<WrongFigure>`
    select authority_id, month, below, part, part_key from wrong_figures() order by 1, 2, 3, 4, 5
  `.execute(db)
  return rows
}

/** A sum of handed-in reports that says something else than the reports. */
export interface WrongReport {
  authorityId: number
  subjectId: number
  /** in the sums over the authorities directly under it */
  below: boolean
}

/** Adds all reports up afresh and names the sums that differ; none when they are right or not kept yet. */
export async function findWrongReports(db: Db): Promise<WrongReport[]> {
  const known = await sql<{ known: boolean }>`select to_regproc('wrong_reports') is not null as known`.execute(db)
  if (!known.rows[0]!.known) return []
  return (
    await sql<WrongReport>`select authority_id, subject_id, below from wrong_reports() order by 1, 2, 3`.execute(db)
  ).rows
}

/** Puts the rows that changes left beside each other in a superior's sums together; what they say stays the same. */
export async function gatherFigures(db: Db): Promise<void> {
  await sql`select gather_figures(), gather_reports()`.execute(db)
}
