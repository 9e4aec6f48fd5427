import type { Insertable, Selectable, Updateable } from 'kysely'
import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import type { DB } from '../platform/db/tables.ts'
import { NotFound, StaleEdit } from '../platform/errors.ts'

/** The parts of a plan that carry an id and a version. */
export type PlanPart = 'planTarget' | 'plannedDialogue' | 'planTask'

export type PlanTarget = Selectable<DB['planTarget']>

type Part<T extends PlanPart> = Selectable<DB[T]>
type PartValues<T extends PlanPart> = Omit<Insertable<DB[T]>, 'authorityId' | 'id' | 'version'>

export async function insertPart<T extends PlanPart>(
  db: Db,
  table: T,
  authorityId: number,
  values: PartValues<T>,
): Promise<number> {
  const row = await db
    .insertInto(table as 'planTask')
    .values({ ...(values as unknown as PartValues<'planTask'>), authorityId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** The part as stored; throws NotFound. */
export async function getPart<T extends PlanPart>(db: Db, table: T, authorityId: number, id: number): Promise<Part<T>> {
  const row = await db
    .selectFrom(table as 'planTask')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound(table)
  return row as unknown as Part<T>
}

interface StoredPart {
  authorityId: number
  id: number
}

/** Writes over the version that was read; throws StaleEdit when somebody wrote in between. */
export async function updatePart<T extends PlanPart>(
  db: Db,
  table: T,
  before: StoredPart,
  version: number,
  values: Updateable<DB[T]>,
): Promise<void> {
  const written = await db
    .updateTable(table as 'planTask')
    .set({ ...(values as Updateable<DB['planTask']>), version: sql<number>`version + 1` })
    .where('authorityId', '=', before.authorityId)
    .where('id', '=', before.id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!written) throw new StaleEdit(table, { ...(await getPart(db, table, before.authorityId, before.id)) })
}

/** Strikes a part out of a draft; throws StaleEdit when somebody wrote in between. */
export async function deletePart(db: Db, table: PlanPart, before: StoredPart, version: number): Promise<void> {
  const gone = await db
    .deleteFrom(table as 'planTask')
    .where('authorityId', '=', before.authorityId)
    .where('id', '=', before.id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!gone) throw new StaleEdit(table, { ...(await getPart(db, table, before.authorityId, before.id)) })
}

export async function listTargets(db: Db, authorityId: number, planId: number): Promise<PlanTarget[]> {
  return db
    .selectFrom('planTarget')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('planId', '=', planId)
    .orderBy('id')
    .execute()
}

/** With the name of the lead office; the earliest first. */
export async function listPlanned(db: Db, authorityId: number, planId: number) {
  return db
    .selectFrom('plannedDialogue')
    .leftJoin('agency', (join) =>
      join
        .onRef('agency.authorityId', '=', 'plannedDialogue.authorityId')
        .onRef('agency.id', '=', 'plannedDialogue.leadAgencyId'),
    )
    .selectAll('plannedDialogue')
    .select('agency.name as leadAgencyName')
    .where('plannedDialogue.authorityId', '=', authorityId)
    .where('planId', '=', planId)
    .orderBy('expectedFrom')
    .orderBy('plannedDialogue.id')
    .execute()
}

export type PlannedRow = Awaited<ReturnType<typeof listPlanned>>[number]

/** With the agency's name, in the order they were put down. */
export async function listPlanTasks(db: Db, authorityId: number, planId: number) {
  return tasks(db, authorityId)
    .where('planTask.planId', '=', planId)
    .orderBy('position')
    .orderBy('planTask.id')
    .execute()
}

export type PlanTaskRow = Awaited<ReturnType<typeof listPlanTasks>>[number]

/** Tasks of plans in force that are not reported as done, the earliest due first; of one agency when given. */
export async function listOpenPlanTasks(db: Db, authorityId: number, agencyId?: number) {
  let query = tasks(db, authorityId)
    .innerJoin('plan', (join) =>
      join.onRef('plan.authorityId', '=', 'planTask.authorityId').onRef('plan.id', '=', 'planTask.planId'),
    )
    .select(['plan.title as planTitle', 'plan.year as planYear'])
    .where('doneOn', 'is', null)
    .where('plan.state', 'in', ['issued', 'published'])
  if (agencyId !== undefined) query = query.where('planTask.agencyId', '=', agencyId)
  return query.orderBy(sql`due_on nulls last`).orderBy('planTask.id').execute()
}

function tasks(db: Db, authorityId: number) {
  return db
    .selectFrom('planTask')
    .innerJoin('agency', (join) =>
      join.onRef('agency.authorityId', '=', 'planTask.authorityId').onRef('agency.id', '=', 'planTask.agencyId'),
    )
    .selectAll('planTask')
    .select(['agency.name as agencyName', 'agency.shortName as agencyShortName'])
    .where('planTask.authorityId', '=', authorityId)
}

export async function insertDissemination(
  db: Db,
  values: Omit<Insertable<DB['planDissemination']>, 'id'>,
): Promise<number> {
  const row = await db.insertInto('planDissemination').values(values).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** How a plan was made known, in the order of days (A12–A15). */
export async function listDisseminations(db: Db, authorityId: number, planId: number) {
  return db
    .selectFrom('planDissemination')
    .leftJoin('agency', (join) =>
      join
        .onRef('agency.authorityId', '=', 'planDissemination.authorityId')
        .onRef('agency.id', '=', 'planDissemination.agencyId'),
    )
    .selectAll('planDissemination')
    .select('agency.name as agencyName')
    .where('planDissemination.authorityId', '=', authorityId)
    .where('planId', '=', planId)
    .orderBy('doneOn')
    .orderBy('planDissemination.id')
    .execute()
}
