import { loadCalendar } from '../../../calendar/calendar-store.ts'
import type { WorkingCalendar } from '../../../calendar/working-calendar.ts'
import { NotPermitted } from '../../../platform/errors.ts'
import { dueGroup } from '../../../reports/deadline-filter.ts'
import {
  countDeadlineGroups,
  countVisibleDeadlines,
  listAgenciesOwing,
  listOtherClocks,
  listVisibleDeadlines,
  type VisibleDeadline,
} from '../../../reports/deadline-list-store.ts'
import { type DeadlineViewer, deadlineViewer } from '../../../reports/deadline-viewer.ts'
import { withQuery } from '../../kit/address-query.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Pagination } from '../../kit/pagination.tsx'
import { Section } from '../../kit/section.tsx'
import { Stat, StatRow } from '../../kit/stat.tsx'
import { deadlineWords } from '../../words/deadline-words.ts'
import { officePage } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { deadlineColumns } from './deadline-columns.tsx'
import { DeadlineFilters } from './deadline-filters.tsx'
import { type DeadlineQuery, readDeadlineQuery } from './deadline-query.ts'
import { OfficialUntil } from './official-until.tsx'

const PAGE_SIZE = 50

/** Throws NotPermitted for roles that see no deadlines (the administrator of accounts). */
export function requireViewer(request: OfficeRequest): DeadlineViewer {
  const viewer = deadlineViewer(request.actor, request.authority.id)
  if (!viewer) throw new NotPermitted('deadline:read')
  return viewer
}

/** GET /han: one list over everything that is due. */
export async function showDeadlines(request: OfficeRequest): Promise<OfficeReply> {
  const words = deadlineWords[request.lang]
  const viewer = requireViewer(request)
  const query = readDeadlineQuery(request, viewer)
  const { db } = request
  const page = { sort: query.sort, direction: query.direction, page: query.page, pageSize: PAGE_SIZE }
  const [rows, total, numbers, agencies, calendar] = await Promise.all([
    listVisibleDeadlines(db, viewer, query.filter, page),
    countVisibleDeadlines(db, viewer, query.filter),
    countDeadlineGroups(db, viewer, query.filter.days),
    listAgenciesOwing(db, viewer),
    loadCalendar(db),
  ])
  const others = await listOtherClocks(db, viewer, rows)
  const columns = deadlineColumns(request, { calendar, others, when: query.filter.when })
  return officePage(
    request,
    { title: words.deadlines, active: 'deadlines' },
    <>
      <PageHeading title={words.deadlines} meta={words.question} />
      <Numbers request={request} numbers={numbers} />
      <OfficialUntil calendar={calendar} lang={request.lang} warn={numbers.provisional > 0} />
      <DeadlineFilters request={request} query={query} agencies={agencies} viewer={viewer} />
      {rows.length === 0 ? (
        <Nothing request={request} filtered={numbers.open > 0} />
      ) : (
        <>
          <Groups request={request} query={query} rows={rows} columns={columns} calendar={calendar} />
          <Pagination address={request.chrome.address} page={query.page} pageSize={PAGE_SIZE} total={total} />
        </>
      )}
    </>,
  )
}

function Nothing({ request, filtered }: { request: OfficeRequest; filtered: boolean }) {
  const words = deadlineWords[request.lang]
  return filtered ? (
    <EmptyState icon="clock" title={words.noneFound} help={words.noneFoundHelp} />
  ) : (
    <EmptyState icon="clock" title={words.none} help={words.noneHelp} />
  )
}

type Numbers = Awaited<ReturnType<typeof countDeadlineGroups>>

function Numbers({ request, numbers }: { request: OfficeRequest; numbers: Numbers }) {
  const words = deadlineWords[request.lang].whenChoices
  const href = (when: string) =>
    withQuery(request.chrome.address, { when, whose: 'authority', page: null, sort: null, dir: null })
  return (
    <StatRow>
      <Stat
        label={words.overdue}
        value={numbers.overdue}
        tone={numbers.overdue > 0 ? 'bad' : 'quiet'}
        href={href('overdue')}
      />
      <Stat
        label={words.today}
        value={numbers.today}
        tone={numbers.today > 0 ? 'warn' : 'quiet'}
        href={href('today')}
      />
      <Stat label={words.week} value={numbers.week} href={href('week')} />
      <Stat label={words.waiting} value={numbers.waiting} href={href('waiting')} />
    </StatRow>
  )
}

interface GroupsProps {
  request: OfficeRequest
  query: DeadlineQuery
  rows: VisibleDeadline[]
  columns: ReturnType<typeof deadlineColumns>
  calendar: WorkingCalendar
}

/** Under headings when the list runs by due day, else one table. */
function Groups({ request, query, rows, columns }: GroupsProps) {
  const words = deadlineWords[request.lang]
  const sort = { key: query.sort, direction: query.direction }
  const table = (caption: string, some: VisibleDeadline[]) => (
    <DataTable
      caption={caption}
      columns={columns}
      rows={some}
      rowKey={(row) => String(row.id)}
      rowHref={(row) => request.link(`/han/${row.id}`)}
      rowTone={(row) => (row.state === 'open' && row.dueOn < request.today ? 'bad' : null)}
      sort={sort}
      address={request.chrome.address}
    />
  )
  if (query.sort !== 'due' || query.filter.when === 'met') return table(words.deadlines, rows)
  const groups = ['overdue', 'today', 'week', 'later'] as const
  const shown = query.direction === 'asc' ? groups : [...groups].reverse()
  return (
    <>
      {shown.map((group) => {
        const some = rows.filter((row) => dueGroup(row.dueOn, query.filter.days) === group)
        return some.length === 0 ? null : (
          <Section key={group} title={words.groups[group]} count={some.length}>
            {table(words.groups[group], some)}
          </Section>
        )
      })}
    </>
  )
}
