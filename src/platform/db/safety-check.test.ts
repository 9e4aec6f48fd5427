import { expect, test } from 'vitest'
import { createTestDatabase } from '../../../tests/support/test-database.ts'
import { openDatabase } from './connection.ts'
import { judgeSettings, refuseUnsafeServer } from './safety-check.ts'

const safe = {
  version: '18.4',
  versionNumber: '180004',
  fsync: 'on',
  fullPageWrites: 'on',
  synchronousCommit: 'on',
  dataChecksums: 'on',
  encoding: 'UTF8',
}

test('safe settings pass, also with a synchronous standby', () => {
  expect(judgeSettings(safe)).toEqual({ version: '18.4', dangers: [], warnings: [] })
  expect(judgeSettings({ ...safe, synchronousCommit: 'remote_apply' }).dangers).toEqual([])
})

test.each([
  ['fsync', { fsync: 'off' }],
  ['full_page_writes', { fullPageWrites: 'off' }],
  ['synchronous_commit', { synchronousCommit: 'off' }],
  ['synchronous_commit', { synchronousCommit: 'local' }],
  ['synchronous_commit', { synchronousCommit: 'remote_write' }],
  ['server_encoding', { encoding: 'SQL_ASCII' }],
  ['PostgreSQL 14.9', { version: '14.9', versionNumber: '140009' }],
])('%s is a danger', (name, change) => {
  const { dangers, warnings } = judgeSettings({ ...safe, ...change })
  expect(dangers).toEqual([expect.stringContaining(name)])
  expect(warnings).toEqual([])
})

test('missing checksums are only warned of', () => {
  expect(judgeSettings({ ...safe, dataChecksums: 'off' })).toMatchObject({
    dangers: [],
    warnings: ['data_checksums = off'],
  })
})

test('the program refuses a connection whose commits do not wait for the disk', async () => {
  const database = await createTestDatabase()
  const unsafe = openDatabase(`${database.url}?options=-c%20synchronous_commit%3Doff`)
  try {
    expect(await refuseUnsafeServer(database.db)).toEqual([])
    await expect(refuseUnsafeServer(unsafe)).rejects.toMatchObject({ code: 'database/unsafe-settings' })
  } finally {
    await unsafe.destroy()
    await database.close()
  }
})
