import { loadCalendar } from '../../../calendar/calendar-store.ts'
import type { Permission } from '../../../changes/actor.ts'
import {
  COUNT_CAP,
  isPetitionState,
  type PetitionFilter,
  type PetitionSort,
  petitionSorts,
} from '../../../petitions/petition-list.ts'
import { countPetitions, listPetitions, type PetitionRow } from '../../../petitions/petition-list-store.ts'
import { visibilityOf } from '../../../petitions/petition-scope.ts'
import { formatDay } from '../../../platform/day.ts'
import { NotPermitted } from '../../../platform/errors.ts'
import { shortened } from '../../../platform/shortened.ts'
import { withQuery } from '../../kit/address-query.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { MoreMenu } from '../../kit/more-menu.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Pagination } from '../../kit/pagination.tsx'
import { formatNumber } from '../../words/format-values.ts'
import { intakeWords } from '../../words/intake-words.ts'
import { listWords } from '../../words/list-words.ts'
import { mailWords } from '../../words/mail-words.ts'
import { opinionListWords } from '../../words/opinion-list-words.ts'
import { petitionWords } from '../../words/petition-words.ts'
import { quickEntryWords } from '../../words/quick-entry-words.ts'
import { OUTBOX } from '../mail/outbox-page.tsx'
import { officePage } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryId, queryText } from '../office-route.ts'
import { type ListChoices, labelOf, loadListChoices } from './petition-choices.ts'
import { PetitionFilterBar } from './petition-filter-bar.tsx'
import { PetitionDue, PetitionMarks, PetitionStateBadge } from './petition-signs.tsx'

export const PETITIONS = '/kien-nghi'
const PAGE_SIZE = 25

function readFilter(request: OfficeRequest): PetitionFilter {
  const text = (name: string) => queryText(request, name) || undefined
  const id = (name: string) => queryId(request, name) || undefined
  const state = queryText(request, 'state')
  return {
    dialogueId: id('dialogue'),
    state: state === 'open' || state === 'overdue' || isPetitionState(state) ? state : undefined,
    disposition: text('group'),
    subjectArea: text('field'),
    agencyId: id('agency'),
    channel: text('channel'),
    kind: text('kind'),
    search: text('q'),
    today: request.today,
  }
}

function readPage(request: OfficeRequest) {
  const wanted = queryText(request, 'sort')
  const sort = (petitionSorts as readonly string[]).includes(wanted) ? (wanted as PetitionSort) : 'newest'
  const direction = queryText(request, 'dir') === 'asc' ? ('asc' as const) : ('desc' as const)
  const page = Math.min(Math.max(1, Math.floor(Number(queryText(request, 'page')) || 1)), COUNT_CAP / PAGE_SIZE)
  return { sort, direction, page, pageSize: PAGE_SIZE }
}

/** GET /kien-nghi: who asked what, who has it, what came of it. */
export async function showPetitions(request: OfficeRequest): Promise<OfficeReply> {
  const { db, lang, authority, actor } = request
  const words = petitionWords[lang]
  const visibility = visibilityOf(actor, authority.id)
  if (!visibility) throw new NotPermitted('petition:read')
  const filter = readFilter(request)
  const page = readPage(request)
  const [rows, total, choices, calendar] = await Promise.all([
    listPetitions(db, visibility, filter, page),
    countPetitions(db, visibility, filter),
    loadListChoices(request, null, filter.dialogueId ?? null),
    loadCalendar(db),
  ])
  const { address } = request.chrome
  const isFiltered = Object.entries(filter).some(([name, value]) => name !== 'today' && value !== undefined)
  const columns = columnsOf(request, choices, calendar)
  const sort = page.sort === 'newest' ? null : { key: page.sort, direction: page.direction }
  return officePage(
    request,
    { title: words.petitions, active: 'petitions', width: 'wide' },
    <>
      <PageHeading title={words.petitions} meta={words.listQuestion} actions={<ListActions request={request} />} />
      <PetitionFilterBar request={request} filter={filter} choices={choices} />
      {rows.length === 0 ? (
        <NothingListed request={request} isFiltered={isFiltered} />
      ) : (
        <>
          <DataTable
            caption={words.petitions}
            columns={columns}
            rows={rows}
            rowKey={(row) => String(row.id)}
            rowHref={(row) => request.link(`${PETITIONS}/${row.id}`)}
            rowTone={(row) => (row.dueOn !== null && row.dueOn < request.today ? 'bad' : null)}
            sort={sort}
            address={address}
          />
          {total === COUNT_CAP ? <p class="field-help">{words.capped(formatNumber(COUNT_CAP, lang))}</p> : null}
          <Pagination address={address} page={page.page} pageSize={PAGE_SIZE} total={total} />
        </>
      )}
    </>,
  )
}

function ListActions({ request }: { request: OfficeRequest }) {
  const words = petitionWords[request.lang]
  const { actor, authority, lang } = request
  const may = (permission: Permission) => actor.may(permission, { authorityId: authority.id })
  const dialogue = queryText(request, 'dialogue')
  const to = (path: string) => request.link(withQuery(`${PETITIONS}${path}`, { dialogue: dialogue || null }))
  const way = (allowed: boolean, label: string, href: string) => (allowed ? [{ label, href }] : [])
  return (
    <>
      {may('petition:receive') ? (
        <>
          <LinkButton href={to('/moi')} variant="primary" icon="plus">
            {words.newSubmission}
          </LinkButton>
          <LinkButton href={request.link('/nhap-nhanh')}>{quickEntryWords[lang].title}</LinkButton>
        </>
      ) : null}
      <MoreMenu
        groups={[
          {
            title: words.comingIn,
            links: [
              ...way(may('intake:moderate'), intakeWords[lang].title, request.link('/tiep-nhan-cong')),
              ...way(may('opinion-list:read'), opinionListWords[lang].open, request.link('/danh-sach')),
              ...way(may('list:import'), listWords[lang].open, request.link('/nhap-bang')),
            ],
          },
          {
            title: words.beingHandled,
            links: [
              ...way(may('petition:assign'), words.assignMany, to('/giao')),
              ...way(true, words.digest, to('/tong-hop')),
            ],
          },
          {
            title: words.goingOut,
            links: [
              ...way(true, words.dispatchRegister, to('/so-gui')),
              ...way(may('mail:read'), mailWords[lang].title, request.link(OUTBOX)),
            ],
          },
        ]}
      />
    </>
  )
}

function NothingListed({ request, isFiltered }: { request: OfficeRequest; isFiltered: boolean }) {
  const words = petitionWords[request.lang]
  if (isFiltered) return <EmptyState icon="search" title={words.noneFound} help={words.noneFoundHelp} />
  const mayReceive = request.actor.may('petition:receive', { authorityId: request.authority.id })
  return (
    <EmptyState icon="petition" title={words.noneYet} help={words.noneYetHelp}>
      {mayReceive ? (
        <LinkButton href={request.link(`${PETITIONS}/moi`)} variant="primary">
          {words.newSubmission}
        </LinkButton>
      ) : null}
    </EmptyState>
  )
}

type Calendar = Awaited<ReturnType<typeof loadCalendar>>

export function columnsOf(request: OfficeRequest, choices: ListChoices, calendar: Calendar): Column<PetitionRow>[] {
  const { lang, today } = request
  const words = petitionWords[lang]
  return [
    {
      key: 'petition',
      label: words.columns.petition,
      main: true,
      wide: true,
      sortKey: 'code',
      cell: (row) => (
        <>
          <span class="kicker">{row.code}</span> <PetitionMarks of={row} />
          <br />
          {row.confidential ? words.hidden : shortened(row.content)}
        </>
      ),
    },
    {
      key: 'petitioner',
      label: words.columns.petitioner,
      cell: (row) => petitionerName(row, words),
    },
    {
      key: 'field',
      label: words.columns.field,
      deskOnly: true,
      cell: (row) => labelOf(choices.fields?.subjectAreas, row.subjectArea, lang),
    },
    {
      key: 'agency',
      label: words.columns.agency,
      sortKey: 'agency',
      cell: (row) => row.agencyName ?? <span class="field-help">{words.noAgency}</span>,
    },
    {
      key: 'received',
      label: words.columns.received,
      sortKey: 'received',
      deskOnly: true,
      cell: (row) => formatDay(row.receivedOn),
    },
    {
      key: 'state',
      label: words.columns.state,
      sortKey: 'state',
      cell: (row) => <PetitionStateBadge state={row.state} />,
    },
    {
      key: 'due',
      label: words.columns.due,
      sortKey: 'due',
      cell: (row) =>
        row.dueOn === null ? null : (
          <PetitionDue
            deadline={{ id: null, dueOn: row.dueOn, metOn: null, state: 'open', provisional: false }}
            calendar={calendar}
            today={today}
            whyHref={row.deadlineId === null ? null : request.link(`/han/${row.deadlineId}`)}
          />
        ),
    },
  ]
}

export function petitionerName(
  row: { petitionerName: string | null; petitionerKind: string; confidential: boolean },
  words: { confidential: string; unnamed: string; erased: string },
): string {
  if (row.confidential) return words.confidential
  if (row.petitionerKind === 'unnamed') return words.unnamed
  return row.petitionerName || words.erased
}
