import { z } from 'zod'
import { findFigure } from '../reports/figures.ts'

// A form of a report is data: columns with a label and what stands behind it, or sections with a heading and wording.
// The official forms named in the sources are not public (forms, 8 and 9), so an administrator can adjust ours.

/** What can be told of one dialogue in a list form. */
export const DIALOGUE_FIELDS = {
  day: { vi: 'Ngày', en: 'Day' },
  dayPlace: { vi: 'Ngày, địa điểm', en: 'Day and place' },
  title: { vi: 'Tên cuộc đối thoại', en: 'Name' },
  kindForm: { vi: 'Loại, hình thức', en: 'Kind and form' },
  topic: { vi: 'Chủ đề', en: 'Topic' },
  chairs: { vi: 'Chủ trì', en: 'Presided over by' },
  attendance: { vi: 'Lượt người dự', en: 'Attendance' },
  petitions: { vi: 'Số ý kiến', en: 'Petitions' },
  notice: { vi: 'Số, ngày thông báo kết luận', en: 'Conclusion notice' },
  results: { vi: 'Kết quả giải quyết từng nội dung', en: 'Result of each item' },
  note: { vi: 'Ghi chú', en: 'Note' },
} as const
export type DialogueField = keyof typeof DIALOGUE_FIELDS

const label = z.string().trim().min(1, 'required').max(200, 'tooLong')
const key = z.string().regex(/^[a-z][A-Za-z0-9]{0,59}$/, 'notValid')

const figureColumn = z.strictObject({
  label,
  /** neighbouring columns of one group stand under its label */
  group: label.optional(),
  figure: z.string().refine((value) => findFigure(value, null) !== null, 'notInList'),
})

const fieldColumn = z.strictObject({
  label,
  group: label.optional(),
  field: z.enum(Object.keys(DIALOGUE_FIELDS) as [DialogueField, ...DialogueField[]], 'notInList'),
})

const section = z.strictObject({
  key,
  level: z.int().min(1).max(3),
  heading: z.string().max(300, 'tooLong'),
  /** wording with places `{held}`, `{year}` …; a report of the next year begins with what was written last */
  text: z.string().max(20_000, 'tooLong'),
})

const head = { key, version: z.string().min(1).max(40), label, labelEn: label, note: z.string().max(1000).optional() }

export const reportFormSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...head, kind: z.literal('units'), columns: z.array(figureColumn).min(1).max(60) }),
  z.strictObject({ ...head, kind: z.literal('dialogues'), columns: z.array(fieldColumn).min(1).max(30) }),
  z.strictObject({
    ...head,
    kind: z.literal('narrative'),
    /** only for authorities that work under this regulation */
    regulation: z.string().max(60).optional(),
    sections: z.array(section).min(1).max(60),
  }),
])
export type ReportForm = z.infer<typeof reportFormSchema>
export type UnitsForm = Extract<ReportForm, { kind: 'units' }>

/** Every figure that stands behind a column of the forms, each once. */
export function figuresOfForms(forms: readonly ReportForm[]): string[] {
  return [...new Set(forms.flatMap((form) => (form.kind === 'units' ? form.columns.map((one) => one.figure) : [])))]
}

/** The places of a wording, `{held}` → `held`, in their order. */
export function placesIn(text: string): string[] {
  return [...text.matchAll(/\{([^{}\s]+)\}/g)].map((match) => match[1]!)
}
