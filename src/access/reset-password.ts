import { defineChange } from '../changes/define-change.ts'
import { accountWithReasonForm } from './access-forms.ts'
import { updateAccount } from './account-store.ts'
import { getManagedAccount } from './managed-account.ts'
import { endSessions } from './session-store.ts'

/** A new first password for somebody who forgot theirs; its hash is handed in beside the input. Sessions end. */
export function resetPassword(passwordHash: string) {
  return defineChange({
    name: 'account/reset-password',
    permission: 'account:manage',
    input: accountWithReasonForm,
    async run(context, { accountId, version, reason }) {
      const { db, now, record } = context
      await getManagedAccount(context, accountId, version)
      await updateAccount(db, accountId, { passwordHash, mustChangePassword: true })
      const sessionsEnded = await endSessions(db, accountId, { now, reason: 'password' })
      record({ subjectKind: 'account', subjectId: accountId, after: { sessionsEnded }, reason })
    },
  })
}
