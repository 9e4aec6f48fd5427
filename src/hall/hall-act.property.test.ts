import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyAct, effectiveTime, HALL_ACTS, type HallAct } from './hall-act.ts'
import { type HallSpeech, type HallState, spokenSeconds } from './hall-state.ts'
import { takeBack, traceOf } from './hall-trace.ts'

const speech = (id: number): HallSpeech => ({
  ...{ id, position: id, name: `Người ${id}`, village: '', content: '', source: 'registered', nameShown: false },
  ...{ state: 'waiting', quotaSeconds: 180, startedAt: null, runningSince: null, usedSeconds: 0, endedAt: null },
  ...{ skipReason: null, offTopic: false, submissionId: null, petitionIds: [] },
})
const empty: HallState = {
  ...{ phase: 'waiting', openedAt: null, endedAt: null, currentStepId: null, currentSpeechId: null },
  speakingSeconds: null,
  steps: [1, 2, 3].map((id) => ({
    ...{ id, label: `Bước ${id}`, performer: '', plannedAt: null, minutes: null, startedAt: null, endedAt: null },
  })),
  speeches: [1, 2, 3, 4].map(speech),
}

const id = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null })
const acts = fc.array(
  fc.record({
    act: fc.constantFrom(...HALL_ACTS),
    gap: fc.integer({ min: 0, max: 400_000 }),
    ...{ speechId: id, fromSpeechId: id, stepId: id, beforeSpeechId: id },
  }),
  { maxLength: 40 },
)

const inOrder = (state: HallState) => ({ ...state, speeches: [...state.speeches].sort((a, b) => a.id - b.id) })

/** What holds in every hall, whatever was pressed by however many desks. */
function holds(state: HallState, now: number): void {
  const onTurn = state.speeches.filter((one) => one.state === 'speaking' || one.state === 'paused')
  expect(onTurn.length).toBeLessThanOrEqual(1)
  expect(state.currentSpeechId).toBe(onTurn[0]?.id ?? null)
  expect(new Set(state.speeches.map((one) => one.position)).size).toBe(state.speeches.length)
  for (const one of state.speeches) {
    expect(one.runningSince !== null).toBe(one.state === 'speaking')
    expect(spokenSeconds(one, now)).toBeGreaterThanOrEqual(0)
    if (one.state === 'spoken') expect(one.endedAt! >= one.startedAt!).toBe(true)
  }
}

it('keeps a hall whole whatever is pressed, and takes back what was done exactly', () => {
  fc.assert(
    fc.property(acts, (pressed) => {
      let state = empty
      let at = 1_000_000
      for (const { gap, ...one } of pressed) {
        at += gap
        const act: HallAct = { ...one, at }
        const outcome = applyAct(state, act)
        if (outcome.kind === 'agreed') expect(outcome.state).toEqual(state)
        if (outcome.kind !== 'done') continue
        const trace = traceOf(state, outcome.state)
        expect(inOrder(takeBack(outcome.state, trace))).toEqual(inOrder(state))
        // what is sent a second time by another desk changes nothing or is refused, but never doubles a speech
        const again = applyAct(outcome.state, { ...act, at: at + 1 })
        if (act.act === 'next' || act.act === 'start') expect(again.kind).not.toBe('done')
        state = outcome.state
        holds(state, at)
      }
    }),
    { numRuns: 300 },
  )
})

it('believes only the difference of a desk’s own clock, never the future, at most a day', () => {
  expect(effectiveTime(10_000_000, 500, 1_500)).toBe(9_999_000)
  expect(effectiveTime(10_000, 2_000, 1_000)).toBe(10_000)
  expect(effectiveTime(10_000, null, 1_000)).toBe(10_000)
  expect(effectiveTime(1e12, 0, 25 * 3_600_000)).toBe(1e12)
})
