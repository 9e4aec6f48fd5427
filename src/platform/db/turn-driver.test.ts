import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database.ts'
import type { Db } from './connection.ts'
import { withClient } from './database-roles.ts'
import { isPassingFault } from './passing-fault.ts'

let database: TestDatabase
let db: Db

beforeAll(async () => {
  database = await createTestDatabase()
  db = database.db
})
afterAll(() => database.close())

const backend = (on: Db = db) =>
  sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(on).then(({ rows }) => rows[0]!.pid)

describe('reads of one turn', () => {
  it('share a connection and get each its own answer', async () => {
    const ask = (n: number) =>
      sql<{ n: number; pid: number }>`select ${n}::int as n, pg_backend_pid() as pid`.execute(db)
    const answers = (await Promise.all(Array.from({ length: 40 }, (_, n) => ask(n)))).map(({ rows }) => rows[0]!)
    expect(answers.map(({ n }) => n)).toEqual(Array.from({ length: 40 }, (_, n) => n))
    expect(new Set(answers.map(({ pid }) => pid)).size).toBe(1)
  })

  it('do not fail with one of them, nor afterwards', async () => {
    const outcomes = await Promise.allSettled([
      backend(),
      sql`select ${'x'}::int`.execute(db),
      sql`select 1 / ${0}::int`.execute(db),
      backend(),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
    for (let again = 0; again < 3; again += 1)
      await expect(sql`select ${'x'}::int`.execute(db)).rejects.toThrow('integer')
    expect(await backend()).toBeGreaterThan(0)
  })

  it('stand apart from transactions, which see their own writes alone', async () => {
    const head = (on: Db) =>
      on.selectFrom('changeLogHead').select('seq').where('authorityId', '=', 77).executeTakeFirst()
    await db.transaction().execute(async (transaction) => {
      await transaction.insertInto('changeLogHead').values({ authorityId: 77, seq: 5, hash: 'x' }).execute()
      const [inside, outside, own, other] = await Promise.all([
        head(transaction),
        head(db),
        backend(transaction),
        backend(),
      ])
      expect([inside?.seq, outside?.seq]).toEqual([5, undefined])
      expect(own).not.toBe(other)
    })
    expect((await head(db))?.seq).toBe(5)
  })

  it('roll back, and give every connection back', async () => {
    for (let round = 0; round < 20; round += 1) {
      const failing = db.transaction().execute(async (transaction) => {
        await transaction.insertInto('changeLogHead').values({ authorityId: 78, seq: 1, hash: 'x' }).execute()
        throw new Error('not after all')
      })
      await expect(failing).rejects.toThrow('not after all')
      await expect(sql`update change_log_head set seq = ${'x'}::bigint`.execute(db)).rejects.toThrow('bigint')
    }
    expect(await db.selectFrom('changeLogHead').select('seq').where('authorityId', '=', 78).execute()).toEqual([])
  })

  it('find another connection when theirs is cut', async () => {
    const cut = await backend()
    const waiting = Promise.allSettled([sql`select pg_sleep(${5}::float)`.execute(db), backend()])
    await new Promise((done) => setTimeout(done, 300))
    await withClient(database.ownerUrl, (client) =>
      client.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep%' and pid <> pg_backend_pid()",
      ),
    )
    for (const outcome of await waiting) {
      expect(outcome.status).toBe('rejected')
      expect(isPassingFault((outcome as PromiseRejectedResult).reason)).toBe(true)
    }
    expect(await backend()).not.toBe(cut)
  })
})
