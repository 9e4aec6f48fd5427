import { findAccount } from '../../../access/account-store.ts'
import { type Session, stageOf } from '../../../access/session.ts'
import { totpUri } from '../../../access/totp.ts'
import { Card } from '../../kit/card.tsx'
import { DetailsBlock } from '../../kit/details-block.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import type { FormErrors } from '../../kit/form-state.ts'
import { PageHeading } from '../../kit/page-heading.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { accessWords } from '../../words/access-words.ts'
import type { Lang } from '../../words/words.ts'
import type { GateReply, GateRequest } from '../office-route.ts'
import { gatePage, toNextStage } from './gate-page.tsx'

type Account = NonNullable<Awaited<ReturnType<typeof findAccount>>>

export const TOTP_PAGE = '/tai-khoan/xac-thuc'

/** The page of the second factor: what is set up, the QR code while setting up, and new recovery codes. */
export async function totpPage(
  request: GateRequest,
  session: Session,
  refused: { errors: FormErrors; status: number } = { errors: {}, status: 200 },
): Promise<GateReply> {
  const account = await findAccount(request.db, session.accountId)
  if (!account) return toNextStage
  const words = accessWords[request.lang]
  const on = account.totpConfirmedAt !== null
  const qr = account.totpPendingSecret ? await qrOf(account.totpPendingSecret, account.login) : null
  const forced = stageOf(session) === 'enrolSecondFactor'
  return gatePage(
    request,
    { title: words.totp, status: refused.status },
    <>
      <PageHeading
        title={words.totp}
        trail={forced ? [] : [{ href: '/tai-khoan', label: words.account }]}
        meta={<StateBadge tone={on ? 'good' : 'warn'} label={on ? words.totpOn : words.totpOff} />}
      />
      <p class="mb-6">{forced ? words.totpRequired : words.totpWhy}</p>
      {qr ? <Scan secret={account.totpPendingSecret!} qr={qr} errors={refused.errors} lang={request.lang} /> : null}
      {qr ? null : <Begin account={account} forced={forced} errors={refused.errors} lang={request.lang} />}
    </>,
  )
}

interface BeginProps {
  account: Account
  /** just signed in with the password: it is not asked for again */
  forced: boolean
  errors: FormErrors
  lang: Lang
}

function Begin({ account, forced, errors, lang }: BeginProps) {
  const words = accessWords[lang]
  const on = account.totpConfirmedAt !== null
  const password = (id: string) => (
    <TextField
      name="password"
      id={id}
      type="password"
      label={words.passwordAgain}
      autocomplete="current-password"
      required
    />
  )
  if (!on) {
    return (
      <Form action={`${TOTP_PAGE}/bat-dau`} draft={false} errors={errors}>
        {forced ? null : password('begin-password')}
        <FormButtons verb={words.totpBegin} />
      </Form>
    )
  }
  return (
    <>
      <Card title={words.recoveryRenew} aside={words.recoveryLeftNow(account.recoveryCodeHashes.length)}>
        <Form action={`${TOTP_PAGE}/ma-khoi-phuc`} draft={false} errors={errors} label={words.recoveryRenew}>
          {password('renew-password')}
          <FormButtons verb={words.recoveryRenew} />
        </Form>
      </Card>
      <Card title={words.totpAgain}>
        <Form action={`${TOTP_PAGE}/bat-dau`} draft={false} label={words.totpAgain}>
          {password('again-password')}
          <FormButtons verb={words.totpAgain} />
        </Form>
      </Card>
    </>
  )
}

function Scan({ secret, qr, errors, lang }: { secret: string; qr: string; errors: FormErrors; lang: Lang }) {
  const words = accessWords[lang]
  return (
    <>
      <ol class="list-decimal pl-6 mb-6">
        <li>{words.totpStep1}</li>
        <li>
          {words.totpStep2}
          <img class="bg-white p-2 my-3" src={qr} alt={words.totpQr} width={220} height={220} />
          <DetailsBlock summary={words.totpByHand}>
            <code class="break-all">{secret.replace(/(.{4})/g, '$1 ').trim()}</code>
          </DetailsBlock>
        </li>
        <li>{words.totpStep3}</li>
      </ol>
      <Form action={`${TOTP_PAGE}/xac-nhan`} draft={false} errors={errors}>
        <TextField
          name="code"
          label={words.code}
          autocomplete="one-time-code"
          inputMode="numeric"
          maxLength={10}
          narrow
          required
        />
        <FormButtons verb={words.totpConfirm} />
      </Form>
    </>
  )
}

async function qrOf(secret: string, login: string): Promise<string> {
  const { default: QRCode } = await import('qrcode')
  const svg = await QRCode.toString(totpUri(secret, login), { type: 'svg', margin: 1, errorCorrectionLevel: 'M' })
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}

/** The recovery codes, shown this once; the session goes on under `token` when it was changed with them. */
export function recoveryCodesPage(request: GateRequest, codes: readonly string[], token?: string): GateReply {
  const words = accessWords[request.lang]
  return gatePage(
    request,
    { title: words.recoveryCodes, ...(token ? { token } : {}) },
    <>
      <PageHeading title={words.recoveryCodes} meta={words.recoveryCodesHelp} />
      <ol class="recovery-codes list-decimal pl-8 my-6 text-lg">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p>
        <a class="btn btn-primary" href="/">
          {words.recoveryKept}
        </a>
      </p>
    </>,
  )
}
