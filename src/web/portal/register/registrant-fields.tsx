import { Button } from '../../kit/button.tsx'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { dataNotice } from '../../words/data-notice-words.ts'
import { registerWords } from '../../words/register-words.ts'
import { EmailField } from '../email-field.tsx'
import type { PortalRequest } from '../portal-route.ts'

/** How somebody who registers is reached, the consent, and Send. */
export function RegistrantFields(props: { request: PortalRequest; phoneHelp: string; verb: string }) {
  const { request, phoneHelp, verb } = props
  const words = registerWords[request.lang]
  return (
    <>
      <TextField
        name="phone"
        label={words.phone}
        help={phoneHelp}
        type="tel"
        inputMode="tel"
        autocomplete="tel"
        narrow
      />
      <EmailField name="email" label={words.email} />
      <AgreeFields request={request} />
      <p class="form-buttons">
        <Button>{verb}</Button>
      </p>
    </>
  )
}

/** The notice on personal data and the box under it; never ticked beforehand. */
export function AgreeFields({ request }: { request: PortalRequest }) {
  const words = registerWords[request.lang]
  return (
    <>
      <section class="data-notice" aria-labelledby="thong-bao">
        <h2 id="thong-bao">{words.notice}</h2>
        {dataNotice(request.lang, request.authority.name).lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </section>
      <CheckboxField name="agree" label={words.agree} required />
    </>
  )
}
