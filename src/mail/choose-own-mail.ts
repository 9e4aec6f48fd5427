import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import * as f from '../platform/form-fields.ts'
import { saveAccountMail } from './account-mail-store.ts'

/** An account chooses what it gets by e-mail. */
export const chooseOwnMail = defineChange({
  name: 'mail/choose-own',
  permission: 'account:own',
  input: z.object({ digest: f.checkbox(), atOnce: f.checkbox() }),
  async run({ db, actor, now, record }, { digest, atOnce }) {
    requireRule(actor.accountId !== null, 'mail/no-account')
    await saveAccountMail(db, actor.accountId, { digest, atOnce }, now)
    record({ subjectKind: 'account', subjectId: actor.accountId, after: { digest, atOnce } })
  },
})

/** A new secret address for the own calendar of deadlines, or none any more; the one before ends at once. */
export const changeCalendarAddress = defineChange({
  name: 'mail/change-calendar-address',
  permission: 'account:own',
  input: z.object({ wanted: f.checkbox() }),
  async run({ db, actor, now, record }, { wanted }) {
    requireRule(actor.accountId !== null, 'mail/no-account')
    const calendarNonce = wanted ? randomBytes(16).toString('hex') : null
    await saveAccountMail(db, actor.accountId, { calendarNonce }, now)
    record({ subjectKind: 'account', subjectId: actor.accountId, after: { calendar: wanted } })
  },
})
