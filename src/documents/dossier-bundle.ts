import { createHash } from 'node:crypto'
import { asciiName } from '../platform/ascii-name.ts'
import { csvText } from '../platform/csv-text.ts'
import { type Day, formatDay } from '../platform/day.ts'
import { escapeHtml } from '../platform/html-text.ts'

/** One file of a bundle: a stored content, or a text written for it. */
export interface BundleFile {
  path: string
  content: { sha256: string } | { text: string }
}

/** One file of a document as the archive names it. */
export interface ArchivedFile {
  name: string
  sha256: string | null
  /** for sheets written on the spot */
  text?: string
  state: 'here' | 'erased'
}

export interface ArchivedDocument {
  title: string
  number: string | null
  datedOn: Day | null
  supplementOn: Day | null
  /** the reader may not see it: it is named by its hashes only */
  restricted: boolean
  files: ArchivedFile[]
}

export interface ArchivedEntry {
  stage: keyof typeof FOLDERS
  label: string
  clause: string
  /** said where there is no document: “Không có”, “Còn thiếu” */
  emptyNote: string
  documents: ArchivedDocument[]
}

export interface ArchivedDossier {
  title: string
  authority: string
  regulation: string
  /** lines of the cover: dates, closing, head of the log */
  facts: [label: string, value: string][]
  entries: ArchivedEntry[]
  /** canonical text of the manifest, when closed */
  manifest: string | null
}

const FOLDERS = {
  before: '1-Truoc-hoi-nghi',
  during: '2-Tai-hoi-nghi',
  after: '3-Sau-hoi-nghi',
  further: '4-Van-ban-khac',
  yearPlan: '1-Ke-hoach-nam',
  yearReports: '2-Bao-cao-dinh-ky',
  yearFurther: '3-Van-ban-khac',
} as const
const STAGES = {
  before: 'Trước hội nghị',
  during: 'Tại hội nghị',
  after: 'Sau hội nghị',
  further: 'Văn bản khác',
  yearPlan: 'Kế hoạch năm',
  yearReports: 'Báo cáo định kỳ',
  yearFurther: 'Văn bản khác',
} as const

type IndexRow = {
  position: number
  stage: string
  entry: string
  clause: string
  title: string
  number: string
  datedOn: string
  path: string
  sha256: string
  note: string
}

/**
 * The files of the archive in a fixed order: documents by entry, `MUC-LUC.csv` and `MUC-LUC.html`, `HO-SO.json` when
 * closed, and `SHA256SUMS` over all of them. The same dossier gives the same bytes.
 */
export function bundleDossier(dossier: ArchivedDossier): BundleFile[] {
  const files: BundleFile[] = []
  const rows: IndexRow[] = []
  const positions: Record<string, number> = {}
  for (const entry of dossier.entries) {
    positions[entry.stage] = (positions[entry.stage] ?? 0) + 1
    const folder = `${FOLDERS[entry.stage]}/${String(positions[entry.stage]).padStart(2, '0')}-${asciiName(entry.label, 50)}`
    if (entry.documents.length === 0) rows.push(emptyRow(rows.length + 1, entry))
    entry.documents.forEach((document, index) => {
      addDocument(files, rows, entry, document, `${folder}/${String(index + 1).padStart(2, '0')}-`)
    })
  }
  files.push({ path: 'MUC-LUC.csv', content: { text: indexCsv(rows) } })
  files.push({ path: 'MUC-LUC.html', content: { text: indexHtml(dossier, rows) } })
  if (dossier.manifest !== null) files.push({ path: 'HO-SO.json', content: { text: dossier.manifest } })
  files.push({ path: 'SHA256SUMS', content: { text: checksums(files) } })
  return files
}

function addDocument(
  files: BundleFile[],
  rows: IndexRow[],
  entry: ArchivedEntry,
  document: ArchivedDocument,
  stem: string,
) {
  document.files.forEach((file, index) => {
    const note = document.restricted
      ? 'Hạn chế tiếp cận: không kèm theo'
      : file.state === 'erased'
        ? 'Nội dung đã xóa theo yêu cầu của người có dữ liệu; mã băm được giữ lại'
        : document.supplementOn
          ? `Bổ sung ngày ${formatDay(document.supplementOn)}`
          : ''
    const name = `${asciiName(file.name.replace(/\.[^.]*$/, ''))}${/\.[A-Za-z0-9]{1,5}$/.exec(file.name)?.[0] ?? ''}`
    const supplement = document.supplementOn ? `bo-sung-${document.supplementOn}-` : ''
    const path = `${stem}${String(index + 1).padStart(2, '0')}-${supplement}${name}`
    const sha256 = file.sha256 ?? sha256Of(file.text ?? '')
    const kept = !document.restricted && file.state === 'here'
    rows.push({
      position: rows.length + 1,
      stage: STAGES[entry.stage],
      entry: entry.label,
      clause: entry.clause,
      title: document.restricted ? '' : document.title,
      number: document.number ?? '',
      datedOn: document.datedOn ? formatDay(document.datedOn) : '',
      path: kept ? path : '',
      sha256,
      note,
    })
    if (kept) files.push({ path, content: file.sha256 === null ? { text: file.text ?? '' } : { sha256 } })
  })
}

function emptyRow(position: number, entry: ArchivedEntry): IndexRow {
  const blank = { title: '', number: '', datedOn: '', path: '', sha256: '' }
  return {
    position,
    stage: STAGES[entry.stage],
    entry: entry.label,
    clause: entry.clause,
    ...blank,
    note: entry.emptyNote,
  }
}

const HEADS = [
  'STT',
  'Giai đoạn',
  'Thành phần hồ sơ',
  'Căn cứ',
  'Trích yếu',
  'Số, ký hiệu',
  'Ngày',
  'Tệp',
  'SHA-256',
  'Ghi chú',
]

function cells(row: IndexRow): (string | number)[] {
  return [
    row.position,
    row.stage,
    row.entry,
    row.clause,
    row.title,
    row.number,
    row.datedOn,
    row.path,
    row.sha256,
    row.note,
  ]
}

function indexCsv(rows: readonly IndexRow[]): string {
  return csvText([HEADS, ...rows.map(cells)])
}

function indexHtml(dossier: ArchivedDossier, rows: readonly IndexRow[]): string {
  const facts = dossier.facts.map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`)
  const head = HEADS.map((one) => `<th scope="col">${escapeHtml(one)}</th>`).join('')
  const body = rows.map(
    (row) =>
      `<tr>${cells(row)
        .map((cell) => `<td>${escapeHtml(String(cell))}</td>`)
        .join('')}</tr>`,
  )
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>Mục lục văn bản trong hồ sơ</title>
<style>body{font:14px/1.5 "Times New Roman",serif;margin:2em}table{border-collapse:collapse;width:100%}
th,td{border:1px solid #444;padding:4px 6px;vertical-align:top;text-align:left;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 1em}dd{margin:0;overflow-wrap:anywhere}</style></head>
<body><p>${escapeHtml(dossier.authority)}</p>
<h1>Mục lục văn bản trong hồ sơ</h1>
<h2>${escapeHtml(dossier.title)}</h2>
<dl>${facts.join('\n')}</dl>
<table><thead><tr>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody></table>
<p>Kiểm tra tính toàn vẹn: sha256sum -c SHA256SUMS</p>
</body></html>
`
}

function checksums(files: readonly BundleFile[]): string {
  return files
    .map(({ path, content }) => `${'sha256' in content ? content.sha256 : sha256Of(content.text)}  ${path}\n`)
    .join('')
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
