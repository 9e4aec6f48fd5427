import { sql } from 'kysely'
import type { AccessScope } from '../changes/actor.ts'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { NotFound, StaleEdit } from '../platform/errors.ts'
import { type Opinion, type OpinionList, opinionListScope } from './opinion-list.ts'

export async function insertOpinionList(
  db: Db,
  list: { authorityId: number; agencyId: number; dialogueId: number | null; title: string; createdBy: number | null },
): Promise<number> {
  const row = await db.insertInto('opinionList').values(list).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Throws NotFound. */
export async function getOpinionList(db: Db, authorityId: number, id: number): Promise<OpinionList> {
  const found = await db
    .selectFrom('opinionList')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw new NotFound('opinionList')
  return found as unknown as OpinionList
}

/** For `defineChange`: whose list it is; null when there is none. */
export async function findOpinionListScope(
  db: Db,
  authorityId: number,
  input: { id: number },
): Promise<AccessScope | null> {
  const found = await db
    .selectFrom('opinionList')
    .select(['authorityId', 'agencyId'])
    .where('authorityId', '=', authorityId)
    .where('id', '=', input.id)
    .executeTakeFirst()
  return found ? opinionListScope(found) : null
}

interface ListValues {
  state: string
  sentOn?: Day
  forwardedOn?: Day
  receivedOn?: Day
  remark?: string | null
}

/** Writes over the version that was read; throws StaleEdit when somebody wrote in between. */
export async function updateOpinionList(
  db: Db,
  before: Pick<OpinionList, 'authorityId' | 'id'>,
  version: number,
  values: ListValues,
): Promise<void> {
  const written = await db
    .updateTable('opinionList')
    .set({ ...values, version: sql`version + 1` })
    .where('authorityId', '=', before.authorityId)
    .where('id', '=', before.id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (written) return
  const { version: current, state } = await getOpinionList(db, before.authorityId, before.id)
  throw new StaleEdit('opinionList', { version: current, state })
}

/** Lists the reader may know of, the newest first: `agencyId` null shows every one that was ever sent. */
export async function listOpinionLists(
  db: Db,
  authorityId: number,
  reader: { agencyId: number | null; seesSent: 'none' | 'atFront' | 'atOffice' },
) {
  return db
    .selectFrom('opinionList')
    .innerJoin('agency', (join) =>
      join.onRef('agency.authorityId', '=', 'opinionList.authorityId').onRef('agency.id', '=', 'opinionList.agencyId'),
    )
    .select([
      'opinionList.id',
      'opinionList.title',
      'opinionList.state',
      'opinionList.agencyId',
      'agency.name as agencyName',
    ])
    .select(['opinionList.sentOn', 'opinionList.forwardedOn', 'opinionList.receivedOn'])
    .select((eb) =>
      eb
        .selectFrom('opinion')
        .select((one) => one.fn.countAll<number>().as('count'))
        .whereRef('opinion.authorityId', '=', 'opinionList.authorityId')
        .whereRef('opinion.listId', '=', 'opinionList.id')
        .where('opinion.state', '=', 'kept')
        .as('count'),
    )
    .where('opinionList.authorityId', '=', authorityId)
    .where((eb) => {
      const own = eb('opinionList.agencyId', '=', reader.agencyId ?? 0)
      if (reader.seesSent === 'none') return own
      if (reader.seesSent === 'atFront') return eb.or([own, eb('opinionList.sentOn', 'is not', null)])
      return eb.or([own, eb('opinionList.state', 'in', ['atOffice', 'received'])])
    })
    .orderBy('opinionList.id', 'desc')
    .limit(200)
    .execute()
}

export interface NewOpinion extends Omit<Opinion, 'id' | 'mergedIntoId' | 'petitionId'> {
  authorityId: number
  enteredBy: number | null
}

/** Several at once; their ids in the same order. */
export async function insertOpinions(db: Db, opinions: readonly NewOpinion[]): Promise<number[]> {
  const ids: number[] = []
  for (let from = 0; from < opinions.length; from += 500) {
    const rows = await db
      .insertInto('opinion')
      .values(opinions.slice(from, from + 500))
      .returning('id')
      .execute()
    ids.push(...rows.map((row) => row.id))
  }
  return ids
}

/** The opinions of a list in order, those taken out left out. */
export async function listOpinions(db: Db, authorityId: number, listId: number): Promise<Opinion[]> {
  const rows = await db
    .selectFrom('opinion')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('listId', '=', listId)
    .where('state', '=', 'kept')
    .orderBy('id')
    .execute()
  return rows as unknown as Opinion[]
}

/** What lies with the Front now, of every list: among these it finds what says the same. */
export async function listOpinionsAtFront(db: Db, authorityId: number): Promise<(Opinion & { agencyName: string })[]> {
  const rows = await db
    .selectFrom('opinion')
    .innerJoin('opinionList', (join) =>
      join.onRef('opinionList.authorityId', '=', 'opinion.authorityId').onRef('opinionList.id', '=', 'opinion.listId'),
    )
    .innerJoin('agency', (join) =>
      join.onRef('agency.authorityId', '=', 'opinionList.authorityId').onRef('agency.id', '=', 'opinionList.agencyId'),
    )
    .selectAll('opinion')
    .select('agency.name as agencyName')
    .where('opinion.authorityId', '=', authorityId)
    .where('opinionList.state', '=', 'atFront')
    .where('opinion.state', '=', 'kept')
    .orderBy('opinion.id')
    .limit(2000)
    .execute()
  return rows as unknown as (Opinion & { agencyName: string })[]
}

/** Null when there is none of this id that still counts. */
export async function findOpinion(db: Db, authorityId: number, id: number): Promise<Opinion | null> {
  const found = await db
    .selectFrom('opinion')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .where('state', '=', 'kept')
    .executeTakeFirst()
  return (found as unknown as Opinion | undefined) ?? null
}

export async function setMerged(db: Db, authorityId: number, id: number, mergedIntoId: number | null): Promise<void> {
  await db
    .updateTable('opinion')
    .set({ mergedIntoId })
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .execute()
}

/** Taken out of the list, what was said goes; that something stood there stays in the log. What was joined to it stands alone. */
export async function withdrawOpinions(db: Db, authorityId: number, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('opinion')
    .set({ state: 'withdrawn', petitionerName: '', phone: '', address: '', content: '' })
    .where('authorityId', '=', authorityId)
    .where(sql<boolean>`id = any(${[...ids]})`)
    .execute()
  await db
    .updateTable('opinion')
    .set({ mergedIntoId: null })
    .where('authorityId', '=', authorityId)
    .where(sql<boolean>`merged_into_id = any(${[...ids]})`)
    .execute()
}

/** The petitions opinions have become; from now on the words lie there alone. */
export async function bindPetitions(
  db: Db,
  authorityId: number,
  bound: readonly { opinionId: number; petitionId: number }[],
): Promise<void> {
  await sql`
    update opinion o set petition_id = b.petition_id, petitioner_name = '', phone = '', address = '', content = ''
    from (select (e->>'opinionId')::bigint as id, (e->>'petitionId')::bigint as petition_id
      from jsonb_array_elements(${JSON.stringify(bound)}::jsonb) e) b
    where o.authority_id = ${authorityId} and o.id = b.id
  `.execute(db)
}
