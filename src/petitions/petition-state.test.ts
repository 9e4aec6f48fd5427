import { describe, expect, it } from 'vitest'
import { may } from '../access/may.ts'
import type { Role } from '../access/role.ts'
import { petitionStates } from './petition.ts'
import { nextActions } from './petition-actions.ts'
import { petitionScopes } from './petition-scope.ts'
import { actionRules, type PetitionAction, type PetitionFacts, refusalOf } from './petition-state.ts'

const facts: PetitionFacts = {
  state: 'assigned',
  kind: 'request',
  leadAgencyId: 7,
  supports: [],
  preparedState: null,
  preparedBy: [],
  replyBy: [],
  replyState: null,
  answeredOn: null,
  disposition: null,
  raised: 'before',
  extension: 'none',
  acknowledgedOn: null,
  promisedOn: null,
  settledOn: null,
  complex: false,
  confidential: false,
  hasOpenTransfer: false,
  hasOpenEscalation: false,
  hasUnsentReply: false,
  dialogueState: 'held',
}

function actor(role: Role, agencyId: number, accountId = 1) {
  const membership = { role, authorityId: 1, agencyId, accountId, authoritiesBelow: [] }
  const judge = (permission: `${string}:${string}`, scope: Parameters<typeof may>[2]) =>
    may(membership, permission, scope)
  return { accountId, displayName: role, homeAuthorityId: 1, agencyId, role, may: judge }
}

const scope = {
  authorityId: 1,
  leadAgencyId: 7,
  supportingAgencyIds: [8],
  forwardedByAgencyId: 9,
  confidential: false,
  readers: [],
  accusedAgencyId: null,
  accusedAccountId: null,
}

describe('what may happen to a petition', () => {
  it('lets nothing be answered, given out or changed once it is merged, withdrawn or handed over', () => {
    for (const state of ['merged', 'withdrawn', 'handedOver'] as const) {
      for (const action of [
        'assign',
        'classify',
        'answerAtConference',
        'transfer',
        'escalate',
        'settle',
        'edit',
      ] as const) {
        expect(refusalOf(action, { ...facts, state }), `${action} when ${state}`).not.toBeNull()
      }
    }
  })

  it('says why: already answered, already transferred, own procedure', () => {
    expect(refusalOf('assign', { ...facts, state: 'answered' })).toBe('petition/already-answered')
    expect(refusalOf('assign', { ...facts, state: 'transferred' })).toBe('petition/already-transferred')
    expect(refusalOf('assign', { ...facts, kind: 'denunciation' })).toBe('petition/own-procedure')
    expect(refusalOf('handOver', facts)).toBe('petition/no-own-procedure')
    expect(refusalOf('draftAnswer', { ...facts, leadAgencyId: null })).toBe('petition/no-lead-agency')
  })

  it('hands a complaint or denunciation over, and never answers it here', () => {
    for (const kind of ['complaint', 'denunciation']) {
      expect(refusalOf('handOver', { ...facts, kind })).toBeNull()
      for (const action of ['answerAtConference', 'draftReply', 'settle', 'transfer', 'resolveBefore'] as const) {
        expect(refusalOf(action, { ...facts, kind }), action).not.toBeNull()
      }
    }
  })

  it('is answered at a conference only when it was raised by then', () => {
    for (const action of ['answerAtConference', 'defer'] as const) {
      expect(refusalOf(action, facts)).toBeNull()
      expect(refusalOf(action, { ...facts, raised: 'atConference' })).toBeNull()
      expect(refusalOf(action, { ...facts, raised: 'after' })).toBe('petition/not-at-conference')
      expect(refusalOf(action, { ...facts, dialogueState: null })).toBe('petition/not-at-conference')
    }
  })

  it('is extended only where the regulation knows an extension, and once', () => {
    for (const action of ['extend', 'extendOnPaper'] as const) {
      expect(refusalOf(action, facts)).toBe('petition/no-extension')
      expect(refusalOf(action, { ...facts, extension: 'open' })).toBeNull()
      expect(refusalOf(action, { ...facts, extension: 'granted' })).toBe('petition/already-extended')
    }
  })

  it('changes nothing that is filed once the dossier is closed, but goes on with what follows', () => {
    const closed = { ...facts, dialogueState: 'closed' }
    expect(refusalOf('classify', closed)).toBe('petition/dossier-closed')
    expect(refusalOf('answerAtConference', closed)).toBe('petition/dossier-closed')
    expect(refusalOf('settle', { ...closed, state: 'answered', answeredOn: '2025-10-29' })).toBeNull()
  })

  it('gives every refusal of every state a code of the catalogue', () => {
    for (const state of petitionStates) {
      for (const action of Object.keys(actionRules) as PetitionAction[]) {
        const refusal = refusalOf(action, { ...facts, state })
        if (refusal !== null) expect(refusal).toMatch(/^petition\/[a-z-]+$/)
      }
    }
  })
})

describe('the buttons', () => {
  it('give an agency drafting but neither approving nor assigning', () => {
    const actions = nextActions(actor('agencySpecialist', 7), facts, petitionScopes(scope))
    expect(actions).toContain('draftAnswer')
    expect(actions).not.toContain('approveAnswer')
    expect(actions).not.toContain('assign')
  })

  it('give a supporting agency its contribution only', () => {
    const supports = [{ agencyId: 8, contributedOn: null }]
    const actions = nextActions(actor('agencySpecialist', 8), { ...facts, supports }, petitionScopes(scope))
    expect(actions).toEqual(['contribute'])
  })

  it('give the head of the lead agency the approval of what was submitted', () => {
    const actions = nextActions(
      actor('agencyLeader', 7),
      { ...facts, preparedState: 'submitted' },
      petitionScopes(scope),
    )
    expect(actions).toContain('approveAnswer')
  })

  it('give nobody the approval of own words', () => {
    const head = actor('agencyLeader', 7, 31)
    const offered = (preparedBy: number[], replyBy: number[]) =>
      nextActions(
        head,
        { ...facts, preparedState: 'submitted', replyState: 'submitted', preparedBy, replyBy },
        petitionScopes(scope),
      ).filter((action) => action === 'approveAnswer' || action === 'approveReply')
    expect(offered([32], [32])).toEqual(['approveAnswer', 'approveReply'])
    expect(offered([32, 31], [32])).toEqual(['approveReply'])
    expect(offered([32], [31])).toEqual(['approveAnswer'])
  })

  it('give the accused agency and people off the need-to-know list nothing', () => {
    expect(nextActions(actor('agencyLeader', 7), facts, petitionScopes({ ...scope, accusedAgencyId: 7 }))).toEqual([])
    const secret = petitionScopes({ ...scope, confidential: true, readers: [55] })
    expect(nextActions(actor('clerk', 1), facts, secret)).toEqual([])
    expect(nextActions(actor('clerk', 1, 55), facts, secret)).toContain('assign')
  })
})
