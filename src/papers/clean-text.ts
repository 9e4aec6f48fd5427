/** What XML cannot hold, what steers a printer or turns the direction of reading, and what cannot be seen. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff\u{e0000}-\u{e0fff}]/gu
const PILE_OF_MARKS = /(\p{M}{3})\p{M}+/gu
const NONCHARACTER = /[\ufdd0-\ufdef]|\p{Noncharacter_Code_Point}/gu

/**
 * Text as it may stand in a paper: composed (NFC), tabs as spaces, without control, bidi and zero-width characters and
 * without what XML 1.0 forbids. `\n` stays: it is a line break. Halves of surrogate pairs become U+FFFD. Of a pile of
 * marks over one letter three stay: Vietnamese needs two, and setting thousands takes minutes.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\t/g, ' ')
    .replace(UNSEEN, '')
    .replace(NONCHARACTER, '')
    .normalize('NFC')
    .replace(PILE_OF_MARKS, '$1')
}

/** The same in one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}
