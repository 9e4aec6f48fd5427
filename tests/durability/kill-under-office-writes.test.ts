import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { kill } from '../../src/platform/db/server-processes.ts'
import { databaseFolder, RunningProgram, runCommand } from '../support/running-program.ts'
import { countStored, OfficeWriters, prepareOffice } from './office-writers.ts'
import { inTemporaryFolder } from './temporary-folder.ts'

const rounds = process.env['PROOF'] === '1' ? 200 : 20
/** 2 × 200 rounds × 50 = 20,000 acknowledged writes in the proof */
const writesBetween = process.env['PROOF'] === '1' ? 50 : 6
const timeout = rounds * 30_000

async function expectAllThereOnce(varFolder: string, writers: OfficeWriters): Promise<void> {
  expect(writers.unexpected).toEqual([])
  const stored = await countStored(varFolder)
  const wrong = writers.acknowledged.filter(({ kind, text }) => stored[kind]!.get(text) !== 1)
  expect(wrong, 'lost or doubled').toEqual([])
  for (const kind of ['submission', 'urging', 'file']) {
    const own = [...stored[kind]!].filter(([text]) => text.startsWith(`${kind}-`))
    expect(own.filter(([, count]) => count !== 1)).toEqual([])
    expect(own).toHaveLength(writers.acknowledged.filter((write) => write.kind === kind).length)
  }
  for (const { text } of writers.acknowledged.filter((write) => write.kind === 'submission')) {
    expect([stored['petition']!.get(`${text} a`), stored['petition']!.get(`${text} b`)]).toEqual([1, 1])
  }
  const verified = await runCommand(varFolder, ['verify', '--json'])
  expect(verified, verified.errors).toMatchObject({ status: 0 })
  const found = JSON.parse(verified.output)
  expect(found.problems).toEqual([])
  expect(found.logLines).toBeGreaterThanOrEqual(writers.acknowledged.length)
  expect(found.files).toBeGreaterThanOrEqual(writers.acknowledged.filter((write) => write.kind === 'file').length)
}

test(`${rounds} times kill -9 of the program under writes at its pages: nothing lost, nothing twice`, { timeout }, () =>
  inTemporaryFolder(async (folder) => {
    const varFolder = join(folder, 'var')
    const writers = new OfficeWriters(await prepareOffice(varFolder))
    let program = await RunningProgram.start(varFolder)
    await writers.begin(program)
    try {
      for (let round = 0; round < rounds; round += 1) {
        await writers.more(writesBetween)
        await program.kill()
        program = await RunningProgram.start(varFolder)
        writers.moveTo(program)
      }
      await writers.more(writesBetween)
    } finally {
      await writers.end()
      await program.stop()
    }
    expect(await program.stop(), program.errors).toBe(0)
    await expectAllThereOnce(varFolder, writers)
    expect(writers.acknowledged.length).toBeGreaterThanOrEqual(rounds * writesBetween)
  }),
)

test(
  `${rounds} times kill -9 of the database under writes at the pages: the program goes on without restart`,
  { timeout },
  () =>
    inTemporaryFolder(async (folder) => {
      const varFolder = join(folder, 'var')
      const writers = new OfficeWriters(await prepareOffice(varFolder))
      const program = await RunningProgram.start(varFolder)
      await writers.begin(program)
      const pidFile = join(databaseFolder(varFolder), 'data', 'postmaster.pid')
      const killServer = async () => {
        const [pid] = (await readFile(pidFile, 'utf8').catch(() => '')).split('\n')
        return Number(pid) > 0 && kill(Number(pid), 'SIGKILL')
      }
      let stillRunning = false
      try {
        for (let round = 0; round < rounds; round += 1) {
          await writers.more(writesBetween)
          while (!(await killServer())) await wait(5)
        }
        await writers.more(writesBetween)
        stillRunning = program.process.exitCode === null
      } finally {
        await writers.end()
        await program.stop()
      }
      expect(stillRunning).toBe(true)
      expect(await program.stop(), program.errors).toBe(0)
      await expectAllThereOnce(varFolder, writers)
    }),
)
