import { rolesWithoutAgency, treeOrder } from '../../../agencies/agency.ts'
import { type Agency, listAgencies } from '../../../agencies/agency-store.ts'
import { existsOn } from '../../../agencies/lifespan.ts'
import { Badge } from '../../kit/badge.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { DetailsBlock } from '../../kit/details-block.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { agencyWords } from '../../words/agency-words.ts'
import { formatNumber } from '../../words/format-values.ts'
import { officePage } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'
import { regulationsToday, rolesOf } from './agency-choices.ts'
import { kindText, LifeBadge, levelText, lifeText } from './agency-signs.tsx'

export const AGENCIES = '/quan-tri/co-quan'

/** GET /quan-tri/co-quan: the tree, with what the regulation names and is missing. */
export async function showAgencies(request: OfficeRequest): Promise<OfficeReply> {
  const { db, authority, today, lang } = request
  const words = agencyWords[lang]
  const all = await listAgencies(db, authority.id)
  const showEnded = queryText(request, 'ket-thuc') === '1'
  const alive = all.filter((agency) => agency.toDay === null || agency.toDay >= today)
  const mayManage = request.actor.may('agency:manage', { authorityId: authority.id })
  const regulations = await regulationsToday(request)
  const missing = rolesWithoutAgency(rolesOf(regulations, 'agency'), alive)
  const rows = treeOrder(showEnded ? all : alive)
  return officePage(
    request,
    { title: words.agencies, active: 'administration' },
    <>
      <PageHeading
        title={words.agencies}
        trail={[{ href: request.link('/quan-tri'), label: words.administration }]}
        meta={words.agenciesMeta(formatNumber(alive.filter((agency) => existsOn(agency, today)).length, lang))}
        actions={
          <>
            <LinkButton href={request.link(showEnded ? AGENCIES : `${AGENCIES}?ket-thuc=1`)}>
              {showEnded ? words.hideEnded : words.showEnded}
            </LinkButton>
            {mayManage ? (
              <LinkButton href={request.link(`${AGENCIES}/moi`)} variant="primary" icon="plus">
                {words.addAgency}
              </LinkButton>
            ) : null}
          </>
        }
      />
      {mayManage ? <MissingRoles request={request} missing={missing} /> : null}
      {rows.length === 0 ? (
        <EmptyState title={words.none} help={words.noneHelp} />
      ) : (
        <DataTable
          caption={words.agencies}
          columns={columnsOf(request)}
          rows={rows}
          rowKey={({ agency }) => String(agency.id)}
          rowHref={({ agency }) => request.link(`${AGENCIES}/${agency.id}`)}
        />
      )}
    </>,
  )
}

const INDENTS = ['', 'ps-4', 'ps-8', 'ps-12'] as const

function columnsOf({ lang, today }: OfficeRequest): Column<{ agency: Agency; depth: number }>[] {
  const words = agencyWords[lang]
  return [
    {
      key: 'name',
      label: words.name,
      main: true,
      wide: true,
      cell: ({ agency, depth }) => <span class={`block ${INDENTS[Math.min(depth, 3)]}`}>{agency.name}</span>,
    },
    { key: 'shortName', label: words.shortName, cell: ({ agency }) => agency.shortName },
    {
      key: 'kind',
      label: words.kind,
      cell: ({ agency }) => (
        <div>
          {kindText(agency.kind, lang)} {agency.external ? <Badge>{words.externalMark}</Badge> : null}
        </div>
      ),
    },
    { key: 'level', label: words.level, cell: ({ agency }) => levelText(agency.level, lang) },
    { key: 'dates', label: words.dates, cell: ({ agency }) => lifeText(agency, lang) },
    { key: 'state', label: '', cell: ({ agency }) => <LifeBadge life={agency} today={today} lang={lang} /> },
  ]
}

function MissingRoles({
  request,
  missing,
}: {
  request: OfficeRequest
  missing: readonly { key: string; label: string }[]
}) {
  const words = agencyWords[request.lang]
  if (missing.length === 0) return null
  return (
    <div class="mb-5">
      <DetailsBlock summary={`${words.missingRoles} (${missing.length})`}>
        <p>{words.missingRolesHelp}</p>
        <ul class="mt-2 flex flex-col gap-2">
          {missing.map((role) => (
            <li key={role.key} class="flex flex-wrap items-baseline justify-between gap-2">
              <span>{role.label}</span>
              <a
                href={request.link(`${AGENCIES}/moi?vai-tro=${encodeURIComponent(role.key)}`)}
                aria-label={`${words.addThis}: ${role.label}`}
              >
                {words.addThis}
              </a>
            </li>
          ))}
        </ul>
      </DetailsBlock>
    </div>
  )
}
