import { listAgencies } from '../agencies/agency-store.ts'
import { defineChange } from '../changes/define-change.ts'
import { BrokenRule, InputRejected } from '../platform/errors.ts'
import { grantMembershipForm } from './access-forms.ts'
import { holdsOn, membershipProblems } from './account-rules.ts'
import { findAccountByLogin } from './account-store.ts'
import { insertMembership, listMembershipsIn } from './membership-store.ts'

/**
 * A further role for an account that is known here. Accounts of other authorities are brought in by the system
 * administrator only, so that nobody learns here who works elsewhere.
 */
export const grantMembership = defineChange({
  name: 'membership/grant',
  permission: 'account:manage',
  input: grantMembershipForm,
  async run({ db, actor, authorityId, today, record }, input) {
    const account = await findAccountByLogin(db, input.login)
    const here = account ? await listMembershipsIn(db, authorityId, [account.id]) : []
    if (!account || (here.length === 0 && actor.role !== 'systemAdministrator')) {
      throw new InputRejected({ login: 'notFound' })
    }
    if (account.disabledAt !== null) throw new BrokenRule('access/account-disabled')
    const { role, agencyId, toDay } = input
    const terms = { role, agencyId, fromDay: input.fromDay ?? today, toDay }
    const problems = membershipProblems(
      actor,
      terms,
      (await listAgencies(db, authorityId, { on: today })).map((a) => a.id),
    )
    if (problems) throw new InputRejected(problems)
    const same = here.some((one) => one.role === role && one.agencyId === agencyId && holdsOn(one, today))
    if (same) throw new InputRejected({ role: 'access/membership-exists' })
    const membershipId = await insertMembership(db, { accountId: account.id, authorityId, ...terms })
    record({ subjectKind: 'account', subjectId: account.id, after: { membershipId, ...terms } })
    return { accountId: account.id, membershipId }
  },
})
