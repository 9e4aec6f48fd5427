import { findOwnSubmission, listOwnPetitions } from '../../../own-record/own-submission-store.ts'
import { formatDay } from '../../../platform/day.ts'
import { hashOfCode, readTypedCode } from '../../../platform/secret-token.ts'
import { Button } from '../../kit/button.tsx'
import { Form } from '../../kit/form.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { followWords } from '../../words/follow-words.ts'
import { PortalPage } from '../portal-page.tsx'
import { requirePassage } from '../portal-passage.ts'
import { type PortalReply, type PortalRequest, portalPage } from '../portal-route.ts'
import { holdWord, stateWord } from './follow-state.tsx'

/** GET /theo-doi: the field for the short code of a receipt. */
export async function showFollowCode(request: PortalRequest): Promise<PortalReply> {
  return codePage(request, '', null)
}

function codePage(request: PortalRequest, typed: string, error: string | null): PortalReply {
  const words = followWords[request.lang]
  return portalPage(
    <PortalPage chrome={request.chrome} title={words.title} active="follow" width="narrow">
      <h1>{words.codeTitle}</h1>
      <p class="lead">{words.codeLead}</p>
      <Form
        action={request.link('/theo-doi')}
        values={{ code: typed }}
        errors={error ? { code: error } : {}}
        draft={false}
      >
        <TextField
          name="code"
          label={words.code}
          help={words.codeHelp}
          autocomplete="off"
          spellcheck={false}
          narrow
          required
        />
        <p class="form-buttons">
          <Button>{words.look}</Button>
        </p>
      </Form>
      <p>{words.lost}</p>
      <p>
        <a href={request.link('/kiem-tra-bien-nhan')}>{words.checkTitle}</a>
      </p>
    </PortalPage>,
    error ? 422 : 200,
  )
}

/** `CH-2026-0012`: the number of the case stands on the same receipt and opens nothing, whether it exists or not. */
const CASE_NUMBER = /^\s*\p{L}{2,6}[-–. ]?\d{4}[-–. ]?\d{1,6}\s*$/u

/**
 * POST /theo-doi: the state and nothing else. An unknown code is looked up like a known one: the same questions to the
 * database, the same answer; tries are limited by address and authority.
 */
export async function postFollowCode(request: PortalRequest): Promise<PortalReply> {
  const { db, authority, form, lang, chrome } = request
  const words = followWords[lang]
  const typed = typeof form['code'] === 'string' ? form['code'].slice(0, 60) : ''
  await requirePassage(request, [
    { limit: 'code by address', of: request.clientAddress },
    { limit: 'code at authority', of: String(authority.id) },
  ])
  const hash = hashOfCode(readTypedCode(typed) ?? '')
  const [own, petitions] = await Promise.all([
    findOwnSubmission(db, authority.id, hash),
    listOwnPetitions(db, authority.id, hash),
  ])
  if (!own) return codePage(request, typed, CASE_NUMBER.test(typed) ? words.caseNumberTyped : words.notFound)
  return portalPage(
    <PortalPage chrome={chrome} title={words.statusTitle} active="follow" width="narrow">
      <h1>{words.statusTitle}</h1>
      <p>{words.sentOn(formatDay(own.receivedOn))}</p>
      {petitions.length === 0 && own.hold ? <p class="state-line">{holdWord(own.hold, lang)}</p> : null}
      <ul class="state-list">
        {petitions.map((petition) => (
          <li key={petition.id}>
            <strong>{petition.code}</strong>: {stateWord(petition, lang)}
            {petition.leadAgency ? `, ${petition.leadAgency}` : ''}
          </li>
        ))}
      </ul>
      <p>{words.others}</p>
    </PortalPage>,
  )
}
