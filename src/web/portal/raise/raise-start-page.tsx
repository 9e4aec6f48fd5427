import { findCollectingDialogue } from '../../../procedures/collecting-dialogue-store.ts'
import { findIntakeSetting, type IntakeSetting } from '../../../reception/intake-setting-store.ts'
import { Button } from '../../kit/button.tsx'
import { Form } from '../../kit/form.tsx'
import { raiseWords } from '../../words/raise-words.ts'
import { PortalPage } from '../portal-page.tsx'
import { requirePassage } from '../portal-passage.ts'
import { type PortalReply, type PortalRequest, portalPage, portalQuery } from '../portal-route.ts'
import { keepRaiseDraft, newRaiseDraft } from './raise-draft.ts'
import { RAISE, STEPS, stepAddress } from './raise-steps.ts'

/** GET /gui-kien-nghi: what happens, and the choice between one question a page and one short form. */
export async function showRaiseStart(request: PortalRequest): Promise<PortalReply> {
  const { db, authority, today, chrome } = request
  const words = raiseWords[request.lang]
  const setting = await findIntakeSetting(db, authority.id)
  if (!setting.open) return closedPage(request, setting)
  const wanted = portalQuery(request, 'hoi-nghi')
  const collecting = await findCollectingDialogue(db, authority.id, today, Number(wanted) || null)
  const way = (value: 'steps' | 'short', label: string, help: string, primary: boolean) => (
    <Form
      action={request.link(RAISE)}
      draft={false}
      label={label}
      hidden={{ way: value, dialogue: wanted }}
      class="start-way"
    >
      <Button variant={primary ? 'primary' : 'secondary'}>{label}</Button>
      <p class="field-help">{help}</p>
    </Form>
  )
  return portalPage(
    <PortalPage chrome={chrome} title={words.title} active="raise" width="narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.startLead}</p>
      {collecting ? <p>{words.forDialogue(collecting.title)}</p> : null}
      <h2>{words.startHow}</h2>
      <div class="start-ways">
        {way('steps', words.steps, words.stepsHelp, true)}
        {way('short', words.short, words.shortHelp, false)}
      </div>
      <p class="field-help">{words.kept}</p>
      <p>{words.ownProcedure}</p>
      <p>{words.urgent}</p>
      <p>
        <a href={request.link(`${RAISE}/quy-tac`)}>{words.rulesLink}</a>
      </p>
    </PortalPage>,
  )
}

/** POST /gui-kien-nghi: a draft of its own under a secret, and its first page. */
export async function postRaiseStart(request: PortalRequest): Promise<PortalReply> {
  const { db, authority, form } = request
  const setting = await findIntakeSetting(db, authority.id)
  if (!setting.open) return closedPage(request, setting)
  await requirePassage(request, [
    { limit: 'draft by address', of: request.clientAddress },
    { limit: 'draft at authority', of: String(authority.id) },
  ])
  const way = form['way'] === 'short' ? 'short' : 'steps'
  const dialogue = typeof form['dialogue'] === 'string' && /^\d{1,15}$/.test(form['dialogue']) ? form['dialogue'] : ''
  const secret = await keepRaiseDraft(request, newRaiseDraft(way, dialogue))
  return { kind: 'redirect', to: request.link(stepAddress(secret, way === 'short' ? 'mot-trang' : STEPS[0])) }
}

/** The intake is closed: why, and where else to go; what was sent before is not touched. */
function closedPage(request: PortalRequest, setting: IntakeSetting): PortalReply {
  const words = raiseWords[request.lang]
  return portalPage(
    <PortalPage chrome={request.chrome} title={words.closed} active="raise" width="narrow">
      <h1>{words.closed}</h1>
      <p>{setting.closedReason}</p>
      <h2>{words.elsewhere}</h2>
      <p class="said">{setting.elsewhere}</p>
      <p>{words.stillOpen}</p>
    </PortalPage>,
  )
}
