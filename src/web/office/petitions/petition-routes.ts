import { actionAccess } from '../../../petitions/petition-actions.ts'
import type { PetitionAction } from '../../../petitions/petition-state.ts'
import type { OfficeRoute } from '../office-route.ts'
import { intakeRoutes } from '../reception/intake-routes.ts'
import { postAssignMany, showAssignMany } from './assign-many-page.tsx'
import { showDigest } from './digest-page.tsx'
import { showDispatches } from './dispatch-register-page.tsx'
import { findPetitioner, postNewSubmission, showNewSubmission } from './new-submission-page.tsx'
import { postPaperReceipt, RECEIPT, showPaperReceipt } from './paper-receipt-page.tsx'
import { postAct, showAct } from './petition-act-page.tsx'
import { petitionActs } from './petition-acts.ts'
import { PETITIONS, showPetitions } from './petition-list-page.tsx'
import { postOpening, postReadAdditions, showPetition } from './petition-page.tsx'
import {
  PERSON,
  postEditPetitioner,
  postErasePetitioner,
  showEditPetitioner,
  showErasePetitioner,
  showPetitioner,
} from './petitioner-page.tsx'
import { findForEntry, postQuickEntry, QUICK, showQuickEntry } from './quick-entry-page.tsx'

const read = 'petition:read' as const
const one = `${PETITIONS}/:id`

function actRoutes(action: PetitionAction): OfficeRoute[] {
  const { permission } = actionAccess[action]
  const url = `${one}/${petitionActs[action].slug}`
  const show = showAct(action)
  return [
    { method: 'GET', url, permission, handle: (request) => show(request) },
    { method: 'POST', url, permission, handle: postAct(action) },
  ]
}

/** The pages of petitions, and of what the Portal brings before it is one. */
export const petitionRoutes: readonly OfficeRoute[] = [
  ...intakeRoutes,
  { method: 'GET', url: PETITIONS, permission: read, handle: showPetitions },
  {
    method: 'GET',
    url: `${PETITIONS}/moi`,
    permission: 'petition:receive',
    handle: (request) => showNewSubmission(request),
  },
  { method: 'POST', url: `${PETITIONS}/moi`, permission: 'petition:receive', handle: postNewSubmission },
  { method: 'POST', url: `${PETITIONS}/moi/tim-nguoi`, permission: 'petition:receive', handle: findPetitioner },
  {
    method: 'GET',
    url: `${PETITIONS}/giao`,
    permission: 'petition:assign',
    handle: (request) => showAssignMany(request),
  },
  { method: 'POST', url: `${PETITIONS}/giao`, permission: 'petition:assign', handle: postAssignMany },
  { method: 'GET', url: `${PETITIONS}/tong-hop`, permission: read, handle: showDigest },
  { method: 'GET', url: `${PETITIONS}/so-gui`, permission: read, handle: showDispatches },
  { method: 'GET', url: PERSON, permission: read, handle: showPetitioner },
  {
    method: 'GET',
    url: `${PERSON}/sua`,
    permission: 'petition:classify',
    handle: (request) => showEditPetitioner(request),
  },
  { method: 'POST', url: `${PERSON}/sua`, permission: 'petition:classify', handle: postEditPetitioner },
  {
    method: 'GET',
    url: `${PERSON}/xoa`,
    permission: 'petition:erase-person',
    handle: (request) => showErasePetitioner(request),
  },
  { method: 'POST', url: `${PERSON}/xoa`, permission: 'petition:erase-person', handle: postErasePetitioner },
  { method: 'GET', url: QUICK, permission: 'petition:receive', handle: (request) => showQuickEntry(request) },
  { method: 'POST', url: QUICK, permission: 'petition:receive', handle: postQuickEntry },
  { method: 'POST', url: `${QUICK}/tim-nguoi`, permission: 'petition:receive', handle: findForEntry },
  {
    ...{ method: 'GET', url: `${RECEIPT}/:id`, permission: 'petition:receive' },
    handle: (request) => showPaperReceipt(request),
  },
  { method: 'POST', url: `${RECEIPT}/:id`, permission: 'petition:receive', handle: postPaperReceipt },
  { method: 'GET', url: one, permission: read, handle: showPetition },
  { method: 'POST', url: `${one}/mo`, permission: read, handle: postOpening },
  { method: 'POST', url: `${one}/da-doc-bo-sung`, permission: 'petition:classify', handle: postReadAdditions },
  ...(Object.keys(petitionActs) as PetitionAction[]).flatMap(actRoutes),
]
