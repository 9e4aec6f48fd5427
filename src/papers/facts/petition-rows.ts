import type { PetitionFields } from '../../petitions/petition-fields.ts'
import type { FactSetting } from './common-facts.ts'
import { fact } from './fact-names.ts'
import { dayText, joined, openEnded } from './fact-text.ts'
import type { PetitionFactRow } from './petition-fact-store.ts'
import {
  GROUP_HEADINGS,
  GROUP_NOTES,
  levelText,
  PETITION_KINDS,
  PETITION_STATES,
  petitionerName,
  placeOf,
  publicPetitioner,
  SPHERES,
} from './petition-phrases.ts'

/** What a list of petitions has of each (003 4.1, 004 V.1(3); forms 6 and 7). */
export const petitionFields = {
  code: fact('Mã kiến nghị', 'Code'),
  kind: fact('Loại: ý kiến, phản ánh, kiến nghị', 'Kind'),
  content: fact('Nội dung kiến nghị', 'Content'),
  petitioner: fact('Họ tên người, tổ chức kiến nghị', 'Petitioner'),
  petitionerPlace: fact('Nơi kiến nghị: thôn, tổ dân phố, địa chỉ', 'Where it comes from'),
  raisedBy: fact('Người, nơi kiến nghị', 'Petitioner and place'),
  channel: fact('Kênh tiếp nhận', 'Channel'),
  forwardedBy: fact('Cơ quan chuyển đến', 'Forwarded by'),
  receivedOn: fact('Ngày tiếp nhận', 'Received on'),
  field: fact('Lĩnh vực', 'Subject area'),
  sphere: fact('Thuộc công tác đảng, chính quyền, an ninh', 'Sphere'),
  urgency: fact('Mức độ cấp thiết', 'Urgency'),
  group: fact('Nhóm nội dung', 'Group of the digest'),
  answer: fact('Nội dung trả lời', 'Answer'),
  answeredBy: fact('Người, cơ quan trả lời', 'Answered by'),
  outcome: fact('Kết quả đã giải quyết hoặc hướng giải quyết', 'Settlement or proposed settlement'),
  time: fact('Thời gian giải quyết', 'Time of settlement'),
  dueOn: fact('Thời hạn trả lời', 'Reply due'),
  leadAgency: fact('Cơ quan chủ trì', 'Lead agency'),
  supportingAgencies: fact('Cơ quan phối hợp', 'Supporting agencies'),
  settlingAgency: fact('Cơ quan giải quyết', 'Settling agency'),
  settlingLevel: fact('Cấp giải quyết', 'Level of settlement'),
  state: fact('Tình trạng', 'State'),
  conclusion: fact('Kết luận của người chủ trì', 'Conclusion'),
  verification: fact('Kết quả xác minh', 'Result of verification'),
  petitionerSaid: fact('Ý kiến của người kiến nghị sau giải quyết', 'What the petitioner said afterwards'),
  note: fact('Ghi chú', 'Remark'),
}
export type PetitionRow = { [Field in keyof typeof petitionFields]: string }

export interface RowSetting {
  setting: Pick<FactSetting, 'agencyName' | 'agencies'>
  fields: PetitionFields | null
  /** without names, as the public reads it */
  public: boolean
}

/** A petition as a row of papers: keys of the regulation written out, agencies and people by name. */
export function petitionRow(row: PetitionFactRow, given: RowSetting): PetitionRow {
  const { agencyName, agencies } = given.setting
  const who = given.public ? publicPetitioner(row) : petitionerName(row)
  const place = given.public ? (row.villageName ?? '') : placeOf(row)
  const settling = row.escalatedTo ?? row.transferredTo ?? row.leadAgencyId
  const named = (list: 'subjectAreas' | 'urgencies' | 'channels', key: string | null) =>
    given.fields?.[list].find((one) => one.key === key)?.label ?? ''
  return {
    code: row.code,
    kind: PETITION_KINDS[row.kind] ?? '',
    content: row.content,
    petitioner: who,
    petitionerPlace: place,
    raisedBy: joined([who, place]),
    channel: named('channels', row.channel),
    forwardedBy: agencyName(row.forwardedByAgencyId),
    receivedOn: dayText(row.receivedOn),
    field: named('subjectAreas', row.subjectArea) || 'Lĩnh vực khác',
    sphere: row.sphere ? (SPHERES[row.sphere] ?? '') : '',
    urgency: named('urgencies', row.urgency),
    group: row.disposition ? (GROUP_HEADINGS[row.disposition as keyof typeof GROUP_HEADINGS] ?? '') : '',
    answer: row.conferenceAnswer ?? row.reply ?? row.preparedAnswer ?? '',
    answeredBy: row.answeredByName ?? agencyName(row.leadAgencyId),
    outcome: row.settlement ?? row.itemConclusion ?? row.proposedSettlement ?? row.promise ?? '',
    time: timeOf(row),
    dueOn: dayText(row.dueOn),
    leadAgency: agencyName(row.leadAgencyId),
    supportingAgencies: joined(row.supportingAgencyIds.map(agencyName)),
    settlingAgency: agencyName(settling),
    settlingLevel: levelText(agencies.find((agency) => agency.id === settling)?.level),
    state: PETITION_STATES[row.state] ?? '',
    conclusion: row.itemConclusion ?? '',
    verification: row.verification ?? '',
    petitionerSaid: row.petitionerSaid ?? '',
    note: noteOf(row),
  }
}

/** When it was, or is to be, settled: what was promised, concluded or proposed, in that order. */
function timeOf(row: PetitionFactRow): string {
  if (row.settledOn) return `Đã giải quyết ngày ${dayText(row.settledOn)}`
  const due = row.promisedOn ?? row.itemDueOn ?? row.proposedDueOn ?? row.dueOn
  return due ? `Trước hoặc trong ngày ${dayText(due)}` : ''
}

function noteOf(row: PetitionFactRow): string {
  return joined(
    [
      row.disposition ? GROUP_NOTES[row.disposition] : 'Chưa phân nhóm',
      row.offTopic ? 'ngoài chủ đề' : '',
      row.complex ? 'vụ việc phức tạp' : '',
      row.continued || row.repeatNumber > 1 ? `kiến nghị lần thứ ${row.repeatNumber}` : '',
      row.resolvedBefore ? 'đã giải quyết trước hội nghị' : '',
      openEnded(row.deferredReason),
    ],
    '; ',
  )
}
