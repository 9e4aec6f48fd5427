import {
  countOutbox,
  listOutbox,
  type OutboxLine,
  type OutboxView,
  outboxViews,
} from '../../../reports/outbox-list-store.ts'
import type { Tone } from '../../kit/badge.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { FlashMessage } from '../../kit/flash-message.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Pagination } from '../../kit/pagination.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { formatMoment, formatNumber } from '../../words/format-values.ts'
import { mailWords } from '../../words/mail-words.ts'
import type { Lang } from '../../words/words.ts'
import { officePage } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'

export const OUTBOX = '/thu-gui-di'
const PAGE_SIZE = 40

const TONES: Readonly<Record<string, Tone>> = {
  gathering: 'quiet',
  waiting: 'info',
  failed: 'warn',
  givenUp: 'bad',
  sent: 'good',
  printed: 'good',
  cancelled: 'quiet',
}

export function MailState({ line, lang }: { line: Pick<OutboxLine, 'state'>; lang: Lang }) {
  const words = mailWords[lang]
  const label = words.states[line.state as keyof typeof words.states] ?? line.state
  return <StateBadge tone={TONES[line.state] ?? 'quiet'} label={label} />
}

export function kindOf(kind: string, lang: Lang): string {
  const words = mailWords[lang]
  return words.kinds[kind as keyof typeof words.kinds] ?? words.otherKind
}

/** Why it was left out, or what the next step is; '' where nothing is to be said. */
export function stateNote(line: OutboxLine, lang: Lang): string {
  const words = mailWords[lang]
  if (line.state === 'cancelled') return words.reasons[line.cancelledReason as keyof typeof words.reasons] ?? ''
  if (line.state === 'failed') return `${words.tries(line.tries)}, ${words.nextTry(formatMoment(line.nextTryAt, lang))}`
  return line.state === 'givenUp' ? words.tries(line.tries) : ''
}

/** GET /thu-gui-di: what went out, what waits, what failed. */
export async function showOutbox(request: OfficeRequest): Promise<OfficeReply> {
  const { db, actor, authority, lang, runtime } = request
  const words = mailWords[lang]
  const counts = await countOutbox(db, actor, authority.id)
  const asked = queryText(request, 'xem')
  const first: OutboxView = counts.attention > 0 ? 'attention' : 'done'
  const view = (outboxViews as readonly string[]).includes(asked) ? (asked as OutboxView) : first
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(queryText(request, 'page'))) || 1))
  const rows = await listOutbox(db, actor, authority.id, { view, page, pageSize: PAGE_SIZE })
  return officePage(
    request,
    { title: words.title, active: 'petitions', width: 'wide' },
    <>
      <PageHeading
        title={words.title}
        meta={words.meta}
        actions={
          counts.letters > 0 ? (
            <LinkButton href={request.link(`${OUTBOX}/in-thu`)} variant="primary" icon="print">
              {`${words.printLetters} (${formatNumber(counts.letters, lang)})`}
            </LinkButton>
          ) : null
        }
      />
      {runtime.mail.channels.includes('email') ? null : <FlashMessage tone="warn" text={words.noServer} />}
      <Views request={request} counts={counts} view={view} />
      {rows.length === 0 ? (
        <EmptyState icon="file" title={words.empty[view]} help={words.emptyHelp} />
      ) : (
        <>
          <DataTable
            caption={words.views[view]}
            columns={columnsOf(lang)}
            rows={rows}
            rowKey={(row) => String(row.id)}
            rowHref={(row) => request.link(`${OUTBOX}/${row.id}`)}
            rowTone={(row) => (row.state === 'givenUp' ? 'bad' : null)}
          />
          <Pagination address={request.chrome.address} page={page} pageSize={PAGE_SIZE} total={counts[view]} />
        </>
      )}
    </>,
  )
}

function Views(props: { request: OfficeRequest; counts: Record<OutboxView, number>; view: OutboxView }) {
  const { request, counts, view } = props
  const words = mailWords[request.lang]
  return (
    <nav class="my-4 border-b border-base-300" aria-label={words.viewsLabel}>
      <ul class="flex flex-wrap gap-x-1">
        {outboxViews.map((one) => (
          <li key={one}>
            <a
              class={`block px-1.5 py-2 text-sm no-underline ${one === view ? 'border-b-2 border-primary font-semibold' : 'hover:underline'}`}
              href={request.link(`${OUTBOX}?xem=${one}`)}
              aria-current={one === view ? 'page' : undefined}
            >
              {`${words.views[one]} (${formatNumber(counts[one], request.lang)})`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function columnsOf(lang: Lang): Column<OutboxLine>[] {
  const words = mailWords[lang]
  return [
    {
      key: 'about',
      label: words.columns.about,
      main: true,
      cell: (row) => [kindOf(row.kind, lang), row.codes.join(', ')].filter(Boolean).join(' · '),
    },
    {
      key: 'to',
      label: words.columns.to,
      cell: (row) => (
        <>
          {readerOf(row, lang)}
          {row.channel ? <span class="block field-help">{wayOf(row, lang)}</span> : null}
        </>
      ),
    },
    {
      key: 'state',
      label: words.columns.state,
      cell: (row) => (
        <>
          <MailState line={row} lang={lang} />
          {stateNote(row, lang) ? <span class="block field-help">{stateNote(row, lang)}</span> : null}
        </>
      ),
    },
    { key: 'when', label: words.columns.when, cell: (row) => formatMoment(row.settledAt ?? row.createdAt, lang) },
  ]
}

/** Whom it is for; of who follows something published nothing but that. */
export function readerOf(row: Pick<OutboxLine, 'toName' | 'recipientKind'>, lang: Lang): string {
  const words = mailWords[lang]
  if (row.recipientKind === 'follower') return words.follower
  return row.toName || (row.recipientKind === 'account' ? words.staff : words.nobodyYet)
}

/** By which way and to which address. */
export function wayOf(row: OutboxLine, lang: Lang): string {
  const words = mailWords[lang]
  const channel = words.channels[row.channel as keyof typeof words.channels] ?? ''
  return [channel, row.toAddress].filter(Boolean).join(': ')
}
