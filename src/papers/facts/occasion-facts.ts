import type { listDeputyAuthorizations, Presiding } from '../../dialogues/dialogue-people-store.ts'
import type { DialogueRequest } from '../../dialogues/request-store.ts'
import type { TopicAppraisal, TopicProposal } from '../../dialogues/topic-store.ts'
import type { Day } from '../../platform/day.ts'
import type { Regulation } from '../../regulations/regulation.ts'
import { DAY_BLANK, fact, type ListsOf, type ValuesOf } from './fact-names.ts'
import { dayText, joined, openEnded } from './fact-text.ts'
import { citeInstrument, citeWithSubject } from './instrument-cite.ts'
import type { InstrumentRow } from './instrument-fact-store.ts'

const values = {
  yearPlan: fact('Kế hoạch năm, dẫn số và ngày', 'The yearly plan, cited', 'Kế hoạch số …/KH-… ngày …/…/……'),
  conferencePlan: fact(
    'Kế hoạch tổ chức hội nghị, dẫn số và ngày',
    'The conference plan, cited',
    'Kế hoạch số …/KH-… ngày …/…/……',
  ),
  deputyHead: fact('Người đứng đầu ủy quyền: chức vụ', 'Head who authorises'),
  deputyTitle: fact('Cấp phó được ủy quyền: chức vụ', 'Authorised deputy'),
  deputyName: fact('Cấp phó được ủy quyền: họ tên', 'Name of the authorised deputy'),
  deputyReason: fact('Lý do ủy quyền', 'Reason of the authorisation'),
  deputyOn: fact('Ngày ủy quyền', 'Day of the authorisation', DAY_BLANK),
  topicText: fact('Nội dung (chủ đề) được đề xuất', 'Proposed topic'),
  topicReason: fact('Lý do đề xuất', 'Reason of the proposal'),
  topicProposer: fact('Cơ quan đề xuất', 'Who proposes'),
  topicProposedOn: fact('Ngày đề xuất', 'Proposed on', DAY_BLANK),
  topicSensitive: fact('Thuộc lĩnh vực nhạy cảm', 'A sensitive field'),
  topicDecision: fact('Ý kiến quyết định', 'Decision on the topic'),
  requester: fact('Người yêu cầu đối thoại', 'Who asked for the dialogue'),
  requestContent: fact('Nội dung yêu cầu đối thoại', 'Content of the request'),
  requestReceivedOn: fact('Ngày nhận yêu cầu', 'Request received on', DAY_BLANK),
}

const instrumentFields = {
  cite: { vi: 'Dẫn số, ngày, cơ quan', en: 'Cited' },
  citeWithSubject: { vi: 'Dẫn số, ngày, cơ quan và trích yếu', en: 'Cited with its subject' },
  title: { vi: 'Trích yếu', en: 'Subject' },
  number: { vi: 'Số, ký hiệu', en: 'Number' },
  datedOn: { vi: 'Ngày', en: 'Day' },
  issuer: { vi: 'Cơ quan ban hành', en: 'Issuer' },
}

const lists = {
  appraisals: {
    label: { vi: 'Ý kiến thẩm định', en: 'Appraisals' },
    fields: {
      agency: { vi: 'Cơ quan', en: 'Agency' },
      opinion: { vi: 'Ý kiến', en: 'Opinion' },
      note: { vi: 'Nội dung cụ thể', en: 'Note' },
      appraisedOn: { vi: 'Ngày', en: 'Day' },
    },
  },
  instruments: { label: { vi: 'Các văn bản đã ban hành', en: 'Papers issued' }, fields: instrumentFields },
  earlierInstruments: {
    label: { vi: 'Các văn bản ban hành trước hội nghị', en: 'Papers issued before the conference' },
    fields: instrumentFields,
  },
}

export const occasionVocabulary = { values, lists }
type Facts = { values: ValuesOf<typeof values>; lists: ListsOf<typeof lists> }

const OPINIONS: Readonly<Record<string, string>> = {
  agree: 'Đồng ý',
  agreeWithChanges: 'Đồng ý, đề nghị chỉnh sửa',
  disagree: 'Không đồng ý',
}

export interface Occasion {
  regulation: Regulation
  presiding: readonly Presiding[]
  deputies: Awaited<ReturnType<typeof listDeputyAuthorizations>>
  topic: TopicProposal | null
  appraisals: readonly TopicAppraisal[]
  request: DialogueRequest | null
  plan: InstrumentRow | null
  instruments: readonly InstrumentRow[]
  heldOn: Day | null
  /** who asked is not named */
  public: boolean
}

/** What led to a dialogue: plan, topic, request; who stands in for a head; the papers issued so far. */
export function occasionFacts(found: Occasion): Facts {
  const { topic, request, instruments } = found
  const deputy = found.deputies.at(-1)
  const reason = found.regulation.deputyAuthorization.reasons.find((one) => one.key === deputy?.reasonKey)
  const conference = instruments.find((one) => one.kind === 'conferencePlan')
  return {
    values: {
      yearPlan: found.plan ? citeInstrument(found.plan) : '',
      conferencePlan: conference ? citeInstrument(conference) : '',
      deputyHead: deputy?.headTitle ?? '',
      deputyTitle: deputy?.deputyTitle ?? '',
      deputyName: found.presiding.find((one) => one.postId === deputy?.deputyPostId)?.personName ?? '',
      deputyReason: deputy ? joined([openEnded(reason?.label), openEnded(deputy.reason)], ': ') : '',
      deputyOn: dayText(deputy?.authorizedOn),
      topicText: openEnded(topic?.topic),
      topicReason: openEnded(topic?.reason),
      topicProposer: topic?.proposerName ?? '',
      topicProposedOn: dayText(topic?.proposedOn),
      topicSensitive: topic?.sensitive ? 'thuộc lĩnh vực nhạy cảm' : '',
      topicDecision: openEnded(topic?.decisionNote),
      requester: found.public ? '' : (request?.requesterName ?? ''),
      requestContent: openEnded(request?.content),
      requestReceivedOn: dayText(request?.receivedOn),
    },
    lists: {
      appraisals: found.appraisals.map((one) => ({
        agency: one.agencyName,
        opinion: OPINIONS[one.opinion] ?? '',
        note: one.note,
        appraisedOn: dayText(one.appraisedOn),
      })),
      instruments: instruments.map(instrumentRow),
      earlierInstruments: instruments
        .filter((one) => one.datedOn !== null && (found.heldOn === null || one.datedOn < found.heldOn))
        .map(instrumentRow),
    },
  }
}

function instrumentRow(one: InstrumentRow) {
  return {
    cite: citeInstrument(one),
    citeWithSubject: citeWithSubject(one),
    title: one.title,
    number: one.number ?? '',
    datedOn: dayText(one.datedOn),
    issuer: one.issuerName ?? '',
  }
}
