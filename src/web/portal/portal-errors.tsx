import { randomUUID } from 'node:crypto'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isDatabaseAway } from '../../platform/db/passing-fault.ts'
import { BrokenRule, InputRejected, NotFound, NotPermitted, StaleEdit } from '../../platform/errors.ts'
import { findPublicAuthority } from '../../public-record/public-authority-store.ts'
import { sentFields, typedFacts } from '../http/typed-fields.ts'
import { Button } from '../kit/button.tsx'
import { DefinitionList } from '../kit/definition-list.tsx'
import { Form } from '../kit/form.tsx'
import { renderPage } from '../kit/render-page.ts'
import { portalErrorWords, portalWords } from '../words/portal-words.ts'
import { inputSentence, ruleSentence } from '../words/rule-sentence.ts'
import { homeOf, inLanguage, type PortalChrome, PortalPage } from './portal-page.tsx'
import { TooMany } from './portal-passage.ts'
import { chromeOf } from './portal-request.ts'
import type { PortalAuthority } from './portal-route.ts'
import type { PortalSettings } from './portal-settings.ts'

type Kind = keyof (typeof portalErrorWords)['vi']

interface Said {
  status: number
  kind: Kind
  sentence?: string
  number?: string
}

/** What is said to a citizen about an error; null for a mistake of the program. */
function sayingOf(error: FastifyError, lang: 'vi' | 'en'): Said | null {
  if (error instanceof NotFound) return { status: 404, kind: 'notFound' }
  if (error instanceof NotPermitted) return { status: 403, kind: 'notAllowed' }
  if (error instanceof BrokenRule)
    return { status: 409, kind: 'brokenRule', sentence: ruleSentence(lang, error.code, error.params) }
  if (error instanceof StaleEdit) return { status: 409, kind: 'brokenRule', sentence: ruleSentence(lang, 'form/stale') }
  if (error instanceof InputRejected)
    return { status: 422, kind: 'brokenRule', sentence: inputSentence(lang, Object.values(error.errors)[0] ?? '') }
  if (isDatabaseAway(error)) return { status: 503, kind: 'unavailable' }
  if (error.statusCode === 413) return { status: 413, kind: 'tooLarge' }
  if (error.statusCode === 429) return { status: 429, kind: 'tooMany' }
  if (error.statusCode && error.statusCode < 500) return { status: error.statusCode, kind: 'notFound' }
  return null
}

/** The portal's own honest error pages; what was typed into a form that could not be stored is kept on the page. */
export function addPortalErrors(portal: FastifyInstance, settings: PortalSettings): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply, said: Said) => {
    const chrome = chromeOf(settings, request, QUIET.has(said.status) ? null : await authorityAsked(settings, request))
    const sent = said.status === 503 ? sentFields(request) : null
    if (said.status === 503) reply.header('retry-after', '5')
    return reply
      .code(said.status)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(renderPage(<PortalErrorPage chrome={chrome} said={said} sent={sent} />))
  }
  portal.setNotFoundHandler((request, reply) => answer(request, reply, { status: 404, kind: 'notFound' }))
  portal.setErrorHandler((error: FastifyError, request, reply) => {
    const said = sayingOf(error, chromeOf(settings, request, null).lang)
    if (error instanceof TooMany) reply.header('retry-after', String(error.retryAfterSeconds))
    if (said) return answer(request, reply, said)
    const number = randomUUID().slice(0, 8)
    // the address may carry the secret of a receipt: only its pattern is written down
    request.log.error({ err: error, number, method: request.method, url: request.routeOptions.url }, 'unexpected error')
    return answer(request, reply, { status: 500, kind: 'apology', number })
  })
}

/** Nothing is looked up for who asks too much, and where the database may be what is broken. */
const QUIET: ReadonlySet<number> = new Set([429, 500, 503])

/** The authority below whose address the page stands, so that an error leads back to its front page; null: there is none. */
async function authorityAsked({ runtime }: PortalSettings, request: FastifyRequest): Promise<PortalAuthority | null> {
  const slug = /^\/cong\/([a-z0-9-]+)/.exec(request.url)?.[1]
  return slug === undefined ? null : findPublicAuthority(runtime.db, slug).catch(() => null)
}

interface PortalErrorPageProps {
  chrome: PortalChrome
  said: Said
  sent: ReturnType<typeof sentFields>
}

function PortalErrorPage({ chrome, said, sent }: PortalErrorPageProps) {
  const words = portalWords[chrome.lang]
  const { title, help } = portalErrorWords[chrome.lang][said.kind]
  return (
    <PortalPage chrome={chrome} title={title} width="narrow" keepDrafts>
      <h1>{title}</h1>
      {said.sentence ? <p>{said.sentence}</p> : null}
      <p>
        {help} {said.number ? <strong>{said.number}</strong> : null}
      </p>
      {sent ? <SentAgain chrome={chrome} sent={sent} /> : null}
      <p>
        <a class="btn btn-outline" href={inLanguage(homeOf(chrome), chrome.lang)}>
          {chrome.authority ? words.toFront(chrome.authority.name) : words.toHome}
        </a>
      </p>
    </PortalPage>
  )
}

function SentAgain({ chrome, sent }: { chrome: PortalChrome; sent: NonNullable<ReturnType<typeof sentFields>> }) {
  const words = portalWords[chrome.lang]
  const { _csrf, _key, ...fields } = sent.fields
  const hidden = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : String(value)]),
  )
  const key = typeof _key === 'string' && _key !== '' ? { idempotencyKey: _key } : {}
  return (
    <Form action={sent.action} {...key} hidden={hidden} draft={false}>
      <p>{words.notStored}</p>
      <DefinitionList facts={typedFacts(fields, chrome.lang)} />
      <p>
        <Button>{words.sendAgain}</Button>
      </p>
    </Form>
  )
}
