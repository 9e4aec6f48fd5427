import { dataNotice } from '../../words/data-notice-words.ts'
import { formSecret } from '../form-secret.ts'
import { requirePassage } from '../portal-passage.ts'
import type { PortalRequest } from '../portal-route.ts'

/**
 * What every registration brings besides its own fields: who it is from as typed, with the notice that was shown, and
 * the secret of its page. Counts it against the limits; throws TooMany.
 */
export async function registrantOf(request: PortalRequest) {
  const { authority, clientAddress, form, lang } = request
  await requirePassage(request, [
    { limit: 'send by address', of: clientAddress },
    { limit: 'send to authority', of: String(authority.id) },
  ])
  const { lines: _, ...notice } = dataNotice(lang, authority.name)
  const { village, phone, email, agree } = form
  return { secret: formSecret(request), registrant: { village, phone, email, agree, notice } }
}
