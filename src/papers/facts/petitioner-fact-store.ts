import { sql } from 'kysely'
import type { Db } from '../../platform/db/connection.ts'

/** What tells who somebody is that petitioned in a dialogue, alone or with others. */
export interface PetitionerWords {
  petitionerId: number
  petitionerKind: string
  petitionerName: string
  representative: string
  phone: string | null
  email: string | null
  address: string
  /** agreed to be named, and asked for no secrecy in any petition of this dialogue */
  consentToPublishName: boolean
}

/**
 * Everybody behind the petitions of a dialogue (of one petition, when given): confidential, merged and withdrawn ones
 * too, for what must not be read in a public paper.
 */
export async function listPetitionerWords(
  db: Db,
  of: { authorityId: number; dialogueId?: number; petitionId?: number },
): Promise<PetitionerWords[]> {
  const { authorityId, dialogueId = null, petitionId = null } = of
  const { rows } = await sql<PetitionerWords>`
    with p as (
      select p.id, p.petitioner_id, p.confidential, s.consent_to_publish_name as consent from petition p
      join submission s on s.authority_id = p.authority_id and s.id = p.submission_id
      where p.authority_id = ${authorityId} and (${dialogueId}::bigint is null or p.dialogue_id = ${dialogueId})
        and (${petitionId}::bigint is null or p.id = ${petitionId})
    ), who as (
      select petitioner_id, confidential, consent from p
      union all
      select c.petitioner_id, p.confidential, false from p
      join petition_copetitioner c on c.authority_id = ${authorityId} and c.petition_id = p.id
    )
    select r.id as petitioner_id, r.kind as petitioner_kind, r.name as petitioner_name, r.representative, r.phone,
      r.email, r.address, bool_or(w.consent) and not bool_or(w.confidential) as consent_to_publish_name
    from who w join petitioner r on r.authority_id = ${authorityId} and r.id = w.petitioner_id
    where r.erased_at is null
    group by r.id, r.kind, r.name, r.representative, r.phone, r.email, r.address
    order by r.id
  `.execute(db)
  return rows
}

/** The items of a conclusion about what somebody petitioned, alone or with others, where nothing asks for secrecy. */
export async function listItemIdsOfPetitioner(
  db: Db,
  of: { authorityId: number; dialogueId: number; petitionerId: number },
): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select distinct p.conclusion_item_id as id from petition p
    where p.authority_id = ${of.authorityId} and p.dialogue_id = ${of.dialogueId} and p.conclusion_item_id is not null
      and not p.confidential and (p.petitioner_id = ${of.petitionerId} or exists (select from petition_copetitioner c
        where c.authority_id = p.authority_id and c.petition_id = p.id and c.petitioner_id = ${of.petitionerId}))
  `.execute(db)
  return new Set(rows.map((row) => row.id))
}
