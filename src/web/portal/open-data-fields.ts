import type { PublicEntryRow } from '../../public-record/public-entry-store.ts'

interface DataField {
  key: string
  type: 'string' | 'integer' | 'boolean' | 'array'
  format?: 'date' | 'date-time' | 'uri'
  choices?: readonly string[]
  vi: string
  en: string
  of(entry: PublicEntryRow, address: string): string | number | boolean | readonly string[] | null
}

/** The fields of an open data row about a petition or an item of a conclusion: one table for files, schema and page. */
export const entryFields: readonly DataField[] = [
  { key: 'id', type: 'integer', vi: 'Số của bản công khai', en: 'Number of the published copy', of: (e) => e.id },
  {
    ...{ key: 'kind', type: 'string', choices: ['petition', 'conclusionItem'] },
    ...{ vi: 'Loại: kiến nghị (petition) hoặc mục kết luận (conclusionItem)', en: 'Petition or item of a conclusion' },
    of: (e) => e.kind,
  },
  { key: 'code', type: 'string', vi: 'Mã kiến nghị', en: 'Case number', of: (e) => e.code },
  { key: 'dialogueId', type: 'integer', vi: 'Số của hội nghị', en: 'Number of the dialogue', of: (e) => e.dialogueId },
  {
    key: 'position',
    type: 'integer',
    vi: 'Thứ tự trong thông báo kết luận',
    en: 'Place in the notice of conclusions',
    of: (e) => e.position,
  },
  { key: 'content', type: 'string', vi: 'Nội dung', en: 'What was said', of: (e) => e.content },
  {
    key: 'person',
    type: 'string',
    vi: 'Tên người kiến nghị, chỉ khi người đó đồng ý',
    en: 'Name, only with consent',
    of: (e) => e.person,
  },
  { key: 'area', type: 'string', vi: 'Lĩnh vực', en: 'Field', of: (e) => e.area },
  { key: 'agency', type: 'string', vi: 'Cơ quan giải quyết', en: 'Agency in charge', of: (e) => e.agency },
  { key: 'supporting', type: 'array', vi: 'Cơ quan phối hợp', en: 'Supporting agencies', of: (e) => e.supporting },
  {
    ...{
      key: 'state',
      type: 'string',
      choices: ['received', 'assigned', 'answered', 'settled', 'transferred', 'escalated'],
    },
    ...{
      vi: 'Tình trạng: đã nhận, đang giải quyết, đã trả lời, đã giải quyết, đã chuyển, đã báo cáo cấp trên',
      en: 'State',
    },
    of: (e) => e.state,
  },
  { key: 'receivedOn', type: 'string', format: 'date', vi: 'Ngày nhận', en: 'Received on', of: (e) => e.receivedOn },
  { key: 'dueOn', type: 'string', format: 'date', vi: 'Hạn: ngày chậm nhất', en: 'Last good day', of: (e) => e.dueOn },
  { key: 'answeredOn', type: 'string', format: 'date', vi: 'Ngày trả lời', en: 'Answered on', of: (e) => e.answeredOn },
  {
    key: 'settledOn',
    type: 'string',
    format: 'date',
    vi: 'Ngày giải quyết xong',
    en: 'Settled on',
    of: (e) => e.settledOn,
  },
  {
    key: 'conclusion',
    type: 'string',
    vi: 'Kết luận của người chủ trì',
    en: 'Conclusion of the chair',
    of: (e) => e.conclusion,
  },
  { key: 'answer', type: 'string', vi: 'Nội dung trả lời', en: 'Answer', of: (e) => e.answer },
  { key: 'settlement', type: 'string', vi: 'Kết quả giải quyết', en: 'What came of it', of: (e) => e.settlement },
  {
    key: 'satisfied',
    type: 'boolean',
    vi: 'Người kiến nghị hài lòng',
    en: 'The petitioner is satisfied',
    of: (e) => e.satisfied,
  },
  {
    key: 'seconded',
    type: 'integer',
    vi: 'Số người cùng kiến nghị',
    en: 'Others who ask for the same',
    of: (e) => e.seconded,
  },
  {
    key: 'publishedOn',
    type: 'string',
    format: 'date',
    vi: 'Ngày công khai',
    en: 'Published on',
    of: (e) => e.publishedOn,
  },
  {
    ...{ key: 'updatedAt', type: 'string', format: 'date-time', vi: 'Cập nhật lúc', en: 'Updated at' },
    of: (e) => e.updatedAt.toISOString(),
  },
  {
    key: 'url',
    type: 'string',
    format: 'uri',
    vi: 'Địa chỉ trang',
    en: 'Address of its page',
    of: (e, at) => `${at}/ket-qua/${e.id}`,
  },
]

/** JSON Schema (2020-12) of the file of results. */
export function entrySchema(address: string): object {
  const property = (field: DataField) => [
    field.key,
    {
      type: [
        'id',
        'kind',
        'state',
        'content',
        'position',
        'supporting',
        'seconded',
        'publishedOn',
        'updatedAt',
        'url',
      ].includes(field.key)
        ? field.type
        : [field.type, 'null'],
      ...(field.format ? { format: field.format } : {}),
      ...(field.choices ? { enum: field.choices } : {}),
      ...(field.type === 'array' ? { items: { type: 'string' } } : {}),
      title: field.vi,
      description: field.en,
    },
  ]
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${address}/du-lieu/luoc-do.json`,
    title: 'Kết quả đối thoại đã công khai',
    type: 'object',
    required: ['authority', 'generatedAt', 'results'],
    additionalProperties: false,
    properties: {
      authority: { type: 'string' },
      generatedAt: { type: 'string', format: 'date-time' },
      results: {
        type: 'array',
        items: {
          type: 'object',
          required: entryFields.map((field) => field.key),
          additionalProperties: false,
          properties: Object.fromEntries(entryFields.map(property)),
        },
      },
    },
  }
}
