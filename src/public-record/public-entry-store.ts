import { type SqlBool, sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { fixedRead } from '../platform/db/fixed-read.ts'
import type { PublicFilter } from './public-entry.ts'

const COLUMNS = [
  'publicEntry.id',
  'publicEntry.kind',
  'publicEntry.dialogueId',
  'publicEntry.position',
  'publicEntry.code',
  'publicEntry.content',
  'publicEntry.person',
  'publicEntry.conclusion',
  'publicEntry.answer',
  'publicEntry.settlement',
  'publicEntry.area',
  'publicEntry.agency',
  'publicEntry.supporting',
  'publicEntry.state',
  'publicEntry.receivedOn',
  'publicEntry.dueOn',
  'publicEntry.longerWhy',
  'publicEntry.answeredOn',
  'publicEntry.settledOn',
  'publicEntry.satisfied',
  'publicEntry.seconded',
  'publicEntry.publishedOn',
  'publicEntry.updatedAt',
] as const

export interface EntryFilter {
  /** searched with and without diacritics, every word as the beginning of one */
  words?: string
  area?: string
  agency?: string
  state?: PublicFilter | null
  dialogueId?: number
  kind?: 'petition' | 'conclusionItem'
  today: Day
  /** from 1 */
  page?: number
  pageSize?: number
}

const typedWords = (words: string) => sql`to_tsquery('simple', (
  select string_agg(w || ':*', ' & ') from regexp_split_to_table(regexp_replace(fold(${words.slice(0, 200)}), '[^[:alnum:]]+', ' ', 'g'), ' ') w where w <> ''))`

function filtered(db: Db, authorityId: number, filter: EntryFilter) {
  let query = db.selectFrom('publicEntry').where('publicEntry.authorityId', '=', authorityId)
  if (filter.words?.trim()) query = query.where(sql<SqlBool>`words @@ ${typedWords(filter.words)}`)
  if (filter.area) query = query.where('area', '=', filter.area)
  if (filter.agency) query = query.where('agency', '=', filter.agency)
  if (filter.dialogueId) query = query.where('publicEntry.dialogueId', '=', filter.dialogueId)
  if (filter.kind) query = query.where('publicEntry.kind', '=', filter.kind)
  if (filter.state === 'overdue')
    query = query.where('publicEntry.state', 'in', ['received', 'assigned']).where('dueOn', '<', filter.today)
  else if (filter.state) query = query.where('publicEntry.state', '=', filter.state)
  return query
}

/** A page of what is published, the newest first. */
export async function listPublicEntries(db: Db, authorityId: number, filter: EntryFilter) {
  const pageSize = filter.pageSize ?? 20
  return filtered(db, authorityId, filter)
    .select(COLUMNS)
    .orderBy('publicEntry.publishedOn', 'desc')
    .orderBy('publicEntry.id')
    .limit(pageSize)
    .offset(((filter.page ?? 1) - 1) * pageSize)
    .execute()
}

export type PublicEntryRow = Awaited<ReturnType<typeof listPublicEntries>>[number]

export async function countPublicEntries(db: Db, authorityId: number, filter: EntryFilter): Promise<number> {
  const row = await filtered(db, authorityId, filter)
    .select(sql<number>`count(*)::int`.as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}

const newest = fixedRead((db, authorityId: number, limit: number) =>
  db
    .selectFrom('publicEntry')
    .select(COLUMNS)
    .where('publicEntry.authorityId', '=', authorityId)
    .orderBy('publicEntry.publishedOn', 'desc')
    .orderBy('publicEntry.id')
    .limit(limit),
)

/** The first page of all that is published, as most readers ask for it: SQL written once. */
export async function listNewestEntries(db: Db, authorityId: number, limit = 20): Promise<PublicEntryRow[]> {
  return newest(db, authorityId, limit)
}

const answered = fixedRead((db, authorityId: number, limit: number) =>
  db
    .selectFrom('publicEntry')
    .select(COLUMNS)
    .where('publicEntry.authorityId', '=', authorityId)
    .where('publicEntry.state', 'in', ['answered', 'settled'])
    .orderBy(sql`coalesce(settled_on, answered_on) desc nulls last`)
    .orderBy('publicEntry.id')
    .limit(limit),
)

/** What was answered or settled lately. */
export async function listLatelyAnswered(db: Db, authorityId: number, limit = 5): Promise<PublicEntryRow[]> {
  return answered(db, authorityId, limit)
}

const entryById = fixedRead((db, authorityId: number, id: number) =>
  db
    .selectFrom('publicEntry')
    .leftJoin('publicDialogue', (join) =>
      join
        .onRef('publicDialogue.authorityId', '=', 'publicEntry.authorityId')
        .onRef('publicDialogue.dialogueId', '=', 'publicEntry.dialogueId'),
    )
    .select(COLUMNS)
    .select(['publicDialogue.title as dialogueTitle', 'publicDialogue.heldOn as dialogueHeldOn'])
    .where('publicEntry.authorityId', '=', authorityId)
    .where('publicEntry.id', '=', id),
)

/** One published petition or item with its dialogue; null when it is not, or no longer, public. */
export async function findPublicEntry(db: Db, authorityId: number, id: number) {
  return (await entryById(db, authorityId, id))[0] ?? null
}

const facets = fixedRead((db, authorityId: number) =>
  db
    .selectFrom('publicEntry')
    .select(['area', 'agency'])
    .distinct()
    .where('authorityId', '=', authorityId)
    .orderBy('area')
    .orderBy('agency'),
)

/** The fields and agencies that what is published belongs to, for choosing among them. */
export async function listEntryFacets(db: Db, authorityId: number): Promise<{ areas: string[]; agencies: string[] }> {
  const rows = await facets(db, authorityId)
  const names = (values: readonly (string | null)[]) =>
    [...new Set(values.filter((value) => value !== null))].sort((a, b) => a.localeCompare(b, 'vi'))
  return { areas: names(rows.map((row) => row.area)), agencies: names(rows.map((row) => row.agency)) }
}
