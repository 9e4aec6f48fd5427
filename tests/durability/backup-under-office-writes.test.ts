import { appendFile, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { accessDatabase } from '../../src/platform/db/database-access.ts'
import { withClient } from '../../src/platform/db/database-roles.ts'
import { databaseFolder, RunningProgram, runCommand } from '../support/running-program.ts'
import { countStored, OfficeWriters, prepareOffice } from './office-writers.ts'
import { inTemporaryFolder } from './temporary-folder.ts'

vi.setConfig({ testTimeout: 300_000 })

const verify = async (varFolder: string) => {
  const { status, output, errors } = await runCommand(varFolder, ['verify', '--json'])
  return { status, errors, found: JSON.parse(output) as { problems: { part: string; what: string }[] } }
}

test('backup under writes, restore into an empty folder, verify clean, and the restored program serves', () =>
  inTemporaryFolder(async (folder) => {
    const [varFolder, other, file] = [join(folder, 'var'), join(folder, 'var-2'), join(folder, 'sao-luu.zip')]
    const writers = new OfficeWriters(await prepareOffice(varFolder))
    const program = await RunningProgram.start(varFolder)
    let before = 0
    try {
      await writers.begin(program)
      await writers.more(15)
      before = writers.acknowledged.length
      const [backup, busy] = await Promise.all([runCommand(varFolder, ['backup', file, '--json']), verify(varFolder)])
      expect(backup, backup.errors).toMatchObject({ status: 0 })
      expect(busy.found.problems, 'verify beside the running program').toEqual([])
      await writers.more(10)
      const second = await RunningProgram.start(varFolder).catch((error: Error) => error)
      expect(second).toBeInstanceOf(Error)
      expect(String(second)).toContain('exit 1')
      await writers.more(5)
    } finally {
      await writers.end()
      await program.stop()
    }
    expect(writers.unexpected).toEqual([])
    const restored = await runCommand(other, ['restore', file, '--json'])
    expect(restored, restored.errors).toMatchObject({ status: 0 })
    expect(await verify(other)).toMatchObject({ status: 0, found: { problems: [] } })
    const stored = await countStored(other)
    const lost = writers.acknowledged.slice(0, before).filter(({ kind, text }) => stored[kind]!.get(text) !== 1)
    expect(lost, 'acknowledged before the backup began').toEqual([])
    const again = await RunningProgram.start(other)
    const page = await fetch(`${again.address}/dang-nhap`)
    expect(page.status).toBe(200)
    expect(await again.stop()).toBe(0)
    const refused = await runCommand(other, ['restore', file])
    expect(refused.status).toBe(1)
    expect(refused.errors).toContain('không trống')
  }))

test('verify finds a line of the log, a file, a regulation that were changed; exit 1, and 2 for wrong use', () =>
  inTemporaryFolder(async (folder) => {
    const varFolder = join(folder, 'var')
    const writers = new OfficeWriters(await prepareOffice(varFolder))
    const program = await RunningProgram.start(varFolder)
    try {
      await writers.begin(program)
      await writers.more(9)
    } finally {
      await writers.end()
      await program.stop()
    }
    expect(await verify(varFolder)).toMatchObject({ status: 0 })
    const files = join(varFolder, 'files')
    const inner = (await readdir(files, { recursive: true })).map((name) => join(files, name))
    const kept = []
    for (const path of inner) if ((await stat(path)).isFile()) kept.push(path)
    const original = await readFile(kept[0]!)
    await appendFile(kept[0]!, ' ')
    await tamper(varFolder, [
      `UPDATE change_log SET reason = 'khác' WHERE seq = 2 AND authority_id = (SELECT max(authority_id) FROM change_log)`,
      `UPDATE regulation_version SET data = data || '{"name":"khác"}' WHERE id = (SELECT min(id) FROM regulation_version)`,
    ])
    const { status, found, errors } = await verify(varFolder)
    expect(status).toBe(1)
    expect(found.problems.map(({ part, what }) => `${part} ${what.split(' ')[0]}`).sort()).toEqual([
      'files altered',
      'log line-altered',
      'regulations stored',
    ])
    expect(errors).toContain('điểm không đúng')
    await writeFile(kept[0]!, original)
    expect((await verify(varFolder)).found.problems.map(({ part }) => part).sort()).toEqual(['log', 'regulations'])
    expect(await runCommand(varFolder, ['verify', '--wrong'])).toMatchObject({ status: 2 })
    expect(await runCommand(join(folder, 'nothing'), ['verify'])).toMatchObject({ status: 1 })
  }))

/** As somebody with the rights of the database's owner. */
async function tamper(varFolder: string, statements: readonly string[]): Promise<void> {
  const access = await accessDatabase({ folder: databaseFolder(varFolder), purpose: 'serve', migrate: false })
  await withClient(access.ownerUrl, async (client) => {
    // even without the triggers that guard the log
    await client.query('SET session_replication_role = replica')
    for (const statement of statements) await client.query(statement)
  })
  await access.close()
}
