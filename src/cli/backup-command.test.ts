import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import type { Command } from 'commander'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessDatabase, type DatabaseAccess } from '../platform/db/database-access.ts'
import { withClient } from '../platform/db/database-roles.ts'
import { openBackup } from '../platform/db/opened-backup.ts'
import { openFileStore } from '../platform/files/file-store.ts'
import { openInstallationKey } from '../platform/installation-key.ts'
import { backupCommand } from './backup-command.ts'
import type { DatabaseCommandStreams, DataPlace } from './database-command.ts'
import { migrateCommand } from './migrate-command.ts'
import { restoreCommand } from './restore-command.ts'
import { restoreKey } from './restore-key.ts'
import { verifyCommand } from './verify-command.ts'

let folder: string
let running: DatabaseAccess
const place = (name: string): DataPlace => ({ varFolder: join(folder, name) })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doi-thoai-cli-'))
  await chmod(folder, 0o711)
  running = await accessDatabase({ folder: join(folder, 'var', 'db'), purpose: 'serve' })
  const { sha256 } = await openFileStore(join(folder, 'var', 'files')).put(Buffer.from('Thông báo kết luận'))
  await withClient(running.url, async (client) => {
    await client.query(`INSERT INTO stored_file (sha256, size, media_type) VALUES ('${sha256}', 1, 'text/plain')`)
    await client.query("INSERT INTO account (login, display_name, password_hash) VALUES ('a', 'Văn thư', 'x')")
  })
})
afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

/** Runs a command as the command line does; gives back its exit status and what it wrote. */
async function run(
  make: (place: () => DataPlace, streams: DatabaseCommandStreams) => Command,
  at: DataPlace,
  args: string[],
) {
  const streams = { output: new PassThrough(), errors: new PassThrough() }
  const status = await make(() => at, streams)
    .parseAsync(args, { from: 'user' })
    .then(
      () => 0,
      (error) => error.exitCode as number,
    )
  return { status, output: String(streams.output.read() ?? ''), errors: String(streams.errors.read() ?? '') }
}

test('backup while the program runs, restore into an empty folder, and the data are there', async () => {
  const key = await openInstallationKey(place('var').varFolder, undefined)
  const file = join(folder, 'sao-luu.zip')
  const made = await run(backupCommand, place('var'), [file, '--json'])
  expect(made).toMatchObject({ status: 0 })
  expect(JSON.parse(made.output)).toMatchObject({ file, rows: 2, files: 1, damagedFiles: [] })
  expect(await run(restoreCommand, place('var-2'), [file, '--check'])).toMatchObject({ status: 0 })
  expect(await readdir(folder)).not.toContain('var-2')
  const restored = await run(restoreCommand, place('var-2'), [file, '--json'])
  expect(restored, restored.errors).toMatchObject({ status: 0 })
  expect(JSON.parse(restored.output)).toMatchObject({ links: 'live' })
  expect((await openInstallationKey(join(folder, 'var-2'), undefined)).equals(key)).toBe(true)
  const access = await accessDatabase({ folder: join(folder, 'var-2', 'db'), purpose: 'serve' })
  try {
    const { rows } = await withClient(access.url, (client) => client.query('SELECT display_name FROM account'))
    expect(rows).toEqual([{ display_name: 'Văn thư' }])
  } finally {
    await access.close()
  }
  const again = await run(restoreCommand, place('var-2'), [file])
  expect(again.status).toBe(1)
  expect(again.errors).toContain('không trống')
})

test('the key of the links that were sent out is in it; where it cannot be, or is another now, that is said', async () => {
  const key = await openInstallationKey(place('var').varFolder, undefined)
  const secretKey = 'một câu bí mật dài hơn ba mươi hai ký tự'
  const [file, without] = [join(folder, 'co-khoa.zip'), join(folder, 'khoa-rieng.zip')]
  expect((await run(backupCommand, place('var'), [file])).output).toContain('nằm trong bản sao lưu')
  expect((await run(backupCommand, { ...place('var'), secretKey }, [without])).output).toContain('không nằm trong')
  const [kept, bare] = [await openBackup(file), await openBackup(without)]
  try {
    // a new installation that was started once has a key of its own: it is put aside
    const fresh = await openInstallationKey(join(folder, 'var-khoa'), undefined)
    expect(await restoreKey(place('var-khoa'), kept)).toBe('live')
    const now = await openInstallationKey(join(folder, 'var-khoa'), undefined)
    expect([now.equals(key), now.equals(fresh)]).toEqual([true, false])
    expect((await readdir(join(folder, 'var-khoa'))).some((name) => name.includes('truoc-khi-khoi-phuc'))).toBe(true)
    expect(await restoreKey({ ...place('var-khoa'), secretKey }, kept)).toBe('dead')
    expect(await restoreKey({ ...place('var-khoa'), secretKey }, bare)).toBe('live')
    expect(await restoreKey(place('var-khoa'), bare)).toBe('dead')
    const { installationKey: _, ...earlier } = kept.manifest
    expect(await restoreKey(place('var-khoa'), { ...kept, manifest: earlier })).toBe('unknown')
  } finally {
    await kept.close()
    await bare.close()
  }
})

test('a damaged backup is refused with status 1 and no folder is made', async () => {
  const file = join(folder, 'hong.zip')
  expect(await run(backupCommand, place('var'), [file])).toMatchObject({ status: 0 })
  const bytes = await readFile(file)
  bytes[bytes.length >> 1]! ^= 4
  await writeFile(file, bytes)
  const refused = await run(restoreCommand, place('var-3'), [file])
  expect(refused.status).toBe(1)
  expect(refused.errors).toContain('bị hỏng')
  expect(await readdir(folder)).not.toContain('var-3')
})

test('another program on the same data folder is refused', async () => {
  await expect(accessDatabase({ folder: join(folder, 'var', 'db'), purpose: 'serve' })).rejects.toMatchObject({
    code: 'database/folder-in-use',
  })
  await withClient(running.url, (client) => client.query('SELECT 1'))
})

test('a backup of a folder without data is refused and makes none', async () => {
  const refused = await run(backupCommand, place('nothing'), [join(folder, 'nothing.zip')])
  expect(refused.status).toBe(1)
  expect(refused.errors).toContain('Chưa có dữ liệu')
  expect(await readdir(folder)).not.toContain('nothing')
})

test('migrate says that nothing is left to do, and wrong use ends with status 2', async () => {
  const done = await run(migrateCommand, place('var'), ['--json'])
  expect(done).toMatchObject({ status: 0, output: '{"applied":[]}\n' })
  expect(await run(backupCommand, place('var'), [])).toMatchObject({ status: 2 })
  expect(await run(restoreCommand, place('var'), ['a', '--wrong'])).toMatchObject({ status: 2 })
  expect(await run(restoreCommand, place('var'), [join(folder, 'none.zip')])).toMatchObject({ status: 1 })
})

test('a data folder without tables, or without data, is told plainly', async () => {
  const empty = await accessDatabase({ folder: join(folder, 'var-empty', 'db'), purpose: 'serve', migrate: false })
  try {
    for (const [make, args] of [
      [backupCommand, [join(folder, 'rong.zip')]],
      [verifyCommand, []],
    ] as const) {
      const answer = await run(make, place('var-empty'), [...args])
      expect(answer).toMatchObject({ status: 1, output: '' })
      expect(answer.errors).toContain('chưa có bảng nào')
      expect(answer.errors).not.toContain('    at ')
      expect((await run(make, place('var-none'), [...args])).errors).toContain('Chưa có dữ liệu ở')
    }
  } finally {
    await empty.close()
  }
})
