import type { FastifyReply } from 'fastify'
import type { CitizenPermission } from '../../access/citizen-permissions.ts'
import { contentDisposition } from '../http/content-disposition.ts'
import { renderPage } from '../kit/render-page.ts'
import type { PortalReply } from './portal-route.ts'

/** What is taken back is gone from everything we serve within this time. */
const LONGEST_CACHE_SECONDS = 60

function caching(seconds: number): string {
  return seconds > 0 ? `public, max-age=${Math.min(seconds, LONGEST_CACHE_SECONDS)}` : 'no-store'
}

/** Only one page may stand in other sites; it has no form and no link that acts. */
const FRAMED =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; frame-ancestors *"

/** Sends what a screen of the portal answered; what is published may be kept for a minute, anything else never. */
export function writePortalReply(
  reply: FastifyReply,
  answer: PortalReply,
  permission: CitizenPermission,
): FastifyReply {
  // forms, and pages that a secret opens: nothing for search engines, wherever their address was left
  if (permission !== 'public:read') reply.header('x-robots-tag', 'noindex, nofollow')
  switch (answer.kind) {
    case 'page': {
      const published = permission === 'public:read' && answer.status === 200
      if (answer.framed) reply.header('content-security-policy', FRAMED).header('x-frame-options', 'ALLOWALL')
      return reply
        .code(answer.status)
        .header('cache-control', caching(answer.cacheSeconds ?? (published ? LONGEST_CACHE_SECONDS : 0)))
        .type('text/html; charset=utf-8')
        .send(Buffer.from(renderPage(answer.node)))
    }
    case 'redirect':
      return reply.redirect(answer.to, 303)
    case 'data':
      if (answer.open)
        reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin')
      if (answer.name) reply.header('content-disposition', contentDisposition(answer.name, false))
      return reply
        .header('cache-control', caching(answer.cacheSeconds))
        .type(answer.mediaType)
        .send(typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body)
    case 'download':
      return reply
        .type(answer.mediaType)
        .header('cache-control', 'no-store')
        .header('content-disposition', contentDisposition(answer.name, answer.inline ?? false))
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(answer.body)
  }
}
