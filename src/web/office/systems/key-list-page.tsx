import type { ApiScope } from '../../../access/api-key.ts'
import { type ApiKeyRow, listApiKeys } from '../../../access/api-key-store.ts'
import { type Role, roleNames } from '../../../access/role.ts'
import { formatDay } from '../../../platform/day.ts'
import type { WebhookEvent } from '../../../webhooks/webhook-events.ts'
import { listWebhooks, type WebhookRow } from '../../../webhooks/webhook-store.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { apiWords } from '../../words/api-words.ts'
import { formatMoment } from '../../words/format-values.ts'
import { officePage } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'

export const KEYS = '/quan-tri/khoa'

/** GET /quan-tri/khoa */
export async function showKeys(request: OfficeRequest): Promise<OfficeReply> {
  const words = apiWords[request.lang]
  const [keys, hooks] = await Promise.all([
    listApiKeys(request.db, request.authority.id),
    listWebhooks(request.db, request.authority.id),
  ])
  const issue = (
    <LinkButton href={request.link(`${KEYS}/moi`)} variant="primary">
      {words.issue}
    </LinkButton>
  )
  return officePage(
    request,
    { title: words.keys, active: 'administration' },
    <>
      <PageHeading
        title={words.keys}
        trail={[{ href: request.link('/quan-tri'), label: words.administration }]}
        meta={words.keysHelp}
        actions={
          <>
            <LinkButton href="/api/v1/openapi.json">{words.document}</LinkButton>
            {issue}
          </>
        }
      />
      {keys.length === 0 ? (
        <EmptyState title={words.noKeys}>{words.noKeysHelp}</EmptyState>
      ) : (
        <DataTable caption={words.keys} columns={columnsOf(request)} rows={keys} rowKey={(row) => String(row.id)} />
      )}
      {hooks.length === 0 ? null : (
        <Section title={words.hooks} count={hooks.length}>
          <DataTable
            caption={words.hooks}
            columns={hookColumns(request)}
            rows={hooks}
            rowKey={(row) => String(row.id)}
          />
        </Section>
      )}
    </>,
  )
}

function hookColumns({ lang }: OfficeRequest): Column<WebhookRow>[] {
  const words = apiWords[lang]
  return [
    { key: 'url', label: words.hookUrl, main: true, cell: (row) => <span class="break-all">{row.url}</span> },
    { key: 'system', label: words.system, cell: (row) => row.name },
    {
      key: 'events',
      label: words.hookEvents,
      wide: true,
      cell: (row) => row.events.map((event) => words.eventNames[event as WebhookEvent]).join('; '),
    },
    {
      key: 'state',
      label: words.hookState,
      cell: (row) => {
        if (row.endedAt) return <StateBadge tone="quiet" label={words.hookEnded} />
        if (row.failures > 0)
          return <StateBadge tone="bad" label={words.hookFailing(row.failures, row.lastError ?? '')} />
        return <StateBadge tone="good" label={words.hookFine} />
      },
    },
  ]
}

function columnsOf(request: OfficeRequest): Column<ApiKeyRow>[] {
  const { lang, today } = request
  const words = apiWords[lang]
  const role = (row: ApiKeyRow) => [roleNames[row.role as Role][lang], row.agencyName].filter(Boolean).join(', ')
  return [
    { key: 'name', label: words.system, main: true, cell: (row) => row.name },
    { key: 'role', label: words.role, cell: role },
    {
      key: 'scopes',
      label: words.scopes,
      wide: true,
      cell: (row) => row.scopes.map((scope) => words.scopeNames[scope as ApiScope]).join('; '),
    },
    {
      key: 'state',
      label: words.state,
      cell: (row) => {
        if (row.revokedAt)
          return <StateBadge tone="quiet" label={`${words.revoked} ${formatMoment(row.revokedAt, lang)}`} />
        if (row.expiresOn && row.expiresOn < today) return <StateBadge tone="quiet" label={words.expired} />
        return <StateBadge tone="good" label={words.holds} />
      },
    },
    { key: 'expires', label: words.expiresOn, cell: (row) => (row.expiresOn ? formatDay(row.expiresOn) : '–') },
    {
      key: 'used',
      label: words.lastUsed,
      cell: (row) => (row.lastUsedAt ? formatMoment(row.lastUsedAt, lang) : words.never),
    },
    {
      key: 'revoke',
      label: words.revoke,
      cell: (row) =>
        row.revokedAt ? (
          '–'
        ) : (
          <LinkButton small href={request.link(`${KEYS}/${row.id}/thu-hoi`)} label={words.revokeKey(row.name)}>
            {words.revoke}
          </LinkButton>
        ),
    },
  ]
}
