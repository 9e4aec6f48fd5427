import { dataNotice } from '../../words/data-notice-words.ts'
import { formSecret } from '../form-secret.ts'
import { requirePassage } from '../portal-passage.ts'
import type { PortalRequest } from '../portal-route.ts'

/**
 * What every registration brings besides its own fields: who it is from as typed, with the notice that was shown, and
 * the secret of its page. Counts it against the limits; throws TooMany.
 */
export async function registrantOf(request: PortalRequest) {
  const { authority, clientAddress, form } = request
  await requirePassage(request, [
    { limit: 'send by address', of: clientAddress },
    { limit: 'send to authority', of: String(authority.id) },
  ])
  const { village, phone, email } = form
  return { secret: formSecret(request), registrant: { village, phone, email, ...consentOf(request) } }
}

/** Whether the box was ticked, and the notice that stood over it. */
export function consentOf({ authority, form, lang }: PortalRequest) {
  const { lines: _, ...notice } = dataNotice(lang, authority.name)
  return { agree: form['agree'], notice }
}
