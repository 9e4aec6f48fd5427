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
