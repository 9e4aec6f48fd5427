import { listAgencies } from '../../../agencies/agency-store.ts'
import { PAPER_STATES, type PaperState as State } from '../../../documents/paper.ts'
import { formatDay } from '../../../platform/day.ts'
import { NotPermitted } from '../../../platform/errors.ts'
import { PAPER_KINDS } from '../../../regulations/paper-kinds.ts'
import {
  countPaperRegister,
  listPaperRegister,
  listPaperYears,
  PAPER_SORTS,
  type PaperRegisterFilter,
  type PaperRow,
  type PaperSort,
  paperVisibilityOf,
} from '../../../reports/paper-register-store.ts'
import { withQuery } from '../../kit/address-query.ts'
import { Badge } from '../../kit/badge.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { type ActiveFilter, FilterBar } from '../../kit/filter-bar.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Pagination } from '../../kit/pagination.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { documentWords } from '../../words/document-words.ts'
import { formatNumber } from '../../words/format-values.ts'
import { sheetWords } from '../../words/sheet-words.ts'
import type { Lang } from '../../words/words.ts'
import { officePage } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'
import { kindName, PAPERS, PaperState } from './paper-view.tsx'

const PAGE_SIZE = 25

function oneOf<T extends string>(value: string, list: readonly T[]): T | undefined {
  return list.find((one) => one === value)
}

function countOf(value: string): number | undefined {
  return /^\d{1,9}$/.test(value) && Number(value) > 0 ? Number(value) : undefined
}

function filterOf(request: OfficeRequest): PaperRegisterFilter {
  return {
    words: queryText(request, 'q').normalize('NFC').trim().slice(0, 100) || undefined,
    kind: oneOf(queryText(request, 'loai'), Object.keys(PAPER_KINDS)),
    state: oneOf<State>(queryText(request, 'trang-thai'), PAPER_STATES),
    issuerAgencyId: countOf(queryText(request, 'co-quan')),
    dialogueId: countOf(queryText(request, 'cuoc')),
    year: countOf(queryText(request, 'nam')),
    sending: oneOf(queryText(request, 'gui'), ['unsent', 'unreceived'] as const),
  }
}

/** GET /van-ban */
export async function showPapers(request: OfficeRequest): Promise<OfficeReply> {
  const { db, authority, actor, lang } = request
  const words = documentWords[lang]
  const see = paperVisibilityOf(actor, authority.id)
  if (!see) throw new NotPermitted('paper:read')
  const filter = filterOf(request)
  const page = Math.min(10_000, countOf(queryText(request, 'page')) ?? 1)
  const sort = oneOf<PaperSort>(queryText(request, 'sort'), PAPER_SORTS) ?? 'newest'
  const descending = queryText(request, 'dir') !== 'asc'
  const window = { sort, descending, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }
  const [rows, total, years, agencies] = await Promise.all([
    listPaperRegister(db, see, filter, window),
    countPaperRegister(db, see, filter),
    listPaperYears(db, see),
    listAgencies(db, authority.id),
  ])
  const address = request.chrome.address
  const filters = <Filters request={request} filter={filter} years={years} agencies={agencies} />
  const any = Object.values(filter).some((value) => value !== undefined)
  return officePage(
    request,
    { title: words.papers, active: 'dossiers' },
    <>
      <PageHeading title={words.papers} meta={words.papersMeta} actions={<NewButtons request={request} />} />
      {total > 0 || any ? filters : null}
      {rows.length === 0 ? (
        <EmptyState
          title={any ? words.noneFound : words.none}
          help={any ? words.noneFoundHelp : words.noneHelp}
          icon="file"
        />
      ) : (
        <>
          <DataTable
            caption={words.papers}
            columns={columnsOf(lang)}
            rows={rows}
            rowKey={(row) => String(row.id)}
            rowHref={(row) => request.link(`${PAPERS}/${row.id}`)}
            sort={sort === 'newest' ? null : { key: sort, direction: descending ? 'desc' : 'asc' }}
            address={address}
          />
          <Pagination address={address} page={page} pageSize={PAGE_SIZE} total={total} />
        </>
      )}
    </>,
  )
}

function NewButtons({ request }: { request: OfficeRequest }) {
  const words = documentWords[request.lang]
  const scope = { authorityId: request.authority.id }
  return (
    <>
      {request.actor.may('paper:issue', scope) ? (
        <LinkButton href={request.link(`${PAPERS}/da-ban-hanh`)}>{words.recordIssued}</LinkButton>
      ) : null}
      {request.actor.may('paper:draft', scope) ? (
        <>
          <LinkButton href={request.link(`${PAPERS}/moi`)}>{words.newPaper}</LinkButton>
          <LinkButton href={request.link(`${PAPERS}/soan`)} variant="primary" icon="plus">
            {sheetWords[request.lang].draw}
          </LinkButton>
        </>
      ) : null}
    </>
  )
}

function columnsOf(lang: Lang): Column<PaperRow>[] {
  const words = documentWords[lang]
  return [
    {
      key: 'title',
      label: words.title,
      main: true,
      wide: true,
      sortKey: 'title',
      cell: (row) => row.title || kindName(row.kind, lang),
    },
    { key: 'kind', label: words.kind, cell: (row) => kindName(row.kind, lang) },
    { key: 'number', label: words.number, cell: (row) => row.number ?? '' },
    {
      key: 'datedOn',
      label: words.datedOn,
      sortKey: 'datedOn',
      cell: (row) => (
        <>
          {row.datedOn ? formatDay(row.datedOn) : ''}{' '}
          {row.lateEntry ? <Badge tone="warn">{words.lateEntry}</Badge> : null}
        </>
      ),
    },
    { key: 'issuer', label: words.issuer, cell: (row) => row.issuer ?? '' },
    { key: 'dialogue', label: words.dialogue, deskOnly: true, cell: (row) => row.dialogueTitle ?? '' },
    { key: 'state', label: words.state, cell: (row) => <PaperState state={row.state as State} lang={lang} /> },
    { key: 'sending', label: words.sending, cell: (row) => sendingText(row, lang) },
  ]
}

function sendingText(row: PaperRow, lang: Lang): string {
  const words = documentWords[lang]
  if (row.state !== 'issued' || !row.recipients) return ''
  const number = (value: number | null) => formatNumber(value ?? 0, lang)
  return `${words.sentOf(number(row.sent), number(row.recipients))}, ${words.receivedOf(number(row.received))}`
}

interface FiltersProps {
  request: OfficeRequest
  filter: PaperRegisterFilter
  years: readonly number[]
  agencies: readonly { id: number; name: string; shortName: string }[]
}

function Filters({ request, filter, years, agencies }: FiltersProps) {
  const { lang } = request
  const words = documentWords[lang]
  const without = (name: string) => withQuery(request.chrome.address, { [name]: null, page: null })
  const issuer = agencies.find((agency) => agency.id === filter.issuerAgencyId)
  const active: ActiveFilter[] = [
    filter.words ? { label: `“${filter.words}”`, removeHref: without('q') } : null,
    filter.kind ? { label: kindName(filter.kind, lang), removeHref: without('loai') } : null,
    filter.state ? { label: words.states[filter.state], removeHref: without('trang-thai') } : null,
    issuer ? { label: issuer.shortName, removeHref: without('co-quan') } : null,
    filter.dialogueId ? { label: `${words.dialogue} ${filter.dialogueId}`, removeHref: without('cuoc') } : null,
    filter.year ? { label: `${words.year} ${filter.year}`, removeHref: without('nam') } : null,
    filter.sending ? { label: words[filter.sending], removeHref: without('gui') } : null,
  ].filter((one) => one !== null)
  const values = {
    q: filter.words ?? '',
    loai: filter.kind ?? '',
    'trang-thai': filter.state ?? '',
    'co-quan': filter.issuerAgencyId ?? '',
    nam: filter.year ?? '',
    gui: filter.sending ?? '',
  }
  const kinds = Object.keys(PAPER_KINDS).map((kind) => ({ value: kind, label: kindName(kind, lang) }))
  return (
    <FilterBar
      action={request.link(PAPERS)}
      values={values}
      active={active}
      clearHref={request.link(PAPERS)}
      keep={filter.dialogueId ? { cuoc: String(filter.dialogueId) } : {}}
      moreOpen={filter.issuerAgencyId !== undefined || filter.year !== undefined || filter.sending !== undefined}
      more={
        <>
          <SelectField
            name="co-quan"
            label={words.issuer}
            empty={words.all}
            choices={agencies.map((agency) => ({ value: String(agency.id), label: agency.name }))}
          />
          <SelectField
            name="nam"
            label={words.year}
            empty={words.all}
            choices={years.map((year) => ({ value: String(year), label: String(year) }))}
          />
          <SelectField
            name="gui"
            label={words.sending}
            empty={words.all}
            choices={(['unsent', 'unreceived'] as const).map((key) => ({ value: key, label: words[key] }))}
          />
        </>
      }
    >
      <TextField name="q" type="search" label={words.search} />
      <SelectField name="loai" label={words.kind} empty={words.all} choices={kinds} />
      <SelectField
        name="trang-thai"
        label={words.state}
        empty={words.all}
        choices={PAPER_STATES.map((state) => ({ value: state, label: words.states[state] }))}
      />
    </FilterBar>
  )
}
