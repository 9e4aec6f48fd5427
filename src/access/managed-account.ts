import type { ChangeContext } from '../changes/define-change.ts'
import { NotFound, StaleEdit } from '../platform/errors.ts'
import { requireManageable } from './account-rules.ts'
import { findAccount } from './account-store.ts'
import { listMembershipsIn, listMembershipsOfAccount } from './membership-store.ts'

/**
 * The account an administrator works on, locked: it must be or have been a member of this authority, be theirs to
 * manage, and stand at the version they saw.
 */
export async function getManagedAccount(context: ChangeContext, accountId: number, version: number | null) {
  const { db, actor, authorityId } = context
  const account = await findAccount(db, accountId, true)
  const here = await listMembershipsIn(db, authorityId, [accountId])
  if (!account || here.length === 0) throw new NotFound('account')
  const memberships = await listMembershipsOfAccount(db, accountId)
  requireManageable(actor, { id: accountId, memberships })
  if (version !== null && account.version !== version) {
    throw new StaleEdit('account', { displayName: account.displayName, disabledReason: account.disabledReason })
  }
  return { account, memberships }
}
