import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import type { DialogueForm, DialogueKind } from '../regulations/regulation-vocabulary.ts'
import type { DialogueState } from './dialogue.ts'

/** A dialogue as a plan is measured by it. */
export interface DialogueOfYear {
  id: number
  planId: number | null
  plannedDialogueId: number | null
  title: string
  kind: DialogueKind
  form: DialogueForm
  sessionKind: string | null
  chairModel: string
  regulationVersionId: number
  state: DialogueState
  heldOn: Day | null
  collectionClosesOn: Day | null
  /** kinds of the posts in whose place an authorised deputy presided */
  deputyFor: string[]
}

/** Dialogues held, closed or to be held in a year, with those opened from its plans but without a day; cancelled ones apart. */
export async function listDialoguesOfYear(db: Db, authorityId: number, year: number): Promise<DialogueOfYear[]> {
  const rows = await db
    .selectFrom('dialogue')
    .leftJoin('plan', (join) =>
      join.onRef('plan.authorityId', '=', 'dialogue.authorityId').onRef('plan.id', '=', 'dialogue.planId'),
    )
    .select([
      'dialogue.id',
      'dialogue.planId',
      'dialogue.plannedDialogueId',
      'dialogue.title',
      'dialogue.kind',
      'dialogue.form',
      'dialogue.sessionKind',
      'dialogue.chairModel',
      'dialogue.regulationVersionId',
      'dialogue.state',
      'dialogue.heldOn',
      'dialogue.collectionClosesOn',
    ])
    .select(
      sql<string[]>`coalesce((select array_agg(head.kind) from presiding_official o
        join post head on head.authority_id = o.authority_id and head.id = o.for_post_id
        where o.authority_id = dialogue.authority_id and o.dialogue_id = dialogue.id and o.capacity = 'deputy'), '{}')`.as(
        'deputyFor',
      ),
    )
    .where('dialogue.authorityId', '=', authorityId)
    .where('dialogue.state', '<>', 'cancelled')
    .where(
      sql<boolean>`extract(year from coalesce(dialogue.held_on, dialogue.collection_closes_on)) = ${year}
        or (coalesce(dialogue.held_on, dialogue.collection_closes_on) is null
            and coalesce(plan.year, extract(year from dialogue.created_at at time zone 'Asia/Ho_Chi_Minh')) = ${year})`,
    )
    .orderBy(sql`coalesce(dialogue.held_on, dialogue.collection_closes_on) nulls last`)
    .orderBy('dialogue.id')
    .execute()
  return rows as DialogueOfYear[]
}

/** Dialogues opened from entries of a replaced plan belong to the same entries of its new version. Returns their ids. */
export async function moveToNewEntries(
  db: Db,
  authorityId: number,
  planId: number,
  entries: readonly { oldId: number; newId: number }[],
): Promise<number[]> {
  const moved: number[] = []
  for (const { oldId, newId } of entries) {
    const rows = await db
      .updateTable('dialogue')
      .set({ planId, plannedDialogueId: newId, version: sql<number>`version + 1` })
      .where('authorityId', '=', authorityId)
      .where('plannedDialogueId', '=', oldId)
      .returning('id')
      .execute()
    moved.push(...rows.map((row) => row.id))
  }
  return moved
}
