import { holdsOn } from '../../../access/account-rules.ts'
import { listAccountsOfAuthority, listMembershipsIn } from '../../../access/membership-store.ts'
import { type Role, roleNames, roles } from '../../../access/role.ts'
import type { Day } from '../../../platform/day.ts'
import { withQuery } from '../../kit/address-query.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { type ActiveFilter, FilterBar } from '../../kit/filter-bar.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Pagination } from '../../kit/pagination.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { accountWords } from '../../words/account-words.ts'
import type { Lang } from '../../words/words.ts'
import { officePage } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'

type Account = Awaited<ReturnType<typeof listAccountsOfAuthority>>['rows'][number]
type Membership = Awaited<ReturnType<typeof listMembershipsIn>>[number]

const PAGE_SIZE = 25
export const ACCOUNTS = '/quan-tri/tai-khoan'

function filterOf(request: OfficeRequest) {
  const role = queryText(request, 'role')
  const state = queryText(request, 'state')
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(queryText(request, 'page'))) || 1))
  return {
    search: queryText(request, 'q').normalize('NFC').trim().slice(0, 100),
    role: (roles as readonly string[]).includes(role) ? (role as Role) : null,
    state: state === 'active' || state === 'disabled' ? (state as 'active' | 'disabled') : null,
    page,
  }
}

/** GET /quan-tri/tai-khoan */
export async function showAccounts(request: OfficeRequest): Promise<OfficeReply> {
  const words = accountWords[request.lang]
  const { page, ...filter } = filterOf(request)
  const window = { ...filter, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }
  const { total, rows } = await listAccountsOfAuthority(request.db, request.authority.id, window)
  const memberships = await listMembershipsIn(
    request.db,
    request.authority.id,
    rows.map((row) => row.id),
  )
  const address = request.chrome.address
  return officePage(
    request,
    { title: words.accounts, active: 'administration' },
    <>
      <PageHeading
        title={words.accounts}
        trail={[{ href: request.link('/quan-tri'), label: words.administration }]}
        meta={words.accountsMeta}
        actions={
          <>
            <LinkButton href={request.link(`${ACCOUNTS}/giao-vai-tro`)}>{words.grantExisting}</LinkButton>
            <LinkButton href={request.link(`${ACCOUNTS}/moi`)} variant="primary" icon="plus">
              {words.newAccount}
            </LinkButton>
          </>
        }
      />
      <Filters request={request} filter={filter} />
      {rows.length === 0 ? (
        <EmptyState title={words.none} help={words.noneHelp} />
      ) : (
        <>
          <DataTable
            caption={words.accounts}
            columns={columnsOf(request.lang, memberships, request.today)}
            rows={rows}
            rowKey={(row) => String(row.id)}
            rowHref={(row) => request.link(`${ACCOUNTS}/${row.id}`)}
          />
          <Pagination address={address} page={page} pageSize={PAGE_SIZE} total={total} />
        </>
      )}
    </>,
  )
}

function columnsOf(lang: Lang, memberships: readonly Membership[], today: Day): Column<Account>[] {
  const words = accountWords[lang]
  const held = (row: Account) => memberships.filter((one) => one.accountId === row.id && holdsOn(one, today))
  return [
    { key: 'name', label: words.displayName, main: true, cell: (row) => row.displayName },
    { key: 'login', label: words.login, cell: (row) => row.login },
    {
      key: 'roles',
      label: words.roles,
      wide: true,
      cell: (row) => held(row).map((one) => <p key={one.id}>{membershipText(one, lang)}</p>),
    },
    { key: 'totp', label: words.secondFactor, cell: (row) => (row.totpConfirmedAt ? words.on : words.off) },
    {
      key: 'state',
      label: words.state,
      cell: (row) => <AccountState disabled={row.disabledAt !== null} lang={lang} />,
    },
  ]
}

/** `Văn thư – VP Đảng ủy` */
export function membershipText(one: { role: string; agencyShortName: string | null }, lang: Lang): string {
  const role = roleNames[one.role as Role]?.[lang] ?? one.role
  return one.agencyShortName ? `${role} – ${one.agencyShortName}` : role
}

export function AccountState({ disabled, lang }: { disabled: boolean; lang: Lang }) {
  const words = accountWords[lang]
  return <StateBadge tone={disabled ? 'bad' : 'good'} label={disabled ? words.disabled : words.active} />
}

function Filters({
  request,
  filter,
}: {
  request: OfficeRequest
  filter: { search: string; role: Role | null; state: string | null }
}) {
  const { lang } = request
  const words = accountWords[lang]
  const address = request.chrome.address
  const without = (name: string) => withQuery(address, { [name]: null, page: null })
  const active: ActiveFilter[] = [
    ...(filter.search ? [{ label: `“${filter.search}”`, removeHref: without('q') }] : []),
    ...(filter.role ? [{ label: `${words.role}: ${roleNames[filter.role][lang]}`, removeHref: without('role') }] : []),
    ...(filter.state
      ? [
          {
            label: `${words.state}: ${filter.state === 'active' ? words.active : words.disabled}`,
            removeHref: without('state'),
          },
        ]
      : []),
  ]
  return (
    <FilterBar
      action={request.link(ACCOUNTS)}
      values={{ q: filter.search, role: filter.role ?? '', state: filter.state ?? '' }}
      active={active}
      clearHref={request.link(ACCOUNTS)}
    >
      <TextField name="q" type="search" label={words.search} />
      <SelectField
        name="role"
        label={words.role}
        empty={words.all}
        choices={roles.map((role) => ({ value: role, label: roleNames[role][lang] }))}
      />
      <SelectField
        name="state"
        label={words.state}
        empty={words.all}
        choices={[
          { value: 'active', label: words.active },
          { value: 'disabled', label: words.disabled },
        ]}
      />
    </FilterBar>
  )
}
