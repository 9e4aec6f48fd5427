import type { Entry, ZipFile } from 'yauzl'
import { open as openZip } from 'yauzl'

export interface ZipContents {
  names: string[]
  /** bytes after unpacking, counted, not believed */
  unpackedSize: number
  /** content types and relations of an office document: where macros and foreign templates are declared */
  declarations: string
}

const DECLARATION = /(^\[Content_Types\]\.xml|\.rels)$/

export class ZipTooLarge extends Error {}
export class ZipUnreadable extends Error {}

interface ZipLimits {
  unpacked: number
  entries: number
}

/** Unpacks a ZIP into nothing: its names and true size. Throws ZipTooLarge or ZipUnreadable. */
export async function inspectZip(path: string, limits: ZipLimits): Promise<ZipContents> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    openZip(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, opened) =>
      error ? reject(new ZipUnreadable(error.message)) : resolve(opened),
    )
  })
  try {
    if (zip.entryCount > limits.entries) throw new ZipTooLarge()
    return await walk(zip, limits)
  } finally {
    zip.close()
  }
}

function walk(zip: ZipFile, limits: ZipLimits): Promise<ZipContents> {
  const contents: ZipContents = { names: [], unpackedSize: 0, declarations: '' }
  return new Promise((resolve, reject) => {
    const refuse = (error: Error) => reject(error instanceof ZipTooLarge ? error : new ZipUnreadable(error.message))
    zip.on('error', refuse)
    zip.on('end', () => resolve(contents))
    zip.on('entry', (entry: Entry) => {
      contents.names.push(entry.fileName)
      if (contents.unpackedSize + entry.uncompressedSize > limits.unpacked) return refuse(new ZipTooLarge())
      zip.openReadStream(entry, (error, stream) => {
        if (error) return refuse(error)
        stream.on('error', refuse)
        const declares = DECLARATION.test(entry.fileName)
        stream.on('data', (chunk: Buffer) => {
          if (declares) contents.declarations += chunk.toString('latin1')
          contents.unpackedSize += chunk.length
          if (contents.unpackedSize > limits.unpacked) stream.destroy(new ZipTooLarge())
        })
        stream.on('end', () => zip.readEntry())
      })
    })
    zip.readEntry()
  })
}
