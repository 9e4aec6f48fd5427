import type { Db } from '../platform/db/connection.ts'

/** The agenda in its order, steps taken out apart. */
export async function listAgendaSteps(db: Db, authorityId: number, dialogueId: number) {
  return db
    .selectFrom('agendaStep')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .where('withdrawn', '=', false)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

export type AgendaStep = Awaited<ReturnType<typeof listAgendaSteps>>[number]

/** Speakers in the order in which they registered (G9). */
export async function listSpeeches(db: Db, authorityId: number, dialogueId: number) {
  return db
    .selectFrom('speechRegistration')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .orderBy('position')
    .execute()
}

export type Speech = Awaited<ReturnType<typeof listSpeeches>>[number]

export async function setPositions(
  db: Db,
  table: 'agendaStep' | 'speechRegistration' | 'conclusionItem',
  authorityId: number,
  ids: readonly number[],
): Promise<void> {
  for (const [index, id] of ids.entries()) {
    await db
      .updateTable(table as 'agendaStep')
      .set({ position: index + 1 })
      .where('authorityId', '=', authorityId)
      .where('id', '=', id)
      .execute()
  }
}

/** Announcements before and results after, in the order of their days. */
export async function listNotices(
  db: Db,
  authorityId: number,
  dialogueId: number,
  purpose?: 'announcement' | 'result',
) {
  let query = db
    .selectFrom('publicNotice')
    .leftJoin('agency', (join) =>
      join
        .onRef('agency.id', '=', 'publicNotice.doneByAgencyId')
        .onRef('agency.authorityId', '=', 'publicNotice.authorityId'),
    )
    .selectAll('publicNotice')
    .select('agency.shortName as doneBy')
    .where('publicNotice.authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
  if (purpose) query = query.where('purpose', '=', purpose)
  return query.orderBy('doneOn').orderBy('publicNotice.id').execute()
}

export type PublicNotice = Awaited<ReturnType<typeof listNotices>>[number]

/** Who was not admitted. Names are restricted: callers without `dialogue:see-exclusions` ask only for the count. */
export async function listExclusions(db: Db, authorityId: number, dialogueId: number) {
  return db
    .selectFrom('exclusion')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .orderBy('id')
    .execute()
}

export async function countExclusions(db: Db, authorityId: number, dialogueId: number): Promise<number> {
  const row = await db
    .selectFrom('exclusion')
    .select((one) => one.fn.countAll<number>().as('n'))
    .where('authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .executeTakeFirstOrThrow()
  return row.n
}

export async function findMinutes(db: Db, authorityId: number, dialogueId: number) {
  const found = await db
    .selectFrom('minutes')
    .leftJoin('account as secretary', 'secretary.id', 'minutes.lockedBySecretary')
    .leftJoin('account as chair', 'chair.id', 'minutes.lockedByChair')
    .selectAll('minutes')
    .select(['secretary.displayName as secretaryAccount', 'chair.displayName as chairAccount'])
    .where('minutes.authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .executeTakeFirst()
  return found ?? null
}

export type Minutes = NonNullable<Awaited<ReturnType<typeof findMinutes>>>

/** Every saved state of the minutes, the newest first: nothing written is ever lost. */
export async function listMinutesRevisions(db: Db, authorityId: number, minutesId: number) {
  return db
    .selectFrom('minutesRevision')
    .leftJoin('account', 'account.id', 'minutesRevision.accountId')
    .selectAll('minutesRevision')
    .select('account.displayName as accountName')
    .where('authorityId', '=', authorityId)
    .where('minutesId', '=', minutesId)
    .orderBy('minutesRevision.version', 'desc')
    .execute()
}

export async function insertMinutesRevision(
  db: Db,
  revision: {
    authorityId: number
    minutesId: number
    version: number
    secretaryName: string
    proceedings: string
    conclusion: string
    accountId: number | null
    at: Date
  },
): Promise<void> {
  await db.insertInto('minutesRevision').values(revision).execute()
}

export async function findInternalReview(db: Db, authorityId: number, dialogueId: number) {
  const found = await db
    .selectFrom('internalReview')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .executeTakeFirst()
  return found ?? null
}
