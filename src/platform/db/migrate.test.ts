import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../../../tests/support/test-database.ts'
import { withClient } from './database-roles.ts'
import { listApplied, migrate } from './migrate.ts'

let database: TestDatabase
let folder: string
beforeEach(async () => {
  database = await createEmptyDatabase()
  folder = await mkdtemp(join(tmpdir(), 'doi-thoai-migrations-'))
  await writeFile(join(folder, '0001_first.sql'), 'CREATE TABLE first (id int);')
})
afterEach(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const run = () => migrate(database.ownerUrl, { folder })
const numbers = (applied: { number: number }[]) => applied.map(({ number }) => number)

test('applies what is new, in order, once', async () => {
  expect(numbers(await run())).toEqual([1])
  await writeFile(join(folder, '0002_second.sql'), 'ALTER TABLE first ADD COLUMN name text;')
  expect(numbers(await run())).toEqual([2])
  expect(await run()).toEqual([])
})

test('two starters do not collide', async () => {
  const applied = await Promise.all([run(), run(), run()])
  expect(applied.flat()).toHaveLength(1)
})

test('a failed migration leaves nothing behind and says where the mistake is', async () => {
  await writeFile(join(folder, '0002_second.sql'), 'CREATE TABLE second (id int);\n\nCREATE TABLE wrong (id nothing);')
  await expect(run()).rejects.toMatchObject({
    code: 'database/migration-failed',
    vi: expect.stringContaining('dòng 3'),
  })
  await withClient(database.ownerUrl, async (client) => {
    expect(numbers(await listApplied(client))).toEqual([1])
    const { rows } = await client.query("SELECT to_regclass('second') AS second")
    expect(rows[0].second).toBeNull()
  })
})

test('refuses a file changed after it was applied, but not one with other line ends', async () => {
  await writeFile(join(folder, '0001_first.sql'), 'CREATE TABLE first (\nid int);')
  await run()
  await writeFile(join(folder, '0001_first.sql'), 'CREATE TABLE first (\r\nid int);')
  expect(await run()).toEqual([])
  await writeFile(join(folder, '0001_first.sql'), 'CREATE TABLE first (id bigint);')
  await expect(run()).rejects.toMatchObject({ code: 'database/migration-changed' })
})

test('refuses a gap in the files, and a database that is ahead of them', async () => {
  await writeFile(join(folder, '0003_third.sql'), 'SELECT 1')
  await expect(run()).rejects.toMatchObject({ code: 'database/migration-gap' })
  await rm(join(folder, '0003_third.sql'))
  await writeFile(join(folder, '0002_second.sql'), 'SELECT 1')
  await run()
  await rm(join(folder, '0002_second.sql'))
  await expect(run()).rejects.toMatchObject({ code: 'database/migration-gap' })
})

test('the migrations of the program leave its role without any right to change what was migrated', async () => {
  const migrated = await createTestDatabase()
  try {
    const { rows } = await withClient(migrated.url, (client) =>
      client.query(`SELECT privilege_type AS may FROM information_schema.role_table_grants
        WHERE table_name = 'schema_migration' AND grantee = 'doi_thoai'`),
    )
    expect(rows).toEqual([{ may: 'SELECT' }])
    await expect(withClient(migrated.url, (client) => client.query('CREATE TABLE mine (id int)'))).rejects.toThrow(
      'permission denied',
    )
  } finally {
    await migrated.close()
  }
})
