import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'

export interface PersonToTell {
  /** the petition something happened to */
  petitionId: number
  /** the person's own petition: the same, or the one that was merged into it */
  ownPetitionId: number
  petitionerId: number
}

/**
 * Everybody behind some petitions who can be told anything: the petitioner and those whose petition was merged into it.
 * Unnamed people, erased ones and those who left no way to reach them are not among them.
 */
export async function listPeopleToTell(
  db: Db,
  authorityId: number,
  petitionIds: readonly number[],
): Promise<PersonToTell[]> {
  if (petitionIds.length === 0) return []
  const { rows } = await sql<PersonToTell>`
    with behind as (
      select id as petition_id, id as own_petition_id, petitioner_id from petition
      where authority_id = ${authorityId} and id = any (${[...petitionIds]}::bigint[])
      union
      select petition_id, coalesce(from_petition_id, petition_id), petitioner_id from petition_copetitioner
      where authority_id = ${authorityId} and petition_id = any (${[...petitionIds]}::bigint[])
    )
    select behind.* from behind
    join petitioner p on p.authority_id = ${authorityId} and p.id = behind.petitioner_id
    where p.erased_at is null and p.kind <> 'unnamed'
      and (coalesce(p.email, '') <> '' or coalesce(p.phone, '') <> '' or p.address <> '')
    order by behind.own_petition_id, behind.petitioner_id
  `.execute(db)
  return rows
}

/** What a notice may say of petitions: their codes, whether they are confidential, the submission they belong to. */
export async function listPetitionsForNotice(db: Db, authorityId: number, ids: readonly number[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('petition')
    .select(['id', 'code', 'confidential', 'submissionId', 'petitionerId', 'state'])
    .where('authorityId', '=', authorityId)
    .where('id', 'in', [...ids])
    .execute()
}

/** Petitions of a dialogue that wait for their answer and may be answered at it. */
export async function listPetitionsForConference(db: Db, authorityId: number, dialogueId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('petition')
    .select('id')
    .where('authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .where('state', 'in', ['received', 'classified', 'assigned', 'answerPrepared'])
    .where((or) => or.or([or('disposition', 'is', null), or('disposition', '=', 'answeredAtConference')]))
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

/** The language in which somebody sent a submission through the Portal; Vietnamese for every other way in. */
export async function findConsentLang(db: Db, authorityId: number, submissionId: number): Promise<'vi' | 'en'> {
  const row = await db
    .selectFrom('dataConsent')
    .select('lang')
    .where('authorityId', '=', authorityId)
    .where('subjectKind', '=', 'submission')
    .where('subjectId', '=', submissionId)
    .executeTakeFirst()
  return row?.lang === 'en' ? 'en' : 'vi'
}

/** Petitions answered between two days whose petitioner has not said since that the matter is solved. */
export async function listToAskSatisfaction(
  db: Db,
  authorityId: number,
  answered: { from: Day; to: Day },
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select p.id from petition p
    where p.authority_id = ${authorityId} and p.state = 'answered'
      and p.answered_on between ${answered.from}::date and ${answered.to}::date
      and p.petitioner_agrees is distinct from true
      and not exists (select from petition_opinion o where o.authority_id = p.authority_id and o.petition_id = p.id
        and (o.solved = 'yes' or o.on_day > ${answered.to}::date))
    order by p.id
  `.execute(db)
  return rows.map((row) => row.id)
}
