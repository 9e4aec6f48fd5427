import { describe, expect, it } from 'vitest'
import type { Day } from '../platform/day.ts'
import { DIALOGUE_STATES, eventDay, mayMove, requireMove, requireOpen, requirePreparing } from './dialogue.ts'

const of = (state: (typeof DIALOGUE_STATES)[number], kind: 'periodic' | 'withinRegularMeeting' = 'periodic') => ({
  state,
  kind,
})

describe('the states of a dialogue', () => {
  it('lead from preparing over held and concluded to closed, and nowhere else', () => {
    const ways = DIALOGUE_STATES.flatMap((from) =>
      DIALOGUE_STATES.filter((to) => mayMove(of(from), to)).map((to) => `${from}→${to}`),
    )
    expect(ways).toEqual(['preparing→held', 'preparing→cancelled', 'held→concluded', 'concluded→closed'])
  })

  it('let a session within a regular meeting close without a conclusion', () => {
    expect(mayMove(of('held', 'withinRegularMeeting'), 'closed')).toBe(true)
    expect(mayMove(of('held'), 'closed')).toBe(false)
  })

  it('refuse with the sentence of the state wanted', () => {
    expect(() => requireMove(of('held'), 'cancelled')).toThrow('dialogue/not-cancelled')
    expect(() => requireOpen(of('closed'))).toThrow('dialogue/closed')
    expect(() => requireOpen(of('cancelled'))).toThrow('dialogue/cancelled')
    expect(() => requirePreparing(of('held'))).toThrow('dialogue/already-held')
  })

  it('take the end of collection for the day of an indirect dialogue', () => {
    const days = { heldOn: null, collectionClosesOn: '2025-10-31' as Day }
    expect(eventDay({ form: 'indirect', ...days })).toBe('2025-10-31')
    expect(eventDay({ form: 'inPerson', ...days })).toBeNull()
  })
})
