import type { KnownPermission } from '../../../access/permission-table.ts'
import { findKeyChange } from '../../../platform/db/key-use-store.ts'
import { Card } from '../../kit/card.tsx'
import { FlashMessage } from '../../kit/flash-message.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { agencyWords } from '../../words/agency-words.ts'
import { formatMoment } from '../../words/format-values.ts'
import { officePage } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'

const CARDS = [
  { key: 'authorities', path: '/quan-tri/don-vi', permission: 'authority:set-up' },
  { key: 'agencies', path: '/quan-tri/co-quan', permission: 'agency:read' },
  { key: 'posts', path: '/quan-tri/chuc-vu', permission: 'agency:read' },
  { key: 'accounts', path: '/quan-tri/tai-khoan', permission: 'account:manage' },
  { key: 'keys', path: '/quan-tri/khoa', permission: 'api-key:manage' },
  { key: 'regulations', path: '/quan-tri/quy-che', permission: 'regulation:read' },
  { key: 'calendar', path: '/quan-tri/lich', permission: 'calendar:read' },
  { key: 'numberBooks', path: '/quan-tri/so-van-ban', permission: 'number-book:manage' },
  { key: 'wordings', path: '/quan-tri/mau-van-ban', permission: 'paper-template:edit' },
  { key: 'reportForms', path: '/quan-tri/bieu-mau-bao-cao', permission: 'report:adjust-forms' },
  { key: 'mail', path: '/thu-gui-di', permission: 'mail:read' },
  { key: 'bases', path: '/ke-hoach/can-cu', permission: 'plan:read' },
] as const satisfies readonly { key: string; path: string; permission: KnownPermission }[]

/** So long everybody who administers is told that addresses sent out before are dead. */
const SAID_FOR_MS = 60 * 86_400_000

/** GET /quan-tri: the way to every administration page this reader may open. */
export async function showAdministration(request: OfficeRequest): Promise<OfficeReply> {
  const words = agencyWords[request.lang]
  const open = CARDS.filter((card) => request.actor.may(card.permission, { authorityId: request.authority.id }))
  const changed = await findKeyChange(request.db)
  const changedOn = changed && request.now.getTime() - changed.getTime() < SAID_FOR_MS ? changed : null
  return officePage(
    request,
    { title: words.administration, active: 'administration' },
    <>
      <PageHeading title={words.administration} kicker={request.authority.name} meta={words.administrationMeta} />
      {changedOn ? <FlashMessage tone="warn" text={words.keyChanged(formatMoment(changedOn, request.lang))} /> : null}
      <div class="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {open.map((card) => (
          <Card key={card.key} level={2} title={words.cards[card.key]} href={request.link(card.path)}>
            <p>{words.cards[`${card.key}Help`]}</p>
            <p class="mt-3">
              <LinkButton small href={request.link(card.path)} label={`${words.cards.open}: ${words.cards[card.key]}`}>
                {words.cards.open}
              </LinkButton>
            </p>
          </Card>
        ))}
      </div>
    </>,
  )
}
