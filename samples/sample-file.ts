import { plainText } from './plain-text.ts'
import type { SamplePlayer } from './sample-player.ts'

const PAGE = { left: 60, top: 780, leading: 18, width: 78 }

/** A one-page PDF with plain lines: what a scan of a signed page would be in the office. */
export function samplePdf(lines: readonly string[]): Buffer {
  const shown = lines.flatMap((line) => wrap(plainText(line))).slice(0, 40)
  const text = shown.map((line, at) => `${at === 0 ? '' : 'T* '}(${line.replace(/[\\()]/g, '\\$&')}) Tj`).join('\n')
  const content = `BT /F1 12 Tf ${PAGE.leading} TL ${PAGE.left} ${PAGE.top} Td\n${text}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

function wrap(line: string): string[] {
  const rows = ['']
  for (const word of line.split(' ')) {
    const row = rows.at(-1)!
    if (row.length + word.length + 1 > PAGE.width) rows.push(word)
    else rows[rows.length - 1] = row === '' ? word : `${row} ${word}`
  }
  return rows
}

/** Keeps a page in the file store and gives the facts of the upload as a form would bring them. */
export async function sampleUpload(player: SamplePlayer, name: string, lines: readonly string[]) {
  const kept = await player.files.put(samplePdf(['BAN CHUP TRANG KY (DU LIEU MINH HOA)', '', ...lines]))
  return { name, mediaType: 'application/pdf', ...kept }
}
