import { REFUSAL_REASONS } from '../../../petitions/intake-reasons-forms.ts'
import { intakeReasonWords, raiseWords } from '../../words/raise-words.ts'
import { PortalPage } from '../portal-page.tsx'
import { type PortalReply, type PortalRequest, portalPage } from '../portal-route.ts'

/** GET /gui-kien-nghi/quy-tac: the published standards of what is taken in. */
export async function showRaiseRules(request: PortalRequest): Promise<PortalReply> {
  const words = raiseWords[request.lang]
  const reasons = intakeReasonWords[request.lang].refusal
  return portalPage(
    <PortalPage chrome={request.chrome} title={words.rules} active="raise" width="narrow">
      <h1>{words.rules}</h1>
      <p>{words.rulesLead}</p>
      <ol class="reasons">
        {REFUSAL_REASONS.map((key) => (
          <li key={key}>{reasons[key]}</li>
        ))}
      </ol>
      <h2>{words.rulesHeld}</h2>
      <p>{words.rulesHeldText}</p>
      <h2>{words.rulesAppeal}</h2>
      <p>{words.rulesAppealText}</p>
      <h2>{words.rulesSame}</h2>
      <p>{words.rulesSameText}</p>
    </PortalPage>,
  )
}
