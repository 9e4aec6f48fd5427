import { findOwnRequest, votersNeeded } from '../../../own-record/own-register-store.ts'
import { NotFound } from '../../../platform/errors.ts'
import { derivedToken, hashOfToken, isSecretToken } from '../../../platform/secret-token.ts'
import { askForDialogue } from '../../../procedures/register-on-portal.ts'
import { signRequest, withdrawOwnRequest } from '../../../procedures/sign-request.ts'
import { Button } from '../../kit/button.tsx'
import { Form } from '../../kit/form.tsx'
import type { FormErrors } from '../../kit/form-state.ts'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { dataNotice } from '../../words/data-notice-words.ts'
import { formatNumber } from '../../words/format-values.ts'
import { registerWords } from '../../words/register-words.ts'
import { formSecret, keyOfSecret } from '../form-secret.ts'
import { portalChange } from '../portal-change.ts'
import { PortalPage } from '../portal-page.tsx'
import { requirePassage } from '../portal-passage.ts'
import { type PortalReply, type PortalRequest, portalPage, portalQuery } from '../portal-route.ts'
import { qrImage } from '../qr-image.ts'
import { AgreeFields } from './agree-fields.tsx'

const ASK = '/yeu-cau-doi-thoai'

/** GET /yeu-cau-doi-thoai */
export async function showAsk(request: PortalRequest): Promise<PortalReply> {
  return askPage(request, {})
}

async function askPage(request: PortalRequest, errors: FormErrors): Promise<PortalReply> {
  const { lang, chrome, db, authority } = request
  const words = registerWords[lang]
  const rule = await votersNeeded(db, authority.id)
  const kinds = Object.entries(words.askKinds).map(([value, label]) => ({ value, label }))
  return portalPage(
    <PortalPage
      chrome={chrome}
      title={words.askTitle}
      active="raise"
      width="narrow"
      script={chrome.assets.portalScript}
    >
      <h1>{words.askTitle}</h1>
      <p class="lead">{words.askLead}</p>
      <p>{rule ? words.askLaw(formatNumber(rule.needed, lang), formatNumber(rule.voters, lang)) : words.askLawPlain}</p>
      <Form action={request.link(ASK)} values={request.form} errors={errors} idempotencyKey={formSecret(request)}>
        <TextAreaField name="content" label={words.askContent} maxLength={5000} required />
        <RadioGroupField name="requesterKind" label={words.askKind} choices={kinds} required />
        <TextField name="requesterName" label={words.askName} autocomplete="name" spellcheck={false} required />
        <TextField name="village" label={words.village} spellcheck={false} />
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
          <Button>{words.askVerb}</Button>
        </p>
      </Form>
    </PortalPage>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

const passage = (request: PortalRequest) =>
  requirePassage(request, [
    { limit: 'send by address', of: request.clientAddress },
    { limit: 'send to authority', of: String(request.authority.id) },
  ])

/** POST /yeu-cau-doi-thoai: a line of the register of requests, with two secrets: one's own, and the one to sign by. */
export async function postAsk(request: PortalRequest): Promise<PortalReply> {
  const { form, lang, authority } = request
  await passage(request)
  if (form['agree'] === undefined) return askPage(request, { agree: registerWords[lang].agreeNeeded })
  const secret = formSecret(request)
  const token = derivedToken(secret, 'request')
  const { lines: _, ...notice } = dataNotice(lang, authority.name)
  const { requesterKind, requesterName, village, content, phone, email } = form
  const typed = { requesterKind, requesterName, village, content, phone, email, notice }
  return portalChange(request, askForDialogue, {
    key: keyOfSecret(secret),
    input: { ...typed, tokenHash: hashOfToken(token), signTokenHash: hashOfToken(signToken(token)) },
    onDone: () => ({ kind: 'redirect', to: request.link(`/yeu-cau/${token}`) }),
    onRefused: (errors) => askPage(request, errors),
  })
}

/** Who asked can show the address to sign by; who signs cannot find the other. */
function signToken(token: string): string {
  return derivedToken(token, 'sign')
}

async function requestOf(request: PortalRequest, by: 'tokenHash' | 'signTokenHash') {
  const token = request.params['token'] ?? ''
  const found = isSecretToken(token)
    ? await findOwnRequest(request.db, request.authority.id, by, hashOfToken(token))
    : null
  if (!found) throw new NotFound('dialogue-request')
  return { token, asked: found }
}

/** GET /yeu-cau/:token: how far it is, how many have signed, and the address to sign by. */
export async function showOwnRequest(request: PortalRequest): Promise<PortalReply> {
  return ownRequestPage(request, {})
}

async function ownRequestPage(request: PortalRequest, errors: FormErrors): Promise<PortalReply> {
  const { token, asked } = await requestOf(request, 'tokenHash')
  const { lang, chrome, origin } = request
  const words = registerWords[lang]
  const open = asked.state === 'received'
  const signPath = request.link(`/cung-ky/${signToken(token)}`)
  return portalPage(
    <PortalPage chrome={chrome} title={words.askedTitle} active="raise" width="narrow">
      <h1>{words.askedTitle}</h1>
      <p class="lead">{open ? words.askedThanks : words.requestStates[asked.state as 'accepted']}</p>
      <p>
        <strong>{words.requestStates[asked.state as 'received']}</strong>
        {asked.decisionReason ? `. ${words.reason}: ${asked.decisionReason}` : ''}
      </p>
      <blockquote class="said">{asked.content}</blockquote>
      <Signers asked={asked} lang={lang} />
      {open ? (
        <>
          <h2>{words.signLink}</h2>
          <p>
            <a class="receipt-link" href={signPath}>{`${origin}${signPath}`}</a>
          </p>
          <p>
            <img src={await qrImage(`${origin}${signPath}`)} alt={words.signTitle} width="140" height="140" />
          </p>
          <Form action={request.link(`/yeu-cau/${token}`)} errors={errors} draft={false}>
            <Button variant="secondary">{words.requestBack}</Button>
          </Form>
        </>
      ) : null}
    </PortalPage>,
    Object.keys(errors).length > 0 ? 409 : 200,
  )
}

function Signers({
  asked,
  lang,
}: {
  asked: { signers: number; needed: number | null; requesterKind: string }
  lang: PortalRequest['lang']
}) {
  const words = registerWords[lang]
  const count = formatNumber(asked.signers, lang)
  const rule = asked.needed !== null && asked.requesterKind === 'voters'
  return <p class="place">{rule ? words.signersOf(count, formatNumber(asked.needed!, lang)) : words.signers(count)}</p>
}

/** POST /yeu-cau/:token: who asked takes it back. */
export async function postOwnRequest(request: PortalRequest): Promise<PortalReply> {
  const { token } = await requestOf(request, 'tokenHash')
  return portalChange(request, withdrawOwnRequest, {
    input: { tokenHash: hashOfToken(token) },
    onDone: () => ({ kind: 'redirect', to: request.link(`/yeu-cau/${token}`) }),
    onRefused: (errors) => ownRequestPage(request, errors),
  })
}

/** GET /cung-ky/:token: what is asked, how many have signed, and signing. */
export async function showSign(request: PortalRequest): Promise<PortalReply> {
  return signPage(request, {})
}

async function signPage(request: PortalRequest, errors: FormErrors): Promise<PortalReply> {
  const { token, asked } = await requestOf(request, 'signTokenHash')
  const { lang, chrome } = request
  const words = registerWords[lang]
  return portalPage(
    <PortalPage chrome={chrome} title={words.signTitle} active="raise" width="narrow">
      <h1>{words.signTitle}</h1>
      {portalQuery(request, 'xong') ? (
        <p class="done-note" role="status">
          {words.signed}
        </p>
      ) : null}
      <blockquote class="said">{asked.content}</blockquote>
      <Signers asked={asked} lang={lang} />
      {asked.state === 'received' ? (
        <Form action={request.link(`/cung-ky/${token}`)} values={request.form} errors={errors}>
          <p>{words.signLead}</p>
          <TextField name="name" label={words.signName} autocomplete="name" spellcheck={false} required />
          <TextField name="village" label={words.village} spellcheck={false} />
          <TextField name="contact" label={words.signContact} spellcheck={false} required />
          <p class="form-buttons">
            <Button>{words.signVerb}</Button>
          </p>
        </Form>
      ) : (
        <p>{words.over}</p>
      )}
    </PortalPage>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** POST /cung-ky/:token */
export async function postSign(request: PortalRequest): Promise<PortalReply> {
  const { token } = await requestOf(request, 'signTokenHash')
  await requirePassage(request, [{ limit: 'act by address', of: request.clientAddress }])
  const { name, village, contact } = request.form
  return portalChange(request, signRequest, {
    input: { name, village, contact, signTokenHash: hashOfToken(token) },
    onDone: () => ({ kind: 'redirect', to: request.link(`/cung-ky/${token}?xong=1`) }),
    onRefused: (errors) => signPage(request, errors),
  })
}
