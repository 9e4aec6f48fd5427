import { sql } from 'kysely'
import { visiblePetitions } from '../petitions/visible-petitions-store.ts'
import type { Db } from '../platform/db/connection.ts'
import type { DeadlineViewer } from './deadline-viewer.ts'

/** A petition of the outer query that this viewer may know of, as a subquery over `petition.id = <column>`. */
function knownPetition(db: Db, viewer: DeadlineViewer, column: 'deadline.subject_id' | 'act.petition_id') {
  if (!viewer.petitions) return null
  return visiblePetitions(db, viewer.petitions)
    .where(sql<boolean>`petition.id = ${sql.raw(column)}`)
    .select('petition.id')
}

/**
 * The deadlines somebody may know of; every list, count and page of deadlines starts here. One of a petition, or of
 * supervision about a petition, is as hidden as the petition itself.
 */
export function visibleDeadlines(db: Db, viewer: DeadlineViewer) {
  const { authorityId } = viewer
  const ofPetition = knownPetition(db, viewer, 'deadline.subject_id')
  const ofAct = knownPetition(db, viewer, 'act.petition_id')
  const act = sql`select from supervision_act act where act.authority_id = deadline.authority_id
    and act.id = deadline.subject_id`
  return db
    .selectFrom('deadline')
    .where('deadline.authorityId', '=', authorityId)
    .where(
      sql<boolean>`(deadline.subject_kind <> 'petition' or ${ofPetition ? sql`exists ${ofPetition}` : sql`false`})`,
    )
    .where(
      sql<boolean>`(deadline.subject_kind <> 'supervisionAct' or exists (${act} and (act.petition_id is null
        or ${ofAct ? sql`exists ${ofAct}` : sql`false`})))`,
    )
    .where(viewer.wide ? sql<boolean>`true` : ownPart(viewer))
}

/** Of the own agency; of petitions it supports or has forwarded. */
function ownPart({ authorityId, agencyId }: DeadlineViewer) {
  return sql<boolean>`(deadline.agency_id = ${agencyId} or (deadline.subject_kind = 'petition' and (
    exists (select from petition_support s where s.authority_id = ${authorityId}
      and s.petition_id = deadline.subject_id and s.agency_id = ${agencyId})
    or exists (select from petition p join submission s on s.authority_id = p.authority_id and s.id = p.submission_id
      where p.authority_id = ${authorityId} and p.id = deadline.subject_id
      and (p.lead_agency_id = ${agencyId} or s.forwarded_by_agency_id = ${agencyId})))))`
}
