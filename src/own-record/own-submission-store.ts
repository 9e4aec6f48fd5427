import { sql } from 'kysely'
import { findHold } from '../petitions/intake-hold-store.ts'
import { findReceipt } from '../petitions/submission-receipt-store.ts'
import { getSubmission } from '../petitions/submission-store.ts'
import { findTrackedSubmission, type TrackingOpens } from '../petitions/tracking-link-store.ts'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'

/** What the holder of a receipt may know of what they sent; read by the hash of its secret and in no other way. */
export interface OwnSubmission {
  submissionId: number
  opens: TrackingOpens
  receivedOn: Day
  /** null: not sent through the Portal, so there is no receipt to check */
  receivedAt: Date | null
  fingerprint: string | null
  text: string
  confidential: boolean
  hold: OwnHold | null
}

/** What happens before it is taken in, or instead. */
export interface OwnHold {
  state: 'held' | 'taken' | 'joined' | 'refused'
  why: string[]
  reasonKey: string | null
  note: string
  appeal: string | null
  appealedAt: Date | null
  appealDecidedAt: Date | null
  appealNote: string | null
}

/** Null for an unknown or revoked secret; asks the same of the database either way. */
export async function findOwnSubmission(db: Db, authorityId: number, tokenHash: string): Promise<OwnSubmission | null> {
  const tracked = await findTrackedSubmission(db, authorityId, tokenHash)
  const submissionId = tracked?.submissionId ?? 0
  const [receipt, hold] = await Promise.all([
    findReceipt(db, authorityId, submissionId),
    findHold(db, authorityId, submissionId),
  ])
  if (!tracked) return null
  const { receivedOn, text, confidential } = await getSubmission(db, authorityId, submissionId)
  return {
    ...{ submissionId, opens: tracked.opens, receivedOn, text, confidential },
    receivedAt: receipt?.receivedAt ?? null,
    fingerprint: receipt?.fingerprint ?? null,
    hold: hold && ({ ...hold } as OwnHold),
  }
}

/** One petition as its petitioner sees it. */
export interface OwnPetition {
  id: number
  code: string
  content: string
  kind: string
  state: string
  receivedOn: Day
  dialogueId: number | null
  dialogueTitle: string | null
  heldOn: Day | null
  dialogueState: string | null
  leadAgency: string | null
  answeredOn: Day | null
  answeredHow: string | null
  settledOn: Day | null
  settlement: string | null
  promisedOn: Day | null
  procedure: string | null
  procedureBody: string | null
  /** code of the petition it was joined with, and whether this row is that one, joined by another's text */
  mergedInto: string | null
  joined: boolean
  /** code of the earlier petition that this one carries on */
  continues: string | null
  /** code of the petition by which it was carried on */
  continuedBy: string | null
}

/**
 * The petitions a secret leads to, in the order in which they were raised: its submission's, those that carry them on,
 * and the one into which the same text of many was joined (without its words: they are somebody else's).
 */
export async function listOwnPetitions(db: Db, authorityId: number, tokenHash: string): Promise<OwnPetition[]> {
  const { rows } = await sql<OwnPetition>`
    with recursive tracked as (
      select l.submission_id from tracking_link l
      where l.authority_id = ${authorityId} and l.token_hash = ${tokenHash} and l.revoked_at is null
      union
      select later.submission_id from tracked t
      join petition p on p.authority_id = ${authorityId} and p.submission_id = t.submission_id
      join petition later on later.authority_id = p.authority_id and later.repeat_of_id = p.id and later.continued
        and later.petitioner_id = p.petitioner_id
    ), own as (
      select p.id, false as joined from tracked t
      join petition p on p.authority_id = ${authorityId} and p.submission_id = t.submission_id
      union
      select h.joined_petition_id, true from tracked t
      join intake_hold h on h.authority_id = ${authorityId} and h.submission_id = t.submission_id
      where h.joined_petition_id is not null
    )
    select p.id, p.code, case when o.joined then '' else p.content end as content, p.kind, p.state, p.received_on,
      p.dialogue_id, d.title as dialogue_title, d.held_on, d.state as dialogue_state, a.name as lead_agency, p.answered_on,
      p.answered_how, p.settled_on, p.settlement, p.promised_on, p.procedure, p.procedure_body,
      m.code as merged_into, o.joined, e.code as continues,
      (select x.code from petition x where x.authority_id = p.authority_id and x.repeat_of_id = p.id and x.continued
        and x.petitioner_id = p.petitioner_id limit 1) as continued_by
    from own o
    join petition p on p.authority_id = ${authorityId} and p.id = o.id
    left join dialogue d on d.authority_id = p.authority_id and d.id = p.dialogue_id
    left join agency a on a.authority_id = p.authority_id and a.id = p.lead_agency_id
    left join petition m on m.authority_id = p.authority_id and m.id = p.merged_into_id
    left join petition e on e.authority_id = p.authority_id and e.id = p.repeat_of_id and p.continued
    order by p.id`.execute(db)
  return rows
}
