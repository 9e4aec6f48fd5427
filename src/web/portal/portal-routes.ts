import { showDoor } from './door-page.tsx'
import { showFront } from './front-page.tsx'
import type { PortalDoor, PortalRoute } from './portal-route.ts'
import type { PortalTable } from './portal-server.ts'

/** Pages that belong to no authority. */
const doors: readonly PortalDoor[] = [{ method: 'GET', url: '/cong', permission: 'public:read', handle: showDoor }]

/** Pages to read: what is published. */
const readingRoutes: readonly PortalRoute[] = [{ method: 'GET', url: '', permission: 'public:read', handle: showFront }]

/** Everything the portal answers: one line for each part. */
export const portalTable: PortalTable = { doors, routes: [...readingRoutes] }
