import type { Db } from '../platform/db/connection.ts'
import { fixedRead } from '../platform/db/fixed-read.ts'

const COLUMNS = ['id', 'slug', 'name', 'shortName', 'kind', 'placeName', 'parentAuthorityId', 'demo'] as const

const bySlug = fixedRead((db, slug: string) => db.selectFrom('authority').select(COLUMNS).where('slug', '=', slug))

/** The authority whose portal is asked for (`cat-hai`), or null: what everybody may know of it. */
export async function findPublicAuthority(db: Db, slug: string) {
  return (await bySlug(db, slug))[0] ?? null
}

export type PublicAuthority = NonNullable<Awaited<ReturnType<typeof findPublicAuthority>>>

/** Every authority that has a portal, by name. */
export async function listPublicAuthorities(db: Db) {
  return db.selectFrom('authority').select(COLUMNS).where('toDay', 'is', null).orderBy('name').execute()
}

const below = fixedRead((db, parentId: number) =>
  db
    .selectFrom('authority')
    .select(COLUMNS)
    .where('parentAuthorityId', '=', parentId)
    .where('toDay', 'is', null)
    .orderBy('name'),
)

/** The authorities directly under one, by name. */
export async function listAuthoritiesBelow(db: Db, parentId: number) {
  return below(db, parentId)
}
