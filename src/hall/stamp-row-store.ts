import type { Db } from '../platform/db/connection.ts'

type Stamp = { table: 'hallArrival'; column: 'takenBackAt' } | { table: 'hallNote'; column: 'readAt' }

/**
 * Sets a moment in a row of a conference, unless it was set before: two desks may press the same. Returns false when there is
 * no such row.
 */
export async function stampRow(
  db: Db,
  { table, column }: Stamp,
  of: { authorityId: number; dialogueId: number; id: number },
  at: Date,
): Promise<boolean> {
  const row = await db
    .updateTable(table as 'hallNote')
    .set((one) => ({ [column]: one.fn.coalesce(column as 'readAt', one.val(at)) }))
    .where('authorityId', '=', of.authorityId)
    .where('dialogueId', '=', of.dialogueId)
    .where('id', '=', of.id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
