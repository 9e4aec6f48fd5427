import { NotFound } from '../../../platform/errors.ts'
import { secondPetition } from '../../../procedures/second-petition.ts'
import { findSecondable } from '../../../public-record/similar-entry-store.ts'
import { Button } from '../../kit/button.tsx'
import { Form } from '../../kit/form.tsx'
import type { FormErrors } from '../../kit/form-state.ts'
import { TextField } from '../../kit/text-field.tsx'
import { formatNumber } from '../../words/format-values.ts'
import { secondWords } from '../../words/second-words.ts'
import { portalChange } from '../portal-change.ts'
import { PortalPage } from '../portal-page.tsx'
import { requirePassage } from '../portal-passage.ts'
import { type PortalReply, type PortalRequest, portalId, portalPage, portalQuery } from '../portal-route.ts'

/** GET /ket-qua/:id/cung-kien-nghi: the published petition, and asking for the same. */
export async function showSecond(request: PortalRequest): Promise<PortalReply> {
  return secondPage(request, {})
}

async function secondPage(request: PortalRequest, errors: FormErrors): Promise<PortalReply> {
  const { db, authority, lang, chrome, form } = request
  const entry = await findSecondable(db, authority.id, portalId(request))
  if (!entry) throw new NotFound('petition')
  const words = secondWords[lang]
  const done = portalQuery(request, 'xong') !== ''
  return portalPage(
    <PortalPage chrome={chrome} title={words.title} active="results" width="narrow">
      <h1>{words.title}</h1>
      {done ? (
        <p class="done-note" role="status">
          {words.done}
        </p>
      ) : null}
      <blockquote class="said">{entry.content}</blockquote>
      {entry.seconded > 0 ? <p>{words.count(formatNumber(entry.seconded, lang))}</p> : null}
      {done ? null : (
        <Form action={request.link(`/ket-qua/${entry.id}/cung-kien-nghi`)} values={form} errors={errors} draft={false}>
          <p>{words.lead}</p>
          <TextField name="contact" label={words.contact} help={words.contactHelp} spellcheck={false} required />
          <p class="form-buttons">
            <Button>{words.verb}</Button>
          </p>
        </Form>
      )}
      <p>
        <a href={request.link(`/ket-qua/${entry.id}`)}>{words.back}</a>
      </p>
    </PortalPage>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** POST /ket-qua/:id/cung-kien-nghi */
export async function postSecond(request: PortalRequest): Promise<PortalReply> {
  const entryId = portalId(request)
  await requirePassage(request, [{ limit: 'act by address', of: request.clientAddress }])
  return portalChange(request, secondPetition, {
    input: { entryId, contact: request.form['contact'] },
    onDone: () => ({ kind: 'redirect', to: request.link(`/ket-qua/${entryId}/cung-kien-nghi?xong=1`) }),
    onRefused: (errors) => secondPage(request, errors),
  })
}
