import { findOwnSpeech } from '../../../own-record/own-register-store.ts'
import { NotFound } from '../../../platform/errors.ts'
import { derivedToken, hashOfToken, isSecretToken } from '../../../platform/secret-token.ts'
import { registerToSpeak } from '../../../procedures/register-on-portal.ts'
import { findSpeakableDialogue } from '../../../procedures/speakable-dialogue-store.ts'
import { withdrawOwnSpeech } from '../../../procedures/withdraw-own-speech.ts'
import { Button } from '../../kit/button.tsx'
import { Form } from '../../kit/form.tsx'
import type { FormErrors } from '../../kit/form-state.ts'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { dataNotice } from '../../words/data-notice-words.ts'
import { formatNumber, formatWeekday } from '../../words/format-values.ts'
import { registerWords } from '../../words/register-words.ts'
import { formSecret, keyOfSecret } from '../form-secret.ts'
import { portalChange } from '../portal-change.ts'
import { PortalPage } from '../portal-page.tsx'
import { requirePassage } from '../portal-passage.ts'
import { type PortalReply, type PortalRequest, portalId, portalPage } from '../portal-route.ts'
import { qrImage } from '../qr-image.ts'
import { AgreeFields } from './agree-fields.tsx'

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
        <TextField
          name="phone"
          label={words.phone}
          help={words.phoneHelp}
          type="tel"
          inputMode="tel"
          autocomplete="tel"
          narrow
        />
        <TextField
          name="email"
          label={words.email}
          type="email"
          inputMode="email"
          autocomplete="email"
          spellcheck={false}
        />
        <AgreeFields request={request} />
        <p class="form-buttons">
          <Button>{words.speakVerb}</Button>
        </p>
      </Form>
    </PortalPage>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** POST /hoi-nghi/:id/dang-ky-phat-bieu */
export async function postSpeak(request: PortalRequest): Promise<PortalReply> {
  const { id } = await speakable(request)
  const { form, lang, authority } = request
  await requirePassage(request, [
    { limit: 'send by address', of: request.clientAddress },
    { limit: 'send to authority', of: String(authority.id) },
  ])
  if (form['agree'] === undefined) return speakPage(request, { agree: registerWords[lang].agreeNeeded })
  const secret = formSecret(request)
  const token = derivedToken(secret, 'speech')
  const { lines: _, ...notice } = dataNotice(lang, authority.name)
  const { speakerName, village, content, phone, email } = form
  return portalChange(request, registerToSpeak, {
    key: keyOfSecret(secret),
    input: { id, speakerName, village, content, phone, email, notice, tokenHash: hashOfToken(token) },
    onDone: () => ({ kind: 'redirect', to: request.link(`/phat-bieu/${token}`) }),
    onRefused: (errors) => speakPage(request, errors),
  })
}

/** The registration of the secret in the address; NotFound for any other. */
async function ownSpeech(request: PortalRequest) {
  const token = request.params['token'] ?? ''
  const found = isSecretToken(token) ? await findOwnSpeech(request.db, request.authority.id, hashOfToken(token)) : null
  if (!found) throw new NotFound('speech-registration')
  return { token, speech: found }
}

/** GET /phat-bieu/:token: the place in the order, and taking it back. */
export async function showOwnSpeech(request: PortalRequest): Promise<PortalReply> {
  return ownSpeechPage(request, {})
}

async function ownSpeechPage(request: PortalRequest, errors: FormErrors): Promise<PortalReply> {
  const { token, speech } = await ownSpeech(request)
  const { lang, chrome, origin } = request
  const words = registerWords[lang]
  const registered = speech.state === 'registered'
  const when = speech.heldOn ? formatWeekday(speech.heldOn, lang) : ''
  const path = request.link(`/phat-bieu/${token}`)
  return portalPage(
    <PortalPage chrome={chrome} title={words.speakTitle} active="dialogues" width="narrow">
      <h1>{registered ? words.placeTitle : words.speechStates[speech.state as 'spoken']}</h1>
      <p class="lead">
        <strong>{speech.title}</strong>
        <br />
        {words.at(when, speech.startsAt ?? '', speech.venue)}
      </p>
      {registered ? (
        <>
          <p class="place">{words.place(formatNumber(speech.place, lang))}</p>
          <p>{words.placeHelp}</p>
          <p>
            <img src={await qrImage(`${origin}${path}`)} alt={words.qrAlt} width="140" height="140" />
          </p>
        </>
      ) : null}
      <blockquote class="said">{speech.content}</blockquote>
      <p>
        {words.raiseToo} <a href={request.link(`/gui-kien-nghi?hoi-nghi=${speech.dialogueId}`)}>{words.raiseLink}</a>
      </p>
      {registered ? (
        <Form action={path} errors={errors} draft={false}>
          <Button variant="secondary">{words.takeBack}</Button>
        </Form>
      ) : null}
    </PortalPage>,
    Object.keys(errors).length > 0 ? 409 : 200,
  )
}

/** POST /phat-bieu/:token: takes the registration back. */
export async function postOwnSpeech(request: PortalRequest): Promise<PortalReply> {
  const { token } = await ownSpeech(request)
  return portalChange(request, withdrawOwnSpeech, {
    input: { tokenHash: hashOfToken(token) },
    onDone: () => ({ kind: 'redirect', to: request.link(`/phat-bieu/${token}`) }),
    onRefused: (errors) => ownSpeechPage(request, errors),
  })
}
