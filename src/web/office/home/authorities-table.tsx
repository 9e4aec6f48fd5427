import { type Authority, listAuthorities } from '../../../agencies/authority-store.ts'
import type { PlanState } from '../../../plans/plan.ts'
import { formatDay, yearOf } from '../../../platform/day.ts'
import { AUTHORITY_KINDS } from '../../../regulations/regulation-vocabulary.ts'
import { type AuthorityOverview, overviewOfAuthorities } from '../../../reports/authority-overview-store.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { Section } from '../../kit/section.tsx'
import { formatNumber } from '../../words/format-values.ts'
import { homeWords } from '../../words/home-words.ts'
import type { OfficeRequest } from '../office-route.ts'
import { PlanBadge } from '../plans/plan-signs.tsx'

export interface FollowedAuthority {
  authority: Authority
  /** null for who keeps the installation and reads no dialogue */
  overview: AuthorityOverview | null
}

const FOLLOWERS: readonly string[] = ['superior', 'systemAdministrator']

/**
 * The authorities this reader looks after from here: those under a superior, all of the installation for its
 * administrator; null on every other home.
 */
export async function readAuthorities(request: OfficeRequest): Promise<FollowedAuthority[] | null> {
  const { db, actor, authority } = request
  if (!FOLLOWERS.includes(actor.role) || actor.homeAuthorityId !== authority.id) return null
  const all = (await listAuthorities(db)).filter((one) => actor.may('home:see', { authorityId: one.id }))
  const shown = actor.role === 'superior' ? all.filter((one) => one.id !== authority.id) : all
  if (shown.length === 0) return null
  const read = shown.filter((one) => actor.may('report:read', { authorityId: one.id })).map((one) => one.id)
  const overviews = await overviewOfAuthorities(db, read, actor.accountId, request.today)
  const byId = new Map(overviews.map((one) => [one.id, one]))
  return shown.map((one) => ({ authority: one, overview: byId.get(one.id) ?? null }))
}

interface Props {
  request: OfficeRequest
  authorities: readonly FollowedAuthority[]
}

/** One line for each authority: where its year stands, and the way to its pages. */
export function AuthoritiesTable({ request, authorities }: Props) {
  const words = homeWords[request.lang]
  const figures = authorities.some((one) => one.overview !== null)
  const title = request.actor.role === 'superior' ? words.authorities : words.allAuthorities
  return (
    <Section title={title} count={authorities.length}>
      {figures ? <p class="mb-3">{words.authoritiesMeta(yearOf(request.today))}</p> : null}
      <DataTable
        caption={title}
        columns={[
          { key: 'authority', label: words.authority, main: true, wide: true, cell: (row) => row.authority.name },
          ...(figures ? figureColumns(request) : plainColumns(request)),
          { key: 'open', label: words.goTo, cell: (row) => <Ways request={request} row={row} /> },
        ]}
        rows={authorities}
        rowKey={(row) => row.authority.slug}
        rowHref={(row) => `/${row.authority.slug}`}
        rowTone={(row) => (row.overview && row.overview.overdue > 0 ? 'bad' : null)}
      />
    </Section>
  )
}

function figureColumns({ lang }: OfficeRequest): Column<FollowedAuthority>[] {
  const words = homeWords[lang]
  const number = (n: number | undefined) => (n === undefined ? '' : formatNumber(n, lang))
  return [
    {
      key: 'plan',
      label: words.yearPlan,
      cell: ({ authority, overview }) =>
        overview?.planId ? (
          <a href={`/${authority.slug}/ke-hoach/${overview.planId}`}>
            <PlanBadge state={overview.planState as PlanState} lang={lang} />
          </a>
        ) : (
          words.noPlan
        ),
    },
    {
      key: 'held',
      label: words.plannedHeld,
      numeric: true,
      cell: ({ overview }) => (overview ? `${number(overview.held)} / ${number(overview.planned)}` : ''),
    },
    {
      key: 'overdue',
      label: words.overdueDeadlines,
      numeric: true,
      cell: ({ authority, overview }) =>
        overview && overview.overdue > 0 ? (
          <a href={`/${authority.slug}/han?when=overdue&whose=authority`}>{number(overview.overdue)}</a>
        ) : (
          number(overview?.overdue)
        ),
    },
    {
      key: 'continued',
      label: words.continuedPetitions,
      numeric: true,
      cell: ({ overview }) => number(overview?.continued),
    },
  ]
}

function plainColumns({ lang }: OfficeRequest): Column<FollowedAuthority>[] {
  const words = homeWords[lang]
  const kind = (key: string) => AUTHORITY_KINDS[key as keyof typeof AUTHORITY_KINDS]?.[lang] ?? key
  return [
    { key: 'kind', label: words.authorityKind, cell: ({ authority }) => kind(authority.kind) },
    { key: 'since', label: words.authoritySince, cell: ({ authority }) => formatDay(authority.fromDay) },
  ]
}

const WAYS = [
  { path: '/hoi-nghi', permission: 'dialogue:read', word: 'dialoguesOf' },
  { path: '/bao-cao', permission: 'report:read', word: 'reportsOf' },
  { path: '/quan-tri', permission: 'account:manage', word: 'administrationOf' },
] as const

function Ways({ request, row: { authority } }: { request: OfficeRequest; row: FollowedAuthority }) {
  const words = homeWords[request.lang]
  const open = WAYS.filter((way) => request.actor.may(way.permission, { authorityId: authority.id }))
  return (
    <ul class="flex flex-wrap gap-3">
      {open.map((way) => (
        <li key={way.path}>
          <a href={`/${authority.slug}${way.path}`} aria-label={`${words[way.word]}: ${authority.name}`}>
            {words[way.word]}
          </a>
        </li>
      ))}
    </ul>
  )
}
