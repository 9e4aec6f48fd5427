import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { fixedRead } from '../platform/db/fixed-read.ts'
import { NotFound, StaleEdit } from '../platform/errors.ts'
import type { Paper, PaperRecipient } from './paper.ts'

const columns = [
  'id',
  'kind',
  'subjectKind',
  'subjectId',
  'dialogueId',
  'title',
  'body',
  'issuerAgencyId',
  'state',
  'number',
  'datedOn',
  'signerName',
  'signerTitle',
  'signCapacity',
  'draftedBy',
  'editedBy',
  'approvedBy',
  'approvedAt',
  'approvedOnPaper',
  'paperApprover',
  'paperApprovedOn',
  'issuedAt',
  'issuedBy',
  'lateEntry',
  'lateEntryReason',
  'replacesPaperId',
  'voidReason',
  'erasedAt',
  'version',
  'createdAt',
] as const

const recipientColumns = [
  'id',
  'paperId',
  'agencyId',
  'petitionerId',
  'name',
  'purpose',
  'remark',
  'writtenTo',
  'channel',
  'sentOn',
  'receivedOn',
  'receivedNote',
  'version',
] as const

export interface PaperFilter {
  dialogueId?: number
  subjectKind?: string
  subjectId?: number
  states?: readonly string[]
  ids?: readonly number[]
}

/** Papers of a dialogue or another subject, or those of the ids given (at least one), oldest first. */
export async function listPapers(db: Db, authorityId: number, filter: PaperFilter): Promise<Paper[]> {
  let query = db.selectFrom('paper').select(columns).where('authorityId', '=', authorityId)
  if (filter.dialogueId !== undefined) query = query.where('dialogueId', '=', filter.dialogueId)
  if (filter.subjectKind !== undefined) query = query.where('subjectKind', '=', filter.subjectKind)
  if (filter.subjectId !== undefined) query = query.where('subjectId', '=', filter.subjectId)
  if (filter.ids !== undefined) query = query.where('id', 'in', [...filter.ids])
  if (filter.states !== undefined) query = query.where('state', 'in', [...filter.states])
  return (await query.orderBy('id').execute()) as Paper[]
}

export async function findPaper(db: Db, authorityId: number, id: number): Promise<Paper | null> {
  const row = await db
    .selectFrom('paper')
    .select(columns)
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (row as Paper | undefined) ?? null
}

export async function getPaper(db: Db, authorityId: number, id: number): Promise<Paper> {
  const paper = await findPaper(db, authorityId, id)
  if (!paper) throw new NotFound('paper')
  return paper
}

/** The paper, its row locked until the transaction ends. */
export async function lockPaper(db: Db, authorityId: number, id: number): Promise<Paper> {
  const row = await db
    .selectFrom('paper')
    .select(columns)
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound('paper')
  return row as Paper
}

export type NewPaper = Pick<
  Paper,
  | 'kind'
  | 'subjectKind'
  | 'subjectId'
  | 'dialogueId'
  | 'title'
  | 'body'
  | 'issuerAgencyId'
  | 'draftedBy'
  | 'replacesPaperId'
>

export async function insertPaper(db: Db, authorityId: number, paper: NewPaper): Promise<number> {
  const row = await db
    .insertInto('paper')
    .values({ ...paper, authorityId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Writes to a paper read as `paper`; throws StaleEdit when somebody else changed it meanwhile. */
export async function updatePaper(
  db: Db,
  authorityId: number,
  paper: Pick<Paper, 'id' | 'version'>,
  set: Partial<Omit<Paper, 'id' | 'version' | 'createdAt'>>,
): Promise<void> {
  const result = await db
    .updateTable('paper')
    .set({ ...set, version: paper.version + 1 })
    .where('authorityId', '=', authorityId)
    .where('id', '=', paper.id)
    .where('version', '=', paper.version)
    .executeTakeFirst()
  if (result.numUpdatedRows === 1n) return
  const current = await getPaper(db, authorityId, paper.id)
  throw new StaleEdit('paper', { ...current })
}

/** Notes that an account changed the words of a draft; the version stays. */
export async function addEditor(db: Db, authorityId: number, paperId: number, accountId: number): Promise<void> {
  await db
    .updateTable('paper')
    .set({ editedBy: sql<number[]>`array_append(edited_by, ${accountId}::bigint)` })
    .where('authorityId', '=', authorityId)
    .where('id', '=', paperId)
    .where(sql<boolean>`not ${accountId} = any(edited_by)`)
    .execute()
}

export async function listRecipients(db: Db, authorityId: number, paperId: number): Promise<PaperRecipient[]> {
  return listRecipientsOf(db, authorityId, [paperId])
}

const subjectPapers = fixedRead((db, authorityId: number, subjectKind: string, subjectId: number) =>
  db
    .selectFrom('paper')
    .select(columns)
    .where('authorityId', '=', authorityId)
    .where('subjectKind', '=', subjectKind)
    .where('subjectId', '=', subjectId)
    .orderBy('id'),
)

const subjectRecipients = fixedRead((db, authorityId: number, subjectKind: string, subjectId: number) =>
  db
    .selectFrom('paperRecipient')
    .innerJoin('paper', (join) =>
      join
        .onRef('paper.authorityId', '=', 'paperRecipient.authorityId')
        .onRef('paper.id', '=', 'paperRecipient.paperId'),
    )
    .select(recipientColumns.map((column) => `paperRecipient.${column}` as const))
    .where('paper.authorityId', '=', authorityId)
    .where('paper.subjectKind', '=', subjectKind)
    .where('paper.subjectId', '=', subjectId)
    .orderBy('paperRecipient.id'),
)

/** The papers of one subject, oldest first, with all their addressees. */
export async function listSubjectPapers(db: Db, authorityId: number, subjectKind: string, subjectId: number) {
  const [papers, recipients] = await Promise.all([
    subjectPapers(db, authorityId, subjectKind, subjectId),
    subjectRecipients(db, authorityId, subjectKind, subjectId),
  ])
  return { papers: papers as Paper[], recipients: recipients as PaperRecipient[] }
}

export async function listRecipientsOf(
  db: Db,
  authorityId: number,
  paperIds: readonly number[],
): Promise<PaperRecipient[]> {
  if (paperIds.length === 0) return []
  return db
    .selectFrom('paperRecipient')
    .select(recipientColumns)
    .where('authorityId', '=', authorityId)
    .where('paperId', 'in', [...paperIds])
    .orderBy('id')
    .execute()
}

export async function findRecipient(db: Db, authorityId: number, id: number): Promise<PaperRecipient | null> {
  const row = await db
    .selectFrom('paperRecipient')
    .select(recipientColumns)
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** One addressee, its row locked until the transaction ends. */
export async function lockRecipient(db: Db, authorityId: number, id: number): Promise<PaperRecipient> {
  const row = await db
    .selectFrom('paperRecipient')
    .select(recipientColumns)
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound('paperRecipient')
  return row
}

export type NewRecipient = Pick<
  PaperRecipient,
  'agencyId' | 'petitionerId' | 'name' | 'purpose' | 'remark' | 'writtenTo'
>

export async function insertRecipients(
  db: Db,
  authorityId: number,
  paperId: number,
  recipients: readonly NewRecipient[],
): Promise<number[]> {
  if (recipients.length === 0) return []
  const rows = await db
    .insertInto('paperRecipient')
    .values(recipients.map((recipient) => ({ ...recipient, authorityId, paperId })))
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

export async function updateRecipient(
  db: Db,
  authorityId: number,
  recipient: Pick<PaperRecipient, 'id' | 'version'>,
  set: { channel?: string | null; sentOn?: Day | null; receivedOn?: Day | null; receivedNote?: string | null },
): Promise<void> {
  const result = await db
    .updateTable('paperRecipient')
    .set({ ...set, version: recipient.version + 1 })
    .where('authorityId', '=', authorityId)
    .where('id', '=', recipient.id)
    .where('version', '=', recipient.version)
    .executeTakeFirst()
  if (result.numUpdatedRows === 1n) return
  throw new StaleEdit('paperRecipient', { ...(await findRecipient(db, authorityId, recipient.id)) })
}

/** An addressee of a draft is struck out; once a paper is issued its addressees stay. */
export async function deleteRecipient(db: Db, authorityId: number, id: number): Promise<void> {
  await db.deleteFrom('paperRecipient').where('authorityId', '=', authorityId).where('id', '=', id).execute()
}

/** Whether an agency is outside the authority, so that its papers carry numbers of its own; null when unknown. */
export async function isExternalIssuer(db: Db, authorityId: number, agencyId: number): Promise<boolean | null> {
  const row = await db
    .selectFrom('agency')
    .select('external')
    .where('authorityId', '=', authorityId)
    .where('id', '=', agencyId)
    .executeTakeFirst()
  return row?.external ?? null
}

/** Blanks the name of a petitioner whose data are erased wherever a paper was addressed to it; returns the papers. */
export async function blankRecipientsOf(
  db: Db,
  authorityId: number,
  petitionerId: number,
  tombstone: string,
): Promise<number[]> {
  const rows = await db
    .updateTable('paperRecipient')
    .set({ name: tombstone, receivedNote: null })
    .where('authorityId', '=', authorityId)
    .where('petitionerId', '=', petitionerId)
    .returning('paperId')
    .execute()
  return [...new Set(rows.map((row) => row.paperId))]
}
