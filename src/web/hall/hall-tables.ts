import type { ConclusionItem } from '../../dialogues/conclusion-store.ts'
import type { Invitee } from '../../dialogues/dialogue-people-store.ts'
import type { HallArrival, HallQuestion } from '../../hall/hall.ts'
import type { listHallEvents } from '../../hall/hall-event-store.ts'
import type { HallPetition } from '../../hall/hall-petition-store.ts'
import { type HallState, wallClock } from '../../hall/hall-state.ts'
import { durationText } from '../../hall/minutes-text.ts'
import type { OpenItem } from '../../hall/open-item-store.ts'
import { type Day, formatDay } from '../../platform/day.ts'
import type { Cell, ReportTable } from '../../reporting/report-table.ts'
import { hallTableWords } from '../words/hall-table-words.ts'
import { hallWords } from '../words/hall-words.ts'
import type { Lang } from '../words/words.ts'

export interface HallRecord {
  state: HallState
  events: Awaited<ReturnType<typeof listHallEvents>>
  arrivals: readonly HallArrival[]
  invitees: readonly Invitee[]
  questions: readonly (HallQuestion & { supports: number })[]
  petitions: readonly HallPetition[]
  /** left open by earlier dialogues, and what was said of them here */
  openItems: readonly OpenItem[]
  items: readonly ConclusionItem[]
}

const clock = (at: number | Date | null) => (at === null ? '' : wallClock(typeof at === 'number' ? at : at.getTime()))
const day = (on: Day | null) => (on ? formatDay(on) : '')

type TableKey = keyof (typeof hallTableWords)['vi']['tables']
type Rows = Readonly<Record<TableKey, Cell[][]>>

/** Everything of a conference as tables that people open in a spreadsheet. */
export function hallTables(record: HallRecord, lang: Lang): ReportTable[] {
  const words = hallTableWords[lang].tables
  const rows: Rows = { ...rowsOfTheDay(record, lang), ...rowsOfPetitions(record, lang) }
  return (Object.keys(words) as TableKey[]).map((key) => ({
    key,
    title: words[key].title,
    columns: Object.values(words[key].columns).map((label, at) => ({
      label,
      numeric: rows[key].length > 0 && rows[key].every((row) => typeof row[at] === 'number'),
    })),
    rows: rows[key],
  }))
}

const codesOf = (record: HallRecord, ids: readonly (number | null)[]) =>
  ids
    .map((id) => record.petitions.find((one) => one.id === id)?.code ?? '')
    .filter(Boolean)
    .join(', ')

/** The agenda as it ran, who spoke, who came, what was done at the desks. */
function rowsOfTheDay(record: HallRecord, lang: Lang) {
  const words = hallTableWords[lang]
  const hall = hallWords[lang]
  const { state, invitees } = record
  const here = record.arrivals.filter((one) => one.takenBackAt === null)
  const speaker = (id: number | null) => state.speeches.find((one) => one.id === id)?.name ?? ''
  const came = (id: number) => here.find((one) => one.inviteeId === id)?.at ?? null
  return {
    agenda: state.steps.map((one, at) => [
      ...[at + 1, one.label, one.performer, one.plannedAt ?? '', clock(one.startedAt), clock(one.endedAt)],
    ]),
    speeches: state.speeches.map((one) => [
      ...[one.position, one.name, one.village, hall.sources[one.source], one.content, words.speechStates[one.state]],
      ...[clock(one.startedAt), clock(one.endedAt), one.startedAt === null ? '' : durationText(one.usedSeconds)],
      ...[one.offTopic ? words.yes : '', one.skipReason ?? '', codesOf(record, one.petitionIds)],
    ]),
    invitees: invitees.map((one) => [one.name, one.title, one.headcount, clock(came(one.id))]),
    arrivals: here.map((one) => [
      ...[clock(one.at), one.kind === 'people' ? hall.door.people : hall.door.delegates],
      ...[one.headcount, one.women, one.village],
    ]),
    events: record.events.map((one) => [
      ...[one.seq, clock(one.at), hall.acts[one.act as keyof typeof hall.acts] ?? '', speaker(one.speechId)],
      ...[one.by ?? '', one.reason ?? ''],
    ]),
  }
}

/** What was asked, answered and promised, what earlier dialogues had left open, what was concluded. */
function rowsOfPetitions(record: HallRecord, lang: Lang) {
  const words = hallTableWords[lang]
  const { sources, states } = hallWords[lang].questions
  return {
    petitions: record.petitions.map((one) => [
      ...[one.code, one.petitionerName, one.content, one.agencyName ?? '', one.answer ?? one.deferredReason ?? ''],
      ...[one.answeredBy ?? '', words.dispositions[one.disposition as keyof typeof words.dispositions] ?? ''],
      ...[day(one.promisedOn), one.promise ?? ''],
    ]),
    questions: record.questions.map((one) => [
      ...[clock(one.at), sources[one.source as keyof typeof sources] ?? '', one.name, one.village],
      ...[one.text, states[one.state as keyof typeof states] ?? '', one.answer],
      ...[one.supports, codesOf(record, [one.petitionId])],
    ]),
    openItems: record.openItems.map((one) => [
      ...[day(one.heldOn), one.codes, one.content, one.agency, day(one.dueOn)],
      ...[one.reportedBy, one.said ?? '', day(one.nextOn)],
    ]),
    conclusion: record.items.map((one, at) => [
      ...[at + 1, one.content, one.conclusion, one.leadAgencyName ?? '', day(one.dueOn)],
    ]),
  }
}
