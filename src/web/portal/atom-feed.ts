import { Feed } from 'feed'
import { escapeHtml } from '../../platform/html-text.ts'
import { shortened } from '../../platform/shortened.ts'
import { listPublicEntries } from '../../public-record/public-entry-store.ts'
import { readingWords } from '../words/portal-reading-words.ts'
import type { PortalReply, PortalRequest } from './portal-route.ts'

const FEED_LENGTH = 50

/** Titles and texts of the feed are HTML: what people wrote is text in it, and only signs XML 1.0 has a place for. */
function forFeed(text: string): string {
  return escapeHtml(text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''))
}

/** GET /tin.xml: what was published lately, as an Atom feed. */
export async function sendFeed(request: PortalRequest): Promise<PortalReply> {
  const { db, authority, today, origin } = request
  const words = readingWords.vi
  const at = `${origin}/cong/${authority.slug}`
  const entries = await listPublicEntries(db, authority.id, { today, pageSize: FEED_LENGTH })
  const newest = entries.map((entry) => entry.updatedAt.getTime())
  const feed = new Feed({
    id: `${at}/ket-qua`,
    link: `${at}/ket-qua`,
    title: forFeed(`${words.results} – ${authority.name}`),
    language: 'vi',
    copyright: authority.name,
    // RFC 4287 wants one for the whole
    author: { name: authority.name },
    updated: new Date(Math.max(0, ...newest)),
    feedLinks: { atom: `${at}/tin.xml` },
  })
  for (const entry of entries) {
    const state = words.state[entry.state as keyof typeof words.state]
    feed.addItem({
      id: `${at}/ket-qua/${entry.id}`,
      link: `${at}/ket-qua/${entry.id}`,
      title: forFeed(`${state}: ${shortened(entry.content, 120)}`),
      description: forFeed(shortened(entry.answer ?? entry.settlement ?? entry.conclusion ?? entry.content, 500)),
      date: entry.updatedAt,
      published: new Date(`${entry.publishedOn}T00:00:00+07:00`),
    })
  }
  return {
    kind: 'data',
    mediaType: 'application/atom+xml; charset=utf-8',
    body: feed.atom1(),
    cacheSeconds: 60,
    open: true,
  }
}
