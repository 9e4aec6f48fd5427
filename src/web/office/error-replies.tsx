import { randomUUID } from 'node:crypto'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isDatabaseAway, isDiskFull } from '../../platform/db/passing-fault.ts'
import { BrokenRule, InputRejected, NotFound, NotPermitted, StaleEdit } from '../../platform/errors.ts'
import { sentFields, typedFacts } from '../http/typed-fields.ts'
import { DefinitionList } from '../kit/definition-list.tsx'
import { type ErrorKind, ErrorPage } from '../kit/error-page.tsx'
import { LinkButton } from '../kit/link-button.tsx'
import { PageLayout } from '../kit/page-layout.tsx'
import { renderPage } from '../kit/render-page.ts'
import { officeWords } from '../words/office-words.ts'
import { inputSentence, ruleSentence } from '../words/rule-sentence.ts'
import { type Lang, readLang } from '../words/words.ts'
import { langCookie } from './cookies.ts'
import { FormExpired } from './form-expired.ts'
import { bareChrome } from './office-chrome.ts'
import type { OfficeSettings } from './office-settings.ts'
import { UnavailablePage } from './unavailable-page.tsx'

/** Each kind of error has one place: here. Screens only meet wrong input and broken rules of their own forms. */
export function addErrorReplies(server: FastifyInstance, settings: OfficeSettings): void {
  const chromeOf = (request: FastifyRequest) => {
    const lang = readLang(langCookie(request))
    return bareChrome({ lang, assets: settings.assets, csrf: '', address: request.url, flash: null }, settings.demo)
  }
  const page = (
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    kind: ErrorKind,
    more: { sentence?: string; number?: string } = {},
  ) =>
    reply
      .code(status)
      .type('text/html; charset=utf-8')
      .send(renderPage(<ErrorPage chrome={chromeOf(request)} kind={kind} {...more} />))

  server.setNotFoundHandler((request, reply) => page(request, reply, 404, 'notFound'))
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const lang = readLang(langCookie(request))
    if (error instanceof NotFound) return page(request, reply, 404, 'notFound')
    if (error instanceof NotPermitted) return page(request, reply, 403, 'notAllowed')
    if (error instanceof BrokenRule)
      return page(request, reply, 409, 'brokenRule', { sentence: ruleSentence(lang, error.code, error.params) })
    if (error instanceof StaleEdit)
      return page(request, reply, 409, 'brokenRule', { sentence: ruleSentence(lang, 'form/stale') })
    if (error instanceof InputRejected)
      return page(request, reply, 422, 'brokenRule', {
        sentence: inputSentence(lang, Object.values(error.errors)[0] ?? ''),
      })
    if (error instanceof FormExpired)
      return reply
        .code(403)
        .type('text/html; charset=utf-8')
        .send(renderPage(expiredPage(chromeOf(request), error.fields)))
    if (isDatabaseAway(error)) {
      const sentence = isDiskFull(error) ? officeWords[lang].diskFull : undefined
      const node = <UnavailablePage chrome={chromeOf(request)} sentence={sentence} sent={sentFields(request)} />
      return reply.header('retry-after', '5').code(503).type('text/html; charset=utf-8').send(renderPage(node))
    }
    if (error.statusCode === 413) return page(request, reply, 413, 'tooLarge')
    if (error.statusCode === 429) return page(request, reply, 429, 'tooMany')
    if (error.statusCode && error.statusCode < 500) return page(request, reply, error.statusCode, 'notFound')
    const number = randomUUID().slice(0, 8)
    request.log.error({ err: error, number, method: request.method, url: request.url }, 'unexpected error')
    return page(request, reply, 500, 'apology', { number })
  })
}

function expiredPage(chrome: ReturnType<typeof bareChrome>, fields: Record<string, unknown>) {
  const words = officeWords[chrome.lang as Lang]
  const typed = typedFacts(fields, chrome.lang as Lang)
  return (
    <PageLayout {...chrome} title={words.expired} width="narrow" keepDrafts>
      <h1>{words.expired}</h1>
      <p>{words.expiredHelp}</p>
      {typed.length > 0 ? (
        <>
          <h2>{words.typed}</h2>
          <DefinitionList facts={typed} />
        </>
      ) : null}
      <LinkButton href="/dang-nhap" variant="primary">
        {words.signInAgain}
      </LinkButton>
    </PageLayout>
  )
}
