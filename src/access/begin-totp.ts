import { z } from 'zod'
import { defineChange } from '../changes/define-change.ts'
import { updateAccount } from './account-store.ts'
import { newTotpSecret } from './totp.ts'

/** Makes a secret for a telephone; an earlier telephone goes on serving until the new one has proven itself. */
export const beginTotp = defineChange({
  name: 'account/begin-totp',
  permission: 'account:own',
  input: z.object({}),
  async run({ db, actor, record }) {
    const accountId = actor.accountId ?? 0
    await updateAccount(db, accountId, { totpPendingSecret: newTotpSecret() })
    record({ subjectKind: 'account', subjectId: accountId })
  },
})
