import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { fixedRead } from '../platform/db/fixed-read.ts'

/** A row of the agenda as the people see it. */
interface PublicAgendaStep {
  label: string
  plannedAt: string | null
  minutes: number | null
}

/** A settled survey as the people see it: how many ballots, and how many of each group were satisfied. */
export interface PublicSatisfaction {
  title: string
  issued: number | null
  returned: number | null
  valid: number | null
  groups: { label: string; answered: number; satisfied: number }[]
}

const coming = fixedRead((db, authorityId: number, today: Day) =>
  db
    .selectFrom('publicDialogue')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('state', '=', 'preparing')
    .where(sql<boolean>`coalesce(held_on, collection_closes_on) >= ${today}`)
    .orderBy(sql`coalesce(held_on, collection_closes_on)`)
    .orderBy('startsAt')
    .limit(50),
)

/** Announced dialogues that are still to come, the next one first. */
export async function listComingDialogues(db: Db, authorityId: number, today: Day) {
  return (await coming(db, authorityId, today)).map(typed)
}

const past = fixedRead((db, authorityId: number, today: Day) =>
  db
    .selectFrom('publicDialogue')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where(sql<boolean>`not (state = 'preparing' and coalesce(held_on, collection_closes_on) >= ${today})`)
    .orderBy(sql`coalesce(held_on, collection_closes_on) desc nulls last`)
    .limit(200),
)

/** Those that are over, called off, or whose day has passed; the newest first. */
export async function listPastDialogues(db: Db, authorityId: number, today: Day) {
  return (await past(db, authorityId, today)).map(typed)
}

const byDialogue = fixedRead((db, authorityId: number, dialogueId: number) =>
  db
    .selectFrom('publicDialogue')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId),
)

/** One announced dialogue; null when it is not, or no longer, public. */
export async function findPublicDialogue(db: Db, authorityId: number, dialogueId: number) {
  const [row] = await byDialogue(db, authorityId, dialogueId)
  return row ? typed(row) : null
}

export type PublicDialogue = NonNullable<Awaited<ReturnType<typeof findPublicDialogue>>>

function typed<Row extends { agenda: unknown; satisfaction: unknown }>(row: Row) {
  return {
    ...row,
    agenda: row.agenda as readonly PublicAgendaStep[],
    satisfaction: row.satisfaction as readonly PublicSatisfaction[],
  }
}

/** How far the published petitions and items of each dialogue are, by the id of the dialogue. */
export async function countResultsOfDialogues(db: Db, authorityId: number, today: Day) {
  const rows = await db
    .selectFrom('publicEntry')
    .select(['dialogueId', sql<number>`count(*)::int`.as('all')])
    .select(sql<number>`count(*) filter (where state in ('answered', 'settled'))::int`.as('answered'))
    .select(
      sql<number>`count(*) filter (where state in ('received', 'assigned') and due_on < ${today})::int`.as('overdue'),
    )
    .where('authorityId', '=', authorityId)
    .where('dialogueId', 'is not', null)
    .groupBy('dialogueId')
    .execute()
  return new Map(rows.map((row) => [row.dialogueId!, row]))
}

/** How many petitions of a dialogue are received but not read here; null: fewer than five, which is told as no number. */
export async function countPetitionsNotRead(db: Db, authorityId: number, dialogueId: number): Promise<number | null> {
  const { rows } = await sql<{ n: number | null }>`
    select petitions_not_read(${authorityId}, ${dialogueId}) as n`.execute(db)
  return rows[0]!.n
}
