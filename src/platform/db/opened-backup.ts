import { type FileHandle, open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import yauzl from 'yauzl'
import {
  type BackupManifest,
  backupManifest,
  fileEntry,
  KEY_ENTRY,
  MANIFEST_ENTRY,
  tableEntry,
} from './backup-manifest.ts'
import { isSealIntact } from './backup-seal.ts'
import { DatabaseRefusal, reasonOf } from './database-refusal.ts'
import { type Measure, MeasuredStream } from './measured-stream.ts'

/** A backup that was checked from its first to its last byte. */
export interface OpenedBackup {
  manifest: BackupManifest
  /** The bytes of one table in the text form of COPY. */
  readTable(name: string): Promise<Readable>
  readFile(sha256: string): Promise<Readable>
  /** The bytes of the key's file; null when the backup has none. */
  readKey(): Promise<Buffer | null>
  close(): Promise<void>
}

/**
 * Opens a backup and checks all of it: the seal over every byte, then each table and file against the manifest. Throws
 * `backup/damaged` before anything else is touched when one bit of it is wrong.
 */
export async function openBackup(file: string): Promise<OpenedBackup> {
  const handle = await open(file).catch((error) => {
    throw new DatabaseRefusal(
      'backup/unsuitable',
      `FILE: không đọc được ${file} (${error.code})`,
      'Cannot read the file.',
    )
  })
  try {
    if (!(await isSealIntact(handle))) throw damaged(file, 'mã SHA-256 của toàn tệp không khớp, hoặc tệp bị cắt ngắn')
    const read = await readZip(handle)
    const manifest = await readManifest(read)
    await checkParts(manifest, read)
    return {
      manifest,
      readTable: (name) => read.entry(tableEntry(name)),
      readFile: (sha256) => read.entry(fileEntry(sha256)),
      readKey: async () => (manifest.installationKey?.sha256 ? buffer(await read.entry(KEY_ENTRY)) : null),
      close: () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    throw error instanceof DatabaseRefusal ? error : damaged(file, reasonOf(error))
  }
}

function damaged(file: string, why: string): DatabaseRefusal {
  return new DatabaseRefusal('backup/damaged', `FILE: bản sao lưu ${file} bị hỏng: ${why}`, 'The backup is damaged.')
}

interface ZipContent {
  names: Set<string>
  entry(name: string): Promise<Readable>
}

async function readZip(handle: FileHandle): Promise<ZipContent> {
  const { size } = await handle.stat()
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) => {
    yauzl.fromFd(handle.fd, { lazyEntries: true, autoClose: false }, (error, opened) =>
      error ? reject(error) : resolve(opened),
    )
  })
  const entries = new Map<string, yauzl.Entry>()
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', resolve)
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
  if (zip.fileSize !== size) throw new Error('the file changed while it was read')
  const entry = (name: string) =>
    new Promise<Readable>((resolve, reject) => {
      const found = entries.get(name)
      if (!found) return reject(new Error(`thiếu ${name}`))
      zip.openReadStream(found, (error, stream) => (error ? reject(error) : resolve(stream)))
    })
  return { names: new Set(entries.keys()), entry }
}

async function readManifest(zip: ZipContent): Promise<BackupManifest> {
  const chunks: Buffer[] = []
  for await (const chunk of await zip.entry(MANIFEST_ENTRY)) chunks.push(chunk)
  return backupManifest.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')))
}

async function checkParts(manifest: BackupManifest, zip: ZipContent): Promise<void> {
  const expected = new Set([MANIFEST_ENTRY, ...manifest.damagedFiles.map(({ sha256 }) => fileEntry(sha256))])
  for (const { name, rows, bytes, sha256 } of manifest.tables) {
    expected.add(tableEntry(name))
    const found = await measureEntry(zip, tableEntry(name))
    if (found.sha256 !== sha256 || found.rows !== rows || found.bytes !== bytes) throw new Error(tableEntry(name))
  }
  for (const { sha256, bytes } of manifest.files) {
    expected.add(fileEntry(sha256))
    const found = await measureEntry(zip, fileEntry(sha256))
    if (found.sha256 !== sha256 || found.bytes !== bytes) throw new Error(fileEntry(sha256))
  }
  const key = manifest.installationKey?.sha256
  if (key) {
    expected.add(KEY_ENTRY)
    if ((await measureEntry(zip, KEY_ENTRY)).sha256 !== key) throw new Error(KEY_ENTRY)
  }
  for (const name of zip.names) if (!expected.has(name)) throw new Error(`thừa ${name}`)
}

async function measureEntry(zip: ZipContent, name: string): Promise<Measure> {
  const measure = new MeasuredStream()
  await pipeline(await zip.entry(name), measure, async (chunks) => {
    for await (const _ of chunks) {
      // only its measure is wanted
    }
  })
  return measure.measure()
}
