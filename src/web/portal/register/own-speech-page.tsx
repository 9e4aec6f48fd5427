import { findOwnSpeech } from '../../../own-record/own-register-store.ts'
import { NotFound } from '../../../platform/errors.ts'
import { hashOfToken, isSecretToken } from '../../../platform/secret-token.ts'
import { withdrawOwnSpeech } from '../../../procedures/withdraw-own-speech.ts'
import { Button } from '../../kit/button.tsx'
import { Form } from '../../kit/form.tsx'
import type { FormErrors } from '../../kit/form-state.ts'
import { formatNumber, formatWeekday } from '../../words/format-values.ts'
import { registerWords } from '../../words/register-words.ts'
import { portalChange } from '../portal-change.ts'
import { PortalPage } from '../portal-page.tsx'
import { type PortalReply, type PortalRequest, portalPage } from '../portal-route.ts'
import { qrImage } from '../qr-image.ts'

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
