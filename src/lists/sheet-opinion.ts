import type { PetitionerKind, PetitionKind } from '../petitions/petition.ts'
import { foldText } from '../petitions/petition-search.ts'
import type { Day } from '../platform/day.ts'
import type { SheetColumn } from './sheet-column.ts'
import { namedAs, readKind, readPhone, readSheetDay } from './sheet-values.ts'
import { splitContents } from './split-contents.ts'

/** Something about one cell that the reader is to know; `code` has its sentence in the catalogue of words. */
export interface CellNote {
  column: SheetColumn
  code: string
  value: string
}

/** Why a row of the sheet is no petition. */
export type NoOpinion = 'empty' | 'section' | 'numbering' | 'signature'

export interface SheetPetitioner {
  kind: PetitionerKind
  name: string
  representative: string
  headcount: number | null
  phone: string
  email: string
  address: string
  villageAgencyId: number | null
}

/** What one row says, as far as it can be read. */
export interface SheetOpinion {
  /** as the spreadsheet counts it */
  row: number
  petitioner: SheetPetitioner
  /** the row above whose person this one goes on with */
  sameAs: number | null
  content: string
  /** the contents it could be split into; one alone when it is not several */
  parts: string[]
  kind: PetitionKind
  subjectArea: string | null
  receivedOn: Day
  channel: string
  problems: CellNote[]
  notes: CellNote[]
}

/** By what rows are read: lists of the regulation, villages, and what holds where a row says nothing. */
export interface SheetLists {
  subjectAreas: readonly { key: string; label: string }[]
  channels: readonly { key: string; label: string }[]
  villages: readonly { id: number; name: string }[]
  /** the authority's first day and today: no opinion was received outside them */
  fromDay: Day
  today: Day
  defaults: { receivedOn: Day; channel: string; villageAgencyId: number | null }
}

export interface RawRow {
  row: number
  cells: readonly string[]
}

export interface ReadRows {
  opinions: SheetOpinion[]
  others: { row: number; why: NoOpinion; text: string }[]
}

const SIGNATURE =
  /^(nguoi (lap|tong hop|ghi|ky)|t\/?m\.? |tm |kt\.? |tl\.? |chu tich|pho chu tich|truong (thon|ban|khu)|to truong|bi thu|thu ky|noi nhan|xac nhan|ky ten|tong (cong|so)|cong:|(.{0,40}, )?ngay .{0,4}thang .{0,4}nam)/
const ROMAN = /^(?:[IVX]{1,5}|[A-H])$/

/** Reads the rows below the head. Rows of signatures, sections and numbers of columns are told apart, never dropped silently. */
export function readRows(
  rows: readonly RawRow[],
  columns: readonly (SheetColumn | null)[],
  lists: SheetLists,
): ReadRows {
  const found: ReadRows = { opinions: [], others: [] }
  let section = ''
  let above: SheetOpinion | null = null
  let signed = false
  for (const raw of rows) {
    const why: NoOpinion | null = signed ? whyBehindSignature(raw, columns) : whyNoOpinion(raw, columns)
    if (why === null) {
      above = readRow(raw, columns, lists, { section, above })
      found.opinions.push(above)
      continue
    }
    if (why === 'section') [section, above] = [sectionName(raw.cells), null]
    signed ||= why === 'signature'
    if (why !== 'empty')
      found.others.push({ row: raw.row, why, text: raw.cells.filter(Boolean).join(' ').slice(0, 200) })
  }
  return found
}

function cellOf(raw: RawRow, columns: readonly (SheetColumn | null)[], column: SheetColumn): string {
  const at = columns.indexOf(column)
  return at < 0 ? '' : (raw.cells[at] ?? '').trim()
}

function whyNoOpinion(raw: RawRow, columns: readonly (SheetColumn | null)[]): NoOpinion | null {
  const filled = raw.cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (filled.length === 0) return 'empty'
  if (filled.length > 2 && filled.every((cell) => /^\(?[0-9A-Za-z]{1,2}\)?$/.test(cell))) return 'numbering'
  const content = cellOf(raw, columns, 'content')
  const ordinal = cellOf(raw, columns, 'ordinal')
  const words = filled.filter((cell) => cell !== ordinal)
  const signs = (cell: string) => cell.length < 120 && SIGNATURE.test(foldText(cell))
  const besideNothing =
    content === '' || words.length === 1 || (ordinal === '' && content.length < 60 && signs(content))
  if (filled.some(signs) && besideNothing) return 'signature'
  const lone = words.length === 1 && words[0]!.length < 120 && cellOf(raw, columns, 'petitionerName') !== content
  if (lone && (ROMAN.test(ordinal) || (/^[IVX]{1,5}[.)]\s/.test(words[0]!) && ordinal === ''))) return 'section'
  const titled = /^(linh vuc|thon|xom|ban|to dan pho|tdp|khu dan cu|nhom)\b/.test(foldText(words[0] ?? ''))
  return lone && content === '' && titled ? 'section' : null
}

/** Below the first signature only a whole row, with a person and a content, still counts as one. */
function whyBehindSignature(raw: RawRow, columns: readonly (SheetColumn | null)[]): NoOpinion | null {
  const why = whyNoOpinion(raw, columns)
  if (why !== null) return why
  const content = cellOf(raw, columns, 'content')
  const numbered = /^\d+$/.test(cellOf(raw, columns, 'ordinal')) && content.length > 5
  const whole = cellOf(raw, columns, 'petitionerName') !== '' && (numbered || content.length > 40)
  return whole ? null : 'signature'
}

function sectionName(cells: readonly string[]): string {
  const words = cells.filter((cell) => cell.trim() !== '' && !ROMAN.test(cell.trim()))
  return (words[0] ?? '').replace(/^[IVX]{1,5}[.)]\s*/, '').replace(/[:.]\s*$/, '')
}

interface Around {
  section: string
  above: SheetOpinion | null
}

function readRow(
  raw: RawRow,
  columns: readonly (SheetColumn | null)[],
  lists: SheetLists,
  around: Around,
): SheetOpinion {
  const cell = (column: SheetColumn) => cellOf(raw, columns, column)
  const problems: CellNote[] = []
  const notes: CellNote[] = []
  const content = cell('content')
  if (content === '') problems.push({ column: 'content', code: 'required', value: '' })
  if (content.length > 20_000) problems.push({ column: 'content', code: 'tooLong', value: `${content.slice(0, 60)}…` })
  for (const column of ['petitionerName', 'address', 'phone', 'email', 'representative'] as const)
    if (cell(column).length > LONGEST[column])
      problems.push({ column, code: 'tooLong', value: `${cell(column).slice(0, 60)}…` })
  // one person over several rows: the name stands in the first, those below it are merged or left empty
  const goesOn = cell('petitionerName') === '' && cell('ordinal') === '' && cell('address') === '' ? around.above : null
  const petitioner = goesOn?.petitioner ?? readPetitioner(cell, lists, around, problems, notes)
  if (!goesOn && petitioner.kind === 'unnamed') notes.push({ column: 'petitionerName', code: 'unnamed', value: '' })
  const parts = splitContents(content)
  return {
    row: raw.row,
    petitioner,
    sameAs: goesOn ? (goesOn.sameAs ?? goesOn.row) : null,
    content,
    parts,
    kind: readKind(cell('kind')) ?? 'request',
    subjectArea: readArea(cell('subjectArea'), lists, around, notes),
    receivedOn: readReceived(cell('receivedOn'), lists, goesOn, problems),
    channel: readChannel(cell('channel'), lists, notes),
    problems,
    notes,
  }
}

const LONGEST = { petitionerName: 200, address: 500, phone: 40, email: 200, representative: 200 } as const

function readPetitioner(
  cell: (column: SheetColumn) => string,
  lists: SheetLists,
  around: Around,
  problems: CellNote[],
  notes: CellNote[],
): SheetPetitioner {
  const name = cell('petitionerName').replace(/\s+/g, ' ')
  const [villageText, addressText] = [cell('village'), cell('address')]
  const village =
    namedAs(villageText, lists.villages, (one) => one.name) ??
    namedAs(addressText, lists.villages, (one) => one.name) ??
    (villageText === '' && addressText === '' ? namedAs(around.section, lists.villages, (one) => one.name) : null)
  if (villageText !== '' && !village) notes.push({ column: 'village', code: 'villageUnknown', value: villageText })
  const heads = cell('headcount').replace(/[^\d]/g, '')
  const headcount = heads === '' ? null : Number(heads)
  if (headcount !== null && (headcount < 1 || headcount > 100_000))
    problems.push({ column: 'headcount', code: 'notANumber', value: cell('headcount') })
  const folded = foldText(name)
  const isGroup = /^(cac |tap the|nhom|mot so|nhieu |nhan dan|cu tri |ba con|\d+ (ho|nguoi))/.test(folded)
  const isBody = /^(cong ty|hop tac xa|htx|truong |hoi |chi hoi|doan |uy ban|ban quan ly|doanh nghiep|trung tam)/.test(
    folded,
  )
  return {
    kind: name === '' ? 'unnamed' : isBody ? 'organization' : isGroup || (headcount ?? 1) > 1 ? 'group' : 'person',
    name,
    representative: cell('representative'),
    headcount,
    phone: readPhone(cell('phone')),
    email: cell('email'),
    // what is no village of the list is still where somebody lives
    address: [addressText, village ? '' : villageText].filter(Boolean).join(', '),
    villageAgencyId: village?.id ?? lists.defaults.villageAgencyId,
  }
}

function readArea(text: string, lists: SheetLists, around: Around, notes: CellNote[]): string | null {
  const found = namedAs(text || around.section, lists.subjectAreas, (one) => one.label)
  if (text !== '' && !found) notes.push({ column: 'subjectArea', code: 'areaUnknown', value: text })
  return found?.key ?? null
}

function readReceived(text: string, lists: SheetLists, above: SheetOpinion | null, problems: CellNote[]): Day {
  if (text === '') return above?.receivedOn ?? lists.defaults.receivedOn
  const day = readSheetDay(text)
  const wrong =
    day === null ? 'notADay' : day > lists.today ? 'inFuture' : day < lists.fromDay ? 'beforeAuthority' : null
  if (wrong) problems.push({ column: 'receivedOn', code: wrong, value: text })
  return day ?? lists.defaults.receivedOn
}

function readChannel(text: string, lists: SheetLists, notes: CellNote[]): string {
  const found = namedAs(text, lists.channels, (one) => one.label)
  if (text !== '' && !found) notes.push({ column: 'channel', code: 'channelUnknown', value: text })
  return found?.key ?? lists.defaults.channel
}
