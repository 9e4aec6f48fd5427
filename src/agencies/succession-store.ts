import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'

/** What went over in one succession, by kind; the ids say which, so that both pages can show them. */
export interface HandedOver {
  petitions: number[]
  supportedPetitions: number[]
  deadlines: number[]
  conclusionItems: number[]
  dialogueTasks: number[]
  dialogues: number[]
  planTasks: number[]
  plannedDialogues: number[]
  dossiers: number[]
  /** the memberships of its people in the successor; absent in successions that did not move them */
  memberships?: number[]
}

export async function insertSuccession(
  db: Db,
  succession: {
    authorityId: number
    fromAgencyId: number
    toAgencyId: number
    onDay: Day
    basis: string
    handedOver: HandedOver
  },
): Promise<number> {
  const row = await db
    .insertInto('agencySuccession')
    .values({ ...succession, handedOver: JSON.stringify(succession.handedOver) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** The successions of an authority in the order of days, or those in which one agency takes part on either side. */
export async function listSuccessions(db: Db, authorityId: number, agencyId?: number) {
  let query = db
    .selectFrom('agencySuccession')
    .innerJoin('agency as old', (join) =>
      join
        .onRef('old.authorityId', '=', 'agencySuccession.authorityId')
        .onRef('old.id', '=', 'agencySuccession.fromAgencyId'),
    )
    .innerJoin('agency as heir', (join) =>
      join
        .onRef('heir.authorityId', '=', 'agencySuccession.authorityId')
        .onRef('heir.id', '=', 'agencySuccession.toAgencyId'),
    )
    .selectAll('agencySuccession')
    .select(['old.name as fromName', 'heir.name as toName'])
    .where('agencySuccession.authorityId', '=', authorityId)
  if (agencyId !== undefined) {
    query = query.where((or) => or.or([or('fromAgencyId', '=', agencyId), or('toAgencyId', '=', agencyId)]))
  }
  const rows = await query.orderBy('onDay').orderBy('agencySuccession.id').execute()
  return rows.map((row) => ({ ...row, handedOver: row.handedOver as unknown as HandedOver }))
}

export type Succession = Awaited<ReturnType<typeof listSuccessions>>[number]
