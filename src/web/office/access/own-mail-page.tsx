import { findAccount } from '../../../access/account-store.ts'
import { INSTALLATION, ownerOfSession } from '../../../access/actor-of-session.ts'
import { performChange } from '../../../changes/perform-change.ts'
import { findAccountMail } from '../../../mail/account-mail-store.ts'
import { changeCalendarAddress, chooseOwnMail } from '../../../mail/choose-own-mail.ts'
import { ActionBar } from '../../kit/action-bar.tsx'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { accessWords } from '../../words/access-words.ts'
import { mailWords } from '../../words/mail-words.ts'
import { calendarAddress } from '../deadlines/calendar-feed.ts'
import type { GateReply, GateRequest } from '../office-route.ts'
import { gatePage, sessionAt, toNextStage } from './gate-page.tsx'
import { keyOf } from './outcome-form.ts'

const PATH = '/tai-khoan/thu'

/** GET /tai-khoan/thu: which mails an account gets, and the address of its own calendar. */
export async function showOwnMail(request: GateRequest): Promise<GateReply> {
  const session = sessionAt(request, 'membership', 'ready')
  if (!session) return toNextStage
  const { db, runtime, lang } = request
  const words = mailWords[lang]
  const account = await findAccount(db, session.accountId)
  const mail = await findAccountMail(db, session.accountId)
  const path = calendarAddress(runtime.key, session.accountId, mail.calendarNonce)
  return gatePage(
    request,
    { title: words.ownTitle },
    <>
      <PageHeading title={words.ownTitle} trail={[{ href: '/tai-khoan', label: accessWords[lang].account }]} />
      <Form action={PATH} draft={false}>
        <p class="field-help">{account?.email ? words.ownTo(account.email) : words.ownNoEmail}</p>
        <CheckboxField name="digest" label={words.ownDigest} help={words.ownDigestHelp} checked={mail.digest} />
        <CheckboxField name="atOnce" label={words.ownAtOnce} help={words.ownAtOnceHelp} checked={mail.atOnce} />
        <FormButtons verb={words.ownSave} cancelHref="/tai-khoan" />
      </Form>
      <Section title={words.calendarTitle} help={words.calendarHelp}>
        {path ? (
          <p class="my-3 break-all">
            <code>{runtime.mail.origin ? new URL(path, runtime.mail.origin).href : path}</code>
          </p>
        ) : null}
        <ActionBar
          actions={[
            {
              label: path ? words.calendarRenew : words.calendarMake,
              post: `${PATH}/lich`,
              hidden: { wanted: 'yes' },
            },
            ...(path ? [{ label: words.calendarEnd, post: `${PATH}/lich`, hidden: { wanted: '' } }] : []),
          ]}
        />
      </Section>
    </>,
  )
}

/** POST /tai-khoan/thu */
export async function postOwnMail(request: GateRequest): Promise<GateReply> {
  const session = sessionAt(request, 'membership', 'ready')
  if (!session) return toNextStage
  const { digest, atOnce } = request.form
  await performChange(request.runtime, chooseOwnMail, {
    ...{ actor: ownerOfSession(session), authorityId: INSTALLATION },
    ...{ input: { digest, atOnce }, key: keyOf(request.form) },
  })
  return { kind: 'redirect', to: PATH, flash: mailWords[request.lang].ownSaved }
}

/** POST /tai-khoan/thu/lich */
export async function postCalendarAddress(request: GateRequest): Promise<GateReply> {
  const session = sessionAt(request, 'membership', 'ready')
  if (!session) return toNextStage
  const { wanted } = request.form
  await performChange(request.runtime, changeCalendarAddress, {
    ...{ actor: ownerOfSession(session), authorityId: INSTALLATION },
    ...{ input: { wanted }, key: keyOf(request.form) },
  })
  const words = mailWords[request.lang]
  return { kind: 'redirect', to: PATH, flash: wanted ? words.calendarMade : words.calendarEnded }
}
