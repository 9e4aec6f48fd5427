import { z } from 'zod'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { InputRejected, NotFound } from '../platform/errors.ts'
import * as field from '../platform/form-fields.ts'
import { unknownPlaces } from './fill-wording.ts'
import { fieldOfIssue, formOfFields } from './form-rows.ts'
import { shippedReportForms } from './load-report-forms.ts'
import { type ReportForm, reportFormSchema } from './report-form.ts'
import { insertOwnForm, listOwnForms } from './report-form-store.ts'

const about = {
  mau: field.key(),
  /** the number of the newest own version when the page was opened; 0: none */
  base: z.coerce.number().int().min(0),
  reason: field.text(1000),
}

/** A form typed on the administrator's page; throws InputRejected with what is wrong beside each field. */
export function readTypedForm(base: ReportForm, typed: Readonly<Record<string, unknown>>): ReportForm {
  const { candidate, rowOf } = formOfFields(base, typed)
  const parsed = reportFormSchema.safeParse(candidate)
  if (!parsed.success) {
    const errors: Record<string, string> = {}
    for (const issue of parsed.error.issues) errors[fieldOfIssue(issue.path, rowOf)] ??= codeOf(issue.message)
    throw new InputRejected(errors)
  }
  const form = parsed.data
  if (form.kind === 'narrative') {
    const errors: Record<string, string> = {}
    for (const [at, section] of form.sections.entries()) {
      if (unknownPlaces(section.heading).length > 0) errors[`heading${at}`] = 'report/unknown-place'
      if (unknownPlaces(section.text).length > 0) errors[`text${at}`] = 'report/unknown-place'
    }
    if (Object.keys(errors).length > 0) throw new InputRejected(errors)
  }
  return form
}

function codeOf(message: string): string {
  return /^[a-zA-Z]+$/.test(message) ? message : 'required'
}

/** Keeps a form as the authority's own new version; reports begun before keep theirs. */
export const adjustReportForm = defineChange({
  name: 'report-form/adjust',
  permission: 'report:adjust-forms',
  input: z.looseObject(about),
  async run(context, { mau, base, reason, ...typed }) {
    const { shipped, newest } = await formsOf(context, mau, base)
    const form = readTypedForm(newest?.form ?? shipped, typed)
    return keepVersion(context, { shipped, form, number: base + 1, reason })
  },
})

/** Back to the form that comes with the program, as a new version of its own: nothing is taken away. */
export const takeShippedForm = defineChange({
  name: 'report-form/take-shipped',
  permission: 'report:adjust-forms',
  input: z.object(about),
  async run(context, { mau, base, reason }) {
    const { shipped } = await formsOf(context, mau, base)
    return keepVersion(context, { shipped, form: shipped, number: base + 1, reason })
  },
})

async function formsOf(context: ChangeContext, key: string, base: number) {
  const shipped = (await shippedReportForms()).get(key)
  if (!shipped) throw new NotFound('reportForm')
  const newest = (await listOwnForms(context.db, context.authorityId, key))[0] ?? null
  requireRule((newest?.number ?? 0) === base, 'report/form-changed')
  return { shipped, newest }
}

interface NewVersion {
  shipped: ReportForm
  form: ReportForm
  number: number
  reason: string
}

async function keepVersion(context: ChangeContext, { shipped, form, number, reason }: NewVersion) {
  const { db, authorityId, actor } = context
  const named: ReportForm = { ...form, version: `${shipped.version}.${number}` }
  const values = { authorityId, formKey: form.key, number, form: named, reason, enteredBy: actor.accountId }
  const id = await insertOwnForm(db, values)
  context.record({
    subjectKind: 'reportForm',
    subjectId: id,
    after: { form: form.key, version: named.version },
    reason,
  })
  return { id, version: named.version }
}
