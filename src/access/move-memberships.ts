import type { ChangeContext } from '../changes/define-change.ts'
import type { Day } from '../platform/day.ts'
import { dayOf } from '../platform/day.ts'
import { closeMembership, insertMembership, listMembershipsOfAgency } from './membership-store.ts'
import { moveSessions } from './session-store.ts'

interface Move {
  fromAgencyId: number
  toAgencyId: number
  onDay: Day
  /** said of both the end and the beginning */
  reason: string
}

/**
 * Whoever worked in an agency works in its successor, in the same role and for as long: the old membership ends, a new one
 * begins, both are logged. Sessions that are open go on under the new one. Returns the ids of the new memberships.
 */
export async function moveMemberships(context: ChangeContext, move: Move): Promise<number[]> {
  const { db, authorityId, now } = context
  const old = await listMembershipsOfAgency(db, authorityId, move.fromAgencyId, dayOf(now))
  const there = await listMembershipsOfAgency(db, authorityId, move.toAgencyId, dayOf(now))
  const moved: number[] = []
  for (const { id, accountId, role, personId, fromDay, toDay } of old) {
    await closeMembership(db, id, now, move.reason)
    const log = { subjectKind: 'account', subjectId: accountId, reason: move.reason }
    const before = { membershipId: id, role, agencyId: move.fromAgencyId, fromDay }
    context.record({ ...log, action: 'membership/end', before })
    const same = there.find((one) => one.accountId === accountId && one.role === role)
    const later = [fromDay, move.onDay].sort().at(-1)!
    const terms = { role, agencyId: move.toAgencyId, fromDay: later, toDay }
    const membershipId = same?.id ?? (await insertMembership(db, { accountId, authorityId, personId, ...terms }))
    await moveSessions(db, id, membershipId)
    if (same) continue
    context.record({ ...log, action: 'membership/grant', after: { membershipId, ...terms } })
    moved.push(membershipId)
  }
  return moved
}
