import { COUNT_BLANK, fact, type ListsOf, type ValuesOf } from './fact-names.ts'
import { countText, shareText } from './fact-text.ts'
import { type HeardInHall, heardRow, NOTHING_HEARD, questionRows, wasHeard } from './opinion-rows.ts'
import type { PetitionFactRow } from './petition-fact-store.ts'
import { GROUP_HEADINGS } from './petition-phrases.ts'
import { petitionFields, petitionRow, type RowSetting } from './petition-rows.ts'

const count = (vi: string, en: string) => fact(vi, en, COUNT_BLANK)

const values = {
  petitionCount: count('Số nội dung kiến nghị', 'Petitions'),
  petitionsBefore: count('Số nội dung gửi trước hội nghị', 'Petitions before the conference'),
  petitionsAtConference: count('Số nội dung nêu tại hội nghị', 'Petitions raised at the conference'),
  fieldSummary: fact('Các lĩnh vực với số nội dung, viết liền', 'Subject areas with counts, in a row'),
  channelSummary: fact('Các kênh tiếp nhận với số nội dung, viết liền', 'Channels with counts, in a row'),
  petitionerCount: count('Số người, tổ chức kiến nghị', 'Petitioners'),
  groupOneCount: count('Số nội dung trả lời tại hội nghị', 'To be answered at the conference'),
  groupTwoCount: count('Số nội dung kiểm tra, trả lời sau', 'To be checked and answered later'),
  groupThreeCount: count('Số nội dung ghi nhận, báo cáo cấp trên', 'To be noted and reported up'),
  ungroupedCount: count('Số nội dung chưa phân nhóm', 'Without a group yet'),
  answeredCount: count('Số nội dung đã trả lời', 'Answered'),
  answeredThereCount: count('Số nội dung đã trả lời tại hội nghị', 'Answered at the conference'),
  answeredThereShare: fact('Tỷ lệ trả lời tại hội nghị', 'Share answered at the conference'),
  answeredElsewhereCount: count('Số nội dung trả lời trước, sau hội nghị', 'Answered before or after the conference'),
  sentOnCount: count('Số nội dung chuyển, báo cáo cấp trên, chưa có trả lời', 'Sent on, without an answer yet'),
  unansweredCount: count('Số nội dung chưa trả lời', 'Not answered yet'),
  settledCount: count('Số nội dung đã giải quyết xong', 'Settled'),
  passedOnCount: count('Số nội dung chuyển cơ quan khác', 'Transferred'),
  escalatedCount: count('Số nội dung báo cáo cấp trên', 'Escalated'),
  continuedCount: count('Số nội dung tiếp tục kiến nghị', 'Continued petitions'),
}

const petitions = (vi: string, en: string) => ({ label: { vi, en }, fields: petitionFields })

const lists = {
  petitions: petitions('Mọi nội dung kiến nghị', 'All petitions'),
  groupOne: petitions('Nội dung trả lời tại hội nghị', 'Answered at the conference'),
  groupTwo: petitions('Nội dung cần kiểm tra, làm rõ, trả lời sau', 'To be checked, answered later'),
  groupThree: petitions('Nội dung ghi nhận và báo cáo cấp trên', 'Noted and reported up'),
  ungrouped: petitions('Nội dung chưa phân nhóm', 'Not in a group yet'),
  petitionsByAgency: petitions('Nội dung theo cơ quan được giao, mỗi cơ quan một nhóm dòng', 'Petitions by agency'),
  petitionsByField: petitions('Nội dung theo lĩnh vực', 'Petitions by subject area'),
  petitionsByGroup: petitions('Nội dung theo ba nhóm', 'Petitions by the three groups'),
  fromFront: petitions('Nội dung do Mặt trận, đoàn thể tổng hợp', 'Forwarded by the Front'),
  raisedThere: petitions('Nội dung nêu tại hội nghị', 'Raised at the conference'),
  opinions: petitions('Từng ý kiến đã nêu hoặc trả lời tại hội nghị', 'Every opinion of the conference'),
  resolvedBefore: petitions('Nội dung đã giải quyết trước hội nghị', 'Resolved before'),
  beyondCompetence: petitions('Nội dung vượt thẩm quyền', 'Beyond competence'),
  continuedPetitions: petitions('Nội dung tiếp tục kiến nghị sau giải quyết', 'Continued after settlement'),
  unanswered: petitions('Nội dung chưa trả lời', 'Not answered yet'),
  securityPetitions: petitions('Nội dung về an ninh trật tự', 'About public security'),
  fieldCounts: {
    label: { vi: 'Số nội dung theo lĩnh vực', en: 'Count by subject area' },
    fields: {
      field: { vi: 'Lĩnh vực', en: 'Subject area' },
      count: { vi: 'Số nội dung', en: 'Count' },
      share: { vi: 'Tỷ lệ', en: 'Share' },
    },
  },
  channelCounts: {
    label: { vi: 'Số nội dung theo kênh tiếp nhận', en: 'Count by channel' },
    fields: { channel: { vi: 'Kênh', en: 'Channel' }, count: { vi: 'Số nội dung', en: 'Count' } },
  },
  agencyCounts: {
    label: { vi: 'Số nội dung theo cơ quan được giao', en: 'Count by agency' },
    fields: {
      agency: { vi: 'Cơ quan', en: 'Agency' },
      count: { vi: 'Số nội dung', en: 'Count' },
      answered: { vi: 'Đã trả lời', en: 'Answered' },
      settled: { vi: 'Đã giải quyết', en: 'Settled' },
      remaining: { vi: 'Còn lại', en: 'Remaining' },
    },
  },
}

export const dialoguePetitionVocabulary = { values, lists }
type Facts = { values: ValuesOf<typeof values>; lists: ListsOf<typeof lists> }

/** The three groups in the order of the digest (004 V.1(3)). */
const GROUPS: readonly string[] = Object.keys(GROUP_HEADINGS)

/** What was raised and what became of it, in the groups and counts of the digest and the reports. */
export function dialoguePetitionFacts(
  rows: readonly PetitionFactRow[],
  given: RowSetting,
  heard: HeardInHall = NOTHING_HEARD,
): Facts {
  const written = new Map(rows.map((row) => [row.id, petitionRow(row, given)]))
  const only = (test: (row: PetitionFactRow) => boolean) => rows.filter(test).map((row) => written.get(row.id)!)
  const n = (test: (row: PetitionFactRow) => boolean) => countText(rows.filter(test).length)
  const all = rows.map((row) => written.get(row.id)!)
  const by = (field: 'leadAgency' | 'field') => [...all].sort((a, b) => a[field].localeCompare(b[field], 'vi'))
  const answered = rows.filter((row) => row.answeredOn !== null)
  const there = rows.filter((row) => row.answeredHow === 'atConference')
  return {
    values: {
      petitionCount: countText(rows.length),
      petitionsBefore: n((row) => row.raised === 'before'),
      petitionsAtConference: n((row) => row.raised === 'atConference'),
      fieldSummary: summary(counted(all, 'field')),
      channelSummary: summary(counted(all, 'channel')),
      petitionerCount: countText(new Set(rows.map((row) => row.petitionerId)).size),
      groupOneCount: n((row) => row.disposition === 'answeredAtConference'),
      groupTwoCount: n((row) => row.disposition === 'verifyAndReplyLater'),
      groupThreeCount: n((row) => row.disposition === 'noteAndReportUp'),
      ungroupedCount: n((row) => row.disposition === null),
      answeredCount: countText(answered.length),
      answeredThereCount: countText(there.length),
      answeredThereShare: shareText(there.length, rows.length),
      answeredElsewhereCount: n((row) => row.answeredOn !== null && row.answeredHow !== 'atConference'),
      sentOnCount: n((row) => row.answeredOn === null && isSentOn(row)),
      unansweredCount: n(isUnanswered),
      settledCount: n((row) => row.settledOn !== null),
      passedOnCount: n((row) => row.state === 'transferred'),
      escalatedCount: n((row) => row.state === 'escalated'),
      continuedCount: n(isContinued),
    },
    lists: {
      petitions: all,
      groupOne: only((row) => row.disposition === 'answeredAtConference'),
      groupTwo: only((row) => row.disposition === 'verifyAndReplyLater'),
      groupThree: only((row) => row.disposition === 'noteAndReportUp'),
      ungrouped: only((row) => row.disposition === null),
      petitionsByAgency: by('leadAgency').filter((row) => row.leadAgency !== ''),
      petitionsByField: by('field'),
      petitionsByGroup: [...GROUPS, null].flatMap((group) => only((row) => row.disposition === group)),
      fromFront: only((row) => row.forwardedByAgencyId !== null),
      raisedThere: only((row) => row.raised === 'atConference'),
      opinions: [
        ...rows.filter((row) => wasHeard(row, heard)).map((row) => heardRow(row, written.get(row.id)!)),
        ...questionRows(heard, given.public),
      ],
      resolvedBefore: only((row) => row.resolvedBefore || row.answeredHow === 'beforeConference'),
      beyondCompetence: only((row) => row.competence === 'beyond' || row.disposition === 'noteAndReportUp'),
      continuedPetitions: only(isContinued),
      unanswered: only(isUnanswered),
      securityPetitions: only((row) => row.sphere === 'publicSecurity'),
      fieldCounts: counted(all, 'field').map(([field, n]) => ({
        ...{ field, count: countText(n), share: shareText(n, all.length) },
      })),
      channelCounts: counted(all, 'channel').map(([channel, n]) => ({ channel, count: countText(n) })),
      agencyCounts: agencyCounts(rows, given),
    },
  }
}

function isUnanswered(row: PetitionFactRow): boolean {
  return row.answeredOn === null && !isSentOn(row)
}

function isSentOn(row: PetitionFactRow): boolean {
  return row.state === 'transferred' || row.state === 'escalated'
}

function isContinued(row: PetitionFactRow): boolean {
  return row.continued || row.petitionerAgrees === false
}

/** How often each word stands in a column, the most frequent first; rows without a word are left out. */
function counted<Field extends string>(rows: readonly Record<Field, string>[], field: Field): [string, number][] {
  const counts = new Map<string, number>()
  for (const row of rows) if (row[field] !== '') counts.set(row[field], (counts.get(row[field]) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b, 'vi'))
}

function summary(counts: readonly [string, number][]): string {
  return counts.map(([name, n]) => `${name} (${countText(n)})`).join('; ')
}

function agencyCounts(rows: readonly PetitionFactRow[], { setting }: RowSetting) {
  const ids = [...new Set(rows.flatMap((row) => (row.leadAgencyId === null ? [] : [row.leadAgencyId])))]
  return ids.map((id) => {
    const own = rows.filter((row) => row.leadAgencyId === id)
    const settled = own.filter((row) => row.settledOn !== null).length
    return {
      agency: setting.agencyName(id),
      count: countText(own.length),
      answered: countText(own.filter((row) => row.answeredOn !== null).length),
      settled: countText(settled),
      remaining: countText(own.length - settled),
    }
  })
}
