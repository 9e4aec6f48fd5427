import type { KnownPermission } from '../../../access/permission-table.ts'
import type { OfficeReply, OfficeRequest, OfficeRoute } from '../office-route.ts'
import { BASES, postBasis, postBasisEdit, showBases, showBasisForm } from './basis-pages.tsx'
import {
  postApproval,
  postDissemination,
  postDrop,
  postIssue,
  postPaperApproval,
  postPublication,
  postReturn,
  postTaskReport,
  showDissemination,
  showDrop,
  showIssue,
  showPaperApproval,
  showReturn,
  showTaskReport,
} from './plan-act-forms.tsx'
import { PLANS, showPlans } from './plan-list-page.tsx'
import { showPlan } from './plan-page.tsx'
import { PARTS, type PartKey, postPart, postPartEdit, postPartRemoval, showPartForm } from './plan-part-forms.tsx'
import { postCitations, postPlan, postTexts, showCitations, showNewPlan, showTextsForm } from './plan-text-forms.tsx'

type Show = (request: OfficeRequest) => Promise<OfficeReply>

/** A form and where it is sent: the same address, the same permission. */
function form(url: string, permission: KnownPermission, show: Show, post: Show): OfficeRoute[] {
  return [
    { method: 'GET', url, permission, handle: (request) => show(request) },
    { method: 'POST', url, permission, handle: post },
  ]
}

const DRAFT = 'plan:draft'
const PLAN = `${PLANS}/:id`

function partRoutes(part: PartKey): OfficeRoute[] {
  const at = `${PLAN}/${part}`
  return [
    ...form(`${at}/moi`, DRAFT, showPartForm(part, 'add'), postPart(part)),
    ...form(`${at}/:part/sua`, DRAFT, showPartForm(part, 'edit'), postPartEdit(part)),
    { method: 'POST', url: `${at}/:part/bo`, permission: DRAFT, handle: postPartRemoval(part) },
  ]
}

/** Yearly plans, their parts and acts, the library of legal bases. */
export const planRoutes: readonly OfficeRoute[] = [
  { method: 'GET', url: PLANS, permission: 'plan:read', handle: showPlans },
  ...form(`${PLANS}/moi`, DRAFT, showNewPlan, postPlan),
  { method: 'GET', url: BASES, permission: 'plan:read', handle: showBases },
  ...form(`${BASES}/moi`, DRAFT, showBasisForm('add'), postBasis),
  ...form(`${BASES}/:id/sua`, DRAFT, showBasisForm('edit'), postBasisEdit),
  { method: 'GET', url: PLAN, permission: 'plan:read', handle: (request) => showPlan(request) },
  ...form(`${PLAN}/sua`, DRAFT, showTextsForm, postTexts),
  ...form(`${PLAN}/can-cu`, DRAFT, showCitations, postCitations),
  ...(Object.keys(PARTS) as PartKey[]).flatMap(partRoutes),
  { method: 'POST', url: `${PLAN}/duyet`, permission: 'plan:approve', handle: postApproval },
  ...form(`${PLAN}/duyet-tren-giay`, DRAFT, showPaperApproval, postPaperApproval),
  ...form(`${PLAN}/tra-lai`, 'plan:approve', showReturn, postReturn),
  ...form(`${PLAN}/ban-hanh`, 'plan:issue', showIssue, postIssue),
  { method: 'POST', url: `${PLAN}/cong-khai`, permission: 'plan:publish', handle: postPublication },
  ...form(`${PLAN}/pho-bien`, 'plan:report-task', showDissemination, postDissemination),
  ...form(`${PLAN}/nhiem-vu/:part/bao-cao`, 'plan:report-task', showTaskReport, postTaskReport),
  ...form(`${PLAN}/doi-thoai/:part/khong-to-chuc`, 'plan:approve', showDrop, postDrop),
]
