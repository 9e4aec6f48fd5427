import type { OfficeRoute } from '../office-route.ts'
import { showBallot } from './ballot-page.tsx'
import { codeRoutes } from './code-page.tsx'
import {
  postBallots,
  postOpen,
  postReopen,
  postSettle,
  postTally,
  showBallots,
  showReopen,
  showSettle,
  showTally,
} from './survey-form-pages.tsx'
import { showSurvey } from './survey-page.tsx'

const url = '/hoi-nghi/:id/phieu-danh-gia'

export const surveyRoutes: OfficeRoute[] = [
  { method: 'GET', url, permission: 'survey:read', handle: (request) => showSurvey(request) },
  { method: 'POST', url, permission: 'survey:settle', handle: postOpen },
  { method: 'GET', url: `${url}/so-phieu`, permission: 'survey:enter', handle: (request) => showBallots(request) },
  { method: 'POST', url: `${url}/so-phieu`, permission: 'survey:enter', handle: postBallots },
  { method: 'GET', url: `${url}/lan/:pass`, permission: 'survey:enter', handle: (request) => showTally(request) },
  { method: 'POST', url: `${url}/lan/:pass`, permission: 'survey:enter', handle: postTally },
  { method: 'GET', url: `${url}/chot`, permission: 'survey:settle', handle: (request) => showSettle(request) },
  { method: 'POST', url: `${url}/chot`, permission: 'survey:settle', handle: postSettle },
  { method: 'GET', url: `${url}/mo-lai`, permission: 'survey:settle', handle: (request) => showReopen(request) },
  { method: 'POST', url: `${url}/mo-lai`, permission: 'survey:settle', handle: postReopen },
  { method: 'GET', url: `${url}/mau-phieu`, permission: 'survey:read', handle: showBallot },
  ...codeRoutes,
]
