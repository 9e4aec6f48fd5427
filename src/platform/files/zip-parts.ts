import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'

/**
 * The parts of a ZIP (a Word file, say) whose names `wanted` accepts, as text, by name. Null for what is no ZIP. For
 * files that were checked when they were received (`checkUpload`): nothing here guards against a bomb.
 */
export async function readZipParts(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Promise<Map<string, string> | null> {
  const zip = await fromBufferPromise(Buffer.from(bytes)).catch(() => null)
  if (!zip) return null
  const parts = new Map<string, string>()
  for await (const entry of zip.eachEntry())
    if (wanted(entry.fileName))
      parts.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8'))
  return parts
}
