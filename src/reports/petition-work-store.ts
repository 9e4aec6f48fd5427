import { sql } from 'kysely'
import { visiblePetitions } from '../petitions/visible-petitions-store.ts'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import type { WorkItem, WorkKind } from './work-item.ts'
import type { WorkReader } from './work-reader.ts'

interface PetitionWork {
  work: WorkKind
  dialogueId: number | null
  dialogueTitle: string | null
  dueOn: Day | null
  count: number
  firstId: number
  firstCode: string
}

/** The newest answer of a kind, as a lateral row. */
const newest = (kind: 'prepared' | 'reply', alias: string) => sql`left join lateral (select a.state, a.drafted_by
  from petition_answer a where a.authority_id = petition.authority_id and a.petition_id = petition.id
  and a.kind = '${sql.raw(kind)}' order by a.id desc limit 1) ${sql.raw(alias)} on true`

/** The one next step of a petition that is this reader's, or null; the first that fits. */
function nextStep({ may, agencyId, accountId }: WorkReader) {
  const lead = sql`petition.lead_agency_id = ${agencyId}`
  const own = sql`petition.kind in ('complaint', 'denunciation')`
  const notMine = (alias: string) => sql`${sql.raw(alias)}.drafted_by is distinct from ${accountId}`
  const preparing = sql`(d.state = 'preparing' or petition.dialogue_id is null)`
  return sql`case
    when (prepared.state = 'returned' and prepared.drafted_by = ${accountId}) or (reply.state = 'returned' and reply.drafted_by = ${accountId})
      then 'returnedAnswer'
    when petition.state = 'received' and ${may.classify} then case
      when not exists (select from submission s where s.authority_id = petition.authority_id
        and s.id = petition.submission_id and s.channel = 'portal') then 'classify'
      when petition.continued then 'contested' else 'fromPortal' end
    when petition.state = 'classified' and ${own} and ${may.handOver} then 'handOver'
    when petition.state = 'classified' and not ${own} and ${may.assign} then 'assign'
    when reply.state = 'submitted' and ${may.approveAnswer} and ${lead} and ${notMine('reply')} then 'approveReply'
    when reply.state = 'approved' and petition.state <> 'answered' and ${may.dispatch} and ${lead} then 'sendReply'
    when prepared.state = 'submitted' and ${may.approveAnswer} and ${lead} and ${notMine('prepared')} then 'approveAnswer'
    when petition.state = 'assigned' and ${preparing} and coalesce(prepared.state, 'draft') in ('draft', 'returned')
      and ${may.answer} and ${lead} then 'prepareAnswer'
    when petition.state = 'assigned' and ${may.contribute} and exists (select from petition_support s
      where s.authority_id = petition.authority_id and s.petition_id = petition.id and s.agency_id = ${agencyId}
      and s.contributed_on is null) then 'contribute'
    end`
}

/**
 * The petitions that wait for this reader, without a legal date of their own: one line for each step and dialogue.
 * What must be ready for a conference is due on its day.
 */
export async function listPetitionWork(db: Db, reader: WorkReader): Promise<WorkItem[]> {
  if (!reader.petitions) return []
  const known = visiblePetitions(db, reader.petitions)
    .where('petition.state', 'in', ['received', 'classified', 'assigned', 'answerPrepared'])
    .selectAll('petition')
  const { rows } = await sql<PetitionWork>`
    select work, w.dialogue_id, w.title as dialogue_title, w.held_on as due_on, count(*)::int as count,
      min(w.id) as first_id, min(w.code) as first_code
    from (
      select petition.id, petition.code, petition.dialogue_id, d.title,
        case when d.state = 'preparing' then coalesce(d.held_on, d.collection_closes_on) end as held_on,
        ${nextStep(reader)} as work
      from (${known}) petition
      left join dialogue d on d.authority_id = petition.authority_id and d.id = petition.dialogue_id
      ${newest('prepared', 'prepared')} ${newest('reply', 'reply')}
    ) w
    where work is not null
    group by work, w.dialogue_id, w.title, w.held_on
    order by w.held_on nulls last, work
  `.execute(db)
  return rows.map(toItem)
}

function toItem(row: PetitionWork): WorkItem {
  return {
    kind: row.work,
    subjectKind: 'petition',
    subjectId: row.firstId,
    count: row.count,
    dialogueId: row.dialogueId,
    dialogueTitle: row.dialogueTitle,
    label: row.firstCode,
    agencyName: null,
    dueOn: row.dueOn,
    deadlineId: null,
    provisional: false,
    key: null,
    waitsFor: 'me',
  }
}
