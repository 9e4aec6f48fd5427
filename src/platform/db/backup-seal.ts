import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { Transform, type TransformCallback } from 'node:stream'

const MARK = 'doi-thoai-backup sha256:'
const HEX_LENGTH = 64

/** The comment the zip file is written with; the seal puts the real hash in place of the zeros. */
export const SEAL_COMMENT = MARK + '0'.repeat(HEX_LENGTH)

/**
 * Seals the zip file while it is written: its last 64 bytes (the end of the zip comment) become the SHA-256 of
 * everything before them. This is the end marker too: a backup cut short has none.
 */
export class SealingStream extends Transform {
  readonly #hash = createHash('sha256')
  #held = Buffer.alloc(0)

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const all = Buffer.concat([this.#held, chunk])
    const known = all.subarray(0, Math.max(0, all.length - HEX_LENGTH))
    this.#held = all.subarray(known.length)
    this.#hash.update(known)
    done(null, known)
  }

  override _flush(done: TransformCallback): void {
    if (this.#held.toString('latin1') !== '0'.repeat(HEX_LENGTH)) done(new Error('the zip does not end with the seal'))
    else done(null, this.#hash.digest('hex'))
  }
}

/** True when the file ends with the seal and the seal fits every byte before it. */
export async function isSealIntact(handle: FileHandle): Promise<boolean> {
  const { size } = await handle.stat()
  const end = Buffer.alloc(SEAL_COMMENT.length)
  if (size <= end.length) return false
  await handle.read(end, 0, end.length, size - end.length)
  const text = end.toString('latin1')
  if (!text.startsWith(MARK)) return false
  const hash = createHash('sha256')
  // by number: a read stream of the handle would keep it from being closed
  const stream = createReadStream('', { fd: handle.fd, start: 0, end: size - HEX_LENGTH - 1, autoClose: false })
  for await (const chunk of stream) hash.update(chunk)
  return hash.digest('hex') === text.slice(MARK.length)
}
