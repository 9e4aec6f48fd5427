import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../../../tests/support/test-database.ts'
import { projectRoot } from '../project-root.ts'
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

test('an installation in use keeps its ballots and its reports, which count for whom they went to', async () => {
  const before = join(folder, 'of-the-program')
  const all = join(projectRoot(), 'db', 'migrations')
  await cp(all, before, { recursive: true, filter: (file) => !(Number(basename(file).slice(0, 4)) > 50) })
  await migrate(database.ownerUrl, { folder: before })
  await withClient(database.ownerUrl, async (client) => {
    await client.query(`INSERT INTO authority (id, slug, name, short_name, kind, place_name, from_day, case_prefix, parent_authority_id)
      OVERRIDING SYSTEM VALUE VALUES (1, 'tren', 'Trên', 'Trên', 'city', 'Trên', '2025-01-01', 'TR', null),
      (2, 'duoi', 'Dưới', 'Dưới', 'commune', 'Dưới', '2025-01-01', 'DU', 1)`)
    await client.query(`INSERT INTO report (authority_id, subject_id, rule_key, label, from_day, to_day, due_on, forms, figures,
        state, submitted_on, counted_at)
      SELECT 2, 20250 + n, 'quarterReport', 'x', '2025-01-01', '2025-03-31', '2025-03-31', '[]', '{"received": 3}',
        state, '2025-03-31', now() FROM unnest(ARRAY['accepted', 'submitted', 'returned']) WITH ORDINALITY s (state, n)`)
    // what they hang on is not asked for here
    await client.query(`SET session_replication_role = replica;
      INSERT INTO survey (authority_id, id, dialogue_id, title, form) OVERRIDING SYSTEM VALUE VALUES (2, 1, 1, 'x', '{}');
      INSERT INTO survey_ballot (authority_id, survey_id, answers, comment) SELECT 2, 1, '{}', n::text FROM generate_series(1, 9) n;
      SET session_replication_role = origin`)
  })
  expect((await migrate(database.ownerUrl)).length).toBeGreaterThan(0)
  await withClient(database.ownerUrl, async (client) => {
    const asked = async (sql: string) => (await client.query({ text: sql, rowMode: 'array' })).rows
    expect(await asked('SELECT * FROM wrong_reports()')).toEqual([])
    expect(await asked('SELECT subject_id - 20250, handed_to_id FROM report ORDER BY 1')).toEqual([
      ['1', '1'],
      ['2', '1'],
      ['3', null],
    ])
    await client.query('UPDATE authority SET parent_authority_id = null WHERE id = 2')
    expect(
      await asked(`SELECT authority_id, sum((figures ->> 'received')::int)::int FROM report_below GROUP BY 1`),
    ).toEqual([['1', 6]])
    expect(await asked('SELECT * FROM wrong_reports()')).toEqual([])
    expect(await asked('SELECT count(*)::int, count(DISTINCT comment)::int FROM survey_ballot')).toEqual([[9, 9]])
  })
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
