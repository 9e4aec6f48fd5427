import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { accessDatabase } from '../../src/platform/db/database-access.ts'
import { withClient } from '../../src/platform/db/database-roles.ts'
import { inTemporaryFolder } from './temporary-folder.ts'

const rounds = process.env['PROOF'] === '1' ? 200 : 20
const PROGRAM = join(import.meta.dirname, 'writing-program.ts')

function startProgram(folder: string, first: number): ChildProcess {
  return spawn(process.execPath, [PROGRAM, folder, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] })
}

test(
  `${rounds} kills of the program: the next one adopts its server, and nothing acknowledged is lost`,
  {
    timeout: rounds * 6_000,
  },
  () =>
    inTemporaryFolder(async (folder) => {
      const data = join(folder, 'db')
      const first = await accessDatabase({ folder: data, purpose: 'serve', migrate: false })
      await withClient(first.ownerUrl, async (client) => {
        await client.query('CREATE TABLE kept (number int PRIMARY KEY)')
        await client.query('GRANT SELECT, INSERT ON kept TO doi_thoai')
      })
      await first.close()
      const acknowledged: number[] = []
      for (let round = 0; round < rounds; round++) {
        const program = startProgram(data, round * 1_000_000)
        const ended = once(program, 'exit')
        const from = acknowledged.length
        for await (const line of createInterface({ input: program.stdout! })) {
          if (line !== 'ready') acknowledged.push(Number(line))
          if (acknowledged.length === from + 20) program.kill('SIGKILL')
        }
        expect(await ended).toEqual([null, 'SIGKILL'])
      }
      const last = await accessDatabase({ folder: data, purpose: 'serve', migrate: false })
      const { rows } = await withClient(last.ownerUrl, (client) => client.query('SELECT number FROM kept'))
      await last.close()
      const kept = new Set(rows.map((row) => row.number))
      expect(acknowledged.filter((number) => !kept.has(number))).toEqual([])
      expect(acknowledged.length).toBeGreaterThanOrEqual(rounds * 20)
    }),
)
