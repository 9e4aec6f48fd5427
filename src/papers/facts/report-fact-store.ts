import { sql } from 'kysely'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connection.ts'

/** The days a report tells of, both included. */
export interface FactPeriod {
  from: Day
  to: Day
}

export interface DialogueOfPeriod {
  title: string
  kind: string
  form: string
  chairModel: string
  sessionKind: string | null
  topic: string
  venue: string
  day: Day
  people: number
  delegates: number
  women: number
  byDeputy: boolean
  petitions: number
  settled: number
  conclusionNumber: string | null
  conclusionOn: Day | null
}

/** Dialogues held in a period (an indirect one at the end of its collection), in the order of their days. */
export async function listDialoguesOfPeriod(db: Db, authorityId: number, { from, to }: FactPeriod) {
  const { rows } = await sql<DialogueOfPeriod>`
    select d.title, d.kind, d.form, d.chair_model, d.session_kind, d.topic, d.venue,
      coalesce(d.held_on, d.collection_closes_on) as day, coalesce(d.attendance_people, 0) as people,
      coalesce(d.attendance_delegates, 0) as delegates, coalesce(d.attendance_women, 0) as women,
      exists (select from presiding_official o where o.authority_id = d.authority_id and o.dialogue_id = d.id
        and o.capacity = 'deputy') as by_deputy,
      (select count(*)::int from petition p where p.authority_id = d.authority_id and p.dialogue_id = d.id
        and p.kind not in ('complaint', 'denunciation') and p.state not in ('merged', 'withdrawn')) as petitions,
      (select count(*)::int from petition p where p.authority_id = d.authority_id and p.dialogue_id = d.id
        and p.kind not in ('complaint', 'denunciation') and p.state not in ('merged', 'withdrawn')
        and (p.answered_on is not null or p.settled_on is not null)) as settled,
      x.number as conclusion_number, n.issued_on as conclusion_on
    from dialogue d
    left join conclusion_notice n on n.authority_id = d.authority_id and n.dialogue_id = d.id and n.issued_on is not null
    left join paper x on x.authority_id = n.authority_id and x.id = n.paper_id
    where d.authority_id = ${authorityId} and d.state in ('held', 'concluded', 'closed')
      and coalesce(d.held_on, d.collection_closes_on) between ${from} and ${to}
    order by 8, d.id
  `.execute(db)
  return rows
}

export interface PetitionsOfPeriod {
  carriedOver: number
  received: number
  answeredAtConference: number
  resolved: number
  transferred: number
  escalated: number
  remaining: number
  overdue: number
  continued: number
  offTopic: number
  requests: number
}

/** Petitions carried over, received and what became of them up to the last day of a period (forms 8). */
export async function countPetitionsOfPeriod(db: Db, authorityId: number, { from, to }: FactPeriod) {
  const { rows } = await sql<PetitionsOfPeriod>`
    with p as (
      select *, coalesce(least(answered_on, settled_on), answered_on, settled_on) as ended_on,
        (select min(t.transferred_on) from petition_transfer t where t.authority_id = petition.authority_id
          and t.petition_id = petition.id) as gone_on,
        (select min(e.sent_on) from petition_escalation e where e.authority_id = petition.authority_id
          and e.petition_id = petition.id) as up_on
      from petition where authority_id = ${authorityId} and received_on <= ${to}
        and kind not in ('complaint', 'denunciation') and state not in ('merged', 'withdrawn')
    ), q as (select *, least(coalesce(ended_on, 'infinity'), coalesce(gone_on, 'infinity'),
      coalesce(up_on, 'infinity')) as out_on from p)
    select
      count(*) filter (where received_on < ${from} and out_on >= ${from})::int as carried_over,
      count(*) filter (where received_on >= ${from})::int as received,
      count(*) filter (where received_on >= ${from} and answered_how = 'atConference')::int as answered_at_conference,
      count(*) filter (where ended_on between ${from} and ${to})::int as resolved,
      count(*) filter (where gone_on between ${from} and ${to} and ended_on is distinct from out_on)::int as transferred,
      count(*) filter (where up_on between ${from} and ${to} and ended_on is distinct from out_on)::int as escalated,
      count(*) filter (where out_on > ${to})::int as remaining,
      count(*) filter (where out_on > ${to} and exists (select from deadline d where d.authority_id = q.authority_id
        and d.subject_kind = 'petition' and d.subject_id = q.id and d.state = 'open' and d.due_on <= ${to}))::int
        as overdue,
      count(*) filter (where received_on >= ${from} and continued)::int as continued,
      count(*) filter (where received_on >= ${from} and off_topic)::int as off_topic,
      (select count(*)::int from dialogue_request r where r.authority_id = ${authorityId}
        and r.received_on between ${from} and ${to}) as requests
    from q
  `.execute(db)
  return rows[0]!
}
