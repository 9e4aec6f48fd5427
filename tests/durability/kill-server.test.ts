import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openPool } from '../../src/platform/db/connection.ts'
import { accessDatabase } from '../../src/platform/db/database-access.ts'
import { withClient } from '../../src/platform/db/database-roles.ts'
import { isPassingFault } from '../../src/platform/db/passing-fault.ts'
import { kill } from '../../src/platform/db/server-processes.ts'
import { inTemporaryFolder } from './temporary-folder.ts'

const rounds = process.env['PROOF'] === '1' ? 200 : 20
const writers = 4

async function killServer(pidFile: string): Promise<boolean> {
  const [pid] = (await readFile(pidFile, 'utf8').catch(() => '')).split('\n')
  return Number(pid) > 0 && kill(Number(pid), 'SIGKILL')
}

test(
  `${rounds} kills of the database server under writes: it comes back, nothing acknowledged is lost or doubled`,
  {
    timeout: rounds * 6_000,
  },
  () =>
    inTemporaryFolder(async (folder) => {
      const access = await accessDatabase({ folder: join(folder, 'db'), purpose: 'serve', migrate: false })
      await withClient(access.ownerUrl, async (client) => {
        await client.query('CREATE TABLE kept (key text PRIMARY KEY)')
        await client.query('GRANT SELECT, INSERT ON kept TO doi_thoai')
      })
      const pool = openPool(access.url, { poolSize: writers })
      const acknowledged: string[] = []
      const unexpected: unknown[] = []
      let writing = true
      const write = async (writer: number) => {
        for (let number = 0; writing; number++) {
          const key = `${writer}-${number}`
          // a lost reply is asked for again under the same key, as the program's changes do
          for (let done = false; !done && unexpected.length === 0; ) {
            try {
              await pool.query('INSERT INTO kept (key) VALUES ($1) ON CONFLICT DO NOTHING', [key])
              acknowledged.push(key)
              done = true
            } catch (error) {
              if (!isPassingFault(error)) unexpected.push(error)
              await wait(20)
            }
          }
        }
      }
      const moreWrites = async () => {
        const enough = acknowledged.length + 20
        while (acknowledged.length < enough && unexpected.length === 0) await wait(5)
      }
      const allWriters = Array.from({ length: writers }, (_, writer) => write(writer))
      try {
        for (let round = 0; round < rounds; round++) {
          await moreWrites()
          // connections outlive the server killed the round before for a moment: then there is none to kill yet
          while (!(await killServer(join(folder, 'db', 'data', 'postmaster.pid')))) await wait(5)
        }
        await moreWrites()
      } finally {
        writing = false
        await Promise.all(allWriters)
        await pool.end()
      }
      expect(unexpected).toEqual([])
      const { rows } = await withClient(access.ownerUrl, (client) => client.query('SELECT key FROM kept'))
      await access.close()
      const kept = new Set(rows.map((row) => row.key))
      expect(acknowledged.filter((key) => !kept.has(key))).toEqual([])
      expect(rows).toHaveLength(acknowledged.length)
      expect(acknowledged.length).toBeGreaterThanOrEqual(rounds * 20)
    }),
)
