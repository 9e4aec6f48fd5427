import { Kysely, type PostgresPool } from 'kysely'
import type { Database, Db } from '../../src/platform/db/connection.ts'
import { openPool } from '../../src/platform/db/connection.ts'
import { NamingDialect } from '../../src/platform/db/turn-driver.ts'

/** What was done to a query on purpose. */
export class SabotageError extends Error {
  override name = 'SabotageError'
}

type Harm = (run: () => Promise<unknown>, text: string) => Promise<unknown>

/** The n-th query is never sent. */
export const notSent: Harm = async () => {
  throw new SabotageError('the query was not sent')
}

/** The n-th query is done by the server, but its reply is lost with the connection. */
export const replyLost: Harm = async (run) => {
  await run()
  throw Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' })
}

/** A database through which the n-th query of those that follow can be made to fail. One connection. */
export function openFailingDatabase(url: string) {
  const pool = openPool(url, { poolSize: 1 })
  const state: { calls: string[]; harmAt: (text: string, n: number) => Harm | null } = {
    calls: [],
    harmAt: () => null,
  }
  const harmed: PostgresPool = {
    connect: async () => {
      const client = await pool.connect()
      const query = (first: unknown, values?: readonly unknown[]) => {
        const text = typeof first === 'string' ? first : (first as { text: string }).text
        state.calls.push(text)
        const run = () => client.query(first as string, values as unknown[])
        const harm = state.harmAt(text, state.calls.length)
        return harm ? harm(run, text) : run()
      }
      return { query, release: () => client.release() } as never
    },
    end: () => pool.end(),
    options: pool.options,
  }
  const db: Db = new Kysely<Database>({
    dialect: new NamingDialect({ pool: harmed }),
  })
  return {
    db,
    /** What was asked since `arm`, in order. */
    calls: () => state.calls,
    /** From now on the queries are counted from 1; where `harmAt` gives a harm, it is done. */
    arm(harmAt: (text: string, n: number) => Harm | null = () => null) {
      state.calls = []
      state.harmAt = harmAt
    },
    close: () => db.destroy(),
  }
}
