import {
  asksFor,
  completenessOf,
  type DossierEntry,
  type DossierPaper,
  layOutDossier,
  YEARLY_PLAN,
} from '../../../documents/dossier-rules.ts'
import { listDossierItemsOf } from '../../../documents/dossier-store.ts'
import { formatDay, yearOf } from '../../../platform/day.ts'
import { dossierChecklistFor } from '../../../regulations/regulation.ts'
import { getRegulationVersion } from '../../../regulations/regulation-store.ts'
import type { DialogueKind } from '../../../regulations/regulation-vocabulary.ts'
import { listDossierPlanPapers } from '../../../reports/dossier-plan-paper-store.ts'
import {
  countDossierRegister,
  type DossierRegisterFilter,
  type DossierRow,
  listDossierRegister,
  listDossierYears,
  listPapersForCompleteness,
} from '../../../reports/dossier-register-store.ts'
import { withQuery } from '../../kit/address-query.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { type ActiveFilter, FilterBar } from '../../kit/filter-bar.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Pagination } from '../../kit/pagination.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { dossierWords } from '../../words/dossier-words.ts'
import { formatNumber } from '../../words/format-values.ts'
import type { Lang } from '../../words/words.ts'
import { yearDossierWords } from '../../words/year-dossier-words.ts'
import { officePage } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'

export const DOSSIERS = '/ho-so'
const PAGE_SIZE = 25

interface Row extends DossierRow {
  mandatory: number
  filled: number
}

function filterOf(request: OfficeRequest): DossierRegisterFilter {
  const state = queryText(request, 'trang-thai')
  const year = queryText(request, 'nam')
  return {
    words: queryText(request, 'q').normalize('NFC').trim().slice(0, 100) || undefined,
    state: state === 'open' || state === 'closed' ? state : undefined,
    year: /^\d{4}$/.test(year) ? Number(year) : undefined,
  }
}

/** GET /ho-so */
export async function showDossiers(request: OfficeRequest): Promise<OfficeReply> {
  const { db, authority, lang } = request
  const words = dossierWords[lang]
  const filter = filterOf(request)
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(queryText(request, 'page'))) || 1))
  const window = { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }
  const rows = await withCompleteness(request, await listDossierRegister(db, authority.id, filter, window))
  const total = await countDossierRegister(db, authority.id, filter)
  const years = await listDossierYears(db, authority.id)
  const any = Object.values(filter).some((value) => value !== undefined)
  return officePage(
    request,
    { title: words.dossiers, active: 'dossiers' },
    <>
      <PageHeading
        title={words.dossiers}
        meta={words.dossiersMeta}
        actions={
          request.actor.may('paper:read', { authorityId: authority.id }) ? (
            <LinkButton href={request.link('/van-ban')} icon="file">
              {words.paper}
            </LinkButton>
          ) : null
        }
      />
      {total > 0 ? <Years request={request} years={years} /> : null}
      {total > 0 || any ? <Filters request={request} filter={filter} years={years} /> : null}
      {rows.length === 0 ? (
        <EmptyState title={any ? words.noneFound : words.none} help={any ? words.noneFoundHelp : words.noneHelp}>
          {any ? null : <LinkButton href={request.link('/hoi-nghi')}>{words.goToDialogues}</LinkButton>}
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption={words.dossiers}
            columns={columnsOf(lang)}
            rows={rows}
            rowKey={(row) => String(row.id)}
            rowHref={(row) => request.link(`${DOSSIERS}/${row.id}`)}
          />
          <Pagination address={request.chrome.address} page={page} pageSize={PAGE_SIZE} total={total} />
        </>
      )}
    </>,
  )
}

/** What belongs to a year and to no dialogue: a dossier of its own. */
function Years({ request, years }: { request: OfficeRequest; years: readonly number[] }) {
  const words = yearDossierWords[request.lang]
  const all = [...new Set([yearOf(request.today), ...years])].sort((a, b) => b - a)
  return (
    <nav class="my-4 flex flex-wrap items-baseline gap-x-4 gap-y-1" aria-label={words.years}>
      <span>{words.years}:</span>
      {all.map((year) => (
        <a key={year} href={request.link(`${DOSSIERS}/nam/${year}`)} aria-label={words.title(year)}>
          {year}
        </a>
      ))}
    </nav>
  )
}

/** An issued plan always has its text on the paper. */
function issuedPlan({ paperId }: { paperId: number }): DossierPaper {
  return { id: paperId, kind: YEARLY_PLAN, state: 'issued', hasContent: true, issuedAt: null }
}

async function withCompleteness({ db, authority }: OfficeRequest, rows: readonly DossierRow[]): Promise<Row[]> {
  const dialogueIds = rows.map((row) => row.dialogueId)
  const papers = await listPapersForCompleteness(db, authority.id, dialogueIds)
  const items = await listDossierItemsOf(
    db,
    authority.id,
    rows.map((row) => row.id),
  )
  const ofPlans = await listDossierPlanPapers(db, authority.id, dialogueIds)
  const planPapersOf = (row: DossierRow, checklist: readonly DossierEntry[]) =>
    asksFor(checklist, YEARLY_PLAN) ? ofPlans.filter((one) => one.dialogueId === row.dialogueId).map(issuedPlan) : []
  const complete: Row[] = []
  for (const row of rows) {
    const { regulation } = await getRegulationVersion(db, row.regulationVersionId)
    const checklist = dossierChecklistFor(regulation, row.kind as DialogueKind)
    const { entries } = layOutDossier(
      checklist,
      [...papers.filter((paper) => paper.dialogueId === row.dialogueId), ...planPapersOf(row, checklist)],
      items.filter((item) => item.dossierId === row.id),
    )
    const { mandatory, mandatoryFilled } = completenessOf(entries)
    complete.push({ ...row, mandatory, filled: mandatoryFilled })
  }
  return complete
}

function columnsOf(lang: Lang): Column<Row>[] {
  const words = dossierWords[lang]
  const number = (value: number) => formatNumber(value, lang)
  return [
    { key: 'title', label: words.dossier, main: true, wide: true, cell: (row) => row.title },
    { key: 'heldOn', label: words.heldOn, cell: (row) => (row.heldOn ? formatDay(row.heldOn) : '') },
    { key: 'owner', label: words.owner, cell: (row) => row.owner ?? '' },
    {
      key: 'completeness',
      label: words.completeness,
      numeric: true,
      cell: (row) => words.filledOf(number(row.filled), number(row.mandatory)),
    },
    { key: 'petitions', label: words.openPetitions, numeric: true, cell: (row) => number(row.openPetitions) },
    { key: 'state', label: words.state, cell: (row) => <DossierState row={row} lang={lang} /> },
  ]
}

function DossierState({ row, lang }: { row: Row; lang: Lang }) {
  const words = dossierWords[lang]
  if (row.state === 'closed') return <StateBadge tone="good" sign="lock" label={words.states.closed} />
  const ready = row.filled === row.mandatory && row.openPetitions === 0 && row.dialogueState === 'concluded'
  return ready ? <StateBadge tone="info" label={words.ready} /> : <StateBadge tone="quiet" label={words.states.open} />
}

function Filters(props: { request: OfficeRequest; filter: DossierRegisterFilter; years: readonly number[] }) {
  const { request, filter, years } = props
  const words = dossierWords[request.lang]
  const without = (name: string) => withQuery(request.chrome.address, { [name]: null, page: null })
  const active: ActiveFilter[] = [
    filter.words ? { label: `“${filter.words}”`, removeHref: without('q') } : null,
    filter.state ? { label: words.states[filter.state], removeHref: without('trang-thai') } : null,
    filter.year ? { label: `${words.year} ${filter.year}`, removeHref: without('nam') } : null,
  ].filter((one) => one !== null)
  return (
    <FilterBar
      action={request.link(DOSSIERS)}
      values={{ q: filter.words ?? '', 'trang-thai': filter.state ?? '', nam: filter.year ?? '' }}
      active={active}
      clearHref={request.link(DOSSIERS)}
    >
      <TextField name="q" type="search" label={words.search} />
      <SelectField
        name="trang-thai"
        label={words.state}
        empty={words.all}
        choices={(['open', 'closed'] as const).map((state) => ({ value: state, label: words.states[state] }))}
      />
      <SelectField
        name="nam"
        label={words.year}
        empty={words.all}
        choices={years.map((year) => ({ value: String(year), label: String(year) }))}
      />
    </FilterBar>
  )
}
