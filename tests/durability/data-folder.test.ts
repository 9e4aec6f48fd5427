import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chown, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test, vi } from 'vitest'
import { openDatabase } from '../../src/platform/db/connection.ts'
import { accessDatabase } from '../../src/platform/db/database-access.ts'
import { withClient } from '../../src/platform/db/database-roles.ts'
import { inspectSafety } from '../../src/platform/db/safety-check.ts'
import { inTemporaryFolder } from './temporary-folder.ts'

vi.setConfig({ testTimeout: 90_000 })

const isRoot = process.getuid?.() === 0

/** False in a checkout that only root may enter: then nobody else can run the program from it. */
function othersCanRunThis(): boolean {
  if (!isRoot) return false
  const tried = spawnSync(process.execPath, ['--version'], { uid: 65_534, gid: 65_534, cwd: '/' })
  return tried.error === undefined
}

async function serve(folder: string) {
  return accessDatabase({ folder, purpose: 'serve', migrate: false })
}

test('the own server loses nothing by its settings, and listens on this machine only', () =>
  inTemporaryFolder(async (folder) => {
    const access = await serve(join(folder, 'db'))
    const db = openDatabase(access.url)
    expect(await inspectSafety(db)).toMatchObject({ dangers: [], warnings: [] })
    await db.destroy()
    const { rows } = await withClient(access.ownerUrl, (client) =>
      client.query("SELECT current_setting('listen_addresses') AS a"),
    )
    expect(rows[0].a).toBe('127.0.0.1')
    await access.close()
    expect((await stat(join(folder, 'db', 'access.json'))).mode & 0o777).toBe(0o600)
  }))

test('the server does not let anybody in without the password', () =>
  inTemporaryFolder(async (folder) => {
    const access = await serve(join(folder, 'db'))
    const url = new URL(access.ownerUrl)
    url.password = 'wrong'
    await expect(withClient(url.href, async () => {})).rejects.toThrow('password authentication failed')
    await access.close()
  }))

test('of three programs starting at once on an empty folder, exactly one gets it', () =>
  inTemporaryFolder(async (folder) => {
    const started = await Promise.allSettled(Array.from({ length: 3 }, () => serve(join(folder, 'db'))))
    const refused = started.filter((one) => one.status === 'rejected').map((one) => one.reason.code)
    expect(refused).toEqual(Array(2).fill('database/folder-in-use'))
    for (const one of started) if (one.status === 'fulfilled') await one.value.close()
  }))

test('a postmaster.pid whose number now belongs to another process does not keep the server from starting', () =>
  inTemporaryFolder(async (folder) => {
    await (await serve(join(folder, 'db'))).close()
    const file = join(folder, 'db', 'data', 'postmaster.pid')
    await writeFile(file, `${process.pid}\n${join(folder, 'db', 'data')}\n1\n1\n\n127.0.0.1\n\nready\n`)
    const access = await serve(join(folder, 'db'))
    expect((await readFile(file, 'utf8')).split('\n')[0]).not.toBe(String(process.pid))
    await access.close()
  }))

test('a short command beside the running program uses its server and leaves it running', () =>
  inTemporaryFolder(async (folder) => {
    const access = await serve(join(folder, 'db'))
    const visit = await accessDatabase({ folder: join(folder, 'db'), purpose: 'visit', migrate: false })
    expect(visit.url).toBe(access.url)
    await visit.close()
    await withClient(access.url, (client) => client.query('SELECT 1'))
    await access.close()
  }))

test.runIf(isRoot)('root: under a folder nobody else may enter, the server runs in a user namespace', () =>
  inTemporaryFolder(async (folder) => {
    const access = await serve(join(folder, 'db'))
    expect((await stat(join(folder, 'db', 'data'))).uid).toBe(0)
    await withClient(access.url, (client) => client.query('SELECT 1'))
    await access.close()
  }, 0o700),
)

test.runIf(othersCanRunThis()).each([
  ['nobody', 65_534],
  ['a user without a name', 12_345],
])('an ordinary user (%s) runs the same program, and it ends cleanly when asked to', (_, uid) =>
  inTemporaryFolder(async (folder) => {
    await chown(folder, uid, uid)
    const script = join(import.meta.dirname, 'writing-program.ts')
    const program = spawn(process.execPath, [script, join(folder, 'var', 'db')], {
      stdio: ['ignore', 'pipe', 'pipe'],
      uid,
      gid: uid,
    })
    const ended = once(program, 'exit')
    const errors = program.stderr.setEncoding('utf8').toArray()
    for await (const line of createInterface({ input: program.stdout })) {
      if (line === 'ready') program.kill('SIGTERM')
    }
    expect(await ended, (await errors).join('')).toEqual([0, null])
    expect((await stat(join(folder, 'var', 'db', 'data'))).uid).toBe(uid)
  }),
)
