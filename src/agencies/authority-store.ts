import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import { NotFound, StaleEdit } from '../platform/errors.ts'

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
  'successorId',
  'endedBasis',
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

/**
 * The authority, locked until the transaction ends, and with it the places of all: two of them changed at the same time
 * could make a circle, or leave one under another that has ended. Throws NotFound.
 */
export async function lockAuthority(db: Db, id: number): Promise<Authority> {
  await sql`select pg_advisory_xact_lock(hashtext('authority_places'))`.execute(db)
  const found = await db.selectFrom('authority').select(COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!found) throw new NotFound('authority')
  return found
}

/** Its place among the others. What it counted goes along in the same transaction. */
export type AuthorityPlace = Partial<Pick<Authority, 'parentAuthorityId' | 'toDay' | 'successorId' | 'endedBasis'>>

/** Writes over the version that was read; throws StaleEdit when somebody wrote in between. */
export async function updateAuthority(db: Db, id: number, version: number, place: AuthorityPlace): Promise<void> {
  const written = await db
    .updateTable('authority')
    .set({ ...place, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!written) throw new StaleEdit('authority', { ...(await getAuthority(db, id)) })
}

/** The first part of every authority's addresses, by its id. */
export async function findAuthoritySlugs(db: Db): Promise<Map<number, string>> {
  const rows = await db.selectFrom('authority').select(['id', 'slug']).execute()
  return new Map(rows.map((row) => [row.id, row.slug]))
}
