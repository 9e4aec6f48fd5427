import type { KnownPermission } from '../../../access/permission-table.ts'
import type { OfficeRequest } from '../office-route.ts'
import type { DialogueOverview } from './dialogue-facts.ts'
import { mayDo } from './dialogue-request.ts'

type Link = readonly [path: string, permission: KnownPermission]

/** Where each point of readiness is done, below `/hoi-nghi/:id`, and who may do it. */
const BELOW: Record<string, Link> = {
  presiding: ['/uy-quyen', 'dialogue:read'],
  timePlace: ['/thoi-gian', 'dialogue:decide'],
  tasks: ['/phan-cong', 'dialogue:prepare'],
  inviteeList: ['/thanh-phan', 'dialogue:nominate'],
  invitations: ['/thanh-phan', 'dialogue:invite'],
  announcement: ['/thong-bao', 'dialogue:announce'],
  notClassified: ['/dieu-hanh', 'dialogue:prepare'],
  agenda: ['/chuong-trinh', 'dialogue:prepare'],
  meetingRules: ['/chuong-trinh', 'dialogue:prepare'],
  held: ['/dieu-hanh', 'dialogue:conduct'],
  minutes: ['/bien-ban', 'minutes:write'],
  minutesLocked: ['/bien-ban', 'dossier:read'],
  internalReview: ['/rut-kinh-nghiem', 'internal-review:record'],
  conclusionItems: ['/ket-luan', 'conclusion:draft'],
  conclusionApproved: ['/ket-luan', 'dossier:read'],
  conclusionIssued: ['/noi-nhan', 'conclusion:issue'],
  conclusionSent: ['/noi-nhan', 'paper:send'],
  superiorTold: ['/noi-nhan', 'paper:send'],
  resultPublished: ['/thong-bao', 'dialogue:announce'],
  receipts: ['/noi-nhan', 'conclusion:record-receipt'],
  proposals: ['/ket-luan', 'conclusion:propose-settlement'],
}

/** Points whose page many may read: who may do the step itself, any one of these. */
const DOERS: Record<string, readonly KnownPermission[]> = {
  presiding: ['dialogue:authorize-deputy'],
  minutesLocked: ['minutes:lock-as-secretary', 'minutes:lock-as-chair', 'minutes:write'],
  conclusionApproved: ['conclusion:approve', 'conclusion:draft'],
  petitions: ['petition:receive'],
  classified: ['petition:classify'],
  assigned: ['petition:assign'],
  prepared: ['petition:draft-answer', 'petition:approve-answer'],
  replies: ['petition:reply', 'petition:dispatch'],
  dossier: ['dossier:file', 'dossier:close'],
}

/** Where this reader does a point; null for who may look at its page and not do it. */
export function doHref(request: OfficeRequest, overview: DialogueOverview, key: string): string | null {
  const doers = DOERS[key]
  if (doers && !doers.some((permission) => mayDo(request, permission))) return null
  return pointHref(request, overview, key)
}

/** The page of a point for this reader; null when he has none. */
export function pointHref(request: OfficeRequest, overview: DialogueOverview, key: string): string | null {
  const { dialogue, dossierId } = overview
  // the chair decides on the page, the lead office records what was decided on paper
  const onPaper = key === 'timePlace' && !mayDo(request, 'dialogue:decide')
  const below: Link | undefined = onPaper ? ['/quyet-dinh-tren-giay', 'dialogue:prepare'] : BELOW[key]
  if (below) return mayDo(request, below[1]) ? request.link(`/hoi-nghi/${dialogue.id}${below[0]}`) : null
  if (key === 'dossier')
    return dossierId !== null && mayDo(request, 'dossier:read') ? request.link(`/ho-so/${dossierId}`) : null
  return mayDo(request, 'petition:read') ? request.link(`/kien-nghi?dialogue=${dialogue.id}`) : null
}
