import { formatDay } from '../platform/day.ts'
import { DIALOGUE_FORMS, DIALOGUE_KINDS } from '../regulations/regulation-vocabulary.ts'
import type { FigureCounts } from '../reports/figure-store.ts'
import type { DialogueOfReport } from '../reports/report-context-store.ts'
import type { DialogueField, ReportForm, UnitsForm } from './report-form.ts'
import type { Cell, ReportTable } from './report-table.ts'

/** One line of a form of units: who, and the figures of that unit. */
export interface UnitLine {
  name: string
  figures: Readonly<FigureCounts>
  /** said behind the name: not handed in, so many of so many */
  mark?: string | undefined
}

/** The table of a form of units; with several units or `withTotal` it ends with their sum. */
export function unitsTable(form: UnitsForm, units: readonly UnitLine[], withTotal = units.length > 1): ReportTable {
  const figures = form.columns.map((column) => column.figure)
  const numbers = (unit: UnitLine) => figures.map((figure) => unit.figures[figure] ?? 0)
  const sum = figures.map((figure) => units.reduce((total, unit) => total + (unit.figures[figure] ?? 0), 0))
  return {
    key: form.key,
    title: form.label,
    columns: [
      { label: 'STT', numeric: true },
      { label: 'Đơn vị', numeric: false },
      ...form.columns.map(({ label, group, figure }) => ({ label, group, figure, numeric: true })),
    ],
    rows: units.map((unit, at) => [at + 1, unit.mark ? `${unit.name} (${unit.mark})` : unit.name, ...numbers(unit)]),
    ...(withTotal ? { total: [null, 'Cộng', ...sum] } : {}),
    note: form.note,
  }
}

/** The table of a list form: a line for each dialogue. */
export function dialoguesTable(
  form: Extract<ReportForm, { kind: 'dialogues' }>,
  dialogues: readonly DialogueOfReport[],
): ReportTable {
  return {
    key: form.key,
    title: form.label,
    columns: [
      { label: 'STT', numeric: true },
      ...form.columns.map(({ label, group, field }) => ({ label, group, numeric: NUMERIC.has(field) })),
    ],
    rows: dialogues.map((one, at) => [at + 1, ...form.columns.map(({ field }) => FIELDS[field](one))]),
    note: form.note,
  }
}

const NUMERIC: ReadonlySet<DialogueField> = new Set(['attendance', 'petitions'])

const DISPOSITIONS: Readonly<Record<string, string>> = {
  answeredAtConference: 'trả lời tại hội nghị',
  verifyAndReplyLater: 'kiểm tra, trả lời sau',
  noteAndReportUp: 'ghi nhận, báo cáo cấp trên',
  transferred: 'chuyển cơ quan có thẩm quyền',
}

/** What is told of a dialogue; the words of a report are Vietnamese, whatever the reader's language. */
const FIELDS: Record<DialogueField, (one: DialogueOfReport) => Cell> = {
  day: (one) => formatDay(one.day),
  dayPlace: (one) => [formatDay(one.day), one.venue].filter(Boolean).join(', '),
  title: (one) => one.title,
  kindForm: (one) =>
    [kindName(one.kind), DIALOGUE_FORMS[one.form as keyof typeof DIALOGUE_FORMS]?.vi].filter(Boolean).join(', '),
  topic: (one) => one.topic || one.title,
  chairs: (one) => one.chairs.join('; '),
  attendance: (one) => one.attendance,
  petitions: (one) => one.petitions,
  notice: (one) =>
    [one.noticeNumber, one.noticeDatedOn ? formatDay(one.noticeDatedOn) : null].filter(Boolean).join(', ') ||
    'Chưa ban hành',
  results: (one) => one.items.map(resultOf).join('\n'),
  note: (one) =>
    [one.byDeputy ? 'ủy quyền cấp phó chủ trì' : '', one.outsidePlan ? 'ngoài kế hoạch' : '']
      .filter(Boolean)
      .join('; '),
}

function kindName(kind: string): string | undefined {
  return DIALOGUE_KINDS[kind as keyof typeof DIALOGUE_KINDS]?.vi
}

function resultOf({ position, content, disposition, doneOn }: DialogueOfReport['items'][number]): string {
  const how = doneOn ? `đã giải quyết xong ngày ${formatDay(doneOn)}` : (DISPOSITIONS[disposition] ?? disposition)
  return `${position}. ${content}: ${how}.`
}
