import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseDay } from '../src/platform/day.ts'
import { openFileStore } from '../src/platform/files/file-store.ts'
import { loadRegulationFiles } from '../src/regulations/load-regulation-files.ts'
import { syncShippedRegulations } from '../src/regulations/regulation-store.ts'
import { createTestDatabase, type TestDatabase } from '../tests/support/test-database.ts'
import { loadDemo } from './demo-authorities.ts'

let database: TestDatabase
let folder: string

beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 8 })
  folder = await mkdtemp(join(tmpdir(), 'doi-thoai-demo-'))
  await syncShippedRegulations(database.db, await loadRegulationFiles())
  const files = openFileStore(join(folder, 'files'))
  await loadDemo({ db: database.db, files, today: parseDay('2026-11-20'), say: console.log })
}, 180_000)

afterAll(async () => {
  await database?.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the demo', () => {
  it('loads', async () => {
    const rows = await database.db
      .selectFrom('petition')
      .select(['state', (e) => e.fn.countAll().as('n')])
      .groupBy('state')
      .execute()
    console.log(rows)
    expect(rows.length).toBeGreaterThan(0)
  })
})
