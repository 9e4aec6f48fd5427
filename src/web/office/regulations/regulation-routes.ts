import type { OfficeRoute } from '../office-route.ts'
import { postAdopt, postRetire, showAdopt, showRetire } from './regulation-act-pages.tsx'
import { showComparison } from './regulation-compare-page.tsx'
import { postEdit, postWhole, showEdit, showWhole } from './regulation-edit-page.tsx'
import { postImport, showImport } from './regulation-import-page.tsx'
import { showRegulations } from './regulation-list-page.tsx'
import { downloadRegulation, showRegulation } from './regulation-page.tsx'
import { REGULATIONS } from './regulation-subject.tsx'

const one = `${REGULATIONS}/:id`

export const regulationRoutes: OfficeRoute[] = [
  { method: 'GET', url: REGULATIONS, permission: 'regulation:read', handle: showRegulations },
  { method: 'GET', url: `${REGULATIONS}/so-sanh`, permission: 'regulation:read', handle: showComparison },
  {
    method: 'GET',
    url: `${REGULATIONS}/nhap`,
    permission: 'regulation:edit',
    handle: (request) => showImport(request),
  },
  { method: 'POST', url: `${REGULATIONS}/nhap`, permission: 'regulation:edit', handle: postImport },
  { method: 'GET', url: one, permission: 'regulation:read', handle: showRegulation },
  { method: 'GET', url: `${one}/tep`, permission: 'regulation:read', handle: downloadRegulation },
  { method: 'GET', url: `${one}/ap-dung`, permission: 'regulation:edit', handle: showAdopt },
  { method: 'POST', url: `${one}/ap-dung`, permission: 'regulation:edit', handle: postAdopt },
  { method: 'GET', url: `${one}/thoi-dung`, permission: 'regulation:edit', handle: showRetire },
  { method: 'POST', url: `${one}/thoi-dung`, permission: 'regulation:edit', handle: postRetire },
  { method: 'GET', url: `${one}/sua`, permission: 'regulation:edit', handle: (request) => showEdit(request) },
  { method: 'POST', url: `${one}/sua`, permission: 'regulation:edit', handle: postEdit },
  { method: 'GET', url: `${one}/toan-van`, permission: 'regulation:edit', handle: (request) => showWhole(request) },
  { method: 'POST', url: `${one}/toan-van`, permission: 'regulation:edit', handle: postWhole },
]
