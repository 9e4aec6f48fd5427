import { getPublication } from '../../../publications/publication-store.ts'
import { takeBack } from '../../../publications/take-back.ts'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { publicationWords } from '../../words/publication-words.ts'
import { formPage } from '../form-page.tsx'
import { redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { PUBLICATIONS } from './publication-list-page.tsx'

/** GET /cong-khai/ban/:id/rut: why a copy is taken back. */
export async function showTakeBack(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const { lang, link } = request
  const words = publicationWords[lang]
  await getPublication(request.db, request.authority.id, idParam(request))
  return formPage(request, {
    ...{ title: words.takeBackTitle, active: 'publications', verb: words.takeBack, danger: true, refused },
    trail: [{ href: link(PUBLICATIONS), label: words.title }],
    action: link(`${PUBLICATIONS}/ban/${idParam(request)}/rut`),
    cancelHref: link(PUBLICATIONS),
    children: <TextAreaField name="reason" label={words.takeBackReason} rows={3} required />,
  })
}

/** POST /cong-khai/ban/:id/rut */
export async function postTakeBack(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, takeBack, {
    onDone: () => redirectTo(request.link(PUBLICATIONS), publicationWords[request.lang].takenBackFlash),
    onRefused: (refused) => showTakeBack(request, refused),
  })
}
