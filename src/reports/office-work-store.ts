import { sql } from 'kysely'
import { visiblePetitions } from '../petitions/visible-petitions-store.ts'
import { type Day, shiftDay, yearOf } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { othersWords } from './paper-work-store.ts'
import type { WorkItem, WorkKind } from './work-item.ts'
import type { WorkReader } from './work-reader.ts'

/** From this many days before a year begins its plan is asked for: the plan stands at the start of the year. */
const PLAN_AHEAD = 31

interface OfficeWork {
  work: WorkKind
  subjectKind: string
  id: number
  label: string
  dialogueId: number | null
  dialogueTitle: string | null
  dueOn: Day | null
  agencyName: string | null
}

/**
 * What waits for this reader besides petitions and papers: conclusions, proposals, requests, topics, minutes to sign,
 * plans (also the one that is still to be made), dialogues without a day or whose day has come, tasks without a day (the others stand among the deadlines) and accounts asked by those who supervise. One query.
 */
export async function listOfficeWork(db: Db, reader: WorkReader, today: Day): Promise<WorkItem[]> {
  const { may, authorityId, agencyId, accountId } = reader
  const known = reader.petitions
    ? sql`exists ${visiblePetitions(db, reader.petitions).where(sql<boolean>`petition.id = s.petition_id`).select('petition.id')}`
    : sql`false`
  const live = sql`d.state not in ('closed', 'cancelled')`
  // the regulation of the day it was proposed names who appraises, or nobody: then the head decides at once
  const asksAppraisal = sql`coalesce((select v.data->'topicAppraisal'->>'lead' is not null
        or jsonb_array_length(coalesce(v.data->'topicAppraisal'->'members', '[]')) > 0
      from authority_regulation r join regulation_version v on v.id = r.regulation_version_id
      where r.authority_id = p.authority_id and r.from_day <= p.proposed_on
        and (r.to_day is null or r.to_day >= p.proposed_on)
      order by r.from_day desc, r.id desc limit 1), false)`
  const { rows } = await sql<OfficeWork>`
    select w.*, a.short_name as agency_name from (
      select 'approveConclusion' as work, 'dialogue' as subject_kind, d.id, d.title as label, d.id as dialogue_id,
        d.title as dialogue_title, null::date as due_on, null::bigint as by_agency
      from conclusion_notice c join dialogue d on d.authority_id = c.authority_id and d.id = c.dialogue_id
      where c.authority_id = ${authorityId} and c.state = 'draft' and ${may.approveConclusion} and ${live}
        and exists (select from conclusion_item i where i.authority_id = c.authority_id and i.notice_id = c.id)
        and exists (select from paper p where p.authority_id = c.authority_id
          and p.id = coalesce(c.correcting_paper_id, c.paper_id) and ${othersWords(accountId)})
      union all
      select case when i.proposed_settlement is null then 'proposeSettlement' else 'confirmProposal' end, 'conclusionItem',
        i.id, i.content, d.id, d.title, null, i.lead_agency_id
      from conclusion_item i join dialogue d on d.authority_id = i.authority_id and d.id = i.dialogue_id
      where i.authority_id = ${authorityId} and i.open_proposal and i.confirmed_on is null and i.withdrawn_reason is null
        and ${live} and case when i.proposed_settlement is null then ${may.proposeSettlement} and i.lead_agency_id = ${agencyId}
          else ${may.approveConclusion} end
      union all
      select 'decideRequest', 'dialogueRequest', r.id, r.requester_name, null, null, null, null
      from dialogue_request r where r.authority_id = ${authorityId} and r.state = 'received' and ${may.decideRequest}
      union all
      select case when t.undecided = 'appraisal' then 'appraiseTopic' else 'decideTopic' end, 'topicProposal', t.id, t.topic,
        null, null, null, t.proposer_agency_id
      from (select p.*, case when p.state = 'proposed' and ${asksAppraisal} then 'appraisal' else 'decision' end as undecided
        from topic_proposal p where p.authority_id = ${authorityId} and p.state in ('proposed', 'appraised')) t
      where (t.undecided = 'appraisal' and ${may.appraiseTopic} and not exists (select from topic_appraisal x
            where x.authority_id = t.authority_id and x.proposal_id = t.id and x.agency_id = ${agencyId}))
          or (t.undecided = 'decision' and ${may.decideTopic})
      union all
      select 'decideTimePlace', 'dialogue', d.id, d.title, d.id, d.title, null, null
      from dialogue d where d.authority_id = ${authorityId} and d.state = 'preparing' and d.time_place_decided_on is null
        and ${may.decideTimePlace}
      union all
      select 'recordHeld', 'dialogue', d.id, d.title, d.id, d.title, coalesce(d.held_on, d.collection_closes_on), null
      from dialogue d where d.authority_id = ${authorityId} and d.state = 'preparing'
        and coalesce(d.held_on, d.collection_closes_on) <= ${today} and ${may.recordHeld}
      union all
      select 'writeMinutes', 'dialogue', d.id, d.title, d.id, d.title, null, null
      from dialogue d where d.authority_id = ${authorityId} and d.state in ('held', 'concluded') and d.form <> 'indirect'
        and d.kind <> 'withinRegularMeeting' and ${may.writeMinutes}
        and not exists (select from minutes m where m.authority_id = d.authority_id and m.dialogue_id = d.id)
      union all
      select 'signMinutes', 'dialogue', d.id, d.title, d.id, d.title, null, null
      from minutes m join dialogue d on d.authority_id = m.authority_id and d.id = m.dialogue_id
      where m.authority_id = ${authorityId} and m.state <> 'locked' and m.proceedings <> '' and ${live} and d.state <> 'preparing'
        and ((m.locked_by_secretary is null and ${may.signMinutesAsSecretary})
          or (m.locked_by_secretary is not null and m.locked_by_chair is null and not m.chair_signed_on_paper
            and ${may.signMinutesAsChair}))
      union all
      select 'makePlan', 'year', y.year, y.year::text, null, null, null, null
      from authority u, generate_series(${yearOf(today)}::int, ${yearOf(shiftDay(today, PLAN_AHEAD))}::int) as y(year)
      where u.id = ${authorityId} and ${may.draftPlan}
        and u.from_day <= make_date(y.year, 12, 31) and (u.to_day is null or u.to_day >= make_date(y.year, 1, 1))
        and not exists (select from plan l where l.authority_id = u.id and l.year = y.year)
      union all
      select case l.state when 'draft' then 'approvePlan' else 'issuePlan' end, 'plan', l.id, l.title, null, null, null, null
      from plan l where l.authority_id = ${authorityId}
        and ((l.state = 'draft' and ${may.approvePlan} and exists (select from paper p
            where p.authority_id = l.authority_id and p.id = l.paper_id and ${othersWords(accountId)}))
          or (l.state = 'approved' and ${may.issuePlan}))
      union all
      select 'dialogueTask', 'dialogue', d.id, k.content, d.id, d.title, k.due_on, k.agency_id
      from dialogue_task k join dialogue d on d.authority_id = k.authority_id and d.id = k.dialogue_id
      where k.authority_id = ${authorityId} and k.done_on is null and k.due_on is null and k.agency_id = ${agencyId} and ${live}
      union all
      select 'planTask', 'plan', l.id, k.content, null, null, k.due_on, k.agency_id
      from plan_task k join plan l on l.authority_id = k.authority_id and l.id = k.plan_id
      where k.authority_id = ${authorityId} and k.done_on is null and k.due_on is null and k.agency_id = ${agencyId}
        and l.state in ('issued', 'published') and ${may.reportTask}
      union all
      select 'accountAsked', 'supervisionAct', s.id, s.content, s.dialogue_id, null, s.answer_due_on, s.by_agency_id
      from supervision_act s where s.authority_id = ${authorityId} and s.kind = 'accountRequest' and s.answered_on is null
        and s.to_agency_id = ${agencyId} and ${may.answerSupervision} and (s.petition_id is null or ${known})
    ) w
    left join agency a on a.authority_id = ${authorityId} and a.id = w.by_agency
    order by w.due_on nulls last, w.id
    limit 120
  `.execute(db)
  return rows.map(toItem)
}

function toItem(row: OfficeWork): WorkItem {
  return {
    kind: row.work,
    subjectKind: row.subjectKind,
    subjectId: row.id,
    count: 1,
    dialogueId: row.dialogueId,
    dialogueTitle: row.dialogueTitle,
    label: row.label,
    agencyName: row.agencyName,
    dueOn: row.dueOn,
    deadlineId: null,
    provisional: false,
    key: null,
    waitsFor: 'me',
  }
}
