import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import type { Visibility } from './petition-scope.ts'

/**
 * The petitions somebody may know of; every list, search and count starts here. Confidential ones only for their
 * need-to-know list; none for the agency or person accused; without a wide view only what is given to, or was
 * forwarded by, the own agency.
 */
export function visiblePetitions(db: Db, visibility: Visibility) {
  const { authorityId, agencyId, accountId } = visibility
  let query = db
    .selectFrom('petition')
    .where('petition.authorityId', '=', authorityId)
    .where(
      sql<boolean>`(not petition.confidential or exists (select from petition_reader r
        where r.authority_id = petition.authority_id and r.petition_id = petition.id and r.account_id = ${accountId}))`,
    )
  if (agencyId !== null) query = query.where(sql<boolean>`petition.accused_agency_id is distinct from ${agencyId}`)
  if (accountId !== null) query = query.where(sql<boolean>`petition.accused_account_id is distinct from ${accountId}`)
  if (visibility.wide) return query
  return query.where(
    sql<boolean>`petition.id in (
      select id from petition where authority_id = ${authorityId} and lead_agency_id = ${agencyId}
      union select petition_id from petition_support where authority_id = ${authorityId} and agency_id = ${agencyId}
      union select p.id from submission s join petition p on p.authority_id = s.authority_id and p.submission_id = s.id
        where s.authority_id = ${authorityId} and s.forwarded_by_agency_id = ${agencyId})`,
  )
}

/** Petitions with who raised each (`petitioner`) and the agency that has it (`agency`; nulls while none has). */
export function withPetitionerAndAgency(petitions: ReturnType<typeof visiblePetitions>) {
  return petitions
    .innerJoin('petitioner', (join) =>
      join
        .onRef('petitioner.authorityId', '=', 'petition.authorityId')
        .onRef('petitioner.id', '=', 'petition.petitionerId'),
    )
    .leftJoin('agency', (join) =>
      join.onRef('agency.authorityId', '=', 'petition.authorityId').onRef('agency.id', '=', 'petition.leadAgencyId'),
    )
}
