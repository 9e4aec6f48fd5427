import { beforeAll, describe, expect, it } from 'vitest'
import type { Day } from '../platform/day.ts'
import { loadRegulationFiles } from '../regulations/load-regulation-files.ts'
import type { Regulation } from '../regulations/regulation.ts'
import { checkConclusionItem, checkReadyForApproval } from './conclusion-item-rules.ts'
import { requireDone } from './done-days.ts'
import { sendingGaps } from './notice-sending.ts'
import { checkDeputy, sphereOfPost } from './presiding-rules.ts'
import { weighRequest } from './request-rules.ts'
import { movedInOrder } from './row-order.ts'
import { endsNextDay, isPossibleEnd } from './sitting-hours.ts'
import { appraisers, missingAppraisals, needsAppraisal } from './topic-rules.ts'

let regulations: Regulation[]
beforeAll(async () => {
  regulations = await loadRegulationFiles()
})
const regulation = (id: string, version?: string) =>
  regulations.find((one) => one.id === id && one.version === (version ?? one.version))!

describe('the weight of a request', () => {
  it('binds from ten per cent of the voters on', () => {
    expect(weighRequest(99, 1000)).toEqual({ percent: 9.9, needed: 100, binding: false })
    expect(weighRequest(100, 1000).binding).toBe(true)
    expect(weighRequest(100, 1001).binding).toBe(false)
  })

  it('is unknown while nobody counted the voters', () => {
    expect(weighRequest(500, null)).toEqual({ percent: null, needed: null, binding: false })
  })
})

it('takes an earlier hour as the end of the next day within eight hours of the start, and no longer', () => {
  expect(isPossibleEnd('08:05', '11:40')).toBe(true)
  expect(isPossibleEnd('19:30', '00:20')).toBe(true)
  expect(isPossibleEnd('19:30', '03:30')).toBe(true)
  expect(isPossibleEnd('19:30', '03:31')).toBe(false)
  expect(isPossibleEnd('14:00', '11:30')).toBe(false)
  expect(isPossibleEnd(null, '00:20')).toBe(true)
  expect(endsNextDay('19:30', '00:20')).toBe(true)
  expect(endsNextDay('08:05', '08:05')).toBe(false)
})

describe('the appraisal of a topic', () => {
  it('is asked only where the chair of the province presides (12-QĐi/TU, Điều 8)', () => {
    expect(needsAppraisal(regulation('son-la-12', '2023'), 'peoplesCommitteeChair')).toBe(true)
    expect(needsAppraisal(regulation('son-la-12', '2023'), 'officeChief')).toBe(false)
    expect(needsAppraisal(regulation('son-la-12', '2021'), 'peoplesCommitteeChair')).toBe(false)
    expect(needsAppraisal(regulation('hai-phong-13'), 'coPresiding')).toBe(false)
  })

  it('misses those who have not spoken', () => {
    const members = appraisers(regulation('son-la-12', '2023'))
    expect(members).toContain('fatherlandFront')
    expect(missingAppraisals(regulation('son-la-12', '2023'), ['fatherlandFront'])).toEqual(
      members.filter((role) => role !== 'fatherlandFront'),
    )
    expect(missingAppraisals(regulation('son-la-12', '2023'), members)).toEqual([])
  })
})

describe('who presides in the place of a head', () => {
  const post = (id: number, deputyOfPostId: number | null = null) => ({
    ...{ id, deputyOfPostId, fromDay: '2020-01-01' as Day, toDay: null },
  })
  const choice = { reasonKey: 'forceMajeure', headPost: post(1), deputyPost: post(2, 1), presidingPostIds: [1] }

  it('is the head’s own deputy, in force majeure', () => {
    expect(() => checkDeputy(regulation('hai-phong-13'), choice)).not.toThrow()
    expect(() => checkDeputy(regulation('hai-phong-13'), { ...choice, deputyPost: post(3, 9) })).toThrow(
      'dialogue/not-the-deputy',
    )
    expect(() => checkDeputy(regulation('hai-phong-13'), { ...choice, reasonKey: 'holiday' })).toThrow('reasonKey')
    expect(() => checkDeputy(regulation('hai-phong-13'), { ...choice, presidingPostIds: [7] })).toThrow('headPostId')
  })

  it('is nobody where the regulation knows of no deputy', () => {
    expect(() =>
      checkDeputy(
        {
          ...regulation('hai-phong-13'),
          deputyAuthorization: { allowed: false, reasons: [], recordedIn: [], clause: null },
        },
        choice,
      ),
    ).toThrow('dialogue/deputy-not-allowed')
  })

  it('answers for the sphere of the post', () => {
    expect([
      sphereOfPost('partySecretary'),
      sphereOfPost('peoplesCommitteeChair'),
      sphereOfPost('policeChief'),
      sphereOfPost('other'),
    ]).toEqual(['party', 'government', 'publicSecurity', null])
  })
})

describe('an item of the conclusion', () => {
  const item = {
    ...{ content: 'Cống thoát nước', conclusion: 'Giao khảo sát', disposition: 'verifyAndReplyLater' as const },
    ...{ leadAgencyId: 1, supportingAgencyIds: [2], dueOn: '2025-11-30' as Day, openProposal: false },
  }

  it('that is verified later has a lead and a limit, or is left open for a proposal (004 V.2(6))', () => {
    expect(() => checkConclusionItem(item)).not.toThrow()
    expect(() => checkConclusionItem({ ...item, dueOn: null, openProposal: true })).not.toThrow()
    expect(() => checkConclusionItem({ ...item, dueOn: null })).toThrow('dueOn')
    expect(() => checkConclusionItem({ ...item, leadAgencyId: null })).toThrow('leadAgencyId')
    expect(() => checkConclusionItem({ ...item, supportingAgencyIds: [1] })).toThrow('supportingAgencyIds')
    const answered = { ...item, disposition: 'answeredAtConference' as const, leadAgencyId: null, dueOn: null }
    expect(() => checkConclusionItem(answered)).not.toThrow()
  })

  it('must be there, and given to somebody, before the chair approves', () => {
    expect(() => checkReadyForApproval([])).toThrow('conclusion/no-items')
    expect(() => checkReadyForApproval([item, { ...item, leadAgencyId: null }])).toThrow('conclusion/item-without-lead')
    expect(() => checkReadyForApproval([item, { ...item, conclusion: ' ' }])).toThrow('conclusion/item-without-words')
    expect(() => checkReadyForApproval([item])).not.toThrow()
  })
})

describe('small rules', () => {
  it('move a row one place and stop at the ends', () => {
    expect(movedInOrder([1, 2, 3], 2, 'up')).toEqual([2, 1, 3])
    expect(movedInOrder([1, 2, 3], 2, 'down')).toEqual([1, 3, 2])
    expect(movedInOrder([1, 2, 3], 1, 'up')).toEqual([1, 2, 3])
    expect(movedInOrder([1, 2, 3], 9, 'up')).toBeNull()
  })

  it('refuse days of what was done that lie ahead, each beside its field', () => {
    const ahead = { sentOn: '2025-10-02' as Day, doneOn: '2025-09-30' as Day, other: null }
    expect(() => requireDone('2025-10-01' as Day, ahead)).toThrow('sentOn')
    expect(() => requireDone('2025-10-02' as Day, ahead)).not.toThrow()
  })

  it('count who has not been sent the notice and who has not confirmed receipt', () => {
    const sent = '2025-11-05' as Day
    const gaps = sendingGaps([
      { purpose: 'competentAgency', sentOn: sent, receivedOn: null },
      { purpose: 'competentAgency', sentOn: sent, receivedOn: sent },
      { purpose: 'petitioner', sentOn: null, receivedOn: null },
      { purpose: 'superior', sentOn: null, receivedOn: null },
      { purpose: 'village', sentOn: null, receivedOn: null },
    ])
    expect(gaps).toEqual({ unsent: 1, unreceived: 1, superiorUnsent: 1 })
  })
})
