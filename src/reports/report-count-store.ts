import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'

/** The days whose figures count, both included. */
export interface CountedPeriod {
  from: Day
  to: Day
  /** the day of counting, while the period is still running: what is due after it is not late yet; absent: its last day */
  asOf?: Day
  /** only what belongs to this dialogue */
  dialogueId?: number
}

export interface DialogueCount {
  kind: string
  form: string
  chairModel: string
  /** of a session within a regular meeting, which meeting */
  sessionKind: string | null
  held: number
  people: number
  women: number
  delegates: number
  presidedByDeputy: number
  outsidePlan: number
}

/** Dialogues held in the period (an indirect one at the end of its collection), by kind, form, meeting and who chairs. */
export async function countDialoguesHeld(db: Db, authorityId: number, { from, to }: CountedPeriod) {
  const { rows } = await sql<DialogueCount>`
    select d.kind, d.form, d.chair_model, d.session_kind, count(*)::int as held,
      coalesce(sum(d.attendance_people), 0)::int as people, coalesce(sum(d.attendance_women), 0)::int as women,
      coalesce(sum(d.attendance_delegates), 0)::int as delegates,
      count(*) filter (where exists (select from presiding_official p where p.authority_id = d.authority_id
        and p.dialogue_id = d.id and p.capacity = 'deputy'))::int as presided_by_deputy,
      count(*) filter (where d.planned_dialogue_id is null)::int as outside_plan
    from dialogue d
    where d.authority_id = ${authorityId} and d.state in ('held', 'concluded', 'closed')
      and coalesce(d.held_on, d.collection_closes_on) between ${from} and ${to}
    group by d.kind, d.form, d.chair_model, d.session_kind
  `.execute(db)
  return rows
}

export interface PetitionCounts {
  received: number
  classified: number
  assigned: number
  answerPrepared: number
  answered: number
  transferred: number
  escalated: number
  total: number
  answeredAtConference: number
  answeredInWriting: number
  answeredBefore: number
  settled: number
  promised: number
  repeated: number
  continued: number
  complaints: number
  denunciations: number
  merged: number
  withdrawn: number
}

/** The columns of `PetitionCounts`, as SQL names them. */
const PETITION_COUNTS = [
  ...['received', 'classified', 'assigned', 'answer_prepared', 'answered', 'transferred', 'escalated', 'total'],
  ...['answered_at_conference', 'answered_in_writing', 'answered_before', 'settled', 'promised', 'repeated'],
  ...['continued', 'complaints', 'denunciations', 'merged', 'withdrawn'],
]

/**
 * Petitions received in the period by where they stand today. Complaints and denunciations, merged and withdrawn ones
 * are told apart and not in the total. The figures are the authority's: they name nobody and are the same for every
 * reader of reports.
 */
export async function countPetitionsReceived(db: Db, authorityId: number, { from, to }: CountedPeriod) {
  // counted by group first: twenty conditions on each of some ten thousand rows cost more than reading them
  const { rows } = await sql<PetitionCounts>`
    with p as (
      select state, kind, answered_how, count(*) as n, count(settled_on) as settled, count(promised_on) as promised,
        count(*) filter (where repeat_number > 1) as repeated, count(*) filter (where continued) as continued,
        kind not in ('complaint', 'denunciation') and state not in ('merged', 'withdrawn') as counted
      from petition where authority_id = ${authorityId} and received_on between ${from} and ${to}
      group by state, kind, answered_how
    ), s as (
      select
        sum(n) filter (where counted and state = 'received') as received,
        sum(n) filter (where counted and state = 'classified') as classified,
        sum(n) filter (where counted and state = 'assigned') as assigned,
        sum(n) filter (where counted and state = 'answerPrepared') as answer_prepared,
        sum(n) filter (where counted and state = 'answered') as answered,
        sum(n) filter (where counted and state = 'transferred') as transferred,
        sum(n) filter (where counted and state = 'escalated') as escalated,
        sum(n) filter (where counted) as total,
        sum(n) filter (where counted and answered_how = 'atConference') as answered_at_conference,
        sum(n) filter (where counted and answered_how = 'inWriting') as answered_in_writing,
        sum(n) filter (where counted and answered_how = 'beforeConference') as answered_before,
        sum(p.settled) filter (where counted) as settled,
        sum(p.promised) filter (where counted) as promised,
        sum(p.repeated) filter (where counted) as repeated,
        sum(p.continued) filter (where counted) as continued,
        sum(n) filter (where kind = 'complaint') as complaints,
        sum(n) filter (where kind = 'denunciation') as denunciations,
        sum(n) filter (where state = 'merged') as merged,
        sum(n) filter (where state = 'withdrawn') as withdrawn
      from p
    )
    select ${sql.raw(PETITION_COUNTS.map((name) => `coalesce(${name}, 0)::int as ${name}`).join(', '))} from s
  `.execute(db)
  return rows[0]!
}

export interface TimelinessCounts {
  fellDue: number
  onTime: number
  late: number
  open: number
  extended: number
  requests: number
  lateEntries: number
}

/**
 * Deadlines that fell due in the period: done in time, done late, still open; the extended ones are listed apart
 * (counting 7). Requests for a dialogue, and papers entered long after or before their date.
 */
export async function countTimeliness(db: Db, authorityId: number, { from, to }: CountedPeriod) {
  const { rows } = await sql<TimelinessCounts>`
    select
      (select count(*)::int from dialogue_request r
        where r.authority_id = ${authorityId} and r.received_on between ${from} and ${to}) as requests,
      (select count(*)::int from paper x where x.authority_id = ${authorityId} and x.state = 'issued' and x.late_entry
        and x.dated_on between ${from} and ${to}) as late_entries,
      count(*)::int as fell_due,
      count(*) filter (where state = 'met' and met_on <= due_on)::int as on_time,
      count(*) filter (where state = 'met' and met_on > due_on)::int as late,
      count(*) filter (where state = 'open')::int as open,
      count(*) filter (where extended)::int as extended
    from deadline
    where authority_id = ${authorityId} and state <> 'void' and due_on between ${from} and ${to}
      and subject_kind in ('dialogue', 'petition') and instrument_id <> 'promise'
  `.execute(db)
  return rows[0]!
}
