import { defineChange } from '../changes/define-change.ts'
import { BrokenRule } from '../platform/errors.ts'
import { accountWithReasonForm } from './access-forms.ts'
import { updateAccount } from './account-store.ts'
import { getManagedAccount } from './managed-account.ts'

/** Opens a shut account again; what was signed in before stays ended. */
export const enableAccount = defineChange({
  name: 'account/enable',
  permission: 'account:manage',
  input: accountWithReasonForm,
  async run(context, { accountId, version, reason }) {
    const { db, record } = context
    const { account } = await getManagedAccount(context, accountId, version)
    if (account.disabledAt === null) throw new BrokenRule('access/account-not-disabled')
    await updateAccount(db, accountId, { disabledAt: null, disabledReason: null })
    const before = { disabledReason: account.disabledReason }
    record({ subjectKind: 'account', subjectId: accountId, before, after: { disabled: false }, reason })
  },
})
