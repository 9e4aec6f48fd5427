import type { Lang } from './words.ts'

const DIGITS: Readonly<Record<Lang, readonly string[]>> = {
  vi: ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
}

/** As the letters are called when a code is read out. */
const LETTERS_VI: Readonly<Record<string, string>> = {
  ...{ A: 'a', B: 'bê', C: 'xê', D: 'dê', E: 'e', F: 'ép-phờ', G: 'giê', H: 'hát', J: 'gi', K: 'ca', M: 'em-mờ' },
  ...{ N: 'en-nờ', P: 'pê', Q: 'quy', R: 'e-rờ', S: 'ét-sì', T: 'tê', V: 'vê', W: 'vê kép', X: 'ích-xì' },
  ...{ Y: 'i dài', Z: 'dét' },
}

/** A code as it is said on the telephone, group by group: `ca, bảy, quy, ép-phờ`. */
export function spellOut(code: string, lang: Lang): string[] {
  return code
    .split(/[-\s]+/)
    .filter((group) => group !== '')
    .map((group) =>
      [...group]
        .map((sign) => DIGITS[lang][Number.parseInt(sign, 10)] ?? (lang === 'vi' ? (LETTERS_VI[sign] ?? sign) : sign))
        .join(', '),
    )
}
