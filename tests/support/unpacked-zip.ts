import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'

/** The files of a ZIP by name. */
export async function unpackedZip(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bytes)
  const files = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  }
  return files
}

/** As `sha256sum -c SHA256SUMS`: the sums by path; throws for a file that differs, is missing or is not in the list. */
export function checkedSums(files: ReadonlyMap<string, Buffer>): Map<string, string> {
  const list = [...files.keys()].find((name) => name.endsWith('SHA256SUMS'))
  if (!list) throw new Error(`no SHA256SUMS among ${[...files.keys()].join(', ')}`)
  const folder = list.slice(0, -'SHA256SUMS'.length)
  const sums = new Map<string, string>()
  for (const line of files.get(list)!.toString().split('\n').filter(Boolean)) {
    const parts = /^([0-9a-f]{64}) [ *](.+)$/.exec(line)
    if (!parts) throw new Error(`SHA256SUMS: ${line}`)
    sums.set(parts[2]!, parts[1]!)
  }
  for (const [name, content] of files) {
    if (name === list || name.endsWith('/')) continue
    const sum = createHash('sha256').update(content).digest('hex')
    if (sums.get(name.slice(folder.length)) !== sum) throw new Error(`${name} is not what SHA256SUMS says`)
  }
  for (const path of sums.keys()) if (!files.has(folder + path)) throw new Error(`${path} is missing from the ZIP`)
  return sums
}
