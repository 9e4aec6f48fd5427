import { expect, it } from 'vitest'
import type { Day } from '../platform/day.ts'
import type { CopyFacts } from '../public-record/followed-copy-store.ts'
import { followNews } from './follow-news.ts'

const day = (text: string) => text as Day
const entry: CopyFacts = {
  ...{
    state: 'received',
    agency: null,
    dueOn: null,
    longerWhy: null,
    answeredOn: null,
    settledOn: null,
    answer: false,
  },
  ...{ heldOn: null, startsAt: null, venue: '', resultsOn: null },
}
const given = { ...entry, state: 'assigned', agency: 'Phòng Kinh tế', dueOn: day('2025-11-20') }
const kinds = (before: CopyFacts | null, now: CopyFacts | null) => followNews(before, now).map((one) => one.kind)

it('tells each step of a petition once, and what came together in one go', () => {
  expect(followNews(entry, given)).toEqual([{ kind: 'assigned', agency: 'Phòng Kinh tế', dueOn: '2025-11-20' }])
  const longer = { ...given, dueOn: day('2025-12-11'), longerWhy: 'Liên quan nhiều cơ quan' }
  expect(followNews(given, longer)).toEqual([{ kind: 'longer', dueOn: '2025-12-11', why: 'Liên quan nhiều cơ quan' }])
  expect(kinds(longer, given), 'an earlier day is no bad news').toEqual([])
  const answered = { ...longer, state: 'answered', answeredOn: day('2025-11-18') }
  expect(kinds(longer, answered)).toEqual(['answered'])
  expect(kinds(answered, { ...answered, answer: true })).toEqual(['answerReadable'])
  const settled = { ...answered, state: 'settled', settledOn: day('2025-11-19') }
  expect(kinds(given, settled)).toEqual(['answered', 'settled'])
  expect(kinds(settled, settled)).toEqual([])
  expect(kinds(given, { ...given, state: 'transferred' })).toEqual(['transferred'])
  expect(kinds(given, { ...given, state: 'escalated' })).toEqual(['escalated'])
})

it('says of what was taken back only that, and that it is back', () => {
  expect(followNews(given, null)).toEqual([{ kind: 'gone' }])
  expect(followNews(null, null)).toEqual([])
  expect(followNews(null, given)).toEqual([{ kind: 'back' }])
})

it('tells of a dialogue a new time or place, that it is called off, and its results', () => {
  const dialogue = { ...entry, state: 'preparing', heldOn: day('2026-03-20'), startsAt: '08:00', venue: 'Hội trường' }
  expect(followNews(dialogue, { ...dialogue, venue: 'Nhà văn hóa' })).toEqual([
    { kind: 'timePlace', on: '2026-03-20', at: '08:00', venue: 'Nhà văn hóa' },
  ])
  expect(kinds(dialogue, { ...dialogue, state: 'cancelled', heldOn: null })).toEqual(['calledOff'])
  const held = { ...dialogue, state: 'concluded' }
  expect(kinds(dialogue, held)).toEqual([])
  expect(kinds(held, { ...held, resultsOn: day('2026-03-28') })).toEqual(['results'])
})
