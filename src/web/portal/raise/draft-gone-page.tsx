import { raiseWords } from '../../words/raise-words.ts'
import { PortalPage } from '../portal-page.tsx'
import { type PortalReply, type PortalRequest, portalPage } from '../portal-route.ts'
import { RAISE } from './raise-steps.ts'
import { receiptAddress } from './receipt-page.tsx'

/** A draft that was sent leads to its receipt; one that is gone to a new beginning. */
export function draftGonePage(request: PortalRequest, wasSent: boolean): PortalReply {
  if (wasSent) return { kind: 'redirect', to: request.link(receiptAddress(request.params['draft'] ?? '')) }
  const words = raiseWords[request.lang]
  return portalPage(
    <PortalPage chrome={request.chrome} title={words.draftGone} active="raise" width="narrow">
      <h1>{words.draftGone}</h1>
      <p>{words.draftGoneHelp}</p>
      <p>
        <a class="btn btn-primary" href={request.link(RAISE)}>
          {words.startNew}
        </a>
      </p>
    </PortalPage>,
    404,
  )
}
