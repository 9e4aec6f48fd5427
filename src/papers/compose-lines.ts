import { cleanLine, cleanText } from './clean-text.ts'
import type { Glyphs, Line, Role } from './composed.ts'
import type { Look } from './layout-profile.ts'
import type { Text } from './sheet.ts'

export function capitals(text: string): string {
  return text.toLocaleUpperCase('vi')
}

/** The runs of a text, cleaned, in a look; a run's own bold or italic is added to it. */
export function runsOf(text: Text, look: Partial<Look> = {}): Glyphs[] {
  const runs = typeof text === 'string' ? [{ text }] : text
  return runs.flatMap((run): Glyphs[] => {
    if (!('text' in run)) return [{ ...run }]
    const clean = cleanText(run.text)
    if (clean === '') return []
    const own = run as { bold?: boolean; italic?: boolean }
    return [
      {
        text: look.caps ? capitals(clean) : clean,
        bold: (look.bold ?? false) || (own.bold ?? false),
        italic: (look.italic ?? false) || (own.italic ?? false),
        underline: look.underline ?? false,
      },
    ]
  })
}

/** One line in one look; everything not said is plain, flush and single-spaced. */
export function lineOf(role: Role, text: Text, look: Partial<Look> & { size: number }, more: Partial<Line> = {}): Line {
  return {
    kind: 'line',
    role,
    runs: runsOf(typeof text === 'string' && role !== 'body' ? cleanLine(text) : text, look),
    size: look.size,
    align: 'left',
    firstIndent: 0,
    leftIndent: 0,
    before: 0,
    after: 0,
    spacing: 1,
    keepWithNext: false,
    dots: false,
    framed: false,
    ...more,
  }
}
