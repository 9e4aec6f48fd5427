import type { OfficeRoute } from '../office-route.ts'
import { postAnnounce, showAnnounce } from './announce-page.tsx'
import { PUBLICATIONS, showPublications } from './publication-list-page.tsx'
import { postPublish, showPublish } from './publish-page.tsx'
import { postTakeBack, showTakeBack } from './take-back-page.tsx'

const announce = `${PUBLICATIONS}/hoi-nghi/:id`
const results = `${PUBLICATIONS}/ket-qua/:id`
const back = `${PUBLICATIONS}/ban/:id/rut`

/** What the people may read: seen by the lead office and the chair, decided by the leader of the lead office. */
export const publicationRoutes: readonly OfficeRoute[] = [
  { method: 'GET', url: PUBLICATIONS, permission: 'publication:read', handle: showPublications },
  { method: 'GET', url: announce, permission: 'publication:read', handle: (request) => showAnnounce(request) },
  { method: 'POST', url: announce, permission: 'publication:decide', handle: postAnnounce },
  { method: 'GET', url: results, permission: 'publication:read', handle: (request) => showPublish(request) },
  { method: 'POST', url: results, permission: 'publication:decide', handle: postPublish },
  { method: 'GET', url: back, permission: 'publication:decide', handle: (request) => showTakeBack(request) },
  { method: 'POST', url: back, permission: 'publication:decide', handle: postTakeBack },
]
