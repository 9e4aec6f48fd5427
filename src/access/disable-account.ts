import { defineChange } from '../changes/define-change.ts'
import { BrokenRule } from '../platform/errors.ts'
import { accountWithReasonForm } from './access-forms.ts'
import { updateAccount } from './account-store.ts'
import { getManagedAccount } from './managed-account.ts'
import { endSessions } from './session-store.ts'

/** Shuts an account; its sessions end at once. */
export const disableAccount = defineChange({
  name: 'account/disable',
  permission: 'account:manage',
  input: accountWithReasonForm,
  async run(context, { accountId, version, reason }) {
    const { db, now, record } = context
    const { account } = await getManagedAccount(context, accountId, version)
    if (account.disabledAt !== null) throw new BrokenRule('access/account-disabled')
    await updateAccount(db, accountId, { disabledAt: now, disabledReason: reason })
    const sessionsEnded = await endSessions(db, accountId, { now, reason: 'disabled' })
    record({ subjectKind: 'account', subjectId: accountId, after: { disabled: true, sessionsEnded }, reason })
  },
})
