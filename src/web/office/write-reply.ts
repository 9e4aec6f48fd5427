import type { FastifyReply } from 'fastify'
import { renderPage } from '../kit/render-page.ts'
import { setFlashCookie } from './cookies.ts'
import type { OfficeReply } from './office-route.ts'

/** A file name for Content-Disposition: plain ASCII beside the full Vietnamese name (RFC 6266). */
function disposition(name: string, inline: boolean): string {
  const plain = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/[^\w.-]+/g, '-')
  return `${inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`
}

/** Sends what a screen answered: a page (encoded once, not measured first), a way on, or a file. */
export function writeReply(reply: FastifyReply, answer: OfficeReply, secure: boolean): FastifyReply {
  switch (answer.kind) {
    case 'page':
      return reply
        .code(answer.status)
        .type('text/html; charset=utf-8')
        .send(Buffer.from(renderPage(answer.node)))
    case 'redirect':
      if (answer.flash) setFlashCookie(reply, { secure }, { tone: 'good', text: answer.flash })
      return reply.redirect(answer.to, 303)
    case 'download':
      return reply
        .type(answer.mediaType)
        .header('content-disposition', disposition(answer.name, answer.inline ?? false))
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(answer.body)
  }
}
