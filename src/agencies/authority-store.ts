import type { Db } from '../platform/db/connection.ts'
import { NotFound } from '../platform/errors.ts'

const COLUMNS = [
  'id',
  'slug',
  'name',
  'shortName',
  'kind',
  'placeName',
  'parentAuthorityId',
  'fromDay',
  'toDay',
  'casePrefix',
  'voters',
  'totpRequired',
  'demo',
  'version',
] as const

/** The authority of an address (`cat-hai`), or null. */
export async function findAuthorityBySlug(db: Db, slug: string) {
  return (await db.selectFrom('authority').select(COLUMNS).where('slug', '=', slug).executeTakeFirst()) ?? null
}

/** Throws NotFound. */
export async function getAuthority(db: Db, id: number) {
  const found = await db.selectFrom('authority').select(COLUMNS).where('id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound('authority')
  return found
}

export type Authority = Awaited<ReturnType<typeof getAuthority>>

/** All authorities of the installation by name; those directly under `parentId` when given. */
export async function listAuthorities(db: Db, parentId?: number) {
  let query = db.selectFrom('authority').select(COLUMNS)
  if (parentId !== undefined) query = query.where('parentAuthorityId', '=', parentId)
  return query.orderBy('name').execute()
}

export interface NewAuthority {
  slug: string
  name: string
  shortName: string
  kind: string
  placeName: string
  parentAuthorityId: number | null
  fromDay: Authority['fromDay']
  toDay: Authority['toDay']
  casePrefix: string
  voters: number | null
  totpRequired: boolean
  demo: boolean
}

export async function insertAuthority(db: Db, authority: NewAuthority): Promise<number> {
  const row = await db.insertInto('authority').values(authority).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** The first part of every authority's addresses, by its id. */
export async function findAuthoritySlugs(db: Db): Promise<Map<number, string>> {
  const rows = await db.selectFrom('authority').select(['id', 'slug']).execute()
  return new Map(rows.map((row) => [row.id, row.slug]))
}
