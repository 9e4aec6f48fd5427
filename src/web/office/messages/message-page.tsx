import { markMessagesRead } from '../../../messages/mark-messages-read.ts'
import { aboutText } from '../../../reports/deadline-about.ts'
import {
  countVisibleMessages,
  listVisibleMessages,
  type VisibleMessage,
} from '../../../reports/visible-message-store.ts'
import { ActionBar } from '../../kit/action-bar.tsx'
import { Badge } from '../../kit/badge.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Pagination } from '../../kit/pagination.tsx'
import { Timeline } from '../../kit/timeline.tsx'
import { messageSentence, messageWords } from '../../words/message-words.ts'
import { subjectAddress } from '../deadlines/subject-address.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, type OfficeRoute, queryText } from '../office-route.ts'
import { submitForm } from '../submit-form.tsx'

const PAGE_SIZE = 40
const MESSAGES = '/tin'

/** GET /tin: what the program has to tell; unread ones first to be seen, all on demand. */
async function showMessages(request: OfficeRequest): Promise<OfficeReply> {
  const words = messageWords[request.lang]
  const { db, actor, authority } = request
  const numbers = await countVisibleMessages(db, actor, authority.id)
  const unreadOnly = queryText(request, 'show') === 'unread'
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(queryText(request, 'page'))) || 1))
  const rows = await listVisibleMessages(db, actor, authority.id, { unreadOnly, page, pageSize: PAGE_SIZE })
  const path = request.link(MESSAGES)
  const unread = rows.filter((row) => row.readAt === null).map((row) => String(row.id))
  return officePage(
    request,
    { title: words.title, width: 'narrow' },
    <>
      <PageHeading title={words.title} meta={`${words.unread}: ${numbers.unread}`} />
      <ActionBar
        actions={[
          ...(unread.length === 0
            ? []
            : [
                {
                  label: words.markRead,
                  post: `${path}/da-doc`,
                  hidden: { messageIds: unread },
                  icon: 'check' as const,
                },
              ]),
          unreadOnly
            ? { label: words.all, href: path, variant: 'quiet' as const }
            : { label: words.unread, href: `${path}?show=unread`, variant: 'quiet' as const },
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState icon="bell" title={unreadOnly ? words.noneUnread : words.none} help={words.noneHelp} />
      ) : (
        <>
          <div class="mt-6">
            <Timeline events={rows.map((row) => eventOf(request, row))} />
          </div>
          <Pagination
            address={request.chrome.address}
            page={page}
            pageSize={PAGE_SIZE}
            total={unreadOnly ? numbers.unread : numbers.total}
          />
        </>
      )}
    </>,
  )
}

/** A report of an authority below stands on that authority's own pages. */
function reportBelow({ subjectKind, subjectId, params }: VisibleMessage): string | null {
  const slug = (params as Record<string, unknown>)['slug']
  return subjectKind === 'reportBelow' && typeof slug === 'string' ? `/${slug}/bao-cao/ho-so/${subjectId}` : null
}

function eventOf(request: OfficeRequest, row: VisibleMessage) {
  const words = messageWords[request.lang]
  const address = row.subjectKind === 'reportBelow' ? null : subjectAddress(row)
  const href = address ? request.link(address) : reportBelow(row)
  const sentence = messageSentence(row.kind, row.params as Record<string, unknown>, request.lang)
  const unread = row.readAt === null
  const subject = aboutText(row)
  const about = [subject, row.dialogueTitle].filter((part) => part && !sentence.includes(part)).join(' · ')
  const done = row.deadlineState !== null && row.deadlineState !== 'open' ? words.doneSince : ''
  return {
    key: String(row.id),
    when: row.createdAt,
    title: (
      <span class={unread ? 'font-semibold' : ''}>
        {href ? <a href={href}>{sentence}</a> : sentence} {unread ? <Badge tone="info">{words.isNew}</Badge> : null}
      </span>
    ),
    tone:
      row.kind === 'deadline-late'
        ? ('bad' as const)
        : row.kind === 'deadline-near'
          ? ('warn' as const)
          : ('info' as const),
    icon: row.kind.startsWith('deadline') ? ('clock' as const) : ('dot' as const),
    ...([about, done].some(Boolean) ? { who: [about, done].filter(Boolean).join(' · ') } : {}),
  }
}

/** POST /tin/da-doc */
function readMessages(request: OfficeRequest): Promise<OfficeReply> {
  const back = redirectTo(request.link(MESSAGES), messageWords[request.lang].marked)
  return submitForm(request, markMessagesRead, { onDone: () => back, onRefused: () => showMessages(request) })
}

export const messageRoutes: OfficeRoute[] = [
  { method: 'GET', url: MESSAGES, permission: 'message:read', handle: showMessages },
  { method: 'POST', url: `${MESSAGES}/da-doc`, permission: 'message:read', handle: readMessages },
]
