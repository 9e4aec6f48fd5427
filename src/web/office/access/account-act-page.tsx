import { randomUUID } from 'node:crypto'
import { endMembership } from '../../../access/end-membership.ts'
import { hashPassword } from '../../../access/password.ts'
import { newTemporaryPassword } from '../../../access/recovery-codes.ts'
import { resetPassword } from '../../../access/reset-password.ts'
import { NotFound } from '../../../platform/errors.ts'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import type { FormErrors } from '../../kit/form-state.ts'
import { PageHeading } from '../../kit/page-heading.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { accountWords } from '../../words/account-words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { type AccountAct, accountActs, actWords } from './account-acts.ts'
import { ACCOUNTS, membershipText } from './account-list-page.tsx'
import { getAccountHere } from './account-page.tsx'
import { temporaryPasswordPage } from './temporary-password-page.tsx'

interface ReasonPage {
  title: string
  help: string
  danger: boolean
  action: string
  refused: RefusedForm | null
}

/** One act on an account, one reason, one button. */
async function reasonPage(request: OfficeRequest, page: ReasonPage): Promise<OfficeReply> {
  const words = accountWords[request.lang]
  const { account } = await getAccountHere(request)
  const { refused, title } = page
  const back = request.link(`${ACCOUNTS}/${account.id}`)
  const stale: FormErrors = refused?.stale ? { '': words.changedMeanwhile } : {}
  const values = refused?.stale ? { ...refused.values, _key: randomUUID() } : (refused?.values ?? {})
  return officePage(
    request,
    { title, active: 'administration', width: 'narrow', status: refused?.status ?? 200 },
    <>
      <PageHeading
        title={title}
        kicker={`${account.displayName} (${account.login})`}
        trail={[
          { href: request.link(ACCOUNTS), label: words.accounts },
          { href: back, label: account.displayName },
        ]}
        meta={page.help || undefined}
      />
      <Form action={page.action} version={account.version} values={values} errors={{ ...refused?.errors, ...stale }}>
        <TextAreaField name="reason" label={words.reason} help={words.reasonHelp} rows={3} required />
        <FormButtons verb={title} danger={page.danger} cancelHref={back} />
      </Form>
    </>,
  )
}

/** GET /quan-tri/tai-khoan/:id/<act> */
export function showAct(act: AccountAct) {
  return (request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> => {
    const { verb, help } = actWords(act, request.lang)
    const action = request.link(`${ACCOUNTS}/${idParam(request)}/${act}`)
    return reasonPage(request, { title: verb, help, danger: accountActs[act].danger, action, refused })
  }
}

const inputOf = (request: OfficeRequest) => ({
  accountId: idParam(request),
  version: request.form['version'],
  reason: request.form['reason'],
})

/** POST /quan-tri/tai-khoan/:id/<act> */
export function postAct(act: Exclude<AccountAct, 'mat-khau'>) {
  return (request: OfficeRequest): Promise<OfficeReply> =>
    submitForm(request, accountActs[act].change, {
      input: inputOf(request),
      onDone: () => redirectTo(request.link(`${ACCOUNTS}/${idParam(request)}`), actWords(act, request.lang).done),
      onRefused: (refused) => showAct(act)(request, refused),
    })
}

/** POST /quan-tri/tai-khoan/:id/mat-khau: shows the new first password once. */
export async function postResetPassword(request: OfficeRequest): Promise<OfficeReply> {
  const { account } = await getAccountHere(request)
  const password = newTemporaryPassword()
  const change = resetPassword(await hashPassword(password))
  return submitForm(request, change, {
    input: inputOf(request),
    // a repeated post changed nothing: the password that holds is the one the first post showed
    onDone: (_, repeated) =>
      temporaryPasswordPage(request, account.id, account.displayName, repeated ? null : password),
    onRefused: (refused) => showAct('mat-khau')(request, refused),
  })
}

/** GET /quan-tri/tai-khoan/:id/vai-tro/:membership/ket-thuc */
export async function showEndMembership(
  request: OfficeRequest,
  refused: RefusedForm | null = null,
): Promise<OfficeReply> {
  const { memberships } = await getAccountHere(request)
  const membership = memberships.find((one) => one.id === idParam(request, 'membership'))
  if (!membership) throw new NotFound('membership')
  const action = request.link(`${ACCOUNTS}/${idParam(request)}/vai-tro/${membership.id}/ket-thuc`)
  const help = membershipText(membership, request.lang)
  return reasonPage(request, { title: accountWords[request.lang].endMembership, help, danger: true, action, refused })
}

/** POST /quan-tri/tai-khoan/:id/vai-tro/:membership/ket-thuc */
export async function postEndMembership(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, endMembership, {
    input: { membershipId: idParam(request, 'membership'), reason: request.form['reason'] },
    onDone: ({ accountId }) =>
      redirectTo(request.link(`${ACCOUNTS}/${accountId}`), accountWords[request.lang].membershipEnded),
    onRefused: (refused) => showEndMembership(request, refused),
  })
}
