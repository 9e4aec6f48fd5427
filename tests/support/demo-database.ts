import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { loadDemo } from '../../samples/demo-authorities.ts'
import { withoutWaiting } from '../../samples/prepare-demo.ts'
import { parseDay } from '../../src/platform/day.ts'
import { openDatabase } from '../../src/platform/db/connection.ts'
import { openFileStore } from '../../src/platform/files/file-store.ts'
import { temporaryKey } from '../../src/platform/installation-key.ts'
import { loadRegulationFiles } from '../../src/regulations/load-regulation-files.ts'
import { syncShippedRegulations } from '../../src/regulations/regulation-store.ts'
import { createFilledDatabase, type TestDatabase } from './test-database.ts'

/** The demo of 20/11/2026 on a database of its own with its files, without a server; loaded once a run and copied. */
export async function openDemoDatabase(options: { poolSize?: number } = {}) {
  const loadedFiles = join(tmpdir(), inject('testServer').template.replace(/_template$/, '-demo-files'))
  const database = await createFilledDatabase('demo', (filling) => load(filling, loadedFiles), options)
  const folder = await mkdtemp(join(tmpdir(), 'doi-thoai-demo-'))
  await cp(loadedFiles, join(folder, 'files'), { recursive: true })
  const close = async () => {
    await database.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { ...database, files: openFileStore(join(folder, 'files')), folder, close }
}

async function load(database: TestDatabase, filesFolder: string): Promise<void> {
  await syncShippedRegulations(database.db, await loadRegulationFiles())
  const db = openDatabase(withoutWaiting(database.url))
  const files = openFileStore(filesFolder)
  await loadDemo({ db, files, today: parseDay('2026-11-20'), key: temporaryKey(), say: () => {} }).finally(() =>
    db.destroy(),
  )
}
