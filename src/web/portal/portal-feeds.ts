import { readingWords } from '../words/portal-reading-words.ts'
import type { PortalRequest } from './portal-route.ts'

/** The feeds named in the head of an authority's pages. */
export function portalFeeds({ link, lang, authority }: PortalRequest) {
  const words = readingWords[lang]
  return [
    { href: link('/tin.xml'), type: 'application/atom+xml', title: `${words.dataFeed} – ${authority.name}` },
    { href: link('/lich.ics'), type: 'text/calendar', title: `${words.dataCalendar} – ${authority.name}` },
  ]
}
