import type { OfficeRoute } from '../office-route.ts'
import { postAppealed, showAppealed } from './intake-appeal-page.tsx'
import { postIntakeGroup, showIntakeGroup } from './intake-decision-page.tsx'
import { INTAKE, showIntake } from './intake-list-page.tsx'
import { postIntakeSetting, showIntakeSetting } from './intake-setting-page.tsx'

const setting = { url: `${INTAKE}/cai-dat`, permission: 'intake:manage' } as const
const group = { url: `${INTAKE}/:id`, permission: 'intake:moderate' } as const
const appeal = { url: `${INTAKE}/:id/xem-lai`, permission: 'intake:judge-appeal' } as const

/** What comes through the Portal and is looked at first. */
export const intakeRoutes: readonly OfficeRoute[] = [
  { method: 'GET', url: INTAKE, permission: 'intake:moderate', handle: showIntake },
  { method: 'GET', ...setting, handle: (request) => showIntakeSetting(request) },
  { method: 'POST', ...setting, handle: postIntakeSetting },
  { method: 'GET', ...group, handle: (request) => showIntakeGroup(request) },
  { method: 'POST', ...group, handle: postIntakeGroup },
  { method: 'GET', ...appeal, handle: (request) => showAppealed(request) },
  { method: 'POST', ...appeal, handle: postAppealed },
]
