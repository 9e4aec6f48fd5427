import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'

/** Of two first visitors one waits for the other, until the transaction ends. */
export async function lockFirstSetUp(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(72025)`.execute(db)
}
