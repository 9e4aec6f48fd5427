import { formatDay, parseDay, shiftDay } from '../../../platform/day.ts'
import { InputRejected, NotFound } from '../../../platform/errors.ts'
import type { Regulation } from '../../../regulations/regulation.ts'
import { regulationOfAuthority } from '../../../regulations/regulation-store.ts'
import { adjustReportForm, readTypedForm, takeShippedForm } from '../../../reporting/adjust-form.ts'
import { countReport } from '../../../reporting/count-report.ts'
import { fillWording } from '../../../reporting/fill-wording.ts'
import { fieldsOfForm } from '../../../reporting/form-rows.ts'
import { dialoguesTable, unitsTable } from '../../../reporting/form-tables.ts'
import { shippedReportForms } from '../../../reporting/load-report-forms.ts'
import type { ReportForm } from '../../../reporting/report-form.ts'
import { findFormInUse, listOwnForms } from '../../../reporting/report-form-store.ts'
import { listDialoguesOfReport, readReportContext } from '../../../reports/report-context-store.ts'
import { Button } from '../../kit/button.tsx'
import { DataTable } from '../../kit/data-table.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { ProseText } from '../../kit/prose-text.tsx'
import { Section } from '../../kit/section.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { Timeline } from '../../kit/timeline.tsx'
import { agencyWords } from '../../words/agency-words.ts'
import { reportFormWords } from '../../words/report-form-words.ts'
import { inputSentence } from '../../words/rule-sentence.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { FormRows } from './report-form-rows.tsx'
import { ReportTableView } from './report-table-view.tsx'

export const REPORT_FORMS = '/quan-tri/bieu-mau-bao-cao'

/** GET /quan-tri/bieu-mau-bao-cao */
export async function showReportForms(request: OfficeRequest): Promise<OfficeReply> {
  const words = reportFormWords[request.lang]
  const rows: { form: ReportForm; own: boolean }[] = []
  for (const [key, shipped] of await shippedReportForms()) {
    const form = (await findFormInUse(request.db, request.authority.id, key))!
    rows.push({ form, own: form.version !== shipped.version })
  }
  return officePage(
    request,
    { title: words.forms, active: 'administration' },
    <>
      <PageHeading
        title={words.forms}
        meta={words.formsMeta}
        trail={[{ href: request.link('/quan-tri'), label: agencyWords[request.lang].administration }]}
      />
      <DataTable
        caption={words.forms}
        rows={rows}
        rowKey={({ form }) => form.key}
        rowHref={({ form }) => request.link(`${REPORT_FORMS}/${form.key}`)}
        columns={[
          { key: 'form', label: words.form, main: true, wide: true, cell: ({ form }) => form.label },
          { key: 'kind', label: words.kind, cell: ({ form }) => words.kinds[form.kind] },
          { key: 'used', label: words.used, cell: ({ form, own }) => (own ? words.own(form.version) : words.shipped) },
        ]}
      />
    </>,
  )
}

async function readForm(request: OfficeRequest) {
  const { db, authority, params } = request
  const key = params['mau'] ?? ''
  const form = await findFormInUse(db, authority.id, key)
  if (!form) throw new NotFound('reportForm')
  const versions = await listOwnForms(db, authority.id, key)
  const regulation = (await regulationOfAuthority(db, authority.id, request.today))?.regulation ?? null
  return { form, versions, regulation, base: versions[0]?.number ?? 0 }
}

interface Shown {
  refused?: RefusedForm
  /** what was typed, as a form, to be looked at before it is kept */
  preview?: ReportForm
}

/** GET /quan-tri/bieu-mau-bao-cao/:mau */
export async function showReportForm(request: OfficeRequest, shown: Shown = {}): Promise<OfficeReply> {
  const words = reportFormWords[request.lang]
  const { form, versions, regulation, base } = await readForm(request)
  const { rows, values } = fieldsOfForm(form)
  const address = request.link(`${REPORT_FORMS}/${form.key}`)
  return officePage(
    request,
    { title: form.label, active: 'administration', status: shown.refused?.status ?? 200 },
    <>
      <PageHeading
        title={form.label}
        kicker={words.version(form.version)}
        trail={[{ href: request.link(REPORT_FORMS), label: words.forms }]}
      />
      <Preview request={request} {...(await previewOf(request, shown.preview ?? form, regulation))} />
      <Form
        action={address}
        values={shown.refused?.values ?? (shown.preview ? (request.form as Record<string, string>) : values)}
        errors={shown.refused?.errors ?? {}}
        hidden={{ base: String(base) }}
      >
        <TextField name="label" label={words.name} required />
        <FormRows form={form} rows={rows} regulation={regulation} lang={request.lang} />
        {form.kind === 'narrative' ? null : <TextAreaField name="note" label={words.note} rows={2} />}
        <TextField name="reason" label={words.reason} />
        <FormButtons verb={words.keep} cancelHref={request.link(REPORT_FORMS)}>
          <Button variant="secondary" formAction={`${address}/xem-truoc`}>
            {words.preview}
          </Button>
          {base > 0 ? (
            <Button variant="secondary" formAction={`${address}/cua-chuong-trinh`}>
              {words.takeShipped}
            </Button>
          ) : null}
        </FormButtons>
      </Form>
      {versions.length > 0 ? (
        <Section title={words.history}>
          <Timeline
            events={versions.map((one) => ({
              key: String(one.id),
              when: one.enteredAt,
              title: words.version(one.form.version),
              ...(one.enteredBy ? { who: one.enteredBy } : {}),
              why: one.reason,
            }))}
          />
        </Section>
      ) : null}
    </>,
  )
}

/** The form filled with the figures of the quarter before this one. */
async function previewOf(request: OfficeRequest, form: ReportForm, regulation: Regulation | null) {
  const { db, authority, today } = request
  const month = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1
  const to = shiftDay(parseDay(`${today.slice(0, 4)}-${String(month).padStart(2, '0')}-01`), -1)
  const from = parseDay(`${to.slice(0, 4)}-${String(Number(to.slice(5, 7)) - 2).padStart(2, '0')}-01`)
  const period = { from, to }
  const about = { authorityId: authority.id, forms: [form], texts: {}, fromDay: from, toDay: to }
  if (form.kind === 'dialogues')
    return { period, table: dialoguesTable(form, await listDialoguesOfReport(db, authority.id, period)), text: null }
  const figures = await countReport(db, about, regulation, request.today)
  if (form.kind === 'units')
    return { period, table: unitsTable(form, [{ name: authority.shortName, figures }]), text: null }
  const year = Number(to.slice(0, 4))
  const context = await readReportContext(db, authority.id, year)
  const facts = { authorityName: authority.name, period, year, figures, context, regulation }
  const text = form.sections.map(({ heading, text: body }) => fillWording(`${heading}\n${body}`, facts).trim())
  return { period, table: null, text: text.join('\n\n') }
}

function Preview({ request, period, table, text }: { request: OfficeRequest } & Awaited<ReturnType<typeof previewOf>>) {
  const words = reportFormWords[request.lang]
  return (
    <Section title={words.previewOf(formatDay(period.from), formatDay(period.to))}>
      {table ? <ReportTableView table={table} /> : null}
      {text ? <ProseText quoted text={text} /> : null}
    </Section>
  )
}

/** POST /quan-tri/bieu-mau-bao-cao/:mau/xem-truoc: nothing is kept. */
export async function previewReportForm(request: OfficeRequest): Promise<OfficeReply> {
  const { form } = await readForm(request)
  try {
    return await showReportForm(request, { preview: readTypedForm(form, request.form) })
  } catch (error) {
    if (!(error instanceof InputRejected)) throw error
    const errors = Object.fromEntries(
      Object.entries(error.errors).map(([name, code]) => [name, inputSentence(request.lang, code)]),
    )
    const values = request.form as RefusedForm['values']
    return showReportForm(request, { refused: { values, errors, stale: null, status: 422 } })
  }
}

function keep(change: typeof adjustReportForm | typeof takeShippedForm) {
  return (request: OfficeRequest): Promise<OfficeReply> =>
    submitForm(request, change as typeof adjustReportForm, {
      input: { ...request.form, mau: request.params['mau'] },
      onDone: ({ version }) =>
        redirectTo(
          request.link(`${REPORT_FORMS}/${request.params['mau']}`),
          reportFormWords[request.lang].kept(version),
        ),
      onRefused: (refused) => showReportForm(request, { refused }),
    })
}

/** POST /quan-tri/bieu-mau-bao-cao/:mau */
export const postReportForm = keep(adjustReportForm)
/** POST /quan-tri/bieu-mau-bao-cao/:mau/cua-chuong-trinh */
export const postShippedForm = keep(takeShippedForm)
