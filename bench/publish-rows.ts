import type pg from 'pg'

/**
 * Publishes every second petition that was given to an agency: the decision and its copy, as the change writes them.
 * Only for the authorities that are read.
 */
export async function publishSome(client: pg.ClientBase, authorityIds: readonly number[]): Promise<void> {
  await client.query(
    `insert into publication (authority_id, subject_kind, subject_id, dialogue_id, source_hash, decided_at)
     select authority_id, 'petition', id, dialogue_id, md5(id::text), now() from petition
     where authority_id = any($1) and id % 2 = 0 and not confidential and state in ('assigned', 'answered')
       and kind not in ('complaint', 'denunciation')`,
    [authorityIds],
  )
  await client.query(
    `insert into public_entry (authority_id, id, kind, subject_id, dialogue_id, code, content, answer, area, agency, state,
       received_on, due_on, answered_on, settled_on, published_on, updated_at)
     select p.authority_id, b.id, 'petition', p.id, p.dialogue_id, p.code, p.content,
       (select a.text from petition_answer a where a.authority_id = p.authority_id and a.petition_id = p.id order by a.id desc limit 1),
       p.subject_area, g.name, public_state_of_petition(p), p.received_on, public_due_of_petition(p.authority_id, p.id),
       p.answered_on, p.settled_on, coalesce(p.answered_on, p.received_on), now()
     from publication b
     join petition p on p.authority_id = b.authority_id and p.id = b.subject_id
     left join agency g on g.authority_id = p.authority_id and g.id = p.lead_agency_id
     where b.authority_id = any($1) and b.subject_kind = 'petition'`,
    [authorityIds],
  )
}
