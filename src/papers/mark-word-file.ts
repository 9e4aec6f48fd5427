import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'
import { ZipFile } from 'yazl'
import { MARK_PLACE, MARK_PROPERTY } from './paper-mark.ts'

// A paper on an authority's own Word file gets its mark (`paper-mark.ts`) when the file is whole: what makes papers of the
// program's own layout cannot add a property to a file that exists.

const TYPES = '[Content_Types].xml'
const RELATIONS = '_rels/.rels'
const TYPE = 'application/vnd.openxmlformats-officedocument.custom-properties+xml'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties'
const SPACE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const OF_CUSTOM = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}'

/** The Word file with this mark in place of any it had; without one where its own properties cannot be read. */
export async function markWordFile(file: Buffer, mark: string): Promise<Buffer> {
  const parts = await partsOf(file)
  const changed = new Map<string, string | null>()
  const add = (name: string, end: string, what: string) => changed.set(name, before(parts.get(name), end, what))
  if (!parts.has(MARK_PLACE)) {
    add(TYPES, '</Types>', `<Override PartName="/${MARK_PLACE}" ContentType="${TYPE}"/>`)
    add(RELATIONS, '</Relationships>', `<Relationship Id="rIdDoiThoai" Type="${RELATION}" Target="${MARK_PLACE}"/>`)
  }
  changed.set(MARK_PLACE, withMark(parts.get(MARK_PLACE)?.toString('utf8') ?? NONE, mark))
  for (const [name, content] of changed) {
    if (content === null) return file
    parts.set(name, Buffer.from(content))
  }
  return zipOf(parts)
}

/** A part with something more before its end; null for one that is not there or not written as Word writes it. */
function before(part: Buffer | undefined, end: string, what: string): string | null {
  const text = part?.toString('utf8') ?? ''
  return text.includes(end) ? text.replace(end, what + end) : null
}

const NONE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="${SPACE}/custom-properties"></Properties>`

function withMark(properties: string, mark: string): string | null {
  const others = properties.replace(new RegExp(`<property [^>]*name="${MARK_PROPERTY}"[^>]*>[^]*?</property>`, 'g'), '')
  // the numbers of properties begin at 2
  const next = Math.max(1, ...[...others.matchAll(/ pid="(\d+)"/g)].map(([, pid]) => Number(pid))) + 1
  const value = `<vt:lpwstr xmlns:vt="${SPACE}/docPropsVTypes">${mark}</vt:lpwstr>`
  const property = `<property fmtid="${OF_CUSTOM}" pid="${next}" name="${MARK_PROPERTY}">${value}</property>`
  const open = others.replace(/(<Properties\b[^>]*)\/>/, '$1></Properties>')
  return before(Buffer.from(open), '</Properties>', property)
}

async function partsOf(file: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(file)
  const parts = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry())
    if (!entry.fileName.endsWith('/')) parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  return parts
}

async function zipOf(parts: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of parts) zip.addBuffer(content, name)
  zip.end()
  return buffer(zip.outputStream)
}
