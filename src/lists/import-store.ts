import { sql } from 'kysely'
import type { AccessScope } from '../changes/actor.ts'
import type { Visibility } from '../petitions/petition-scope.ts'
import { foldText } from '../petitions/petition-search.ts'
import { visiblePetitions } from '../petitions/visible-petitions-store.ts'
import type { Db } from '../platform/db/connection.ts'
import { NotFound, StaleEdit } from '../platform/errors.ts'
import { type BatchChoices, type BatchHead, batchScope, type ImportBatch, type ImportRow } from './import-batch.ts'
import type { SheetColumn } from './sheet-column.ts'
import type { KnownPetition } from './sheet-likeness.ts'

interface NewBatch {
  authorityId: number
  agencyId: number | null
  opinionListId: number | null
  fileName: string
  fileSha256: string
  fileSize: number
  sheetName: string
  head: BatchHead
  columns: (SheetColumn | null)[]
  choices: Partial<BatchChoices>
  enteredBy: number | null
}

/** Keeps a sheet with its rows; the row numbers are those of the spreadsheet. Returns the batch's id. */
export async function insertBatch(db: Db, batch: NewBatch, rows: readonly (readonly string[])[]): Promise<number> {
  const { id } = await db
    .insertInto('importBatch')
    .values({
      ...batch,
      head: JSON.stringify(batch.head),
      columns: JSON.stringify(batch.columns),
      choices: JSON.stringify(batch.choices),
      rowCount: rows.length,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`
    insert into import_row (authority_id, batch_id, row_number, cells)
    select ${batch.authorityId}, ${id}, n, cells
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as row(cells, n)
  `.execute(db)
  return id
}

/** Throws NotFound. */
export async function getBatch(db: Db, authorityId: number, id: number): Promise<ImportBatch> {
  const found = await db
    .selectFrom('importBatch')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw new NotFound('importBatch')
  return found as unknown as ImportBatch
}

/** For `defineChange`: whose sheet it is; null when there is none. */
export async function findBatchScope(db: Db, authorityId: number, input: { id: number }): Promise<AccessScope | null> {
  const found = await db
    .selectFrom('importBatch')
    .select(['authorityId', 'agencyId'])
    .where('authorityId', '=', authorityId)
    .where('id', '=', input.id)
    .executeTakeFirst()
  return found ? batchScope(found) : null
}

interface BatchValues {
  state?: string
  head?: BatchHead
  columns?: (SheetColumn | null)[]
  choices?: Partial<BatchChoices>
  failure?: string | null
  petitionCount?: number
  queuedRole?: string
  queuedAgencyId?: number | null
  queuedBy?: number | null
  queuedAt?: Date
  takenAt?: Date
  undoneBy?: number | null
  undoneAt?: Date
  undoneReason?: string
}

/** Writes over the version that was read; throws StaleEdit when somebody wrote in between. */
export async function updateBatch(
  db: Db,
  before: Pick<ImportBatch, 'authorityId' | 'id'>,
  version: number,
  values: BatchValues,
): Promise<void> {
  const { head, columns, choices, ...plain } = values
  const written = await db
    .updateTable('importBatch')
    .set({
      ...plain,
      ...(head && { head: JSON.stringify(head) }),
      ...(columns && { columns: JSON.stringify(columns) }),
      ...(choices && { choices: JSON.stringify(choices) }),
      version: sql`version + 1`,
    })
    .where('authorityId', '=', before.authorityId)
    .where('id', '=', before.id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (written) return
  const current = await getBatch(db, before.authorityId, before.id)
  throw new StaleEdit('importBatch', { version: current.version, state: current.state })
}

/** The rows of a sheet in order. */
export async function listRows(db: Db, authorityId: number, batchId: number): Promise<ImportRow[]> {
  const rows = await db
    .selectFrom('importRow')
    .select(['rowNumber', 'cells', 'decision', 'split', 'outcome', 'submissionId'])
    .where('authorityId', '=', authorityId)
    .where('batchId', '=', batchId)
    .orderBy('rowNumber')
    .execute()
  return rows as unknown as ImportRow[]
}

interface RowOfBatch {
  authorityId: number
  batchId: number
  rowNumber: number
}

export async function updateRow(
  db: Db,
  row: RowOfBatch,
  values: { cells?: string[]; decision?: 'take' | 'skip' | null; split?: boolean | null },
): Promise<void> {
  const { cells, ...plain } = values
  const written = await db
    .updateTable('importRow')
    .set({ ...plain, ...(cells && { cells: JSON.stringify(cells) }) })
    .where('authorityId', '=', row.authorityId)
    .where('batchId', '=', row.batchId)
    .where('rowNumber', '=', row.rowNumber)
    .returning('rowNumber')
    .executeTakeFirst()
  if (!written) throw new NotFound('importRow')
}

export interface RowOutcome {
  rowNumber: number
  outcome: 'taken' | 'left' | 'noRow'
  submissionId: number | null
  opinionIds: number[]
}

/** What became of each row. Their cells go: what was said lies with the petitions now. */
export async function keepOutcomes(
  db: Db,
  authorityId: number,
  batchId: number,
  outcomes: readonly RowOutcome[],
): Promise<void> {
  await sql`
    update import_row r set cells = null, outcome = o.outcome, submission_id = o.submission_id, opinion_ids = o.opinion_ids
    from (select (e->>'rowNumber')::int as row_number, e->>'outcome' as outcome, (e->>'submissionId')::bigint as submission_id,
        array(select jsonb_array_elements_text(e->'opinionIds')::bigint) as opinion_ids
      from jsonb_array_elements(${JSON.stringify(outcomes)}::jsonb) e) o
    where r.authority_id = ${authorityId} and r.batch_id = ${batchId} and r.row_number = o.row_number
  `.execute(db)
}

/** Nothing of the cells stays: the sheet was dropped. */
export async function blankRows(db: Db, authorityId: number, batchId: number): Promise<void> {
  await db
    .updateTable('importRow')
    .set({ cells: null })
    .where('authorityId', '=', authorityId)
    .where('batchId', '=', batchId)
    .execute()
}

/** Sheets entered here, the newest first; `agencyId` null: all of the authority. */
export async function listBatches(db: Db, authorityId: number, agencyId: number | null, limit = 50) {
  let query = db
    .selectFrom('importBatch')
    .leftJoin('account', 'account.id', 'importBatch.enteredBy')
    .leftJoin('agency', (join) =>
      join.onRef('agency.authorityId', '=', 'importBatch.authorityId').onRef('agency.id', '=', 'importBatch.agencyId'),
    )
    .select([
      'importBatch.id',
      'importBatch.fileName',
      'importBatch.sheetName',
      'importBatch.state',
      'importBatch.rowCount',
      'importBatch.petitionCount',
      'importBatch.createdAt',
      'account.displayName as enteredByName',
      'agency.name as agencyName',
    ])
    .where('importBatch.authorityId', '=', authorityId)
    .where('importBatch.opinionListId', 'is', null)
  if (agencyId !== null) query = query.where('importBatch.agencyId', '=', agencyId)
  return query.orderBy('importBatch.id', 'desc').limit(limit).execute()
}

/** An earlier sheet with the very same content that was taken and not undone; null when there is none. */
export async function findTakenFile(
  db: Db,
  batch: Pick<ImportBatch, 'authorityId' | 'id' | 'fileSha256' | 'sheetName'>,
) {
  const found = await db
    .selectFrom('importBatch')
    .select(['id', 'takenAt'])
    .where('authorityId', '=', batch.authorityId)
    .where('fileSha256', '=', batch.fileSha256)
    .where('sheetName', '=', batch.sheetName)
    .where('state', '=', 'taken')
    .where('id', '<>', batch.id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

/** The petitions of people of these names, as far as the reader may know of them: withdrawn and merged ones left out. */
export async function listKnownPetitions(
  db: Db,
  visibility: Visibility,
  names: readonly string[],
): Promise<KnownPetition[]> {
  const folded = [...new Set(names.map((name) => foldText(name).replace(/\s+/g, ' ').trim()))].filter(Boolean)
  if (folded.length === 0) return []
  return visiblePetitions(db, visibility)
    .innerJoin('petitioner', (join) =>
      join
        .onRef('petitioner.authorityId', '=', 'petition.authorityId')
        .onRef('petitioner.id', '=', 'petition.petitionerId'),
    )
    .select([
      'petition.id',
      'petition.code',
      'petition.content',
      'petitioner.id as petitionerId',
      'petitioner.name as petitionerName',
      'petitioner.phone',
    ])
    .where('petition.state', 'not in', ['withdrawn', 'merged'])
    .where('petition.confidential', '=', false)
    .where('petitioner.erasedAt', 'is', null)
    .where(sql<boolean>`petitioner.id in (select p.id from petitioner p
      where p.authority_id = ${visibility.authorityId} and fold(p.name) = any(${folded}))`)
    .orderBy('petition.id', 'desc')
    .limit(20_000)
    .execute()
}

/** The opinions a sheet became in its list. */
export async function listTakenOpinions(db: Db, authorityId: number, batchId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('importRow')
    .select('opinionIds')
    .where('authorityId', '=', authorityId)
    .where('batchId', '=', batchId)
    .orderBy('rowNumber')
    .execute()
  return rows.flatMap((row) => row.opinionIds)
}

/** The petitions a sheet became, with what decides whether they can still be taken back. */
export async function listTakenPetitions(db: Db, authorityId: number, batchId: number) {
  return db
    .selectFrom('importRow')
    .innerJoin('petition', (join) =>
      join
        .onRef('petition.authorityId', '=', 'importRow.authorityId')
        .onRef('petition.submissionId', '=', 'importRow.submissionId'),
    )
    .select([
      'importRow.rowNumber',
      'petition.id',
      'petition.code',
      'petition.state',
      'petition.version',
      'petition.confidential',
      'petition.acknowledgedOn',
    ])
    .where('importRow.authorityId', '=', authorityId)
    .where('importRow.batchId', '=', batchId)
    .orderBy('petition.id')
    .execute()
}

/** Of some petitions those with which something was done since they were taken: their log says more than the receipt. */
export async function listTouched(db: Db, authorityId: number, petitionIds: readonly number[]): Promise<Set<number>> {
  if (petitionIds.length === 0) return new Set()
  const { rows } = await sql<{ subjectId: number }>`
    select distinct subject_id from change_log
    where authority_id = ${authorityId} and subject_kind = 'petition' and subject_id = any(${[...petitionIds]})
      and action not in ('petition/receive', 'petition/read', 'petition/open')
  `.execute(db)
  return new Set(rows.map((row) => row.subjectId))
}

/** The next sheet that waits to be taken, held until the transaction ends; others skip it. */
export async function findQueuedBatch(db: Db): Promise<{ authorityId: number; id: number } | null> {
  const found = await db
    .selectFrom('importBatch')
    .select(['authorityId', 'id'])
    .where('state', '=', 'queued')
    .orderBy('queuedAt')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

/** The batch, locked until the transaction ends. Throws NotFound. */
export async function lockBatch(db: Db, authorityId: number, id: number): Promise<ImportBatch> {
  const found = await db
    .selectFrom('importBatch')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new NotFound('importBatch')
  return found as unknown as ImportBatch
}

/** Sheets that were read and then left lying: their cells are other people's words. */
export async function listForgottenBatches(db: Db, before: Date) {
  return db
    .selectFrom('importBatch')
    .select(['authorityId', 'id', 'version'])
    .where('state', 'in', ['read', 'checked'])
    .where('createdAt', '<', before)
    .orderBy('id')
    .limit(1000)
    .execute()
}

/** How far a batch is, for who watches it; written outside its transaction. */
export async function writeProgress(
  db: Db,
  progress: { authorityId: number; batchId: number; done: number; total: number; at: Date },
): Promise<void> {
  const { done, total, at } = progress
  await db
    .insertInto('importProgress')
    .values(progress)
    .onConflict((conflict) => conflict.columns(['authorityId', 'batchId']).doUpdateSet({ done, total, at }))
    .execute()
}

export async function findProgress(db: Db, authorityId: number, batchId: number) {
  const found = await db
    .selectFrom('importProgress')
    .select(['done', 'total', 'at'])
    .where('authorityId', '=', authorityId)
    .where('batchId', '=', batchId)
    .executeTakeFirst()
  return found ?? null
}
