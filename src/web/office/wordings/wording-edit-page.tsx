import { checkTemplate, type TemplateProblem } from '../../../papers/check-template.ts'
import { editTemplate, fieldOfPath } from '../../../papers/edit-template.ts'
import { vocabularyOf } from '../../../papers/facts/fact-vocabulary.ts'
import { keepWording } from '../../../papers/keep-wording.ts'
import type { PaperTemplate } from '../../../papers/paper-template.ts'
import { wordingFields } from '../../../papers/template-fields.ts'
import { Button } from '../../kit/button.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import type { FormErrors, FormValues } from '../../kit/form-state.ts'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { inputSentence } from '../../words/rule-sentence.ts'
import { sheetWords } from '../../words/sheet-words.ts'
import { wordingWords } from '../../words/wording-words.ts'
import type { Lang } from '../../words/words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { SheetPreview } from '../papers/sheet-preview.tsx'
import { submitForm } from '../submit-form.tsx'
import { PlaceList } from './place-list.tsx'
import { WordingFields } from './wording-fields.tsx'
import { wordingLink, wordingTrail } from './wording-page.tsx'
import { loadWording, type WordingView, wordingName, wordingPreview } from './wording-view.ts'

/** Before the path of a field in its name on the form. */
const FIELD = 'o.'

interface Shown {
  values?: FormValues
  errors?: FormErrors
  status?: number
  /** the wording as typed, looked at before it is kept */
  tried?: PaperTemplate
}

/** GET /quan-tri/mau-van-ban/:mau/sua – every piece of the wording in a field of its own. */
export async function showEditWording(request: OfficeRequest): Promise<OfficeReply> {
  return editPage(request, await loadWording(request), {})
}

async function editPage(request: OfficeRequest, view: WordingView, shown: Shown): Promise<OfficeReply> {
  const { lang } = request
  const words = wordingWords[lang]
  const at = wordingLink(request, view)
  const fields = wordingFields(view.template)
  const stands = Object.fromEntries(fields.map(({ path, value }) => [FIELD + path, value]))
  const vocabulary = vocabularyOf(view.template.about)
  const tried = shown.tried ? await wordingPreview(request, shown.tried) : null
  const errors = shown.errors ?? {}
  const newest = String(view.versions[0]?.versionNo ?? 0)
  return officePage(
    request,
    {
      title: words.edit,
      active: 'administration',
      status: shown.status ?? 200,
      keepDrafts: shown.status !== undefined,
    },
    <>
      <PageHeading
        trail={wordingTrail(request, view)}
        kicker={wordingName(view.key, lang)}
        title={words.edit}
        meta={words.editMeta}
      />
      {tried ? (
        <Section title={words.preview}>
          <SheetPreview {...tried} label={sheetWords[lang].previewOf(wordingName(view.key, lang))} />
        </Section>
      ) : null}
      <Form
        action={`${at}/sua`}
        values={{ ...stands, ...shown.values }}
        errors={errors}
        hidden={{ versionNo: String(shown.values?.['versionNo'] ?? newest) }}
      >
        <WordingFields template={view.template} prefix={FIELD} vocabulary={vocabulary} lang={lang} />
        <TextAreaField name="reason" label={words.reason} rows={2} />
        <FormButtons verb={words.keep} cancelHref={at}>
          <Button variant="secondary" formAction={`${at}/xem-thu`}>
            {words.tryOut}
          </Button>
        </FormButtons>
      </Form>
      <PlaceList vocabulary={vocabulary} lang={lang} />
    </>,
  )
}

/** What was typed as a wording, or what is wrong with it beside its fields. */
function readTyped(
  request: OfficeRequest,
  template: PaperTemplate,
): { template: PaperTemplate } | { errors: FormErrors } {
  const { lang, form } = request
  const words = wordingWords[lang]
  const typed = Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) =>
      name.startsWith(FIELD) ? [[name.slice(FIELD.length), String(value ?? '')]] : [],
    ),
  )
  const edited = editTemplate(template, typed)
  if ('wrong' in edited) {
    const wrong = Object.entries(edited.wrong).map(([path, code]) => [
      path === '' ? '' : FIELD + path,
      path === '' ? words.notReadable : inputSentence(lang, code),
    ])
    return { errors: Object.fromEntries(wrong) as FormErrors }
  }
  const vocabulary = vocabularyOf(template.about)
  const paths = wordingFields(template).map(({ path }) => path)
  const errors: Record<string, string> = {}
  for (const problem of checkTemplate(edited.draft, vocabulary)) {
    const field = fieldOfPath(paths, problem.path)
    errors[field === null ? '' : FIELD + field] ??= problemSentence(problem, lang)
  }
  const [last] = checkTemplate(edited.template, vocabulary)
  if (last && Object.keys(errors).length === 0) errors[''] = problemSentence(last, lang)
  return Object.keys(errors).length > 0 ? { errors } : { template: edited.template }
}

function problemSentence({ code, name, sentence }: TemplateProblem, lang: Lang): string {
  const words = wordingWords[lang].problems
  return code === 'braces' ? words.braces(sentence) : words[code](name)
}

/** POST /quan-tri/mau-van-ban/:mau/xem-thu – the wording as typed, filled with samples; nothing is kept. */
export async function tryWording(request: OfficeRequest): Promise<OfficeReply> {
  const view = await loadWording(request)
  const reading = readTyped(request, view.template)
  const values = request.form as FormValues
  if ('errors' in reading) return editPage(request, view, { values, errors: reading.errors, status: 422 })
  return editPage(request, view, { values, tried: reading.template, status: 200 })
}

/** POST /quan-tri/mau-van-ban/:mau/sua */
export async function postEditWording(request: OfficeRequest): Promise<OfficeReply> {
  const view = await loadWording(request)
  const reading = readTyped(request, view.template)
  if ('errors' in reading)
    return editPage(request, view, { values: request.form as FormValues, errors: reading.errors, status: 422 })
  const { versionNo, reason } = request.form
  return submitForm(request, keepWording, {
    input: { ...view.key, versionNo, reason, wording: JSON.stringify(reading.template) },
    onDone: (kept) =>
      redirectTo(wordingLink(request, view), wordingWords[request.lang].done.kept(String(kept.versionNo))),
    onRefused: ({ values, errors, status }) => editPage(request, view, { values, errors, status }),
  })
}
