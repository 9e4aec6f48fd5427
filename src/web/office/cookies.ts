import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Flash } from '../kit/flash-message.tsx'

const SESSION = 'doi_thoai_session'
/** Binds forms of people who are not signed in yet to their browser. */
const VISIT = 'doi_thoai_visit'
const FLASH = 'doi_thoai_flash'
const LANG = 'doi_thoai_lang'

interface CookieRules {
  secure: boolean
}

function options({ secure }: CookieRules) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
}

export function sessionToken(request: FastifyRequest): string | null {
  return request.cookies[SESSION] ?? null
}

export function visitToken(request: FastifyRequest): string | null {
  const token = request.cookies[VISIT]
  return token && /^[\w-]{43}$/.test(token) ? token : null
}

export function langCookie(request: FastifyRequest): string | undefined {
  return request.cookies[LANG]
}

export function setSessionCookie(reply: FastifyReply, rules: CookieRules, token: string | null): void {
  if (token === null) reply.clearCookie(SESSION, options(rules))
  else reply.setCookie(SESSION, token, options(rules))
}

export function setVisitCookie(reply: FastifyReply, rules: CookieRules, token: string): void {
  reply.setCookie(VISIT, token, options(rules))
}

export function setLangCookie(reply: FastifyReply, rules: CookieRules, lang: string): void {
  reply.setCookie(LANG, lang, { ...options(rules), maxAge: 365 * 24 * 3600 })
}

export function setFlashCookie(reply: FastifyReply, rules: CookieRules, flash: Flash): void {
  const text = Buffer.from(JSON.stringify(flash)).toString('base64url')
  reply.setCookie(FLASH, text, { ...options(rules), maxAge: 60 })
}

/** What was to be said once; reading it takes it away. */
export function takeFlash(request: FastifyRequest, reply: FastifyReply, rules: CookieRules): Flash | null {
  const text = request.cookies[FLASH]
  if (!text) return null
  reply.clearCookie(FLASH, options(rules))
  try {
    const { tone, text: said } = JSON.parse(Buffer.from(text, 'base64url').toString()) as Flash
    return ['good', 'warn', 'bad', 'info'].includes(tone) && typeof said === 'string' ? { tone, text: said } : null
  } catch {
    return null
  }
}

/** The form token: bound to the session, or to the visit before sign-in. */
export function csrfToken(secret: string): string {
  return createHmac('sha256', secret).update('form').digest('base64url')
}

export function isCsrfToken(given: unknown, secret: string): boolean {
  if (typeof given !== 'string') return false
  const expected = Buffer.from(csrfToken(secret))
  const actual = Buffer.from(given)
  return actual.length === expected.length && timingSafeEqual(actual, expected)
}
