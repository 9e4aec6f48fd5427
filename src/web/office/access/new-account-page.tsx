import { createAccount } from '../../../access/create-account.ts'
import { grantMembership } from '../../../access/grant-membership.ts'
import { hashPassword } from '../../../access/password.ts'
import { newTemporaryPassword } from '../../../access/recovery-codes.ts'
import { performChange } from '../../../changes/perform-change.ts'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import type { FormErrors, FormValues } from '../../kit/form-state.ts'
import { PageHeading } from '../../kit/page-heading.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { accountWords } from '../../words/account-words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'
import { submitForm } from '../submit-form.tsx'
import { ACCOUNTS } from './account-list-page.tsx'
import { MembershipFields, membershipChoices } from './membership-fields.tsx'
import { keyOf, outcomeForm, textOf } from './outcome-form.ts'
import { temporaryPasswordPage } from './temporary-password-page.tsx'

interface FormState {
  values: FormValues
  errors: FormErrors
  status: number
}

const EMPTY: FormState = { values: {}, errors: {}, status: 200 }

/** GET /quan-tri/tai-khoan/moi */
export async function showNewAccount(request: OfficeRequest, state: FormState = EMPTY): Promise<OfficeReply> {
  const words = accountWords[request.lang]
  const choices = await membershipChoices(request)
  return officePage(
    request,
    { title: words.newAccount, active: 'administration', width: 'narrow', status: state.status },
    <>
      <PageHeading title={words.newAccount} trail={trailOf(request)} />
      <Form action={request.link(`${ACCOUNTS}/moi`)} values={state.values} errors={state.errors}>
        <TextField name="displayName" label={words.displayName} required autofocus autocomplete="off" />
        <TextField
          name="login"
          label={words.login}
          help={words.loginHelp}
          required
          spellcheck={false}
          autocomplete="off"
        />
        <TextField name="email" type="email" label={words.email} autocomplete="off" />
        <MembershipFields choices={choices} lang={request.lang} />
        <FormButtons verb={words.newAccount} cancelHref={request.link(ACCOUNTS)} />
      </Form>
    </>,
  )
}

/** POST /quan-tri/tai-khoan/moi */
export async function postNewAccount(request: OfficeRequest): Promise<OfficeReply> {
  const { _csrf, _key, _labels, ...input } = request.form
  const password = newTemporaryPassword()
  const change = createAccount(await hashPassword(password))
  const outcome = await outcomeForm(request.lang, () =>
    performChange(request.runtime, change, {
      ...{ actor: request.actor, authorityId: request.authority.id },
      ...{ input, key: keyOf(request.form) },
    }),
  )
  if (!outcome.ok) {
    const values = { ...input, _key: keyOf(request.form) }
    return showNewAccount(request, { values, errors: outcome.errors, status: outcome.status })
  }
  const shown = outcome.repeated ? null : password
  return temporaryPasswordPage(request, outcome.value.accountId, textOf(request.form, 'displayName'), shown)
}

/** GET /quan-tri/tai-khoan/giao-vai-tro */
export async function showGrant(request: OfficeRequest, state: FormState = EMPTY): Promise<OfficeReply> {
  const words = accountWords[request.lang]
  const choices = await membershipChoices(request)
  const values = state === EMPTY ? { login: queryText(request, 'login') } : state.values
  return officePage(
    request,
    { title: words.grantExisting, active: 'administration', width: 'narrow', status: state.status },
    <>
      <PageHeading title={words.grantExisting} trail={trailOf(request)} />
      <Form action={request.link(`${ACCOUNTS}/giao-vai-tro`)} values={values} errors={state.errors}>
        <TextField name="login" label={words.login} required spellcheck={false} autocomplete="off" />
        <MembershipFields choices={choices} lang={request.lang} />
        <FormButtons verb={words.grantVerb} cancelHref={request.link(ACCOUNTS)} />
      </Form>
    </>,
  )
}

/** POST /quan-tri/tai-khoan/giao-vai-tro */
export async function postGrant(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, grantMembership, {
    onDone: ({ accountId }) => redirectTo(request.link(`${ACCOUNTS}/${accountId}`), accountWords[request.lang].granted),
    onRefused: (refused) => showGrant(request, refused),
  })
}

function trailOf(request: OfficeRequest) {
  const words = accountWords[request.lang]
  return [
    { href: request.link('/quan-tri'), label: words.administration },
    { href: request.link(ACCOUNTS), label: words.accounts },
  ]
}
