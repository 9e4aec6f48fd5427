import { sql } from 'kysely'
import { visiblePetitions } from '../petitions/visible-petitions-store.ts'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { NotFound, StaleEdit } from '../platform/errors.ts'
import type { ActViewer } from './act-viewer.ts'
import type { SupervisionAct, SupervisionKind } from './supervision-act.ts'

export interface NewAct {
  authorityId: number
  kind: SupervisionKind
  byAgencyId: number
  toAgencyId: number | null
  dialogueId: number | null
  petitionId: number | null
  conclusionItemId: number | null
  onDay: Day
  content: string
  participants: string
  answerDueOn: Day | null
  enteredBy: number | null
}

export async function insertAct(db: Db, act: NewAct): Promise<number> {
  const row = await db.insertInto('supervisionAct').values(act).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export async function findAct(db: Db, authorityId: number, id: number): Promise<SupervisionAct | null> {
  const found = await db
    .selectFrom('supervisionAct')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (found as SupervisionAct | undefined) ?? null
}

/** The act whose letter a paper is; null for other papers. */
export async function findActOfPaper(db: Db, authorityId: number, paperId: number): Promise<SupervisionAct | null> {
  const found = await db
    .selectFrom('supervisionAct')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('paperId', '=', paperId)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return (found as SupervisionAct | undefined) ?? null
}

/** Throws NotFound. */
export async function getAct(db: Db, authorityId: number, id: number): Promise<SupervisionAct> {
  const found = await findAct(db, authorityId, id)
  if (!found) throw new NotFound('supervisionAct')
  return found
}

type ActValues = Partial<
  Pick<SupervisionAct, 'answer' | 'answeredOn' | 'answeredBy' | 'withdrawnOn' | 'withdrawnReason' | 'paperId'>
>

/** Writes over the version that was read; throws StaleEdit when somebody wrote in between. */
export async function updateAct(
  db: Db,
  before: Pick<SupervisionAct, 'authorityId' | 'id'>,
  version: number,
  values: ActValues,
): Promise<void> {
  const written = await db
    .updateTable('supervisionAct')
    .set({ ...values, version: sql`version + 1` })
    .where('authorityId', '=', before.authorityId)
    .where('id', '=', before.id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!written) throw new StaleEdit('supervisionAct', { ...(await getAct(db, before.authorityId, before.id)) })
}

export interface ActFilter {
  id?: number | undefined
  kind?: SupervisionKind | undefined
  /** acts of or to this agency */
  agencyId?: number | undefined
  dialogueId?: number | undefined
  petitionId?: number | undefined
  /** `waiting`: an account is owed; `late`: past its day; `answered` */
  account?: 'waiting' | 'late' | 'answered' | undefined
  words?: string | undefined
  today: Day
  limit?: number
  offset?: number
}

/** The ids of petitions whose existence the viewer may know of. */
function knownPetitions(db: Db, viewer: ActViewer) {
  return visiblePetitions(db, viewer.petitions).select('petition.id')
}

function filtered(db: Db, viewer: ActViewer, filter: ActFilter) {
  const { agencyId } = viewer
  let query = db
    .selectFrom('supervisionAct as act')
    .where('act.authorityId', '=', viewer.authorityId)
    .where((or) => or.or([or('act.petitionId', 'is', null), or('act.petitionId', 'in', knownPetitions(db, viewer))]))
  if (!viewer.wide) {
    query = query.where((or) => or.or([or('act.toAgencyId', '=', agencyId), or('act.byAgencyId', '=', agencyId)]))
  }
  if (filter.id) query = query.where('act.id', '=', filter.id)
  if (filter.kind) query = query.where('act.kind', '=', filter.kind)
  if (filter.agencyId) {
    const id = filter.agencyId
    query = query.where((or) => or.or([or('act.toAgencyId', '=', id), or('act.byAgencyId', '=', id)]))
  }
  if (filter.dialogueId) query = query.where('act.dialogueId', '=', filter.dialogueId)
  if (filter.petitionId) query = query.where('act.petitionId', '=', filter.petitionId)
  if (filter.account) {
    query = query.where('act.kind', '=', 'accountRequest')
    if (filter.account === 'answered') query = query.where('act.answeredOn', 'is not', null)
    else query = query.where('act.answeredOn', 'is', null).where('act.withdrawnOn', 'is', null)
    if (filter.account === 'late') query = query.where('act.answerDueOn', '<', filter.today)
  }
  for (const word of (filter.words ?? '').split(/\s+/).filter(Boolean).slice(0, 8)) {
    const like = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    query = query.where(sql<boolean>`fold(act.content || ' ' || coalesce(act.answer, '')) like fold(${like})`)
  }
  return query
}

/** Acts the viewer may see, the newest first, with the names of agencies, dialogue, petition and who entered them. */
export async function listActs(db: Db, viewer: ActViewer, filter: ActFilter) {
  const rows = await filtered(db, viewer, filter)
    .leftJoin('agency as byAgency', (join) =>
      join.onRef('byAgency.id', '=', 'act.byAgencyId').onRef('byAgency.authorityId', '=', 'act.authorityId'),
    )
    .leftJoin('agency as toAgency', (join) =>
      join.onRef('toAgency.id', '=', 'act.toAgencyId').onRef('toAgency.authorityId', '=', 'act.authorityId'),
    )
    .leftJoin('dialogue', (join) =>
      join.onRef('dialogue.id', '=', 'act.dialogueId').onRef('dialogue.authorityId', '=', 'act.authorityId'),
    )
    .leftJoin('petition', (join) =>
      join.onRef('petition.id', '=', 'act.petitionId').onRef('petition.authorityId', '=', 'act.authorityId'),
    )
    .leftJoin('account', 'account.id', 'act.enteredBy')
    .leftJoin('account as answerer', 'answerer.id', 'act.answeredBy')
    .leftJoin('deadline', (join) =>
      join
        .onRef('deadline.authorityId', '=', 'act.authorityId')
        .onRef('deadline.subjectId', '=', 'act.id')
        .on('deadline.subjectKind', '=', 'supervisionAct'),
    )
    .selectAll('act')
    .select([
      'byAgency.name as byAgencyName',
      'byAgency.shortName as byAgencyShortName',
      'toAgency.name as toAgencyName',
      'toAgency.shortName as toAgencyShortName',
      'dialogue.title as dialogueTitle',
      'petition.code as petitionCode',
      'account.displayName as enteredByName',
      'answerer.displayName as answeredByName',
      'deadline.id as deadlineId',
    ])
    .orderBy('act.onDay', 'desc')
    .orderBy('act.id', 'desc')
    .limit(filter.limit ?? 50)
    .offset(filter.offset ?? 0)
    .execute()
  return rows as (Omit<(typeof rows)[number], 'kind'> & { kind: SupervisionKind })[]
}

export type ActRow = Awaited<ReturnType<typeof listActs>>[number]

export async function countActs(db: Db, viewer: ActViewer, filter: ActFilter): Promise<number> {
  const row = await filtered(db, viewer, filter).select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow()
  return row.n
}

/** Open deadlines whose subject the viewer may know of. */
function openDuties(db: Db, viewer: ActViewer) {
  let query = db
    .selectFrom('deadline')
    .where('deadline.authorityId', '=', viewer.authorityId)
    .where('deadline.state', '=', 'open')
    .where((or) =>
      or.or([
        or('deadline.subjectKind', 'not in', ['petition', 'supervisionAct']),
        or.and([
          or('deadline.subjectKind', '=', 'petition'),
          or('deadline.subjectId', 'in', knownPetitions(db, viewer)),
        ]),
        or.and([
          or('deadline.subjectKind', '=', 'supervisionAct'),
          or('deadline.subjectId', 'in', filtered(db, viewer, { today: '9999-12-31' as Day }).select('act.id')),
        ]),
      ]),
    )
  if (!viewer.wide) query = query.where('deadline.agencyId', '=', viewer.agencyId)
  return query
}

/** What is overdue, by the agency that owes it; agencies with the most first. */
export async function listOverdueByAgency(db: Db, viewer: ActViewer, today: Day) {
  return openDuties(db, viewer)
    .leftJoin('agency', (join) =>
      join.onRef('agency.id', '=', 'deadline.agencyId').onRef('agency.authorityId', '=', 'deadline.authorityId'),
    )
    .select((eb) => [
      'deadline.agencyId',
      'agency.name as agencyName',
      'agency.shortName as agencyShortName',
      eb.fn.countAll<number>().as('open'),
      sql<number>`count(*) filter (where deadline.due_on < ${today})`.as('overdue'),
      sql<Day | null>`min(deadline.due_on) filter (where deadline.due_on < ${today})`.as('oldestDue'),
      sql<Day | null>`(select max(u.on_day) from supervision_act u where u.authority_id = ${viewer.authorityId}
        and u.kind = 'urging' and u.to_agency_id = deadline.agency_id)`.as('lastUrgedOn'),
    ])
    .groupBy(['deadline.agencyId', 'agency.name', 'agency.shortName'])
    .having(sql<boolean>`count(*) filter (where deadline.due_on < ${today}) > 0`)
    .orderBy('overdue', 'desc')
    .orderBy('oldestDue')
    .execute()
}

export type OverdueAgency = Awaited<ReturnType<typeof listOverdueByAgency>>[number]

/** The overdue duties themselves, the oldest first; of one agency when given. */
export async function listOverdueDuties(
  db: Db,
  viewer: ActViewer,
  filter: { today: Day; agencyId?: number; limit?: number },
) {
  let query = openDuties(db, viewer).where('deadline.dueOn', '<', filter.today)
  if (filter.agencyId) query = query.where('deadline.agencyId', '=', filter.agencyId)
  return query
    .leftJoin('petition', (join) =>
      join
        .onRef('petition.id', '=', 'deadline.subjectId')
        .onRef('petition.authorityId', '=', 'deadline.authorityId')
        .on('deadline.subjectKind', '=', 'petition'),
    )
    .leftJoin('dialogue', (join) =>
      join.onRef('dialogue.id', '=', 'deadline.dialogueId').onRef('dialogue.authorityId', '=', 'deadline.authorityId'),
    )
    .select([
      'deadline.id',
      'deadline.agencyId',
      'deadline.label',
      'deadline.dueOn',
      'deadline.subjectKind',
      'deadline.subjectId',
      'deadline.dialogueId',
      'petition.code as petitionCode',
      'dialogue.title as dialogueTitle',
    ])
    .orderBy('deadline.dueOn')
    .orderBy('deadline.id')
    .limit(filter.limit ?? 100)
    .execute()
}
