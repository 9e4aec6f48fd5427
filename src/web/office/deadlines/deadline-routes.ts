import type { OfficeRoute } from '../office-route.ts'
import { showDeadlines } from './deadline-list-page.tsx'
import { showDeadline } from './deadline-page.tsx'

export const deadlineRoutes: OfficeRoute[] = [
  { method: 'GET', url: '/han', permission: 'deadline:read', handle: showDeadlines },
  { method: 'GET', url: '/han/:id', permission: 'deadline:read', handle: showDeadline },
]
