import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import type { CountedPeriod } from './report-count-store.ts'

/** An instrument as a report cites it. */
export interface CitedInstrument {
  number: string
  datedOn: Day | null
  issuer: string
  title: string
}

/** What a narrative report tells beside its figures: the plan, what it is based on, how it was made known. */
export interface ReportContext {
  plan: { number: string | null; datedOn: Day | null; title: string } | null
  instruments: CitedInstrument[]
  disseminations: { channel: string; doneOn: Day }[]
  /** further papers issued under the plan: rules, hours for receiving citizens, inspections */
  issued: CitedInstrument[]
}

/** The year's plan in force (else the one being prepared) with its bases and its publication. */
export async function readReportContext(db: Db, authorityId: number, year: number): Promise<ReportContext> {
  const { rows } = await sql<{ id: number; number: string | null; datedOn: Day | null; title: string }>`
    select p.id, x.number, x.dated_on, p.title from plan p
    left join paper x on x.authority_id = p.authority_id and x.id = p.paper_id
    where p.authority_id = ${authorityId} and p.year = ${year} and p.state <> 'replaced'
    order by p.state in ('issued', 'published') desc, p.id desc limit 1
  `.execute(db)
  const plan = rows[0] ?? null
  if (!plan) return { plan: null, instruments: [], disseminations: [], issued: [] }
  const [instruments, disseminations, issued] = await Promise.all([
    db
      .selectFrom('planBasis')
      .innerJoin('legalBasis', (join) =>
        join
          .onRef('legalBasis.authorityId', '=', 'planBasis.authorityId')
          .onRef('legalBasis.id', '=', 'planBasis.legalBasisId'),
      )
      .select(['legalBasis.number', 'legalBasis.datedOn', 'legalBasis.issuer', 'legalBasis.title'])
      .where('planBasis.authorityId', '=', authorityId)
      .where('planBasis.planId', '=', plan.id)
      .orderBy('planBasis.position')
      .execute(),
    db
      .selectFrom('planDissemination')
      .select(['channel', 'doneOn'])
      .where('authorityId', '=', authorityId)
      .where('planId', '=', plan.id)
      .orderBy('doneOn')
      .execute(),
    listIssuedUnder(db, authorityId, plan.id),
  ])
  return { plan, instruments, disseminations, issued }
}

async function listIssuedUnder(db: Db, authorityId: number, planId: number): Promise<CitedInstrument[]> {
  const { rows } = await sql<CitedInstrument>`
    select coalesce(x.number, '') as number, x.dated_on, coalesce(a.name, '') as issuer, x.title from paper x
    left join agency a on a.authority_id = x.authority_id and a.id = x.issuer_agency_id
    where x.authority_id = ${authorityId} and x.subject_kind = 'plan' and x.subject_id = ${planId}
      and x.state = 'issued' and x.kind <> 'annualPlan' order by x.dated_on, x.id
  `.execute(db)
  return rows
}

/** One dialogue as a list form tells it. */
export interface DialogueOfReport {
  id: number
  title: string
  day: Day
  venue: string
  kind: string
  form: string
  topic: string
  chairs: string[]
  attendance: number
  petitions: number
  noticeNumber: string | null
  noticeDatedOn: Day | null
  items: { position: number; content: string; disposition: string; doneOn: Day | null }[]
  byDeputy: boolean
  outsidePlan: boolean
}

/** Dialogues held in the period, sessions within regular meetings apart, the earliest first. */
export async function listDialoguesOfReport(
  db: Db,
  authorityId: number,
  { from, to }: CountedPeriod,
): Promise<DialogueOfReport[]> {
  const { rows } = await sql<DialogueOfReport>`
    select d.id, d.title, coalesce(d.held_on, d.collection_closes_on) as day, d.venue, d.kind, d.form, d.topic,
      coalesce(d.attendance_people, 0) + coalesce(d.attendance_delegates, 0) as attendance,
      d.planned_dialogue_id is null as outside_plan,
      (select coalesce(json_agg(o.title order by o.id), '[]') from (select o.id, post.title from presiding_official o
        join post on post.authority_id = o.authority_id and post.id = o.post_id
        where o.authority_id = d.authority_id and o.dialogue_id = d.id) o) as chairs,
      exists (select from presiding_official o where o.authority_id = d.authority_id and o.dialogue_id = d.id
        and o.capacity = 'deputy') as by_deputy,
      (select count(*)::int from petition p where p.authority_id = d.authority_id and p.dialogue_id = d.id
        and p.kind not in ('complaint', 'denunciation') and p.state not in ('merged', 'withdrawn')) as petitions,
      x.number as notice_number, x.dated_on as notice_dated_on,
      (select coalesce(json_agg(json_build_object('position', i.position, 'content', i.content,
          'disposition', i.disposition, 'doneOn', i.done_on) order by i.position), '[]')
        from conclusion_item i where i.authority_id = d.authority_id and i.notice_id = n.id
          and i.withdrawn_reason is null and n.state = 'issued') as items
    from dialogue d
    left join conclusion_notice n on n.authority_id = d.authority_id and n.dialogue_id = d.id
    left join paper x on x.authority_id = n.authority_id and x.id = n.paper_id and x.state = 'issued'
    where d.authority_id = ${authorityId} and d.kind <> 'withinRegularMeeting'
      and d.state in ('held', 'concluded', 'closed')
      and coalesce(d.held_on, d.collection_closes_on) between ${from} and ${to}
    order by day, d.id
  `.execute(db)
  return rows
}

/** A dialogue held, for a list of results. */
export interface EventHeld {
  id: number
  title: string
  day: Day
  attendance: number
  petitions: number
  /** of its report as a paper; null while none is issued with a number */
  paperNumber: string | null
}

/** Dialogues held in the period, sessions within regular meetings apart, the latest first. */
export async function listEventsHeld(db: Db, authorityId: number, { from, to }: CountedPeriod): Promise<EventHeld[]> {
  const { rows } = await sql<EventHeld>`
    select d.id, d.title, coalesce(d.held_on, d.collection_closes_on) as day,
      coalesce(d.attendance_people, 0) + coalesce(d.attendance_delegates, 0) as attendance,
      (select count(*)::int from petition p where p.authority_id = d.authority_id and p.dialogue_id = d.id
        and p.kind not in ('complaint', 'denunciation') and p.state not in ('merged', 'withdrawn')) as petitions,
      (select x.number from paper x where x.authority_id = d.authority_id and x.dialogue_id = d.id
        and x.kind = 'conferenceReport' and x.state = 'issued' order by x.id desc limit 1) as paper_number
    from dialogue d
    where d.authority_id = ${authorityId} and d.kind <> 'withinRegularMeeting'
      and d.state in ('held', 'concluded', 'closed')
      and coalesce(d.held_on, d.collection_closes_on) between ${from} and ${to}
    order by day desc, d.id desc
  `.execute(db)
  return rows
}
