import { createHash } from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'

/** What went through a stream. */
export interface Measure {
  bytes: number
  /** Line ends; in the text form of COPY each row is one line (line ends inside a value are written `\n`). */
  rows: number
  sha256: string
}

const LINE_END = 0x0a

/** Lets everything through and knows afterwards how much it was and its SHA-256. */
export class MeasuredStream extends Transform {
  readonly #hash = createHash('sha256')
  #bytes = 0
  #rows = 0

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#hash.update(chunk)
    this.#bytes += chunk.length
    for (let at = chunk.indexOf(LINE_END); at >= 0; at = chunk.indexOf(LINE_END, at + 1)) this.#rows += 1
    done(null, chunk)
  }

  /** To be asked once, when the stream has ended. */
  measure(): Measure {
    return { bytes: this.#bytes, rows: this.#rows, sha256: this.#hash.digest('hex') }
  }
}
