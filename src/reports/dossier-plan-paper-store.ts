import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'

/**
 * The paper of the yearly plan in the dossiers of these dialogues: of the plan a dialogue was opened from, else of the
 * plan in force in its year. A closed dossier keeps the one it was closed with.
 */
export async function listDossierPlanPapers(
  db: Db,
  authorityId: number,
  dialogueIds: readonly number[],
): Promise<{ dialogueId: number; paperId: number }[]> {
  if (dialogueIds.length === 0) return []
  const { rows } = await sql<{ dialogueId: number; paperId: number }>`
    select d.id as dialogue_id, p.id as paper_id
    from dialogue d
    join dossier s on s.authority_id = d.authority_id and s.dialogue_id = d.id and s.state = 'open'
    join plan l on l.authority_id = d.authority_id and l.id = coalesce(d.plan_id, (
      select max(y.id) from plan y where y.authority_id = d.authority_id and y.state in ('issued', 'published')
        and y.year = extract(year from coalesce(d.held_on, d.collection_closes_on))))
    join paper p on p.authority_id = l.authority_id and p.id = l.paper_id and p.state = 'issued'
    where d.authority_id = ${authorityId} and d.id = any(${[...dialogueIds]})
    union
    select s.dialogue_id, p.id
    from dossier s
    join dossier_item i on i.authority_id = s.authority_id and i.dossier_id = s.id and i.withdrawn_at is null
    join paper p on p.authority_id = i.authority_id and p.id = i.paper_id and p.subject_kind = 'plan'
    where s.authority_id = ${authorityId} and s.state = 'closed' and s.dialogue_id = any(${[...dialogueIds]})
  `.execute(db)
  return rows
}
