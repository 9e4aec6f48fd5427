import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { hasAccounts } from '../../access/account-store.ts'
import { actorOfSession } from '../../access/actor-of-session.ts'
import { roleNames } from '../../access/role.ts'
import { type Session, stageOf } from '../../access/session.ts'
import { resumeSession } from '../../access/session-store.ts'
import { findAuthorityBySlug } from '../../agencies/authority-store.ts'
import type { Actor } from '../../changes/actor.ts'
import { dayOf } from '../../platform/day.ts'
import { NotFound, NotPermitted } from '../../platform/errors.ts'
import { countUnreadMessages } from '../../reports/visible-message-store.ts'
import type { Query } from '../http/clean-address.ts'
import { refuseForeignOrigin } from '../http/foreign-origin.ts'
import { type PostedForm, readForm } from '../http/read-form.ts'
import { type Lang, readLang } from '../words/words.ts'
import {
  csrfToken,
  isCsrfToken,
  langCookie,
  sessionToken,
  setLangCookie,
  setSessionCookie,
  setVisitCookie,
  takeFlash,
  visitToken,
} from './cookies.ts'
import { FormExpired } from './form-expired.ts'
import { bareChrome, type ChromeInput, officeChrome } from './office-chrome.ts'
import type { GateReply, GateRoute, OfficeReply, OfficeRequest, OfficeRoute, PageAuthority } from './office-route.ts'
import type { OfficeSettings } from './office-settings.ts'
import { writeReply } from './write-reply.ts'

const EMPTY: PostedForm = { fields: {}, uploads: [], uploadErrors: {}, refusedFiles: [] }

/** What is known of a request before any screen: language, session, form token. */
interface Visit {
  now: Date
  lang: Lang
  session: Session | null
  /** what form tokens are bound to: the session's token, or the visit's */
  secret: string
  secure: boolean
  chrome: ChromeInput
}

async function openVisit(settings: OfficeSettings, request: FastifyRequest, reply: FastifyReply): Promise<Visit> {
  const now = settings.runtime.clock.now()
  const secure = settings.origin?.startsWith('https:') ?? false
  const lang = readLang(langCookie(request))
  const token = sessionToken(request)
  const session = token ? await resumeSession(settings.runtime.db, token, now) : null
  let secret = session && token ? token : visitToken(request)
  if (!secret) {
    secret = randomBytes(32).toString('base64url')
    setVisitCookie(reply, { secure }, secret)
  }
  const flash = request.method === 'GET' ? takeFlash(request, reply, { secure }) : null
  const chrome = { lang, assets: settings.assets, csrf: csrfToken(secret), address: request.url, flash }
  return { now, lang, session, secret, secure, chrome }
}

async function readPosted(settings: OfficeSettings, request: FastifyRequest, visit: Visit): Promise<PostedForm> {
  if (request.method !== 'POST') return EMPTY
  refuseForeignOrigin(request, settings.origin)
  return readForm(request, settings.runtime.files, {
    checkFields(fields) {
      if (!isCsrfToken(fields['_csrf'], visit.secret)) throw new FormExpired(fields)
    },
    textEndings: ['csv'],
  })
}

/** Answers a page outside any authority (sign-in, own account, first setup). */
export async function answerGate(
  settings: OfficeSettings,
  route: GateRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const visit = await openVisit(settings, request, reply)
  const redirect = await gateRedirect(settings, route, visit, request)
  if (redirect) return reply.redirect(redirect, 303)
  const form = await readPosted(settings, request, visit)
  const answer: GateReply = await route.handle({
    runtime: settings.runtime,
    db: settings.runtime.db,
    now: visit.now,
    today: dayOf(visit.now),
    lang: visit.lang,
    params: request.params as Record<string, string>,
    query: request.query as Query,
    form: form.fields,
    chrome: bareChrome(visit.chrome, settings.demo),
    session: visit.session,
    sessionToken: visit.session ? visit.secret : null,
    address: request.ip,
    origin: originOf(settings, request),
    visitor: createHash('sha256').update(visit.secret).digest('base64url'),
    userAgent: request.headers['user-agent'] ?? null,
    setUpCodeHash: settings.setUpCodeHash,
  })
  if (answer.session !== undefined) setSessionCookie(reply, visit, answer.session)
  if (answer.lang !== undefined) setLangCookie(reply, visit, answer.lang)
  return writeReply(reply, answer, visit.secure, settings.runtime.hub)
}

/** The address people reach the program at: the configured one, else the one of this request. */
function originOf(settings: OfficeSettings, request: FastifyRequest): string {
  return settings.origin ?? `${request.protocol}://${request.host}`
}

const STAGE_PAGES = {
  secondFactor: '/dang-nhap/ma-xac-thuc',
  newPassword: '/tai-khoan/mat-khau',
  enrolSecondFactor: '/tai-khoan/xac-thuc',
  membership: '/chon-vai-tro',
} as const

async function gateRedirect(
  settings: OfficeSettings,
  route: GateRoute,
  visit: Visit,
  request: FastifyRequest,
): Promise<string | null> {
  if (route.access === 'anyone') return null
  if (!visit.session) return route.url === '/' ? strangersStart(settings) : signInAddress(request)
  const stage = stageOf(visit.session)
  return route.access === 'ready' && stage !== 'ready' ? STAGE_PAGES[stage] : null
}

/** Whoever is not known comes to read what is public; to an empty installation, to set it up. */
async function strangersStart({ runtime, setUpCodeHash }: OfficeSettings): Promise<string> {
  return setUpCodeHash !== null && !(await hasAccounts(runtime.db)) ? '/thiet-lap' : '/cong'
}

function signInAddress(request: FastifyRequest): string {
  return request.method === 'GET' && request.url !== '/'
    ? `/dang-nhap?den=${encodeURIComponent(request.url)}`
    : '/dang-nhap'
}

/** Answers a page of an authority: session, authority, permission of the route, then the screen. */
export async function answerOffice(
  settings: OfficeSettings,
  route: OfficeRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const visit = await openVisit(settings, request, reply)
  if (!visit.session) {
    if (request.method === 'POST') throw new FormExpired(await postedFields(settings, request))
    return reply.redirect(signInAddress(request), 303)
  }
  const stage = stageOf(visit.session)
  if (stage !== 'ready') return reply.redirect(STAGE_PAGES[stage], 303)
  const { authority, actor } = await enterAuthority(
    settings,
    visit.session,
    (request.params as Record<string, string>)['authority'] ?? '',
  )
  requireRoutePermission(actor, authority, route)
  const form = await readPosted(settings, request, visit)
  const entered = officeRequest(settings, { visit, request, authority, actor, form })
  return writeReply(reply, await answerWithBell(entered, route, request.method), visit.secure, settings.runtime.hub)
}

/** The screen's answer; the bell's number is asked beside it, and not at all for an answer that shows no page. */
async function answerWithBell(entered: OfficeRequest, route: OfficeRoute, method: string): Promise<OfficeReply> {
  const { db, actor, authority, chrome } = entered
  const unread = () => countUnreadMessages(db, actor, authority.id)
  const [answer, early] = await Promise.all([route.handle(entered), method === 'GET' ? unread() : null])
  // the page is drawn only when the answer is written
  if (answer.kind === 'page' && chrome.bell) chrome.bell.count = early ?? (await unread())
  return answer
}

async function postedFields(settings: OfficeSettings, request: FastifyRequest): Promise<Record<string, unknown>> {
  if (request.isMultipart()) return {}
  return (await readForm(request, settings.runtime.files)).fields
}

const SLUG = /^[a-z0-9-]+$/

async function enterAuthority(
  settings: OfficeSettings,
  session: Session,
  slug: string,
): Promise<{ authority: PageAuthority; actor: Actor }> {
  const authority = ownAuthority(session, slug) ?? (await otherAuthority(settings, slug))
  const actor = actorOfSession(session)
  if (!authority || !actor?.may('home:see', { authorityId: authority.id })) throw new NotFound('authority')
  return { authority, actor }
}

/** The authority of the current membership came with the session. */
function ownAuthority({ current }: Session, slug: string): PageAuthority | null {
  if (current?.slug !== slug) return null
  return {
    id: current.authorityId,
    slug,
    name: current.authorityName,
    shortName: current.authorityShortName,
    kind: current.authorityKind,
    placeName: current.placeName,
    demo: current.demo,
  }
}

async function otherAuthority(settings: OfficeSettings, slug: string): Promise<PageAuthority | null> {
  return SLUG.test(slug) ? findAuthorityBySlug(settings.runtime.db, slug) : null
}

function requireRoutePermission(actor: Actor, authority: PageAuthority, route: OfficeRoute): void {
  if (!actor.may(route.permission, { authorityId: authority.id })) throw new NotPermitted(route.permission)
}

interface Entered {
  visit: Visit
  request: FastifyRequest
  authority: PageAuthority
  actor: Actor
  form: PostedForm
}

function officeRequest(settings: OfficeSettings, entered: Entered): OfficeRequest {
  const { visit, request, authority, actor, form } = entered
  const { authority: _slug, ...params } = request.params as Record<string, string>
  const session = visit.session!
  const user = {
    login: session.login,
    name: session.displayName,
    role: roleNames[session.current!.role][visit.lang],
    agency: session.current!.agencyName,
  }
  return {
    runtime: settings.runtime,
    db: settings.runtime.db,
    now: visit.now,
    today: dayOf(visit.now),
    lang: visit.lang,
    actor,
    authority,
    params,
    query: request.query as Query,
    form: form.fields,
    uploads: form.uploads,
    uploadErrors: form.uploadErrors,
    origin: originOf(settings, request),
    chrome: officeChrome({ ...visit.chrome, authority, actor, user }),
    link: (path) => (path === '/' ? `/${authority.slug}` : `/${authority.slug}${path}`),
  }
}
