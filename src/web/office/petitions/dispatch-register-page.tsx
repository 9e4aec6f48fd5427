import { type DispatchRow, listDispatches } from '../../../petitions/dispatch-store.ts'
import { visibilityOf } from '../../../petitions/petition-scope.ts'
import { formatDay } from '../../../platform/day.ts'
import { NotPermitted } from '../../../platform/errors.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { FilterBar } from '../../kit/filter-bar.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Pagination } from '../../kit/pagination.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { channelWords } from '../../words/petition-act-words.ts'
import { petitionFieldWords } from '../../words/petition-field-words.ts'
import { petitionWords } from '../../words/petition-words.ts'
import { officePage } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryId, queryText } from '../office-route.ts'
import { loadListChoices } from './petition-choices.ts'
import { PETITIONS } from './petition-list-page.tsx'

const PAGE_SIZE = 50

/** GET /kien-nghi/so-gui: every written reply with its addressees, sent or not, received or not. */
export async function showDispatches(request: OfficeRequest): Promise<OfficeReply> {
  const { db, actor, authority, lang } = request
  const words = petitionWords[lang]
  const labels = petitionFieldWords[lang]
  const visibility = visibilityOf(actor, authority.id)
  if (!visibility) throw new NotPermitted('petition:read')
  const choices = await loadListChoices(request, null)
  const page = Math.min(Math.max(1, Math.floor(Number(queryText(request, 'page')) || 1)), 1000)
  const dialogueId = queryId(request, 'dialogue') || null
  const { rows, total } = await listDispatches(db, visibility, { dialogueId, page, pageSize: PAGE_SIZE })
  const path = request.link(`${PETITIONS}/so-gui`)
  return officePage(
    request,
    { title: words.dispatchRegister, active: 'petitions', width: 'wide' },
    <>
      <PageHeading trail={[{ href: request.link(PETITIONS), label: words.petitions }]} title={words.dispatchRegister} />
      <FilterBar action={path} values={{ dialogue: dialogueId ?? undefined }} active={[]} clearHref={path}>
        <SelectField name="dialogue" label={words.filters.dialogue} choices={choices.dialogues} empty={words.all} />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState icon="file" title={labels.emptyRegister} />
      ) : (
        <>
          <DataTable
            caption={words.dispatchRegister}
            columns={columnsOf(request)}
            rows={rows}
            rowKey={(row) => String(row.recipientId)}
            rowHref={(row) => request.link(`${PETITIONS}/${row.petitionId}`)}
          />
          <Pagination address={request.chrome.address} page={page} pageSize={PAGE_SIZE} total={total} />
        </>
      )}
    </>,
  )
}

function columnsOf(request: OfficeRequest): Column<DispatchRow>[] {
  const { lang } = request
  const words = petitionWords[lang]
  const labels = petitionFieldWords[lang]
  const channels: Readonly<Record<string, string>> = channelWords[lang]
  return [
    { key: 'petition', label: words.columns.petition, main: true, cell: (row) => row.code },
    {
      key: 'letter',
      label: labels.letter,
      cell: (row) => [row.number, row.datedOn ? formatDay(row.datedOn) : null].filter(Boolean).join(', '),
    },
    {
      key: 'addressee',
      label: labels.addressee,
      wide: true,
      cell: (row) => (row.confidential ? words.confidential : row.name || words.erased),
    },
    {
      key: 'sent',
      label: labels.sent,
      cell: (row) => (row.sentOn ? formatDay(row.sentOn) : <StateBadge tone="warn" label={words.notSent} />),
    },
    {
      key: 'channel',
      label: labels.channel,
      cell: (row) => (row.channel ? (channels[row.channel] ?? row.channel) : ''),
    },
    {
      key: 'receipt',
      label: labels.receipt,
      cell: (row) =>
        [row.receivedOn ? formatDay(row.receivedOn) : '', row.confidential ? '' : row.receivedNote]
          .filter(Boolean)
          .join(', '),
    },
  ]
}
