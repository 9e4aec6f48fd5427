import { PgBoss } from 'pg-boss'
import { openPool } from './connection.ts'

/** Brings the tables of the job queue up to date as the owner, and lets the program's own role work with them. */
export async function prepareJobSchema(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 1, supervise: false, schedule: false })
  boss.on('error', () => {})
  await boss.start()
  await boss.stop({ graceful: false, timeout: 1_000 })
  const pool = openPool(ownerUrl, { poolSize: 1 })
  try {
    await pool.query(`grant usage on schema pgboss to doi_thoai`)
    await pool.query(`grant select, insert, update, delete on all tables in schema pgboss to doi_thoai`)
    await pool.query(`grant usage, select on all sequences in schema pgboss to doi_thoai`)
    await pool.query(`grant execute on all functions in schema pgboss to doi_thoai`)
  } finally {
    await pool.end()
  }
}
