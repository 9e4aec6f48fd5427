import { requirePermission } from '../../../changes/perform-change.ts'
import { findAttachment } from '../../../documents/attachment-store.ts'
import { findRecipient } from '../../../documents/paper-store.ts'
import { NotFound } from '../../../platform/errors.ts'
import { approvePaperChange, editPaperChange, withdrawPaperFileChange } from '../../../procedures/paper-changes.ts'
import { receivePaperChange, removeRecipientChange } from '../../../procedures/send-paper-changes.ts'
import { ConflictView } from '../../kit/conflict-view.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import type { FormErrors, FormValues } from '../../kit/form-state.ts'
import { PageHeading } from '../../kit/page-heading.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { documentWords } from '../../words/document-words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest, type OfficeRoute } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { IssuerField, issuersFor } from './new-paper-page.tsx'
import { paperPage } from './paper-page.tsx'
import { loadPaper, PAPERS } from './paper-view.tsx'

interface Shown {
  values?: FormValues
  errors?: FormErrors
  status?: number
}

/** POST /van-ban/:id/duyet and /bo-noi-nhan: one button, no words. */
function oneButton(
  act: string,
  change: typeof approvePaperChange | typeof removeRecipientChange,
  said: 'approved' | 'recipients',
) {
  const permission = change.permission as OfficeRoute['permission']
  const handle = (request: OfficeRequest) =>
    submitForm(request, change as typeof approvePaperChange, {
      onDone: () => redirectTo(request.link(`${PAPERS}/${idParam(request)}`), documentWords[request.lang].done[said]),
      onRefused: ({ errors, status }) => paperPage(request, { errors, status }),
    })
  return { method: 'POST' as const, url: `${PAPERS}/:id/${act}`, permission, handle }
}

/** GET /van-ban/:id/sua */
async function editPage(request: OfficeRequest, shown: Shown, stale?: RefusedForm): Promise<OfficeReply> {
  const words = documentWords[request.lang]
  const { paper, scopes } = await loadPaper(request)
  requirePermission(request.actor, 'paper:draft', scopes.working)
  const back = request.link(`${PAPERS}/${paper.id}`)
  const values = shown.values ?? { title: paper.title, body: paper.body, issuerAgencyId: paper.issuerAgencyId ?? '' }
  const typed = (name: string) => String(values[name] ?? '')
  return officePage(
    request,
    { title: words.edit, active: 'dossiers', width: 'narrow', status: shown.status ?? 200 },
    <>
      <PageHeading trail={[{ href: back, label: paper.title }]} title={words.edit} />
      {stale ? (
        <ConflictView
          action={`${back}/sua`}
          version={paper.version}
          values={values}
          hidden={{ issuerAgencyId: typed('issuerAgencyId') }}
          fields={[
            { name: 'title', label: words.title, mine: typed('title'), stored: paper.title },
            { name: 'body', label: words.body, mine: typed('body'), stored: paper.body },
          ]}
          storedBy=""
          storedAt=""
          storedHref={back}
        />
      ) : (
        <Form action={`${back}/sua`} version={paper.version} values={values} errors={shown.errors ?? {}}>
          <TextField name="title" label={words.title} required />
          <IssuerField request={request} agencies={await issuersFor(request)} />
          <TextAreaField name="body" label={words.body} help={words.bodyHelp} rows={14} />
          <FormButtons verb={words.saveDraft} cancelHref={back} />
        </Form>
      )}
    </>,
  )
}

async function editPaper(request: OfficeRequest): Promise<OfficeReply> {
  await loadPaper(request)
  return submitForm(request, editPaperChange, {
    onDone: () => redirectTo(request.link(`${PAPERS}/${idParam(request)}`), documentWords[request.lang].done.edited),
    onRefused: (refused) => editPage(request, refused, refused.stale ? refused : undefined),
  })
}

/** GET /van-ban/:id/nhan/:recipient */
async function receiptPage(request: OfficeRequest, shown: Shown): Promise<OfficeReply> {
  const words = documentWords[request.lang]
  const { paper } = await loadPaper(request)
  const recipient = await findRecipient(request.db, request.authority.id, idParam(request, 'recipient'))
  if (recipient?.paperId !== paper.id) throw new NotFound('paperRecipient')
  const back = request.link(`${PAPERS}/${paper.id}`)
  const values = shown.values ?? { receivedOn: recipient.receivedOn ?? request.today, note: '' }
  return officePage(
    request,
    { title: words.recordReceipt, active: 'dossiers', width: 'narrow', status: shown.status ?? 200 },
    <>
      <PageHeading
        trail={[{ href: back, label: paper.number ?? paper.title }]}
        kicker={recipient.name}
        title={words.recordReceipt}
      />
      <Form action={`${back}/nhan/${recipient.id}`} values={values} errors={shown.errors ?? {}}>
        <DayField name="receivedOn" label={words.receivedOn} required />
        <TextField name="note" label={words.receiptNote} help={words.receiptNoteHelp} />
        <FormButtons verb={words.recordReceipt} cancelHref={back} />
      </Form>
    </>,
  )
}

async function receivePaper(request: OfficeRequest): Promise<OfficeReply> {
  await loadPaper(request)
  return submitForm(request, receivePaperChange, {
    input: { ...request.form, id: request.params['id'], recipientId: request.params['recipient'] },
    onDone: () => redirectTo(request.link(`${PAPERS}/${idParam(request)}`), documentWords[request.lang].done.received),
    onRefused: (refused) => receiptPage(request, refused),
  })
}

/** GET /van-ban/:id/rut-tep/:attachment */
async function withdrawFilePage(request: OfficeRequest, shown: Shown): Promise<OfficeReply> {
  const words = documentWords[request.lang]
  const { paper, scopes } = await loadPaper(request)
  requirePermission(request.actor, 'paper:draft', scopes.working)
  const file = await findAttachment(request.db, request.authority.id, idParam(request, 'attachment'))
  if (file?.subjectKind !== 'paper' || file.subjectId !== paper.id) throw new NotFound('attachment')
  const back = request.link(`${PAPERS}/${paper.id}`)
  return officePage(
    request,
    { title: words.withdrawFile, active: 'dossiers', width: 'narrow', status: shown.status ?? 200 },
    <>
      <PageHeading trail={[{ href: back, label: paper.title }]} kicker={file.name} title={words.withdrawFile} />
      <Form action={`${back}/rut-tep/${file.id}`} values={shown.values ?? {}} errors={shown.errors ?? {}}>
        <TextAreaField name="reason" label={words.reason} required rows={3} />
        <FormButtons verb={words.withdrawFile} danger cancelHref={back} />
      </Form>
    </>,
  )
}

async function withdrawFile(request: OfficeRequest): Promise<OfficeReply> {
  await loadPaper(request)
  return submitForm(request, withdrawPaperFileChange, {
    input: { ...request.form, id: request.params['id'], attachmentId: request.params['attachment'] },
    onDone: () =>
      redirectTo(request.link(`${PAPERS}/${idParam(request)}`), documentWords[request.lang].done.fileWithdrawn),
    onRefused: (refused) => withdrawFilePage(request, refused),
  })
}

export const paperOtherActRoutes: readonly OfficeRoute[] = [
  oneButton('duyet', approvePaperChange, 'approved'),
  oneButton('bo-noi-nhan', removeRecipientChange, 'recipients'),
  { method: 'GET', url: `${PAPERS}/:id/sua`, permission: 'paper:draft', handle: (request) => editPage(request, {}) },
  { method: 'POST', url: `${PAPERS}/:id/sua`, permission: 'paper:draft', handle: editPaper },
  {
    method: 'GET',
    url: `${PAPERS}/:id/nhan/:recipient`,
    permission: 'paper:send',
    handle: (request) => receiptPage(request, {}),
  },
  { method: 'POST', url: `${PAPERS}/:id/nhan/:recipient`, permission: 'paper:send', handle: receivePaper },
  {
    method: 'GET',
    url: `${PAPERS}/:id/rut-tep/:attachment`,
    permission: 'paper:draft',
    handle: (request) => withdrawFilePage(request, {}),
  },
  { method: 'POST', url: `${PAPERS}/:id/rut-tep/:attachment`, permission: 'paper:draft', handle: withdrawFile },
]
