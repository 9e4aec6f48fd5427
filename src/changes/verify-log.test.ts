import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testActor } from '../../tests/support/test-actor.ts'
import { createTestDatabase, type TestDatabase } from '../../tests/support/test-database.ts'
import { appendToLog, erasePersonalOf } from './change-log-store.ts'
import { sealLog, verifyLog } from './verify-log.ts'

const CHAINS = [1, 2, 3]
const LINES = 30
let database: TestDatabase
let owner: pg.Client

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  for (const authorityId of CHAINS) {
    const actor = testActor('clerk', { authorityId })
    for (let n = 1; n <= LINES; n += 1) {
      await appendToLog(database.db, { authorityId, at: new Date(1_700_000_000_000 + n), actor, requestKey: `${n}` }, [
        {
          subjectKind: 'petitioner',
          subjectId: n,
          action: 'petitioner/add',
          before: null,
          after: { name: `Người ${n}`, village: 'Thôn Một', headcount: n },
          personal: ['name'],
        },
      ])
    }
  }
  await sealLog(database.db, new Date(1_700_000_100_000))
})
afterAll(async () => {
  await owner.end()
  await database.close()
})

/** Does something forbidden as the owner with the guards off, looks, and takes it back. */
async function tampered(statements: string[]) {
  await owner.query('begin')
  try {
    await owner.query('alter table change_log disable trigger user')
    await owner.query('alter table change_log_seal disable trigger user')
    for (const statement of statements) await owner.query(statement)
    await owner.query('commit')
    return (await verifyLog(database.db)).problems.length
  } finally {
    await owner.query('rollback').catch(() => {})
  }
}

async function keepCopy() {
  await owner.query('create table if not exists log_copy as table change_log')
  await owner.query('create table if not exists head_copy as table change_log_head')
}

async function putBack() {
  await owner.query('begin')
  await owner.query('alter table change_log disable trigger user')
  await owner.query('delete from change_log')
  await owner.query('insert into change_log select * from log_copy')
  await owner.query('delete from change_log_head')
  await owner.query('insert into change_log_head select * from head_copy')
  await owner.query('alter table change_log enable trigger user')
  await owner.query('commit')
}

describe('the chain of the log', () => {
  it('is whole when nobody touched it', async () => {
    expect(await verifyLog(database.db)).toEqual({ lines: CHAINS.length * LINES, problems: [] })
  })

  it('cannot be rewritten by the running program', async () => {
    await expect(database.db.deleteFrom('changeLog').execute()).rejects.toThrow()
    await expect(database.db.updateTable('changeLog').set({ reason: 'x' }).execute()).rejects.toThrow()
  })

  it('shows every edited, deleted, inserted, swapped and cut line', async () => {
    await keepCopy()
    const rounds = process.env['PROOF'] ? 500 : 25
    const missed: string[][] = []
    for (let round = 0; round < rounds; round += 1) {
      const chain = CHAINS[round % CHAINS.length]!
      const seq = 1 + ((round * 7) % (LINES - 1))
      const ways: string[][] = [
        [`update change_log set after = after || '{"headcount": 999}' where authority_id = ${chain} and seq = ${seq}`],
        [`delete from change_log where authority_id = ${chain} and seq = ${seq}`],
        [
          `update change_log set seq = -1 where authority_id = ${chain} and seq = ${seq}`,
          `update change_log set seq = ${seq} where authority_id = ${chain} and seq = ${seq + 1}`,
          `update change_log set seq = ${seq + 1} where authority_id = ${chain} and seq = -1`,
        ],
        [
          `insert into change_log select authority_id, ${LINES + 1}, at, account_id, agency_id, action, subject_kind, subject_id, before, after, reason, request_key, prev_hash, hash
           from change_log where authority_id = ${chain} and seq = ${seq}`,
        ],
        // the tail cut cleanly, head rewritten: only the seal over all heads shows it
        [
          `delete from change_log where authority_id = ${chain} and seq > ${seq}`,
          `update change_log_head set seq = ${seq}, hash = (select hash from change_log where authority_id = ${chain} and seq = ${seq}) where authority_id = ${chain}`,
        ],
      ]
      const way = ways[round % ways.length]!
      if ((await tampered(way)) === 0) missed.push(way)
      await putBack()
    }
    expect(missed).toEqual([])
    expect((await verifyLog(database.db)).problems).toEqual([])
  })

  it('still verifies after personal values were erased, and not after they were exchanged', async () => {
    await owner.query(`update change_log_personal set value = '"Người khác"' where authority_id = 2 and seq = 5`)
    expect((await verifyLog(database.db)).problems).toEqual([{ authorityId: 2, seq: 5, problem: 'personal-altered' }])
    await erasePersonalOf(database.db, 2, 'petitioner', [5])
    expect((await verifyLog(database.db)).problems).toEqual([])
  })
})
