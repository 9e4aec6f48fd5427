import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'

/** Code and state of every petition of a dialogue that counts (complaints handed out included), in their order. */
export async function listPetitionStates(db: Db, authorityId: number, dialogueId: number) {
  return db
    .selectFrom('petition')
    .select(['id', 'code', 'state'])
    .where('authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .orderBy('id')
    .execute()
}

/** What was done and recorded without a paper of its own in the dossier: by the kind of paper that would show it. */
export interface RecordedFact {
  kind: string
  count: number
}

/**
 * What the program knows of a dialogue that an entry of the checklist asks for, where no issued paper is bound to it: a
 * transfer without slip, an escalation, an urging … Of such an entry nobody can say that there is nothing.
 */
export async function listRecordedFacts(db: Db, authorityId: number, dialogueId: number): Promise<RecordedFact[]> {
  const unissued = (paperId: ReturnType<typeof sql>) => sql`not exists (select from paper x
    where x.authority_id = ${authorityId} and x.id = ${paperId} and x.state = 'issued')`
  const { rows } = await sql<RecordedFact>`
    with p as (select * from petition where authority_id = ${authorityId} and dialogue_id = ${dialogueId}),
    s as (select a.kind, a.paper_id from supervision_act a where a.authority_id = ${authorityId} and a.withdrawn_on is null
      and (a.dialogue_id = ${dialogueId} or a.petition_id in (select id from p)))
    select kind, count(*)::int as count from (
      select 'transferSlip' as kind from petition_transfer t join p on p.id = t.petition_id
      where t.authority_id = ${authorityId} and ${unissued(sql`t.slip_paper_id`)}
      union all
      select 'escalation' from petition_escalation e join p on p.id = e.petition_id
      where e.authority_id = ${authorityId} and ${unissued(sql`e.paper_id`)}
      union all
      select case w.kind when 'verification' then 'verificationReport' else 'replyLetter' end
      from petition_answer w join p on p.id = w.petition_id
      where w.authority_id = ${authorityId} and w.kind in ('reply', 'verification') and w.state = 'approved'
        and ${unissued(sql`w.paper_id`)}
      union all
      select 'settlementReport' from p where p.settled_on is not null
      union all
      select 'continuedPetitionSummary' from petition c join p on p.id = c.repeat_of_id
      where c.authority_id = ${authorityId} and c.continued
      union all
      select case s.kind when 'urging' then 'urgingLetter' else 'supervisionResult' end from s
      where s.kind in ('urging', 'result') and ${unissued(sql`s.paper_id`)}
      union all
      select 'deputyAuthorization' from deputy_authorization u
      where u.authority_id = ${authorityId} and u.dialogue_id = ${dialogueId} and u.recorded_in = 'paper'
        and ${unissued(sql`u.paper_id`)}
      union all
      select 'speechRegistration' from speech_registration r
      where r.authority_id = ${authorityId} and r.dialogue_id = ${dialogueId} and r.registered = 'before'
      union all
      select 'topicProposal' from topic_proposal o where o.authority_id = ${authorityId} and o.dialogue_id = ${dialogueId}
    ) f group by kind order by kind
  `.execute(db)
  return rows
}
