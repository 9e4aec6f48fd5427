import type { Db } from '../platform/db/connection.ts'

/** What tells one wording from another: kind, variant and branch; '' for none. */
export interface WordingKey {
  kind: string
  variant: string
  branch: string
}

/** A version of an authority's own wording; `wording` null goes back to what comes with the program. */
export interface WordingVersion extends WordingKey {
  id: number
  versionNo: number
  wording: unknown
  reason: string
  madeBy: number | null
  madeAt: Date
}

/** A version of an authority's own Word file for a kind; `attachmentId` null gives it up. */
export interface WordFormVersion extends WordingKey {
  id: number
  versionNo: number
  attachmentId: number | null
  places: string[]
  madeBy: number | null
  madeAt: Date
}

const versionColumns = ['id', 'kind', 'variant', 'branch', 'versionNo', 'madeBy', 'madeAt'] as const

/** Every version of one wording, the newest first. */
export async function listWordingVersions(db: Db, authorityId: number, key: WordingKey): Promise<WordingVersion[]> {
  return db
    .selectFrom('paperTemplate')
    .select([...versionColumns, 'wording', 'reason'])
    .where('authorityId', '=', authorityId)
    .where('kind', '=', key.kind)
    .where('variant', '=', key.variant)
    .where('branch', '=', key.branch)
    .orderBy('versionNo', 'desc')
    .execute()
}

/** The newest version of each own wording of an authority; of one kind when given. */
export async function listNewestWordings(db: Db, authorityId: number, kind?: string): Promise<WordingVersion[]> {
  let query = db
    .selectFrom('paperTemplate')
    .distinctOn(['kind', 'variant', 'branch'])
    .select([...versionColumns, 'wording', 'reason'])
    .where('authorityId', '=', authorityId)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  return query.orderBy('kind').orderBy('variant').orderBy('branch').orderBy('versionNo', 'desc').execute()
}

/** The newest version of each own wording of every authority, for looking whether all can still be read. */
export async function listWordingsInUse(db: Db): Promise<(WordingVersion & { authorityId: number })[]> {
  return db
    .selectFrom('paperTemplate')
    .distinctOn(['authorityId', 'kind', 'variant', 'branch'])
    .select([...versionColumns, 'wording', 'reason', 'authorityId'])
    .orderBy('authorityId')
    .orderBy('kind')
    .orderBy('variant')
    .orderBy('branch')
    .orderBy('versionNo', 'desc')
    .execute()
}

export async function insertWording(db: Db, authorityId: number, version: Omit<WordingVersion, 'id'>): Promise<number> {
  const wording = version.wording === null ? null : JSON.stringify(version.wording)
  const row = await db
    .insertInto('paperTemplate')
    .values({ ...version, wording, authorityId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Every version of the Word file of one kind, the newest first. */
export async function listWordForms(db: Db, authorityId: number, key: WordingKey): Promise<WordFormVersion[]> {
  return db
    .selectFrom('paperWordForm')
    .select([...versionColumns, 'attachmentId', 'places'])
    .where('authorityId', '=', authorityId)
    .where('kind', '=', key.kind)
    .where('variant', '=', key.variant)
    .where('branch', '=', key.branch)
    .orderBy('versionNo', 'desc')
    .execute()
}

export async function findWordForm(db: Db, authorityId: number, id: number): Promise<WordFormVersion | null> {
  const row = await db
    .selectFrom('paperWordForm')
    .select([...versionColumns, 'attachmentId', 'places'])
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

export async function insertWordForm(
  db: Db,
  authorityId: number,
  version: Omit<WordFormVersion, 'id'>,
): Promise<number> {
  const row = await db
    .insertInto('paperWordForm')
    .values({ ...version, authorityId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}
