import type { OfficeRoute } from '../../src/web/office/office-route.ts'
import type { RecordIds } from './trust-office.ts'

type Params = Record<string, number | string>

/** Which record stands behind the `:id` of an address, by the beginning of the address; the longest one counts. */
function idsByPlace(ids: RecordIds): Record<string, Params> {
  return {
    '/kien-nghi': { id: ids.petitions.road },
    '/kien-nghi/nguoi': { id: ids.petitionerId },
    '/van-ban': { id: ids.paperId, recipient: 1, attachment: ids.attachmentId },
    '/tep': { id: ids.attachmentId },
    '/ho-so': { id: ids.dossierId, entry: 'plan', paper: ids.paperId, item: 1, file: ids.attachmentId },
    '/han': { id: ids.deadlineId },
    '/giam-sat': { id: ids.actId },
    '/hoi-nghi': { id: ids.dialogueId, row: 1 },
    '/yeu-cau-doi-thoai': { id: 1 },
    '/chu-de': { id: 1 },
    '/cong-khai': { id: ids.dialogueId },
    '/ke-hoach': { id: ids.planId, row: 1 },
    '/ke-hoach/can-cu': { id: 1 },
    '/tin': { id: 1 },
    '/bao-cao': { id: 1 },
    '/quan-tri/tai-khoan': { id: ids.accountId, membership: ids.membership },
    '/quan-tri/co-quan': { id: ids.agencyId },
    '/quan-tri/chuc-vu': { id: ids.postId, holding: ids.holdingId },
    '/quan-tri/so-van-ban': { id: ids.numberBookId },
    '/quan-tri/mau-van-ban': { mau: 'publicNotice' },
    '/quan-tri/bieu-mau-bao-cao': { mau: 'reportForm1' },
    '/quan-tri/lich': { year: 2025, id: 2025 },
    '/quan-tri/quy-che': { id: ids.regulationVersionId, other: ids.regulationVersionId },
  }
}

/** The address of a route with the ids of real records in it; what is not known of gets 1. */
export function addressOf(route: Pick<OfficeRoute, 'url'>, slug: string, ids: RecordIds): string {
  const places = idsByPlace(ids)
  const place = Object.keys(places)
    .filter((start) => route.url === start || route.url.startsWith(`${start}/`))
    .sort((a, b) => b.length - a.length)[0]
  const params = (place && places[place]) || {}
  // a paper that is only looked at is named in the query
  const query = route.url.startsWith('/van-ban/soan/xem-truoc.')
    ? `?kien-nghi=${ids.petitions.road}&loai=replyLetter`
    : ''
  return `/${slug}${route.url.replace(/:(\w+)/g, (_, name: string) => String(params[name] ?? 1))}${query}`
}
