import type { Insertable, Selectable, Updateable } from 'kysely'
import { sql } from 'kysely'
import type { ChangeContext } from '../changes/define-change.ts'
import type { DB } from '../platform/db/tables.ts'
import { NotFound, StaleEdit } from '../platform/errors.ts'

/** The tables of this room whose rows carry an id and a version. */
export type VersionedTable =
  | 'dialogue'
  | 'dialogueRequest'
  | 'topicProposal'
  | 'dialogueTask'
  | 'invitee'
  | 'publicNotice'
  | 'agendaStep'
  | 'speechRegistration'
  | 'minutes'
  | 'internalReview'
  | 'conclusionNotice'
  | 'conclusionItem'

type PlainTable = 'presidingOfficial' | 'deputyAuthorization' | 'topicAppraisal' | 'exclusion'

export interface RowLog {
  /** default: the dialogue the row belongs to, so that its history is one question */
  subjectKind?: string
  subjectId?: number
  action?: string
  reason?: string | null
  personal?: readonly string[]
}

type Row = Record<string, unknown>

/** Inserts a row of this authority and writes it to the log. Returns its id. */
export async function addRow<T extends VersionedTable | PlainTable>(
  context: ChangeContext,
  table: T,
  values: Omit<Insertable<DB[T]>, 'authorityId' | 'id' | 'version'>,
  log: RowLog = {},
): Promise<number> {
  const row = await context.db
    .insertInto(table as 'dialogue')
    .values({ ...(values as unknown as Insertable<DB['dialogue']>), authorityId: context.authorityId })
    .returning('id')
    .executeTakeFirstOrThrow()
  context.record({
    ...subjectOf(table, row.id, values as Row, log),
    ...log,
    after: { ...values, [`${table}Id`]: row.id },
  })
  return row.id
}

/** The row as stored; throws NotFound. */
export async function getRow<T extends VersionedTable>(
  context: Pick<ChangeContext, 'db' | 'authorityId'>,
  table: T,
  id: number,
): Promise<Selectable<DB[T]>> {
  const found = await context.db
    .selectFrom(table as 'dialogue')
    .selectAll()
    .where('authorityId', '=', context.authorityId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw new NotFound(table)
  return found as unknown as Selectable<DB[T]>
}

/**
 * Changes a row and logs what differs. With a version the row must still have it, else the edit is stale; without one
 * (an act, not a text) the newest state counts, held by a lock.
 */
export async function changeRow<T extends VersionedTable>(
  context: ChangeContext,
  table: T,
  id: number,
  version: number | null,
  values: Updateable<DB[T]>,
  log: RowLog = {},
): Promise<void> {
  const before = (await lockRow(context, table, id)) as Row
  if (version !== null && before['version'] !== version) throw new StaleEdit(table, before)
  await context.db
    .updateTable(table as 'dialogue')
    .set({ ...(values as Updateable<DB['dialogue']>), version: sql<number>`version + 1` })
    .where('authorityId', '=', context.authorityId)
    .where('id', '=', id)
    .execute()
  const after = values as Row
  const differing = Object.keys(after).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  const own = { [`${table}Id`]: id }
  context.record({
    ...subjectOf(table, id, before, log),
    ...log,
    before: { ...own, ...pick(before, differing) },
    after: { ...own, ...pick(after, differing) },
  })
}

async function lockRow(context: ChangeContext, table: VersionedTable, id: number): Promise<unknown> {
  const found = await context.db
    .selectFrom(table as 'dialogue')
    .selectAll()
    .where('authorityId', '=', context.authorityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new NotFound(table)
  return found
}

function pick(row: Row, keys: readonly string[]): Row {
  return Object.fromEntries(keys.map((key) => [key, row[key] ?? null]))
}

function subjectOf(table: string, id: number, row: Row, log: RowLog) {
  const dialogueId = row['dialogueId']
  const ofDialogue = typeof dialogueId === 'number' && table !== 'dialogueRequest' && table !== 'topicProposal'
  return {
    subjectKind: log.subjectKind ?? (ofDialogue ? 'dialogue' : table),
    subjectId: log.subjectId ?? (ofDialogue ? dialogueId : id),
  }
}
