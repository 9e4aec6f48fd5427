import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { NotFound, StaleEdit } from '../platform/errors.ts'
import type { DossierManifest } from './dossier-manifest.ts'

export interface Dossier {
  id: number
  dialogueId: number
  ownerAgencyId: number | null
  state: 'open' | 'closed'
  closedAt: Date | null
  closedBy: number | null
  manifest: DossierManifest | null
  manifestSha256: string | null
  version: number
  createdAt: Date
}

export interface StoredDossierItem {
  id: number
  dossierId: number
  entryKey: string
  paperId: number | null
  attachmentId: number | null
  statedNone: boolean
  note: string | null
  supplementOn: Day | null
  withdrawnAt: Date | null
  addedBy: number | null
  addedAt: Date
}

const columns = [
  'id',
  'dialogueId',
  'ownerAgencyId',
  'state',
  'closedAt',
  'closedBy',
  'manifest',
  'manifestSha256',
  'version',
  'createdAt',
] as const

export async function insertDossier(
  db: Db,
  authorityId: number,
  dossier: { dialogueId: number; ownerAgencyId: number | null; createdAt: Date },
): Promise<number> {
  const row = await db
    .insertInto('dossier')
    .values({ ...dossier, authorityId })
    .onConflict((conflict) => conflict.columns(['authorityId', 'dialogueId']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? 0
}

export async function findDossier(db: Db, authorityId: number, id: number): Promise<Dossier | null> {
  const row = await db
    .selectFrom('dossier')
    .select(columns)
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (row as Dossier | undefined) ?? null
}

export async function findDossierOfDialogue(db: Db, authorityId: number, dialogueId: number): Promise<Dossier | null> {
  const row = await db
    .selectFrom('dossier')
    .select(columns)
    .where('authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .executeTakeFirst()
  return (row as Dossier | undefined) ?? null
}

export async function getDossier(db: Db, authorityId: number, id: number): Promise<Dossier> {
  const dossier = await findDossier(db, authorityId, id)
  if (!dossier) throw new NotFound('dossier')
  return dossier
}

/** The dossier, its row locked until the transaction ends: filing and closing do not cross. */
export async function lockDossier(db: Db, authorityId: number, id: number): Promise<Dossier> {
  const row = await db
    .selectFrom('dossier')
    .select(columns)
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound('dossier')
  return row as Dossier
}

/** Everything put in by hand, oldest first, withdrawn things included. */
export async function listDossierItems(db: Db, authorityId: number, dossierId: number): Promise<StoredDossierItem[]> {
  return listDossierItemsOf(db, authorityId, [dossierId])
}

export async function listDossierItemsOf(
  db: Db,
  authorityId: number,
  dossierIds: readonly number[],
): Promise<StoredDossierItem[]> {
  if (dossierIds.length === 0) return []
  return db
    .selectFrom('dossierItem')
    .select([
      'id',
      'dossierId',
      'entryKey',
      'paperId',
      'attachmentId',
      'statedNone',
      'note',
      'supplementOn',
      'withdrawnAt',
      'addedBy',
      'addedAt',
    ])
    .where('authorityId', '=', authorityId)
    .where('dossierId', 'in', [...dossierIds])
    .orderBy('id')
    .execute()
}

export async function insertDossierItem(
  db: Db,
  authorityId: number,
  item: Omit<StoredDossierItem, 'id' | 'withdrawnAt'>,
): Promise<number> {
  const row = await db
    .insertInto('dossierItem')
    .values({ ...item, authorityId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function withdrawItemRow(db: Db, authorityId: number, id: number, at: Date): Promise<void> {
  await db
    .updateTable('dossierItem')
    .set({ withdrawnAt: at })
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .execute()
}

/** Closes an open dossier read as `version`. */
export async function closeDossierRow(
  db: Db,
  authorityId: number,
  dossier: Pick<Dossier, 'id' | 'version'>,
  closing: { closedAt: Date; closedBy: number | null; manifest: DossierManifest; manifestSha256: string },
): Promise<void> {
  const result = await db
    .updateTable('dossier')
    .set({ ...closing, manifest: JSON.stringify(closing.manifest), state: 'closed', version: dossier.version + 1 })
    .where('authorityId', '=', authorityId)
    .where('id', '=', dossier.id)
    .where('version', '=', dossier.version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new StaleEdit('dossier', { id: dossier.id })
}
