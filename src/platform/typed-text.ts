/**
 * Zero-width, bidirectional and other signs nobody sees: they make one text look like another, and a telephone number
 * cut up by them would be read by people and found by no search. What joins the parts of one emoji stays.
 */
const INVISIBLE = /(?<!\uFE0F)(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}])\u200D|(?!\u200D)\p{Cf}/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g

/** A typed text as it is kept: NFC, one kind of line end, nothing invisible, no blanks around it. */
export function typedText(value: unknown): string {
  if (value === undefined || value === null) return ''
  return String(value).replace(CONTROLS, '').replace(INVISIBLE, '').replace(/\r\n?/g, '\n').normalize('NFC').trim()
}
