/** Crockford's letters: none of them is taken for another when it is read from paper. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export const SERIAL_LENGTH = 7
const DATA_LENGTH = 5
const SPACE = 2 ** (5 * DATA_LENGTH)
/** odd, so that every id gives another serial; neighbours look nothing like each other */
const SPREAD = 19_088_743
const BACK = inverse(SPREAD)

/** The powers of the generator of GF(32) (x⁵ + x² + 1), and of each element which power it is. */
const POWERS = Array.from({ length: 31 }, () => 0)
const POWER_OF = Array.from({ length: 32 }, () => -1)
for (let at = 0, value = 1; at < 31; at += 1) {
  POWERS[at] = value
  POWER_OF[value] = at
  value = value << 1
  if (value > 31) value ^= 0b100101
}

/**
 * `K7QF-9MX`: the serial on a sheet, for the id of its row. Two of its letters check the other five (a Reed–Solomon code
 * over 32 letters): one wrong letter is not only noticed, it is known which one. Throws RangeError beyond 33 million.
 */
export function formSerial(id: number): string {
  if (!Number.isInteger(id) || id < 1 || id >= SPACE) throw new RangeError(`no serial for ${id}`)
  let rest = (id * SPREAD) % SPACE
  const data = Array.from({ length: DATA_LENGTH }, () => {
    const digit = rest % 32
    rest = Math.floor(rest / 32)
    return digit
  })
  return shown([...data, ...checkLetters(data)])
}

export type ReadSerial =
  | { is: 'serial'; id: number; serial: string }
  /** not a serial at all: how many letters it has; 0 for nothing typed */
  | { is: 'length'; length: number }
  /** a letter that no serial has, and where it stands (from 1) */
  | { is: 'letter'; at: number; letter: string }
  /** miskeyed: where (from 1) it looks wrong, and what it may have been meant to be; `at` empty when nobody can say */
  | { is: 'miskeyed'; at: number[]; meant: string[]; typed: string }

/**
 * A serial as somebody typed it, or as a scanner read it with the address before it: without spaces and hyphens, O for 0,
 * I and L for 1.
 */
export function readSerial(typed: string): ReadSerial {
  const last =
    typed
      .trim()
      .split(/[/=?#]/)
      .at(-1) ?? ''
  const letters = last
    .toUpperCase()
    .replace(/[\s.-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  const strange = [...letters].findIndex((letter) => !LETTERS.includes(letter))
  if (letters.length !== SERIAL_LENGTH) return { is: 'length', length: letters.length }
  if (strange >= 0) return { is: 'letter', at: strange + 1, letter: letters[strange]! }
  const digits = [...letters].map((letter) => LETTERS.indexOf(letter))
  if (isWhole(digits)) return { is: 'serial', id: idOf(digits), serial: shown(digits) }
  const meant = meantBy(digits)
  const at = [
    ...new Set(meant.flatMap((one) => one.flatMap((digit, place) => (digit === digits[place] ? [] : place + 1)))),
  ]
  return { is: 'miskeyed', at, meant: meant.map(shown), typed: shown(digits) }
}

/** One wrong letter, else two neighbours in the wrong order. */
function meantBy(digits: readonly number[]): number[][] {
  const { sum, weighted } = syndromes(digits)
  if (sum !== 0 && weighted !== 0) {
    const at = (POWER_OF[weighted]! - POWER_OF[sum]! + 31) % 31
    return at < SERIAL_LENGTH ? [digits.map((digit, place) => (place === at ? digit ^ sum : digit))] : []
  }
  if (sum !== 0) return []
  return digits.slice(1).flatMap((_, at) => {
    const swapped = [...digits]
    swapped[at] = digits[at + 1]!
    swapped[at + 1] = digits[at]!
    return isWhole(swapped) ? [swapped] : []
  })
}

function syndromes(digits: readonly number[]): { sum: number; weighted: number } {
  let [sum, weighted] = [0, 0]
  for (const [at, digit] of digits.entries()) {
    sum ^= digit
    weighted ^= times(digit, POWERS[at]!)
  }
  return { sum, weighted }
}

function isWhole(digits: readonly number[]): boolean {
  const { sum, weighted } = syndromes(digits)
  return sum === 0 && weighted === 0
}

/** The two letters that bring both sums to nothing. */
function checkLetters(data: readonly number[]): [number, number] {
  const { sum, weighted } = syndromes(data)
  const [one, other] = [POWERS[DATA_LENGTH]!, POWERS[DATA_LENGTH + 1]!]
  const second = over(weighted ^ times(sum, one), other ^ one)
  return [sum ^ second, second]
}

function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : POWERS[(POWER_OF[a]! + POWER_OF[b]!) % 31]!
}

function over(a: number, b: number): number {
  return a === 0 ? 0 : POWERS[(POWER_OF[a]! - POWER_OF[b]! + 31) % 31]!
}

function idOf(digits: readonly number[]): number {
  const spread = digits.slice(0, DATA_LENGTH).reduceRight((value, digit) => value * 32 + digit, 0)
  return Number((BigInt(spread) * BigInt(BACK)) % BigInt(SPACE))
}

function shown(digits: readonly number[]): string {
  const letters = digits.map((digit) => LETTERS[digit]).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** What undoes the multiplication by an odd number; each step doubles the right bits. */
function inverse(odd: number): number {
  let found = BigInt(odd)
  for (let bits = 3; bits < 64; bits *= 2) found = (found * (2n - BigInt(odd) * found)) & BigInt(SPACE - 1)
  return Number(((found % BigInt(SPACE)) + BigInt(SPACE)) % BigInt(SPACE))
}
