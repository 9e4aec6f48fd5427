import { parentPort, workerData } from 'node:worker_threads'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { typedText } from '../platform/typed-text.ts'
import { type ReadOutcome, SHEET_LIMITS, type SheetGrid, trimGrid } from './sheet-grid.ts'
import { bookSheets, hiddenParts, NOTHING_HIDDEN } from './sheet-hidden.ts'

// A thread of its own: what a hostile sheet costs in time and memory is taken from it, never from the office.

const { content, mediaType } = workerData as { content: Uint8Array; mediaType: string }

/** Behind the last filled row a sheet may claim a million empty ones. */
function gridOf({ data, ...table }: ReadTable): SheetGrid | 'tooLarge' | null {
  let [last, width] = [-1, 0]
  data.forEach((row, at) => {
    for (let column = row.length - 1; column >= 0; column -= 1) {
      if (row[column] === null || String(row[column]).trim() === '') continue
      last = at
      width = Math.max(width, column + 1)
      break
    }
  })
  if (last + 1 > SHEET_LIMITS.rows) return 'tooLarge'
  const cells = data.slice(0, last + 1).map((row) => row.slice(0, Math.min(width, SHEET_LIMITS.columns)).map(asText))
  return trimGrid(table, cells)
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return ''
  // a day has no hour: Excel's serial number means the day as it stands on the paper
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : asDay(value)
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(0) : String(value)
  // beyond the limit the row is refused, not the file; the rest of the words is of no use then
  return typedText(String(value).slice(0, 2 * SHEET_LIMITS.cell)).slice(0, SHEET_LIMITS.cell + 1)
}

function asDay(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`
}

function entryText(bytes: Buffer, wanted: string): Promise<string> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error: Error | null, zip: ZipFile) => {
      if (error) return reject(error)
      zip.on('error', reject)
      zip.on('end', () => resolve(''))
      zip.on('entry', (entry: Entry) => {
        if (entry.fileName !== wanted) return zip.readEntry()
        zip.openReadStream(entry, (broken, stream) => {
          if (broken) return reject(broken)
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('error', reject)
          stream.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
        })
      })
      zip.readEntry()
    })
  })
}

type ReadTable = Omit<SheetGrid, 'rows'> & { data: readonly (readonly unknown[])[] }

/** The sheets that a reader of the file sees, and what of each is hidden from that reader. */
async function readWorkbook(bytes: Buffer): Promise<ReadTable[]> {
  const { default: readExcelFile } = await import('read-excel-file/node')
  const [book, relations] = [
    await entryText(bytes, 'xl/workbook.xml'),
    await entryText(bytes, 'xl/_rels/workbook.xml.rels'),
  ]
  const listed = new Map(bookSheets(book, relations).map((one) => [one.name, one]))
  const sheets = (await readExcelFile(bytes)) as unknown as { sheet: string; data: unknown[][] }[]
  const isHidden = (name: string) => listed.get(name)?.hidden === true
  const shown = sheets.filter((one) => !isHidden(one.sheet)).slice(0, SHEET_LIMITS.sheets)
  const sheetsLeft = sheets
    .map((one) => one.sheet)
    .filter(isHidden)
    .slice(0, SHEET_LIMITS.sheets)
  const tables: ReadTable[] = []
  for (const { sheet: name, data } of shown)
    tables.push({
      ...{ name, data, sheetsLeft },
      hidden: hiddenParts(await entryText(bytes, listed.get(name)?.path ?? '')),
    })
  return tables
}

async function readPlain(bytes: Buffer): Promise<ReadTable[]> {
  const { default: Papa } = await import('papaparse')
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe
  const text = new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes)
  // the sign that gives the most columns; a list of one column has none
  const widths = [';', ',', '\t', '|'].map((delimiter) => {
    const { data } = Papa.parse<string[]>(text, { delimiter, preview: 60, skipEmptyLines: 'greedy' })
    return { delimiter, width: data.reduce((sum, row) => sum + row.length, 0) / Math.max(1, data.length) }
  })
  const { delimiter } = widths.reduce((best, one) => (one.width > best.width ? one : best))
  const { data } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: false })
  return [{ name: '', data, hidden: NOTHING_HIDDEN, sheetsLeft: [] }]
}

async function read(): Promise<ReadOutcome> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const plain = mediaType === 'text/plain'
  const sheets = await (plain ? readPlain(bytes) : readWorkbook(bytes)).catch(() => null)
  if (sheets === null) return { ok: false, refusal: 'sheetUnreadable' }
  const grids: SheetGrid[] = []
  for (const table of sheets) {
    const grid = gridOf(table)
    if (grid === 'tooLarge') return { ok: false, refusal: 'sheetTooLarge' }
    if (grid) grids.push(grid)
  }
  return grids.length === 0 ? { ok: false, refusal: 'sheetEmpty' } : { ok: true, grids }
}

parentPort!.postMessage(await read())
