import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'

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
