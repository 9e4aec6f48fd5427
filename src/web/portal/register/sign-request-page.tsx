import { hashOfToken } from '../../../platform/secret-token.ts'
import { signRequest } from '../../../procedures/sign-request.ts'
import { Button } from '../../kit/button.tsx'
import { Form } from '../../kit/form.tsx'
import type { FormErrors } from '../../kit/form-state.ts'
import { TextField } from '../../kit/text-field.tsx'
import { registerWords } from '../../words/register-words.ts'
import { portalChange } from '../portal-change.ts'
import { PortalPage } from '../portal-page.tsx'
import { requirePassage } from '../portal-passage.ts'
import { type PortalReply, type PortalRequest, portalPage, portalQuery } from '../portal-route.ts'
import { requestOf, Signers } from './own-request-page.tsx'
import { consentOf } from './registrant.ts'
import { AgreeFields } from './registrant-fields.tsx'

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
        <>
          <p>{words.signLead}</p>
          <Form action={request.link(`/cung-ky/${token}`)} values={request.form} errors={errors}>
            <TextField name="name" label={words.signName} autocomplete="name" spellcheck={false} required />
            <TextField name="village" label={words.village} spellcheck={false} />
            <TextField name="contact" label={words.signContact} spellcheck={false} required />
            <AgreeFields request={request} />
            <p class="form-buttons">
              <Button>{words.signVerb}</Button>
            </p>
          </Form>
        </>
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
    input: { name, village, contact, ...consentOf(request), signTokenHash: hashOfToken(token) },
    onDone: () => ({ kind: 'redirect', to: request.link(`/cung-ky/${token}?xong=1`) }),
    onRefused: (errors) => signPage(request, errors),
  })
}
