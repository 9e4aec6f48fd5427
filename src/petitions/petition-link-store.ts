import type { Db } from '../platform/db/connection.ts'
import { fixedRead } from '../platform/db/fixed-read.ts'
import type { Visibility } from './petition-scope.ts'
import { visiblePetitions } from './visible-petitions-store.ts'

export type LinkKind = 'repeat' | 'continued' | 'merged' | 'related'

export async function insertLink(
  db: Db,
  link: { authorityId: number; petitionId: number; otherId: number; kind: LinkKind },
): Promise<void> {
  await db.insertInto('petitionLink').values(link).execute()
}

/** Petitions linked with this one either way, as far as the reader may know of them. */
export async function listLinks(db: Db, visibility: Visibility, petitionId: number) {
  const linked = db
    .selectFrom('petitionLink')
    .select((eb) => [
      'petitionLink.id',
      'petitionLink.kind',
      eb.case().when('petitionLink.petitionId', '=', petitionId).then(true).else(false).end().as('outward'),
      eb
        .case()
        .when('petitionLink.petitionId', '=', petitionId)
        .then(eb.ref('petitionLink.otherId'))
        .else(eb.ref('petitionLink.petitionId'))
        .end()
        .as('otherId'),
    ])
    .where('petitionLink.authorityId', '=', visibility.authorityId)
    .where((eb) => eb.or([eb('petitionId', '=', petitionId), eb('otherId', '=', petitionId)]))
  return visiblePetitions(db, visibility)
    .innerJoin(linked.as('linked'), 'linked.otherId', 'petition.id')
    .select([
      'linked.kind as linkKind',
      'linked.outward',
      'petition.id',
      'petition.code',
      'petition.content',
      'petition.state',
      'petition.receivedOn',
      'petition.confidential',
    ])
    .orderBy('linked.id')
    .execute()
}

/** Adds somebody whose petition was merged into this one; he keeps his right to an answer. */
export async function addCopetitioner(
  db: Db,
  values: { authorityId: number; petitionId: number; petitionerId: number; fromPetitionId: number | null },
): Promise<void> {
  await db
    .insertInto('petitionCopetitioner')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const listCopetitioners = fixedRead((db: Db, authorityId: number, petitionId: number) =>
  db
    .selectFrom('petitionCopetitioner')
    .innerJoin('petitioner', (join) =>
      join
        .onRef('petitioner.authorityId', '=', 'petitionCopetitioner.authorityId')
        .onRef('petitioner.id', '=', 'petitionCopetitioner.petitionerId'),
    )
    .selectAll('petitioner')
    .select('petitionCopetitioner.fromPetitionId')
    .where('petitionCopetitioner.authorityId', '=', authorityId)
    .where('petitionCopetitioner.petitionId', '=', petitionId)
    .orderBy('petitioner.id'),
)
