import type { FastifyReply } from 'fastify'
import type { HallHub } from '../../hall/hall-hub.ts'
import { streamVersions } from '../hall/stream-versions.ts'
import { contentDisposition } from '../http/content-disposition.ts'
import { pagePolicy } from '../http/security-headers.ts'
import { renderWithRules } from '../kit/render-page.ts'
import { setFlashCookie } from './cookies.ts'
import type { OfficeReply } from './office-route.ts'

/** Sends what a screen answered: a page (encoded once, not measured first), a way on, or a file. */
export function writeReply(reply: FastifyReply, answer: OfficeReply, secure: boolean, hub: HallHub): FastifyReply {
  switch (answer.kind) {
    case 'page': {
      const { html, style } = renderWithRules(answer.node, answer.rules ?? [])
      if (style) reply.header('content-security-policy', pagePolicy(style))
      return reply.code(answer.status).type('text/html; charset=utf-8').send(html)
    }
    case 'redirect':
      if (answer.flash) setFlashCookie(reply, { secure }, { tone: 'good', text: answer.flash })
      return reply.redirect(answer.to, 303)
    case 'download':
      return reply
        .type(answer.mediaType)
        .header('content-disposition', contentDisposition(answer.name, answer.inline ?? false))
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(answer.body)
    case 'data':
      if (answer.version !== undefined) reply.header('x-hall-version', String(answer.version))
      return reply.code(answer.status).type('application/json; charset=utf-8').send(JSON.stringify(answer.body))
    case 'events':
      return streamVersions(reply, hub, answer)
  }
}
