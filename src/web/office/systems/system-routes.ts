import type { OfficeRoute } from '../office-route.ts'
import { postIssueKey, showIssueKey } from './issue-key-page.tsx'
import { KEYS, showKeys } from './key-list-page.tsx'
import { postRevokeKey, showRevokeKey } from './revoke-key-page.tsx'

const permission = 'api-key:manage' as const

/** Keys of neighbouring systems. */
export const systemRoutes: readonly OfficeRoute[] = [
  { method: 'GET', url: KEYS, permission, handle: showKeys },
  { method: 'GET', url: `${KEYS}/moi`, permission, handle: (request) => showIssueKey(request) },
  { method: 'POST', url: `${KEYS}/moi`, permission, handle: postIssueKey },
  { method: 'GET', url: `${KEYS}/:id/thu-hoi`, permission, handle: (request) => showRevokeKey(request) },
  { method: 'POST', url: `${KEYS}/:id/thu-hoi`, permission, handle: postRevokeKey },
]
