import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import readExcelFile from 'read-excel-file/node'
import { expect } from 'vitest'
import { projectRoot } from '../../src/platform/project-root.ts'
import type { PageReader } from './page-reader.ts'
import { wordsOfDocx } from './read-docx.ts'
import { readPdf } from './read-pdf.ts'

type Cell = string | number | null

interface JsonTable {
  title?: string
  columns: { label: string; group: string | null }[]
  rows: Cell[][]
  total?: Cell[] | null
}

const words = (cell: unknown) => String(cell ?? '').trim()
const squeezed = (text: string) => text.replace(/\s/g, '')

/**
 * Fetches tables of a page in every format, reads each file with another reader than its writer, and holds that all of
 * them say the same, cell by cell, and that every field of the JSON is described. Gives the JSON.
 */
export async function sameInEveryFormat(reader: PageReader, address: string) {
  const file = async (format: string) =>
    (await reader.download(`${address}${address.includes('?') ? '&' : '?'}dang=${format}`)).bytes
  const json = JSON.parse((await file('json')).toString())
  await expectDescribed(json)
  const tables: JsonTable[] = json.tables ?? (json.table ? [json.table] : [json])
  expect(tables.length, address).toBeGreaterThan(0)
  const csvBytes = await file('csv')
  expect(csvBytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  const csv = Papa.parse<string[]>(csvBytes.toString().slice(1)).data
  const books = (await readExcelFile(await file('xlsx'))) as unknown as { data: unknown[][] }[]
  expect(books, address).toHaveLength(tables.length)
  const docx = squeezed(await wordsOfDocx(await file('docx')))
  const pdf = squeezed((await readPdf(await file('pdf'))).pages.join(''))
  for (const [at, { columns, rows, total }] of tables.entries()) {
    const labels = columns.map(({ label, group }) => (group ? `${group}: ${label}` : label))
    const lines = [...rows, ...(total ? [total] : [])].map((row) => row.map(words))
    const begins = csv.findIndex((row) => JSON.stringify(row) === JSON.stringify(labels)) + 1
    expect(csv.slice(begins, begins + lines.length), `${address} as CSV`).toEqual(lines)
    const sheet = books[at]!.data.slice(1, lines.length + 2)
    expect(
      sheet.map((row) => row.map(words)),
      `${address} as spreadsheet`,
    ).toEqual([labels, ...lines])
    for (const line of lines) {
      expect(docx, `${address} as Word`).toContain(squeezed(line.join('')))
      expect(pdf, `${address} as PDF`).toContain(squeezed(line.join('')))
    }
  }
  return json
}

/** A file for another program is described field by field (docs/report-json.md). */
async function expectDescribed(json: Record<string, unknown>): Promise<void> {
  const text = await readFile(join(projectRoot(), 'docs/report-json.md'), 'utf8')
  const [, section = ''] = text.split(`## \`${json['schema']}\`, version ${json['schemaVersion']}\n`)
  const described = section.split('\n## ')[0]!
  for (const [name, value] of Object.entries(json)) {
    if (name === 'schema' || name === 'schemaVersion') continue
    const inner = value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.keys(value) : []
    const names = new RegExp(`\`${name}(\\[\\]|\\.|\`)`)
    expect(described, `${json['schema']} ${name}`).toMatch(names)
    // the figures are named by their keys, a table as before
    if (name !== 'figures' && name !== 'table' && described.includes(`\`${name}.`))
      for (const part of inner)
        expect(described, `${json['schema']} ${name}.${part}`).toMatch(new RegExp(`\\.${part}\``))
  }
}
