import { setTimeout as pause } from 'node:timers/promises'
import pino from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addTestAuthority } from '../../tests/support/test-authority.ts'
import { createTestDatabase, type TestDatabase } from '../../tests/support/test-database.ts'
import { systemClock } from '../platform/clock.ts'
import { openDatabase, openPool } from '../platform/db/connection.ts'
import { prepareJobSchema } from '../platform/db/job-schema.ts'
import { openFileStore } from '../platform/files/file-store.ts'
import { temporaryKey } from '../platform/installation-key.ts'
import { startJobs } from './start-jobs.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await prepareJobSchema(database.ownerUrl)
  for (let count = 0; count < 3; count += 1) await addTestAuthority(database.db)
}, 60_000)
afterAll(() => database.close())

it('stops only after the work it had begun is done, and says nothing', async () => {
  const said: string[] = []
  const logger = pino({ level: 'warn' }, { write: (line: string) => said.push(line) })
  const db = openDatabase(database.url, { poolSize: 3 })
  const owner = openPool(database.ownerUrl, { poolSize: 1 })
  const client = await owner.connect()
  // the job stands still at the first authority, for longer than a stop used to wait
  await client.query('begin; lock table change_log in access exclusive mode')
  const jobs = await startJobs({
    db,
    clock: systemClock,
    files: openFileStore('/nowhere'),
    logger,
    url: database.url,
    key: temporaryKey(),
    drivers: {},
    origin: undefined,
    outside: { trusted: [] },
  })
  await waitUntil(async () => (await waiting()) > 0)
  const stopped = jobs.stop().then(() => db.destroy())
  await pause(7_000)
  await client.query('rollback')
  client.release()
  await stopped
  await owner.end()
  expect(said).toEqual([])
  const { rows } = await query(`select state from pgboss.job where name = 'keep-report-deadlines'`)
  expect(rows.map((row) => row.state)).toEqual(['completed'])
  // asked to end it began with no further authority
  expect((await query('select from change_log')).rows).toHaveLength(1)

  async function query(text: string): Promise<{ rows: { state?: string }[] }> {
    const pool = openPool(database.ownerUrl, { poolSize: 1 })
    return pool.query(text).finally(() => pool.end())
  }
  async function waiting(): Promise<number> {
    return (await query(`select from pg_locks where not granted`)).rows.length
  }
}, 60_000)

async function waitUntil(is: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await is()) return
    await pause(100)
  }
  throw new Error('it never came')
}
