import type { Day } from '../platform/day.ts'
import { fillBlocks } from './fill-blocks.ts'
import { capitalized, type FillContext, fillLine, fillWords, isUnknownPlace, shortened } from './fill-words.ts'
import { issuerInFull } from './issued-sheet.ts'
import type { FactVocabulary, PaperFacts } from './paper-facts.ts'
import type { PaperTemplate } from './paper-template.ts'
import type { Appendix, Recipients, Sheet, SheetHead, Signature } from './sheet.ts'

/** What a paper has beside its facts: who issues it, under which number, who signs, who gets it. */
export interface PaperFrame {
  /** the issuer by its whole name: a paper is not sent to whom it comes from */
  self?: string
  /** organs above the issuer, from the top */
  superior?: readonly string[]
  /** one to three lines */
  issuer: readonly string[]
  /** as issued (`05/KH-UBND`); null while there is none */
  number: string | null
  /** what follows the blank while there is no number (`KH-UBND`); left out: the template's own sign; null: no number line */
  symbol?: string | null
  /** the letters of the issuer behind the template's own sign, with what joins them: `-UBND`, `/ĐU` */
  sign?: string
  place: string | null
  /** null leaves day and month blank */
  date: Day | null
  /** of the paper; a template that names its own (minutes, forms) wins */
  signatures: readonly Signature[]
  /** left out: those of the template */
  recipients?: Recipients | null
  /** Kính gửi; left out: those of the template */
  to?: readonly string[]
  /** Lưu: what is kept where, for a template without its own */
  archive?: string | null
  draft?: boolean
  urgency?: Sheet['urgency']
  /** the year that may stand where the date is still blank */
  year?: number | null
}

/**
 * The paper a template and the facts of its subject give. Data are text: a `{name}` in them stays as it is. Where
 * nothing is known, dots stay to write on; a list without rows gives its `none` line or nothing. `vocabulary` tells
 * what a blank of each name looks like.
 */
export function fillTemplate(
  template: PaperTemplate,
  facts: PaperFacts,
  frame: PaperFrame,
  vocabulary?: FactVocabulary,
): Sheet {
  const context: FillContext = { facts, ...(vocabulary ? { vocabulary } : {}) }
  const line = (words: string) => fillLine(words, context)
  const to = frame.to ? [...frame.to] : addressees(template.to ?? [], frame, context)
  const bases = (template.bases ?? []).flatMap((words) => basisLines(words, context))
  const name = template.name === null ? null : line(template.name)
  return {
    head: template.head === 'none' ? null : headOf(template, frame),
    name,
    subject: template.subject === null ? null : line(template.subject),
    ...(frame.urgency ? { urgency: frame.urgency } : {}),
    ...(frame.draft ? { draft: true } : {}),
    ...(to.length > 0 ? { to } : {}),
    ...(bases.length > 0 ? { bases } : {}),
    body: fillBlocks(template.body, context),
    ...(template.closing === undefined ? {} : { closing: template.closing }),
    ...(template.landscape ? { landscape: true } : {}),
    signatures: template.signatures ? signaturesOf(template.signatures, context) : [...frame.signatures],
    recipients: recipientsOf(template, frame, context, to),
    ...(template.appendices
      ? { appendices: template.appendices.map((one) => appendixOf(one, { template, frame, context, name })) }
      : {}),
  }
}

function headOf(template: PaperTemplate, frame: PaperFrame): SheetHead {
  return {
    ...(frame.superior && frame.superior.length > 0 ? { superior: [...frame.superior] } : {}),
    issuer: [...frame.issuer],
    number: frame.number,
    symbol: symbolOf(template, frame),
    place: frame.place,
    date: frame.date,
    ...(frame.year === undefined ? {} : { year: frame.year }),
    ...(template.head === 'issuerOnly' ? { nation: false } : {}),
  }
}

/** What stands behind the blank of the number; a letter has no sign of its own kind, but a number all the same. */
function symbolOf(template: PaperTemplate, frame: PaperFrame): string | null {
  if (frame.symbol !== undefined) return frame.symbol
  const sign = frame.sign ?? ''
  if (template.symbol !== null) return template.symbol + sign
  if (template.name !== null) return null
  // a letter of the state has the letters of its issuer alone, one of the Party CV before them: 12/UBND, 12-CV/ĐU
  return sign.startsWith('/') ? `CV${sign}` : sign.slice(1) || '……'
}

/** A basis that is only one placeholder of a list-like value (several lines) gives one basis for each line. */
function basisLines(words: string, context: FillContext): string[] {
  const single = /^\{([a-z][A-Za-z0-9]*)\}$/.exec(words)
  const value = single ? context.facts.values[single[1]!] : undefined
  if (value === undefined) return [fillLine(words, context)]
  return value.split('\n').filter((line) => line.trim() !== '')
}

function signaturesOf(signatures: NonNullable<PaperTemplate['signatures']>, context: FillContext): Signature[] {
  return signatures.map((one) => {
    const name = fillLine(one.name, context, '')
    return {
      post: fillLine(one.post, context, ''),
      name: name === '' ? null : name,
      ...(one.note ? { note: one.note } : {}),
    }
  })
}

/** Those written to: each once, not the issuer itself; a blank to fill in only where nobody is known. */
function addressees(to: readonly string[], frame: PaperFrame, context: FillContext): string[] {
  const lines = to.map((words) => ({
    text: capitalized(fillLine(words, context)),
    blank: isUnknownPlace(words, context),
  }))
  const known = lines.filter(({ text, blank }) => !blank && text !== '').map(({ text }) => text)
  if (known.length > 0) return [...new Set(known.filter((text) => text !== frame.self))]
  return lines.slice(0, 1).map(({ text }) => text)
}

function recipientsOf(
  template: PaperTemplate,
  frame: PaperFrame,
  context: FillContext,
  to: readonly string[],
): Recipients | null {
  if (frame.recipients !== undefined) return frame.recipients
  if (!template.recipients) return null
  const named = template.recipients
    .flatMap((one) =>
      fillWords(one.name, context, '')
        .split('\n')
        .map((name) => ({ name: capitalized(shortened(name)), ...(one.purpose ? { purpose: one.purpose } : {}) })),
    )
    // those written to stand in “Như trên”
    .filter(({ name }) => name !== '' && name !== frame.self && !to.includes(name))
  // who is named for two purposes gets one copy
  const items = named.filter(({ name }, at) => named.findIndex((one) => one.name === name) === at)
  const archive = template.archive ? fillLine(template.archive, context, '') : ''
  return { items, archive: archive !== '' ? archive : (frame.archive ?? null) }
}

interface AppendixOf {
  template: PaperTemplate
  frame: PaperFrame
  context: FillContext
  name: string | null
}

type TemplateAppendix = NonNullable<PaperTemplate['appendices']>[number]

function appendixOf(appendix: TemplateAppendix, { template, frame, context, name }: AppendixOf): Appendix {
  return {
    label: appendix.label,
    title: fillLine(appendix.title, context),
    ...(appendix.subject ? { subject: fillLine(appendix.subject, context) } : {}),
    attachedTo: appendix.label === null ? null : attachedTo(name, template, frame),
    ...(appendix.landscape ? { landscape: true } : {}),
    body: fillBlocks(appendix.body, context),
    ...(appendix.signatures ? { signatures: signaturesOf(appendix.signatures, context) } : {}),
  }
}

/** “Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 6 năm 2023 của …”, with blanks while there is no number. */
function attachedTo(name: string | null, template: PaperTemplate, frame: PaperFrame): string {
  const what = name === null ? 'Công văn' : name.charAt(0) + name.slice(1).toLocaleLowerCase('vi')
  const symbol = symbolOf(template, frame)
  const number = frame.number ?? (symbol === null ? null : `……${symbol.includes('/') ? '-' : '/'}${symbol}`)
  const [year, month, day] = frame.date?.split('-') ?? [String(frame.year ?? '……'), '…', '…']
  const words = month === '…' || Number(month) <= 2 ? month : String(Number(month))
  const when = `ngày ${day} tháng ${words} năm ${year}`
  const issuer = issuerInFull(frame)
  return `Kèm theo ${what}${number === null ? '' : ` số ${number}`} ${when} của ${issuer}`
}
