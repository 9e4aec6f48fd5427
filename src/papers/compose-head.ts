import { cleanLine } from './clean-text.ts'
import { capitals, lineOf } from './compose-lines.ts'
import type { Columns, Line, Rule } from './composed.ts'
import { fitOrgan } from './fit-organ.ts'
import type { Layout, Look } from './layout-profile.ts'
import type { Sheet, SheetHead } from './sheet.ts'

const URGENCY = { urgent: 'KHẨN', veryUrgent: 'THƯỢNG KHẨN', express: 'HỎA TỐC' } as const
/** A4, mm; the head of a paper laid across has the same columns or wider ones. */
const SHEET_WIDTH = 210
/** What the borders of a table's cell take on both sides, mm. */
const CELL_EDGES = 3
const centred = { align: 'center' } as const

/** The two-column head (NĐ 30/2020/NĐ-CP, Phụ lục I, ô 1–4, 5b, 10): organs and title above, number and date below. */
export function composeHead(
  head: SheetHead,
  layout: Layout,
  sheet: Pick<Sheet, 'name' | 'subject' | 'urgency' | 'draft'>,
): Columns {
  const organs = organLines(head, layout)
  const nation = head.nation === false ? [] : nationLines(layout)
  const left = numberLines(head, layout, sheet)
  const right = dateLines(head, layout)
  const width = layout.head.issuerWidth
  return layout.head.titleSide === 'right'
    ? {
        kind: 'columns',
        widths: [width, 1 - width],
        rows: [
          [organs, nation],
          [left, right],
        ],
      }
    : {
        kind: 'columns',
        widths: [1 - width, width],
        rows: [
          [nation, organs],
          [right, left],
        ],
      }
}

function ruleUnder(text: string, look: Look, share: number, after: number): Rule[] {
  const shown = look.caps ? capitals(cleanLine(text)) : cleanLine(text)
  return share > 0 ? [{ kind: 'rule', under: { text: shown, size: look.size, bold: look.bold }, share, after }] : []
}

function nationLines(layout: Layout): (Line | Rule)[] {
  const { title, titleRule } = layout.head
  const last = title.at(-1)!
  return [
    ...title.map((look) => lineOf('nation', look.text, look, centred)),
    ...ruleUnder(last.text, last, titleRule, 4),
  ]
}

function organLines(head: SheetHead, layout: Layout): (Line | Rule)[] {
  const { superior, issuer, issuerRule, issuerMark } = layout.head
  const room = (SHEET_WIDTH - layout.page.left - layout.page.right) * layout.head.issuerWidth - CELL_EDGES
  const fitted = (text: string, look: Look) =>
    fitOrgan(cleanLine(text), look, room).map((line) => lineOf('organ', line, look, centred))
  const last = fitOrgan(cleanLine(head.issuer.at(-1)!), issuer, room).at(-1)!
  return [
    ...(head.superior ?? []).flatMap((text) => fitted(text, superior)),
    ...head.issuer.flatMap((text) => fitted(text, issuer)),
    ...(issuerMark ? [lineOf('organ', issuerMark, { size: issuer.size, bold: true }, centred)] : []),
    ...ruleUnder(last, issuer, issuerRule, 4),
  ]
}

/** `Số: 05/KH-UBND`; while there is no number, room for it: `Số:       /KH-UBND`, `Số       -KH/ĐU`. */
function numberText(head: Pick<SheetHead, 'number' | 'symbol'>, layout: Layout): string | null {
  const { prefix, joiner, blank } = layout.head.number
  if (head.number !== null) return `${prefix}${cleanLine(head.number)}`
  if (head.symbol === null) return null
  return `${prefix}${'\u00a0'.repeat(blank)}${joiner}${cleanLine(head.symbol)}`
}

/** Day under 10 and months 1, 2 get a zero (NĐ 30/2020/NĐ-CP, Phụ lục I, II.4; HD 36-HD/VPTW, HD 05-HD/VPTW alike). */
export function dateText(head: Pick<SheetHead, 'place' | 'date' | 'year'>): string {
  const gap = '\u00a0'.repeat(roomToWrite(head.place))
  const [year, month, day] = head.date === null ? [String(head.year ?? ''), gap, gap] : head.date.split('-')
  const monthText = head.date === null ? gap : Number(month) > 2 ? String(Number(month)) : month!
  const words = `ngày ${day} tháng ${monthText} năm ${year === '' ? gap : year}`
  return head.place ? `${cleanLine(head.place)}, ${words}` : words
}

/** Day and month are written in by hand; beside a long name of a place there is less room in the line. */
function roomToWrite(place: string | null): number {
  const letters = place?.length ?? 0
  return letters <= 7 ? 5 : letters <= 10 ? 3 : 2
}

function numberLines(
  head: SheetHead,
  layout: Layout,
  sheet: Pick<Sheet, 'name' | 'subject' | 'urgency' | 'draft'>,
): Line[] {
  const { number, letterSubject, urgency, draft } = layout.head
  const text = numberText(head, layout)
  const lines: Line[] = []
  // no cleanLine of the whole: the blank is made of spaces
  if (text !== null) lines.push({ ...lineOf('number', [{ text }], number, centred), before: 2 })
  if (sheet.name === null && sheet.subject !== null)
    lines.push(lineOf('subject', `${letterSubject.prefix}${sheet.subject}`, letterSubject, { ...centred, before: 6 }))
  if (sheet.urgency)
    lines.push(lineOf('note', URGENCY[sheet.urgency], urgency, { ...centred, before: 6, framed: true }))
  if (sheet.draft) lines.push(lineOf('note', 'DỰ THẢO', draft, { ...centred, before: 4, framed: true }))
  return lines
}

function dateLines(head: SheetHead, layout: Layout): Line[] {
  if (head.place === null && head.date === null && head.number === null && head.symbol === null) return []
  return [{ ...lineOf('date', [{ text: dateText(head) }], layout.head.date, centred), before: 2 }]
}
