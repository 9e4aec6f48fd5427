import { listDialogues } from '../../../dialogues/dialogue-store.ts'
import { keptBy } from '../../../documents/paper.ts'
import { offeredPapers } from '../../../papers/offered-papers.ts'
import { draftFromData } from '../../../procedures/paper-from-data.ts'
import { layoutOf } from '../../../procedures/paper-text.ts'
import { ActionBar } from '../../kit/action-bar.tsx'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorSummary } from '../../kit/error-summary.tsx'
import { Form } from '../../kit/form.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { documentWords } from '../../words/document-words.ts'
import { sheetWords } from '../../words/sheet-words.ts'
import { PAPERS } from '../documents/paper-view.tsx'
import { officePage, redirectTo } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryId } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import {
  type DrawnSubject,
  drawnIssuer,
  drawnKind,
  drawnNow,
  drawnSubject,
  keptPaper,
  paperName,
} from './drawn-request.ts'
import { readKeptText } from './kept-text-part.tsx'
import { kindChoice } from './kind-choice.tsx'
import { SheetPreview } from './sheet-preview.tsx'

export const DRAW = `${PAPERS}/soan`

/** GET /van-ban/soan?cuoc=3&loai=publicNotice – the subject, then the kind, then the paper as it would be. */
export async function showDraw(request: OfficeRequest): Promise<OfficeReply> {
  const subject = await drawnSubject(request)
  if (!subject) return subjectPage(request)
  return drawnKind(request).kind === '' ? kindPage(request, subject) : drawnPage(request, subject, null)
}

function heading(request: OfficeRequest, subject: DrawnSubject | null, title: string) {
  const words = sheetWords[request.lang]
  const trail = [
    { href: request.link(PAPERS), label: documentWords[request.lang].papers },
    ...(subject ? [{ href: subject.href, label: subject.label }] : []),
  ]
  return <PageHeading trail={trail} kicker={words.draw} title={title} meta={words.drawMeta} />
}

async function subjectPage(request: OfficeRequest): Promise<OfficeReply> {
  const words = sheetWords[request.lang]
  const dialogues = await listDialogues(request.db, request.authority.id)
  return officePage(
    request,
    { title: words.draw, active: 'dossiers', width: 'narrow' },
    <>
      {heading(request, null, words.chooseSubject)}
      <Form action={request.link(DRAW)} method="get">
        <SelectField
          name="cuoc"
          label={documentWords[request.lang].dialogue}
          required
          choices={dialogues.map(({ id, title }) => ({ value: String(id), label: title }))}
        />
        <Button variant="primary">{words.choose}</Button>
      </Form>
    </>,
  )
}

async function kindPage(request: OfficeRequest, subject: DrawnSubject): Promise<OfficeReply> {
  const words = sheetWords[request.lang]
  const offered = await offeredPapers(request.db, request.authority.id, subject.subjectKind, subject.subjectId)
  // the copy for a petitioner is taken from where the petitioner stands
  const papers = offered.filter(({ variant }) => variant !== 'petitioner')
  return officePage(
    request,
    { title: words.draw, active: 'dossiers' },
    <>
      {heading(request, subject, words.chooseKind)}
      {papers.length === 0 ? (
        <EmptyState title={words.noWording} />
      ) : (
        await kindChoice({
          ...{ request, subject, offered: papers },
          address: ({ kind, variant }) => addressOf(request, subject, kind, variant),
        })
      )}
    </>,
  )
}

function addressOf(request: OfficeRequest, { query }: DrawnSubject, kind: string, variant: string): string {
  return request.link(`${DRAW}?${query}&loai=${kind}${variant === '' ? '' : `&ban=${variant}`}`)
}

async function drawnPage(
  request: OfficeRequest,
  subject: DrawnSubject,
  refused: RefusedForm | null,
): Promise<OfficeReply> {
  const { lang, today } = request
  const words = sheetWords[lang]
  const { kind, variant } = drawnKind(request)
  const { issuers, issuerId, fixed } = await drawnIssuer(request, subject, kind)
  const name = paperName(kind, variant, lang)
  const options = { title: name, active: 'dossiers', status: refused?.status ?? 200 }
  if (issuerId === null)
    return officePage(
      request,
      options,
      <>
        {heading(request, subject, name)}
        <EmptyState title={words.noIssuer} />
      </>,
    )
  const drawn = await drawnNow(request, subject, { kind, variant, issuerAgencyId: issuerId })
  const layout = await layoutOf(drawn.branch, today)
  const kept = variant === '' ? await readKeptText(request, await keptPaper(request, subject, kind)) : null
  const keeper = keptBy({ kind, subjectKind: subject.subjectKind })
  const person = queryId(request, 'nguoi')
  const named = `${variant === '' ? '' : `&ban=${variant}`}${person > 0 ? `&nguoi=${person}` : ''}`
  const query = `${subject.query}&loai=${kind}${named}&co-quan=${issuerId}`
  const mayKeep = request.actor.may('paper:draft', { authorityId: request.authority.id, agencyIds: [issuerId] })
  const saves = mayKeep && keeper === null
  const replaces = queryId(request, 'thay')
  const hidden = {
    ...{ kind, variant, subjectKind: subject.subjectKind, subjectId: String(subject.subjectId) },
    ...{ issuerAgencyId: String(issuerId), ...(replaces > 0 ? { replacesPaperId: String(replaces) } : {}) },
  }
  return officePage(
    request,
    options,
    <>
      {heading(request, subject, name)}
      <ErrorSummary errors={refused?.errors ?? {}} />
      {keeper ? (
        <p class="mb-4">
          {keeper === 'plan' ? words.keptByPlan : words.keptByConclusion}{' '}
          {kept?.file ? words.keptWordStands(kept.file.name) : ''}
        </p>
      ) : null}
      {fixed || issuers.length < 2 ? null : <IssuerChoice {...{ request, subject, issuers, issuerId }} />}
      <div class="mb-6">
        <ActionBar
          actions={[
            { label: words.downloadDocx, href: request.link(`${DRAW}/xem-truoc.docx?${query}`), icon: 'download' },
            { label: words.downloadPdf, href: request.link(`${DRAW}/xem-truoc.pdf?${query}`), icon: 'download' },
            ...(keeper || !mayKeep ? [] : [{ label: words.orUpload, href: uploadAddress(request, subject, kind) }]),
          ]}
        >
          {saves ? (
            <Form class="one-button" action={`${request.link(DRAW)}?${query}`} hidden={hidden} draft={false}>
              <Button variant="primary">{words.save}</Button>
            </Form>
          ) : null}
        </ActionBar>
      </div>
      <Section title={words.preview} help={words.previewHelp}>
        <SheetPreview sheet={drawn.sheet} layout={layout} label={words.previewOf(name)} />
      </Section>
    </>,
  )
}

function uploadAddress(request: OfficeRequest, { query }: DrawnSubject, kind: string): string {
  return request.link(`${PAPERS}/moi?${query}&loai=${kind}`)
}

interface IssuerChoiceProps {
  request: OfficeRequest
  subject: DrawnSubject
  issuers: readonly { id: number; name: string }[]
  issuerId: number
}

/** The same paper as another agency would issue it: head, symbol and signature follow from it. */
function IssuerChoice({ request, subject, issuers, issuerId }: IssuerChoiceProps) {
  const words = sheetWords[request.lang]
  const { kind, variant } = drawnKind(request)
  const [name, value] = subject.query.split('=') as [string, string]
  return (
    <Form
      action={request.link(DRAW)}
      method="get"
      hidden={{ [name]: value, loai: kind, ...(variant === '' ? {} : { ban: variant }) }}
      class="mb-4 flex flex-wrap items-end gap-3"
    >
      <SelectField
        name="co-quan"
        label={words.forIssuer}
        value={issuerId}
        empty={null}
        choices={issuers.map((agency) => ({ value: String(agency.id), label: agency.name }))}
      />
      <Button variant="secondary">{words.look}</Button>
    </Form>
  )
}

/** POST /van-ban/soan */
export async function postDraw(request: OfficeRequest): Promise<OfficeReply> {
  const subject = await drawnSubject(request)
  return submitForm(request, draftFromData, {
    onDone: ({ paperId }) => redirectTo(request.link(`${PAPERS}/${paperId}`), sheetWords[request.lang].done.drafted),
    onRefused: (refused) => (subject ? drawnPage(request, subject, refused) : subjectPage(request)),
  })
}
