import { listAgencies } from '../../../agencies/agency-store.ts'
import { findDialogue, listDialogues } from '../../../dialogues/dialogue-store.ts'
import { isPaperKind } from '../../../documents/number-book.ts'
import { keptBy } from '../../../documents/paper.ts'
import type { DraftedSubject } from '../../../documents/paper-forms.ts'
import { findPaper } from '../../../documents/paper-store.ts'
import { findPetition, findReadingScope } from '../../../petitions/petition-store.ts'
import { findPlan } from '../../../plans/plan-store.ts'
import { NotFound } from '../../../platform/errors.ts'
import { readId } from '../../../platform/form-fields.ts'
import { mayReadPaper, paperScopes } from '../../../procedures/paper-access.ts'
import { draftPaperChange, recordIssuedPaperChange } from '../../../procedures/paper-changes.ts'
import { PAPER_KINDS } from '../../../regulations/paper-kinds.ts'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { FormSection } from '../../kit/form-section.tsx'
import type { FormErrors, FormValues } from '../../kit/form-state.ts'
import { PageHeading } from '../../kit/page-heading.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { documentWords } from '../../words/document-words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'
import { submitForm } from '../submit-form.tsx'
import { inputWithUploads } from './paper-act-routes.tsx'
import { ApprovalOnPaperFields, IssueFields, UploadField } from './paper-acts.tsx'
import { suggestPaper } from './paper-suggestion.ts'
import { kindName, PAPERS } from './paper-view.tsx'

type Agencies = Awaited<ReturnType<typeof listAgencies>>

/** The agencies for which this reader may draft: all, or the own one. */
export async function issuersFor(request: OfficeRequest): Promise<Agencies> {
  const { db, authority, actor } = request
  const agencies = await listAgencies(db, authority.id, { on: request.today })
  return agencies.filter((agency) => actor.may('paper:draft', { authorityId: authority.id, agencyIds: [agency.id] }))
}

export function IssuerField({ request, agencies }: { request: OfficeRequest; agencies: Agencies }) {
  return (
    <SelectField
      name="issuerAgencyId"
      label={documentWords[request.lang].issuer}
      required
      choices={agencies.map((agency) => ({ value: String(agency.id), label: agency.name }))}
    />
  )
}

interface Subject {
  subjectKind: DraftedSubject
  subjectId: number
  label: string
}

/** What the paper will be about, from the address or from what was posted; null: still to be chosen. */
async function subjectOf(request: OfficeRequest, values: FormValues): Promise<Subject | null> {
  const { db, authority, actor } = request
  const petitionId = Number(
    values['subjectKind'] === 'petition' ? values['subjectId'] : queryText(request, 'kien-nghi'),
  )
  if (petitionId > 0) {
    const petition = await findPetition(db, authority.id, petitionId)
    const scope = await findReadingScope(db, authority.id, petitionId)
    if (!petition || !scope || !actor.may('petition:read', scope)) throw new NotFound('petition')
    return { subjectKind: 'petition', subjectId: petition.id, label: petition.code }
  }
  const planId = Number(values['subjectKind'] === 'plan' ? values['subjectId'] : queryText(request, 'ke-hoach'))
  if (planId > 0) {
    const plan = await findPlan(db, authority.id, planId)
    if (!plan || !actor.may('plan:read', { authorityId: authority.id })) throw new NotFound('plan')
    return { subjectKind: 'plan', subjectId: plan.id, label: plan.title }
  }
  const dialogueId = readId(values['fixed'] ? values['subjectId'] : queryText(request, 'cuoc'))
  if (!(dialogueId > 0)) return null
  const dialogue = await findDialogue(db, authority.id, dialogueId)
  if (!dialogue) throw new NotFound('dialogue')
  return { subjectKind: 'dialogue', subjectId: dialogue.id, label: dialogue.title }
}

/** The paper to be replaced, when the address names one. */
async function replacedOf(request: OfficeRequest, values: FormValues) {
  const id = readId(values['replacesPaperId'] ?? queryText(request, 'thay'))
  if (!(id > 0)) return null
  const paper = await findPaper(request.db, request.authority.id, id)
  const scopes = paper && (await paperScopes(request.db, request.authority.id, paper))
  if (!paper || !scopes || !mayReadPaper(request.actor, paper, scopes)) throw new NotFound('paper')
  return paper
}

interface Shown {
  values?: FormValues
  errors?: FormErrors
  status?: number
}

/** GET /van-ban/moi?cuoc=3 or ?kien-nghi=5 or ?ke-hoach=2, &loai=, &thay= */
export function showNewPaper(request: OfficeRequest): Promise<OfficeReply> {
  return newPaperPage(request, 'moi', {})
}

/** GET /van-ban/da-ban-hanh */
export function showIssuedEntry(request: OfficeRequest): Promise<OfficeReply> {
  return newPaperPage(request, 'da-ban-hanh', {})
}

async function newPaperPage(request: OfficeRequest, mode: 'moi' | 'da-ban-hanh', shown: Shown): Promise<OfficeReply> {
  const { lang } = request
  const words = documentWords[lang]
  const issued = mode === 'da-ban-hanh'
  const verb = issued ? words.recordIssued : words.newPaper
  const replaced = await replacedOf(request, shown.values ?? {})
  const asked = replaced
    ? { subjectKind: replaced.subjectKind, subjectId: replaced.subjectId, fixed: true }
    : (shown.values ?? {})
  const subject = await subjectOf(request, asked)
  const kind = queryText(request, 'loai')
  const issuers = await issuersFor(request)
  const issuerIds = issuers.map((agency) => agency.id)
  const values = shown.values ?? {
    kind: replaced?.kind ?? (isPaperKind(kind) ? kind : ''),
    title: replaced?.title ?? '',
    body: replaced?.body ?? '',
    issuerAgencyId: replaced?.issuerAgencyId ?? request.actor.agencyId ?? '',
    datedOn: issued ? request.today : '',
    ...(subject?.subjectKind === 'dialogue' && !replaced && isPaperKind(kind)
      ? await suggestPaper(request, subject.subjectId, kind, issuerIds)
      : {}),
  }
  const hidden: Record<string, string> = {
    ...(subject
      ? { subjectKind: subject.subjectKind, subjectId: String(subject.subjectId) }
      : { subjectKind: 'dialogue' }),
    ...(replaced ? { replacesPaperId: String(replaced.id) } : {}),
  }
  const kinds = Object.keys(PAPER_KINDS)
    .filter((key) => keptBy({ kind: key, subjectKind: subject?.subjectKind ?? 'dialogue' }) === null)
    .map((key) => ({ value: key, label: kindName(key, lang) }))
  return officePage(
    request,
    { title: verb, active: 'dossiers', width: 'narrow', status: shown.status ?? 200 },
    <>
      <PageHeading
        trail={[{ href: request.link(PAPERS), label: words.papers }]}
        kicker={subject?.label ?? ''}
        title={verb}
        meta={replaced ? `${words.replaces}: ${replaced.number ?? replaced.title}` : undefined}
      />
      <Form
        action={request.link(`${PAPERS}/${mode}`)}
        values={values}
        errors={shown.errors ?? {}}
        hidden={hidden}
        multipart
      >
        {subject ? null : (
          <DialogueField request={request} dialogues={await listDialogues(request.db, request.authority.id)} />
        )}
        <SelectField name="kind" label={words.kind} required choices={kinds} />
        <TextField name="title" label={words.title} required />
        <IssuerField request={request} agencies={issuers} />
        <TextAreaField name="body" label={words.body} help={words.bodyHelp} rows={issued ? 4 : 12} />
        {issued ? null : <UploadField name="file" label={words.file} lang={lang} />}
        {issued ? (
          <>
            <FormSection title={words.signing}>
              <IssueFields lang={lang} />
            </FormSection>
            <FormSection title={words.approval} help={words.approveOnPaperHelp}>
              <ApprovalOnPaperFields lang={lang} pageRequired />
            </FormSection>
          </>
        ) : null}
        <FormButtons verb={issued ? words.save : words.saveDraft} cancelHref={request.link(PAPERS)} />
      </Form>
    </>,
  )
}

function DialogueField({
  request,
  dialogues,
}: {
  request: OfficeRequest
  dialogues: readonly { id: number; title: string }[]
}) {
  const words = documentWords[request.lang]
  return (
    <SelectField
      name="subjectId"
      label={words.chooseSubject}
      help={words.chooseSubjectHelp}
      required
      choices={dialogues.map((dialogue) => ({ value: String(dialogue.id), label: dialogue.title }))}
    />
  )
}

/** POST /van-ban/moi */
export async function draftNewPaper(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, draftPaperChange, {
    input: inputWithUploads(request, ['file']),
    onDone: ({ paperId }) => redirectTo(request.link(`${PAPERS}/${paperId}`), documentWords[request.lang].done.drafted),
    onRefused: (refused) => newPaperPage(request, 'moi', refused),
  })
}

/** POST /van-ban/da-ban-hanh */
export async function recordIssuedEntry(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, recordIssuedPaperChange, {
    input: inputWithUploads(request, ['signedPage']),
    onDone: ({ paperId }) => redirectTo(request.link(`${PAPERS}/${paperId}`), documentWords[request.lang].done.issued),
    onRefused: (refused) => newPaperPage(request, 'da-ban-hanh', refused),
  })
}
