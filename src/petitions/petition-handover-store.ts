import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'

/** Petitions an agency still has to answer or settle as lead, and those to whose answer it still has to contribute. */
export async function listPetitionWork(db: Db, authorityId: number, agencyId: number) {
  const lead = await db
    .selectFrom('petition')
    .select('id')
    .where('authorityId', '=', authorityId)
    .where('leadAgencyId', '=', agencyId)
    .where((or) =>
      or.or([
        or('state', 'in', ['received', 'classified', 'assigned', 'answerPrepared', 'escalated']),
        // answered, but what was promised is not settled yet
        or.and([or('state', '=', 'answered'), or('settledOn', 'is', null)]),
      ]),
    )
    .orderBy('id')
    .execute()
  const support = await db
    .selectFrom('petitionSupport')
    .innerJoin('petition', (join) =>
      join
        .onRef('petition.authorityId', '=', 'petitionSupport.authorityId')
        .onRef('petition.id', '=', 'petitionSupport.petitionId'),
    )
    .select('petitionId')
    .where('petitionSupport.authorityId', '=', authorityId)
    .where('petitionSupport.agencyId', '=', agencyId)
    .where('contributedOn', 'is', null)
    .where('petition.state', 'in', ['received', 'classified', 'assigned', 'answerPrepared', 'escalated'])
    .orderBy('petitionId')
    .execute()
  return { petitions: lead.map((row) => row.id), supportedPetitions: support.map((row) => row.petitionId) }
}

/** Gives the petitions listed to the successor; where it leads or supports already, the old support just ends. */
export async function handOverPetitionWork(
  db: Db,
  authorityId: number,
  work: { petitions: readonly number[]; supportedPetitions: readonly number[] },
  from: number,
  to: number,
): Promise<void> {
  if (work.petitions.length > 0) {
    await db
      .updateTable('petition')
      .set({ leadAgencyId: to, version: sql<number>`version + 1` })
      .where('authorityId', '=', authorityId)
      .where('id', 'in', [...work.petitions])
      .execute()
  }
  if (work.supportedPetitions.length === 0) return
  await sql`
    insert into petition_support (authority_id, petition_id, agency_id, asked_on)
    select s.authority_id, s.petition_id, ${to}, s.asked_on
    from petition_support s
    join petition p on p.authority_id = s.authority_id and p.id = s.petition_id
    where s.authority_id = ${authorityId} and s.agency_id = ${from}
      and s.petition_id = any(${[...work.supportedPetitions]}) and p.lead_agency_id is distinct from ${to}
    on conflict do nothing
  `.execute(db)
  await db
    .deleteFrom('petitionSupport')
    .where('authorityId', '=', authorityId)
    .where('agencyId', '=', from)
    .where('petitionId', 'in', [...work.supportedPetitions])
    .execute()
}
