import { findOwnSubmission, listOwnPetitions } from '../../../own-record/own-submission-store.ts'
import { NotFound } from '../../../platform/errors.ts'
import { derivedCode, derivedToken, hashOfToken, isSecretToken } from '../../../platform/secret-token.ts'
import { followWords } from '../../words/follow-words.ts'
import { formatMoment } from '../../words/format-values.ts'
import { PortalPage } from '../portal-page.tsx'
import { type PortalReply, type PortalRequest, portalPage } from '../portal-route.ts'
import { qrImage } from '../qr-image.ts'

/** The receipt of a draft that was sent: its own secret follows from the draft's. */
export function receiptAddress(draftSecret: string): string {
  return `/bien-nhan/${derivedToken(draftSecret, 'receipt')}`
}

/** GET /bien-nhan/:token: what to keep. Prints on one sheet. */
export async function showReceipt(request: PortalRequest): Promise<PortalReply> {
  const token = request.params['token'] ?? ''
  const { db, authority, lang, chrome, origin } = request
  const own = isSecretToken(token) ? await findOwnSubmission(db, authority.id, hashOfToken(token)) : null
  if (own?.opens !== 'everything') throw new NotFound('submission')
  const words = followWords[lang]
  const petitions = await listOwnPetitions(db, authority.id, hashOfToken(token))
  const codes = petitions.filter((one) => !one.joined && one.continues === null).map((one) => one.code)
  const path = request.link(`/theo-doi/${token}`)
  const typed = `${origin}/cong/${authority.slug}/theo-doi`
  return portalPage(
    <PortalPage chrome={chrome} title={words.receipt} active="raise" width="narrow">
      <h1>{words.receipt}</h1>
      <p class="lead">{codes.length > 0 ? words.sent : words.sentHeld}</p>
      <p>{words.keepIt}</p>
      <div class="receipt">
        <img class="receipt-qr" src={await qrImage(`${origin}${path}`)} alt={words.qrAlt} width="176" height="176" />
        <dl class="receipt-facts">
          <div>
            <dt>{words.codes}</dt>
            <dd class="receipt-code">{codes.length > 0 ? codes.join(', ') : words.heldCodes}</dd>
          </div>
          <div>
            <dt>{words.shortCode}</dt>
            <dd>
              <strong class="receipt-code">{derivedCode(token, 'code')}</strong>
              <p class="field-help">{words.shortCodeHelp(typed.replace(/^https?:\/\//, ''))}</p>
            </dd>
          </div>
          <div>
            <dt>{words.link}</dt>
            <dd>
              <a class="receipt-link" href={path}>{`${origin}${path}`}</a>
            </dd>
          </div>
          <div>
            <dt>{words.receivedBy}</dt>
            <dd>
              {authority.name}
              {own.receivedAt ? (
                <>
                  <br />
                  {formatMoment(own.receivedAt, lang)}
                </>
              ) : null}
            </dd>
          </div>
          {own.fingerprint ? (
            <div>
              <dt>{words.check}</dt>
              <dd>
                <span class="receipt-code">{own.fingerprint}</span>
                <p class="field-help no-print">
                  {words.checkHelp} <a href={request.link('/kiem-tra-bien-nhan')}>{words.checkTitle}</a>
                </p>
              </dd>
            </div>
          ) : null}
        </dl>
      </div>
      <p>
        {words.nextSteps} <span class="no-print">{words.print}</span>
      </p>
      <p class="form-buttons no-print">
        <a class="btn btn-primary" href={path}>
          {words.openFollow}
        </a>
      </p>
      <section class="receipt-text">
        <h2>{words.whatYouSaid}</h2>
        <p class="said">{own.text}</p>
      </section>
    </PortalPage>,
  )
}
