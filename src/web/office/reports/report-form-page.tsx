import type { ComponentChildren } from 'preact'
import { findAgencyByRole, listAgencies } from '../../../agencies/agency-store.ts'
import { SENDING_CHANNELS } from '../../../documents/paper.ts'
import { NotFound } from '../../../platform/errors.ts'
import { draftReport, recordSentReport } from '../../../procedures/hand-in-report.ts'
import { DayField } from '../../kit/day-field.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { documentWords } from '../../words/document-words.ts'
import { reportWords } from '../../words/report-words.ts'
import { inputWithUploads } from '../documents/paper-act-routes.tsx'
import { IssueFields } from '../documents/paper-acts.tsx'
import { SignedPageField } from '../documents/signed-page-field.tsx'
import { officePage, redirectTo } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { labelOf, periodLabel, REPORTS } from './report-list-page.tsx'
import { readPeriod } from './report-page.tsx'

/** The report named by period and key, in the address or in the form sent. */
async function reportOf(request: OfficeRequest) {
  const key = String(request.form['key'] ?? queryText(request, 'loai'))
  const found = (await readPeriod(request)).find(({ duty }) => duty.rule.key === key)
  if (!found) throw new NotFound('report')
  return found
}

interface ReportForm {
  path: string
  verb: string
  help: string
  multipart: boolean
  fields: ComponentChildren
}

async function formPage(request: OfficeRequest, form: ReportForm, refused: RefusedForm | null): Promise<OfficeReply> {
  const words = reportWords[request.lang]
  const { duty } = await reportOf(request)
  const agencies = await listAgencies(request.db, request.authority.id, { on: request.today, external: false })
  const drafter = await findAgencyByRole(request.db, request.authority.id, duty.rule.drafter, request.today)
  const title = `${labelOf(duty.rule, request)}, ${periodLabel(duty, request)}`
  const first = { title: titleOf(duty.rule.label, duty), issuerAgencyId: drafter?.id ?? '' }
  const back = request.link(`${REPORTS}/${duty.subjectId}`)
  return officePage(
    request,
    {
      title: form.verb,
      active: 'reports',
      width: 'narrow',
      status: refused?.status ?? 200,
      keepDrafts: refused !== null,
    },
    <>
      <PageHeading
        trail={[
          { href: request.link(REPORTS), label: words.reports },
          { href: back, label: periodLabel(duty, request) },
        ]}
        kicker={title}
        title={form.verb}
        meta={form.help}
      />
      <Form
        action={request.link(`${REPORTS}/${duty.subjectId}/${form.path}`)}
        values={refused?.values ?? first}
        errors={refused?.errors ?? {}}
        hidden={{ key: duty.rule.key }}
        multipart={form.multipart}
      >
        <SelectField
          name="issuerAgencyId"
          label={words.issuer}
          required
          choices={agencies.map((agency) => ({ value: String(agency.id), label: agency.name }))}
        />
        <TextField name="title" label={words.title} required />
        {form.fields}
        <FormButtons verb={form.verb} cancelHref={back} />
      </Form>
    </>,
  )
}

/** A paper keeps its title in Vietnamese, whatever the reader's language. */
function titleOf(label: string, duty: { period: string; year: number }): string {
  const name = label.replace(/\s*\(.*\)$/, '')
  const quarter = /^Q([1-4])$/.exec(duty.period)?.[1]
  const which = quarter
    ? ` ${['I', 'II', 'III', 'IV'][Number(quarter) - 1]} năm`
    : duty.period === 'H1'
      ? ' đầu năm'
      : ''
  return `${name}${which} ${duty.year} về công tác đối thoại với Nhân dân`
}

/** GET /bao-cao/:id/soan */
export function showDraftForm(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const words = reportWords[request.lang]
  const fields = <TextAreaField name="body" label={words.body} rows={12} />
  return formPage(
    request,
    { path: 'soan', verb: words.draft, help: words.draftHelp, multipart: false, fields },
    refused,
  )
}

/** POST /bao-cao/:id/soan */
export function postDraft(request: OfficeRequest): Promise<OfficeReply> {
  const words = reportWords[request.lang]
  return submitForm(request, draftReport, {
    onDone: ({ paperId }) => redirectTo(request.link(`/van-ban/${paperId}`), words.drafted),
    onRefused: (refused) => showDraftForm(request, refused),
  })
}

/** GET /bao-cao/:id/da-gui */
export function showSentForm(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const words = reportWords[request.lang]
  const fields = (
    <>
      <IssueFields lang={request.lang} />
      <DayField name="sentOn" label={words.sentOn} required />
      <SelectField
        name="channel"
        label={words.channel}
        required
        choices={SENDING_CHANNELS.map((value) => ({ value, label: documentWords[request.lang].channels[value] }))}
      />
      <SignedPageField label={words.signedPage} lang={request.lang} required />
    </>
  )
  const form = { path: 'da-gui', verb: words.recordSent, help: words.recordSentHelp, multipart: true, fields }
  return formPage(request, form, refused)
}

/** POST /bao-cao/:id/da-gui */
export function postSent(request: OfficeRequest): Promise<OfficeReply> {
  const words = reportWords[request.lang]
  return submitForm(request, recordSentReport, {
    input: inputWithUploads(request, ['signedPage']),
    onDone: () => redirectTo(request.link(`${REPORTS}/${request.params['id']}`), words.sent),
    onRefused: (refused) => showSentForm(request, refused),
  })
}
