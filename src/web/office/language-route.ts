import { readLang } from '../words/words.ts'
import type { GateReply, GateRequest, GateRoute } from './office-route.ts'

/** Only a path of this site: no other host may be named in a way back. */
export function ownPath(text: unknown): string {
  if (typeof text !== 'string' || !/^\/(?![/\\])/.test(text) || /[\s\\]/.test(text) || text.length > 2000) return '/'
  return text
}

/** POST /ngon-ngu: the language of the pages, kept in a cookie; back to the page one was on. */
async function postLanguage({ form }: GateRequest): Promise<GateReply> {
  return { kind: 'redirect', to: ownPath(form['returnTo']), lang: readLang(String(form['lang'] ?? '')) }
}

export const languageRoute: GateRoute = { method: 'POST', url: '/ngon-ngu', access: 'anyone', handle: postLanguage }
