import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { NotFound } from '../platform/errors.ts'
import { findRow, writeRow } from './versioned-row-store.ts'

/** Posts of an authority with who holds them on that day (null: vacant). */
export async function listPosts(db: Db, authorityId: number, on: Day) {
  return db
    .selectFrom('post')
    .innerJoin('agency', (join) =>
      join.onRef('agency.authorityId', '=', 'post.authorityId').onRef('agency.id', '=', 'post.agencyId'),
    )
    .leftJoin('postHolding', (join) =>
      join
        .onRef('postHolding.authorityId', '=', 'post.authorityId')
        .onRef('postHolding.postId', '=', 'post.id')
        .on('postHolding.fromDay', '<=', on)
        .on((or) => or.or([or('postHolding.toDay', 'is', null), or('postHolding.toDay', '>=', on)])),
    )
    .leftJoin('person', (join) =>
      join.onRef('person.authorityId', '=', 'postHolding.authorityId').onRef('person.id', '=', 'postHolding.personId'),
    )
    .selectAll('post')
    .select([
      'agency.name as agencyName',
      'agency.shortName as agencyShortName',
      'person.id as personId',
      'person.fullName as personName',
      'postHolding.id as holdingId',
      'postHolding.fromDay as heldFrom',
    ])
    .where('post.authorityId', '=', authorityId)
    .where('post.fromDay', '<=', on)
    .where((or) => or.or([or('post.toDay', 'is', null), or('post.toDay', '>=', on)]))
    .orderBy('post.id')
    .execute()
}

export type PostRow = Awaited<ReturnType<typeof listPosts>>[number]

/** The post of a kind (partySecretary …) and who holds it on that day, or null when there is no such post. */
export async function findHolder(db: Db, authorityId: number, postKind: string, on: Day): Promise<PostRow | null> {
  return (await listPosts(db, authorityId, on)).find((post) => post.kind === postKind) ?? null
}

export interface NewPost {
  authorityId: number
  agencyId: number
  title: string
  kind: string
  isHead: boolean
  deputyOfPostId: number | null
  fromDay: Day
  toDay: Day | null
}

export async function insertPost(db: Db, post: NewPost): Promise<number> {
  const row = await db.insertInto('post').values(post).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export async function insertPerson(
  db: Db,
  person: { authorityId: number; fullName: string; email?: string | null; phone?: string | null },
): Promise<number> {
  const row = await db.insertInto('person').values(person).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export async function insertHolding(
  db: Db,
  holding: {
    authorityId: number
    postId: number
    personId: number
    fromDay: Day
    toDay: Day | null
    basis: string | null
  },
): Promise<number> {
  const row = await db.insertInto('postHolding').values(holding).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** The post with its agency's dates, its row locked until the transaction ends. Throws NotFound. */
export async function lockPost(db: Db, authorityId: number, id: number) {
  const found = await findRow(db, 'post', { authorityId, id }, { lock: true })
  if (!found) throw new NotFound('post')
  return found
}

export type Post = Awaited<ReturnType<typeof lockPost>>

/** Null when there is none of this id in the authority. */
export async function findPost(db: Db, authorityId: number, id: number): Promise<Post | null> {
  return findRow(db, 'post', { authorityId, id })
}

/** Every post of an authority, ended ones included; those of one agency when given. */
export async function listAllPosts(db: Db, authorityId: number, agencyId?: number): Promise<Post[]> {
  let query = db.selectFrom('post').selectAll().where('authorityId', '=', authorityId)
  if (agencyId !== undefined) query = query.where('agencyId', '=', agencyId)
  return query.orderBy('id').execute()
}

/** Writes over the version that was read; throws StaleEdit when somebody wrote in between. */
export async function updatePost(
  db: Db,
  before: Pick<Post, 'authorityId' | 'id'>,
  version: number,
  values: Partial<Omit<NewPost, 'authorityId'>>,
): Promise<void> {
  await writeRow(db, 'post', before, version, values)
}

/** Who held posts and when, newest first; of the posts given. */
export async function listHoldings(db: Db, authorityId: number, postIds: readonly number[]) {
  if (postIds.length === 0) return []
  return db
    .selectFrom('postHolding')
    .innerJoin('person', (join) =>
      join.onRef('person.authorityId', '=', 'postHolding.authorityId').onRef('person.id', '=', 'postHolding.personId'),
    )
    .selectAll('postHolding')
    .select('person.fullName as personName')
    .where('postHolding.authorityId', '=', authorityId)
    .where('postHolding.postId', 'in', [...postIds])
    .orderBy('postHolding.fromDay', 'desc')
    .orderBy('postHolding.id', 'desc')
    .execute()
}

export type Holding = Awaited<ReturnType<typeof listHoldings>>[number]

/** One holding; throws NotFound. */
export async function getHolding(db: Db, authorityId: number, id: number) {
  const found = await findRow(db, 'postHolding', { authorityId, id })
  if (!found) throw new NotFound('postHolding')
  return found
}

/** Sets the last day of a holding; throws StaleEdit when somebody wrote in between. */
export async function closeHolding(
  db: Db,
  before: { authorityId: number; id: number; version: number },
  toDay: Day,
): Promise<void> {
  await writeRow(db, 'postHolding', before, before.version, { toDay })
}

/** People of the authority by name, for choosing who is appointed. */
export async function listPeople(db: Db, authorityId: number) {
  return db
    .selectFrom('person')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .orderBy('fullName')
    .orderBy('id')
    .execute()
}

export async function findPerson(db: Db, authorityId: number, id: number) {
  const found = await db
    .selectFrom('person')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return found ?? null
}
