import type { Journey } from '../support/http-journey.ts'
import { scannedPage } from '../support/journey-acts.ts'
import { dialoguePage, onPetition } from '../support/journey-steps.ts'
import type { Fillings } from '../support/page-form.ts'

export const NOTICE = 'Thông báo công khai hoặc gửi giấy mời'
export const REVIEW = 'Đánh giá, rút kinh nghiệm nội bộ và phân công giải quyết'
export const REPLY = 'Trả lời bằng văn bản các kiến nghị chưa được trả lời tại hội nghị'
export const PROMISE = 'Thời hạn hẹn tại hội nghị'
export const ITEM = 'Thời hạn giao tại thông báo kết luận'
export const TITLE = 'Hội nghị tiếp xúc, đối thoại với Nhân dân xã Khoen On'

/** What the chapters of the journey hand on to each other. */
export const stage = { journey: undefined as unknown as Journey, today: '', plan: '', dialogue: '', dossier: '' }
export const petition = { land: 0, road: 0, seedlings: 0, grid: 0, signal: 0, water: 0, poor: 0, again: 0 }

/** The clock stands on a day, as it is typed. */
export async function on(day: string, time = '09:00'): Promise<void> {
  await stage.journey.on(day, time)
  stage.today = day
}
export const as = (who: string) => stage.journey.as(who)
export const page = (who: string, name: string) => dialoguePage(stage.journey, who, stage.dialogue, name)
export const act = (who: string, which: number, verb: string, fill: Fillings = {}) =>
  onPetition(stage.journey, who, which, verb, fill)

/** Somebody's words from a village come in; gives the number of the petition. */
export async function receive(
  who: string,
  name: string,
  village: string,
  text: string,
  more: Fillings,
): Promise<number> {
  const reader = await as(who)
  await reader.open('/kien-nghi')
  await reader.follow('Tiếp nhận ý kiến')
  const from = { petitionerKind: 'Cá nhân', 'Họ tên, tên tổ chức': name, 'Thôn, tổ dân phố': village }
  await reader.press('Tiếp nhận', { 'Hội nghị': TITLE, 'Toàn văn': text, ...from, ...more })
  return reader.id
}

/** A division without accounts answers in writing: the lead office drafts, the approval happened on paper. */
export async function replyOnPaper(
  which: number,
  reply: { text: string; about: string; signer: string; village: string },
) {
  await act('clerk', which, 'Soạn văn bản trả lời', { 'Nội dung trả lời': reply.text })
  await act('clerk', which, 'Ghi văn bản đã duyệt trên giấy', {
    'Người ký duyệt trên giấy': reply.signer,
    'Ngày ký duyệt': stage.today,
    'Trang có chữ ký': scannedPage('duyet.pdf'),
  })
  await act('records', which, 'Phát hành văn bản trả lời', {
    'Trích yếu': reply.about,
    'Người ký': reply.signer,
    'Chức vụ người ký': 'Trưởng phòng',
    'Đơn vị, địa phương nơi có kiến nghị': reply.village,
    'Báo cáo cấp ủy, chính quyền, người chủ trì': ['Huyện ủy Than Uyên', 'Ủy ban nhân dân huyện Than Uyên'],
    'Tệp văn bản đã ký': scannedPage('tra-loi.pdf'),
  })
}

export function sendTo(which: number, ...names: string[]) {
  return act('clerk', which, 'Ghi đã gửi trả lời', {
    'Gửi cho': names,
    'Gửi bằng': 'qua trưởng thôn, có ký nhận',
    'Ngày gửi': stage.today,
  })
}
