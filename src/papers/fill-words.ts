import { cleanText } from './clean-text.ts'
import { DOTS } from './fact-dots.ts'
import type { FactRow, FactVocabulary, PaperFacts } from './paper-facts.ts'
import { readWords } from './template-words.ts'

/** What words are filled from: the facts, inside a list its row with its number. */
export interface FillContext {
  facts: PaperFacts
  vocabulary?: FactVocabulary
  row?: FactRow
}

/** Data as they may stand in a paper: clean, no double spaces, no empty lines; breaks of lines stay. */
function dataText(text: string): string {
  return cleanText(text)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** What a name stands for, '' where nothing is known. A field of the row goes before a value of the same name. */
export function factOf(name: string, { facts, row }: FillContext): string {
  const own = row && Object.hasOwn(row, name) ? row[name] : undefined
  const value = own ?? (Object.hasOwn(facts.values, name) ? facts.values[name] : undefined)
  return dataText(value ?? '')
}

function blankOf(name: string, { vocabulary, row }: FillContext): string {
  const values = vocabulary?.values
  const named = values && Object.hasOwn(values, name) ? values[name]!.blank : undefined
  return row && Object.hasOwn(row, name) ? DOTS : (named ?? DOTS)
}

/** The words with every place filled; `blank` stands where nothing is known (left out: dots). Lines stay apart. */
export function fillWords(words: string, context: FillContext, blank?: string): string {
  const [first = '', ...rest] = words.split('\n')
  // a further line that is one place alone is left out where nothing is known
  const known = rest.filter((line) => !isUnknownPlace(line, context))
  return [first, ...known].map((line) => fillOneLine(line, context, blank)).join('\n')
}

function fillOneLine(words: string, context: FillContext, blank?: string): string {
  const reading = readWords(words)
  // a template with wrong braces is refused before it is kept; its words then stand as they are
  if ('problem' in reading) return dataText(words)
  const filled = reading.parts.map((part, at) => {
    if ('text' in part) return part.text
    const value = factOf(part.name, context)
    if (value === '') return blank ?? blankOf(part.name, context)
    const next = reading.parts[at + 1]
    // the template's mark ends the sentence, or goes on with it: not both
    return next && 'text' in next && /^[”)]*[.;:,)]|^ [(–]/.test(next.text) ? value.replace(/[\s.;,]+$/, '') : value
  })
  return dataText(filled.join(''))
}

/** As `fillWords`, in one line of the length a subject, a name or an addressee may have. */
export function fillLine(words: string, context: FillContext, blank?: string): string {
  return shortened(fillWords(words, context, blank).replaceAll('\n', ' '))
}

const LONGEST_LINE = 2_000

/** Text no longer than a sheet takes in one line (`short` of `sheet.ts`). */
export function shortened(text: string): string {
  return text.length <= LONGEST_LINE ? text : `${text.slice(0, LONGEST_LINE - 1).toWellFormed()}…`
}

/** True when the words are one place alone and nothing is known for it. */
export function isUnknownPlace(words: string, context: FillContext): boolean {
  const single = /^\s*\{([a-z][A-Za-z0-9]*)\}\s*$/.exec(words)
  return single !== null && factOf(single[1]!, context) === ''
}

/** The text with a capital first, as a cell of a table or an item of a list begins. */
export function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
