import { sendFeed } from './atom-feed.ts'
import { showBelow } from './below-page.tsx'
import { citizenRoutes } from './citizen-routes.ts'
import { sendCalendar, sendDialogueCalendar } from './dialogue-calendar.ts'
import { showPublicDialogues } from './dialogue-list.tsx'
import { showDoor } from './door-page.tsx'
import { showEmbed } from './embed-page.tsx'
import { showPublicEntry } from './entry-page.tsx'
import { showFront } from './front-page.tsx'
import { noticeRoutes } from './notice-choice-page.tsx'
import {
  sendDialoguesCsv,
  sendDialoguesJson,
  sendPlansJson,
  sendResultsCsv,
  sendResultsJson,
  sendSchema,
} from './open-data.ts'
import { showOpenData } from './open-data-page.tsx'
import type { PortalDoor, PortalRoute } from './portal-route.ts'
import type { PortalTable } from './portal-server.ts'
import { sendQr, showPoster } from './poster-page.tsx'
import { showPublicDialogue } from './public-dialogue-page.tsx'
import { showPublicPlan } from './public-plan-page.tsx'
import { showResults } from './results-page.tsx'

const reading = (url: string, handle: PortalRoute['handle']): PortalRoute => ({
  ...{ method: 'GET', url, permission: 'public:read', handle },
})

/** Pages that belong to no authority. */
const doors: readonly PortalDoor[] = [{ method: 'GET', url: '/cong', permission: 'public:read', handle: showDoor }]

/** Pages to read: what is published. */
const readingRoutes: readonly PortalRoute[] = [
  reading('', showFront),
  reading('/hoi-nghi', showPublicDialogues),
  reading('/hoi-nghi/:id', showPublicDialogue),
  reading('/hoi-nghi/:id/lich.ics', sendDialogueCalendar),
  reading('/hoi-nghi/:id/qr.svg', sendQr),
  reading('/hoi-nghi/:id/bang-tin', showPoster),
  reading('/ket-qua', showResults),
  reading('/ket-qua/:id', showPublicEntry),
  reading('/ke-hoach', showPublicPlan),
  reading('/cap-duoi', showBelow),
  reading('/nhung', showEmbed),
  reading('/tin.xml', sendFeed),
  reading('/lich.ics', sendCalendar),
  reading('/du-lieu', showOpenData),
  reading('/du-lieu/ket-qua.csv', sendResultsCsv),
  reading('/du-lieu/ket-qua.json', sendResultsJson),
  reading('/du-lieu/hoi-nghi.csv', sendDialoguesCsv),
  reading('/du-lieu/hoi-nghi.json', sendDialoguesJson),
  reading('/du-lieu/ke-hoach.json', sendPlansJson),
  reading('/du-lieu/luoc-do.json', sendSchema),
]

/** Everything the portal answers: one line for each part. */
export const portalTable: PortalTable = { doors, routes: [...readingRoutes, ...citizenRoutes, ...noticeRoutes] }
