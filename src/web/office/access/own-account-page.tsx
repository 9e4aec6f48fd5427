import { findAccount } from '../../../access/account-store.ts'
import { INSTALLATION, ownerOfSession } from '../../../access/actor-of-session.ts'
import { endOtherSessions, endSession } from '../../../access/end-session.ts'
import type { Session } from '../../../access/session.ts'
import { listSessions } from '../../../access/session-store.ts'
import { performChange } from '../../../changes/perform-change.ts'
import { ActionBar } from '../../kit/action-bar.tsx'
import { Button } from '../../kit/button.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { DefinitionList } from '../../kit/definition-list.tsx'
import { Form } from '../../kit/form.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { accessWords } from '../../words/access-words.ts'
import { formatMoment } from '../../words/format-values.ts'
import { mailWords } from '../../words/mail-words.ts'
import type { Lang } from '../../words/words.ts'
import type { GateReply, GateRequest } from '../office-route.ts'
import { browserName } from './browser-name.ts'
import { gatePage, sessionAt, toNextStage } from './gate-page.tsx'
import { membershipLabel } from './membership-page.tsx'
import { keyOf } from './outcome-form.ts'

type SessionRow = Awaited<ReturnType<typeof listSessions>>[number]
type Account = NonNullable<Awaited<ReturnType<typeof findAccount>>>

/** GET /tai-khoan */
export async function showOwnAccount(request: GateRequest): Promise<GateReply> {
  const session = sessionAt(request, 'membership', 'ready')
  if (!session) return toNextStage
  const account = await findAccount(request.db, session.accountId)
  if (!account) return toNextStage
  const sessions = await listSessions(request.db, session.accountId, request.now)
  const words = accessWords[request.lang]
  return gatePage(
    request,
    { title: words.account, width: 'wide' },
    <>
      <PageHeading title={words.account} kicker={session.login} trail={[{ href: '/', label: words.toWork }]} />
      <AboutMe session={session} account={account} lang={request.lang} />
      <Sessions session={session} sessions={sessions} lang={request.lang} />
    </>,
  )
}

function AboutMe({ session, account, lang }: { session: Session; account: Account; lang: Lang }) {
  const words = accessWords[lang]
  const on = account.totpConfirmedAt !== null
  const roles = session.memberships.map((one) => membershipLabel(one, lang))
  const actions = [
    { label: words.changePassword, href: '/tai-khoan/mat-khau' },
    { label: words.totp, href: '/tai-khoan/xac-thuc' },
    { label: mailWords[lang].ownTitle, href: '/tai-khoan/thu' },
    ...(roles.length > 1 ? [{ label: words.chooseRole, href: '/chon-vai-tro' }] : []),
  ]
  return (
    <>
      <DefinitionList
        facts={[
          { label: words.displayName, value: account.displayName },
          { label: words.email, value: account.email },
          {
            label: words.roles,
            value: roles.map(({ label, help }) => <p key={`${label} ${help}`}>{`${label} – ${help}`}</p>),
          },
          {
            label: words.totp,
            value: (
              <>
                <StateBadge tone={on ? 'good' : 'warn'} label={on ? words.totpOn : words.totpOff} />{' '}
                {on ? words.recoveryLeftNow(account.recoveryCodeHashes.length) : null}
              </>
            ),
          },
        ]}
      />
      <div class="mt-5">
        <ActionBar actions={actions} />
      </div>
    </>
  )
}

function Sessions({ session, sessions, lang }: { session: Session; sessions: readonly SessionRow[]; lang: Lang }) {
  const words = accessWords[lang]
  const columns: Column<SessionRow>[] = [
    {
      key: 'browser',
      label: words.browser,
      main: true,
      cell: (row) => (
        <>
          {browserName(row.userAgent)}{' '}
          {row.id === session.id ? <StateBadge tone="info" label={words.thisSession} /> : null}
        </>
      ),
    },
    { key: 'address', label: words.address, cell: (row) => row.address ?? '–' },
    { key: 'since', label: words.since, cell: (row) => formatMoment(row.createdAt, lang) },
    { key: 'lastSeen', label: words.lastSeen, cell: (row) => formatMoment(row.lastSeenAt, lang) },
    {
      key: 'end',
      label: words.endSession,
      cell: (row) => <EndButton row={row} own={row.id === session.id} lang={lang} />,
    },
  ]
  const others = sessions.length > 1 ? [{ label: words.endOthers, post: '/tai-khoan/phien/ket-thuc-khac' }] : []
  return (
    <Section title={words.sessions} count={sessions.length} help={words.sessionsHelp}>
      <DataTable caption={words.sessions} columns={columns} rows={sessions} rowKey={(row) => String(row.id)} />
      <div class="mt-4">
        <ActionBar actions={others} />
      </div>
    </Section>
  )
}

function EndButton({ row, own, lang }: { row: SessionRow; own: boolean; lang: Lang }) {
  const words = accessWords[lang]
  const which = `${browserName(row.userAgent)}, ${formatMoment(row.createdAt, lang)}`
  const action = own ? '/dang-xuat' : '/tai-khoan/phien/ket-thuc'
  return (
    <Form class="one-button" action={action} hidden={own ? {} : { sessionId: String(row.id) }} draft={false}>
      <Button variant="secondary" small {...(own ? {} : { label: words.endSessionOf(which) })}>
        {own ? words.leave : words.endSession}
      </Button>
    </Form>
  )
}

/** POST /tai-khoan/phien/ket-thuc */
export async function postEndSession(request: GateRequest): Promise<GateReply> {
  const session = sessionAt(request, 'membership', 'ready')
  if (!session) return toNextStage
  await performChange(request.runtime, endSession, {
    ...{ actor: ownerOfSession(session), authorityId: INSTALLATION },
    ...{ input: { sessionId: request.form['sessionId'] }, key: keyOf(request.form) },
  })
  return { kind: 'redirect', to: '/tai-khoan', flash: accessWords[request.lang].sessionEnded }
}

/** POST /tai-khoan/phien/ket-thuc-khac */
export async function postEndOtherSessions(request: GateRequest): Promise<GateReply> {
  const session = sessionAt(request, 'membership', 'ready')
  if (!session) return toNextStage
  const outcome = await performChange(request.runtime, endOtherSessions, {
    ...{ actor: ownerOfSession(session), authorityId: INSTALLATION },
    ...{ input: { keptSessionId: session.id }, key: keyOf(request.form) },
  })
  const flash = outcome.ok ? accessWords[request.lang].othersEnded(outcome.value.ended) : undefined
  return { kind: 'redirect', to: '/tai-khoan', flash }
}
