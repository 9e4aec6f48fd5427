import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { projectRoot } from '../platform/project-root.ts'
import { type ReportForm, reportFormSchema } from './report-form.ts'

/** One form from YAML: the value, or sentences that each name the place and what is wrong with it. */
export function readReportForm(source: string, file: string): { form: ReportForm } | { problems: string[] } {
  const document = parseDocument(source, { strict: true, uniqueKeys: true, prettyErrors: false })
  if (document.errors.length > 0)
    return { problems: document.errors.map((error) => `${file} — không đúng cú pháp YAML: ${error.message}`) }
  const parsed = reportFormSchema.safeParse(document.toJS({ maxAliasCount: 50 }))
  if (parsed.success) return { form: parsed.data }
  return { problems: parsed.error.issues.map((issue) => `${file} ${issue.path.join('.')} — ${issue.message}`) }
}

/** All forms of a folder by key. Throws an Error that names every problem: a broken form must not be used. */
export async function loadReportForms(folder = join(projectRoot(), 'report-forms')): Promise<Map<string, ReportForm>> {
  const forms = new Map<string, ReportForm>()
  const problems: string[] = []
  for (const file of (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort()) {
    const reading = readReportForm(await readFile(join(folder, file), 'utf8'), file)
    if ('problems' in reading) problems.push(...reading.problems)
    else if (forms.has(reading.form.key)) problems.push(`${file} key — “${reading.form.key}” đã có ở tệp khác`)
    else forms.set(reading.form.key, reading.form)
  }
  if (problems.length > 0) throw new Error(`Tệp biểu mẫu báo cáo có lỗi:\n${problems.join('\n')}`)
  return forms
}

let shipped: Promise<ReadonlyMap<string, ReportForm>> | null = null

/** The forms that come with the program, read once. */
export function shippedReportForms(): Promise<ReadonlyMap<string, ReportForm>> {
  shipped ??= loadReportForms()
  return shipped
}
