import { describe, expect, it } from 'vitest'
import { orderActions, urgesFirst } from './petition-actions.ts'
import type { PetitionAction, PetitionFacts } from './petition-state.ts'

const base: PetitionFacts = {
  ...{ state: 'assigned', kind: 'request', leadAgencyId: 7, supports: [], preparedState: null, replyState: null },
  ...{ preparedBy: [], replyBy: [] },
  ...{
    disposition: null,
    raised: 'before',
    extension: 'none',
    acknowledgedOn: null,
    answeredOn: null,
    promisedOn: null,
    settledOn: null,
    complex: false,
    confidential: false,
  },
  ...{ hasOpenTransfer: false, hasOpenEscalation: false, hasUnsentReply: false, dialogueState: 'concluded' },
}
const possible: PetitionAction[] = ['assign', 'answerAtConference', 'draftReply', 'settle', 'transfer']

describe('what comes first on a petition', () => {
  it('is the answer at the conference until the conclusion is issued, and the written reply from then on', () => {
    expect(orderActions(possible, { ...base, dialogueState: 'held' }).next).toEqual(['answerAtConference', 'assign'])
    const { next, rest } = orderActions(possible, base)
    expect(next).toEqual(['draftReply', 'settle'])
    expect(rest).toContain('answerAtConference')
  })

  it('is the result once it was answered at the conference; a letter may follow but is not asked for', () => {
    const answered = { ...base, state: 'answered', answeredOn: '2025-10-29' } as const
    const able: PetitionAction[] = ['draftReply', 'settle', 'askPetitioner', 'promise']
    for (const dialogueState of ['held', 'concluded']) {
      const { next, rest } = orderActions(able, { ...answered, dialogueState })
      expect(next).toEqual(['settle', 'askPetitioner'])
      expect(rest).toContain('draftReply')
    }
    expect(orderActions(able, { ...answered, replyState: 'draft' }).next[0]).toBe('draftReply')
  })

  it('is to correct a draft that came back, before it is handed in again', () => {
    const able: PetitionAction[] = ['submitAnswer', 'draftAnswer']
    const before = { ...base, dialogueState: 'preparing' }
    expect(orderActions(able, { ...before, preparedState: 'draft' }).next[0]).toBe('submitAnswer')
    expect(orderActions(able, { ...before, preparedState: 'returned' }).next).toEqual(['draftAnswer'])
    const reply: PetitionAction[] = ['submitReply', 'draftReply']
    expect(orderActions(reply, { ...base, replyState: 'returned' }).next).toEqual(['draftReply'])
  })

  it('is to leave for later what was put into that group', () => {
    const able: PetitionAction[] = ['answerAtConference', 'defer']
    const held = { ...base, dialogueState: 'held', state: 'answerPrepared' } as const
    expect(orderActions(able, held).next).toEqual(['answerAtConference'])
    const later = { ...held, disposition: 'verifyAndReplyLater' }
    expect(orderActions(able, later).next).toEqual(['defer', 'answerAtConference'])
  })

  it('is the written reply for what was raised after the conference', () => {
    const late = { ...base, raised: 'after', dialogueState: 'held' }
    expect(orderActions(possible, late).next).toEqual(['draftReply', 'settle'])
    expect(orderActions(possible, { ...late, leadAgencyId: null }).next[0]).toBe('assign')
  })

  it('is still to give it out where nobody has it', () => {
    expect(orderActions(possible, { ...base, leadAgencyId: null }).next[0]).toBe('assign')
  })

  it('is urging for those who are not the agency, as long as the reply is not written', () => {
    const { next } = orderActions(possible, base)
    expect(urgesFirst({ agencyId: 1 }, base, next)).toBe(true)
    expect(urgesFirst({ agencyId: 7 }, base, next)).toBe(false)
    expect(urgesFirst({ agencyId: 1 }, { ...base, dialogueState: 'held' }, next)).toBe(false)
    expect(urgesFirst({ agencyId: 1 }, { ...base, state: 'answered' }, next)).toBe(false)
    expect(urgesFirst({ agencyId: 1 }, base, ['sendReply'])).toBe(false)
  })
})
