import { describe, expect, it } from 'vitest'
import type { Day } from '../platform/day.ts'
import { chainOf } from './chain.ts'
import type { DialogueFacts } from './readiness.ts'

const day = (text: string) => text as Day

/** A conference of 29/10/2025 just opened, on 01/10. */
const fresh: DialogueFacts = {
  dialogue: {
    kind: 'periodic',
    form: 'inPerson',
    state: 'preparing',
    heldOn: null,
    collectionClosesOn: null,
    venue: '',
    onlineLink: null,
    timePlaceDecidedOn: null,
    meetingRules: 'Nội quy',
    notClassifiedConfirmedAt: null,
  },
  today: day('2025-10-01'),
  skips: [],
  excludesClassified: true,
  presiding: 2,
  tasks: { total: 0, open: 0, overdue: 0 },
  invitees: { total: 0, unsent: 0 },
  announcements: 0,
  petitions: { total: 0, unclassified: 0, unassigned: 0, unprepared: 0, unanswered: 0 },
  agendaSteps: 6,
  minutes: 'none',
  reviewed: false,
  conclusion: 'none',
  conclusionItems: 0,
  openProposals: 0,
  sending: null,
  resultPublished: false,
  dossier: { state: 'open', missing: 12 },
  deadlines: [],
  rules: ['invitation', 'publicNotice', 'conclusionNotice', 'resultPublication'],
}
const dated: DialogueFacts = {
  ...fresh,
  dialogue: {
    ...fresh.dialogue,
    heldOn: day('2025-10-29'),
    venue: 'Hội trường',
    timePlaceDecidedOn: day('2025-10-01'),
  },
  tasks: { total: 3, open: 3, overdue: 0 },
  deadlines: [
    { key: 'invitation', dueOn: day('2025-10-20'), state: 'open' },
    { key: 'publicNotice', dueOn: day('2025-10-20'), state: 'open' },
  ],
}
const states = (facts: DialogueFacts) => chainOf(facts).links.map((link) => `${link.key} ${link.state}`)

describe('the chain of a dialogue', () => {
  it('begins with deciding time and place', () => {
    const chain = chainOf(fresh)
    expect(chain.current).toBe('plan')
    expect(chain.next?.key).toBe('timePlace')
    expect(chain.links[0]).toEqual({ key: 'plan', state: 'current', missing: 2 })
  })

  it('goes on to notices and invitations once the day is set', () => {
    const chain = chainOf(dated)
    expect(chain.current).toBe('notice')
    expect(chain.next).toMatchObject({ key: 'inviteeList', due: '2025-10-20', state: 'missing' })
  })

  it('shows what goes on beside the step at work: people write while invitations go out', () => {
    const writing = { ...dated, petitions: { ...dated.petitions, total: 9, unclassified: 4, unassigned: 7 } }
    expect(states(writing).slice(1, 5)).toEqual([
      'notice current',
      'collection begun',
      'answers next',
      'conference next',
    ])
    expect(states(dated)[2]).toBe('collection next')
  })

  it('says of petitions nothing before there is one, and of the publication what the law asks before the day is set', () => {
    const state = (facts: DialogueFacts, key: string) => chainOf(facts).points.find((point) => point.key === key)?.state
    expect(['classified', 'assigned', 'prepared'].map((key) => state(fresh, key))).toEqual([
      'notNeeded',
      'notNeeded',
      'notNeeded',
    ])
    expect(state(fresh, 'resultPublished')).toBe('missing')
    expect(state({ ...fresh, rules: [] }, 'resultPublished')).toBe('notNeeded')
  })

  it('asks first whether a conference was held when its day has gone by', () => {
    const chain = chainOf({ ...dated, today: day('2025-10-30') })
    expect(chain.next).toMatchObject({ key: 'held', state: 'late', due: '2025-10-29' })
  })

  it('says what is late first, whatever step it belongs to', () => {
    const late = { ...dated, today: day('2025-10-21'), invitees: { total: 5, unsent: 0 } }
    const chain = chainOf({
      ...late,
      deadlines: [{ key: 'publicNotice', dueOn: day('2025-10-20'), state: 'open' }],
    })
    expect(chain.next).toMatchObject({ key: 'announcement', state: 'late' })
    expect(chain.links[1]).toMatchObject({ key: 'notice', state: 'late' })
  })

  it('marks a conference that should have been held', () => {
    const chain = chainOf({ ...dated, today: day('2025-10-30'), deadlines: [] })
    expect(chain.points.find((point) => point.key === 'held')?.state).toBe('late')
  })

  it('stands at the conclusion after the conference, with the date of the notice', () => {
    const held: DialogueFacts = {
      ...dated,
      dialogue: { ...dated.dialogue, state: 'held', notClassifiedConfirmedAt: new Date() },
      today: day('2025-10-30'),
      minutes: 'locked',
      announcements: 1,
      deadlines: [
        { key: 'invitation', dueOn: day('2025-10-20'), state: 'met' },
        { key: 'publicNotice', dueOn: day('2025-10-20'), state: 'met' },
        { key: 'conclusionNotice', dueOn: day('2025-11-12'), state: 'open' },
      ],
    }
    expect(states(held).slice(0, 6)).toEqual([
      'plan done',
      'notice done',
      'collection done',
      'answers done',
      'conference done',
      'conclusion current',
    ])
    expect(chainOf(held).next).toMatchObject({ key: 'conclusionItems', due: '2025-11-12' })
    expect(chainOf(held).points.find((point) => point.key === 'internalReview')?.state).toBe('notNeeded')
  })

  it('is done when the dossier is closed', () => {
    const closed: DialogueFacts = {
      ...dated,
      dialogue: { ...dated.dialogue, state: 'closed' },
      ...{ minutes: 'locked', conclusion: 'issued', conclusionItems: 25, announcements: 2, deadlines: [] },
      sending: { unsent: 0, unreceived: 0, superiorUnsent: 0 },
      dossier: { state: 'closed', missing: 0 },
    }
    expect(chainOf(closed).current).toBeNull()
    expect(new Set(states(closed).map((one) => one.split(' ')[1]))).toEqual(new Set(['done']))
  })

  it('has no step at work once the dossier is closed, although letters and proposals follow (004 V.4)', () => {
    const closed: DialogueFacts = {
      ...dated,
      dialogue: { ...dated.dialogue, state: 'closed' },
      ...{ today: day('2026-02-01'), conclusion: 'issued', openProposals: 1 },
      petitions: { ...dated.petitions, total: 3, unanswered: 2 },
      deadlines: [{ key: 'replyLetter', dueOn: day('2025-12-01'), state: 'open' }],
      dossier: { state: 'closed', missing: 0 },
    }
    expect(chainOf(closed)).toMatchObject({ current: null, next: null })
    expect(new Set(states(closed).map((one) => one.split(' ')[1]))).toEqual(new Set(['done']))
  })

  it('needs neither hall nor invitations for an indirect dialogue', () => {
    const keys = chainOf({
      ...fresh,
      agendaSteps: 0,
      dialogue: { ...fresh.dialogue, form: 'indirect', collectionClosesOn: day('2025-10-31') },
    })
      .points.filter((point) => point.state === 'notNeeded')
      .map((point) => point.key)
    expect(keys).toEqual(expect.arrayContaining(['inviteeList', 'invitations', 'agenda', 'minutes', 'minutesLocked']))
  })

  it('asks of a session within a regular meeting only that it was held and filed', () => {
    const session: DialogueFacts = {
      ...fresh,
      dialogue: { ...fresh.dialogue, kind: 'withinRegularMeeting', state: 'held' },
    }
    expect(chainOf(session).points.map((point) => `${point.key} ${point.state}`)).toEqual([
      'held ready',
      'dossier missing',
    ])
  })

  it('asks nothing more of a dialogue that was called off', () => {
    const chain = chainOf({ ...dated, dialogue: { ...dated.dialogue, state: 'cancelled' } })
    expect(chain).toMatchObject({ current: null, next: null, points: [] })
  })
})
