import type { Align } from './sheet.ts'

// A sheet after its layout was laid on: every text with its size and look, every number written. The three writers
// (DOCX, PDF, HTML) know nothing but this.

export type Glyphs =
  | { text: string; bold?: boolean; italic?: boolean; underline?: boolean }
  | { box: boolean }
  | { blank: number }

/** What a line is to the document: decides its style in Word, its tag in PDF and HTML. */
export type Role =
  | 'nation'
  | 'organ'
  | 'number'
  | 'date'
  | 'title'
  | 'subject'
  | 'addressee'
  | 'basis'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'body'
  | 'cell'
  | 'signature'
  | 'recipients'
  | 'note'

export interface Line {
  kind: 'line'
  role: Role
  runs: Glyphs[]
  /** points */
  size: number
  align: Align
  /** mm */
  firstIndent: number
  leftIndent: number
  /** points above and below */
  before: number
  after: number
  /** a multiple, or points when 10 and more */
  spacing: number
  keepWithNext: boolean
  /** dots from the end of the text to the margin */
  dots: boolean
  /** drawn in a frame */
  framed: boolean
}

/** A line drawn under a text: as long as `share` of its width. */
export interface Rule {
  kind: 'rule'
  under: { text: string; size: number; bold: boolean }
  share: number
  /** points below */
  after: number
}

export interface Space {
  kind: 'space'
  /** mm */
  height: number
}

export interface Columns {
  kind: 'columns'
  /** shares of the width */
  widths: number[]
  /** row by row; a row does not split over pages */
  rows: (Line | Rule | Space)[][][]
}

export interface TableCell {
  runs: Glyphs[]
  align: Align
  /** how many columns and rows it covers */
  columns: number
  rows: number
  bold: boolean
}

export interface ComposedTable {
  kind: 'table'
  /** shares of the width, together 1 */
  widths: number[]
  size: number
  /** label rows */
  head: TableCell[][]
  /** on each page; not where labels are so long that they could fill one */
  repeatsHead: boolean
  rows: TableCell[][]
}

interface PageBreak {
  kind: 'pageBreak'
}

export type Piece = Line | Rule | Space | Columns | ComposedTable | PageBreak

export interface ComposedSection {
  landscape: boolean
  /** counts its pages from 1 and hides the first number: the beginning and each appendix */
  restarts: boolean
  pieces: Piece[]
  /** takes the place of the foot on each of its pages */
  corner?: ComposedCorner
}

export interface ComposedCorner {
  /** what the square code says */
  code: string
  lines: Line[]
}

export interface Composed {
  title: string
  page: { top: number; bottom: number; left: number; right: number }
  pageNumber: { place: 'top' | 'bottom'; size: number; firstPage: boolean }
  bodySize: number
  sections: ComposedSection[]
}

/** The text of a line without its look. */
export function plainText(runs: readonly Glyphs[]): string {
  return runs.map((run) => ('text' in run ? run.text : 'box' in run ? (run.box ? '☒' : '☐') : '…')).join('')
}
