import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'

/**
 * What of a dialogue's petitions may enter its conclusion notice, which every addressee reads: not those that are
 * confidential or accuse somebody, not complaints and denunciations (their own procedure), not merged or withdrawn ones.
 */
function concludable(db: Db, authorityId: number, dialogueId: number) {
  return db
    .selectFrom('petition')
    .where('petition.authorityId', '=', authorityId)
    .where('petition.dialogueId', '=', dialogueId)
    .where('petition.confidential', '=', false)
    .where('petition.accusedAgencyId', 'is', null)
    .where('petition.accusedAccountId', 'is', null)
    .where('petition.kind', 'not in', ['complaint', 'denunciation'])
    .where('petition.state', 'not in', ['merged', 'withdrawn', 'handedOver'])
}

/**
 * Petitions without an item in the conclusion yet, in order of receipt, with the newest approved words of answer and, for
 * what was passed on, to whom and when.
 */
export async function listPetitionsToConclude(db: Db, authorityId: number, dialogueId: number) {
  return concludable(db, authorityId, dialogueId)
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('petitionTransfer')
          .innerJoin('agency', (join) =>
            join
              .onRef('agency.authorityId', '=', 'petitionTransfer.authorityId')
              .onRef('agency.id', '=', 'petitionTransfer.toAgencyId'),
          )
          .select(['petitionTransfer.toAgencyId', 'petitionTransfer.transferredOn', 'agency.name'])
          .whereRef('petitionTransfer.authorityId', '=', 'petition.authorityId')
          .whereRef('petitionTransfer.petitionId', '=', 'petition.id')
          .orderBy('petitionTransfer.id', 'desc')
          .limit(1)
          .as('transfer'),
      (join) => join.onTrue(),
    )
    .selectAll('petition')
    .select(['transfer.toAgencyId as transferredTo', 'transfer.name as transferredToName', 'transfer.transferredOn'])
    .select((one) => [
      one
        .selectFrom('petitionAnswer')
        .select('petitionAnswer.text')
        .whereRef('petitionAnswer.authorityId', '=', 'petition.authorityId')
        .whereRef('petitionAnswer.petitionId', '=', 'petition.id')
        .where((or) =>
          or.or([or('petitionAnswer.kind', '=', 'atConference'), or('petitionAnswer.state', '=', 'approved')]),
        )
        .orderBy(sql`petition_answer.kind = 'atConference'`, 'desc')
        .orderBy('petitionAnswer.id', 'desc')
        .limit(1)
        .as('answerText'),
      one
        .selectFrom('petitionSupport')
        .select(sql<number[]>`coalesce(array_agg(agency_id order by agency_id), '{}')`.as('ids'))
        .whereRef('petitionSupport.authorityId', '=', 'petition.authorityId')
        .whereRef('petitionSupport.petitionId', '=', 'petition.id')
        .as('supportingAgencyIds'),
    ])
    .where('petition.conclusionItemId', 'is', null)
    .orderBy('petition.id')
    .execute()
}

/** Petitions behind each item of a conclusion, by code. */
export async function listPetitionsOfItems(db: Db, authorityId: number, dialogueId: number) {
  return concludable(db, authorityId, dialogueId)
    .select(['petition.id', 'petition.code', 'petition.state', 'petition.conclusionItemId'])
    .where('petition.conclusionItemId', 'is not', null)
    .orderBy('petition.id')
    .execute()
}

/** Which petition of a dialogue is concluded by which item, whatever became of the petition since. */
export async function listConcludedPetitions(db: Db, authorityId: number, dialogueId: number) {
  const rows = await db
    .selectFrom('petition')
    .select(['id as petitionId', 'conclusionItemId as itemId'])
    .where('authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .where('conclusionItemId', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.map(({ petitionId, itemId }) => ({ petitionId, itemId: itemId! }))
}

/** How the petitions that an item concludes and that are still owed here stand with their settlement. */
export async function listSettlementsOfItem(db: Db, authorityId: number, itemId: number) {
  return db
    .selectFrom('petition')
    .select(['id', 'code', 'settledOn', 'settlement'])
    .where('authorityId', '=', authorityId)
    .where('conclusionItemId', '=', itemId)
    .where('state', 'not in', ['transferred', 'escalated', 'handedOver', 'merged', 'withdrawn'])
    .orderBy('id')
    .execute()
}

/** Everybody who put a petition (merged ones too) and can be written to: addressees of the conclusion notice. */
export async function listPetitionersToTell(db: Db, authorityId: number, dialogueId: number) {
  const own = concludable(db, authorityId, dialogueId).select('petition.petitionerId')
  const others = concludable(db, authorityId, dialogueId)
    .innerJoin('petitionCopetitioner', (join) =>
      join
        .onRef('petitionCopetitioner.authorityId', '=', 'petition.authorityId')
        .onRef('petitionCopetitioner.petitionId', '=', 'petition.id'),
    )
    .select('petitionCopetitioner.petitionerId')
  return db
    .selectFrom('petitioner')
    .select(['petitioner.id', 'petitioner.name', 'petitioner.representative'])
    .where('petitioner.authorityId', '=', authorityId)
    .where('petitioner.kind', '<>', 'unnamed')
    .where('petitioner.erasedAt', 'is', null)
    .where('petitioner.name', '<>', '')
    .where((or) => or.or([or('petitioner.id', 'in', own), or('petitioner.id', 'in', others)]))
    .orderBy('petitioner.id')
    .execute()
}

/** How far the petitions of a dialogue are, for its readiness. Merged and withdrawn ones are no longer work. */
export async function countPetitionsOfDialogue(db: Db, authorityId: number, dialogueId: number) {
  // a complaint or denunciation is given to nobody for an answer: it is handed over to its own procedure
  return db
    .selectFrom('petition')
    .select([
      sql<number>`count(*)`.as('total'),
      sql<number>`count(*) filter (where state = 'received')`.as('unclassified'),
      sql<number>`count(*) filter (where state in ('received', 'classified') and lead_agency_id is null
        and kind not in ('complaint', 'denunciation'))`.as('unassigned'),
      sql<number>`count(*) filter (where state = 'assigned' and raised = 'before')`.as('unprepared'),
      sql<number>`count(*) filter (where state in ('received', 'classified', 'assigned', 'answerPrepared'))`.as(
        'unanswered',
      ),
      sql<number>`count(*) filter (where state = 'answered')`.as('answered'),
      sql<number>`count(*) filter (where state in ('transferred', 'escalated', 'handedOver'))`.as('passedOn'),
    ])
    .where('authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .where('state', 'not in', ['merged', 'withdrawn'])
    .executeTakeFirstOrThrow()
}
