import type { FunctionComponent } from 'preact'
import { RAISE_LIMITS } from '../../../petitions/raise-forms.ts'
import { listVillageChoices } from '../../../reception/village-choice-store.ts'
import { Button } from '../../kit/button.tsx'
import { Form } from '../../kit/form.tsx'
import type { FormErrors } from '../../kit/form-state.ts'
import { raiseWords } from '../../words/raise-words.ts'
import { inputSentence } from '../../words/rule-sentence.ts'
import { PortalPage } from '../portal-page.tsx'
import { type PortalReply, type PortalRequest, portalPage, portalQuery } from '../portal-route.ts'
import { refusedFileErrors } from '../refused-files.ts'
import { draftGonePage } from './draft-gone-page.tsx'
import { findRaiseDraft, keepRaiseDraft, type OpenedDraft, type RaiseDraft } from './raise-draft.ts'
import { ChoiceFields, ContactFields, ContentFields, FileFields, NameFields, WhoFields } from './raise-fields.tsx'
import {
  afterStep,
  beforeStep,
  errorsOf,
  isStep,
  RAISE,
  REVIEW,
  STEPS,
  type Step,
  stepAddress,
  withPage,
} from './raise-steps.ts'

type Fields = FunctionComponent<Parameters<typeof ContentFields>[0]>

const PARTS: Record<Step, readonly Fields[]> = {
  'noi-dung': [ContentFields],
  anh: [FileFields],
  'nguoi-gui': [WhoFields],
  ten: [NameFields],
  'lien-he': [ContactFields],
  'chon-them': [ChoiceFields],
  'mot-trang': [ContentFields, FileFields, WhoFields, NameFields, ContactFields, ChoiceFields],
}

function questionOf(lang: PortalRequest['lang'], step: Step): { title: string; help?: string } {
  const words = raiseWords[lang]
  switch (step) {
    case 'noi-dung':
      return { title: words.contents }
    case 'anh':
      return { title: words.files }
    case 'nguoi-gui':
      return { title: words.who }
    case 'ten':
      return { title: words.name }
    case 'lien-he':
      return { title: words.contact, help: words.contactHelp }
    case 'chon-them':
      return { title: words.choices, help: words.choicesHelp }
    case 'mot-trang':
      return { title: words.title }
  }
}

/** GET /gui-kien-nghi/:draft/:step */
export async function showStep(request: PortalRequest): Promise<PortalReply> {
  const step = request.params['step']
  const opened = await findRaiseDraft(request)
  if (opened === null || opened === 'sent' || !isStep(step)) return draftGonePage(request, opened === 'sent')
  return stepPage(request, opened, step, {})
}

async function stepPage(
  request: PortalRequest,
  opened: OpenedDraft,
  step: Step,
  errors: FormErrors,
): Promise<PortalReply> {
  const { lang, chrome } = request
  const words = raiseWords[lang]
  const { title, help } = questionOf(lang, step)
  const { draft, secret } = opened
  const changing = portalQuery(request, 'sua') !== ''
  const back = beforeStep(step)
  const at = STEPS.indexOf(step as (typeof STEPS)[number])
  const withFiles = PARTS[step].includes(FileFields)
  const props = {
    ...{ lang, draft, alone: step !== 'mot-trang', oneMore: portalQuery(request, 'them') !== '' },
    villages:
      step === 'lien-he' || step === 'mot-trang' ? await listVillageChoices(request.db, request.authority.id) : [],
  }
  const failed = Object.keys(errors).length > 0
  return portalPage(
    <PortalPage chrome={chrome} title={title} active="raise" width="narrow" script={chrome.assets.portalScript}>
      {at >= 0 ? <p class="raise-step">{words.step(at + 1, STEPS.length)}</p> : null}
      <h1>{title}</h1>
      {help ? <p class="lead">{help}</p> : null}
      <Form
        action={request.link(`${stepAddress(secret, step)}${changing ? '?sua=1' : ''}`)}
        values={draft as unknown as Record<string, unknown>}
        errors={errors}
        multipart={withFiles}
      >
        {PARTS[step].map((Part, part) => (
          <Part key={part} {...props} />
        ))}
        <p class="form-buttons">
          <Button name="then" value="next">
            {changing ? words.backToReview : words.next}
          </Button>
          <a class="btn btn-ghost" href={request.link(back ? stepAddress(secret, back) : RAISE)}>
            {words.back}
          </a>
        </p>
      </Form>
    </PortalPage>,
    failed ? 422 : 200,
  )
}

/** POST /gui-kien-nghi/:draft/:step – kept whatever it says; goes on only when the page is right. */
export async function postStep(request: PortalRequest): Promise<PortalReply> {
  const step = request.params['step']
  const opened = await findRaiseDraft(request)
  if (opened === null || opened === 'sent' || !isStep(step)) return draftGonePage(request, opened === 'sent')
  const { secret } = opened
  const { draft, left } = withFiles(withPage(opened.draft, step, request), request)
  await keepRaiseDraft(request, draft, secret)
  const { then, remove } = request.form
  const again = (query: string) =>
    ({ kind: 'redirect', to: request.link(`${stepAddress(secret, step)}${query}`) }) as const
  if (typeof remove === 'string') return again(step === 'mot-trang' ? '#f-files' : '')
  if (then === 'more') return again(`?them=1#f-contents-${draft.contents.length}`)
  const wrong = Object.entries(errorsOf(draft, step))
  const errors: FormErrors = {
    ...Object.fromEntries(wrong.map(([field, code]) => [field, inputSentence(request.lang, code)])),
    ...(left.length > 0 ? { files: raiseWords[request.lang].filesLeft(RAISE_LIMITS.files, left) } : {}),
    ...refusedFileErrors(request),
  }
  if (Object.keys(errors).length > 0) return stepPage(request, { ...opened, draft }, step, errors)
  const next = portalQuery(request, 'sua') === '' ? afterStep(step) : REVIEW
  return { kind: 'redirect', to: request.link(stepAddress(secret, next)) }
}

/** Files that came join those received; one may be taken out. `left`: names of those beyond what is taken. */
function withFiles(draft: RaiseDraft, request: PortalRequest): { draft: RaiseDraft; left: string[] } {
  const remove = request.form['remove']
  const kept = draft.files.filter((_, at) => String(at) !== remove)
  const known = new Set(kept.map((file) => file.sha256))
  const added = request.uploads
    .filter((upload) => !known.has(upload.sha256))
    .map(({ name, mediaType, size, sha256 }) => ({ name, mediaType, size, sha256 }))
  const files = [...kept, ...added]
  const left = files.slice(RAISE_LIMITS.files).map((file) => file.name)
  return { draft: { ...draft, files: files.slice(0, RAISE_LIMITS.files) }, left }
}
