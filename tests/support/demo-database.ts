import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadDemo } from '../../samples/demo-authorities.ts'
import { withoutWaiting } from '../../samples/prepare-demo.ts'
import { parseDay } from '../../src/platform/day.ts'
import { openDatabase } from '../../src/platform/db/connection.ts'
import { openFileStore } from '../../src/platform/files/file-store.ts'
import { loadRegulationFiles } from '../../src/regulations/load-regulation-files.ts'
import { syncShippedRegulations } from '../../src/regulations/regulation-store.ts'
import { createTestDatabase } from './test-database.ts'

/** The demo of 20/11/2026 on a database of its own, without a server. */
export async function openDemoDatabase() {
  const database = await createTestDatabase({ poolSize: 4 })
  await syncShippedRegulations(database.db, await loadRegulationFiles())
  const folder = await mkdtemp(join(tmpdir(), 'doi-thoai-demo-'))
  const db = openDatabase(withoutWaiting(database.url))
  const files = openFileStore(join(folder, 'files'))
  await loadDemo({ db, files, today: parseDay('2026-11-20'), say: () => {} }).finally(() => db.destroy())
  const close = async () => {
    await database.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { db: database.db, close }
}
