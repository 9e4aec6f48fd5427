import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

interface StoredContent {
  sha256: string
  size: number
}

/** A file received but not yet kept: it lies beside the store until it is adopted or thrown away. */
interface StagedFile extends StoredContent {
  path: string
}

/** Files known by the SHA-256 of their content. */
export interface FileStore {
  /** Keeps a content; throws FileTooLarge beyond `limit` bytes, leaving nothing behind. */
  put(content: Readable | Buffer, limit?: number): Promise<StoredContent>
  /** Receives without keeping, so that the content can be looked at first. */
  stage(content: Readable | Buffer, limit?: number): Promise<StagedFile>
  adopt(staged: StagedFile): Promise<StoredContent>
  discard(staged: StagedFile): Promise<void>
  /** A stream of the content; throws FileMissing. */
  open(sha256: string): Promise<ReadStream>
  has(sha256: string): Promise<boolean>
  /** When the content was put here last; null when it is not here. */
  storedAt(sha256: string): Promise<Date | null>
  remove(sha256: string): Promise<void>
  /** Every content, sorted. */
  list(): AsyncIterable<string>
  /** What lies in the folder and is no content of this store. */
  listStrangers(): AsyncIterable<string>
}

export class FileTooLarge extends Error {
  constructor(readonly limit: number) {
    super(`file exceeds ${limit} bytes`)
    this.name = 'FileTooLarge'
  }
}

export class FileMissing extends Error {
  constructor(readonly sha256: string) {
    super(`file ${sha256} is missing from the store`)
    this.name = 'FileMissing'
  }
}

const SHA256 = /^[0-9a-f]{64}$/
const FOLDER = /^[0-9a-f]{2}$/
const STAGING = 'incoming'

/**
 * The store on local disk: `ab/cdef…` below the folder. A content is on disk, under its name, before `put` returns:
 * written beside, fsynced, renamed, and the folders fsynced.
 */
export function openFileStore(folder: string): FileStore {
  const place = (sha256: string) => {
    if (!SHA256.test(sha256)) throw new RangeError(`not a SHA-256: ${sha256}`)
    return join(folder, sha256.slice(0, 2), sha256.slice(2))
  }

  async function stage(content: Readable | Buffer, limit = Number.POSITIVE_INFINITY): Promise<StagedFile> {
    await mkdir(join(folder, STAGING), { recursive: true })
    const path = join(folder, STAGING, randomBytes(12).toString('hex'))
    const hash = createHash('sha256')
    let size = 0
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length
        if (size > limit) return done(new FileTooLarge(limit))
        hash.update(chunk)
        done(null, chunk)
      },
    })
    const handle = await open(path, 'wx', 0o600)
    try {
      const source = Buffer.isBuffer(content) ? Readable.from([content]) : content
      await pipeline(source, meter, handle.createWriteStream({ flush: true }))
    } catch (error) {
      await rm(path, { force: true })
      throw error
    }
    return { path, sha256: hash.digest('hex'), size }
  }

  async function adopt(staged: StagedFile): Promise<StoredContent> {
    const target = place(staged.sha256)
    const shelf = join(folder, staged.sha256.slice(0, 2))
    const made = await mkdir(shelf, { recursive: true })
    // also over an existing one: the same content, and a damaged copy is healed
    await rename(staged.path, target)
    await syncFolder(shelf)
    if (made) await syncFolder(folder)
    return { sha256: staged.sha256, size: staged.size }
  }

  return {
    stage,
    adopt,
    discard: (staged) => rm(staged.path, { force: true }),
    put: async (content, limit) => adopt(await stage(content, limit)),
    open: (sha256) => openStream(place(sha256), sha256),
    has: async (sha256) => (await statOrNull(place(sha256))) !== null,
    storedAt: async (sha256) => (await statOrNull(place(sha256)))?.mtime ?? null,
    async remove(sha256) {
      await rm(place(sha256), { force: true })
      await syncFolder(join(folder, sha256.slice(0, 2))).catch(ignoreMissing)
    },
    async *list() {
      for (const shelf of await sortedNames(folder)) {
        if (!FOLDER.test(shelf)) continue
        for (const rest of await sortedNames(join(folder, shelf))) if (SHA256.test(shelf + rest)) yield shelf + rest
      }
    },
    async *listStrangers() {
      for (const shelf of await sortedNames(folder)) {
        if (shelf === STAGING) continue
        if (!FOLDER.test(shelf)) yield shelf
        else
          for (const rest of await sortedNames(join(folder, shelf)))
            if (!SHA256.test(shelf + rest)) yield join(shelf, rest)
      }
    },
  }
}

async function openStream(path: string, sha256: string): Promise<ReadStream> {
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new FileMissing(sha256) : error
  })
  return createReadStream('', { fd: handle })
}

async function statOrNull(path: string) {
  return stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw error
  })
}

async function sortedNames(path: string): Promise<string[]> {
  const names = await readdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
    throw error
  })
  return names.sort()
}

/** A name in a folder survives a power cut only when the folder itself is fsynced. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
