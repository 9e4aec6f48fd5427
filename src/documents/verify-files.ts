import { createHash } from 'node:crypto'
import type { Db } from '../platform/db/connection.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import { knownContents, listErasedContents, listStoredFiles, whileErased } from './stored-file-store.ts'

export interface FileProblem {
  sha256: string
  /**
   * altered: the bytes no longer fit the hash · missing: a row without a file · orphan: a file without a row ·
   * notErased: its content was erased but is still on disk · stranger: something that is no content of the store
   */
  problem: 'altered' | 'missing' | 'orphan' | 'notErased' | 'stranger'
}

const PORTION = 500

/**
 * Compares every row with its file, by reading it whole, and every file with its row. Files received less than
 * `graceMinutes` ago and bound to nothing yet are no orphans: their form may still be under way.
 */
export async function verifyFiles(
  db: Db,
  files: FileStore,
  options: { now: Date; graceMinutes?: number },
): Promise<{ files: number; problems: FileProblem[] }> {
  const problems: FileProblem[] = []
  let count = 0
  for (let after = ''; ; ) {
    const rows = await listStoredFiles(db, after, PORTION)
    if (rows.length === 0) break
    for (const row of rows) {
      count += 1
      const problem = await problemOf(files, row)
      if (problem) problems.push({ sha256: row.sha256, problem })
    }
    after = rows.at(-1)!.sha256
  }
  const graceUntil = new Date(options.now.getTime() - (options.graceMinutes ?? 0) * 60_000)
  for (const sha256 of await listOrphans(db, files, graceUntil)) problems.push({ sha256, problem: 'orphan' })
  for await (const path of files.listStrangers()) problems.push({ sha256: path, problem: 'stranger' })
  return { files: count, problems }
}

async function problemOf(
  files: FileStore,
  row: { sha256: string; size: number; erasedAt: Date | null },
): Promise<FileProblem['problem'] | null> {
  if (!(await files.has(row.sha256))) return row.erasedAt ? null : 'missing'
  if (row.erasedAt) return 'notErased'
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of await files.open(row.sha256)) {
    hash.update(chunk as Buffer)
    size += (chunk as Buffer).length
  }
  return hash.digest('hex') === row.sha256 && size === row.size ? null : 'altered'
}

/** Contents on disk that no row knows, put there before `until`. */
async function listOrphans(db: Db, files: FileStore, until: Date): Promise<string[]> {
  const orphans: string[] = []
  let portion: string[] = []
  const flush = async () => {
    const known = await knownContents(db, portion)
    for (const sha256 of portion) {
      if (known.has(sha256)) continue
      const storedAt = await files.storedAt(sha256)
      if (storedAt !== null && storedAt <= until) orphans.push(sha256)
    }
    portion = []
  }
  for await (const sha256 of files.list()) {
    portion.push(sha256)
    if (portion.length === PORTION) await flush()
  }
  await flush()
  return orphans
}

/** Takes the bytes of erased contents off the disk. To be run after an erasure and nightly. Returns how many went. */
export async function removeErasedFiles(db: Db, files: FileStore): Promise<number> {
  let removed = 0
  for (const sha256 of await listErasedContents(db)) {
    if (!(await files.has(sha256))) continue
    if (await whileErased(db, sha256, () => files.remove(sha256))) removed += 1
  }
  return removed
}

/** Takes away received files that no record was made for within `hours`: their form was refused or left. */
export async function sweepUnboundFiles(db: Db, files: FileStore, now: Date, hours = 24): Promise<number> {
  const orphans = await listOrphans(db, files, new Date(now.getTime() - hours * 3_600_000))
  for (const sha256 of orphans) await files.remove(sha256)
  return orphans.length
}
