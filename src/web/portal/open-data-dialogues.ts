import type { PublicDialogue } from '../../public-record/public-dialogue-store.ts'
import type { PublicPlan } from '../../public-record/public-plan-store.ts'
import { dialogueWords } from '../words/dialogue-words.ts'
import { closedObject, type DataField } from './open-data-schema.ts'

const { kinds, forms, states } = dialogueWords.vi
const meanings = (words: Readonly<Record<string, string>>) =>
  Object.entries(words)
    .map(([key, word]) => `${key} = ${word}`)
    .join(', ')
const text = { type: ['string', 'null'] }
const number = { type: ['integer', 'null'] }

/** The fields of an announced dialogue that a table can have. */
export const dialogueFields: readonly DataField<PublicDialogue>[] = [
  { key: 'id', type: 'integer', vi: 'Số của hội nghị', en: 'Number of the dialogue', of: (d) => d.dialogueId },
  { key: 'title', type: 'string', vi: 'Tên hội nghị', en: 'Name', of: (d) => d.title },
  {
    ...{ key: 'kind', type: 'string', choices: Object.keys(kinds) },
    ...{ vi: `Loại: ${meanings(kinds)}`, en: 'Kind', of: (d) => d.kind },
  },
  {
    ...{ key: 'form', type: 'string', choices: Object.keys(forms) },
    ...{ vi: `Hình thức: ${meanings(forms)}`, en: 'Form', of: (d) => d.form },
  },
  { key: 'topic', type: 'string', vi: 'Nội dung, chủ đề', en: 'Topic', of: (d) => d.topic },
  { key: 'chair', type: 'string', vi: 'Người chủ trì', en: 'Who presides', of: (d) => d.chair },
  {
    ...{ key: 'state', type: 'string', choices: Object.keys(states) },
    ...{ vi: `Tình trạng: ${meanings(states)}`, en: 'State', of: (d) => d.state },
  },
  {
    ...{ key: 'heldOn', type: 'string', orNull: true, format: 'date' },
    ...{ vi: 'Ngày họp', en: 'Day', of: (d) => d.heldOn },
  },
  { key: 'startsAt', type: 'string', orNull: true, vi: 'Giờ bắt đầu', en: 'Begins at', of: (d) => d.startsAt },
  { key: 'endsAt', type: 'string', orNull: true, vi: 'Giờ kết thúc', en: 'Ends at', of: (d) => d.endsAt },
  { key: 'venue', type: 'string', vi: 'Địa điểm', en: 'Place', of: (d) => d.venue },
  {
    ...{ key: 'onlineLink', type: 'string', orNull: true },
    ...{ vi: 'Địa chỉ dự trực tuyến', en: 'Address to join online', of: (d) => d.onlineLink },
  },
  {
    ...{ key: 'collectionClosesOn', type: 'string', orNull: true, format: 'date' },
    ...{ vi: 'Nhận ý kiến đến hết ngày', en: 'Opinions are taken until', of: (d) => d.collectionClosesOn },
  },
  { key: 'people', type: 'integer', orNull: true, vi: 'Số người dự', en: 'How many attended', of: (d) => d.people },
  {
    ...{ key: 'noticeNumber', type: 'string', orNull: true },
    ...{ vi: 'Số thông báo kết luận', en: 'Number of the notice of conclusions', of: (d) => d.noticeNumber },
  },
  {
    ...{ key: 'noticeOn', type: 'string', orNull: true, format: 'date' },
    ...{ vi: 'Ngày thông báo kết luận', en: 'Day of the notice of conclusions', of: (d) => d.noticeOn },
  },
  {
    ...{ key: 'publishedOn', type: 'string', format: 'date' },
    ...{ vi: 'Ngày công khai', en: 'Published on', of: (d) => d.publishedOn },
  },
  {
    ...{ key: 'url', type: 'string', format: 'uri', vi: 'Địa chỉ trang', en: 'Address of its page' },
    of: (d, at) => `${at}/hoi-nghi/${d.dialogueId}`,
  },
]

/** What only the JSON file has of a dialogue: lists. */
export const dialogueLists: readonly DataField<PublicDialogue>[] = [
  {
    ...{ key: 'agenda', type: 'array', vi: 'Chương trình (chỉ có trong JSON)', en: 'Agenda (JSON only)' },
    items: closedObject({ label: { type: 'string' }, minutes: number, plannedAt: text }),
    of: (d) => d.agenda.map(({ label, minutes, plannedAt }) => ({ label, minutes, plannedAt })),
  },
  {
    ...{ key: 'satisfaction', type: 'array' },
    ...{ vi: 'Kết quả phiếu hài lòng (chỉ có trong JSON)', en: 'Satisfaction ballots (JSON only)' },
    items: closedObject({
      ...{ title: { type: 'string' }, issued: number, returned: number, valid: number },
      groups: {
        type: 'array',
        items: closedObject({
          ...{ label: { type: 'string' }, answered: { type: 'integer' }, satisfied: { type: 'integer' } },
        }),
      },
    }),
    of: (d) =>
      d.satisfaction.map(({ title, issued, returned, valid, groups }) => ({
        ...{ title, issued, returned, valid },
        groups: groups.map(({ label, answered, satisfied }) => ({ label, answered, satisfied })),
      })),
  },
]

const day = { type: 'string', format: 'date' }
const words = { type: 'string' }

/** The fields of a published plan. */
export const planFields: readonly DataField<PublicPlan>[] = [
  { key: 'year', type: 'integer', vi: 'Năm', en: 'Year', of: (p) => p.year },
  { key: 'title', type: 'string', vi: 'Tên kế hoạch', en: 'Name of the plan', of: (p) => p.title },
  { key: 'issuer', type: 'string', vi: 'Cơ quan ban hành', en: 'Issued by', of: (p) => p.issuer },
  { key: 'number', type: 'string', orNull: true, vi: 'Số, ký hiệu', en: 'Number', of: (p) => p.number },
  {
    ...{ key: 'issuedOn', type: 'string', orNull: true, format: 'date' },
    ...{ vi: 'Ngày ban hành', en: 'Issued on', of: (p) => p.issuedOn },
  },
  {
    ...{
      key: 'targets',
      type: 'array',
      vi: 'Chỉ tiêu: ít nhất bao nhiêu, trong kỳ nào',
      en: 'Targets: at least how many',
    },
    items: closedObject({ label: words, minimum: { type: 'integer' }, period: words }),
    of: (p) => p.targets.map(({ label, minimum, period }) => ({ label, minimum, period })),
  },
  {
    ...{ key: 'publishedOn', type: 'string', format: 'date' },
    ...{ vi: 'Ngày công khai', en: 'Published on', of: (p) => p.publishedOn },
  },
  {
    ...{ key: 'dialogues', type: 'array', vi: 'Các hội nghị dự kiến', en: 'Dialogues planned' },
    items: closedObject({
      ...{ title: words, kind: { enum: Object.keys(kinds) }, form: { enum: Object.keys(forms) }, topic: words },
      ...{ from: day, to: day, venue: words },
    }),
    of: (p) =>
      p.dialogues.map(({ title, kind, form, topic, from, to, venue }) => ({
        ...{ title, kind, form, topic, from, to, venue },
      })),
  },
]
