import { showAdministration } from '../administration/administration-page.tsx'
import type { OfficeRoute } from '../office-route.ts'
import {
  postAgency,
  postAgencyEdit,
  postEnd,
  postSucceed,
  showAgencyForm,
  showEndForm,
  showSucceedForm,
} from './agency-forms-page.tsx'
import { AGENCIES, showAgencies } from './agency-list-page.tsx'
import { showAgency } from './agency-page.tsx'
import { AUTHORITIES, postAuthority, showAuthorities, showNewAuthority } from './authority-pages.tsx'
import {
  AUTHORITY_PLACE,
  postAuthorityEnd,
  postMove,
  showAuthorityEnd,
  showAuthorityPlace,
  showMoveForm,
} from './authority-place-pages.tsx'
import {
  postAppointment,
  postEndHolding,
  postPost,
  postPostEdit,
  showAppointForm,
  showEndHoldingForm,
  showPostForm,
} from './post-forms-page.tsx'
import { POSTS, showPost, showPosts } from './post-pages.tsx'

const READ = 'agency:read'
const MANAGE = 'agency:manage'
const SUCCEED = 'agency:succeed'
const SET_UP = 'authority:set-up'

/** Administration's front page, agencies and posts. */
export const agencyRoutes: readonly OfficeRoute[] = [
  { method: 'GET', url: '/quan-tri', permission: READ, handle: showAdministration },
  { method: 'GET', url: AUTHORITIES, permission: SET_UP, handle: showAuthorities },
  { method: 'GET', url: `${AUTHORITIES}/moi`, permission: SET_UP, handle: (request) => showNewAuthority(request) },
  { method: 'POST', url: `${AUTHORITIES}/moi`, permission: SET_UP, handle: postAuthority },
  { method: 'GET', url: AUTHORITY_PLACE, permission: SET_UP, handle: showAuthorityPlace },
  { method: 'GET', url: `${AUTHORITY_PLACE}/doi`, permission: SET_UP, handle: (request) => showMoveForm(request) },
  { method: 'POST', url: `${AUTHORITY_PLACE}/doi`, permission: SET_UP, handle: postMove },
  {
    method: 'GET',
    url: `${AUTHORITY_PLACE}/ket-thuc`,
    permission: SET_UP,
    handle: (request) => showAuthorityEnd(request),
  },
  { method: 'POST', url: `${AUTHORITY_PLACE}/ket-thuc`, permission: SET_UP, handle: postAuthorityEnd },
  { method: 'GET', url: AGENCIES, permission: READ, handle: showAgencies },
  { method: 'GET', url: `${AGENCIES}/moi`, permission: MANAGE, handle: (request) => showAgencyForm('add')(request) },
  { method: 'POST', url: `${AGENCIES}/moi`, permission: MANAGE, handle: postAgency },
  { method: 'GET', url: `${AGENCIES}/:id`, permission: READ, handle: showAgency },
  {
    method: 'GET',
    url: `${AGENCIES}/:id/sua`,
    permission: MANAGE,
    handle: (request) => showAgencyForm('edit')(request),
  },
  { method: 'POST', url: `${AGENCIES}/:id/sua`, permission: MANAGE, handle: postAgencyEdit },
  { method: 'GET', url: `${AGENCIES}/:id/ket-thuc`, permission: MANAGE, handle: (request) => showEndForm(request) },
  { method: 'POST', url: `${AGENCIES}/:id/ket-thuc`, permission: MANAGE, handle: postEnd },
  { method: 'GET', url: `${AGENCIES}/:id/ke-thua`, permission: SUCCEED, handle: (request) => showSucceedForm(request) },
  { method: 'POST', url: `${AGENCIES}/:id/ke-thua`, permission: SUCCEED, handle: postSucceed },
  { method: 'GET', url: POSTS, permission: READ, handle: showPosts },
  { method: 'GET', url: `${POSTS}/moi`, permission: MANAGE, handle: (request) => showPostForm('add')(request) },
  { method: 'POST', url: `${POSTS}/moi`, permission: MANAGE, handle: postPost },
  { method: 'GET', url: `${POSTS}/:id`, permission: READ, handle: showPost },
  { method: 'GET', url: `${POSTS}/:id/sua`, permission: MANAGE, handle: (request) => showPostForm('edit')(request) },
  { method: 'POST', url: `${POSTS}/:id/sua`, permission: MANAGE, handle: postPostEdit },
  { method: 'GET', url: `${POSTS}/:id/bo-nhiem`, permission: MANAGE, handle: (request) => showAppointForm(request) },
  { method: 'POST', url: `${POSTS}/:id/bo-nhiem`, permission: MANAGE, handle: postAppointment },
  {
    method: 'GET',
    url: `${POSTS}/:id/thoi-giu/:holding`,
    permission: MANAGE,
    handle: (request) => showEndHoldingForm(request),
  },
  { method: 'POST', url: `${POSTS}/:id/thoi-giu/:holding`, permission: MANAGE, handle: postEndHolding },
]
