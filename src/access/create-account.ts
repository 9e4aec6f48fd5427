import { listAgencies } from '../agencies/agency-store.ts'
import { defineChange } from '../changes/define-change.ts'
import { InputRejected } from '../platform/errors.ts'
import { createAccountForm } from './access-forms.ts'
import { membershipProblems } from './account-rules.ts'
import { insertAccount } from './account-store.ts'
import { insertMembership } from './membership-store.ts'

/**
 * A new account with its first membership. The first password's hash is handed in beside the input, so that nothing of
 * it stands in the log or the idempotency record; its owner sets an own one at the first sign-in (demo accounts keep the
 * one that is printed).
 */
export function createAccount(passwordHash: string, mustChangePassword = true) {
  return defineChange({
    name: 'account/create',
    permission: 'account:manage',
    input: createAccountForm,
    async run({ db, actor, authorityId, today, record }, input) {
      const { login, displayName, email, role, agencyId, toDay } = input
      const terms = { role, agencyId, fromDay: input.fromDay ?? today, toDay }
      const problems = membershipProblems(
        actor,
        terms,
        (await listAgencies(db, authorityId, { on: today })).map((a) => a.id),
      )
      if (problems) throw new InputRejected(problems)
      const accountId = await insertAccount(db, { login, displayName, email, passwordHash, mustChangePassword })
      if (accountId === null) throw new InputRejected({ login: 'taken' })
      const membershipId = await insertMembership(db, { accountId, authorityId, ...terms })
      const after = { login, displayName, email, membershipId, ...terms }
      record({ subjectKind: 'account', subjectId: accountId, after, personal: ['login', 'displayName', 'email'] })
      return { accountId, membershipId }
    },
  })
}
