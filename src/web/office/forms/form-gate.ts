import { NotFound } from '../../../platform/errors.ts'
import { formSerial, readSerial } from '../../../printed-forms/form-serial.ts'
import { type FormAnywhere, findFormAnywhere } from '../../../printed-forms/printed-form-store.ts'
import { findSpeakableDialogue } from '../../../procedures/speakable-dialogue-store.ts'
import { findPublicDialogue } from '../../../public-record/public-dialogue-store.ts'
import type { GateReply, GateRequest, GateRoute } from '../office-route.ts'
import { FORM_GATE } from './form-copies.ts'

/**
 * GET /phieu-giay/…: whoever scans a sheet. Who works for the authority comes to where it is entered; everybody else to
 * the Portal's own page for the same thing, without signing in.
 */
async function scanForm(request: GateRequest): Promise<GateReply> {
  const read = readSerial(request.params['serial'] ?? '')
  const form = read.is === 'serial' ? await findFormAnywhere(request.db, read.id) : null
  if (!form || read.is !== 'serial') throw new NotFound('printed-form')
  const works = request.session?.memberships.some((one) => one.authorityId === form.authorityId)
  if (works) return { kind: 'redirect', to: `/${form.slug}${FORM_GATE}/${formSerial(read.id)}` }
  return { kind: 'redirect', to: `/cong/${form.slug}${await portalPath(request, form)}` }
}

/** Where what the sheet is for can be done now; an old sheet still leads to where one is heard. */
async function portalPath({ db, today }: GateRequest, form: FormAnywhere): Promise<string> {
  const { kind, authorityId, dialogueId } = form
  if (kind === 'petitionForm') return `/gui-kien-nghi?hoi-nghi=${dialogueId}`
  if (kind === 'speechRegistration')
    return (await findSpeakableDialogue(db, authorityId, dialogueId, today))
      ? `/hoi-nghi/${dialogueId}/dang-ky-phat-bieu`
      : '/gui-kien-nghi'
  return (await findPublicDialogue(db, authorityId, dialogueId)) ? `/hoi-nghi/${dialogueId}` : ''
}

export const formGates: readonly GateRoute[] = [
  { method: 'GET', url: `${FORM_GATE}/:serial`, access: 'anyone', handle: scanForm },
]
