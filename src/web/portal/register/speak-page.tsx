import { NotFound } from '../../../platform/errors.ts'
import { derivedToken, hashOfToken } from '../../../platform/secret-token.ts'
import { registerToSpeak } from '../../../procedures/register-on-portal.ts'
import { findSpeakableDialogue } from '../../../procedures/speakable-dialogue-store.ts'
import { Form } from '../../kit/form.tsx'
import type { FormErrors } from '../../kit/form-state.ts'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { formatWeekday } from '../../words/format-values.ts'
import { registerWords } from '../../words/register-words.ts'
import { formSecret, keyOfSecret } from '../form-secret.ts'
import { portalChange } from '../portal-change.ts'
import { PortalPage } from '../portal-page.tsx'
import { type PortalReply, type PortalRequest, portalId, portalPage } from '../portal-route.ts'
import { registrantOf } from './registrant.ts'
import { RegistrantFields } from './registrant-fields.tsx'

async function speakable(request: PortalRequest) {
  const found = await findSpeakableDialogue(request.db, request.authority.id, portalId(request), request.today)
  if (!found) throw new NotFound('dialogue')
  return found
}

/** GET /hoi-nghi/:id/dang-ky-phat-bieu */
export async function showSpeak(request: PortalRequest): Promise<PortalReply> {
  return speakPage(request, {})
}

async function speakPage(request: PortalRequest, errors: FormErrors): Promise<PortalReply> {
  const dialogue = await speakable(request)
  const { lang, chrome } = request
  const words = registerWords[lang]
  const when = dialogue.heldOn ? formatWeekday(dialogue.heldOn, lang) : ''
  return portalPage(
    <PortalPage
      chrome={chrome}
      title={words.speakTitle}
      active="dialogues"
      width="narrow"
      script={chrome.assets.portalScript}
    >
      <h1>{words.speakTitle}</h1>
      <p class="lead">
        <strong>{dialogue.title}</strong>
        <br />
        {words.at(when, dialogue.startsAt ?? '', dialogue.venue)}
      </p>
      <p>{words.speakLead}</p>
      <Form
        action={request.link(`/hoi-nghi/${dialogue.id}/dang-ky-phat-bieu`)}
        values={request.form}
        errors={errors}
        idempotencyKey={formSecret(request)}
      >
        <TextField name="speakerName" label={words.speaker} autocomplete="name" spellcheck={false} required />
        <TextField name="village" label={words.village} spellcheck={false} />
        <TextAreaField name="content" label={words.content} help={words.contentHelp} maxLength={5000} required />
        <RegistrantFields request={request} phoneHelp={words.phoneHelp} verb={words.speakVerb} />
      </Form>
    </PortalPage>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** POST /hoi-nghi/:id/dang-ky-phat-bieu */
export async function postSpeak(request: PortalRequest): Promise<PortalReply> {
  const { id } = await speakable(request)
  const { secret, registrant } = await registrantOf(request)
  const token = derivedToken(secret, 'speech')
  const { speakerName, content } = request.form
  return portalChange(request, registerToSpeak, {
    key: keyOfSecret(secret),
    input: { ...registrant, id, speakerName, content, tokenHash: hashOfToken(token) },
    onDone: () => ({ kind: 'redirect', to: request.link(`/phat-bieu/${token}`) }),
    onRefused: (errors) => speakPage(request, errors),
  })
}
