import type { Line } from '../../../papers/composed.ts'
import type { Align } from '../../../papers/sheet.ts'

// Pages carry no inline styles; the look of a preview is made of these classes. Sizes are those of the paper;
// on a phone smaller, or the two columns of the head become a tower of single words.

const SIZES: Record<number, string> = {
  8: 'text-[8pt]',
  9: 'text-[9pt]',
  10: 'text-[9pt] sm:text-[10pt]',
  11: 'text-[9pt] sm:text-[11pt]',
  12: 'text-[9pt] sm:text-[12pt]',
  13: 'text-[10pt] sm:text-[13pt]',
  14: 'text-[11pt] sm:text-[14pt]',
  15: 'text-[11pt] sm:text-[15pt]',
  16: 'text-[12pt] sm:text-[16pt]',
}

export function sizeClass(points: number): string {
  return SIZES[Math.min(16, Math.max(8, Math.round(points)))]!
}

const ALIGN: Record<Align, string> = {
  left: 'text-left',
  center: 'text-center',
  right: 'text-right',
  justify: 'text-justify',
}

export function alignClass(align: Align): string {
  return ALIGN[align]
}

const SPACES = { mt: ['', 'mt-1', 'mt-2', 'mt-4'], mb: ['', 'mb-1', 'mb-2', 'mb-4'] } as const

export function spaceClass(side: 'mt' | 'mb', points: number): string {
  const step = points >= 10 ? 3 : points >= 5 ? 2 : points > 0 ? 1 : 0
  return SPACES[side][step]!
}

export function indentClass(line: Pick<Line, 'firstIndent' | 'leftIndent'>): string {
  const left =
    line.leftIndent >= 40
      ? 'pl-8 sm:pl-40'
      : line.leftIndent >= 20
        ? 'pl-6 sm:pl-28'
        : line.leftIndent > 0
          ? 'pl-8'
          : ''
  return [left, line.firstIndent > 0 ? 'indent-10' : ''].filter(Boolean).join(' ')
}
