import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'

/** What of a published copy is told when it changes: facts alone, none of its words. */
export interface FollowedCopy {
  /** null: not one thing but whatever the authority publishes */
  publicationId: number | null
  kind: 'petition' | 'conclusionItem' | 'dialogue' | 'authority'
  /** of a petition its code, of an item its place in the notice, of an authority its name, else '' */
  label: string
  /** of the dialogue it belongs to, or is */
  dialogueTitle: string
  dialogueId: number | null
  /** the beginning of what is published, for the page alone */
  content: string
  /** null where it is the authority that is followed */
  facts: CopyFacts | null
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

/**
 * The published copies as they stand now, by the id of the publication; one that was taken back is not among them. Null
 * among the ids asks for the authority itself.
 */
export async function readFollowedCopies(
  db: Db,
  authorityId: number,
  publicationIds: readonly (number | null)[],
): Promise<Map<number | null, FollowedCopy>> {
  const single = publicationIds.filter((id) => id !== null)
  const copies = single.length === 0 ? [] : await readSingleCopies(db, authorityId, single)
  if (single.length < publicationIds.length) copies.push(await readWhole(db, authorityId))
  return new Map(copies.map((copy) => [copy.publicationId, copy]))
}

async function readWhole(db: Db, authorityId: number): Promise<FollowedCopy> {
  const { name } = await db
    .selectFrom('authority')
    .select('name')
    .where('id', '=', authorityId)
    .executeTakeFirstOrThrow()
  const nowhere = { publicationId: null, dialogueId: null, dialogueTitle: '', facts: null }
  return { ...nowhere, kind: 'authority', label: name, content: name }
}

async function readSingleCopies(db: Db, authorityId: number, publicationIds: readonly number[]) {
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
  return rows.map(copyOf)
}

function copyOf(row: Omit<FollowedCopy, 'facts'> & CopyFacts): FollowedCopy {
  const { publicationId, kind, label, dialogueTitle, dialogueId, content, ...facts } = row
  return { publicationId, kind, label, dialogueTitle, dialogueId, content, facts }
}

/**
 * What a page of the portal shows, to be followed: an entry by its own id, a dialogue by the office's, the front page
 * without any. Null: not public.
 */
export async function findFollowable(
  db: Db,
  authorityId: number,
  of: 'entry' | 'dialogue' | 'authority',
  shownId: number,
): Promise<FollowedCopy | null> {
  if (of === 'authority') return readWhole(db, authorityId)
  const id = of === 'entry' ? shownId : await findIdOfDialogue(db, authorityId, shownId)
  if (id === null) return null
  const copy = (await readFollowedCopies(db, authorityId, [id])).get(id) ?? null
  return copy && (copy.kind === 'dialogue') === (of === 'dialogue') ? copy : null
}

async function findIdOfDialogue(db: Db, authorityId: number, dialogueId: number): Promise<number | null> {
  const row = await db
    .selectFrom('publicDialogue')
    .select('id')
    .where('authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .executeTakeFirst()
  return row?.id ?? null
}

/** What an authority published first on some days, `before` not among them. */
export interface NewCopies {
  dialogues: string[]
  petitions: number
  items: number
}

export async function readNewCopies(db: Db, authorityId: number, days: { from: Day; before: Day }): Promise<NewCopies> {
  const { rows } = await sql<{ kind: string; title: string | null; n: number }>`
    select kind, null as title, count(*)::int as n from public_entry
    where authority_id = ${authorityId} and published_on >= ${days.from} and published_on < ${days.before} group by kind
    union all
    select 'dialogue', title, 1 from public_dialogue
    where authority_id = ${authorityId} and published_on >= ${days.from} and published_on < ${days.before}
    order by 1, 2`.execute(db)
  const count = (kind: string) => rows.find((row) => row.kind === kind)?.n ?? 0
  return {
    dialogues: rows.flatMap(({ title }) => title ?? []),
    petitions: count('petition'),
    items: count('conclusionItem'),
  }
}
