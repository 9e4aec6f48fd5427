import type { FastifyReply, FastifyRequest } from 'fastify'
import { dayOf } from '../../platform/day.ts'
import { NotFound } from '../../platform/errors.ts'
import { findPublicAuthority } from '../../public-record/public-authority-store.ts'
import type { Query } from '../http/clean-address.ts'
import { refuseForeignOrigin } from '../http/foreign-origin.ts'
import { type PostedForm, readForm } from '../http/read-form.ts'
import { readLang } from '../words/words.ts'
import { inLanguage, type PortalChrome } from './portal-page.tsx'
import type { PortalAuthority, PortalDoor, PortalRoute, PortalVisit } from './portal-route.ts'
import type { PortalSettings } from './portal-settings.ts'
import { writePortalReply } from './write-portal-reply.ts'

const EMPTY: PostedForm = { fields: {}, uploads: [], uploadErrors: {}, refusedFiles: [] }
const SLUG = /^[a-z0-9-]+$/

/** The frame of a request's pages: language by the address, no cookie. */
export function chromeOf(
  settings: PortalSettings,
  request: FastifyRequest,
  authority: PortalAuthority | null,
): PortalChrome {
  const [path, query] = request.url.split('?')
  const asked = new URLSearchParams(query)
  const lang = readLang(asked.get('lang'))
  asked.delete('lang')
  // a form that was refused is no address to open again in the other language; its own page is
  const rest = request.method === 'GET' && asked.size > 0 ? `?${asked}` : ''
  return {
    lang,
    assets: settings.assets,
    demo: authority?.demo ?? settings.demo,
    authority: authority && { name: authority.name, shortName: authority.shortName, slug: authority.slug },
    address: `${path}${rest}`,
  }
}

function visitOf(
  settings: PortalSettings,
  request: FastifyRequest,
  authority: PortalAuthority | null,
  form: PostedForm,
): PortalVisit {
  const { runtime } = settings
  const now = runtime.clock.now()
  const chrome = chromeOf(settings, request, authority)
  const { authority: _slug, ...params } = request.params as Record<string, string>
  return {
    runtime,
    db: runtime.db,
    now,
    today: dayOf(now),
    lang: chrome.lang,
    params,
    query: request.query as Query,
    form: form.fields,
    uploads: form.uploads,
    uploadErrors: form.uploadErrors,
    refusedFiles: form.refusedFiles,
    clientAddress: request.ip,
    origin: settings.origin?.replace(/\/$/, '') ?? `${request.protocol}://${request.headers.host ?? 'localhost'}`,
    chrome,
  }
}

/** Answers a page of one authority's portal: the authority of the address, the form, then the screen. */
export async function answerPortal(
  settings: PortalSettings,
  route: PortalRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { authority: slug = '' } = request.params as Record<string, string>
  // typed from a poster in capitals; what follows the name may be a secret and keeps its letters
  if (request.method === 'GET' && slug !== slug.toLowerCase() && SLUG.test(slug.toLowerCase()))
    return reply.redirect(request.url.replace(slug, slug.toLowerCase()), 303)
  const authority = SLUG.test(slug) ? await findPublicAuthority(settings.runtime.db, slug) : null
  if (!authority) throw new NotFound('authority')
  let form = EMPTY
  if (request.method === 'POST') {
    refuseForeignOrigin(request, settings.origin)
    form = await readForm(request, settings.runtime.files)
  }
  const visit = visitOf(settings, request, authority, form)
  const link = (path: string) => inLanguage(`/cong/${authority.slug}${path === '/' ? '' : path}`, visit.lang)
  const answer = await route.handle({ ...visit, authority, link })
  return writePortalReply(reply, answer, route.permission)
}

/** Answers a page that belongs to no authority. */
export async function answerDoor(
  settings: PortalSettings,
  door: PortalDoor,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  return writePortalReply(reply, await door.handle(visitOf(settings, request, null, EMPTY)), door.permission)
}
