import type { Day } from '../platform/day.ts'
import { BrokenRule, InputRejected } from '../platform/errors.ts'
import type { Regulation } from '../regulations/regulation.ts'

/** Which sphere a head answers for, when several preside (002 3.8–3.9). */
export function sphereOfPost(postKind: string): 'party' | 'government' | 'publicSecurity' | null {
  if (/partySecretary/i.test(postKind)) return 'party'
  if (/police/i.test(postKind)) return 'publicSecurity'
  if (/peoplesCommittee|provincialChair|officeChief/i.test(postKind)) return 'government'
  return null
}

interface DeputyChoice {
  reasonKey: string
  headPost: { id: number; fromDay: Day; toDay: Day | null }
  deputyPost: { id: number; deputyOfPostId: number | null }
  presidingPostIds: readonly number[]
}

/** In force majeure the head authorises his or her own deputy, never anybody else (004 V.1(4)). */
export function checkDeputy(regulation: Regulation, choice: DeputyChoice): void {
  if (!regulation.deputyAuthorization.allowed) throw new BrokenRule('dialogue/deputy-not-allowed')
  if (!regulation.deputyAuthorization.reasons.some((reason) => reason.key === choice.reasonKey)) {
    throw new InputRejected({ reasonKey: 'notInList' })
  }
  if (!choice.presidingPostIds.includes(choice.headPost.id)) throw new InputRejected({ headPostId: 'notInList' })
  if (choice.deputyPost.deputyOfPostId !== choice.headPost.id) throw new BrokenRule('dialogue/not-the-deputy')
}
