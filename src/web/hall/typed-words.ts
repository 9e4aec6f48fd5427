/** Where people write in their own words at a desk; the name of somebody who was not heard is never shown again. */
const OWN_WORDS = [
  ...['speakerName', 'village', 'content', 'text', 'shownText', 'answer', 'answeredByName'],
  ...['said', 'reportedBy', 'nextOn', 'promise', 'promisedOn', 'reason'],
]

/** What was typed into a form that was refused, to be read again and copied. */
export function typedWords(fields: Readonly<Record<string, unknown>>): string[] {
  return OWN_WORDS.map((name) => fields[name]).filter((text): text is string => typeof text === 'string' && text !== '')
}

/** Whether an act was sent by a form with fields of its own, and not by a button alone. */
export function wasTyped(fields: Readonly<Record<string, unknown>>): boolean {
  return fields['act'] === undefined && [...OWN_WORDS, 'women', 'decidedBy'].some((name) => fields[name] !== undefined)
}
