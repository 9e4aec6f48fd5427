import { holdsOn, requireManageable } from '../../../access/account-rules.ts'
import { findAccount } from '../../../access/account-store.ts'
import { listMembershipsIn, listMembershipsOfAccount } from '../../../access/membership-store.ts'
import { listLogOf } from '../../../changes/change-log-store.ts'
import { formatDay } from '../../../platform/day.ts'
import { BrokenRule, NotFound } from '../../../platform/errors.ts'
import { type Action, ActionBar } from '../../kit/action-bar.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { DefinitionList } from '../../kit/definition-list.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { Timeline } from '../../kit/timeline.tsx'
import { accountWords } from '../../words/account-words.ts'
import { actWord } from '../../words/act-words.ts'
import { formatMoment } from '../../words/format-values.ts'
import { ruleSentence } from '../../words/rule-sentence.ts'
import type { Lang } from '../../words/words.ts'
import { officePage } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { accountActs, actWords, possibleActs } from './account-acts.ts'
import { ACCOUNTS, AccountState, membershipText } from './account-list-page.tsx'

type Membership = Awaited<ReturnType<typeof listMembershipsIn>>[number]

/** An account as seen from this authority; throws NotFound when it was never a member here. */
export async function getAccountHere(request: OfficeRequest) {
  const id = idParam(request)
  const account = await findAccount(request.db, id)
  const memberships = await listMembershipsIn(request.db, request.authority.id, [id])
  if (!account || memberships.length === 0) throw new NotFound('account')
  return { account, memberships, refusal: await refusalOf(request, id) }
}

/** Why this administrator may not manage the account, as a sentence; null when they may. */
async function refusalOf(request: OfficeRequest, id: number): Promise<string | null> {
  try {
    requireManageable(request.actor, { id, memberships: await listMembershipsOfAccount(request.db, id) })
    return null
  } catch (error) {
    if (error instanceof BrokenRule) return ruleSentence(request.lang, error.code)
    throw error
  }
}

/** GET /quan-tri/tai-khoan/:id */
export async function showAccount(request: OfficeRequest): Promise<OfficeReply> {
  const { lang } = request
  const words = accountWords[lang]
  const { account, memberships, refusal } = await getAccountHere(request)
  const lines = await listLogOf(request.db, request.authority.id, 'account', account.id)
  const page = request.link(`${ACCOUNTS}/${account.id}`)
  const acts: Action[] = possibleActs(account).map((act) => ({
    ...{ label: actWords(act, lang).verb, href: `${page}/${act}` },
    ...(accountActs[act].danger ? { variant: 'danger' as const } : {}),
  }))
  const grant: Action = {
    label: words.grant,
    href: `${request.link(ACCOUNTS)}/giao-vai-tro?login=${encodeURIComponent(account.login)}`,
  }
  return officePage(
    request,
    { title: account.displayName, active: 'administration' },
    <>
      <PageHeading
        title={account.displayName}
        kicker={account.login}
        trail={[
          { href: request.link('/quan-tri'), label: words.administration },
          { href: request.link(ACCOUNTS), label: words.accounts },
        ]}
        meta={<AccountState disabled={account.disabledAt !== null} lang={lang} />}
      />
      <DefinitionList
        facts={[
          { label: words.email, value: account.email },
          { label: words.secondFactor, value: account.totpConfirmedAt ? words.on : words.off },
          {
            label: words.state,
            value: account.disabledAt
              ? words.lockedSince(formatMoment(account.disabledAt, lang), account.disabledReason ?? '')
              : null,
          },
        ]}
      />
      <div class="mt-5">
        {refusal ? <p>{refusal}</p> : <ActionBar actions={account.disabledAt ? acts : [grant, ...acts]} />}
      </div>
      <Section title={words.roles} count={memberships.length}>
        <DataTable
          caption={words.roles}
          columns={columnsOf(request, page, refusal === null)}
          rows={memberships}
          rowKey={(row) => String(row.id)}
        />
      </Section>
      <History lines={lines} lang={lang} />
    </>,
  )
}

function columnsOf(request: OfficeRequest, page: string, manageable: boolean): Column<Membership>[] {
  const { lang, today } = request
  const words = accountWords[lang]
  const state = (row: Membership) => {
    if (row.endedAt) return <StateBadge tone="quiet" label={`${words.ended} ${formatMoment(row.endedAt, lang)}`} />
    if (holdsOn(row, today)) return <StateBadge tone="good" label={words.holds} />
    return <StateBadge tone="quiet" label={row.fromDay > today ? words.notYet : words.ended} />
  }
  const columns: Column<Membership>[] = [
    { key: 'role', label: words.role, main: true, cell: (row) => membershipText(row, lang) },
    { key: 'agency', label: words.agency, wide: true, cell: (row) => row.agencyName ?? '–' },
    { key: 'from', label: words.fromDay, cell: (row) => formatDay(row.fromDay) },
    { key: 'to', label: words.toDay, cell: (row) => (row.toDay ? formatDay(row.toDay) : '–') },
    { key: 'state', label: words.state, cell: state },
  ]
  const end = (row: Membership) =>
    row.endedAt ? (
      '–'
    ) : (
      <LinkButton
        small
        href={`${page}/vai-tro/${row.id}/ket-thuc`}
        label={`${words.endMembership}: ${membershipText(row, lang)}`}
      >
        {words.endMembership}
      </LinkButton>
    )
  return manageable ? [...columns, { key: 'end', label: words.endMembership, cell: end }] : columns
}

type LogLine = Awaited<ReturnType<typeof listLogOf>>[number]

function History({ lines, lang }: { lines: readonly LogLine[]; lang: Lang }) {
  const words = accountWords[lang]
  return (
    <Section title={words.history}>
      <Timeline
        events={lines.map((line) => ({
          key: String(line.seq),
          when: line.at,
          title: actWord(lang, line.action),
          ...(line.accountName ? { who: line.accountName } : {}),
          ...(line.reason ? { why: line.reason } : {}),
        }))}
      />
    </Section>
  )
}
