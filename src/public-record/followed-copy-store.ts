import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'

/** What of a published copy is told when it changes: facts alone, none of its words. */
export interface FollowedCopy {
  publicationId: number
  kind: 'petition' | 'conclusionItem' | 'dialogue'
  /** of a petition its code, of an item its place in the notice, else '' */
  label: string
  /** of the dialogue it belongs to, or is */
  dialogueTitle: string
  dialogueId: number | null
  /** the beginning of what is published, for the page alone */
  content: string
  facts: CopyFacts
}

export interface CopyFacts {
  state: string
  agency: string | null
  dueOn: Day | null
  longerWhy: string | null
  answeredOn: Day | null
  settledOn: Day | null
  /** whether the answer can be read */
  answer: boolean
  heldOn: Day | null
  startsAt: string | null
  venue: string
  resultsOn: Day | null
}

/** The published copies as they stand now, by the id of the publication; one that was taken back is not among them. */
export async function readFollowedCopies(
  db: Db,
  authorityId: number,
  publicationIds: readonly number[],
): Promise<Map<number, FollowedCopy>> {
  if (publicationIds.length === 0) return new Map()
  const ids = sql`any(${[...publicationIds]}::bigint[])`
  const { rows } = await sql<Omit<FollowedCopy, 'facts'> & CopyFacts>`
    select e.id as publication_id, e.kind, coalesce(e.code, e.position::text) as label,
      coalesce(d.title, '') as dialogue_title, e.dialogue_id, e.content, e.state, e.agency, e.due_on, e.longer_why,
      e.answered_on, e.settled_on, e.answer is not null as answer, null::date as held_on, null as starts_at,
      '' as venue, null::date as results_on
    from public_entry e
    left join public_dialogue d on d.authority_id = e.authority_id and d.dialogue_id = e.dialogue_id
    where e.authority_id = ${authorityId} and e.id = ${ids}
    union all
    select id, 'dialogue', '', title, dialogue_id, title, state, null, null, null, null, null, false, held_on,
      starts_at, venue, results_on
    from public_dialogue where authority_id = ${authorityId} and id = ${ids}
  `.execute(db)
  return new Map(rows.map((row) => [row.publicationId, copyOf(row)]))
}

function copyOf(row: Omit<FollowedCopy, 'facts'> & CopyFacts): FollowedCopy {
  const { publicationId, kind, label, dialogueTitle, dialogueId, content, ...facts } = row
  return { publicationId, kind, label, dialogueTitle, dialogueId, content, facts }
}

/** The publication of what a page of the portal shows: an entry by its own id, a dialogue by the office's; null: not public. */
export async function findFollowable(
  db: Db,
  authorityId: number,
  what: { entryId: number } | { dialogueId: number },
): Promise<FollowedCopy | null> {
  let id = 'entryId' in what ? what.entryId : null
  if ('dialogueId' in what) {
    const row = await db
      .selectFrom('publicDialogue')
      .select('id')
      .where('authorityId', '=', authorityId)
      .where('dialogueId', '=', what.dialogueId)
      .executeTakeFirst()
    id = row?.id ?? null
  }
  if (id === null) return null
  const copy = (await readFollowedCopies(db, authorityId, [id])).get(id) ?? null
  return copy && (copy.kind === 'dialogue') === 'dialogueId' in what ? copy : null
}
