import { defineChange } from '../changes/define-change.ts'
import { BrokenRule } from '../platform/errors.ts'
import { accountWithReasonForm } from './access-forms.ts'
import { updateAccount } from './account-store.ts'
import { getManagedAccount } from './managed-account.ts'
import { endSessions } from './session-store.ts'

/** For a lost telephone: the account has no second factor until its owner sets up a new one. Sessions end. */
export const resetSecondFactor = defineChange({
  name: 'account/reset-second-factor',
  permission: 'account:manage',
  input: accountWithReasonForm,
  async run(context, { accountId, version, reason }) {
    const { db, now, record } = context
    const { account } = await getManagedAccount(context, accountId, version)
    if (account.totpConfirmedAt === null) throw new BrokenRule('access/no-second-factor')
    const none = { totpSecret: null, totpPendingSecret: null, totpConfirmedAt: null, totpLastStep: null }
    await updateAccount(db, accountId, { ...none, recoveryCodeHashes: [] })
    const sessionsEnded = await endSessions(db, accountId, { now, reason: 'secondFactor' })
    record({ subjectKind: 'account', subjectId: accountId, after: { sessionsEnded }, reason })
  },
})
