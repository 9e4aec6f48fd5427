import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'

/** The files of a ZIP by name. */
export async function unpackedZip(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened)))
  })
  const files = new Map<string, Buffer>()
  return new Promise((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', () => resolve(files))
    zip.on('entry', (entry: Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error)
        buffer(stream).then((content) => {
          files.set(entry.fileName, content)
          zip.readEntry()
        }, reject)
      })
    })
    zip.readEntry()
  })
}

/** As `sha256sum -c SHA256SUMS`: the names that were checked; throws for one that differs or is not in the list. */
export function checkedSums(files: ReadonlyMap<string, Buffer>): string[] {
  const list = [...files.keys()].find((name) => name.endsWith('SHA256SUMS'))
  if (!list) throw new Error(`no SHA256SUMS among ${[...files.keys()].join(', ')}`)
  const folder = list.slice(0, -'SHA256SUMS'.length)
  const sums = new Map<string, string>()
  for (const line of files.get(list)!.toString().split('\n').filter(Boolean)) {
    const parts = /^([0-9a-f]{64}) [ *](.+)$/.exec(line)
    if (!parts) throw new Error(`SHA256SUMS: ${line}`)
    sums.set(folder + parts[2], parts[1]!)
  }
  for (const [name, content] of files) {
    if (name === list || name.endsWith('/')) continue
    const sum = createHash('sha256').update(content).digest('hex')
    if (sums.get(name) !== sum) throw new Error(`${name} is not what SHA256SUMS says`)
  }
  for (const name of sums.keys()) if (!files.has(name)) throw new Error(`${name} is missing from the ZIP`)
  return [...sums.keys()]
}
