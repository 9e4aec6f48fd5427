import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { type Db, openDatabase } from '../../src/platform/db/connection.ts'
import { withClient } from '../../src/platform/db/database-roles.ts'
import { databaseUrl } from './test-database-setup.ts'

/** A migrated database of its own for one test file. */
export interface TestDatabase {
  /** As the running program's role: it may not change the log. */
  db: Db
  url: string
  /** As the role that owns the tables: for tampering, and for what migrations may do. */
  ownerUrl: string
  close(): Promise<void>
}

/** Makes a fresh copy of the migrated template. Call in `beforeAll`, and `close` in `afterAll`. */
export async function createTestDatabase(options: { poolSize?: number } = {}): Promise<TestDatabase> {
  return openFresh(`TEMPLATE ${inject('testServer').template}`, options.poolSize ?? 5)
}

/**
 * A copy of a database that is filled once a run, by whichever test file asks first; the others wait for it. `fill` gets
 * the fresh database and must leave no connection to it behind.
 */
export async function createFilledDatabase(
  what: string,
  fill: (database: TestDatabase) => Promise<void>,
  options: { poolSize?: number } = {},
): Promise<TestDatabase> {
  const { adminUrl, template } = inject('testServer')
  const filled = template.replace(/_template$/, `_${what}`)
  await withClient(adminUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [filled])
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [filled])
    if (rowCount === 0) {
      const filling = await openFresh(`TEMPLATE ${template}`, 5)
      await fill(filling)
      await filling.db.destroy()
      const name = new URL(filling.ownerUrl).pathname.slice(1)
      await client.query(`ALTER DATABASE ${name} RENAME TO ${filled}`)
    }
  })
  return openFresh(`TEMPLATE ${filled}`, options.poolSize ?? 5)
}

/** A database without any table, as a restore wants it. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return openFresh("TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'", 5)
}

async function openFresh(from: string, poolSize: number): Promise<TestDatabase> {
  const server = inject('testServer')
  const name = `${server.template.replace(/_template$/, '')}_${randomBytes(5).toString('hex')}`
  await withClient(server.adminUrl, (client) => client.query(`CREATE DATABASE ${name} ${from}`))
  const ownerUrl = databaseUrl(server.adminUrl, name)
  const program = new URL(ownerUrl)
  program.username = server.programUser
  program.password = server.programPassword
  const db = openDatabase(program.href, { poolSize })
  const close = async () => {
    await db.destroy()
    await withClient(server.adminUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
  }
  return { db, url: program.href, ownerUrl, close }
}
