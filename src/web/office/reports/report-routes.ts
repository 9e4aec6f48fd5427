import type { OfficeRoute } from '../office-route.ts'
import { postDraft, postSent, showDraftForm, showSentForm } from './report-form-page.tsx'
import { followYear, REPORTS, showReports } from './report-list-page.tsx'
import { showReport } from './report-page.tsx'

const [prepare, sent] = ['report:prepare', 'report:record-sent'] as const

export const reportRoutes: OfficeRoute[] = [
  { method: 'GET', url: REPORTS, permission: 'report:read', handle: showReports },
  { method: 'POST', url: `${REPORTS}/theo-doi`, permission: prepare, handle: followYear },
  { method: 'GET', url: `${REPORTS}/:id`, permission: 'report:read', handle: showReport },
  { method: 'GET', url: `${REPORTS}/:id/soan`, permission: prepare, handle: (request) => showDraftForm(request) },
  { method: 'POST', url: `${REPORTS}/:id/soan`, permission: prepare, handle: postDraft },
  { method: 'GET', url: `${REPORTS}/:id/da-gui`, permission: sent, handle: (request) => showSentForm(request) },
  { method: 'POST', url: `${REPORTS}/:id/da-gui`, permission: sent, handle: postSent },
]
