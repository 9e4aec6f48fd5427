import type { Db } from '../platform/db/connection.ts'
import type { Regulation } from '../regulations/regulation.ts'
import { shippedReportForms } from './load-report-forms.ts'
import type { ReportForm } from './report-form.ts'

/** A version of a form that an authority made its own. */
export interface OwnReportForm {
  id: number
  formKey: string
  number: number
  form: ReportForm
  reason: string
  enteredAt: Date
  enteredBy: string | null
}

/** All own versions of a form, the newest first. */
export async function listOwnForms(db: Db, authorityId: number, formKey: string): Promise<OwnReportForm[]> {
  const rows = await db
    .selectFrom('reportForm')
    .leftJoin('account', 'account.id', 'reportForm.enteredBy')
    .select(['reportForm.id', 'formKey', 'number', 'data', 'reason', 'enteredAt', 'account.displayName as enteredBy'])
    .where('authorityId', '=', authorityId)
    .where('formKey', '=', formKey)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(({ data, ...row }) => ({ ...row, form: data as unknown as ReportForm }))
}

export async function insertOwnForm(
  db: Db,
  values: {
    authorityId: number
    formKey: string
    number: number
    form: ReportForm
    reason: string
    enteredBy: number | null
  },
): Promise<number> {
  const { form, ...rest } = values
  const row = await db
    .insertInto('reportForm')
    .values({ ...rest, data: JSON.stringify(form) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** The form in use by an authority: its newest own version, else the one that comes with the program; null: unknown. */
export async function findFormInUse(db: Db, authorityId: number, formKey: string): Promise<ReportForm | null> {
  const own = (await listOwnForms(db, authorityId, formKey))[0]
  return own?.form ?? (await shippedReportForms()).get(formKey) ?? null
}

/**
 * The forms a report consists of: those its rule names and, over half a year or a year, the narrative (the one written
 * for the regulation, where there is one). A rule that names only forms nobody has described yet gets form 1.
 */
export async function formsOfDuty(
  db: Db,
  authorityId: number,
  duty: { formKeys: readonly string[]; period: string; regulation: Regulation },
): Promise<ReportForm[]> {
  const forms: ReportForm[] = []
  for (const key of duty.formKeys) {
    const form = await findFormInUse(db, authorityId, key)
    if (form) forms.push(form)
  }
  if (duty.period === 'year' || duty.period === 'H1') {
    const own = [...(await shippedReportForms()).values()].find(
      (form) => form.kind === 'narrative' && form.regulation === duty.regulation.id,
    )
    const narrative = await findFormInUse(db, authorityId, own?.key ?? 'narrative')
    if (narrative) forms.push(narrative)
  }
  if (forms.length === 0) forms.push((await findFormInUse(db, authorityId, 'reportForm1'))!)
  return forms
}
