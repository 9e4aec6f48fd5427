import { listAgencies } from '../../../agencies/agency-store.ts'
import { loadCalendar } from '../../../calendar/calendar-store.ts'
import { timeLeft } from '../../../calendar/count-days.ts'
import type { WorkingCalendar } from '../../../calendar/working-calendar.ts'
import { formatDay } from '../../../platform/day.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type ActViewer, actViewer } from '../../../supervision/act-viewer.ts'
import { SUPERVISION_KINDS, type SupervisionKind } from '../../../supervision/supervision-act.ts'
import {
  type ActFilter,
  countActs,
  listActs,
  listOverdueByAgency,
  listOverdueDuties,
  type OverdueAgency,
} from '../../../supervision/supervision-store.ts'
import { ActionBar } from '../../kit/action-bar.tsx'
import { withQuery } from '../../kit/address-query.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { DueDate } from '../../kit/due-date.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { type ActiveFilter, FilterBar } from '../../kit/filter-bar.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Pagination } from '../../kit/pagination.tsx'
import { Section } from '../../kit/section.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { supervisionWords } from '../../words/supervision-words.ts'
import { officePage } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'
import { ActList } from './act-view.tsx'
import { supervisionActions } from './supervision-section.tsx'

const PAGE_SIZE = 20
const ACCOUNT_FILTERS = ['waiting', 'late', 'answered'] as const

/** The viewer of this request; 404 for somebody who sees no supervision at all. */
function requireViewer(request: OfficeRequest): ActViewer {
  const viewer = actViewer(request.actor, request.authority.id)
  if (!viewer) throw new NotFound('supervision')
  return viewer
}

function filterOf(request: OfficeRequest): ActFilter {
  const kind = queryText(request, 'loai')
  const account = queryText(request, 'giai-trinh')
  const agencyId = Number(queryText(request, 'co-quan'))
  return {
    kind: (SUPERVISION_KINDS as readonly string[]).includes(kind) ? (kind as SupervisionKind) : undefined,
    account: (ACCOUNT_FILTERS as readonly string[]).includes(account) ? (account as ActFilter['account']) : undefined,
    agencyId: Number.isSafeInteger(agencyId) && agencyId > 0 ? agencyId : undefined,
    words: queryText(request, 'q').normalize('NFC').trim().slice(0, 100),
    today: request.today,
  }
}

/** GET /giam-sat: what is overdue by agency, then every act. */
export async function showSupervision(request: OfficeRequest): Promise<OfficeReply> {
  const words = supervisionWords[request.lang]
  const viewer = requireViewer(request)
  const filter = filterOf(request)
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(queryText(request, 'page'))) || 1))
  const calendar = await loadCalendar(request.db)
  const overdue = await listOverdueByAgency(request.db, viewer, request.today)
  const acts = await listActs(request.db, viewer, { ...filter, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE })
  const total = await countActs(request.db, viewer, filter)
  const address = request.chrome.address
  return officePage(
    request,
    { title: words.supervision, active: 'supervision' },
    <>
      <PageHeading
        title={words.supervision}
        meta={words.supervisionMeta}
        actions={<ActionBar actions={supervisionActions(request)} />}
      />
      <Section title={words.overdueByAgency} help={words.overdueHelp} id="qua-han">
        {overdue.length === 0 ? (
          <EmptyState icon="check" title={words.nothingOverdue} />
        ) : (
          <DataTable
            caption={words.overdueByAgency}
            columns={overdueColumns(request, calendar)}
            rows={overdue}
            rowKey={(row) => String(row.agencyId)}
          />
        )}
      </Section>
      <Section title={words.acts} count={total} id="hoat-dong">
        <Filters request={request} filter={filter} agencies={await agencyChoices(request)} />
        {acts.length === 0 ? (
          <NoActs request={request} filtered={total === 0 && address.includes('?')} />
        ) : (
          <ActList request={request} acts={acts} calendar={calendar} />
        )}
        <Pagination address={address} page={page} pageSize={PAGE_SIZE} total={total} />
      </Section>
    </>,
  )
}

/** GET /giam-sat/:id: one act, to which messages and deadlines lead. */
export async function showAct(request: OfficeRequest): Promise<OfficeReply> {
  const words = supervisionWords[request.lang]
  const id = idParam(request)
  const acts = id ? await listActs(request.db, requireViewer(request), { id, today: request.today }) : []
  const [act] = acts
  if (!act) throw new NotFound('supervisionAct')
  return officePage(
    request,
    { title: words.kinds[act.kind], active: 'supervision', width: 'narrow' },
    <>
      <PageHeading
        title={words.kinds[act.kind]}
        trail={[{ href: request.link('/giam-sat'), label: words.supervision }]}
      />
      <ActList request={request} acts={acts} calendar={await loadCalendar(request.db)} />
    </>,
  )
}

function NoActs({ request, filtered }: { request: OfficeRequest; filtered: boolean }) {
  const words = supervisionWords[request.lang]
  return filtered ? (
    <EmptyState icon="search" title={words.noActsFound} help={words.noActsFoundHelp} />
  ) : (
    <EmptyState icon="supervision" title={words.noActs} help={words.noActsHelp} />
  )
}

export async function agencyChoices(request: OfficeRequest) {
  const agencies = await listAgencies(request.db, request.authority.id, { on: request.today })
  return agencies.map((agency) => ({ value: String(agency.id), label: agency.name }))
}

function overdueColumns(request: OfficeRequest, calendar: WorkingCalendar): Column<OverdueAgency>[] {
  const words = supervisionWords[request.lang]
  const mayUrge = request.actor.may('supervision:urge', { authorityId: request.authority.id })
  return [
    { key: 'agency', label: words.agency, main: true, wide: true, cell: (row) => row.agencyName ?? words.noAgency },
    { key: 'overdue', label: words.overdue, numeric: true, cell: (row) => row.overdue },
    { key: 'open', label: words.open, numeric: true, cell: (row) => row.open },
    {
      key: 'oldest',
      label: words.oldest,
      cell: (row) =>
        row.oldestDue ? (
          <DueDate due={row.oldestDue} left={timeLeft(calendar, request.today, row.oldestDue)} whyHref={null} />
        ) : null,
    },
    {
      key: 'urged',
      label: words.lastUrged,
      cell: (row) => (row.lastUrgedOn ? formatDay(row.lastUrgedOn) : words.never),
    },
    {
      key: 'do',
      label: '',
      cell: (row) => (
        <span class="flex flex-wrap gap-2">
          <a href={request.link(`/han?when=overdue${row.agencyId ? `&agency=${row.agencyId}` : ''}`)}>
            {words.overdueDuties(row.overdue)}
          </a>
          {mayUrge && row.agencyId ? (
            <LinkButton small href={request.link(`/giam-sat/moi/don-doc?co-quan=${row.agencyId}`)}>
              {words.urge}
            </LinkButton>
          ) : null}
        </span>
      ),
    },
  ]
}

interface FiltersProps {
  request: OfficeRequest
  filter: ActFilter
  agencies: readonly { value: string; label: string }[]
}

function Filters({ request, filter, agencies }: FiltersProps) {
  const words = supervisionWords[request.lang]
  const without = (name: string) => withQuery(request.chrome.address, { [name]: null, page: null })
  const agency = agencies.find((choice) => choice.value === String(filter.agencyId))
  const active: ActiveFilter[] = [
    ...(filter.words ? [{ label: `“${filter.words}”`, removeHref: without('q') }] : []),
    ...(filter.kind ? [{ label: words.kinds[filter.kind], removeHref: without('loai') }] : []),
    ...(filter.account ? [{ label: words.accountFilters[filter.account], removeHref: without('giai-trinh') }] : []),
    ...(agency ? [{ label: agency.label, removeHref: without('co-quan') }] : []),
  ]
  return (
    <FilterBar
      action={request.link('/giam-sat')}
      values={{
        q: filter.words ?? '',
        loai: filter.kind ?? '',
        'giai-trinh': filter.account ?? '',
        'co-quan': filter.agencyId ?? '',
      }}
      active={active}
      clearHref={request.link('/giam-sat')}
    >
      <TextField name="q" type="search" label={words.words} />
      <SelectField
        name="loai"
        label={words.kind}
        empty={words.any}
        choices={SUPERVISION_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
      />
      <SelectField
        name="giai-trinh"
        label={words.account}
        empty={words.any}
        choices={ACCOUNT_FILTERS.map((key) => ({ value: key, label: words.accountFilters[key] }))}
      />
      <SelectField name="co-quan" label={words.agency} empty={words.any} choices={agencies} />
    </FilterBar>
  )
}

/** The text an urging begins with: what is overdue at the agency, for the one who urges to shorten. */
export async function urgingText(request: OfficeRequest, agencyId: number): Promise<string> {
  const words = supervisionWords[request.lang]
  const duties = await listOverdueDuties(request.db, requireViewer(request), {
    today: request.today,
    agencyId,
    limit: 30,
  })
  if (duties.length === 0) return ''
  const lines = duties.map((duty) =>
    words.urgeLine(duty.label, formatDay(duty.dueOn), duty.petitionCode ?? duty.dialogueTitle ?? ''),
  )
  return words.urgeText(duties.length, lines.join('\n'))
}
