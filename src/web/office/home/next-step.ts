import type { WorkItem, WorkKind } from '../../../reports/work-item.ts'
import { withQuery } from '../../kit/address-query.ts'
import { homeWords } from '../../words/home-words.ts'
import { subjectAddress } from '../deadlines/subject-address.ts'
import type { OfficeRequest } from '../office-route.ts'
import { actAddress } from '../petitions/petition-acts.ts'
import { INTAKE } from '../reception/intake-list-page.tsx'
import { AGGREGATE } from '../reports/aggregate-page.tsx'
import { RECORDS, subjectLabel } from '../reports/report-record-request.ts'

/** Of several petitions on one line: the state by which the list is filtered. */
const LIST_STATE: Partial<Record<WorkKind, string>> = {
  classify: 'received',
  fromPortal: 'received',
  contested: 'received',
  assign: 'classified',
  handOver: 'classified',
  prepareAnswer: 'assigned',
  contribute: 'assigned',
  approveAnswer: 'assigned',
  returnedAnswer: 'open',
  approveReply: 'open',
  sendReply: 'open',
}

/** The act on a petition that is the next thing. */
const ACTS = {
  classify: 'classify',
  fromPortal: 'classify',
  contested: 'classify',
  assign: 'assign',
  handOver: 'handOver',
  prepareAnswer: 'draftAnswer',
  contribute: 'contribute',
  approveAnswer: 'approveAnswer',
  approveReply: 'approveReply',
  sendReply: 'sendReply',
} as const

/** Where each duty of a dialogue is done. */
const DUTY_PAGES: Readonly<Record<string, string>> = {
  invitation: '/thanh-phan',
  publicNotice: '/thong-bao',
  mediaNotice: '/thong-bao',
  loudspeaker: '/thong-bao',
  internalReview: '/rut-kinh-nghiem',
  conclusionNotice: '/ket-luan',
  resultPublication: '/thong-bao',
}

/** The page on which the one next thing is done, below the authority. */
function stepAddress(item: WorkItem): string | null {
  const { kind, subjectKind, subjectId, dialogueId } = item
  if (kind === 'moderate') return item.count > 1 ? INTAKE : `${INTAKE}/${subjectId}`
  if (kind === 'judgeAppeal') return `${INTAKE}/${subjectId}/xem-lai`
  if (kind === 'readAdditions') return `/kien-nghi/${subjectId}#bo-sung`
  if (kind === 'assign' && item.count > 1) return withQuery('/kien-nghi/giao', { dialogue: dialogueId })
  if (subjectKind === 'petition' && item.count > 1)
    return withQuery('/kien-nghi', {
      ...{ state: LIST_STATE[kind] ?? 'open', dialogue: dialogueId },
      ...(kind === 'fromPortal' || kind === 'contested' ? { channel: 'portal' } : {}),
    })
  if (subjectKind === 'petition' && kind in ACTS) return actAddress(subjectId, ACTS[kind as keyof typeof ACTS])
  if (kind === 'deadline' && subjectKind === 'dialogue')
    return `/hoi-nghi/${subjectId}${DUTY_PAGES[item.key ?? ''] ?? ''}`
  if (kind === 'issuePaper' && item.key === 'conclusionNotice' && dialogueId) return `/hoi-nghi/${dialogueId}/noi-nhan`
  if (kind === 'issuePaper') return `/van-ban/${subjectId}/ban-hanh`
  if (kind === 'recordReceipt' && dialogueId) return `/hoi-nghi/${dialogueId}/noi-nhan`
  if (kind === 'sendPaper') return `/van-ban/${subjectId}/gui`
  if (kind === 'decideTimePlace') return `/hoi-nghi/${subjectId}/thoi-gian`
  if (kind === 'recordHeld') return `/hoi-nghi/${subjectId}/dieu-hanh`
  if (kind === 'makePlan') return withQuery('/ke-hoach/moi', { nam: subjectId })
  if (kind === 'signMinutes' || kind === 'writeMinutes') return `/hoi-nghi/${subjectId}/bien-ban`
  if (kind === 'decideRequest') return withQuery('/yeu-cau-doi-thoai', { sua: subjectId })
  if (kind === 'approveConclusion') return `/hoi-nghi/${subjectId}/ket-luan`
  if (kind === 'deadline' && subjectKind === 'planTask' && item.planId)
    return `/ke-hoach/${item.planId}/nhiem-vu/${subjectId}/bao-cao`
  if (kind === 'dialogueTask') return `/hoi-nghi/${subjectId}/phan-cong`
  if (kind === 'returnedReport') return `${RECORDS}/${subjectId}`
  if (kind === 'judgeReports') return withQuery(AGGREGATE, { ky: subjectId })
  if (kind === 'accountAsked') return `/giam-sat/${subjectId}/giai-trinh`
  return subjectAddress(item)
}

export interface NextStep {
  verb: string
  href: string
}

/**
 * The one button of a line: my next thing; of what others owe and is late, urging them where I may; else nothing, the
 * title opens it.
 */
export function nextStep(request: OfficeRequest, item: WorkItem): NextStep | null {
  const words = homeWords[request.lang]
  if (item.waitsFor === 'me') {
    const address = stepAddress(item)
    return address ? { verb: verbOf(request, item), href: request.link(address) } : null
  }
  const late = item.dueOn !== null && item.dueOn < request.today
  if (!late || !request.actor.may('supervision:urge', { authorityId: request.authority.id })) return null
  const about: Record<string, number | null> =
    item.subjectKind === 'petition' ? { 'kien-nghi': item.subjectId } : { 'hoi-nghi': item.dialogueId }
  return { verb: words.urge, href: request.link(withQuery('/giam-sat/moi/don-doc', about)) }
}

function verbOf(request: OfficeRequest, item: WorkItem): string {
  const words = homeWords[request.lang]
  const byKind = ['report', 'conclusionItem', 'planTask', 'dialogueTask'].includes(item.subjectKind)
  const duty = byKind ? item.subjectKind : (item.key ?? '')
  if (item.kind === 'deadline' && duty in words.duties) return words.duties[duty as keyof typeof words.duties]
  return words.kinds[item.kind]
}

/** What a line says: one thing by its name, several by their number. */
export function workTitle(request: OfficeRequest, item: WorkItem): string {
  const words = homeWords[request.lang]
  const { kind, label, count } = item
  if (kind === 'returnedReport') return words.returnedReport(subjectLabel(Number(label), request.lang))
  if (kind === 'judgeReports') return words.judgeReports(subjectLabel(Number(label), request.lang), count)
  if (kind === 'sendPaper') return words.sendPaper(label, count)
  if (kind === 'recordReceipt') return words.recordReceipt(label, count)
  if (count > 1 && kind in words.many) return words.many[kind as keyof typeof words.many](count)
  return kind in words.one ? words.one[kind as keyof typeof words.one](label) : label
}

/** Where the title of a line leads. */
export function workHref(request: OfficeRequest, item: WorkItem): string {
  const address = item.waitsFor === 'me' ? stepAddress(item) : subjectAddress(item)
  return request.link(address ?? (item.deadlineId ? `/han/${item.deadlineId}` : '/'))
}
