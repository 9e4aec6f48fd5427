import { createHash } from 'node:crypto'
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import copyStreams from 'pg-copy-streams'
import yazl from 'yazl'
import { FileMissing, type FileStore, openFileStore } from '../files/file-store.ts'
import { type InstallationKey, keyFingerprint } from '../installation-key.ts'
import { type BackupManifest, fileEntry, KEY_ENTRY, MANIFEST_ENTRY, tableEntry } from './backup-manifest.ts'
import { SEAL_COMMENT, SealingStream } from './backup-seal.ts'
import { DatabaseRefusal } from './database-refusal.ts'
import { withClient } from './database-roles.ts'
import { MeasuredStream } from './measured-stream.ts'
import { listApplied } from './migrate.ts'
import { listSequences, listTables, type TableShape } from './table-catalogue.ts'

export interface BackupOptions {
  ownerUrl: string
  /** The folder of the files known by their SHA-256, e.g. `var/files`; may be missing when there is none yet. */
  filesFolder: string
  /** The one file that is written; it must not be there yet. */
  target: string
  now: Date
  /** The installation's key; `bytes` null: given by `SECRET_KEY`, so that only its fingerprint goes along. */
  key?: { key: InstallationKey; bytes: Buffer | null } | null
}

/** Without compression a backup of text is five times as big; more than this level costs time and saves little. */
const COMPRESSION = 3

/**
 * Writes everything into one zip file while the program runs: every table as it stood at one moment (COPY in a single
 * REPEATABLE READ snapshot) and the files these rows know of. The file gets its name only when it is complete and on
 * disk. Files missing or changed on disk do not stop it; they are named in the manifest.
 */
export async function writeBackup(options: BackupOptions): Promise<BackupManifest> {
  const target = resolve(options.target)
  if (await stat(target).catch(() => null)) {
    throw new DatabaseRefusal(
      'backup/unsuitable',
      `FILE: ${target} đã có; hãy chọn tên khác.`,
      'The file exists already.',
    )
  }
  const building = `${target}.${process.pid}.part`
  try {
    const handle = await open(building, 'wx', 0o600)
    const manifest = await withClient(options.ownerUrl, (client) => writeZip(client, options, handle)).finally(() =>
      handle.close(),
    )
    await rename(building, target)
    const folder = await open(dirname(target), 'r')
    await folder.sync().finally(() => folder.close())
    return manifest
  } finally {
    await rm(building, { force: true })
  }
}

async function writeZip(client: pg.Client, options: BackupOptions, handle: FileHandle): Promise<BackupManifest> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  const zip = new yazl.ZipFile()
  const output = zip.outputStream as Readable
  zip.on('error', (error: Error) => output.destroy(error))
  const manifest = await describe(client, options.now)
  const files = openFileStore(options.filesFolder)
  if (options.key) addKey(zip, options.key, options.now, manifest)
  for (const table of await listTables(client)) addTable(zip, client, table, options.now, manifest)
  for (const sha256 of await listFiles(client)) addFile(zip, files, sha256, options.now, manifest)
  addEntry(zip, MANIFEST_ENTRY, options.now, COMPRESSION, async () => {
    manifest.sequences = await listSequences(client)
    return Readable.from([Buffer.from(JSON.stringify(manifest, null, 1))])
  })
  zip.end({ comment: SEAL_COMMENT, forceZip64Format: false })
  await pipeline(output, new SealingStream(), (chunks) => writeAll(handle, chunks))
  await handle.sync()
  await client.query('COMMIT')
  return manifest
}

/** Without it the addresses that were sent out would be dead after a restore: calendars, choices of mail, leaving a list. */
function addKey(zip: yazl.ZipFile, { key, bytes }: NonNullable<BackupOptions['key']>, now: Date, to: BackupManifest) {
  const sha256 = bytes && createHash('sha256').update(bytes).digest('hex')
  to.installationKey = { fingerprint: keyFingerprint(key), sha256 }
  if (bytes) addEntry(zip, KEY_ENTRY, now, 0, async () => Readable.from([bytes]))
}

/** A write stream of the handle would keep it from being closed. */
async function writeAll(handle: FileHandle, chunks: AsyncIterable<Buffer>): Promise<void> {
  for await (const chunk of chunks) await handle.writeFile(chunk)
}

/** Adds an entry whose stream is asked for when its turn has come; yazl writes one after the other. */
function addEntry(zip: yazl.ZipFile, name: string, now: Date, level: number, source: () => Promise<Readable>): void {
  const options = { mtime: now, mode: 0o100600, compressionLevel: level, forceZip64Format: true }
  zip.addReadStreamLazy(name, options as Partial<yazl.ReadStreamOptions>, (give) => {
    source().then(
      (stream) => give(null, stream),
      (error) => give(error, Readable.from([])),
    )
  })
}

async function describe(client: pg.Client, now: Date): Promise<BackupManifest> {
  const { rows } = await client.query("SELECT current_setting('server_version') AS version")
  return {
    format: 'doi-thoai-backup',
    formatVersion: 1,
    createdAt: now.toISOString(),
    serverVersion: rows[0].version,
    migrations: await listApplied(client),
    tables: [],
    sequences: [],
    files: [],
    damagedFiles: [],
  }
}

function addTable(zip: yazl.ZipFile, client: pg.Client, table: TableShape, now: Date, manifest: BackupManifest): void {
  addEntry(zip, tableEntry(table.name), now, COMPRESSION, async () => {
    const columns = table.columns.map(pg.escapeIdentifier).join(', ')
    const rows = client.query(copyStreams.to(`COPY public.${pg.escapeIdentifier(table.name)} (${columns}) TO STDOUT`))
    return measured(rows, (measure) => manifest.tables.push({ ...table, ...measure }))
  })
}

async function listFiles(client: pg.Client): Promise<string[]> {
  const { rows: found } = await client.query("SELECT to_regclass('public.stored_file') IS NOT NULL AS there")
  if (!found[0].there) return []
  const { rows } = await client.query('SELECT sha256 FROM stored_file WHERE erased_at IS NULL ORDER BY sha256')
  return rows.map((row) => row.sha256)
}

function addFile(zip: yazl.ZipFile, files: FileStore, sha256: string, now: Date, manifest: BackupManifest): void {
  addEntry(zip, fileEntry(sha256), now, 0, async () => {
    try {
      return measured(await files.open(sha256), ({ bytes, sha256: found }) => {
        if (found === sha256) manifest.files.push({ sha256, bytes })
        else manifest.damagedFiles.push({ sha256, why: 'changed' })
      })
    } catch (error) {
      if (!(error instanceof FileMissing)) throw error
      manifest.damagedFiles.push({ sha256, why: 'missing' })
      return Readable.from([])
    }
  })
}

/** The same stream, with a note made of what went through it before its end is passed on. */
function measured(source: Readable, note: (measure: ReturnType<MeasuredStream['measure']>) => void): Readable {
  const measure = new MeasuredStream()
  measure.once('end', () => note(measure.measure()))
  source.once('error', (error) => measure.destroy(error))
  return source.pipe(measure)
}
