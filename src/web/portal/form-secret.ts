import { hashOfToken, isSecretToken, newSecretToken } from '../../platform/secret-token.ts'
import type { PortalRequest } from './portal-route.ts'

/**
 * The key of a form that makes something one can come back to: from it the secret of its page follows, so that the same
 * form sent twice makes one thing and leads to one page. A new one unless a key of ours came with the form.
 */
export function formSecret(request: PortalRequest): string {
  const sent = request.form['_key']
  return typeof sent === 'string' && isSecretToken(sent) ? sent : newSecretToken()
}

/** What is stored as the key of such a form: never the secret itself. */
export function keyOfSecret(secret: string): string {
  return `form-${hashOfToken(secret).slice(0, 40)}`
}
