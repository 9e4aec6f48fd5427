import { changePassword } from '../../../access/change-password.ts'
import type { Session } from '../../../access/session.ts'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import type { FormErrors } from '../../kit/form-state.ts'
import { PageHeading } from '../../kit/page-heading.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { accessWords } from '../../words/access-words.ts'
import type { GateReply, GateRequest } from '../office-route.ts'
import { gatePage, sessionAt, toNextStage } from './gate-page.tsx'
import { keyOf, outcomeForm, textOf } from './outcome-form.ts'

const STAGES = ['newPassword', 'membership', 'ready'] as const

/** GET /tai-khoan/mat-khau */
export async function showPassword(request: GateRequest): Promise<GateReply> {
  const session = sessionAt(request, ...STAGES)
  return session ? passwordPage(request, session, {}, 200) : toNextStage
}

/** POST /tai-khoan/mat-khau */
export async function postPassword(request: GateRequest): Promise<GateReply> {
  const session = sessionAt(request, ...STAGES)
  if (!session) return toNextStage
  const { form, address } = request
  const typed = {
    current: textOf(form, 'currentPassword'),
    next: textOf(form, 'newPassword'),
    repeated: textOf(form, 'repeatedPassword'),
  }
  const input = { ...typed, address, key: keyOf(form) }
  const outcome = await outcomeForm(request.lang, () => changePassword(request.runtime, session, input))
  if (!outcome.ok) {
    const { current, next, repeated, ...whole } = outcome.errors
    const fields = { currentPassword: current, newPassword: next, repeatedPassword: repeated }
    const named = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined)
    return passwordPage(request, session, { ...whole, ...Object.fromEntries(named) }, outcome.status)
  }
  const to = session.mustChangePassword ? '/' : '/tai-khoan'
  return { kind: 'redirect', to, flash: accessWords[request.lang].passwordChanged, session: outcome.value.token }
}

function passwordPage(request: GateRequest, session: Session, errors: FormErrors, status: number): GateReply {
  const words = accessWords[request.lang]
  const first = session.mustChangePassword
  const title = first ? words.firstPassword : words.changePassword
  const trail = first ? [] : [{ href: '/tai-khoan', label: words.account }]
  return gatePage(
    request,
    { title, status },
    <>
      <PageHeading title={title} trail={trail} meta={first ? words.firstPasswordHelp : undefined} />
      <Form action="/tai-khoan/mat-khau" draft={false} errors={errors}>
        <input type="text" name="username" value={session.login} autocomplete="username" hidden readonly />
        <TextField
          name="currentPassword"
          type="password"
          label={words.currentPassword}
          autocomplete="current-password"
          required
        />
        <TextField
          name="newPassword"
          type="password"
          label={words.newPassword}
          help={words.newPasswordHelp}
          autocomplete="new-password"
          required
        />
        <TextField
          name="repeatedPassword"
          type="password"
          label={words.repeatedPassword}
          autocomplete="new-password"
          required
        />
        <FormButtons verb={words.changePassword} {...(first ? {} : { cancelHref: '/tai-khoan' })} />
      </Form>
    </>,
  )
}
