import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import { NotFound } from '../platform/errors.ts'
import type { Dialogue } from './dialogue.ts'

export interface DialogueFilter {
  year?: number | undefined
  kind?: string | undefined
  form?: string | undefined
  state?: string | undefined
  chairModel?: string | undefined
  planId?: number | undefined
  /** searched in title, topic and venue, with and without diacritics */
  words?: string | undefined
  limit?: number
  offset?: number
}

function filtered(db: Db, authorityId: number, filter: DialogueFilter) {
  let query = db.selectFrom('dialogue').where('dialogue.authorityId', '=', authorityId)
  if (filter.year !== undefined) query = query.where(yearOfDialogue, '=', filter.year)
  if (filter.kind) query = query.where('dialogue.kind', '=', filter.kind)
  if (filter.form) query = query.where('dialogue.form', '=', filter.form)
  if (filter.state) query = query.where('dialogue.state', '=', filter.state)
  if (filter.chairModel) query = query.where('dialogue.chairModel', '=', filter.chairModel)
  if (filter.planId) query = query.where('dialogue.planId', '=', filter.planId)
  for (const word of (filter.words ?? '').split(/\s+/).filter(Boolean).slice(0, 8)) {
    const like = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    query = query.where(sql<boolean>`fold(title || ' ' || topic || ' ' || venue) like fold(${like})`)
  }
  return query
}

/** The year a dialogue is counted in: of its conference, of the end of its collection, else of its opening. */
const yearOfDialogue = sql<number>`extract(year from coalesce(held_on, collection_closes_on, dialogue.created_at at time zone 'Asia/Ho_Chi_Minh'))::int`

/** A page of dialogues, those to come and the newest first. */
export async function listDialogues(db: Db, authorityId: number, filter: DialogueFilter = {}): Promise<Dialogue[]> {
  const rows = await filtered(db, authorityId, filter)
    .selectAll('dialogue')
    .orderBy(sql`coalesce(held_on, collection_closes_on) desc nulls first`)
    .orderBy('dialogue.id', 'desc')
    .limit(filter.limit ?? 50)
    .offset(filter.offset ?? 0)
    .execute()
  return rows as Dialogue[]
}

export async function countDialogues(db: Db, authorityId: number, filter: DialogueFilter = {}): Promise<number> {
  const row = await filtered(db, authorityId, filter).select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow()
  return row.n
}

/** Every year in which the authority has a dialogue, the newest first. */
export async function listDialogueYears(db: Db, authorityId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('dialogue')
    .select(yearOfDialogue.as('year'))
    .distinct()
    .where('authorityId', '=', authorityId)
    .orderBy('year', 'desc')
    .execute()
  return rows.map((row) => row.year)
}

export async function findDialogue(db: Db, authorityId: number, id: number): Promise<Dialogue | null> {
  const found = await db
    .selectFrom('dialogue')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (found as Dialogue | undefined) ?? null
}

/** Throws NotFound, for another authority's dialogue too. */
export async function getDialogue(db: Db, authorityId: number, id: number): Promise<Dialogue> {
  const found = await findDialogue(db, authorityId, id)
  if (!found) throw new NotFound('dialogue')
  return found
}

/** As `getDialogue`, and holds the row until the transaction ends: for acts that move its state. */
export async function lockDialogue(db: Db, authorityId: number, id: number): Promise<Dialogue> {
  const found = await db
    .selectFrom('dialogue')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new NotFound('dialogue')
  return found as Dialogue
}

/** The dialogue opened for an entry of a plan; null when it is still to be opened. */
export async function findDialogueOfPlanned(db: Db, authorityId: number, plannedDialogueId: number) {
  const row = await db
    .selectFrom('dialogue')
    .select(['id', 'state', 'heldOn'])
    .where('authorityId', '=', authorityId)
    .where('plannedDialogueId', '=', plannedDialogueId)
    .where('state', '<>', 'cancelled')
    .executeTakeFirst()
  return row ?? null
}

/** Planned dialogues of issued plans for which nothing has been opened yet, the earliest first. */
export async function listUnopenedPlanned(db: Db, authorityId: number) {
  return db
    .selectFrom('plannedDialogue')
    .innerJoin('plan', (join) =>
      join
        .onRef('plan.id', '=', 'plannedDialogue.planId')
        .onRef('plan.authorityId', '=', 'plannedDialogue.authorityId'),
    )
    .selectAll('plannedDialogue')
    .select(['plan.year as planYear', 'plan.title as planTitle'])
    .where('plannedDialogue.authorityId', '=', authorityId)
    .where('plan.state', 'in', ['issued', 'published'])
    .where('plannedDialogue.droppedReason', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('dialogue')
            .select('dialogue.id')
            .whereRef('dialogue.plannedDialogueId', '=', 'plannedDialogue.id')
            .whereRef('dialogue.authorityId', '=', 'plannedDialogue.authorityId')
            .where('dialogue.state', '<>', 'cancelled'),
        ),
      ),
    )
    .orderBy('plannedDialogue.expectedFrom')
    .execute()
}

/**
 * What was done about a dialogue, the newest first: one line for each act of a person, however many rows it wrote (opening
 * writes one for every step of the agenda).
 */
export async function listDialogueHistory(db: Db, authorityId: number, dialogueId: number, limit = 60) {
  const { rows } = await sql<HistoryLine>`
    select l.seq, l.at, l.action, l.reason, account.display_name as account_name, agency.short_name as agency_name
    from (
      select max(seq) as seq, max(at) as at, action, max(reason) as reason, account_id, agency_id
      from change_log
      where authority_id = ${authorityId} and subject_kind = 'dialogue' and subject_id = ${dialogueId}
      group by action, account_id, agency_id, coalesce(request_key, seq::text)
    ) l
    left join account on account.id = l.account_id
    left join agency on agency.authority_id = ${authorityId} and agency.id = l.agency_id
    order by l.seq desc
    limit ${limit}
  `.execute(db)
  return rows
}

export interface HistoryLine {
  seq: number
  at: Date
  action: string
  reason: string | null
  accountName: string | null
  agencyName: string | null
}
