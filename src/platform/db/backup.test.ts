import { createHash, randomBytes } from 'node:crypto'
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../../../tests/support/test-database.ts'
import { openFileStore } from '../files/file-store.ts'
import { writeBackup } from './backup.ts'
import { withClient } from './database-roles.ts'
import { openBackup } from './opened-backup.ts'
import { restoreBackup } from './restore.ts'
import { listTables } from './table-catalogue.ts'

const now = new Date('2025-10-29T01:00:00Z')
let source: TestDatabase
let folder: string
let filesFolder: string

beforeAll(async () => {
  source = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'doi-thoai-backup-'))
  filesFolder = join(folder, 'files')
  await withClient(source.ownerUrl, (client) =>
    client.query(`INSERT INTO account (login, display_name, password_hash, recovery_code_hashes)
      SELECT 'tai-khoan-' || n, E'Người\\tdùng ' || n || E'\\n"\\\\N"', 'x', '{"a b",NULL}' FROM generate_series(1, 50) n`),
  )
  await addStoredFile(Buffer.from('Biên bản hội nghị đối thoại'))
  await addStoredFile(randomBytes(300_000))
})
afterAll(async () => {
  await source.close()
  await rm(folder, { recursive: true, force: true })
})

async function addStoredFile(content: Buffer): Promise<string> {
  const { sha256 } = await openFileStore(filesFolder).put(content)
  await sql`INSERT INTO stored_file (sha256, size, media_type) VALUES (${sha256}, ${content.length}, 'text/plain')`.execute(
    source.db,
  )
  return sha256
}

/** Every table's content as one hash, independent of the order of its rows. */
async function contentOf(database: TestDatabase): Promise<Record<string, string>> {
  return withClient(database.ownerUrl, async (client) => {
    const content: Record<string, string> = {}
    for (const { name } of await listTables(client)) {
      const { rows } = await client.query(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS hash FROM "${name}" t`,
      )
      content[name] = rows[0].hash
    }
    return content
  })
}

async function listOf(names: AsyncIterable<string>): Promise<string[]> {
  const list: string[] = []
  for await (const name of names) list.push(name)
  return list
}

async function backupTo(name: string): Promise<string> {
  const target = join(folder, name)
  await writeBackup({ ownerUrl: source.ownerUrl, filesFolder, target, now })
  return target
}

async function restoreFrom(file: string, database: TestDatabase, into: string): Promise<void> {
  const backup = await openBackup(file)
  const options = { backup, ownerUrl: database.ownerUrl, programUser: null, filesFolder: into }
  await restoreBackup(options).finally(() => backup.close())
}

test('a restored backup is equal in every table and file, and its counters go on', async () => {
  const file = await backupTo('equal.zip')
  const empty = await createEmptyDatabase()
  const into = join(folder, 'equal-files')
  try {
    await restoreFrom(file, empty, into)
    expect(await contentOf(empty)).toEqual(await contentOf(source))
    const restored = openFileStore(into)
    const names = await listOf(restored.list())
    expect(names).toEqual(await listOf(openFileStore(filesFolder).list()))
    expect(names).toHaveLength(2)
    for (const sha256 of names) {
      const content = await buffer(await restored.open(sha256))
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
    }
    const added = await sql<{ id: number }>`INSERT INTO account (login, display_name, password_hash)
      VALUES ('moi', 'Mới', 'x') RETURNING id`.execute(empty.db)
    const { rows } = await sql<{
      highest: number
    }>`SELECT max(id) AS highest FROM account WHERE login <> 'moi'`.execute(empty.db)
    expect(added.rows[0]!.id).toBeGreaterThan(rows[0]!.highest)
  } finally {
    await empty.close()
  }
})

test('the restored schema is the one the migrations make: keys, triggers and rights are back', async () => {
  const { describeSchema } = await import('./schema-description.ts')
  const empty = await createEmptyDatabase()
  try {
    await restoreFrom(await backupTo('schema.zip'), empty, join(folder, 'schema-files'))
    expect(await describeSchema(empty.ownerUrl)).toBe(await describeSchema(source.ownerUrl))
    await sql`INSERT INTO change_log (authority_id, seq, at, action, subject_kind, prev_hash, hash)
      VALUES (9, 1, now(), 'x', 'x', '', '')`.execute(empty.db)
    await expect(
      withClient(empty.ownerUrl, (client) => client.query("UPDATE change_log SET hash = 'y'")),
    ).rejects.toThrow('append-only')
  } finally {
    await empty.close()
  }
})

test('a backup made while the program writes holds whole transactions, and everything acknowledged before it', async () => {
  let acknowledged = 0
  let writing = true
  const writer = async (authority: number) => {
    for (let seq = 1; writing; seq++) {
      await source.db.transaction().execute(async (tx) => {
        await sql`INSERT INTO change_log (authority_id, seq, at, action, subject_kind, prev_hash, hash)
          VALUES (${authority}, ${seq}, now(), 'x', 'x', '', '')`.execute(tx)
        await sql`INSERT INTO idempotency_key (authority_id, key, change, input_hash, at)
          VALUES (${authority}, ${`k${seq}`}, 'x', '', now())`.execute(tx)
      })
      acknowledged += 1
    }
  }
  const writers = [writer(101), writer(102), writer(103)]
  while (acknowledged < 100) await new Promise((done) => setTimeout(done, 5))
  const before = acknowledged
  const file = await backupTo('while-writing.zip').finally(() => {
    writing = false
  })
  const after = acknowledged
  await Promise.all(writers)
  expect(after).toBeGreaterThan(before)
  const backup = await openBackup(file)
  await backup.close()
  const rowsOf = (name: string) => backup.manifest.tables.find((table) => table.name === name)!.rows
  expect(rowsOf('change_log')).toBe(rowsOf('idempotency_key'))
  expect(rowsOf('change_log')).toBeGreaterThanOrEqual(before)
  expect(rowsOf('change_log')).toBeLessThanOrEqual(acknowledged)
})

test('a damaged backup is refused before anything is touched, whichever byte was hit', async () => {
  const whole = await readFile(await backupTo('to-be-damaged.zip'))
  const flips = process.env['PROOF'] === '1' ? 200 : 50
  const damaged = join(folder, 'damaged.zip')
  for (let round = 0; round < flips; round++) {
    const bytes = Buffer.from(whole)
    // the first rounds hit the ends, where headers and the seal lie
    const at =
      round < 10 ? round : round < 20 ? bytes.length - 1 - (round - 10) * 9 : (round * 7_919 * 31) % bytes.length
    bytes[at] = bytes[at]! ^ (1 << (round % 8))
    await writeFile(damaged, bytes)
    await expect(openBackup(damaged), `byte ${at}`).rejects.toMatchObject({ code: 'backup/damaged' })
  }
  for (const length of [0, 10, whole.length - 1, Math.floor(whole.length / 2)]) {
    await writeFile(damaged, whole.subarray(0, length))
    await expect(openBackup(damaged), `cut to ${length}`).rejects.toMatchObject({ code: 'backup/damaged' })
  }
})

test('a backup is restored only into an empty database and an empty folder', async () => {
  const file = await backupTo('only-empty.zip')
  await expect(restoreFrom(file, source, join(folder, 'unused'))).rejects.toMatchObject({ code: 'database/not-empty' })
  const empty = await createEmptyDatabase()
  try {
    await expect(restoreFrom(file, empty, filesFolder)).rejects.toMatchObject({ code: 'database/not-empty' })
    expect(await contentOf(empty)).toEqual({})
  } finally {
    await empty.close()
  }
})

test('a file that is missing or changed on disk is named in the manifest and does not stop the backup', async () => {
  const gone = await addStoredFile(Buffer.from('mất'))
  const changed = await addStoredFile(Buffer.from('đổi'))
  const files = openFileStore(filesFolder)
  await writeFile(join(filesFolder, changed.slice(0, 2), changed.slice(2)), 'khác')
  await files.remove(gone)
  const { manifest, close } = await openBackup(await backupTo('with-damage.zip'))
  await close()
  expect(manifest.damagedFiles).toHaveLength(2)
  expect(manifest.damagedFiles).toContainEqual({ sha256: gone, why: 'missing' })
  expect(manifest.damagedFiles).toContainEqual({ sha256: changed, why: 'changed' })
})

test('an existing file is never overwritten by a backup', async () => {
  const file = await backupTo('first.zip')
  await copyFile(file, join(folder, 'copy.zip'))
  await expect(backupTo('first.zip')).rejects.toMatchObject({ code: 'backup/unsuitable' })
  expect(await readFile(file)).toEqual(await readFile(join(folder, 'copy.zip')))
})
