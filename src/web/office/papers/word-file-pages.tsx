import { findPaperSheet } from '../../../documents/paper-sheet-store.ts'
import { isKeptDraft, textStanding } from '../../../procedures/kept-text.ts'
import { wordFileOf } from '../../../procedures/paper-text.ts'
import { dropWordFile, takeWordFile } from '../../../procedures/take-word-file.ts'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { FileField } from '../../kit/file-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { documentWords } from '../../words/document-words.ts'
import { formatWhen } from '../../words/format-values.ts'
import { sheetWords } from '../../words/sheet-words.ts'
import { inputWithUploads } from '../documents/paper-act-routes.tsx'
import { loadPaper, PAPERS } from '../documents/paper-view.tsx'
import { formPage } from '../form-page.tsx'
import { redirectTo } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { FROM_DATA } from './paper-output.ts'

/** GET /van-ban/:id/ban-word */
export async function showTakeWord(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const words = sheetWords[request.lang]
  const place = await placeOf(request)
  const now = await wordFileOf(request.db, request.authority.id, place.stored)
  return formPage(request, {
    ...place,
    title: words.takeWord,
    meta: words.takeWordHelp,
    action: `${place.cancelHref}/ban-word`,
    refused,
    verb: words.takeWord,
    version: textStanding(place.paper, place.stored),
    multipart: true,
    children: (
      <>
        {now ? <p>{words.wordStands(now.name, formatWhen(now.uploadedAt, request.lang))}</p> : null}
        {isKeptDraft(place.paper) ? (
          <p class="my-3">
            <a href={`${place.cancelHref}/van-ban.docx?ban=${FROM_DATA}`}>{words.keptFresh}</a>
          </p>
        ) : null}
        <FileField
          name="file"
          label={words.wordFile}
          accept=".docx"
          kinds="DOCX"
          maxSize={documentWords[request.lang].maxSize}
          required
        />
        {refused?.errors['anyway'] ? <CheckboxField name="anyway" label={words.anyway} /> : null}
      </>
    ),
  })
}

/** POST /van-ban/:id/ban-word */
export async function postTakeWord(request: OfficeRequest): Promise<OfficeReply> {
  const { cancelHref } = await placeOf(request)
  return submitForm(request, takeWordFile(request.runtime.files), {
    input: inputWithUploads(request, ['file']),
    onDone: () => redirectTo(cancelHref, sheetWords[request.lang].done.wordTaken),
    onRefused: (refused) => showTakeWord(request, refused),
  })
}

/** GET /van-ban/:id/bo-ban-word */
export async function showDropWord(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const words = sheetWords[request.lang]
  const place = await placeOf(request)
  return formPage(request, {
    ...place,
    title: words.dropWord,
    action: `${place.cancelHref}/bo-ban-word`,
    refused,
    verb: words.dropWord,
    children: <TextAreaField name="reason" label={words.reason} required rows={3} />,
  })
}

/** POST /van-ban/:id/bo-ban-word */
export async function postDropWord(request: OfficeRequest): Promise<OfficeReply> {
  const { cancelHref } = await placeOf(request)
  return submitForm(request, dropWordFile, {
    onDone: () => redirectTo(cancelHref, sheetWords[request.lang].done.wordDropped),
    onRefused: (refused) => showDropWord(request, refused),
  })
}

async function placeOf(request: OfficeRequest) {
  const { paper } = await loadPaper(request)
  const cancelHref = request.link(`${PAPERS}/${paper.id}`)
  const trail = [
    { href: request.link(PAPERS), label: documentWords[request.lang].papers },
    { href: cancelHref, label: paper.title },
  ]
  const stored = await findPaperSheet(request.db, request.authority.id, paper.id)
  return { active: 'dossiers', trail, cancelHref, paper, stored }
}
