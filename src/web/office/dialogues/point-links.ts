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

/** Where a point is done by this reader; null when it is not his to do. */
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
