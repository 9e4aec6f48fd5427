import type { HeadingLevel } from './layout-profile.ts'

/** The order of points in Vietnamese instruments: a, b, c, d, đ, e, g, h … without f, j, w, z. */
const LETTERS = [...'abcdđeghiklmnopqrstuvxy']

/** 1 → I, 4 → IV. */
export function roman(number: number): string {
  const values: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let rest = number
  let text = ''
  for (const [value, sign] of values)
    while (rest >= value) {
      text += sign
      rest -= value
    }
  return text
}

/** 1 → a, 5 → đ, 24 → aa. */
export function pointLetter(number: number): string {
  const rest = number - 1
  const last = LETTERS[rest % LETTERS.length]!
  return rest < LETTERS.length ? last : pointLetter(Math.floor(rest / LETTERS.length)) + last
}

export function numberLabel(level: Pick<HeadingLevel, 'form' | 'after'>, number: number): string {
  if (level.form === 'dash') return '-'
  const forms = { roman, arabic: String, letter: pointLetter }
  return `${forms[level.form](number)}${level.after}`
}

/** Counts headings, clauses and articles through a text: a higher one starts the lower ones anew. */
export function startCount() {
  const counts = [0, 0, 0, 0]
  let articles = 0
  return {
    next(level: number): number {
      counts[level - 1] = counts[level - 1]! + 1
      counts.fill(0, level)
      return counts[level - 1]!
    },
    /** An unnumbered heading starts the levels below it anew, too. */
    reset(level: number): void {
      counts.fill(0, level)
    },
    nextArticle(): number {
      counts.fill(0, 1)
      articles += 1
      return articles
    },
  }
}
export type Count = ReturnType<typeof startCount>
