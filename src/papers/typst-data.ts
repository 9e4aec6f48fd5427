import { isGroup } from './compose-table.ts'
import type { Columns, Composed, Glyphs, Line, Piece, Rule, Space } from './composed.ts'
import { metricsOf } from './font-metrics.ts'
import { qrSvg } from './qr-svg.ts'
import { ruleLength } from './rule-length.ts'

const A4 = { short: 210, long: 297 }

/** Beyond this a row may split: it could be taller than a page. */
const KEEPS_TOGETHER = 1_500

/** A word this long gets places to break. */
const LONG_WORD = 28
const BREAKS = /\S{29,}/gu

/** A composed paper as the template reads it: lengths of lines measured, characters the font has not replaced. */
export function typstData(composed: Composed): object {
  const { page } = composed
  return {
    ...composed,
    sections: composed.sections.map((section) => {
      const width = (section.landscape ? A4.long : A4.short) - page.left - page.right
      const corner = section.corner && {
        svg: qrSvg(section.corner.code),
        lines: section.corner.lines.map((line) => simpleData(line, width)),
      }
      return {
        ...section,
        pieces: section.pieces.map((piece) => pieceData(piece, width)),
        ...(corner ? { corner } : {}),
      }
    }),
  }
}

function pieceData(piece: Piece, width: number): object {
  if (piece.kind === 'columns') return columnsData(piece, width)
  if (piece.kind === 'table') {
    return {
      ...piece,
      head: piece.head.map((row) => row.map((cell) => ({ ...cell, runs: printable(cell.runs) }))),
      rows: piece.rows.map((row) => ({
        group: isGroup(row, piece),
        breakable: row.some((cell) => textLength(cell.runs) >= KEEPS_TOGETHER),
        cells: row.map((cell) => ({ ...cell, runs: printable(cell.runs) })),
      })),
    }
  }
  return piece.kind === 'pageBreak' ? piece : simpleData(piece, width)
}

function columnsData(piece: Columns, width: number): object {
  return {
    ...piece,
    rows: piece.rows.map((row) =>
      row.map((pieces, at) => pieces.map((inner) => simpleData(inner, width * piece.widths[at]!))),
    ),
  }
}

function simpleData(piece: Line | Rule | Space, width: number): object {
  if (piece.kind === 'line') return { ...piece, runs: printable(piece.runs) }
  return piece.kind === 'rule' ? { kind: 'rule', after: piece.after, length: ruleLength(piece, width) } : piece
}

const textLength = (runs: readonly Glyphs[]) =>
  runs.reduce((sum, run) => sum + ('text' in run ? run.text.length : 0), 0)

/** Replaces what the font has no sign for by U+FFFD (a paper never shows an empty frame of unknown meaning). */
function printable(runs: readonly Glyphs[]): Glyphs[] {
  return runs.map((run) => ('text' in run ? { ...run, text: breakable(replaced(run.text)) } : run))
}

function replaced(text: string): string {
  const { has } = metricsOf('400Regular')
  let kept = ''
  for (const char of text) kept += char === '\n' || has(char.codePointAt(0)!) ? char : '\ufffd'
  return kept
}

function breakable(text: string): string {
  if (text.length <= LONG_WORD) return text
  return text.replace(BREAKS, (word) => [...word].map((char, at) => (at % 14 === 13 ? `${char}\u200b` : char)).join(''))
}
