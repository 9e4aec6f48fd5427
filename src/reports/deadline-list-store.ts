import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { NotFound } from '../platform/errors.ts'
import type { DeadlineSort, DeadlineWanted, WorkDays } from './deadline-filter.ts'
import type { DeadlineViewer } from './deadline-viewer.ts'
import { visibleDeadlines } from './visible-deadline-store.ts'

/** Counting stops here: nobody pages further. */
const COUNT_CAP = 2000

/** A colleague of the agency has begun the answer, and the reader has not. */
function takenByColleague(accountId: number | null) {
  const written = sql`select from petition_answer a where a.authority_id = deadline.authority_id
    and a.petition_id = deadline.subject_id and a.kind in ('prepared', 'reply')`
  return sql<boolean>`(deadline.subject_kind = 'petition' and exists (${written} and a.drafted_by is not null)
    and not exists (${written} and (a.drafted_by = ${accountId} or a.state = 'returned')))`
}

function wanted(db: Db, viewer: DeadlineViewer, filter: DeadlineWanted) {
  const { today, weekEnd } = filter.days
  let query = visibleDeadlines(db, viewer)
  query =
    filter.when === 'met'
      ? query.where('deadline.state', '=', 'met')
      : query.where(sql<boolean>`deadline.state = 'open'`)
  if (filter.when === 'overdue') query = query.where('deadline.dueOn', '<', today)
  if (filter.when === 'today') query = query.where('deadline.dueOn', '=', today)
  if (filter.when === 'week') query = query.where('deadline.dueOn', '>', today).where('deadline.dueOn', '<=', weekEnd)
  if (filter.when === 'provisional') query = query.where('deadline.provisional', '=', true)
  if (filter.when === 'waiting')
    query = query.where(sql<boolean>`deadline.agency_id is distinct from ${viewer.agencyId}`)
  if (filter.whose !== 'authority' && filter.when !== 'waiting')
    query = query.where('deadline.agencyId', '=', viewer.agencyId)
  if (filter.whose === 'me') query = query.where(sql<boolean>`not ${takenByColleague(viewer.accountId)}`)
  if (filter.agencyId) query = query.where('deadline.agencyId', '=', filter.agencyId)
  if (filter.dialogueId) query = query.where('deadline.dialogueId', '=', filter.dialogueId)
  if (filter.subjectKind) query = query.where('deadline.subjectKind', '=', filter.subjectKind)
  if (filter.key) query = query.where('deadline.key', '=', filter.key)
  return query
}

const columns = [
  'deadline.id',
  'deadline.subjectKind',
  'deadline.subjectId',
  'deadline.dialogueId',
  'deadline.agencyId',
  'deadline.key',
  'deadline.label',
  'deadline.instrumentId',
  'deadline.instrument',
  'deadline.anchorEvent',
  'deadline.anchorOn',
  'deadline.direction',
  'deadline.dueOn',
  'deadline.firstDueOn',
  'deadline.strictDueOn',
  'deadline.provisional',
  'deadline.extended',
  'deadline.complex',
  'deadline.state',
  'deadline.metOn',
  'agency.shortName as agencyName',
  'dialogue.title as dialogueTitle',
  'petition.code as petitionCode',
  'conclusionItem.content as itemContent',
  'conclusionItem.position as itemPosition',
  'planTask.planId as planId',
] as const

/** What the deadline is about, in words; those of a confidential petition show only when it is opened. */
const words = [
  sql<string | null>`case when petition.confidential then null else petition.content end`.as('petitionText'),
  sql<string | null>`coalesce(plan_task.content, dialogue_task.content)`.as('taskContent'),
] as const

/** With the names a line needs; a petition is joined only where its deadline is visible, so is the petition. */
function withNames(query: ReturnType<typeof visibleDeadlines>) {
  return query
    .leftJoin('agency', (join) =>
      join.onRef('agency.authorityId', '=', 'deadline.authorityId').onRef('agency.id', '=', 'deadline.agencyId'),
    )
    .leftJoin('dialogue', (join) =>
      join.onRef('dialogue.authorityId', '=', 'deadline.authorityId').onRef('dialogue.id', '=', 'deadline.dialogueId'),
    )
    .leftJoin('petition', (join) =>
      join
        .onRef('petition.authorityId', '=', 'deadline.authorityId')
        .onRef('petition.id', '=', 'deadline.subjectId')
        .on('deadline.subjectKind', '=', 'petition'),
    )
    .leftJoin('conclusionItem', (join) =>
      join
        .onRef('conclusionItem.authorityId', '=', 'deadline.authorityId')
        .onRef('conclusionItem.id', '=', 'deadline.subjectId')
        .on('deadline.subjectKind', '=', 'conclusionItem'),
    )
    .leftJoin('planTask', (join) =>
      join
        .onRef('planTask.authorityId', '=', 'deadline.authorityId')
        .onRef('planTask.id', '=', 'deadline.subjectId')
        .on('deadline.subjectKind', '=', 'planTask'),
    )
    .leftJoin('dialogueTask', (join) =>
      join
        .onRef('dialogueTask.authorityId', '=', 'deadline.authorityId')
        .onRef('dialogueTask.id', '=', 'deadline.subjectId')
        .on('deadline.subjectKind', '=', 'dialogueTask'),
    )
}

export interface DeadlinePage {
  sort: DeadlineSort
  direction: 'asc' | 'desc'
  /** from 1 */
  page: number
  pageSize: number
}

/** One page of the deadlines wanted, by default the earliest due first, so that of two clocks the earlier stands first. */
export async function listVisibleDeadlines(db: Db, viewer: DeadlineViewer, filter: DeadlineWanted, page: DeadlinePage) {
  return pageOfDeadlines(db, viewer, filter, page).execute()
}

/** The query of a page, not yet run: its plan is held by a test. */
export function pageOfDeadlines(db: Db, viewer: DeadlineViewer, filter: DeadlineWanted, page: DeadlinePage) {
  let query = withNames(wanted(db, viewer, filter))
    .select(columns)
    .select(words)
  const { direction } = page
  if (page.sort === 'duty') query = query.orderBy('deadline.label', direction)
  if (page.sort === 'agency') query = query.orderBy('agency.shortName', direction)
  if (page.sort === 'anchor') query = query.orderBy('deadline.anchorOn', direction)
  if (page.sort === 'met') query = query.orderBy('deadline.metOn', direction)
  return query
    .orderBy('deadline.dueOn', page.sort === 'due' ? direction : 'asc')
    .orderBy('deadline.id', page.sort === 'due' ? direction : 'asc')
    .limit(page.pageSize)
    .offset((page.page - 1) * page.pageSize)
}

export type VisibleDeadline = Awaited<ReturnType<typeof listVisibleDeadlines>>[number]

/** How many there are, counted up to `COUNT_CAP`. */
export async function countVisibleDeadlines(db: Db, viewer: DeadlineViewer, filter: DeadlineWanted): Promise<number> {
  const some = wanted(db, viewer, filter).select('deadline.id').limit(COUNT_CAP)
  const row = await db.selectFrom(some.as('some')).select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow()
  return row.n
}

/** Open ones of the same duty-holder by day, and those of others: the numbers above the list. */
export async function countDeadlineGroups(db: Db, viewer: DeadlineViewer, { today, weekEnd }: WorkDays) {
  const mine = sql`deadline.agency_id = ${viewer.agencyId}`
  return visibleDeadlines(db, viewer)
    .where(sql<boolean>`deadline.state = 'open'`)
    .select([
      sql<number>`count(*)`.as('open'),
      sql<number>`count(*) filter (where due_on < ${today})`.as('overdue'),
      sql<number>`count(*) filter (where due_on = ${today})`.as('today'),
      sql<number>`count(*) filter (where due_on > ${today} and due_on <= ${weekEnd})`.as('week'),
      sql<number>`count(*) filter (where ${mine})`.as('mine'),
      sql<number>`count(*) filter (where ${mine} and due_on < ${today})`.as('mineOverdue'),
      sql<number>`count(*) filter (where not (${mine}) or agency_id is null)`.as('waiting'),
      sql<number>`count(*) filter (where provisional)`.as('provisional'),
    ])
    .executeTakeFirstOrThrow()
}

/** One deadline with everything its explanation needs. Throws NotFound, for what the viewer may not know of too. */
export async function getVisibleDeadline(db: Db, viewer: DeadlineViewer, id: number) {
  const found = await withNames(visibleDeadlines(db, viewer).where('deadline.id', '=', id))
    .selectAll('deadline')
    .select(['agency.name as agencyName', 'dialogue.title as dialogueTitle', 'petition.code as petitionCode'])
    .select(['conclusionItem.content as itemContent', 'conclusionItem.position as itemPosition'])
    .select('planTask.planId as planId')
    .select(words)
    .executeTakeFirst()
  if (!found) throw new NotFound('deadline')
  return found
}

/** The clocks of the same event beside these: the law's beside the province's, a promise beside both. */
export async function listOtherClocks(
  db: Db,
  viewer: DeadlineViewer,
  rows: readonly { id: number; subjectKind: string; subjectId: number; direction: string; instrumentId: string }[],
) {
  if (rows.length === 0) return []
  return visibleDeadlines(db, viewer)
    .where('deadline.state', '<>', 'void')
    .where(
      sql<boolean>`exists (select from jsonb_to_recordset(${JSON.stringify(rows.map(pick))}::jsonb)
        as r (kind text, subject bigint, direction text, instrument text)
        where r.kind = deadline.subject_kind and r.subject = deadline.subject_id
        and r.direction = deadline.direction and r.instrument <> deadline.instrument_id)`,
    )
    .where('deadline.subjectId', 'in', [...new Set(rows.map((row) => row.subjectId))])
    .where('deadline.subjectKind', 'in', [...new Set(rows.map((row) => row.subjectKind))])
    .select([
      'deadline.id',
      'deadline.subjectKind',
      'deadline.subjectId',
      'deadline.direction',
      'deadline.label',
      'deadline.instrumentId',
      'deadline.instrument',
      'deadline.dueOn',
      'deadline.state',
      'deadline.metOn',
      'deadline.provisional',
    ])
    .orderBy('deadline.dueOn')
    .execute()
}

export type OtherClock = Awaited<ReturnType<typeof listOtherClocks>>[number]

function pick(row: { subjectKind: string; subjectId: number; direction: string; instrumentId: string }) {
  return { kind: row.subjectKind, subject: row.subjectId, direction: row.direction, instrument: row.instrumentId }
}

/** Agencies that owe something still open, for the filter. */
export async function listAgenciesOwing(db: Db, viewer: DeadlineViewer) {
  return visibleDeadlines(db, viewer)
    .where(sql<boolean>`deadline.state = 'open'`)
    .innerJoin('agency', (join) =>
      join.onRef('agency.authorityId', '=', 'deadline.authorityId').onRef('agency.id', '=', 'deadline.agencyId'),
    )
    .select(['agency.id', 'agency.name', sql<number>`count(*)`.as('open')])
    .groupBy(['agency.id', 'agency.name'])
    .orderBy('agency.name')
    .execute()
}

/** Open duties due until that day, the earliest first: what the morning page is made of. */
export async function listOpenDuties(db: Db, viewer: DeadlineViewer, until: Day, limit = 200) {
  return withNames(visibleDeadlines(db, viewer))
    .select(columns)
    .select(words)
    .where(sql<boolean>`deadline.state = 'open'`)
    .where('deadline.dueOn', '<=', until)
    .where('deadline.subjectKind', '<>', 'supervisionAct')
    .orderBy('deadline.dueOn')
    .orderBy('deadline.id')
    .limit(limit)
    .execute()
}
