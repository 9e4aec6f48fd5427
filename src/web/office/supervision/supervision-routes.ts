import type { KnownPermission } from '../../../access/permission-table.ts'
import type { OfficeRoute } from '../office-route.ts'
import { postAnswer, postWithdraw, showAnswer, showWithdraw } from './account-answer-page.tsx'
import { ACT_FORMS, type ActForm, postActForm, showActForm } from './act-form-page.tsx'
import { showAct, showSupervision } from './supervision-page.tsx'

function formRoutes(form: ActForm): OfficeRoute[] {
  const permission: KnownPermission = form === 'don-doc' ? 'supervision:urge' : 'supervision:act'
  const url = `/giam-sat/moi/${form}`
  const show = showActForm(form)
  return [
    { method: 'GET', url, permission, handle: (request) => show(request) },
    { method: 'POST', url, permission, handle: postActForm(form) },
  ]
}

export const supervisionRoutes: OfficeRoute[] = [
  { method: 'GET', url: '/giam-sat', permission: 'supervision:read', handle: showSupervision },
  { method: 'GET', url: '/giam-sat/:id', permission: 'supervision:read', handle: showAct },
  ...(Object.keys(ACT_FORMS) as ActForm[]).flatMap(formRoutes),
  { method: 'GET', url: '/giam-sat/:id/giai-trinh', permission: 'supervision:answer', handle: showAnswer },
  { method: 'POST', url: '/giam-sat/:id/giai-trinh', permission: 'supervision:answer', handle: postAnswer },
  { method: 'GET', url: '/giam-sat/:id/rut', permission: 'supervision:act', handle: showWithdraw },
  { method: 'POST', url: '/giam-sat/:id/rut', permission: 'supervision:act', handle: postWithdraw },
]
