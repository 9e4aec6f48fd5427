/** What of a sheet nobody sees who opens it. */
export interface HiddenParts {
  /** as the spreadsheet counts them */
  rows: number[]
  /** counted from 0 */
  columns: number[]
}

export const NOTHING_HIDDEN: HiddenParts = { rows: [], columns: [] }

/** A sheet of a workbook, by its XML: where its page lies, and whether it is shown at all. */
interface BookSheet {
  name: string
  path: string
  hidden: boolean
}

/** The sheets that a workbook lists, in its order, with the paths its relations give. Pure. */
export function bookSheets(book: string, relations: string): BookSheet[] {
  const targets = new Map(
    [...tags(relations, 'Relationship')].map((tag) => [
      attribute(tag, /\sId="([^"]*)"/),
      attribute(tag, /\sTarget="([^"]*)"/),
    ]),
  )
  return [...tags(book, 'sheet')].map((tag) => {
    const target = targets.get(attribute(tag, /\s\w+:id="([^"]*)"/)) ?? ''
    return {
      name: unescaped(attribute(tag, /\sname="([^"]*)"/)),
      path: target.startsWith('/') ? target.slice(1) : ['xl', target].join('/'),
      hidden: /\sstate="(hidden|veryHidden)"/.test(tag),
    }
  })
}

/** Rows and columns that the page of a sheet hides, by hand or by a filter. Pure. */
export function hiddenParts(page: string): HiddenParts {
  const parts: HiddenParts = { rows: [], columns: [] }
  let row = 0
  for (const tag of tags(page, 'row')) {
    row = Number(attribute(tag, /\sr="(\d+)"/)) || row + 1
    if (HIDDEN.test(tag)) parts.rows.push(row)
  }
  for (const tag of tags(page, 'col')) {
    if (!HIDDEN.test(tag)) continue
    const [first, last] = [Number(attribute(tag, /\smin="(\d+)"/)), Number(attribute(tag, /\smax="(\d+)"/))]
    for (let column = first; column <= Math.min(last, WIDEST); column += 1) parts.columns.push(column - 1)
  }
  return parts
}

/** A hidden range may reach to the last column there is. */
const WIDEST = 1000

const HIDDEN = /\shidden="(1|true)"/

/** One after the other: a sheet may have a million rows. */
function* tags(xml: string, name: string): Generator<string> {
  for (const [tag] of xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>`, 'g'))) yield tag
}

function attribute(tag: string, value: RegExp): string {
  return value.exec(tag)?.[1] ?? ''
}

function unescaped(text: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, code: string) => {
    if (!code.startsWith('#')) return named[code] ?? whole
    const number = /^#x/i.test(code) ? Number.parseInt(code.slice(2), 16) : Number(code.slice(1))
    return number > 0 && number < 0x110000 ? String.fromCodePoint(number) : ''
  })
}
