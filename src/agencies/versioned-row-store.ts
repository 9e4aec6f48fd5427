import { type Selectable, sql, type Updateable } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import type { DB } from '../platform/db/tables.ts'
import { StaleEdit } from '../platform/errors.ts'

/** The tables of this room that are read by their id and written over the version that was read. */
type Table = 'agency' | 'post' | 'postHolding'
type Key = { authorityId: number; id: number }

/** One row of the authority; `lock` holds it until the transaction ends. Null when there is none of this id. */
export async function findRow<T extends Table>(
  db: Db,
  table: T,
  { authorityId, id }: Key,
  { lock = false } = {},
): Promise<Selectable<DB[T]> | null> {
  // one query for all three: they have the columns asked for here in common
  const query = db
    .selectFrom(table as Table)
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
  const found = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return (found as Selectable<DB[T]> | undefined) ?? null
}

/** Writes over the version that was read; throws StaleEdit with what is stored when somebody wrote in between. */
export async function writeRow<T extends Table>(
  db: Db,
  table: T,
  { authorityId, id }: Key,
  version: number,
  values: Updateable<DB[T]>,
): Promise<void> {
  const written = await db
    .updateTable(table as Table)
    .set({ ...(values as Updateable<DB[Table]>), version: sql<number>`version + 1` })
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!written) throw new StaleEdit(table, { ...(await findRow(db, table, { authorityId, id })) })
}
