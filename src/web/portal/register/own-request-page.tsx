import { findOwnRequest, type OwnRequest } from '../../../own-record/own-register-store.ts'
import { NotFound } from '../../../platform/errors.ts'
import { derivedToken, hashOfToken, isSecretToken } from '../../../platform/secret-token.ts'
import { withdrawOwnRequest } from '../../../procedures/sign-request.ts'
import { Button } from '../../kit/button.tsx'
import { Form } from '../../kit/form.tsx'
import type { FormErrors } from '../../kit/form-state.ts'
import { formatNumber } from '../../words/format-values.ts'
import { registerWords } from '../../words/register-words.ts'
import { portalChange } from '../portal-change.ts'
import { PortalPage } from '../portal-page.tsx'
import { type PortalReply, type PortalRequest, portalPage } from '../portal-route.ts'
import { qrImage } from '../qr-image.ts'

/** Who asked can show the address to sign by; who signs cannot find the other. */
export function signToken(token: string): string {
  return derivedToken(token, 'sign')
}

/** The request that the secret of the address opens, as who asked or as who signs; NotFound for any other. */
export async function requestOf(request: PortalRequest, by: 'tokenHash' | 'signTokenHash') {
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
      {open ? <p class="lead">{words.askedThanks}</p> : null}
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

/** How many have signed, and of how many must where the law counts the voters. */
export function Signers({ asked, lang }: { asked: OwnRequest; lang: PortalRequest['lang'] }) {
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
