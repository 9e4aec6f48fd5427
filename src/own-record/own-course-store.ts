import { sql } from 'kysely'
import { listAdditions, listOpinions } from '../petitions/followed-petition-store.ts'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { readTogether } from '../platform/read-together.ts'

/** A step that is told to the petitioner; everything else of the history is the office's own. */
export interface OwnStep {
  at: Date
  action: string
  agency: string | null
}

/** Acts of the log that concern the petitioner. */
const TOLD = [
  'petition/receive',
  'petition/acknowledge',
  'petition/assign',
  'petition/transfer',
  'petition/escalate',
  'petition/hand-over',
  'petition/merge',
  'petition/extend-reply',
  'petition/extend-reply-on-paper',
  'petition/mark-complex',
  'petition/mark-complex-on-paper',
  'petition/defer',
  'petition/resolve-before',
  'petition/answer-at-conference',
  'petition/answered-in-writing',
  'petition/settle',
  'petition/withdraw',
  'petition/withdraw-own',
  'petition/add-information',
]

export interface OwnAnswer {
  id: number
  kind: string
  text: string
  agency: string | null
  number: string | null
  datedOn: Day | null
  paperId: number | null
}

export interface OwnDeadline {
  key: string
  label: string
  dueOn: Day
  state: string
  metOn: Day | null
  explanation: string
  provisional: boolean
}

export interface OwnFile {
  id: number
  name: string
  mediaType: string
  size: number
  sha256: string
  fromPetitioner: boolean
}

/** How one petition went, as its petitioner may know it. The caller has checked that the petition is the holder's. */
export function readOwnCourse(db: Db, authorityId: number, petitionId: number) {
  const own = [db, authorityId, petitionId] as const
  return readTogether({
    steps: listSteps(...own),
    answers: listAnswers(...own),
    deadlines: listDeadlines(...own),
    files: listOwnFiles(...own),
    additions: listAdditions(...own),
    opinions: listOpinions(...own),
  })
}

export type OwnCourse = Awaited<ReturnType<typeof readOwnCourse>>

async function listSteps(db: Db, authorityId: number, petitionId: number): Promise<OwnStep[]> {
  const { rows } = await sql<OwnStep>`
    select at, action, agency from (
      select distinct on (l.at, l.action) l.seq, l.at, l.action, a.name as agency
      from change_log l
      left join agency a on a.authority_id = l.authority_id
        and a.id = coalesce(l.after->>'leadAgencyId', l.after->>'toAgencyId')::bigint
      where l.authority_id = ${authorityId} and l.subject_kind = 'petition' and l.subject_id = ${petitionId}
        and l.action = any(${TOLD}::text[])
      order by l.at, l.action, a.name nulls last
    ) told order by seq`.execute(db)
  return rows
}

/** What was answered and has left the house: never a draft. */
async function listAnswers(db: Db, authorityId: number, petitionId: number): Promise<OwnAnswer[]> {
  const { rows } = await sql<OwnAnswer>`
    select x.id, x.kind, x.text, a.name as agency, p.number, p.dated_on, p.id as paper_id
    from petition_answer x
    join petition q on q.authority_id = x.authority_id and q.id = x.petition_id
    left join agency a on a.authority_id = x.authority_id and a.id = x.agency_id
    left join paper p on p.authority_id = x.authority_id and p.id = x.paper_id
    where x.authority_id = ${authorityId} and x.petition_id = ${petitionId}
      and ((x.kind = 'reply' and p.state = 'issued')
        or (x.kind = 'atConference' and x.state = 'approved')
        or (x.kind = 'prepared' and x.state = 'approved' and q.answered_how = 'beforeConference'))
    order by x.id`.execute(db)
  return rows
}

async function listDeadlines(db: Db, authorityId: number, petitionId: number): Promise<OwnDeadline[]> {
  const { rows } = await sql<OwnDeadline>`
    select key, label, due_on, state, met_on, counting->>'explanation' as explanation, provisional
    from deadline where authority_id = ${authorityId} and subject_kind = 'petition' and subject_id = ${petitionId}
      and state <> 'void' order by due_on, id`.execute(db)
  return rows
}

async function listOwnFiles(db: Db, authorityId: number, petitionId: number): Promise<OwnFile[]> {
  const { rows } = await sql<OwnFile>`
    select f.id, f.name, s.media_type, s.size, f.sha256, f.subject_kind = 'petition' as from_petitioner
    from attachment f join stored_file s on s.sha256 = f.sha256
    where f.authority_id = ${authorityId} and f.withdrawn_at is null and f.erased_at is null
      and ((f.subject_kind = 'petition' and f.subject_id = ${petitionId} and f.label = 'fromPetitioner')
        or (f.subject_kind = 'paper' and f.subject_id in (select p.id from paper p where p.authority_id = f.authority_id
          and p.subject_kind = 'petition' and p.subject_id = ${petitionId} and p.kind = 'replyLetter'
          and p.state = 'issued' and p.erased_at is null)))
    order by f.id`.execute(db)
  return rows
}
