import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { NotFound, StaleEdit } from '../platform/errors.ts'
import type { Plan } from './plan.ts'

/** Null when there is none of this id in the authority. */
export async function findPlan(db: Db, authorityId: number, id: number): Promise<Plan | null> {
  const row = await db
    .selectFrom('plan')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (row as Plan | undefined) ?? null
}

/** Throws NotFound. */
export async function getPlan(db: Db, authorityId: number, id: number): Promise<Plan> {
  const found = await findPlan(db, authorityId, id)
  if (!found) throw new NotFound('plan')
  return found
}

/** The plan, its row locked until the transaction ends, so that nothing is added while it is being approved. */
export async function lockPlan(db: Db, authorityId: number, id: number): Promise<Plan> {
  const row = await db
    .selectFrom('plan')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound('plan')
  return row as Plan
}

/** The plan a dialogue belongs to: the one it was opened from, else the newest of its year; null when there is none. */
export async function findPlanOfDialogue(
  db: Db,
  authorityId: number,
  dialogue: { planId: number | null; year: number },
): Promise<Pick<Plan, 'id' | 'state'> | null> {
  let query = db.selectFrom('plan').select(['id', 'state']).where('authorityId', '=', authorityId)
  if (dialogue.planId !== null) query = query.where('id', '=', dialogue.planId)
  else query = query.where('year', '=', dialogue.year).where('state', '<>', 'replaced')
  const row = await query.orderBy('id', 'desc').limit(1).executeTakeFirst()
  return (row as Pick<Plan, 'id' | 'state'> | undefined) ?? null
}

/** Plans with their issuer and their paper's number, the newest year first; of one year when given. */
export async function listPlans(db: Db, authorityId: number, year?: number) {
  let query = db
    .selectFrom('plan')
    .innerJoin('agency', (join) =>
      join.onRef('agency.authorityId', '=', 'plan.authorityId').onRef('agency.id', '=', 'plan.issuerAgencyId'),
    )
    .leftJoin('paper', (join) =>
      join.onRef('paper.authorityId', '=', 'plan.authorityId').onRef('paper.id', '=', 'plan.paperId'),
    )
    .selectAll('plan')
    .select(['agency.name as issuerName', 'paper.number', 'paper.datedOn'])
    .where('plan.authorityId', '=', authorityId)
  if (year !== undefined) query = query.where('plan.year', '=', year)
  const rows = await query.orderBy('plan.year', 'desc').orderBy('plan.id', 'desc').execute()
  return rows as (Plan & { issuerName: string; number: string | null; datedOn: Day | null })[]
}

export type PlanRow = Awaited<ReturnType<typeof listPlans>>[number]

type NewPlan = Pick<
  Plan,
  | 'authorityId'
  | 'year'
  | 'title'
  | 'issuerAgencyId'
  | 'regulationVersionId'
  | 'purpose'
  | 'requirements'
  | 'motto'
  | 'closing'
  | 'replacesPlanId'
>

export async function insertPlan(db: Db, plan: NewPlan): Promise<number> {
  const row = await db.insertInto('plan').values(plan).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Writes over the version that was read; throws StaleEdit when somebody wrote in between. */
export async function updatePlan(
  db: Db,
  before: Pick<Plan, 'authorityId' | 'id'>,
  version: number,
  values: Partial<Omit<Plan, 'authorityId' | 'id' | 'version' | 'createdAt'>>,
): Promise<void> {
  const written = await db
    .updateTable('plan')
    .set({ ...values, version: sql`version + 1` })
    .where('authorityId', '=', before.authorityId)
    .where('id', '=', before.id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!written) throw new StaleEdit('plan', { ...(await getPlan(db, before.authorityId, before.id)) })
}
