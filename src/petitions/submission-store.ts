import type { Insertable } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import { fixedRead } from '../platform/db/fixed-read.ts'
import type { DB } from '../platform/db/tables.ts'
import { NotFound } from '../platform/errors.ts'
import type { Petition, Submission } from './petition.ts'
import type { Visibility } from './petition-scope.ts'
import { visiblePetitions } from './visible-petitions-store.ts'

export async function insertSubmission(db: Db, values: Insertable<DB['submission']>): Promise<number> {
  const row = await db.insertInto('submission').values(values).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Several at once; their ids in the same order. */
export async function insertSubmissions(db: Db, rows: readonly Insertable<DB['submission']>[]): Promise<number[]> {
  if (rows.length === 0) return []
  const inserted = await db
    .insertInto('submission')
    .values([...rows])
    .returning('id')
    .execute()
  return inserted.map((row) => row.id)
}

const submissionById = fixedRead((db, authorityId: number, id: number) =>
  db.selectFrom('submission').selectAll().where('authorityId', '=', authorityId).where('id', '=', id),
)

/** Throws NotFound. */
export async function getSubmission(db: Db, authorityId: number, id: number): Promise<Submission> {
  const [found] = await submissionById(db, authorityId, id)
  if (!found) throw new NotFound('submission')
  return found
}

/** The petitions a submission was split into, in order, as far as the reader may know of them. */
export async function listSiblings(db: Db, visibility: Visibility, submissionId: number) {
  return visiblePetitions(db, visibility)
    .select([
      'petition.id',
      'petition.code',
      'petition.content',
      'petition.state',
      'petition.confidential',
      'petition.accusedAgencyId',
      'petition.accusedAccountId',
    ])
    .where('petition.submissionId', '=', submissionId)
    .orderBy('petition.id')
    .execute()
}

/** The petitions a submission was split into, whoever may know of them. */
export async function listPetitionsOfSubmission(
  db: Db,
  authorityId: number,
  submissionId: number,
): Promise<Petition[]> {
  return db
    .selectFrom('petition')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('submissionId', '=', submissionId)
    .orderBy('id')
    .execute()
}

const siblingCount = fixedRead((db, authorityId: number, submissionId: number) =>
  db
    .selectFrom('petition')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('authorityId', '=', authorityId)
    .where('submissionId', '=', submissionId),
)

/** Into how many petitions a submission was split, whoever may know of them. */
export async function countSiblings(db: Db, authorityId: number, submissionId: number): Promise<number> {
  return (await siblingCount(db, authorityId, submissionId))[0]!.count
}

/** Blanks the words of a person whose data are erased; the row stays as a tombstone. */
export async function blankSubmissionsOf(db: Db, authorityId: number, petitionerId: number, tombstone: string) {
  return db
    .updateTable('submission')
    .set({ text: tombstone, writtenBy: null, consentToPublishName: false })
    .where('authorityId', '=', authorityId)
    .where('petitionerId', '=', petitionerId)
    .returning('id')
    .execute()
}
