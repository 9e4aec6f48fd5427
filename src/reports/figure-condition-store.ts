import { type RawBuilder, sql } from 'kysely'
import { type FigureKey, type FigureSource, isSessionFigure, sessionsOfFigure } from './figures.ts'
import type { CountedPeriod } from './report-count-store.ts'

/**
 * The records a figure may count, `f`, each with the day it counts on; what is after the last day of the period does not
 * exist yet. Days, not states, decide, so that a past period counts the same today.
 */
export function recordsOf(
  source: FigureSource,
  authorityId: number,
  { from, to, asOf, dialogueId }: CountedPeriod,
): RawBuilder<unknown> {
  const judgedOn = asOf !== undefined && asOf < to ? asOf : to
  const of = (column: string) => (dialogueId === undefined ? sql`` : sql`and ${sql.ref(column)} = ${dialogueId}`)
  switch (source) {
    case 'dialogue':
      return sql`select d.id, d.title as name, coalesce(d.held_on, d.collection_closes_on) as day,
          d.kind, d.form, d.chair_model, d.session_kind, d.planned_dialogue_id,
          coalesce(d.attendance_people, 0) as people, coalesce(d.attendance_women, 0) as women,
          coalesce(d.attendance_delegates, 0) as delegates,
          exists (select from presiding_official o where o.authority_id = d.authority_id and o.dialogue_id = d.id
            and o.capacity = 'deputy') as by_deputy,
          exists (select from presiding_official o where o.authority_id = d.authority_id and o.dialogue_id = d.id
            and o.capacity = 'coChair') as co_chaired
        from dialogue d
        where d.authority_id = ${authorityId} and d.state in ('held', 'concluded', 'closed')
          and coalesce(d.held_on, d.collection_closes_on) between ${from} and ${to} ${of('d.id')}`
    case 'petition':
      return sql`select x.*, x.received_on >= ${from} as is_new,
          x.closed_on is null or x.closed_on >= ${from} as was_open, 
          x.closed_on is null or x.closed_on > ${to} as stays,
          exists (select from deadline l where l.authority_id = ${authorityId} and l.subject_kind = 'petition'
            and l.subject_id = x.id and l.state <> 'void' and l.instrument_id <> 'promise' and l.due_on < ${judgedOn}
            and (l.met_on is null or l.met_on > ${to})) as overdue
        from (
          select p.id, p.code || ': ' || p.content as name, p.received_on as day, p.received_on,
            p.answered_on, p.answered_how, p.settled_on, p.off_topic, p.continued, p.repeat_number, p.kind,
            t.transferred_on, e.escalated_on,
            p.kind not in ('complaint', 'denunciation') as counted,
            least(p.answered_on, p.settled_on, t.transferred_on) as closed_on
          from petition p
          left join (select petition_id, min(transferred_on) as transferred_on from petition_transfer
            where authority_id = ${authorityId} group by 1) t on t.petition_id = p.id and p.state = 'transferred'
          left join (select petition_id, min(sent_on) as escalated_on from petition_escalation
            where authority_id = ${authorityId} group by 1) e on e.petition_id = p.id
          where p.authority_id = ${authorityId} and p.received_on <= ${to} and p.state not in ('merged', 'withdrawn')
            ${of('p.dialogue_id')}
        ) x`
    case 'request':
      return sql`select r.id, r.requester_name || ': ' || r.content as name, r.received_on as day,
          r.state, r.decided_on
        from dialogue_request r where r.authority_id = ${authorityId} and r.received_on between ${from} and ${to}
          ${of('r.dialogue_id')}`
    case 'deadline':
      // late from the day after: what was due on the last day of the period before, and missed, is late in this one
      return sql`select l.id, l.label || coalesce(': ' || d.title, '') as name, l.due_on as day, l.key,
          l.met_on <= l.due_on and l.due_on >= ${from} as on_time,
          (l.met_on is null or l.met_on > l.due_on) and l.due_on < ${judgedOn} as late
        from deadline l left join dialogue d on d.authority_id = l.authority_id and d.id = l.dialogue_id
        where l.authority_id = ${authorityId} and l.subject_kind in ('dialogue', 'petition', 'conclusionItem')
          and l.state <> 'void' and l.instrument_id <> 'promise'
          and l.due_on between ${from}::date - 1 and ${to} ${of('l.dialogue_id')}`
  }
}

const NOTICES = "f.key in ('invitation', 'publicNotice', 'mediaNotice', 'loudspeaker')"
const IN_HAND = 'f.counted and (f.is_new or f.was_open)'
const CLOSED = `${IN_HAND} and not f.stays`
const ANSWERED = `${CLOSED} and f.answered_on = f.closed_on`
const CO_CHAIRED = "(f.co_chaired or f.chair_model in ('coPresiding', 'threeChairs'))"

/** Which records a figure counts; `f` is a record of its source. Constants of the program, never data. */
const CONDITIONS: Record<FigureKey, string> = {
  held: "f.kind <> 'withinRegularMeeting'",
  periodic: "f.kind = 'periodic'",
  thematic: "f.kind = 'thematic'",
  adHoc: "f.kind = 'adHoc'",
  onRequest: "f.kind = 'onRequest'",
  withinRegularMeeting: "f.kind = 'withinRegularMeeting'",
  inPerson: "f.kind <> 'withinRegularMeeting' and f.form = 'inPerson'",
  online: "f.kind <> 'withinRegularMeeting' and f.form = 'online'",
  indirect: "f.kind <> 'withinRegularMeeting' and f.form = 'indirect'",
  partyChair: `f.kind <> 'withinRegularMeeting' and f.chair_model = 'partySecretary' and not ${CO_CHAIRED}`,
  governmentChair: `f.kind <> 'withinRegularMeeting' and f.chair_model = 'peoplesCommitteeChair' and not ${CO_CHAIRED}`,
  coChaired: `f.kind <> 'withinRegularMeeting' and ${CO_CHAIRED}`,
  otherChair: `f.kind <> 'withinRegularMeeting' and not ${CO_CHAIRED}
    and f.chair_model not in ('partySecretary', 'peoplesCommitteeChair')`,
  byDeputy: "f.kind <> 'withinRegularMeeting' and f.by_deputy",
  outsidePlan: "f.kind <> 'withinRegularMeeting' and f.planned_dialogue_id is null",
  people: 'f.people > 0',
  women: 'f.women > 0',
  delegates: 'f.delegates > 0',
  attendance: 'f.people + f.delegates > 0',
  carriedOver: 'f.counted and not f.is_new and f.was_open',
  received: 'f.counted and f.is_new',
  inHand: IN_HAND,
  resolved: `${CLOSED} and (f.answered_on = f.closed_on or f.settled_on = f.closed_on)`,
  answeredAtConference: `${ANSWERED} and f.answered_how = 'atConference'`,
  answeredBefore: `${ANSWERED} and f.answered_how = 'beforeConference'`,
  answeredInWriting: `${ANSWERED} and f.answered_how = 'inWriting'`,
  settled: `f.counted and f.settled_on between :from and :to`,
  transferred: `${CLOSED} and not (f.answered_on is not distinct from f.closed_on or f.settled_on is not distinct from f.closed_on)`,
  escalated: 'f.counted and f.escalated_on between :from and :to',
  remaining: `${IN_HAND} and f.stays`,
  remainingInTime: `${IN_HAND} and f.stays and not f.overdue`,
  remainingOverdue: `${IN_HAND} and f.stays and f.overdue`,
  offTopic: 'f.counted and f.is_new and f.off_topic',
  continued: 'f.counted and f.is_new and f.continued',
  repeated: 'f.counted and f.is_new and f.repeat_number > 1',
  complaints: "f.is_new and f.kind = 'complaint'",
  denunciations: "f.is_new and f.kind = 'denunciation'",
  requests: 'true',
  requestsAccepted: "f.state = 'accepted' and f.decided_on <= :to",
  requestsDeclined: "f.state = 'declined' and f.decided_on <= :to",
  noticesOnTime: `${NOTICES} and f.on_time`,
  noticesLate: `${NOTICES} and f.late`,
  conclusionsOnTime: "f.key = 'conclusionNotice' and f.on_time",
  conclusionsLate: "f.key = 'conclusionNotice' and f.late",
  repliesOnTime: "f.key = 'replyLetter' and f.on_time",
  repliesLate: "f.key = 'replyLetter' and f.late",
}

/** What a record adds to a figure: itself, or the people it counts. */
const AMOUNTS: Partial<Record<FigureKey, string>> = {
  people: 'f.people',
  women: 'f.women',
  delegates: 'f.delegates',
  attendance: 'f.people + f.delegates',
}

/** Whether the record `f` is counted by the figure. */
export function conditionOf(key: string, { from, to }: CountedPeriod): RawBuilder<boolean> {
  if (isSessionFigure(key))
    return sql<boolean>`(f.kind = 'withinRegularMeeting' and f.session_kind = any(${sessionsOfFigure(key)}::text[]))`
  const parts = CONDITIONS[key as FigureKey].split(/(:from|:to)/)
  const pieces = parts.map((part) =>
    part === ':from' ? sql`${from}::date` : part === ':to' ? sql`${to}::date` : sql.raw(part),
  )
  return sql<boolean>`(${sql.join(pieces, sql.raw(''))})`
}

export function amountOf(key: string): RawBuilder<number> {
  return sql.raw(AMOUNTS[key as FigureKey] ?? '1')
}
