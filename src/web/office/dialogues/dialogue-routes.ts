import type { OfficeRoute } from '../office-route.ts'
import { agendaRoutes } from './agenda-page.tsx'
import { conclusionRoutes } from './conclusion-routes.ts'
import { conductRoutes } from './conduct-page.tsx'
import { deputyRoutes } from './deputy-page.tsx'
import { dialogueEditRoutes } from './dialogue-edit-pages.tsx'
import { showDialogues } from './dialogue-list-page.tsx'
import { dialoguePageRoutes } from './dialogue-page.tsx'
import { minutesRoutes } from './minutes-page.tsx'
import { postNewDialogue, showNewDialogue } from './new-dialogue-page.tsx'
import { noticeRoutes } from './notices-page.tsx'
import { peopleRoutes } from './people-routes.ts'
import { postRegularMeeting, showRegularMeeting } from './regular-meeting-page.tsx'
import { requestRoutes } from './request-register-page.tsx'
import { reviewRoutes } from './review-page.tsx'
import { sendingRoutes } from './sending-page.tsx'
import { speechRoutes } from './speeches-page.tsx'
import { taskRoutes } from './tasks-page.tsx'
import { topicRoutes } from './topic-page.tsx'

/** Every page of the dialogues: the list, one dialogue with its pages, the registers of requests and topics. */
export const dialogueRoutes: readonly OfficeRoute[] = [
  { method: 'GET', url: '/hoi-nghi', permission: 'dialogue:read', handle: showDialogues },
  { method: 'GET', url: '/hoi-nghi/moi', permission: 'dialogue:open', handle: showNewDialogue },
  { method: 'POST', url: '/hoi-nghi/moi', permission: 'dialogue:open', handle: postNewDialogue },
  { method: 'GET', url: '/hoi-nghi/hop-thuong-ky', permission: 'dialogue:open', handle: showRegularMeeting },
  { method: 'POST', url: '/hoi-nghi/hop-thuong-ky', permission: 'dialogue:open', handle: postRegularMeeting },
  ...dialoguePageRoutes,
  ...dialogueEditRoutes,
  ...taskRoutes,
  ...peopleRoutes,
  ...noticeRoutes,
  ...agendaRoutes,
  ...speechRoutes,
  ...conductRoutes,
  ...minutesRoutes,
  ...conclusionRoutes,
  ...sendingRoutes,
  ...reviewRoutes,
  ...deputyRoutes,
  ...requestRoutes,
  ...topicRoutes,
]
