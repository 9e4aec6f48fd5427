import { commonPasswordParts } from './common-password-parts.ts'

const SHORTEST_PASSWORD = 12
const LONGEST_PASSWORD = 200

/** How many common pieces in a row are still counted as no secret; a sentence of one's own has more. */
const PIECES = 4

const KEYBOARD_RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb',
]
const LOOKALIKES: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase()
}

/** The text in two readings of the same length: as typed, and with the digits and signs that stand for letters. */
interface Readings {
  typed: string
  meant: string
}

/** Signs are left out, or read as the letters they look like. */
function readingsOf(text: string): Readings[] {
  const kept = folded(text).replace(/[^a-z0-9@$!]/g, '')
  return [kept.replace(/[@$!]/g, ''), kept].map((form) => {
    const meant = [...form].map((sign) => LOOKALIKES[sign] ?? sign).join('')
    return { typed: form.replace(/[@$!]/g, (sign) => LOOKALIKES[sign]!), meant }
  })
}

function isRun(part: string): boolean {
  if (part.length < 3) return false
  const reversed = [...part].reverse().join('')
  return KEYBOARD_RUNS.some((run) => run.includes(part) || run.includes(reversed))
}

function isRepetition(part: string): boolean {
  return /^(.{1,4})\1+$/.test(part)
}

const isNumber = (part: string) => /^\d{1,8}$/.test(part)

/** True when the text falls into at most so many pieces, each of which anybody would try. */
function isMadeOfCommonPieces({ typed, meant }: Readings, known: ReadonlySet<string>): boolean {
  const isCommon = (start: number, end: number) => {
    const part = typed.slice(start, end)
    return known.has(part) || known.has(meant.slice(start, end)) || isRun(part) || isRepetition(part) || isNumber(part)
  }
  const fewest: number[] = [0]
  for (let end = 1; end <= typed.length; end += 1) {
    fewest[end] = Number.POSITIVE_INFINITY
    for (let start = 0; start < end; start += 1) {
      if (fewest[start]! + 1 < fewest[end]! && isCommon(start, end)) fewest[end] = fewest[start]! + 1
    }
  }
  return fewest[typed.length]! <= PIECES
}

/**
 * What is wrong with a new password, as a code of the catalogue, or null: at least twelve characters, and not made of
 * what anybody would try (common words, runs of the keyboard, repetitions, years, the person's own login or name).
 */
export function passwordProblem(text: string, own: readonly string[] = []): string | null {
  const normal = text.normalize('NFC')
  if ([...normal].length < SHORTEST_PASSWORD) return 'access/password-too-short'
  if (normal.length > LONGEST_PASSWORD) return 'tooLong'
  const known = new Set([...commonPasswordParts, ...own.flatMap(ownParts)])
  const common = readingsOf(normal).some((readings) => isMadeOfCommonPieces(readings, known))
  return common ? 'access/password-too-common' : null
}

function ownParts(name: string): string[] {
  const words = folded(name).split(/[^a-z0-9]+/)
  return [...words, words.join('')].filter((word) => word.length >= 2)
}
