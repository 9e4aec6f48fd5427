import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database.ts'
import { camelCase, snakeCase } from './column-names.ts'
import { fixedRead } from './fixed-read.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

describe('a read written once', () => {
  const built: number[] = []
  const sums = fixedRead((db, left: number, right: number) => {
    built.push(1)
    return db.selectNoFrom([sql<number>`${left}::int + ${right}::int + ${100}::int`.as('wholeSum')])
  })

  test('gives each caller the rows of their own values', async () => {
    const answers = await Promise.all([1, 2, 3].map((left) => sums(database.db, left, 10)))
    expect(answers).toEqual([[{ wholeSum: 111 }], [{ wholeSum: 112 }], [{ wholeSum: 113 }]])
    expect(built).toHaveLength(1)
  })

  test('sees what the transaction wrote before it', async () => {
    const accounts = fixedRead((db, login: string) =>
      db.selectFrom('account').select(['login', 'mustChangePassword']).where('login', '=', login),
    )
    await database.db.transaction().execute(async (trx) => {
      await trx.insertInto('account').values({ login: 'fixed', displayName: 'A', passwordHash: 'x' }).execute()
      expect(await accounts(trx, 'fixed')).toEqual([{ login: 'fixed', mustChangePassword: expect.any(Boolean) }])
      expect(await accounts(database.db, 'fixed')).toEqual([])
    })
  })
})

test('names go from one way of writing to the other and back', () => {
  for (const name of ['id', 'dueOn', 'sha256', 'createdByAccountId', 'x1Y2'])
    expect(camelCase(snakeCase(name))).toBe(name)
  expect(snakeCase('requiredWithinDays')).toBe('required_within_days')
  expect(camelCase('_hidden_name')).toBe('_hiddenName')
})
