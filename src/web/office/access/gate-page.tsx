import type { ComponentChildren } from 'preact'
import { roleNames } from '../../../access/role.ts'
import { type Session, type SessionStage, stageOf } from '../../../access/session.ts'
import type { PageUser } from '../../kit/page-chrome.ts'
import { PageLayout } from '../../kit/page-layout.tsx'
import { accessWords } from '../../words/access-words.ts'
import type { Lang } from '../../words/words.ts'
import { csrfToken } from '../cookies.ts'
import type { GateReply, GateRequest } from '../office-route.ts'

interface GatePageOptions {
  title: string
  status?: number
  width?: 'narrow' | 'wide'
  /** the session's new token, when this reply changes it: the forms of the page belong to the new one */
  token?: string
}

/** A page outside any authority: who is signed in, and no places. */
export function gatePage(request: GateRequest, options: GatePageOptions, content: ComponentChildren): GateReply {
  const { status = 200, token, title, width = 'narrow' } = options
  const user = request.session ? pageUser(request.session, request.lang) : null
  const chrome = { ...request.chrome, user, ...(token ? { csrf: csrfToken(token) } : {}) }
  const node = (
    <PageLayout {...chrome} title={title} width={width}>
      {content}
    </PageLayout>
  )
  return { kind: 'page', status, node, ...(token ? { session: token } : {}) }
}

function pageUser(session: Session, lang: Lang): PageUser {
  const words = accessWords[lang]
  const ready = stageOf(session) === 'ready'
  return {
    id: session.login,
    name: session.displayName,
    post: session.current ? roleNames[session.current.role][lang] : undefined,
    agency: session.current?.agencyName ?? undefined,
    links: ready
      ? [
          { href: '/', label: words.toWork },
          { href: '/tai-khoan', label: words.account },
        ]
      : [],
    signOutAction: '/dang-xuat',
  }
}

/** The session of a page that needs one at one of these stages; null sends its holder where they have to go first. */
export function sessionAt(request: GateRequest, ...stages: SessionStage[]): Session | null {
  const { session } = request
  return session && stages.includes(stageOf(session)) ? session : null
}

/** `/` knows which page comes next at every stage. */
export const toNextStage: GateReply = { kind: 'redirect', to: '/' }
