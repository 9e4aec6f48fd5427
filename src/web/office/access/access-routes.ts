import type { OfficeRoute } from '../office-route.ts'
import { postAct, postEndMembership, postResetPassword, showAct, showEndMembership } from './account-act-page.tsx'
import { ACCOUNTS, showAccounts } from './account-list-page.tsx'
import { showAccount } from './account-page.tsx'
import { postGrant, postNewAccount, showGrant, showNewAccount } from './new-account-page.tsx'

const permission = 'account:manage' as const
const one = `${ACCOUNTS}/:id`

/** Administration of the accounts of an authority. */
export const accessRoutes: readonly OfficeRoute[] = [
  { method: 'GET', url: ACCOUNTS, permission, handle: showAccounts },
  { method: 'GET', url: `${ACCOUNTS}/moi`, permission, handle: (request) => showNewAccount(request) },
  { method: 'POST', url: `${ACCOUNTS}/moi`, permission, handle: postNewAccount },
  { method: 'GET', url: `${ACCOUNTS}/giao-vai-tro`, permission, handle: (request) => showGrant(request) },
  { method: 'POST', url: `${ACCOUNTS}/giao-vai-tro`, permission, handle: postGrant },
  { method: 'GET', url: one, permission, handle: showAccount },
  { method: 'GET', url: `${one}/khoa`, permission, handle: (request) => showAct('khoa')(request) },
  { method: 'POST', url: `${one}/khoa`, permission, handle: postAct('khoa') },
  { method: 'GET', url: `${one}/mo`, permission, handle: (request) => showAct('mo')(request) },
  { method: 'POST', url: `${one}/mo`, permission, handle: postAct('mo') },
  { method: 'GET', url: `${one}/xac-thuc`, permission, handle: (request) => showAct('xac-thuc')(request) },
  { method: 'POST', url: `${one}/xac-thuc`, permission, handle: postAct('xac-thuc') },
  { method: 'GET', url: `${one}/mat-khau`, permission, handle: (request) => showAct('mat-khau')(request) },
  { method: 'POST', url: `${one}/mat-khau`, permission, handle: postResetPassword },
  {
    method: 'GET',
    url: `${one}/vai-tro/:membership/ket-thuc`,
    permission,
    handle: (request) => showEndMembership(request),
  },
  { method: 'POST', url: `${one}/vai-tro/:membership/ket-thuc`, permission, handle: postEndMembership },
]
