import type { ReportForm } from './report-form.ts'

/** Rows that stay empty at the end of a form of columns, for adding. */
const SPARE = 3

/** The parts of a form as numbered fields, `label0`, `what0` …: what the administrator's page begins with. */
export function fieldsOfForm(form: ReportForm): { rows: number; values: Record<string, string> } {
  const values: Record<string, string> = { note: form.note ?? '', label: form.label }
  if (form.kind === 'narrative') {
    for (const [at, section] of form.sections.entries()) {
      values[`heading${at}`] = section.heading
      values[`text${at}`] = section.text
    }
    return { rows: form.sections.length, values }
  }
  for (const [at, column] of form.columns.entries()) {
    values[`label${at}`] = column.label
    values[`group${at}`] = column.group ?? ''
    values[`what${at}`] = 'figure' in column ? column.figure : column.field
    values[`order${at}`] = String(at + 1)
  }
  return { rows: form.columns.length + SPARE, values }
}

export interface TypedForm {
  /** to be checked by `reportFormSchema` */
  candidate: unknown
  /** the row a column of the candidate was typed in */
  rowOf: number[]
}

/** The way back: rows in the order given, a row without label and without choice left out. */
export function formOfFields(base: ReportForm, typed: Readonly<Record<string, unknown>>): TypedForm {
  const said = (name: string) => String(typed[name] ?? '').trim()
  const { kind, key, version, labelEn } = base
  const note = said('note')
  const head = { kind, key, version, labelEn, label: said('label'), ...(note ? { note } : {}) }
  if (base.kind === 'narrative') {
    const sections = base.sections.map((section, at) => ({
      ...section,
      heading: said(`heading${at}`),
      text: said(`text${at}`),
    }))
    const regulation = base.regulation ? { regulation: base.regulation } : {}
    return { candidate: { ...head, ...regulation, sections }, rowOf: sections.map((_, at) => at) }
  }
  const rows = Array.from({ length: base.columns.length + SPARE }, (_, at) => at)
    .filter((at) => said(`label${at}`) !== '' || said(`what${at}`) !== '')
    .sort((a, b) => orderOf(said(`order${a}`)) - orderOf(said(`order${b}`)) || a - b)
  const what = base.kind === 'units' ? 'figure' : 'field'
  const columns = rows.map((at) => ({
    label: said(`label${at}`),
    ...(said(`group${at}`) ? { group: said(`group${at}`) } : {}),
    [what]: said(`what${at}`),
  }))
  return { candidate: { ...head, columns }, rowOf: rows }
}

/** A row without a number goes to the end. */
function orderOf(typed: string): number {
  const order = Number(typed)
  return typed === '' || !Number.isFinite(order) ? Number.MAX_SAFE_INTEGER : order
}

/** The name of the field in which a problem of the candidate was typed. */
export function fieldOfIssue(path: readonly PropertyKey[], rowOf: readonly number[]): string {
  const [list, at, part] = path
  if (list === 'columns' && typeof at === 'number' && part !== undefined) {
    const name = part === 'figure' || part === 'field' ? 'what' : String(part)
    return `${name}${rowOf[at]}`
  }
  if (list === 'sections' && typeof at === 'number') return `${String(part)}${at}`
  return list === 'label' || list === 'note' ? list : ''
}
