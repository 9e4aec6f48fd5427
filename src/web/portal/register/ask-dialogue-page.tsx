import { votersNeeded } from '../../../own-record/own-register-store.ts'
import { derivedToken, hashOfToken } from '../../../platform/secret-token.ts'
import { askForDialogue } from '../../../procedures/register-on-portal.ts'
import { Form } from '../../kit/form.tsx'
import type { FormErrors } from '../../kit/form-state.ts'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { formatNumber } from '../../words/format-values.ts'
import { registerWords } from '../../words/register-words.ts'
import { formSecret, keyOfSecret } from '../form-secret.ts'
import { portalChange } from '../portal-change.ts'
import { PortalPage } from '../portal-page.tsx'
import { type PortalReply, type PortalRequest, portalPage } from '../portal-route.ts'
import { signToken } from './own-request-page.tsx'
import { registrantOf } from './registrant.ts'
import { RegistrantFields } from './registrant-fields.tsx'

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
        <RegistrantFields request={request} phoneHelp={words.askPhoneHelp} verb={words.askVerb} />
      </Form>
    </PortalPage>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** POST /yeu-cau-doi-thoai: a line of the register of requests, with two secrets: one's own, and the one to sign by. */
export async function postAsk(request: PortalRequest): Promise<PortalReply> {
  const { secret, registrant } = await registrantOf(request)
  const token = derivedToken(secret, 'request')
  const { requesterKind, requesterName, content } = request.form
  return portalChange(request, askForDialogue, {
    key: keyOfSecret(secret),
    input: {
      ...{ ...registrant, requesterKind, requesterName, content },
      ...{ tokenHash: hashOfToken(token), signTokenHash: hashOfToken(signToken(token)) },
    },
    onDone: () => ({ kind: 'redirect', to: request.link(`/yeu-cau/${token}`) }),
    onRefused: (errors) => askPage(request, errors),
  })
}
