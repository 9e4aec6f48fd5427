import { revokeApiKey } from '../../../access/api-key-changes.ts'
import { findApiKey } from '../../../access/api-key-store.ts'
import { NotFound } from '../../../platform/errors.ts'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { apiWords } from '../../words/api-words.ts'
import { formPage } from '../form-page.tsx'
import { redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { KEYS } from './key-list-page.tsx'

/** GET /quan-tri/khoa/:id/thu-hoi */
export async function showRevokeKey(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const words = apiWords[request.lang]
  const key = await findApiKey(request.db, request.authority.id, idParam(request))
  if (!key) throw new NotFound('api-key')
  return formPage(request, {
    title: words.revokeKey(key.name),
    active: 'administration',
    trail: [{ href: request.link(KEYS), label: words.keys }],
    meta: words.revokeHelp,
    action: request.link(`${KEYS}/${key.id}/thu-hoi`),
    version: key.version,
    refused,
    verb: words.revoke,
    danger: true,
    cancelHref: request.link(KEYS),
    children: <TextAreaField name="reason" label={words.reason} rows={3} required />,
  })
}

/** POST /quan-tri/khoa/:id/thu-hoi */
export async function postRevokeKey(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, revokeApiKey, {
    onDone: () => redirectTo(request.link(KEYS), apiWords[request.lang].done),
    onRefused: (refused) => showRevokeKey(request, refused),
  })
}
