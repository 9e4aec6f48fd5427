import { CHAIN, type ChainKey, type DialogueFacts, type ReadinessFact, readiness } from './readiness.ts'

interface ChainLink {
  key: ChainKey
  /** `begun`: not the step at work yet, and some of it is there already */
  state: 'done' | 'current' | 'late' | 'begun' | 'next'
  /** how many points of the step are still missing */
  missing: number
}

export interface Chain {
  links: ChainLink[]
  /** the step that is at work now; null when everything is done or the dialogue was called off */
  current: ChainKey | null
  points: ReadinessFact[]
  /** the one thing to do next */
  next: ReadinessFact | null
}

/** People write and agencies prepare their answers while invitations still go out (004 V.1(2), III.2.c). */
const OVERLAPPING: readonly ChainKey[] = ['collection', 'answers']

/**
 * Where a dialogue stands: Kế hoạch → Thông báo, giấy mời → Tiếp nhận ý kiến → Chuẩn bị trả lời → Hội nghị → Kết luận →
 * Giải quyết → Hồ sơ. The first step with something missing is the current one; a later one may be late already.
 */
export function chainOf(facts: DialogueFacts): Chain {
  const points = readiness(facts)
  if (facts.dialogue.state === 'cancelled')
    return { links: CHAIN.map((key) => calledOff(key)), current: null, points: [], next: null }
  const open = (key: ChainKey) => points.filter((point) => point.step === key && isOpen(point))
  const current = CHAIN.find((key) => open(key).length > 0) ?? null
  const links = CHAIN.map((key): ChainLink => {
    const missing = open(key)
    if (missing.length === 0) return { key, state: 'done', missing: 0 }
    if (missing.some((point) => point.state === 'late')) return { key, state: 'late', missing: missing.length }
    if (key === current) return { key, state: 'current', missing: missing.length }
    const begun = OVERLAPPING.includes(key) && points.some((point) => point.step === key && point.state === 'ready')
    return { key, state: begun ? 'begun' : 'next', missing: missing.length }
  })
  return { links, current, points, next: nextPoint(points, current) }
}

function isOpen(point: ReadinessFact): boolean {
  return point.state === 'missing' || point.state === 'late'
}

function calledOff(key: ChainKey): ChainLink {
  return { key, state: 'next', missing: 0 }
}

/**
 * A day that has gone by comes first: was the conference held, or put off? Then what is late, the longest due before;
 * else the first thing missing in the current step.
 */
function nextPoint(points: readonly ReadinessFact[], current: ChainKey | null): ReadinessFact | null {
  const held = points.find((point) => point.key === 'held' && point.state === 'late')
  if (held) return held
  const late = points
    .filter((point) => point.state === 'late')
    .sort((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1))
  return late[0] ?? points.find((point) => point.step === current && isOpen(point)) ?? null
}
