import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import { printLabel, sheetLabel } from './paper-sheet.ts'

/** A person whose data are erased, with the petitions that are his own. */
export interface ErasedPerson {
  petitionerId: number
  petitionIds: readonly number[]
  /** also those of others where the person petitions with them */
  namedIn: readonly number[]
  /** name, representative, telephone, address: what is struck out of every other paper's text */
  words: readonly string[]
}

interface PersonsPaper {
  id: number
  version: number
  title: string
  body: string
}

/** Papers that speak of the person: about a petition of his own, or about one and addressed to him. */
export async function listPapersOfPerson(db: Db, authorityId: number, person: ErasedPerson): Promise<PersonsPaper[]> {
  return db
    .selectFrom('paper')
    .select(['id', 'version', 'title', 'body'])
    .where('authorityId', '=', authorityId)
    .where('subjectKind', '=', 'petition')
    .where('erasedAt', 'is', null)
    .where((eb) =>
      eb.or([
        ...(person.petitionIds.length > 0 ? [eb('subjectId', 'in', [...person.petitionIds])] : []),
        eb(
          'id',
          'in',
          eb
            .selectFrom('paperRecipient')
            .select('paperId')
            .where('authorityId', '=', authorityId)
            .where('petitionerId', '=', person.petitionerId),
        ),
      ]),
    )
    .orderBy('id')
    .execute()
}

/** What was noted when others received such a paper (who signed for it) may name the person, too. */
export async function clearReceiptNotes(db: Db, authorityId: number, paperIds: readonly number[]): Promise<void> {
  if (paperIds.length === 0) return
  await db
    .updateTable('paperRecipient')
    .set({ receivedNote: null })
    .where('authorityId', '=', authorityId)
    .where('paperId', 'in', [...paperIds])
    .execute()
}

/** Files that hold the data: those of the papers and petitions, and the sheets of the papers in dossiers. Erased ones apart. */
export async function listFilesOfPapers(
  db: Db,
  authorityId: number,
  of: { paperIds: readonly number[]; sheetsOf: readonly number[]; petitionIds: readonly number[] },
): Promise<number[]> {
  const rows = await db
    .selectFrom('attachment')
    .select('id')
    .where('authorityId', '=', authorityId)
    .where('erasedAt', 'is', null)
    .where(
      sql<boolean>`(subject_kind = 'paper' and subject_id = any(${[...of.paperIds]}::bigint[])
        or subject_kind = 'petition' and subject_id = any(${[...of.petitionIds]}::bigint[])
        or subject_kind = 'dossier' and label = any(${[...of.sheetsOf.map(sheetLabel), ...of.sheetsOf.map(printLabel)]}::text[]))`,
    )
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}
