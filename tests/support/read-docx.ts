import { zip } from './awkward-sheets.ts'
import { unpackedZip } from './unpacked-zip.ts'

/** The words of a Word file's body, one space between paragraphs. */
export async function wordsOfDocx(bytes: Buffer): Promise<string> {
  const parts = await unpackedZip(bytes)
  const body = parts.get('word/document.xml')!.toString()
  const text = body.replaceAll('</w:p>', ' ').replace(/<[^>]*>/g, '')
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
}

/** The file as it comes back from Word with other words in it; its properties and everything else stay. */
export async function editedDocx(bytes: Buffer, words: string, instead: string): Promise<Buffer> {
  const parts = await unpackedZip(bytes)
  const body = parts.get('word/document.xml')!.toString()
  if (!body.includes(words)) throw new Error(`the Word file nowhere says “${words}”`)
  return zip(Object.fromEntries([...parts, ['word/document.xml', body.replace(words, instead)]]))
}
