import type { Day } from '../platform/day.ts'
import { PAPER_KINDS, type PaperKind } from '../regulations/paper-kinds.ts'

/** A book of numbers: ours gives them without a gap; of an external one they are typed in, and only stay unique. */
export interface NumberBook {
  id: number
  name: string
  issuerAgencyId: number
  /** empty: every kind of this issuer that has no book of its own */
  paperKinds: readonly string[]
  mode: 'ours' | 'external'
  /** state papers restart each calendar year, party papers run on over the term of office */
  period: 'year' | 'term'
  termFrom: Day | null
  termTo: Day | null
  pattern: string
  firstNumber: number
  fromDay: Day
  toDay: Day | null
  version: number
}

/** Abbreviation of the type of paper in its symbol (NĐ 30/2020/NĐ-CP, Phụ lục III); letters (công văn) have none. */
const SYMBOLS: Partial<Record<PaperKind, string>> = {
  annualPlan: 'KH',
  conferencePlan: 'KH',
  securityPlan: 'KH',
  topicProposal: 'BC',
  timePlaceNotice: 'TB',
  invitation: 'GM',
  publicNotice: 'TB',
  adHocNotice: 'TB',
  agenda: 'CTr',
  petitionDigest: 'BC',
  frontSummary: 'BC',
  answerReport: 'BC',
  consolidatedAnswers: 'BC',
  socioEconomicBriefing: 'BC',
  securityBriefing: 'BC',
  minutes: 'BB',
  internalReviewMinutes: 'BB',
  collectionReport: 'BC',
  conclusionNotice: 'TB',
  resultPublication: 'TB',
  verificationReport: 'BC',
  settlementReport: 'BC',
  continuedPetitionSummary: 'BC',
  conferenceReport: 'BC',
  supervisionResult: 'BC',
  inspectionPlan: 'KH',
  inspectionRecord: 'BC',
  internalRule: 'TB',
  transferSlip: 'PC',
  petitionerNotice: 'TB',
  deputyAuthorization: 'GUQ',
  quarterReport: 'BC',
  sixMonthReport: 'BC',
  annualReport: 'BC',
}

/**
 * The same of papers drawn from data, whose wording states its type, by kind and variant (`''`: the ordinary one); typed
 * ones of these kinds are often letters.
 */
const DRAWN_SYMBOLS: Readonly<Record<string, string>> = {
  'taskAssignment ': 'TB',
  'preparationAssignment ': 'TB',
  'topicAppraisal ': 'BC',
  'meetingRecord ': 'BB',
  'timePlaceNotice ': 'TTr',
  'escalation dialogue': 'BC',
  'supervisionResult act': 'TB',
}

/** Kinds that are kept without a number where the issuer has no book for them. */
const UNNUMBERED: ReadonlySet<string> = new Set<PaperKind>([
  'inviteeList',
  'loudspeakerBulletin',
  'speechRegistration',
  'petitionForm',
  'agenda',
  'meetingRules',
  'socioEconomicBriefing',
  'securityBriefing',
  'attendanceList',
  'minutes',
  'collectionReport',
  'satisfactionBallot',
  'surveySummary',
  'internalReviewMinutes',
  'meetingRecord',
  'dossierIndex',
  'answerReport',
  'consolidatedAnswers',
  'frontSummary',
  'petitionDigest',
  'resultPublication',
  'other',
])

export function mayGoWithoutNumber(kind: string): boolean {
  return UNNUMBERED.has(kind)
}

/** Forms to fill in (ballots are anonymous), lists, rules and bulletins: no book gives them a number. */
const NEVER_NUMBERED: ReadonlySet<string> = new Set<PaperKind>([
  ...(['satisfactionBallot', 'speechRegistration', 'petitionForm', 'dossierIndex', 'surveySummary'] as const),
  ...(['inviteeList', 'attendanceList', 'loudspeakerBulletin', 'meetingRules'] as const),
])

export function neverNumbered(kind: string): boolean {
  return NEVER_NUMBERED.has(kind)
}

/** The abbreviation of a kind; `variant` null: typed, not drawn from data. Empty for a letter. */
export function symbolOf(kind: string, variant: string | null = null): string {
  return (variant === null ? undefined : DRAWN_SYMBOLS[`${kind} ${variant}`]) ?? SYMBOLS[kind as PaperKind] ?? ''
}

export function isPaperKind(kind: string): kind is PaperKind {
  return Object.hasOwn(PAPER_KINDS, kind)
}

/** The numbering period a day falls into; null when the book does not cover it. */
export function periodOf(book: NumberBook, day: Day): string | null {
  if (day < book.fromDay || (book.toDay !== null && day > book.toDay)) return null
  if (book.period === 'year') return day.slice(0, 4)
  if (book.termFrom === null || day < book.termFrom || (book.termTo !== null && day > book.termTo)) return null
  return book.termFrom
}

/** The first number of a period: where the book was taken over in its first period, else 1. */
export function firstNumberOf(book: NumberBook, period: string): number {
  return period === periodOf(book, book.fromDay) ? book.firstNumber : 1
}

/**
 * Number and symbol as written on the paper. Numbers under 10 get a zero (NĐ 30/2020/NĐ-CP, Phụ lục I, II.3);
 * `{kind}` is the abbreviation of the type. Letters have none in state papers (`12/UBND`) and CV in party papers
 * (`12-CV/ĐU`).
 */
export function writeNumber(
  pattern: string,
  number: number,
  suffix: string,
  kind: string,
  variant: string | null = null,
): string {
  const symbol = symbolOf(kind, variant)
  const stateLetter = symbol === '' && /\{kind\}-/.test(pattern)
  const withKind = stateLetter ? pattern.replace('{kind}-', '') : pattern.replace('{kind}', symbol || 'CV')
  return withKind.replace('{n}', `${String(number).padStart(2, '0')}${suffix}`)
}

/** Reads what a clerk types for a number given elsewhere: `12`, `05`, `12a`, `12/TB-UBND`; null when it is none. */
export function readTypedNumber(typed: string): { number: number; suffix: string } | null {
  const match = /^\s*0*(\d{1,7})\s*([a-zđ]{0,2})\s*(?:[/-].*)?$/iu.exec(typed)
  if (!match) return null
  const number = Number(match[1])
  const suffix = (match[2] ?? '').toLowerCase()
  return number > 0 && /^[a-z]{0,2}$/.test(suffix) ? { number, suffix } : null
}

/** The book for a paper among those of its issuer: one that names the kind comes before one for every kind. */
export function chooseBook(books: readonly NumberBook[], kind: string, day: Day): NumberBook | null {
  const open = books.filter((book) => periodOf(book, day) !== null)
  return (
    open.find((book) => book.paperKinds.includes(kind)) ?? open.find((book) => book.paperKinds.length === 0) ?? null
  )
}

/** Kinds that two books of one issuer would both number on the same day; '*' stands for “every other kind”. */
export function overlapOf(a: NumberBook, b: NumberBook): string[] {
  if (a.issuerAgencyId !== b.issuerAgencyId || !daysMeet(a, b)) return []
  if (a.paperKinds.length === 0 && b.paperKinds.length === 0) return ['*']
  return a.paperKinds.filter((kind) => b.paperKinds.includes(kind))
}

function daysMeet(a: NumberBook, b: NumberBook): boolean {
  const endsBefore = (first: NumberBook, second: NumberBook) => {
    const last = lastDayOf(first)
    return last !== null && last < second.fromDay
  }
  return !endsBefore(a, b) && !endsBefore(b, a)
}

/** The last day on which a book gives a number: its own, or that of its term; null while it is open. */
function lastDayOf({ period, termTo, toDay }: NumberBook): Day | null {
  const days = [toDay, period === 'term' ? termTo : null].filter((day) => day !== null)
  return days.sort()[0] ?? null
}
