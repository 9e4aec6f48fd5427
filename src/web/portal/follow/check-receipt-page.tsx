import { findOwnReceipt } from '../../../own-record/own-receipt-store.ts'
import { Button } from '../../kit/button.tsx'
import { Form } from '../../kit/form.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { followWords } from '../../words/follow-words.ts'
import { formatMoment } from '../../words/format-values.ts'
import { PortalPage } from '../portal-page.tsx'
import { requirePassage } from '../portal-passage.ts'
import { type PortalReply, type PortalRequest, portalPage } from '../portal-route.ts'

/** GET /kiem-tra-bien-nhan */
export async function showCheckReceipt(request: PortalRequest): Promise<PortalReply> {
  return checkPage(request, null)
}

/** POST /kiem-tra-bien-nhan: whether a receipt is genuine, and when it was given; nothing of who or what. */
export async function postCheckReceipt(request: PortalRequest): Promise<PortalReply> {
  const { db, authority, form, lang } = request
  await requirePassage(request, [{ limit: 'code by address', of: request.clientAddress }])
  const typed = typeof form['check'] === 'string' ? form['check'].slice(0, 80) : ''
  const receipt = await findOwnReceipt(db, authority.id, typed)
  const words = followWords[lang]
  const said = receipt ? words.checkGood(authority.name, formatMoment(receipt.receivedAt, lang)) : null
  return checkPage(request, { said, typed })
}

function checkPage(request: PortalRequest, result: { said: string | null; typed: string } | null): PortalReply {
  const words = followWords[request.lang]
  const wrong = result !== null && result.said === null
  return portalPage(
    <PortalPage chrome={request.chrome} title={words.checkTitle} active="follow" width="narrow">
      <h1>{words.checkTitle}</h1>
      <p class="lead">{words.checkLead}</p>
      {result?.said ? (
        <p class="done-note" role="status">
          {result.said}
        </p>
      ) : null}
      <Form
        action={request.link('/kiem-tra-bien-nhan')}
        values={{ check: result?.typed ?? '' }}
        errors={wrong ? { check: words.checkBad } : {}}
        draft={false}
      >
        <TextField
          name="check"
          label={words.checkField}
          help={words.checkFieldHelp}
          autocomplete="off"
          spellcheck={false}
          required
        />
        <p class="form-buttons">
          <Button>{words.checkVerb}</Button>
        </p>
      </Form>
    </PortalPage>,
    wrong ? 422 : 200,
  )
}
