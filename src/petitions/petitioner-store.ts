import { type Insertable, sql, type Updateable } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import { fixedRead } from '../platform/db/fixed-read.ts'
import type { DB } from '../platform/db/tables.ts'
import { NotFound, StaleEdit } from '../platform/errors.ts'
import type { Petitioner } from './petition.ts'
import type { Visibility } from './petition-scope.ts'
import { foldText } from './petition-search.ts'
import { visiblePetitions } from './visible-petitions-store.ts'

export async function insertPetitioner(db: Db, values: Insertable<DB['petitioner']>): Promise<number> {
  const row = await db.insertInto('petitioner').values(values).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Several at once; their ids in the same order. */
export async function insertPetitioners(db: Db, rows: readonly Insertable<DB['petitioner']>[]): Promise<number[]> {
  if (rows.length === 0) return []
  const inserted = await db
    .insertInto('petitioner')
    .values([...rows])
    .returning('id')
    .execute()
  return inserted.map((row) => row.id)
}

const petitionerById = fixedRead((db, authorityId: number, id: number) =>
  db.selectFrom('petitioner').selectAll().where('authorityId', '=', authorityId).where('id', '=', id),
)

export async function findPetitioner(db: Db, authorityId: number, id: number): Promise<Petitioner | null> {
  return (await petitionerById(db, authorityId, id))[0] ?? null
}

/** Throws NotFound. */
export async function getPetitioner(db: Db, authorityId: number, id: number): Promise<Petitioner> {
  const found = await findPetitioner(db, authorityId, id)
  if (!found) throw new NotFound('petitioner')
  return found
}

/**
 * Petitioners whose name contains what was typed, with or without diacritics, or whose telephone has the digits typed
 * (four at least). Only those of whom the reader sees a petition: a name known from a confidential one alone is not found.
 */
export async function searchPetitioners(db: Db, visibility: Visibility, typed: string, limit = 10) {
  const name = foldText(typed)
    .replace(/[\\%_]/g, '\\$&')
    .trim()
  if (name === '') return []
  const digits = typed.replace(/\D/g, '')
  const isPhone = digits.length >= 4 && !/\p{L}/u.test(typed)
  return db
    .selectFrom('petitioner')
    .leftJoin('agency as village', (join) =>
      join
        .onRef('village.authorityId', '=', 'petitioner.authorityId')
        .onRef('village.id', '=', 'petitioner.villageAgencyId'),
    )
    .select([
      'petitioner.id',
      'petitioner.name',
      'petitioner.kind',
      'petitioner.address',
      'petitioner.phone',
      'village.name as villageName',
    ])
    .where('petitioner.authorityId', '=', visibility.authorityId)
    .where('petitioner.erasedAt', 'is', null)
    .where(
      isPhone
        ? sql<boolean>`regexp_replace(petitioner.phone, '[^0-9]', '', 'g') like ${`%${digits}%`}`
        : sql<boolean>`fold(petitioner.name) like ${`%${name}%`}`,
    )
    .where((eb) =>
      eb.exists(
        visiblePetitions(db, visibility)
          .select('petition.id')
          .where(sql<boolean>`petition.petitioner_id = petitioner.id`),
      ),
    )
    .orderBy('petitioner.name')
    .orderBy('petitioner.id')
    .limit(limit)
    .execute()
}

/** Whether the reader sees a petition of the person. */
export async function isKnownPetitioner(db: Db, visibility: Visibility, petitionerId: number): Promise<boolean> {
  const one = await visiblePetitions(db, visibility)
    .select('petition.id')
    .where('petition.petitionerId', '=', petitionerId)
    .limit(1)
    .executeTakeFirst()
  return one !== undefined
}

export async function updatePetitioner(
  db: Db,
  before: Pick<Petitioner, 'authorityId' | 'id'>,
  version: number,
  values: Updateable<DB['petitioner']>,
): Promise<void> {
  const written = await db
    .updateTable('petitioner')
    .set({ ...values, version: sql`version + 1` })
    .where('authorityId', '=', before.authorityId)
    .where('id', '=', before.id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (written) return
  const current = await getPetitioner(db, before.authorityId, before.id)
  throw new StaleEdit('petitioner', current as unknown as Record<string, unknown>)
}

/** The petitions somebody raised, alone or with others, as far as the erasing of his data concerns them. */
/** The dialogues to which petitions of a person belong. */
export async function listDialoguesOfPerson(db: Db, authorityId: number, petitionerId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('petition')
    .select('dialogueId')
    .distinct()
    .where('authorityId', '=', authorityId)
    .where('petitionerId', '=', petitionerId)
    .where('dialogueId', 'is not', null)
    .execute()
  return rows.map((row) => row.dialogueId!)
}

export async function listPetitionsOfPerson(db: Db, authorityId: number, petitionerId: number) {
  return db
    .selectFrom('petition')
    .select(['id', 'code', 'state', 'petitionerId'])
    .where('authorityId', '=', authorityId)
    .where((eb) =>
      eb.or([
        eb('petitionerId', '=', petitionerId),
        eb(
          'id',
          'in',
          eb
            .selectFrom('petitionCopetitioner')
            .select('petitionId')
            .where('authorityId', '=', authorityId)
            .where('petitionerId', '=', petitionerId),
        ),
      ]),
    )
    .execute()
}

/** Puts a tombstone in place of the words of the petitions themselves and of what the person said later. */
export async function blankContentsOf(db: Db, authorityId: number, petitionerId: number, tombstone: string) {
  const rows = await db
    .updateTable('petition')
    .set({ content: tombstone, petitionerSaid: null, acknowledgementNote: null })
    .where('authorityId', '=', authorityId)
    .where('petitionerId', '=', petitionerId)
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}
