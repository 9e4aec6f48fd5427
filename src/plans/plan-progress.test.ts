import { describe, expect, test } from 'vitest'
import type { Day } from '../platform/day.ts'
import {
  type ActualDialogue,
  progressOfPlan,
  progressOfPlanned,
  progressOfTarget,
  type TargetEntry,
} from './plan-progress.ts'

const day = (text: string) => text as Day
const TODAY = day('2025-11-20')

function actual(fields: Partial<ActualDialogue>): ActualDialogue {
  return {
    id: 1,
    title: 'Đối thoại',
    planId: 9,
    plannedDialogueId: null,
    kind: 'periodic',
    form: 'inPerson',
    sessionKind: null,
    held: true,
    day: day('2025-10-29'),
    countsFor: ['partySecretary'],
    deputyFor: [],
    ...fields,
  }
}

function target(fields: Partial<TargetEntry> = {}): TargetEntry {
  return {
    id: 1,
    postKind: 'partySecretary',
    minimum: 1,
    kinds: ['periodic', 'thematic'],
    period: 'year',
    countsIndirect: false,
    ...fields,
  }
}

describe('an entry of the plan', () => {
  const entry = { id: 5, expectedFrom: day('2025-10-01'), expectedTo: day('2025-10-31'), droppedReason: null }
  const state = (dialogue: Partial<ActualDialogue> | null, today = TODAY, dropped: string | null = null) =>
    progressOfPlanned(
      { ...entry, droppedReason: dropped },
      dialogue === null ? [] : [actual({ plannedDialogueId: 5, ...dialogue })],
      2025,
      today,
    ).state

  test('is held in its time, or held late', () => {
    expect(state({})).toBe('held')
    expect(state({ day: day('2025-10-31') })).toBe('held')
    expect(state({ day: day('2025-11-01') })).toBe('heldLate')
  })

  test('is late once its time is over, missing once the year is over', () => {
    expect(state(null, day('2025-10-31'))).toBe('upcoming')
    expect(state(null, day('2025-11-01'))).toBe('late')
    expect(state(null, day('2025-12-31'))).toBe('late')
    expect(state(null, day('2026-01-01'))).toBe('missing')
    expect(state({ held: false, day: day('2025-12-10') })).toBe('late')
  })

  test('is prepared or scheduled while its time runs', () => {
    expect(state({ held: false, day: null }, day('2025-10-10'))).toBe('preparing')
    expect(state({ held: false }, day('2025-10-10'))).toBe('scheduled')
  })

  test('may be dropped with a reason, but not once it was held', () => {
    expect(state(null, TODAY, 'Bão')).toBe('dropped')
    expect(state({}, TODAY, 'Bão')).toBe('held')
  })

  test('stands on the day held, else on the last day of its time', () => {
    expect(progressOfPlanned(entry, [actual({ plannedDialogueId: 5 })], 2025, TODAY).day).toBe('2025-10-29')
    expect(progressOfPlanned(entry, [], 2025, TODAY).day).toBe('2025-10-31')
  })
})

describe('a target', () => {
  const count = (dialogues: ActualDialogue[], fields: Partial<TargetEntry> = {}, today = TODAY) => {
    const { counted, state } = progressOfTarget(target(fields), dialogues, 2025, today)
    return [counted.length, state]
  }

  test('is met by dialogues of its kinds chaired by its post; others do not count', () => {
    expect(count([actual({})])).toEqual([1, 'met'])
    expect(count([actual({ kind: 'adHoc' })])).toEqual([0, 'open'])
    expect(count([actual({ countsFor: ['peoplesCommitteeChair'] })])).toEqual([0, 'open'])
    expect(count([actual({ held: false })])).toEqual([0, 'open'])
  })

  test('counts a co-chaired dialogue for both heads', () => {
    const both = actual({ countsFor: ['partySecretary', 'peoplesCommitteeChair'] })
    for (const postKind of ['partySecretary', 'peoplesCommitteeChair']) {
      const progress = progressOfTarget(target({ postKind }), [both], 2025, TODAY)
      expect(progress).toMatchObject({ state: 'met', counted: [{ coChaired: true, byDeputy: false }] })
    }
  })

  test('counts one chaired by an authorised deputy for the head, and marks it', () => {
    const both = actual({ countsFor: ['partySecretary', 'peoplesCommitteeChair'], deputyFor: ['partySecretary'] })
    expect(progressOfTarget(target(), [both], 2025, TODAY).counted[0]).toMatchObject({ byDeputy: true })
    const chair = progressOfTarget(target({ postKind: 'peoplesCommitteeChair' }), [both], 2025, TODAY)
    expect(chair.counted[0]).toMatchObject({ byDeputy: false })
  })

  test('counts an indirect one only where the regulation says so', () => {
    expect(count([actual({ form: 'indirect' })])).toEqual([0, 'open'])
    expect(count([actual({ form: 'indirect' })], { countsIndirect: true })).toEqual([1, 'met'])
  })

  test('of a quarter counts that quarter only, and is missed when it is over', () => {
    const october = actual({ day: day('2025-10-01') })
    expect(count([october], { period: 'Q4' })).toEqual([1, 'met'])
    expect(count([october], { period: 'Q2' })).toEqual([0, 'missed'])
    expect(count([], { period: 'Q4' }, day('2025-12-31'))).toEqual([0, 'open'])
    expect(count([], { period: 'Q4' }, day('2026-01-01'))).toEqual([0, 'missed'])
    expect(count([], { minimum: 2, period: 'H1' }, day('2025-06-30'))).toEqual([0, 'open'])
  })

  test('without a minimum is counted, zero too', () => {
    expect(count([], { minimum: 0 })).toEqual([0, 'counted'])
  })
})

describe('a plan', () => {
  const entry = { id: 5, expectedFrom: day('2025-10-01'), expectedTo: day('2025-12-31'), droppedReason: null }
  const plan = {
    id: 9,
    year: 2025,
    planned: [entry],
    targets: [target()],
    kinds: ['periodic', 'adHoc', 'onRequest', 'withinRegularMeeting'],
    sessions: ['flagMeeting', 'weeklyBriefing'],
  }
  const dialogues = [
    actual({ id: 1, plannedDialogueId: 5 }),
    actual({ id: 2, kind: 'adHoc', planId: null }),
    actual({ id: 3, kind: 'periodic', plannedDialogueId: 77, planId: 8 }),
    ...[4, 5, 6].map((id) => actual({ id, kind: 'withinRegularMeeting', sessionKind: 'weeklyBriefing', planId: null })),
  ]

  test('says what was held beside it; entries of another plan and regular meetings do not stand there', () => {
    const progress = progressOfPlan(plan, dialogues, TODAY)
    expect(progress.outside.map((one) => one.id)).toEqual([2])
    expect(progress.planned[0]).toMatchObject({ state: 'held', dialogue: { id: 1 } })
  })

  test('counts every kind and session of the regulation, with zero too', () => {
    const progress = progressOfPlan(plan, dialogues, TODAY)
    expect(progress.heldByKind).toEqual([
      { kind: 'periodic', count: 2 },
      { kind: 'adHoc', count: 1 },
      { kind: 'onRequest', count: 0 },
      { kind: 'withinRegularMeeting', count: 3 },
    ])
    expect(progress.heldBySession).toEqual([
      { session: 'flagMeeting', count: 0 },
      { session: 'weeklyBriefing', count: 3 },
    ])
  })
})
