import { AGENCY_LEVELS, type AgencyLevel } from '../../agencies/agency.ts'
import type { PetitionFactRow } from './petition-fact-store.ts'

/** The three groups of the digest (004 V.1(3)), as their headings read. */
export const GROUP_HEADINGS = {
  answeredAtConference: 'Những nội dung trả lời tại hội nghị',
  verifyAndReplyLater: 'Những nội dung cần kiểm tra, làm rõ, trả lời sau',
  noteAndReportUp: 'Những nội dung ghi nhận và báo cáo cấp trên',
} as const

/** The same, short, for the column of remarks; a transferred item of a conclusion is a fourth. */
export const GROUP_NOTES: Readonly<Record<string, string>> = {
  answeredAtConference: 'Trả lời tại hội nghị',
  verifyAndReplyLater: 'Trả lời sau',
  noteAndReportUp: 'Báo cáo cấp trên',
  transferred: 'Chuyển cơ quan có thẩm quyền',
}

export const PETITION_STATES: Readonly<Record<string, string>> = {
  received: 'Đã tiếp nhận',
  classified: 'Đã phân loại',
  assigned: 'Đã giao cơ quan trả lời',
  answerPrepared: 'Đã chuẩn bị trả lời',
  answered: 'Đã trả lời',
  transferred: 'Đã chuyển cơ quan có thẩm quyền',
  escalated: 'Đã báo cáo, kiến nghị cấp trên',
  handedOver: 'Giải quyết theo trình tự riêng',
  merged: 'Đã gộp',
  withdrawn: 'Đã rút',
}

export const PETITION_KINDS: Readonly<Record<string, string>> = {
  opinion: 'Ý kiến',
  feedback: 'Phản ánh',
  request: 'Kiến nghị',
  complaint: 'Khiếu nại',
  denunciation: 'Tố cáo',
}

export const SPHERES: Readonly<Record<string, string>> = {
  party: 'Công tác đảng',
  government: 'Công tác chính quyền',
  publicSecurity: 'An ninh trật tự',
}

export function levelText(level: string | undefined): string {
  return level && Object.hasOwn(AGENCY_LEVELS, level) && level !== 'other' ? AGENCY_LEVELS[level as AgencyLevel].vi : ''
}

/** How somebody is named who raised a petition: the person, the organisation with who speaks for it, the group. */
export function petitionerName(row: PetitionFactRow): string {
  if (row.erasedAt !== null) return 'Người kiến nghị (đã xóa dữ liệu cá nhân)'
  if (row.petitionerKind === 'unnamed' || row.petitionerName === '') return 'Không nêu tên'
  const group = row.petitionerKind === 'group' && row.headcount ? ` và ${row.headcount - 1} người cùng kiến nghị` : ''
  const speaking = row.representative && row.petitionerKind !== 'person' ? ` (đại diện: ${row.representative})` : ''
  return `${row.petitionerName}${group}${speaking}`
}

/** How somebody is addressed in a letter. */
export function addresseeName(row: Pick<PetitionFactRow, 'petitionerKind' | 'petitionerName'>): string {
  if (row.petitionerKind === 'unnamed' || row.petitionerName === '') return ''
  return row.petitionerKind === 'person' ? `Ông (Bà) ${row.petitionerName}` : row.petitionerName
}

/** How the public reads who raised it: never a name, but for those who agreed to be named. */
export function publicPetitioner(row: PetitionFactRow): string {
  if (row.consentToPublishName && row.erasedAt === null && row.petitionerKind !== 'unnamed') return row.petitionerName
  if (row.petitionerKind === 'organization') return 'Tổ chức'
  return row.petitionerKind === 'group' ? 'Nhóm công dân' : 'Công dân'
}

/** Where somebody lives: the address, else the village; nothing but the village of somebody whose data are erased. */
export function placeOf(row: PetitionFactRow): string {
  if (row.erasedAt !== null) return row.villageName ?? ''
  return row.address !== '' ? row.address : (row.villageName ?? '')
}
