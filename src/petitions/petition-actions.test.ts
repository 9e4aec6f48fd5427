import { describe, expect, it } from 'vitest'
import { orderActions, urgesFirst } from './petition-actions.ts'
import type { PetitionAction, PetitionFacts } from './petition-state.ts'

const base: PetitionFacts = {
  ...{ state: 'assigned', kind: 'request', leadAgencyId: 7, supports: [], preparedState: null, replyState: null },
  ...{ answeredOn: null, promisedOn: null, settledOn: null, complex: false, confidential: false },
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
