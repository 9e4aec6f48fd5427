import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { dataNotice } from '../../words/data-notice-words.ts'
import { registerWords } from '../../words/register-words.ts'
import type { PortalRequest } from '../portal-route.ts'

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
