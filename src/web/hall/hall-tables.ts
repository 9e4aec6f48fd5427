import type { ConclusionItem } from '../../dialogues/conclusion-store.ts'
import type { Invitee } from '../../dialogues/dialogue-people-store.ts'
import type { HallArrival, HallQuestion } from '../../hall/hall.ts'
import type { listHallEvents } from '../../hall/hall-event-store.ts'
import type { HallPetition } from '../../hall/hall-petition-store.ts'
import { type HallState, wallClock } from '../../hall/hall-state.ts'
import { durationText } from '../../hall/minutes-text.ts'
import type { OpenItem, OpenItemReport } from '../../hall/open-item-store.ts'
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
  told: readonly OpenItemReport[]
  items: readonly ConclusionItem[]
}

const clock = (at: number | Date | null) => (at === null ? '' : wallClock(typeof at === 'number' ? at : at.getTime()))
const day = (on: Day | null) => (on ? formatDay(on) : '')

/** Everything of a conference as tables that people open in a spreadsheet. */
export function hallTables(record: HallRecord, lang: Lang): ReportTable[] {
  const words = hallTableWords[lang]
  const hall = hallWords[lang]
  const table = (key: keyof typeof words.tables, rows: Cell[][]): ReportTable => ({
    key,
    title: words.tables[key].title,
    columns: Object.values(words.tables[key].columns).map((label) => ({
      label,
      numeric:
        rows.length > 0 &&
        rows.every((row) => typeof row[Object.values(words.tables[key].columns).indexOf(label)] === 'number'),
    })),
    rows,
  })
  const { state, arrivals, invitees } = record
  const speaker = (id: number | null) => state.speeches.find((one) => one.id === id)?.name ?? ''
  const came = (id: number) => arrivals.find((one) => one.inviteeId === id && one.takenBackAt === null)?.at ?? null
  const codeOf = (id: number | null) => record.petitions.find((one) => one.id === id)?.code ?? ''
  return [
    table(
      'agenda',
      state.steps.map((one, at) => [
        at + 1,
        one.label,
        one.performer,
        one.plannedAt ?? '',
        clock(one.startedAt),
        clock(one.endedAt),
      ]),
    ),
    table(
      'speeches',
      state.speeches.map((one) => [
        ...[one.position, one.name, one.village, hall.sources[one.source], one.content, words.speechStates[one.state]],
        ...[clock(one.startedAt), clock(one.endedAt), one.startedAt === null ? '' : durationText(one.usedSeconds)],
        ...[
          one.offTopic ? words.yes : '',
          one.skipReason ?? '',
          one.petitionIds.map(codeOf).filter(Boolean).join(', '),
        ],
      ]),
    ),
    table(
      'petitions',
      record.petitions.map((one) => [
        ...[one.code, one.petitionerName, one.content, one.agencyName ?? '', one.answer ?? one.deferredReason ?? ''],
        ...[one.answeredBy ?? '', words.dispositions[one.disposition as keyof typeof words.dispositions] ?? ''],
        ...[day(one.promisedOn), one.promise ?? ''],
      ]),
    ),
    table(
      'questions',
      record.questions.map((one) => [
        ...[
          clock(one.at),
          hall.questions.sources[one.source as keyof typeof hall.questions.sources] ?? '',
          one.name,
          one.village,
        ],
        ...[one.text, hall.questions.states[one.state as keyof typeof hall.questions.states] ?? '', one.answer],
        ...[one.supports, codeOf(one.petitionId)],
      ]),
    ),
    table(
      'invitees',
      invitees.map((one) => [one.name, one.title, one.headcount, clock(came(one.id))]),
    ),
    table(
      'arrivals',
      arrivals
        .filter((one) => one.takenBackAt === null)
        .map((one) => [
          clock(one.at),
          one.kind === 'people' ? hall.door.people : hall.door.delegates,
          one.headcount,
          one.women,
          one.village,
        ]),
    ),
    table(
      'openItems',
      record.openItems.map((one) => {
        const report = record.told.find((row) => row.subjectKind === one.subjectKind && row.subjectId === one.subjectId)
        return [
          ...[day(one.heldOn), one.codes, one.content, one.agency, day(one.dueOn)],
          ...[report?.reportedBy ?? '', report?.said ?? '', day(report?.nextOn ?? null)],
        ]
      }),
    ),
    table(
      'conclusion',
      record.items.map((one, at) => [at + 1, one.content, one.conclusion, one.leadAgencyName ?? '', day(one.dueOn)]),
    ),
    table(
      'events',
      record.events.map((one) => [
        ...[one.seq, clock(one.at), hall.acts[one.act as keyof typeof hall.acts] ?? '', speaker(one.speechId)],
        ...[one.by ?? '', one.reason ?? ''],
      ]),
    ),
  ]
}
