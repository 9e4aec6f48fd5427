import { dropWording } from '../../../papers/keep-wording.ts'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { wordingWords } from '../../words/wording-words.ts'
import { formPage } from '../form-page.tsx'
import { redirectTo } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { wordingLink, wordingTrail } from './wording-page.tsx'
import { loadWording, wordingName } from './wording-view.ts'

/** GET /quan-tri/mau-van-ban/:mau/tro-lai */
export async function showDropWording(
  request: OfficeRequest,
  refused: RefusedForm | null = null,
): Promise<OfficeReply> {
  const words = wordingWords[request.lang]
  const view = await loadWording(request)
  const at = wordingLink(request, view)
  return formPage(request, {
    ...{ title: words.goBack, active: 'administration', trail: wordingTrail(request, view) },
    ...{ kicker: wordingName(view.key, request.lang), meta: words.goBackHelp, action: `${at}/tro-lai`, refused },
    ...{ verb: words.goBack, cancelHref: at },
    children: <TextAreaField name="reason" label={words.why} required rows={3} />,
  })
}

/** POST /quan-tri/mau-van-ban/:mau/tro-lai */
export async function postDropWording(request: OfficeRequest): Promise<OfficeReply> {
  const view = await loadWording(request)
  return submitForm(request, dropWording, {
    input: { ...view.key, versionNo: view.versions[0]?.versionNo ?? 0, reason: request.form['reason'] },
    onDone: () => redirectTo(wordingLink(request, view), wordingWords[request.lang].done.dropped),
    onRefused: (refused) => showDropWording(request, refused),
  })
}
