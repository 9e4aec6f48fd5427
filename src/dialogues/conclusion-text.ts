import { formatDay } from '../platform/day.ts'
import type { ConclusionItem, ConclusionNotice } from './conclusion-store.ts'

const DISPOSITION: Record<string, string> = {
  answeredAtConference: 'Đã trả lời tại hội nghị',
  verifyAndReplyLater: 'Kiểm tra, làm rõ, trả lời sau',
  noteAndReportUp: 'Ghi nhận và báo cáo cấp trên',
  transferred: 'Đã chuyển cơ quan có thẩm quyền giải quyết',
}

/** The notice as running text (forms.md 6): assessment, each item with lead, supporting and limit, implementation. */
export function conclusionText(
  notice: Pick<ConclusionNotice, 'assessment' | 'implementation'>,
  items: readonly ConclusionItem[],
  agencyName: (id: number) => string,
): string {
  const listed = items.map((item, index) => itemText(item, index + 1, agencyName))
  return [
    'I. ĐÁNH GIÁ CHUNG',
    notice.assessment || '(Không)',
    'II. KẾT LUẬN TỪNG NỘI DUNG',
    ...listed,
    'III. TỔ CHỨC THỰC HIỆN',
    notice.implementation || '(Không)',
  ].join('\n\n')
}

function itemText(item: ConclusionItem, number: number, agencyName: (id: number) => string): string {
  const lines = [`${number}. ${item.content}`, `Kết luận: ${item.conclusion}`]
  const role = item.disposition === 'transferred' ? 'Chuyển đến' : 'Chủ trì'
  if (item.leadAgencyId !== null) lines.push(`${role}: ${agencyName(item.leadAgencyId)}`)
  if (item.supportingAgencyIds.length > 0)
    lines.push(`Phối hợp: ${item.supportingAgencyIds.map(agencyName).join('; ')}`)
  if (item.dueOn !== null) lines.push(`Thời hạn: chậm nhất ngày ${formatDay(item.dueOn)}`)
  else if (item.openProposal)
    lines.push('Thời hạn: cơ quan chủ trì đề xuất phương án, thời hạn; người chủ trì xác nhận')
  lines.push(`(${DISPOSITION[item.disposition] ?? item.disposition})`)
  return lines.join('\n')
}
