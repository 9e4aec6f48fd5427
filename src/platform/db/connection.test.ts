import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database.ts'
import { openDatabase } from './connection.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

test('values arrive as the code expects them', async () => {
  const { rows } = await sql`SELECT date '2025-10-29' AS held_on, array[date '2025-01-02', null] AS some_days,
    12345678901::bigint AS a_count, array[1::bigint, null] AS some_counts, 1.25::numeric AS a_share,
    timestamptz '2025-10-29 08:00+07' AS opened_at, '{"keyInJson": {"other_key": 1}}'::jsonb AS in_json`.execute(
    database.db,
  )
  expect(rows[0]).toEqual({
    heldOn: '2025-10-29',
    someDays: ['2025-01-02', null],
    aCount: 12345678901,
    someCounts: [1, null],
    aShare: 1.25,
    openedAt: new Date('2025-10-29T01:00:00Z'),
    inJson: { keyInJson: { other_key: 1 } },
  })
})

test('the day of the session is the day in Việt Nam, and Đ folds to đ', async () => {
  const { rows } = await sql<Record<string, string>>`SELECT (timestamptz '2025-10-28 17:00Z')::date AS day,
    lower('ĐỐI THOẠI') AS small`.execute(database.db)
  expect(rows[0]).toEqual({ day: '2025-10-29', small: 'đối thoại' })
})

test('the running program may add to the change log but not rewrite it', async () => {
  const { db } = database
  await sql`INSERT INTO change_log (authority_id, seq, at, action, subject_kind, prev_hash, hash)
    VALUES (1, 1, now(), 'x', 'x', '', '')`.execute(db)
  for (const statement of ['UPDATE change_log SET hash = ', 'DELETE FROM change_log WHERE hash <> ']) {
    await expect(sql.raw(`${statement}'y'`).execute(db)).rejects.toMatchObject({ code: '42501' })
  }
  await expect(sql`TRUNCATE change_log`.execute(db)).rejects.toMatchObject({ code: '42501' })
  await expect(sql`DELETE FROM schema_migration`.execute(db)).rejects.toMatchObject({ code: '42501' })
})

test('settings given in the address stand beside those of the program', async () => {
  const db = openDatabase(`${database.url}?options=-c%20statement_timeout%3D1234`)
  const { rows } =
    await sql`SELECT current_setting('timezone') AS zone, current_setting('statement_timeout') AS longest`.execute(db)
  await db.destroy()
  expect(rows[0]).toEqual({ zone: 'Asia/Ho_Chi_Minh', longest: '1234ms' })
})
