/** Where the tone mark stands in open `uy`, `oa`, `oe`: both ways are used, and an office keeps to one. */
export interface PaperSpelling {
  /** `u`: Ủy ban, thủ tục thủy lợi; `y`: Uỷ ban */
  uy: 'u' | 'y'
  /** `o`: hòa giải, văn hóa, sức khỏe; `a`: hoà giải, văn hoá, sức khoẻ */
  oa: 'o' | 'a'
}

/** As in the texts of the law (Ủy ban) and of most papers (văn hóa): how the program's own wordings are written. */
export const USUAL_SPELLING: PaperSpelling = { uy: 'u', oa: 'o' }

const BARE = 'uoyae'
const TONES = ['ùòỳàè', 'úóýáé', 'ủỏỷảẻ', 'ũõỹãẽ', 'ụọỵạẹ']

/** `ủ` → [`u`, 2]; null for a letter without a tone mark. */
function toneOf(letter: string): [string, number] | null {
  for (const [tone, letters] of TONES.entries()) {
    const at = letters.indexOf(letter)
    if (at >= 0) return [BARE[at]!, tone]
  }
  return null
}

function marked(bare: string, tone: number): string {
  return TONES[tone]![BARE.indexOf(bare)]!
}

const OPEN_PAIR = /(?<![qQ])(?:[uùúủũụ][yỳýỷỹỵ]|[oòóỏõọ](?:[aàáảãạ]|[eèéẻẽẹ]))(?![\p{L}\p{M}])/giu

/**
 * The text with the marks of open `uy`, `oa`, `oe` where the office puts them; all else stays (`quý`, `hoàn`, `khuya`).
 * For the program's words only: how somebody writes his name is his own.
 */
export function spellAs(text: string, { uy, oa }: PaperSpelling): string {
  return text.normalize('NFC').replace(OPEN_PAIR, (pair) => {
    const [first, second] = [...pair] as [string, string]
    const tones = [toneOf(first.toLowerCase()), toneOf(second.toLowerCase())]
    const tone = tones[0] ?? tones[1]
    if (!tone || (tones[0] && tones[1])) return pair
    const bare = [tones[0]?.[0] ?? first.toLowerCase(), tones[1]?.[0] ?? second.toLowerCase()] as [string, string]
    const onFirst = bare[1] === 'y' ? uy === 'u' : oa === 'o'
    const written = onFirst ? [marked(bare[0], tone[1]), bare[1]] : [bare[0], marked(bare[1], tone[1])]
    return [first, second].map((letter, at) => (isUpper(letter) ? written[at]!.toUpperCase() : written[at]!)).join('')
  })
}

function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase()
}

/** Every text inside a value written so; keys and numbers stay. */
export function spellAll<Value>(value: Value, spelling: PaperSpelling): Value {
  return JSON.parse(JSON.stringify(value), (_, part) =>
    typeof part === 'string' ? spellAs(part, spelling) : part,
  ) as Value
}
