import { afterAll, beforeAll, expect, it } from 'vitest'
import { addTestAuthority } from '../../tests/support/test-authority.ts'
import { createTestDatabase, type TestDatabase } from '../../tests/support/test-database.ts'
import type { Day } from '../platform/day.ts'
import { deleteDraft, deleteExpired, findDraft, keepDraft, markDraftSent } from './portal-draft-store.ts'
import { passLimits } from './portal-limit.ts'
import { openDraft, sealDraft } from './sealed-draft.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const now = new Date('2026-03-02T09:30:00+07:00')

it('lets an address send ten an hour, thirty more to be looked at, and then none until the hour is over', async () => {
  const verdicts = []
  for (let at = 0; at < 41; at += 1)
    verdicts.push(await passLimits(database.db, [{ limit: 'send by address', of: '203.0.113.5' }], now))
  expect(verdicts[9]).toEqual({ passed: true, over: [] })
  expect(verdicts[10]).toEqual({ passed: true, over: ['send by address'] })
  expect(verdicts[40]).toEqual({ passed: false, retryAfterSeconds: 1800 })
  // another address, and the next hour, are free
  expect(await passLimits(database.db, [{ limit: 'send by address', of: '203.0.113.6' }], now)).toMatchObject({
    over: [],
  })
  const later = new Date(now.getTime() + 1_800_000)
  expect(await passLimits(database.db, [{ limit: 'send by address', of: '203.0.113.5' }], later)).toMatchObject({
    over: [],
  })
})

it('counts what many ask at once exactly, whoever counts', async () => {
  const all = Array.from({ length: 30 }, () => passLimits(database.db, [{ limit: 'code by address', of: 'x' }], now))
  const verdicts = await Promise.all(all)
  expect(verdicts.filter((one) => one.passed)).toHaveLength(20)
})

it('keeps no address: only its hash under the salt of the day, which is gone two days later', async () => {
  const rows = await database.db.selectFrom('portalCount').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain('203.0.113')
  await deleteExpired(database.db, now, new Date(now.getTime() + 3_600_000), '2026-03-03' as Day)
  expect(await database.db.selectFrom('portalSalt').selectAll().execute()).toEqual([])
  expect(await database.db.selectFrom('portalCount').selectAll().execute()).toEqual([])
})

it('keeps a draft that only its secret opens, until it expires or was sent', async () => {
  const authorityId = await addTestAuthority(database.db)
  const sealed = sealDraft('secret', { contents: ['Chưa gửi'] })
  expect(sealed.toString('latin1')).not.toContain('gửi')
  expect(openDraft('secret', sealed)).toEqual({ contents: ['Chưa gửi'] })
  expect(() => openDraft('other', sealed)).toThrow()
  const kept = { authorityId, secretHash: 'h', sealed, fileHashes: [], now, expiresAt: new Date(now.getTime() + 1000) }
  await keepDraft(database.db, kept)
  expect(await findDraft(database.db, authorityId, 'h', now)).toMatchObject({ sentAt: null })
  expect(await findDraft(database.db, authorityId, 'h', kept.expiresAt)).toBeNull()
  await markDraftSent(database.db, authorityId, 'h', now)
  await keepDraft(database.db, kept)
  expect(await findDraft(database.db, authorityId, 'h', now)).toMatchObject({ sentAt: now, sealed: Buffer.alloc(0) })
  await deleteDraft(database.db, authorityId, 'h')
  expect(await findDraft(database.db, authorityId, 'h', now)).toBeNull()
})
