import { findAttachment } from '../../../documents/attachment-store.ts'
import { vocabularyOf } from '../../../papers/facts/fact-vocabulary.ts'
import { dropWordForm, keepWordFormChange } from '../../../papers/keep-word-form.ts'
import { listWordForms, type WordFormVersion } from '../../../papers/template-store.ts'
import { checkFormPlaces, PAPER_PLACES } from '../../../papers/word-form-places.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Action, ActionBar } from '../../kit/action-bar.tsx'
import { FileField } from '../../kit/file-field.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { documentWords } from '../../words/document-words.ts'
import { wordingWords } from '../../words/wording-words.ts'
import { inputWithUploads } from '../documents/paper-act-routes.tsx'
import { formPage } from '../form-page.tsx'
import { officePage, redirectTo } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { PlaceList } from './place-list.tsx'
import { wordingLink, wordingTrail } from './wording-page.tsx'
import { loadWording, type WordingView, wordingName } from './wording-view.ts'

/** The Word file in use for a wording; null for none. */
async function formInUse({ db, authority }: OfficeRequest, view: WordingView): Promise<WordFormVersion | null> {
  const [newest] = await listWordForms(db, authority.id, view.key)
  return newest && newest.attachmentId !== null ? newest : null
}

/** GET /quan-tri/mau-van-ban/:mau/tep-word */
export async function showWordForm(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const { db, authority, lang } = request
  const words = wordingWords[lang]
  const view = await loadWording(request)
  const at = wordingLink(request, view)
  const form = await formInUse(request, view)
  const file = form && (await findAttachment(db, authority.id, form.attachmentId!))
  const vocabulary = vocabularyOf(view.template.about)
  const { missing } = form ? checkFormPlaces(form.places, view.template, vocabulary) : { missing: [] }
  const braced = missing.map((name) => `{{${name}}}`).join(', ')
  const actions: Action[] = form
    ? [
        { label: words.takeFile, href: `${at}/tep-word.docx`, icon: 'download' },
        { label: words.give, href: `${at}/thoi-tep-word` },
      ]
    : []
  return officePage(
    request,
    { title: words.wordForm, active: 'administration', width: 'narrow', status: refused?.status ?? 200 },
    <>
      <PageHeading
        trail={wordingTrail(request, view)}
        kicker={wordingName(view.key, lang)}
        title={words.wordForm}
        meta={words.wordFormMeta}
      />
      <p class="mb-3">{form ? words.wordFormUsed(file?.name ?? '', String(form.versionNo)) : words.noWordForm}</p>
      {missing.length > 0 ? <p class="mb-3">{words.unfilled(braced)}</p> : null}
      <ActionBar actions={actions} />
      <Section title={words.upload}>
        <Form action={`${at}/tep-word`} errors={refused?.errors ?? {}} values={refused?.values ?? {}} multipart>
          <FileField
            name="file"
            label={words.file}
            accept=".docx"
            kinds="DOCX"
            maxSize={documentWords[lang].maxSize}
            required
          />
          <FormButtons verb={words.upload} cancelHref={at} />
        </Form>
      </Section>
      <PlaceList vocabulary={{ values: { ...PAPER_PLACES, ...vocabulary.values }, lists: {} }} lang={lang} double />
    </>,
  )
}

/** POST /quan-tri/mau-van-ban/:mau/tep-word */
export async function postWordForm(request: OfficeRequest): Promise<OfficeReply> {
  const view = await loadWording(request)
  return submitForm(request, keepWordFormChange(request.runtime.files), {
    input: { ...inputWithUploads(request, ['file']), ...view.key },
    onDone: () => redirectTo(`${wordingLink(request, view)}/tep-word`, wordingWords[request.lang].done.wordKept),
    onRefused: (refused) => showWordForm(request, refused),
  })
}

/** GET /quan-tri/mau-van-ban/:mau/tep-word.docx */
export async function downloadWordForm(request: OfficeRequest): Promise<OfficeReply> {
  const { db, authority, runtime } = request
  const form = await formInUse(request, await loadWording(request))
  const file = form && (await findAttachment(db, authority.id, form.attachmentId!))
  if (!file || file.erasedAt) throw new NotFound('attachment')
  return { kind: 'download', name: file.name, mediaType: file.mediaType, body: await runtime.files.open(file.sha256) }
}

/** GET /quan-tri/mau-van-ban/:mau/thoi-tep-word */
export async function showDropForm(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const words = wordingWords[request.lang]
  const view = await loadWording(request)
  const at = wordingLink(request, view)
  return formPage(request, {
    ...{ title: words.give, active: 'administration', trail: wordingTrail(request, view) },
    ...{ kicker: wordingName(view.key, request.lang), action: `${at}/thoi-tep-word`, refused },
    ...{ verb: words.give, cancelHref: `${at}/tep-word` },
    children: <TextAreaField name="reason" label={words.why} required rows={3} />,
  })
}

/** POST /quan-tri/mau-van-ban/:mau/thoi-tep-word */
export async function postDropForm(request: OfficeRequest): Promise<OfficeReply> {
  const view = await loadWording(request)
  return submitForm(request, dropWordForm, {
    input: { ...view.key, reason: request.form['reason'] },
    onDone: () => redirectTo(`${wordingLink(request, view)}/tep-word`, wordingWords[request.lang].done.wordDropped),
    onRefused: (refused) => showDropForm(request, refused),
  })
}
