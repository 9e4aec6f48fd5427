import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'

/** The days on which what a dialogue owes was done, as far as it is recorded; null while it is not. */
export interface DialogueEvents {
  planIssued: Day | null
  requestReceived: Day | null
  noticeIssued: Day | null
  invitationSent: Day | null
  publicNoticeIssued: Day | null
  mediaNoticeIssued: Day | null
  loudspeakerBroadcast: Day | null
  internalReviewHeld: Day | null
  noticeSentToAll: Day | null
  resultPublished: Day | null
}

/** What makes the result public: in the media, posted, and with every village head (Law 72/2025/QH15 art. 43). */
export const RESULT_PARTS = ['media', 'posting', 'villageHead'] as const
export type ResultPart = (typeof RESULT_PARTS)[number]

/**
 * The first day of each part that is done: as logged among the notices; for the village heads also when the conclusion
 * notice was sent to every village, or the paper that makes the result public to them, as their sending logs say.
 */
function resultParts(authorityId: number, dialogueId: number) {
  return sql`
    select kind, min(done_on) as done_on from (
      select case when n.channel in ('media', 'portal', 'loudspeaker') then 'media' else n.channel end as kind, n.done_on
      from public_notice n where n.authority_id = ${authorityId} and n.dialogue_id = ${dialogueId} and n.purpose = 'result'
      union all
      select 'villageHead', max(r.sent_on) from conclusion_notice c
      join paper p on p.authority_id = c.authority_id and p.id = c.paper_id and p.state = 'issued'
      join paper_recipient r on r.authority_id = p.authority_id and r.paper_id = p.id and r.purpose = 'village'
      where c.authority_id = ${authorityId} and c.dialogue_id = ${dialogueId}
      having bool_and(r.sent_on is not null)
      union all
      select 'villageHead', r.sent_on from paper p
      join paper_recipient r on r.authority_id = p.authority_id and r.paper_id = p.id and r.purpose = 'village'
      where p.authority_id = ${authorityId} and p.dialogue_id = ${dialogueId} and p.kind = 'resultPublication'
        and p.state = 'issued' and r.sent_on is not null
    ) made where kind in ('media', 'posting', 'villageHead') group by kind`
}

/** How far the publication of the result is, part by part; a part not done yet is absent. */
export async function readResultParts(
  db: Db,
  authorityId: number,
  dialogueId: number,
): Promise<Partial<Record<ResultPart, Day>>> {
  const { rows } = await sql<{ kind: ResultPart; doneOn: Day }>`${resultParts(authorityId, dialogueId)}`.execute(db)
  return Object.fromEntries(rows.map((row) => [row.kind, row.doneOn]))
}

/**
 * One query over everything from which a dialogue's clocks start or stop. Invitations count when the last invitee has
 * been sent one; the conclusion notice when issued and sent to every addressee that 004 V.3.a names (the last sending counts; village heads belong to the law);
 * the result when each of `RESULT_PARTS` is done.
 */
export async function readDialogueEvents(db: Db, authorityId: number, dialogueId: number): Promise<DialogueEvents> {
  const { rows } = await sql<DialogueEvents>`
    select
      (select p.dated_on from plan l join paper p on p.authority_id = l.authority_id and p.id = l.paper_id
        where l.authority_id = d.authority_id and l.id = d.plan_id and p.state = 'issued') as plan_issued,
      (select r.received_on from dialogue_request r where r.authority_id = d.authority_id and r.id = d.request_id) as request_received,
      notice.dated_on as notice_issued,
      (select case when bool_and(i.sent_on is not null) then max(i.sent_on) end from invitee i
        where i.authority_id = d.authority_id and i.dialogue_id = d.id and i.withdrawn_reason is null) as invitation_sent,
      (select min(n.done_on) from public_notice n
        where n.authority_id = d.authority_id and n.dialogue_id = d.id and n.purpose = 'announcement') as public_notice_issued,
      (select min(n.done_on) from public_notice n
        where n.authority_id = d.authority_id and n.dialogue_id = d.id and n.purpose = 'announcement'
          and n.channel in ('media', 'portal', 'loudspeaker')) as media_notice_issued,
      (select min(n.done_on) from public_notice n
        where n.authority_id = d.authority_id and n.dialogue_id = d.id and n.purpose = 'announcement'
          and n.channel = 'loudspeaker') as loudspeaker_broadcast,
      (select v.held_on from internal_review v where v.authority_id = d.authority_id and v.dialogue_id = d.id) as internal_review_held,
      (select case when bool_and(r.sent_on is not null) then greatest(max(r.sent_on), notice.dated_on) end from paper_recipient r
        where r.authority_id = d.authority_id and r.paper_id = notice.id
          and r.purpose in ('competentAgency', 'petitioner', 'board', 'front', 'superior')) as notice_sent_to_all,
      (select case when count(*) = ${RESULT_PARTS.length} then max(done_on) end from (${resultParts(authorityId, dialogueId)}) part) as result_published
    from dialogue d
    left join lateral (
      select p.id, p.dated_on from conclusion_notice c join paper p on p.authority_id = c.authority_id and p.id = c.paper_id
      where c.authority_id = d.authority_id and c.dialogue_id = d.id and p.state = 'issued'
    ) notice on true
    where d.authority_id = ${authorityId} and d.id = ${dialogueId}
  `.execute(db)
  return rows[0]!
}

/**
 * When each agency was sent the conclusion notice and received it. Until a corrected version is sent and received, the
 * days of the one it replaces count: a correction stops no clock.
 */
export async function readNoticeReceipts(db: Db, authorityId: number, dialogueId: number) {
  const { rows } = await sql<{ agencyId: number; sentOn: Day | null; receivedOn: Day | null }>`
    with recursive version as (
      select p.authority_id, p.id, p.replaces_paper_id, 1 as age
      from conclusion_notice c
      join paper p on p.authority_id = c.authority_id and p.id = c.paper_id and p.state = 'issued'
      where c.authority_id = ${authorityId} and c.dialogue_id = ${dialogueId}
      union all
      select old.authority_id, old.id, old.replaces_paper_id, version.age + 1
      from version join paper old on old.authority_id = version.authority_id and old.id = version.replaces_paper_id
    )
    select agency_id, (array_agg(sent_on order by age) filter (where sent_on is not null))[1] as sent_on,
      (array_agg(received_on order by age) filter (where received_on is not null))[1] as received_on
    from (
      select version.age, r.agency_id, max(r.sent_on) as sent_on, max(r.received_on) as received_on
      from version join paper_recipient r on r.authority_id = version.authority_id and r.paper_id = version.id
      where r.agency_id is not null group by version.age, r.agency_id
    ) days
    group by agency_id
  `.execute(db)
  return rows
}

/**
 * What the clock of a petition needs of it. A reply counts when sent to the petitioner and to the locality, the later
 * one (003 4.3, 004 V.3.b); without a name it is sent to the locality alone.
 */
export interface PetitionClockFacts {
  id: number
  code: string
  state: string
  kind: string
  raised: string
  leadAgencyId: number | null
  complex: boolean
  disposition: string | null
  answeredHow: string | null
  answeredOn: Day | null
  promisedOn: Day | null
  receivedOn: Day
  replySent: Day | null
  /** the petitioner was told that it is taken up, transferred, or answered: the first of these days */
  acknowledged: Day | null
}

/** Petitions of a dialogue (or one petition) as their clocks need them. */
export async function readPetitionClockFacts(
  db: Db,
  authorityId: number,
  of: { dialogueId: number } | { petitionId: number },
): Promise<PetitionClockFacts[]> {
  const which = 'petitionId' in of ? sql`p.id = ${of.petitionId}` : sql`p.dialogue_id = ${of.dialogueId}`
  const { rows } = await sql<PetitionClockFacts>`
    select p.id, p.code, p.state, p.kind, p.raised, p.lead_agency_id, p.complex, p.disposition, p.answered_how, p.answered_on,
      p.promised_on, p.received_on, letter.reply_sent,
      least(p.acknowledged_on, p.petitioner_told_on, letter.reply_sent) as acknowledged
    from petition p join petitioner who on who.authority_id = p.authority_id and who.id = p.petitioner_id
    left join lateral (
      select case when (bool_or(r.purpose = 'petitioner') or who.kind = 'unnamed') and bool_or(r.purpose = 'locality') and bool_and(r.sent_on is not null)
          then max(r.sent_on) end as reply_sent
        from paper x join paper_recipient r on r.authority_id = x.authority_id and r.paper_id = x.id
          and r.purpose in ('petitioner', 'locality')
        where x.authority_id = p.authority_id and x.subject_kind = 'petition' and x.subject_id = p.id
          and x.kind = 'replyLetter' and x.state = 'issued'
    ) letter on true
    where p.authority_id = ${authorityId} and ${which}
    order by p.id
  `.execute(db)
  return rows
}

/** The dialogue of a petition, or null for one that belongs to none. */
export async function findDialogueIdOfPetition(
  db: Db,
  authorityId: number,
  petitionId: number,
): Promise<number | null> {
  const row = await db
    .selectFrom('petition')
    .select('dialogueId')
    .where('authorityId', '=', authorityId)
    .where('id', '=', petitionId)
    .executeTakeFirst()
  return row?.dialogueId ?? null
}

/** Dialogues of an authority that still have an open deadline. */
export async function listDialoguesWithOpenDeadlines(db: Db, authorityId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('deadline')
    .select('dialogueId')
    .distinct()
    .where('authorityId', '=', authorityId)
    .where('state', '=', 'open')
    .where('dialogueId', 'is not', null)
    .execute()
  return rows.map((row) => row.dialogueId!)
}
