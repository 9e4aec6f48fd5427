import { z } from 'zod'
import { petitionerKinds, petitionKinds, petitionStates, raisedWhen } from '../../petitions/petition.ts'
import { problemShape } from './problem-details.ts'

const day = z.iso.date().describe('Ngày, giờ Việt Nam, dạng 2025-10-29')
const agency = z.object({ id: z.number().int(), name: z.string() })
const version = z
  .number()
  .int()
  .min(1)
  .max(2_147_483_647)
  .describe('Phiên bản đang thấy; ghi chồng lên bản mới hơn thì bị từ chối')
const text = (max: number) => z.string().trim().min(1).max(max)

/** A petition on a line of a list. */
const petitionLine = z.object({
  code: z.string(),
  state: z.enum(petitionStates),
  kind: z.enum(petitionKinds),
  opening: z.string().describe('Đoạn đầu của nội dung'),
  subjectArea: z.string().nullable(),
  receivedOn: day,
  leadAgency: z.string().nullable(),
  dueOn: day.nullable(),
  answeredOn: day.nullable(),
  promisedOn: day.nullable(),
  settledOn: day.nullable(),
  version,
})

export const petitionWhole = z.object({
  code: z.string(),
  state: z.enum(petitionStates),
  kind: z.enum(petitionKinds),
  content: z.string(),
  subjectArea: z.string().nullable(),
  receivedOn: day,
  dialogueId: z.number().int().nullable(),
  leadAgency: agency.nullable(),
  supportingAgencies: z.array(agency.extend({ contributedOn: day.nullable() })),
  answeredOn: day.nullable(),
  promisedOn: day.nullable(),
  settledOn: day.nullable(),
  settlement: z.string().nullable(),
  answers: z.array(
    z.object({ kind: z.string(), state: z.string(), text: z.string(), agency: z.string().nullable(), version }),
  ),
  deadlines: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      dueOn: day.describe('Ngày cuối cùng còn đúng hạn'),
      clause: z.string(),
      instrument: z.string(),
      state: z.string(),
      metOn: day.nullable(),
    }),
  ),
  version,
})

export const petitionsAsked = z.object({
  state: z.enum([...petitionStates, 'open', 'overdue']).optional(),
  search: z.string().max(200).optional(),
  page: z.coerce.number().int().min(1).max(80).default(1),
})

export const petitionsFound = z.object({
  petitions: z.array(petitionLine),
  total: z.number().int().describe('Đếm đến 2000'),
  page: z.number().int(),
})

export const raised = z.strictObject({
  receivedOn: day,
  channel: text(80).describe('Khóa của kênh tiếp nhận trong quy chế, ví dụ letter, phone'),
  raised: z.enum(raisedWhen).default('before'),
  dialogueId: z.number().int().positive().optional(),
  petitioner: z.strictObject({
    kind: z.enum(petitionerKinds),
    name: z.string().max(200).optional(),
    representative: z.string().max(200).optional(),
    headcount: z.number().int().min(1).max(100_000).optional(),
    phone: z.string().max(40).optional(),
    email: z.string().max(200).optional(),
    address: z.string().max(500).optional(),
  }),
  text: text(20_000).describe('Nguyên văn của người nêu'),
  contents: z
    .array(
      z.strictObject({
        content: text(20_000),
        kind: z.enum(petitionKinds).default('request'),
        subjectArea: z.string().max(80).optional(),
      }),
    )
    .max(40)
    .default([])
    .describe('Từng nội dung; để trống thì nguyên văn là một nội dung'),
  consentToPublishName: z.boolean().default(false),
})

export const taken = z.object({ petitions: z.array(z.object({ code: z.string() })), repeated: z.boolean() })

export const assignment = z.strictObject({
  version,
  leadAgencyId: z.number().int().positive(),
  supportingAgencyIds: z.array(z.number().int().positive()).max(50).default([]),
  reason: z.string().max(1000).default(''),
})

export const draft = z.strictObject({
  kind: z.enum(['prepared', 'reply']).describe('prepared: chuẩn bị cho hội nghị; reply: văn bản trả lời'),
  answerVersion: version.optional(),
  text: text(50_000),
  proposedSettlement: z.string().max(5000).default(''),
})

export const approval = z.strictObject({
  kind: z.enum(['prepared', 'reply']),
  answerVersion: version,
  paperApprover: text(200).describe('Người đã ký duyệt trên giấy'),
  paperApprovedOn: day,
})

export const settled = z.strictObject({ version, settledOn: day, settlement: text(20_000) })

export const done = z.object({
  repeated: z.boolean().describe('true: đã làm ở lần gửi trước với cùng Idempotency-Key'),
})

export const ofCode = z.object({ code: z.string().regex(/^[\p{L}\d][\p{L}\d-]{0,60}$/u) })

/** Every route of petitions may answer with these, besides its own. */
const refusal = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemShape } },
})
export const refusals = {
  '4xx': refusal('Không làm được; lý do ghi trong detail (RFC 9457)'),
  '5xx': refusal('Lỗi của phần mềm, hoặc cơ sở dữ liệu tạm thời không trả lời'),
}
