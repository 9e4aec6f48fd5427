import { importRegulation } from '../../../regulations/import-regulation.ts'
import { type RegulationProblem, readRegulation } from '../../../regulations/read-regulation.ts'
import { FileField } from '../../kit/file-field.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import type { FormErrors, FormValues } from '../../kit/form-state.ts'
import { PageHeading } from '../../kit/page-heading.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { regulationWords } from '../../words/regulation-words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { submitForm } from '../submit-form.tsx'
import { uploadedText } from '../uploaded-text.ts'
import { ProblemList, REGULATIONS, regulationTrail } from './regulation-subject.tsx'

interface ImportState {
  values: FormValues
  errors: FormErrors
  problems: readonly RegulationProblem[]
  status: number
}

/** GET /quan-tri/quy-che/nhap */
export async function showImport(request: OfficeRequest, state: ImportState | null = null): Promise<OfficeReply> {
  const words = regulationWords[request.lang]
  return officePage(
    request,
    { title: words.importTitle, active: 'administration', width: 'narrow', status: state?.status ?? 200 },
    <>
      <PageHeading title={words.importTitle} trail={regulationTrail(request)} meta={words.importMeta} />
      {state ? <ProblemList problems={state.problems} lang={request.lang} /> : null}
      <Form
        action={request.link(`${REGULATIONS}/nhap`)}
        values={state?.values ?? {}}
        errors={state?.errors ?? {}}
        multipart
      >
        <FileField name="file" label={words.file} accept=".yaml,.yml,.json,.txt" kinds="YAML, JSON" maxSize="1 MB" />
        <TextAreaField name="text" label={words.text} rows={16} />
        <FormButtons verb={words.importVerb} cancelHref={request.link(REGULATIONS)} />
      </Form>
    </>,
  )
}

/** POST /quan-tri/quy-che/nhap: a text with any problem stores nothing and comes back as it was sent. */
export async function postImport(request: OfficeRequest): Promise<OfficeReply> {
  const words = regulationWords[request.lang]
  const sent = await uploadedText(request, 'file')
  const text = sent === null || sent === 'notText' ? String(request.form['text'] ?? '') : sent
  const values = { ...request.form, text }
  if (sent === 'notText') {
    return showImport(request, { values, errors: { file: words.fileNotText }, problems: [], status: 422 })
  }
  const { problems } = text.trim() === '' ? { problems: [] } : readRegulation(text, 'tệp')
  return submitForm(request, importRegulation, {
    input: { text: text.trim() === '' ? '' : text },
    onDone: ({ id, ref }) => redirectTo(request.link(`${REGULATIONS}/${id}`), words.imported(ref)),
    onRefused: ({ errors, status }) =>
      showImport(request, { values, errors: problems.length > 0 ? {} : errors, problems, status }),
  })
}
