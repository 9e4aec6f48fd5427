import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { fixedRead } from '../platform/db/fixed-read.ts'
import { NotFound } from '../platform/errors.ts'

export interface DeadlineSubject {
  subjectKind: string
  subjectId: number
}

export interface DeadlineFilter {
  state?: 'open' | 'met' | 'void' | undefined
  agencyId?: number | undefined
  dialogueId?: number | undefined
  subject?: DeadlineSubject | undefined
  key?: string | undefined
  dueFrom?: Day | undefined
  dueTo?: Day | undefined
  limit?: number
  offset?: number
}

function deadlines(db: Db, authorityId: number) {
  return db
    .selectFrom('deadline')
    .leftJoin('agency', (join) =>
      join.onRef('agency.id', '=', 'deadline.agencyId').onRef('agency.authorityId', '=', 'deadline.authorityId'),
    )
    .selectAll('deadline')
    .select(['agency.name as agencyName', 'agency.shortName as agencyShortName'])
    .where('deadline.authorityId', '=', authorityId)
}

/** The deadlines of one subject, the earliest due first. */
export const listDeadlinesOf = fixedRead((db, authorityId: number, subjectKind: string, subjectId: number) =>
  deadlines(db, authorityId)
    .where('deadline.subjectKind', '=', subjectKind)
    .where('deadline.subjectId', '=', subjectId)
    .orderBy('deadline.dueOn')
    .orderBy('deadline.id'),
)

/** Deadlines of an authority, the earliest due first. */
export async function listDeadlines(db: Db, authorityId: number, filter: DeadlineFilter = {}) {
  let query = deadlines(db, authorityId)
  if (filter.state) query = query.where('deadline.state', '=', filter.state)
  if (filter.agencyId) query = query.where('deadline.agencyId', '=', filter.agencyId)
  if (filter.dialogueId) query = query.where('deadline.dialogueId', '=', filter.dialogueId)
  if (filter.subject) {
    query = query
      .where('deadline.subjectKind', '=', filter.subject.subjectKind)
      .where('deadline.subjectId', '=', filter.subject.subjectId)
  }
  if (filter.key) query = query.where('deadline.key', '=', filter.key)
  if (filter.dueFrom) query = query.where('deadline.dueOn', '>=', filter.dueFrom)
  if (filter.dueTo) query = query.where('deadline.dueOn', '<=', filter.dueTo)
  return query
    .orderBy('deadline.dueOn')
    .orderBy('deadline.id')
    .limit(filter.limit ?? 500)
    .offset(filter.offset ?? 0)
    .execute()
}

export type DeadlineRow = Awaited<ReturnType<typeof listDeadlines>>[number]

/** Throws NotFound. */
export async function getDeadline(db: Db, authorityId: number, id: number) {
  const found = await db
    .selectFrom('deadline')
    .leftJoin('agency', (join) =>
      join.onRef('agency.id', '=', 'deadline.agencyId').onRef('agency.authorityId', '=', 'deadline.authorityId'),
    )
    .selectAll('deadline')
    .select(['agency.name as agencyName', 'agency.shortName as agencyShortName'])
    .where('deadline.authorityId', '=', authorityId)
    .where('deadline.id', '=', id)
    .executeTakeFirst()
  if (!found) throw new NotFound('deadline')
  return found
}

/** What moved a deadline, in order. */
export async function listMoves(db: Db, authorityId: number, deadlineId: number) {
  return db
    .selectFrom('deadlineMove')
    .leftJoin('account', 'account.id', 'deadlineMove.accountId')
    .selectAll('deadlineMove')
    .select('account.displayName as accountName')
    .where('deadlineMove.authorityId', '=', authorityId)
    .where('deadlineId', '=', deadlineId)
    .orderBy('deadlineMove.id')
    .execute()
}

export async function findDeadlines(db: Db, authorityId: number, subject: DeadlineSubject, key?: string) {
  let query = db
    .selectFrom('deadline')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('subjectKind', '=', subject.subjectKind)
    .where('subjectId', '=', subject.subjectId)
  if (key) query = query.where('key', '=', key)
  return query.orderBy('id').execute()
}

export interface DeadlineValues extends DeadlineSubject {
  authorityId: number
  dialogueId: number | null
  agencyId: number | null
  key: string
  label: string
  instrumentId: string
  instrument: string
  clause: string
  anchorEvent: string
  anchorOn: Day
  dueOn: Day
  strictDueOn: Day | null
  direction: 'before' | 'after'
  counting: unknown
  provisional: boolean
  extended: boolean
  complex: boolean
}

export async function insertDeadline(db: Db, values: DeadlineValues): Promise<number> {
  const row = await db
    .insertInto('deadline')
    .values({ ...values, firstDueOn: values.dueOn, counting: JSON.stringify(values.counting) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Several new ones at once; their ids in the same order. */
export async function insertDeadlines(db: Db, rows: readonly DeadlineValues[]): Promise<number[]> {
  if (rows.length === 0) return []
  const inserted = await db
    .insertInto('deadline')
    .values(rows.map((row) => ({ ...row, firstDueOn: row.dueOn, counting: JSON.stringify(row.counting) })))
    .returning('id')
    .execute()
  return inserted.map((row) => row.id)
}

/** Writes what a recount gave; the first promised date stays. */
export async function updateDeadlineCount(db: Db, id: number, values: DeadlineValues): Promise<void> {
  const { authorityId, subjectKind, subjectId, key, instrumentId, ...rest } = values
  await db
    .updateTable('deadline')
    .set({ ...rest, counting: JSON.stringify(values.counting), version: sql`version + 1` })
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .execute()
}

export async function setDeadlineState(
  db: Db,
  authorityId: number,
  id: number,
  state: { state: 'open' | 'met' | 'void'; metOn?: Day | null; metNote?: string | null; voidReason?: string | null },
): Promise<void> {
  await db
    .updateTable('deadline')
    .set({
      state: state.state,
      metOn: state.metOn ?? null,
      metNote: state.metNote ?? null,
      voidReason: state.voidReason ?? null,
      version: sql`version + 1`,
    })
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .execute()
}

/** The open deadlines of several subjects of one kind fall away; gives those that did. */
export async function voidOpenDeadlines(
  db: Db,
  authorityId: number,
  gone: { subjectKind: string; subjectIds: readonly number[]; reason: string },
): Promise<{ id: number; dueOn: Day }[]> {
  return db
    .updateTable('deadline')
    .set({ state: 'void', voidReason: gone.reason, version: sql`version + 1` })
    .where('authorityId', '=', authorityId)
    .where('subjectKind', '=', gone.subjectKind)
    .where(sql<boolean>`subject_id = any(${[...gone.subjectIds]})`)
    .where('state', '=', 'open')
    .returning(['id', 'dueOn'])
    .execute()
}

interface NewMove {
  authorityId: number
  deadlineId: number
  cause: string
  oldDueOn: Day | null
  newDueOn: Day
  reason: string
  counting: unknown
  accountId: number | null
  at: Date
}

export async function insertMoves(db: Db, moves: readonly NewMove[]): Promise<void> {
  if (moves.length === 0) return
  await db
    .insertInto('deadlineMove')
    .values(moves.map((move) => ({ ...move, counting: JSON.stringify(move.counting) })))
    .execute()
}

/** Open duties of an agency that ended go to its successor; returns how many. */
export async function handOverDeadlines(db: Db, authorityId: number, fromAgencyId: number, toAgencyId: number) {
  const result = await db
    .updateTable('deadline')
    .set({ agencyId: toAgencyId, version: sql`version + 1` })
    .where('authorityId', '=', authorityId)
    .where('agencyId', '=', fromAgencyId)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

export interface Extension extends DeadlineSubject {
  authorityId: number
  key: string
  reasonKey: string
  /** the reason in the words of the regulation: what may be told to everybody */
  reasonLabel: string
  reason: string
  grantedOn: Day
  grantedBy: number | null
  grantedByName: string
  onPaper: boolean
}

export async function insertExtension(db: Db, extension: Extension): Promise<void> {
  await db.insertInto('deadlineExtension').values(extension).execute()
}

export async function listExtensions(db: Db, authorityId: number, subject: DeadlineSubject) {
  return db
    .selectFrom('deadlineExtension')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('subjectKind', '=', subject.subjectKind)
    .where('subjectId', '=', subject.subjectId)
    .execute()
}
