import { sql } from 'kysely'
import { sharingAgencyIds } from '../../agencies/agency.ts'
import { listAgencies } from '../../agencies/agency-store.ts'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connection.ts'
import type { PaperSubject } from '../paper-facts.ts'

/** A petition `p` that papers which many read do not name: confidential, accusing somebody, with a procedure of its own. */
export const WITHHELD = sql<boolean>`(p.confidential or p.accused_agency_id is not null
  or p.accused_account_id is not null or p.kind in ('complaint', 'denunciation'))`

/** A petition with all a paper may say of it. */
export interface PetitionFactRow {
  id: number
  code: string
  dialogueId: number | null
  content: string
  kind: string
  receivedOn: Day
  raised: string
  subjectArea: string | null
  sphere: string | null
  urgency: string | null
  offTopic: boolean
  sensitive: boolean
  complex: boolean
  disposition: string | null
  competence: string | null
  state: string
  leadAgencyId: number | null
  answeredOn: Day | null
  answeredHow: string | null
  promisedOn: Day | null
  promise: string | null
  proposedSettlement: string | null
  proposedDueOn: Day | null
  settledOn: Day | null
  settlement: string | null
  petitionerAgrees: boolean | null
  petitionerSaid: string | null
  resolvedBefore: boolean
  deferredReason: string | null
  repeatNumber: number
  continued: boolean
  conclusionItemId: number | null
  confidential: boolean
  petitionerId: number
  petitionerKind: string
  petitionerName: string
  representative: string
  headcount: number | null
  phone: string | null
  email: string | null
  address: string
  erasedAt: Date | null
  villageName: string | null
  channel: string
  forwardedByAgencyId: number | null
  consentToPublishName: boolean
  supportingAgencyIds: number[]
  preparedAnswer: string | null
  conferenceAnswer: string | null
  answeredByName: string | null
  reply: string | null
  verification: string | null
  replyNumber: string | null
  replyDatedOn: Day | null
  dueOn: Day | null
  itemPosition: number | null
  itemConclusion: string | null
  itemDueOn: Day | null
  transferredTo: number | null
  transferredOn: Day | null
  transferReason: string | null
  transferAnswer: string | null
  escalatedTo: number | null
  escalatedOn: Day | null
  escalation: string | null
  escalationAnswer: string | null
}

export interface PetitionsWanted {
  authorityId: number
  dialogueId?: number
  petitionId?: number
  /** given to one of these agencies */
  agencyIds?: readonly number[]
}

/**
 * Petitions as papers name them, in order of receipt. Of a dialogue only what may stand in a paper that many read: none
 * that is confidential, accuses somebody, has a procedure of its own (complaints, denunciations), was merged into another
 * or withdrawn. A petition asked for by its id is given as it is.
 */
export async function listPetitionFacts(db: Db, wanted: PetitionsWanted): Promise<PetitionFactRow[]> {
  const { authorityId, dialogueId = null, petitionId = null, agencyIds = null } = wanted
  const { rows } = await sql<PetitionFactRow>`
    select p.id, p.code, p.dialogue_id, p.content, p.kind, p.received_on, p.raised, p.subject_area, p.sphere, p.urgency,
      p.off_topic, p.sensitive, p.complex, p.disposition, p.competence, p.state, p.lead_agency_id, p.answered_on,
      p.answered_how, p.promised_on, p.promise, p.proposed_settlement, p.proposed_due_on, p.settled_on, p.settlement,
      p.petitioner_agrees, p.petitioner_said, p.resolved_before, p.deferred_reason, p.repeat_number, p.continued,
      p.conclusion_item_id, p.confidential, p.petitioner_id,
      r.kind as petitioner_kind, r.name as petitioner_name, r.representative, r.headcount, r.phone, r.email, r.address,
      r.erased_at, v.name as village_name,
      s.channel, s.forwarded_by_agency_id, s.consent_to_publish_name,
      array(select x.agency_id from petition_support x where x.authority_id = p.authority_id and x.petition_id = p.id
        order by x.agency_id) as supporting_agency_ids,
      prepared.text as prepared_answer, spoken.text as conference_answer, spoken.answered_by_name,
      replied.text as reply, verified.text as verification,
      letter.number as reply_number, letter.dated_on as reply_dated_on,
      (select min(d.due_on) from deadline d where d.authority_id = p.authority_id and d.subject_kind = 'petition'
        and d.subject_id = p.id and d.key = 'replyLetter' and d.state <> 'void') as due_on,
      item.position as item_position, item.conclusion as item_conclusion, item.due_on as item_due_on,
      t.to_agency_id as transferred_to, t.transferred_on, t.reason as transfer_reason, t.answer as transfer_answer,
      e.to_agency_id as escalated_to, e.sent_on as escalated_on, e.content as escalation, e.answer as escalation_answer
    from petition p
    join petitioner r on r.authority_id = p.authority_id and r.id = p.petitioner_id
    join submission s on s.authority_id = p.authority_id and s.id = p.submission_id
    left join agency v on v.authority_id = r.authority_id and v.id = r.village_agency_id
    left join conclusion_item item on item.authority_id = p.authority_id and item.id = p.conclusion_item_id
      and item.withdrawn_reason is null
    left join lateral (${answer('prepared')}) prepared on true
    left join lateral (${answer('atConference')}) spoken on true
    left join lateral (${answer('reply')}) replied on true
    left join lateral (${answer('verification')}) verified on true
    left join paper letter on letter.authority_id = p.authority_id and letter.id = replied.paper_id
    left join lateral (select * from petition_transfer x where x.authority_id = p.authority_id and x.petition_id = p.id
      order by x.id desc limit 1) t on true
    left join lateral (select * from petition_escalation x where x.authority_id = p.authority_id
      and x.petition_id = p.id order by x.id desc limit 1) e on true
    where p.authority_id = ${authorityId}
      and (${petitionId}::bigint is null or p.id = ${petitionId})
      and (${dialogueId}::bigint is null or p.dialogue_id = ${dialogueId})
      and (${agencyIds}::bigint[] is null or p.lead_agency_id = any(${agencyIds}) or exists (select from petition_support x
        where x.authority_id = p.authority_id and x.petition_id = p.id and x.agency_id = any(${agencyIds})))
      and (${petitionId}::bigint is not null or (not ${WITHHELD}
        and p.state not in ('merged', 'withdrawn', 'handedOver')))
    order by p.received_on, p.id
  `.execute(db)
  return rows
}

/**
 * The petitions whose words a text about a subject may hold, as they are now: what its draft is locked for when one of
 * them is withheld later. None for what is about no petitions (a plan, a report in figures).
 */
export async function listNamedPetitionIds(
  db: Db,
  of: { authorityId: number; about: PaperSubject; aboutId: number; agencyId: number | null },
): Promise<number[]> {
  const { authorityId, about, aboutId, agencyId } = of
  if (about === 'plan' || about === 'report') return []
  if (about === 'petition') return [aboutId]
  const dialogueId =
    about === 'dossier'
      ? sql`(select dialogue_id from dossier where authority_id = ${authorityId} and id = ${aboutId})`
      : about === 'supervisionAct'
        ? sql`(select coalesce(a.dialogue_id, x.dialogue_id) from supervision_act a left join petition x
            on x.authority_id = a.authority_id and x.id = a.petition_id
            where a.authority_id = ${authorityId} and a.id = ${aboutId})`
        : sql`${aboutId}::bigint`
  const ofAct =
    about === 'supervisionAct'
      ? sql`p.id = (select petition_id from supervision_act where authority_id = ${authorityId} and id = ${aboutId})`
      : sql`false`
  // an agency's own paper holds its share and the items of the conclusion
  const own = about === 'agencyShare' && agencyId !== null ? await sharing(db, authorityId, agencyId) : []
  const share =
    about === 'agencyShare'
      ? sql`(p.conclusion_item_id is not null or p.lead_agency_id = any(${own}::bigint[]) or exists (
          select from petition_support x
          where x.authority_id = p.authority_id and x.petition_id = p.id and x.agency_id = any(${own}::bigint[])))`
      : sql`true`
  const { rows } = await sql<{ id: number }>`
    select p.id from petition p where p.authority_id = ${authorityId} and not ${WITHHELD}
      and (${ofAct} or (p.dialogue_id = ${dialogueId} and ${share})) order by p.id
  `.execute(db)
  return rows.map((row) => row.id)
}

/** The agency that answers most of a dialogue's petitions; null while none is given to any. */
export async function findBusiestAgencyId(db: Db, authorityId: number, dialogueId: number): Promise<number | null> {
  const busiest = await db
    .selectFrom('petition')
    .select('leadAgencyId')
    .where('authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .where('leadAgencyId', 'is not', null)
    .groupBy('leadAgencyId')
    .orderBy((expression) => expression.fn.countAll(), 'desc')
    .orderBy('leadAgencyId')
    .limit(1)
    .executeTakeFirst()
  return busiest?.leadAgencyId ?? null
}

async function sharing(db: Db, authorityId: number, agencyId: number): Promise<number[]> {
  return sharingAgencyIds(await listAgencies(db, authorityId), agencyId)
}

/** Items of a conclusion behind which stand only petitions that may not be named any more. */
export async function listWithheldItemIds(
  db: Db,
  of: { authorityId: number; dialogueId: number },
): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ id: number }>`
    select p.conclusion_item_id as id from petition p
    where p.authority_id = ${of.authorityId} and p.dialogue_id = ${of.dialogueId} and p.conclusion_item_id is not null
    group by p.conclusion_item_id having bool_and(${WITHHELD})
  `.execute(db)
  return new Set(rows.map((row) => row.id))
}

/** The newest answer of a kind; words still being drafted or sent back do not stand in papers. */
function answer(kind: 'prepared' | 'atConference' | 'reply' | 'verification') {
  return sql`select a.text, a.answered_by_name, a.paper_id from petition_answer a
    where a.authority_id = p.authority_id and a.petition_id = p.id and a.kind = ${kind}
      and (a.state = 'approved' or a.kind in ('atConference', 'verification')) order by a.id desc limit 1`
}
