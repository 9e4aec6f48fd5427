import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import type { DB } from '../platform/db/tables.ts'
import { NotFound } from '../platform/errors.ts'
import type { PublicationKind } from './publication.ts'

export type Publication = Selectable<DB['publication']>

/** Decisions about subjects of one kind, by the id of the subject. */
export async function listPublications(
  db: Db,
  authorityId: number,
  kind: PublicationKind,
  subjectIds: readonly number[],
): Promise<Map<number, Publication>> {
  if (subjectIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('publication')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('subjectKind', '=', kind)
    .where('subjectId', '=', sql<number>`any(${[...subjectIds]}::bigint[])`)
    .execute()
  return new Map(rows.map((row) => [row.subjectId, row]))
}

/** The decision about one subject; null when it was never published. */
export async function findPublication(db: Db, authorityId: number, kind: PublicationKind, subjectId: number) {
  return (await listPublications(db, authorityId, kind, [subjectId])).get(subjectId) ?? null
}

/** Throws NotFound. */
export async function getPublication(db: Db, authorityId: number, id: number): Promise<Publication> {
  const found = await db
    .selectFrom('publication')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new NotFound('publication')
  return found
}

export interface NewDecision {
  authorityId: number
  subjectKind: PublicationKind
  subjectId: number
  dialogueId: number | null
  sourceHash: string
  finds: readonly object[]
  decidedBy: number | null
  decidedAt: Date
}

/** Keeps a decision to publish; a later one is the next edition. Returns id and edition. */
export async function keepDecision(db: Db, decision: NewDecision): Promise<{ id: number; edition: number }> {
  const values = { ...decision, finds: JSON.stringify(decision.finds) }
  const { sourceHash, finds, decidedBy, decidedAt, dialogueId } = values
  return db
    .insertInto('publication')
    .values(values)
    .onConflict((conflict) =>
      conflict.columns(['authorityId', 'subjectKind', 'subjectId']).doUpdateSet({
        ...{ sourceHash, finds, decidedBy, decidedAt, dialogueId, state: 'published' },
        ...{ takenBackAt: null, takenBackReason: null },
        edition: sql<number>`publication.edition + 1`,
        version: sql<number>`publication.version + 1`,
      }),
    )
    .returning(['id', 'edition'])
    .executeTakeFirstOrThrow()
}

/** Puts the copies of a subject away, wherever they stand. */
export async function takeCopiesBack(db: Db, authorityId: number, id: number, reason: string): Promise<void> {
  await sql`select take_copies_back(${authorityId}, ${[id]}::bigint[], ${reason})`.execute(db)
}

type CopyValues<T extends 'publicPlan' | 'publicDialogue' | 'publicEntry'> = Insertable<DB[T]>

/** The copy of a plan in place of the one before. */
export async function putPlanCopy(db: Db, copy: CopyValues<'publicPlan'>): Promise<void> {
  await db.deleteFrom('publicPlan').where('authorityId', '=', copy.authorityId).where('id', '=', copy.id).execute()
  await db.insertInto('publicPlan').values(copy).execute()
}

/** The copy of a dialogue in place of the one before. */
export async function putDialogueCopy(db: Db, copy: CopyValues<'publicDialogue'>): Promise<void> {
  const { authorityId, id } = copy
  await db.deleteFrom('publicDialogue').where('authorityId', '=', authorityId).where('id', '=', id).execute()
  await db.insertInto('publicDialogue').values(copy).execute()
}

/** What the published page of a dialogue tells of its results; nothing when the dialogue is not published. */
export async function putDialogueResults(
  db: Db,
  of: { authorityId: number; dialogueId: number },
  results: Pick<CopyValues<'publicDialogue'>, 'noticeNumber' | 'noticeOn' | 'resultsOn' | 'satisfaction' | 'updatedAt'>,
): Promise<void> {
  await db
    .updateTable('publicDialogue')
    .set(results)
    .where('authorityId', '=', of.authorityId)
    .where('dialogueId', '=', of.dialogueId)
    .execute()
}

/** The copy of one petition in place of the one before; its facts are read from the petition itself. */
export async function putPetitionCopy(
  db: Db,
  copy: Pick<
    CopyValues<'publicEntry'>,
    'authorityId' | 'id' | 'subjectId' | 'content' | 'answer' | 'settlement' | 'person' | 'area' | 'publishedOn'
  >,
): Promise<void> {
  const { authorityId, id } = copy
  await db.deleteFrom('publicEntry').where('authorityId', '=', authorityId).where('id', '=', id).execute()
  await sql`
    insert into public_entry (authority_id, id, kind, subject_id, dialogue_id, position, code, content, person, answer,
      settlement, area, agency, supporting, state, received_on, due_on, longer_why, answered_on, settled_on, satisfied,
      seconded, published_on, updated_at)
    select p.authority_id, ${id}, 'petition', p.id, p.dialogue_id, 0, p.code, ${copy.content}, ${copy.person ?? null},
      ${copy.answer ?? null}, ${copy.settlement ?? null}, ${copy.area ?? null}, a.name,
      (select coalesce(array_agg(s.name order by s.name), '{}') from petition_support ps
        join agency s on s.authority_id = ps.authority_id and s.id = ps.agency_id
        where ps.authority_id = p.authority_id and ps.petition_id = p.id),
      public_state_of_petition(p), p.received_on, public_due_of_petition(p.authority_id, p.id), public_why_longer(p), p.answered_on,
      p.settled_on, p.petitioner_agrees,
      (select count(*)::int from petition_seconding n where n.authority_id = p.authority_id and n.petition_id = p.id),
      ${copy.publishedOn}, now()
    from petition p
    left join agency a on a.authority_id = p.authority_id and a.id = p.lead_agency_id
    where p.authority_id = ${authorityId} and p.id = ${copy.subjectId}
  `.execute(db)
}

/** As above for an item of a notice of conclusions. */
export async function putItemCopy(
  db: Db,
  copy: Pick<
    CopyValues<'publicEntry'>,
    'authorityId' | 'id' | 'subjectId' | 'content' | 'conclusion' | 'settlement' | 'publishedOn'
  >,
): Promise<void> {
  const { authorityId, id } = copy
  await db.deleteFrom('publicEntry').where('authorityId', '=', authorityId).where('id', '=', id).execute()
  await sql`
    insert into public_entry (authority_id, id, kind, subject_id, dialogue_id, position, content, conclusion, settlement,
      agency, supporting, state, due_on, settled_on, published_on, updated_at)
    select i.authority_id, ${id}, 'conclusionItem', i.id, i.dialogue_id, i.position, ${copy.content},
      ${copy.conclusion ?? null}, ${copy.settlement ?? null}, a.name,
      (select coalesce(array_agg(s.name order by s.name), '{}') from agency s
        where s.authority_id = i.authority_id and s.id = any (i.supporting_agency_ids)),
      public_state_of_item(i), i.due_on, i.done_on, ${copy.publishedOn}, now()
    from conclusion_item i
    left join agency a on a.authority_id = i.authority_id and a.id = i.lead_agency_id
    where i.authority_id = ${authorityId} and i.id = ${copy.subjectId}
  `.execute(db)
}

/** When the subject was published first, so that its day stays the same through later editions; null: never. */
export async function findFirstPublished(db: Db, authorityId: number, id: number) {
  const row = await sql<{ day: string }>`
    select published_on as day from public_entry where authority_id = ${authorityId} and id = ${id}
    union all select published_on from public_dialogue where authority_id = ${authorityId} and id = ${id}
    union all select published_on from public_plan where authority_id = ${authorityId} and id = ${id}
  `.execute(db)
  return row.rows[0]?.day ?? null
}
