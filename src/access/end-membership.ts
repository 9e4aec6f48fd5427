import { defineChange } from '../changes/define-change.ts'
import { BrokenRule, NotFound } from '../platform/errors.ts'
import { endMembershipForm } from './access-forms.ts'
import { closeMembership, countOtherSystemAdministrators, findMembership } from './membership-store.ts'

/** Takes a role away, at once: the next request of a session that acts under it finds it gone. */
export const endMembership = defineChange({
  name: 'membership/end',
  permission: 'account:manage',
  input: endMembershipForm,
  async run({ db, actor, authorityId, now, today, record }, { membershipId, reason }) {
    const membership = await findMembership(db, authorityId, membershipId)
    if (!membership) throw new NotFound('membership')
    if (membership.endedAt !== null) throw new BrokenRule('access/membership-ended')
    if (membership.accountId === actor.accountId) throw new BrokenRule('access/own-account')
    if (membership.role === 'systemAdministrator') {
      if (actor.role !== 'systemAdministrator') throw new BrokenRule('access/account-serves-elsewhere')
      const others = await countOtherSystemAdministrators(db, membership.accountId, today)
      if (others === 0) throw new BrokenRule('access/last-system-administrator')
    }
    await closeMembership(db, membershipId, now, reason)
    const { accountId, role, agencyId, fromDay } = membership
    record({ subjectKind: 'account', subjectId: accountId, before: { membershipId, role, agencyId, fromDay }, reason })
    return { accountId }
  },
})
