import { openPool } from '../../src/platform/db/connection.ts'
import { accessDatabase } from '../../src/platform/db/database-access.ts'

// A small program on the folder given: says `ready`; given a number, it writes from there on into the table `kept`, saying
// each when the database acknowledged it.
const [folder, first] = process.argv.slice(2)
const access = await accessDatabase({ folder: folder!, purpose: 'serve', migrate: false })
const pool = openPool(access.url, { poolSize: 1 })
process.on('SIGTERM', async () => {
  await pool.end()
  await access.close()
  process.exit(0)
})
process.stdout.write('ready\n')
if (first !== undefined) await write(Number(first))

async function write(from: number): Promise<never> {
  for (let number = from; ; number++) {
    await pool.query('INSERT INTO kept (number) VALUES ($1)', [number])
    process.stdout.write(`${number}\n`)
  }
}
