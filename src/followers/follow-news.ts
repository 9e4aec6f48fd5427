import type { Day } from '../platform/day.ts'
import type { CopyFacts, NewCopies } from '../public-record/followed-copy-store.ts'

/** What followers are told: only what everybody can read at the portal at that moment. */
export type FollowNews =
  | { kind: 'assigned'; agency: string; dueOn: Day | null }
  | { kind: 'longer'; dueOn: Day; why: string | null }
  | { kind: 'answered'; on: Day | null; readable: boolean }
  | { kind: 'answerReadable' }
  | { kind: 'settled'; on: Day }
  | { kind: 'transferred' | 'escalated' | 'calledOff' | 'gone' | 'back' }
  | { kind: 'timePlace'; on: Day | null; at: string | null; venue: string }
  | { kind: 'results'; on: Day }
  | { kind: 'announced'; title: string }
  | { kind: 'published'; petitions: number; items: number }

/**
 * What has changed between two looks at a published copy, the first thing first. Null stands for a copy that is not
 * public: of one taken back nothing is said but that. Pure.
 */
export function followNews(before: CopyFacts | null, now: CopyFacts | null): FollowNews[] {
  if (now === null) return before === null ? [] : [{ kind: 'gone' }]
  if (before === null) return [{ kind: 'back' }]
  return [...newsOfAnswer(before, now), ...newsOfWay(before, now), ...newsOfDialogue(before, now)]
}

/** What is told of an authority's new publications: each dialogue by its title, the rest as numbers. Pure. */
export function newsOfCopies({ dialogues, petitions, items }: NewCopies): FollowNews[] {
  const announced = dialogues.map((title) => ({ kind: 'announced' as const, title }))
  return petitions + items > 0 ? [...announced, { kind: 'published', petitions, items }] : announced
}

const isOpen = ({ state }: CopyFacts) => state === 'received' || state === 'assigned'

function newsOfWay(before: CopyFacts, now: CopyFacts): FollowNews[] {
  if (now.state !== before.state && (now.state === 'transferred' || now.state === 'escalated'))
    return [{ kind: now.state }]
  if (!isOpen(now)) return []
  if (now.agency !== null && now.agency !== before.agency)
    return [{ kind: 'assigned', agency: now.agency, dueOn: now.dueOn }]
  const later = now.dueOn !== null && before.dueOn !== null && now.dueOn > before.dueOn
  return later ? [{ kind: 'longer', dueOn: now.dueOn!, why: now.longerWhy }] : []
}

function newsOfAnswer(before: CopyFacts, now: CopyFacts): FollowNews[] {
  const news: FollowNews[] = []
  const nowAnswered = now.state === 'answered' || now.answeredOn !== null
  const wasAnswered = before.state === 'answered' || before.answeredOn !== null
  if (nowAnswered && !wasAnswered) news.push({ kind: 'answered', on: now.answeredOn, readable: now.answer })
  else if (now.answer && !before.answer) news.push({ kind: 'answerReadable' })
  if (now.settledOn !== null && before.settledOn === null) news.push({ kind: 'settled', on: now.settledOn })
  return news
}

function newsOfDialogue(before: CopyFacts, now: CopyFacts): FollowNews[] {
  if (now.state === 'cancelled') return before.state === 'cancelled' ? [] : [{ kind: 'calledOff' }]
  const moved = now.heldOn !== before.heldOn || now.startsAt !== before.startsAt || now.venue !== before.venue
  const news: FollowNews[] = []
  if (now.state === 'preparing' && moved)
    news.push({ kind: 'timePlace', on: now.heldOn, at: now.startsAt, venue: now.venue })
  if (now.resultsOn !== null && before.resultsOn === null) news.push({ kind: 'results', on: now.resultsOn })
  return news
}
