import { hasAccounts } from '../../../access/account-store.ts'
import { signIn } from '../../../access/sign-in.ts'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { accessWords } from '../../words/access-words.ts'
import type { GateReply, GateRequest } from '../office-route.ts'
import { gatePage } from './gate-page.tsx'
import { textOf } from './outcome-form.ts'

/** Only a path of this program is gone on to: never another site, never a protocol-relative address. */
export function safeReturn(path: string): string {
  const here = 'http://here.invalid'
  if (!path.startsWith('/') || !URL.canParse(path, here)) return '/'
  const { origin, pathname, search } = new URL(path, here)
  return origin === here && !pathname.startsWith('/dang-') ? pathname + search : '/'
}

/** GET /dang-nhap */
export async function showSignIn(request: GateRequest): Promise<GateReply> {
  if (request.session) return { kind: 'redirect', to: '/' }
  if (!(await hasAccounts(request.db))) return { kind: 'redirect', to: '/thiet-lap' }
  const next = request.query['den']
  return signInPage(request, typeof next === 'string' ? next : '', '', null)
}

/** POST /dang-nhap */
export async function postSignIn(request: GateRequest): Promise<GateReply> {
  const { form, lang, address, userAgent } = request
  const login = textOf(form, 'login')
  const input = { login, password: textOf(form, 'password'), address, userAgent }
  const answer = await signIn(request.runtime, input)
  const words = accessWords[lang]
  if (answer.outcome === 'signedIn')
    return { kind: 'redirect', to: safeReturn(textOf(form, 'next')), session: answer.token }
  return signInPage(request, textOf(form, 'next'), login, answer.outcome === 'tooMany' ? words.tooMany : words.refused)
}

function signInPage(request: GateRequest, next: string, login: string, refused: string | null): GateReply {
  const words = accessWords[request.lang]
  return gatePage(
    request,
    { title: words.signIn, status: refused ? 422 : 200 },
    <>
      <PageHeading title={words.signIn} meta={words.signInHelp} />
      <Form
        action="/dang-nhap"
        draft={false}
        values={{ login }}
        errors={refused ? { '': refused } : {}}
        hidden={next ? { next } : {}}
      >
        <TextField name="login" label={words.login} autocomplete="username" spellcheck={false} required autofocus />
        <TextField name="password" type="password" label={words.password} autocomplete="current-password" required />
        <FormButtons verb={words.signIn} />
      </Form>
      <p class="mt-6 text-[color:var(--ink-soft)]">{words.forgotten}</p>
    </>,
  )
}
