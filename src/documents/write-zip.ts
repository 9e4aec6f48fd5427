import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { Day } from '../platform/day.ts'
import { FileMissing, type FileStore } from '../platform/files/file-store.ts'
import type { BundleFile } from './dossier-bundle.ts'

/**
 * Writes a bundle as a ZIP whose bytes follow from its files and the day alone: fixed order, fixed times, stored
 * without compression. Throws FileMissing before the first byte when a content is not in the store.
 */
export async function writeZip(files: FileStore, bundle: readonly BundleFile[], on: Day): Promise<Readable> {
  for (const { content } of bundle) {
    if ('sha256' in content && !(await files.has(content.sha256))) throw new FileMissing(content.sha256)
  }
  const [year, month, date] = on.split('-').map(Number)
  // the DOS time in a ZIP is local time without a zone: built from local parts it is the same everywhere
  const mtime = new Date(year!, month! - 1, date!)
  const options = { mtime, mode: 0o100644, compress: false, forceDosTimestamp: true }
  const zip = new ZipFile()
  for (const { path, content } of bundle) {
    if ('text' in content) zip.addBuffer(Buffer.from(content.text), path, options)
    else {
      zip.addReadStreamLazy(path, options, (give) => {
        files.open(content.sha256).then(
          (stream) => give(null, stream),
          (error) => give(error, null as never),
        )
      })
    }
  }
  zip.end()
  const output = zip.outputStream as Readable
  zip.on('error', (error) => output.destroy(error))
  return output
}
