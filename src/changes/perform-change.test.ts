import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { testActor } from '../../tests/support/test-actor.ts'
import { createTestDatabase, type TestDatabase } from '../../tests/support/test-database.ts'
import { insertAgency, listAgencies } from '../agencies/agency-store.ts'
import { insertAuthority } from '../agencies/authority-store.ts'
import { systemClock } from '../platform/clock.ts'
import type { Day } from '../platform/day.ts'
import { BrokenRule, NotFound, NotPermitted } from '../platform/errors.ts'
import { text } from '../platform/form-fields.ts'
import { defineChange } from './define-change.ts'
import { performChange } from './perform-change.ts'
import { verifyLog } from './verify-log.ts'

const START = '2025-07-01' as Day
let database: TestDatabase
let authorityId: number

const addPlace = defineChange({
  name: 'agency/add',
  permission: 'agency:manage',
  input: z.object({ name: text(100), fail: z.boolean().default(false) }),
  async run(context, input) {
    const id = await insertAgency(context.db, {
      authorityId: context.authorityId,
      parentId: null,
      name: input.name,
      shortName: input.name,
      kind: 'village',
      roleKey: null,
      level: 'village',
      external: false,
      fromDay: START,
      toDay: null,
    })
    context.record({ subjectKind: 'agency', subjectId: id, after: { name: input.name } })
    if (input.fail) throw new BrokenRule('agency/test')
    return { id }
  },
})

const forget = defineChange({
  name: 'agency/forget',
  permission: 'agency:manage',
  input: z.object({}),
  run: async () => null,
})

async function perform(
  input: { name: string; fail?: boolean },
  key: string = randomUUID(),
  role: Parameters<typeof testActor>[0] = 'administrator',
) {
  return performChange({ db: database.db, clock: systemClock }, addPlace, {
    actor: testActor(role, { authorityId, accountId: null }),
    authorityId,
    input,
    key,
  })
}

const names = async () => (await listAgencies(database.db, authorityId)).map((agency) => agency.name)

beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 12 })
  authorityId = await insertAuthority(database.db, {
    slug: 'thu',
    name: 'Xã Thử',
    shortName: 'Thử',
    kind: 'commune',
    placeName: 'Thử',
    parentAuthorityId: null,
    fromDay: START,
    toDay: null,
    casePrefix: 'TH',
    voters: null,
    totpRequired: false,
    demo: false,
  })
})
afterAll(() => database.close())

describe('a change', () => {
  it('writes record and log line together, and the chain verifies', async () => {
    const done = await perform({ name: 'Thôn Một' })
    expect(done).toMatchObject({ ok: true, repeated: false })
    const { lines, problems } = await verifyLog(database.db)
    expect(problems).toEqual([])
    expect(lines).toBeGreaterThanOrEqual(1)
  })

  it('gives wrong input back as a value and stores nothing', async () => {
    expect(await perform({ name: '  ' })).toEqual({ ok: false, errors: { name: 'required' } })
  })

  it('refuses whom the table does not name', async () => {
    await expect(perform({ name: 'Thôn Cấm' }, randomUUID(), 'collector')).rejects.toThrow(NotPermitted)
    expect(await names()).not.toContain('Thôn Cấm')
  })

  it('answers “not found” where even knowing is not allowed', async () => {
    const hidden = defineChange({
      ...addPlace,
      scope: async (_db, id) => ({ authorityId: id, seenBy: 'account:manage' }),
    })
    const actor = testActor('collector', { authorityId })
    const call = performChange({ db: database.db, clock: systemClock }, hidden, {
      actor,
      authorityId,
      input: { name: 'x' },
      key: randomUUID(),
    })
    await expect(call).rejects.toThrow(NotFound)
  })

  it('leaves neither record, nor line, nor key behind when its rule breaks', async () => {
    const key = randomUUID()
    await expect(perform({ name: 'Thôn Hỏng', fail: true }, key)).rejects.toThrow(BrokenRule)
    expect(await names()).not.toContain('Thôn Hỏng')
    expect((await verifyLog(database.db)).problems).toEqual([])
    // the key was not used up: the corrected form goes through
    expect(await perform({ name: 'Thôn Lành' }, key)).toMatchObject({ ok: true, repeated: false })
  })

  it('must leave a trace', async () => {
    const actor = testActor('administrator', { authorityId })
    const call = performChange({ db: database.db, clock: systemClock }, forget, {
      actor,
      authorityId,
      input: {},
      key: randomUUID(),
    })
    await expect(call).rejects.toThrow('left no trace')
  })

  it('makes one record of the same form posted 50 times at once', async () => {
    const rounds = process.env['PROOF'] ? 200 : 4
    for (let round = 0; round < rounds; round += 1) {
      const key = randomUUID()
      const name = `Thôn ${round} ${key}`
      const all = await Promise.all(Array.from({ length: 50 }, () => perform({ name }, key)))
      const ids = new Set(all.map((one) => (one.ok ? one.value.id : 0)))
      expect(ids.size).toBe(1)
      expect((await names()).filter((one) => one === name)).toHaveLength(1)
    }
  })

  it('refuses a key that was used for something else', async () => {
    const key = randomUUID()
    await perform({ name: 'Thôn Hai' }, key)
    await expect(perform({ name: 'Thôn Ba' }, key)).rejects.toMatchObject({ code: 'form/key-reused' })
  })

  it('is done once though its connections are cut in the middle', async () => {
    const admin = new pg.Client({ connectionString: database.ownerUrl })
    await admin.connect()
    const rounds = process.env['PROOF'] ? 1000 : 40
    const made: string[] = []
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and application_name = 'doi-thoai'`
    for (let round = 0; round < rounds; round += 1) {
      const name = `Thôn cắt ${round}`
      // one cut for each change, each time a little later: before, within, at its COMMIT, or after it
      const doing = perform({ name })
      await new Promise((done) => setTimeout(done, (round * 7) % 23))
      await admin.query(cut)
      expect((await doing).ok).toBe(true)
      made.push(name)
    }
    await admin.end()
    const stored = (await names()).filter((name) => name.startsWith('Thôn cắt'))
    expect(stored.sort()).toEqual(made.sort())
    expect((await verifyLog(database.db)).problems).toEqual([])
  })
})
