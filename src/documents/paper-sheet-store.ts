import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import { StaleEdit } from '../platform/errors.ts'

/** The text of a paper made from data. What is inside `sheet` is the matter of the room of papers (`readSheet`). */
export interface StoredSheet {
  paperId: number
  about: string
  aboutId: number
  agencyId: number | null
  variant: string
  branch: string
  templateId: number | null
  templateSha256: string
  wordFormId: number | null
  sheet: unknown
  /** as it came from the data: what differs from it was written by hand */
  fromData: unknown
  drawnAt: Date
  drawnBy: number | null
  wordAttachmentId: number | null
  layoutId: string | null
  sealedAt: Date | null
  /** petitions whose words it may hold */
  petitionIds: number[]
  version: number
}

const columns = [
  'paperId',
  'about',
  'aboutId',
  'agencyId',
  'variant',
  'branch',
  'templateId',
  'templateSha256',
  'wordFormId',
  'sheet',
  'fromData',
  'drawnAt',
  'drawnBy',
  'wordAttachmentId',
  'layoutId',
  'sealedAt',
  'petitionIds',
  'version',
] as const

/** The text of a paper; null for one that is not made from data. */
export async function findPaperSheet(db: Db, authorityId: number, paperId: number): Promise<StoredSheet | null> {
  const row = await db
    .selectFrom('paperSheet')
    .select(columns)
    .where('authorityId', '=', authorityId)
    .where('paperId', '=', paperId)
    .executeTakeFirst()
  return (row as StoredSheet | undefined) ?? null
}

/** As `findPaperSheet`, its row locked until the transaction ends. */
export async function lockPaperSheet(db: Db, authorityId: number, paperId: number): Promise<StoredSheet | null> {
  const row = await db
    .selectFrom('paperSheet')
    .select(columns)
    .where('authorityId', '=', authorityId)
    .where('paperId', '=', paperId)
    .forUpdate()
    .executeTakeFirst()
  return (row as StoredSheet | undefined) ?? null
}

export type NewSheet = Omit<StoredSheet, 'version' | 'wordAttachmentId' | 'layoutId' | 'sealedAt'>

export async function insertPaperSheet(db: Db, authorityId: number, sheet: NewSheet): Promise<void> {
  await db
    .insertInto('paperSheet')
    .values({ ...sheet, authorityId, sheet: JSON.stringify(sheet.sheet), fromData: JSON.stringify(sheet.fromData) })
    .execute()
}

/** Writes to a text read as `stored`; throws StaleEdit when somebody else changed it meanwhile. */
export async function updatePaperSheet(
  db: Db,
  authorityId: number,
  stored: Pick<StoredSheet, 'paperId' | 'version'>,
  set: Partial<Omit<StoredSheet, 'paperId' | 'version'>>,
): Promise<void> {
  const { sheet, fromData, ...rest } = set
  const result = await db
    .updateTable('paperSheet')
    .set({
      ...rest,
      ...(sheet === undefined ? {} : { sheet: JSON.stringify(sheet) }),
      ...(fromData === undefined ? {} : { fromData: JSON.stringify(fromData) }),
      version: stored.version + 1,
    })
    .where('authorityId', '=', authorityId)
    .where('paperId', '=', stored.paperId)
    .where('version', '=', stored.version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new StaleEdit('paperSheet', { paperId: stored.paperId })
}

/** The texts that hold one of these words somewhere, from the data or written by hand. */
export async function listSheetsHolding(
  db: Db,
  authorityId: number,
  words: readonly string[],
): Promise<Pick<StoredSheet, 'paperId' | 'version' | 'sheet' | 'fromData'>[]> {
  if (words.length === 0) return []
  return db
    .selectFrom('paperSheet')
    .select(['paperId', 'version', 'sheet', 'fromData'])
    .where('authorityId', '=', authorityId)
    .where((eb) =>
      eb.or(
        words.flatMap((word) => [
          sql<boolean>`position(${JSON.stringify(word).slice(1, -1)} in sheet::text) > 0`,
          sql<boolean>`position(${JSON.stringify(word).slice(1, -1)} in from_data::text) > 0`,
        ]),
      ),
    )
    .orderBy('paperId')
    .execute()
}

/** Drafts whose text was drawn from one of these petitions. */
export async function listDraftsNaming(db: Db, authorityId: number, petitionIds: readonly number[]): Promise<number[]> {
  if (petitionIds.length === 0) return []
  const rows = await db
    .selectFrom('paperSheet')
    .select('paperId')
    .where('authorityId', '=', authorityId)
    .where('sealedAt', 'is', null)
    .where(sql<boolean>`petition_ids && ${[...petitionIds]}::bigint[]`)
    .orderBy('paperId')
    .execute()
  return rows.map((row) => row.paperId)
}

/** Forgets a text from data that was never issued: its paper is written from the data again. */
export async function deletePaperSheet(db: Db, authorityId: number, paperId: number): Promise<void> {
  await db
    .deleteFrom('paperSheet')
    .where('authorityId', '=', authorityId)
    .where('paperId', '=', paperId)
    .where('sealedAt', 'is', null)
    .execute()
}
