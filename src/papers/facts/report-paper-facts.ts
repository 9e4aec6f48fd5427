import { periodDays } from '../../plans/plan.ts'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connection.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Regulation } from '../../regulations/regulation.ts'
import { regulationOfAuthority } from '../../regulations/regulation-store.ts'
import { DIALOGUE_FORMS, DIALOGUE_KINDS, REPORT_PERIODS } from '../../regulations/regulation-vocabulary.ts'
import { readReportSubject } from '../../regulations/report-period.ts'
import type { FactVocabulary, PaperFacts } from '../paper-facts.ts'
import { commonVocabulary, readSetting } from './common-facts.ts'
import { COUNT_BLANK, fact, joinFacts, joinVocabularies, type ListsOf, type ValuesOf } from './fact-names.ts'
import { countText, dayText, joined, openEnded } from './fact-text.ts'
import { citeWithSubject } from './instrument-cite.ts'
import { listInstrumentsOfPeriod } from './instrument-fact-store.ts'
import {
  countPetitionsOfPeriod,
  type DialogueOfPeriod,
  type FactPeriod,
  listDialoguesOfPeriod,
} from './report-fact-store.ts'

const count = (vi: string, en: string) => fact(vi, en, COUNT_BLANK)

const values = {
  periodLabel: fact('Kỳ báo cáo: “quý III năm 2025”', 'Period of the report'),
  fromDay: fact('Từ ngày', 'From'),
  toDay: fact('Đến ngày', 'To'),
  nextYear: fact('Năm sau', 'Next year'),
  held: count('Số cuộc đối thoại', 'Dialogues held'),
  periodic: count('Định kỳ', 'Periodic'),
  thematic: count('Chuyên đề', 'Thematic'),
  adHoc: count('Đột xuất', 'Ad hoc'),
  onRequest: count('Theo yêu cầu', 'On request'),
  withinMeetings: count('Gắn với cuộc họp thường kỳ', 'Within regular meetings'),
  inPerson: count('Trực tiếp', 'In person'),
  online: count('Trực tuyến', 'Online'),
  indirect: count('Gián tiếp', 'Indirect'),
  byDeputy: count('Ủy quyền cấp phó chủ trì', 'Presided over by a deputy'),
  people: count('Lượt người dân dự', 'People present'),
  delegates: count('Lượt đại biểu dự', 'Delegates present'),
  attendance: count('Tổng lượt người dự', 'Attendance'),
  carriedOver: count('Ý kiến kỳ trước chuyển sang', 'Petitions carried over'),
  received: count('Ý kiến tiếp nhận trong kỳ', 'Petitions received'),
  answeredAtConference: count('Trả lời tại hội nghị', 'Answered at the conference'),
  resolved: count('Đã trả lời, giải quyết', 'Answered or settled'),
  transferred: count('Chuyển cơ quan khác', 'Transferred'),
  escalated: count('Vượt thẩm quyền, báo cáo cấp trên', 'Reported up'),
  remaining: count('Còn lại chuyển kỳ sau', 'Remaining'),
  overdue: count('Trong đó quá hạn', 'Of these overdue'),
  continued: count('Tiếp tục kiến nghị', 'Continued'),
  offTopic: count('Ngoài chủ đề', 'Off the topic'),
  requests: count('Yêu cầu đối thoại của công dân', 'Requests for a dialogue'),
  conclusions: count('Thông báo kết luận đã ban hành', 'Conclusion notices issued'),
}

const lists = {
  dialogues: {
    label: { vi: 'Các cuộc đối thoại trong kỳ', en: 'Dialogues of the period' },
    fields: {
      day: { vi: 'Ngày', en: 'Day' },
      venue: { vi: 'Địa điểm', en: 'Venue' },
      dayAndVenue: { vi: 'Ngày, địa điểm', en: 'Day and venue' },
      title: { vi: 'Tên', en: 'Title' },
      kind: { vi: 'Loại', en: 'Kind' },
      form: { vi: 'Hình thức', en: 'Form' },
      kindAndForm: { vi: 'Hình thức, loại', en: 'Kind and form' },
      topic: { vi: 'Chủ đề', en: 'Topic' },
      chair: { vi: 'Chủ trì', en: 'Chair' },
      attendance: { vi: 'Số dự', en: 'Attendance' },
      petitions: { vi: 'Số ý kiến', en: 'Petitions' },
      settled: { vi: 'Đã trả lời, giải quyết', en: 'Settled' },
      conclusion: { vi: 'Số, ngày thông báo kết luận', en: 'Conclusion notice' },
      note: { vi: 'Ghi chú', en: 'Remark' },
    },
  },
  sessions: {
    label: { vi: 'Các loại cuộc họp gắn với đối thoại', en: 'Meetings counted as dialogue' },
    fields: { label: { vi: 'Loại cuộc họp', en: 'Kind of meeting' }, count: { vi: 'Số buổi', en: 'Count' } },
  },
  instruments: {
    label: { vi: 'Văn bản đã ban hành trong kỳ', en: 'Papers issued in the period' },
    fields: { cite: { vi: 'Dẫn số, ngày, trích yếu', en: 'Cited' } },
  },
}

export const reportVocabulary: FactVocabulary = joinVocabularies(commonVocabulary, { values, lists })

export interface ReportFactsWanted {
  authorityId: number
  /** of `reportSubjectId`: year and period */
  subjectId: number
  today: Day
  /** the days whose figures count, where the cut-off is not the end of the period */
  period?: FactPeriod | undefined
}

/** Counts and lists of a period of reporting (001; forms 8 and 9). Throws NotFound for a period that is none. */
export async function readReportFacts(db: Db, wanted: ReportFactsWanted): Promise<PaperFacts> {
  const { authorityId, today } = wanted
  const subject = readReportSubject(wanted.subjectId)
  if (!subject) throw new NotFound('report')
  const period = wanted.period ?? periodDays(subject.year, subject.period)
  const [on] = [period.to, today].sort() as [Day, Day]
  const regulation = (await regulationOfAuthority(db, authorityId, on))?.regulation ?? null
  const [setting, held, petitions, instruments] = await Promise.all([
    readSetting(db, { authorityId, regulation, today, year: subject.year, on: period.to }),
    listDialoguesOfPeriod(db, authorityId, period),
    countPetitionsOfPeriod(db, authorityId, period),
    listInstrumentsOfPeriod(db, authorityId, period),
  ])
  const { vi } = REPORT_PERIODS[subject.period]
  return joinFacts(setting.common, {
    values: {
      periodLabel:
        subject.period === 'year' ? `năm ${subject.year}` : `${vi}${vi.endsWith('năm') ? '' : ' năm'} ${subject.year}`,
      fromDay: dayText(period.from),
      toDay: dayText(period.to),
      nextYear: String(subject.year + 1),
      ...dialogueCounts(held),
      ...(Object.fromEntries(Object.entries(petitions).map(([name, n]) => [name, countText(n)])) as Record<
        keyof typeof petitions,
        string
      >),
    } satisfies ValuesOf<typeof values>,
    lists: {
      dialogues: held.filter((one) => one.kind !== 'withinRegularMeeting').map((one) => dialogueRow(one, regulation)),
      sessions: sessionRows(held, regulation),
      instruments: instruments.map((one) => ({ cite: citeWithSubject(one) })),
    } satisfies ListsOf<typeof lists>,
  })
}

function dialogueCounts(held: readonly DialogueOfPeriod[]) {
  const n = (test: (one: DialogueOfPeriod) => boolean) => countText(held.filter(test).length)
  const sum = (of: (one: DialogueOfPeriod) => number) => countText(held.reduce((total, one) => total + of(one), 0))
  return {
    held: countText(held.length),
    periodic: n((one) => one.kind === 'periodic'),
    thematic: n((one) => one.kind === 'thematic'),
    adHoc: n((one) => one.kind === 'adHoc'),
    onRequest: n((one) => one.kind === 'onRequest'),
    withinMeetings: n((one) => one.kind === 'withinRegularMeeting'),
    inPerson: n((one) => one.form === 'inPerson'),
    online: n((one) => one.form === 'online'),
    indirect: n((one) => one.form === 'indirect'),
    byDeputy: n((one) => one.byDeputy),
    people: sum((one) => one.people),
    delegates: sum((one) => one.delegates),
    attendance: sum((one) => one.people + one.delegates),
    conclusions: n((one) => one.conclusionOn !== null),
  }
}

function dialogueRow(one: DialogueOfPeriod, regulation: Regulation | null) {
  const kind = DIALOGUE_KINDS[one.kind as keyof typeof DIALOGUE_KINDS]?.vi ?? ''
  const form = DIALOGUE_FORMS[one.form as keyof typeof DIALOGUE_FORMS]?.vi ?? ''
  const chair = regulation?.chairModels.find((model) => model.key === one.chairModel)?.label ?? ''
  return {
    day: dayText(one.day),
    venue: openEnded(one.venue),
    dayAndVenue: joined([dayText(one.day), openEnded(one.venue)]),
    title: one.title,
    kind,
    form,
    kindAndForm: joined([form, kind]),
    topic: openEnded(one.topic) || one.title,
    chair: chair.replace(/\s*(đồng )?chủ trì$/u, ''),
    attendance: countText(one.people + one.delegates),
    petitions: countText(one.petitions),
    settled: countText(one.settled),
    conclusion: joined([one.conclusionNumber, one.conclusionOn ? `ngày ${dayText(one.conclusionOn)}` : '']),
    note: one.byDeputy ? 'Cấp phó chủ trì theo ủy quyền' : '',
  }
}

/** Every kind of meeting the regulation counts, zeros too (001 2.2). */
function sessionRows(held: readonly DialogueOfPeriod[], regulation: Regulation | null) {
  const sessions = regulation?.kinds.flatMap((kind) => kind.sessionKinds) ?? []
  return sessions.map(({ key, label }) => ({
    label,
    count: countText(held.filter((one) => one.sessionKind === key).length),
  }))
}
