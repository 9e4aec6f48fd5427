import { readId } from '../../platform/form-fields.ts'
import { type PublicFilter, publicFilters } from '../../public-record/public-entry.ts'
import {
  countPublicEntries,
  type EntryFilter,
  listEntryFacets,
  listNewestEntries,
  listPublicEntries,
} from '../../public-record/public-entry-store.ts'
import { formatNumber } from '../words/format-values.ts'
import { readingWords } from '../words/portal-reading-words.ts'
import type { Lang } from '../words/words.ts'
import { EntryList, ownLanguage } from './entry-list.tsx'
import { portalFeeds } from './portal-feeds.ts'
import { PortalPage } from './portal-page.tsx'
import { type PortalReply, type PortalRequest, portalPage, portalQuery } from './portal-route.ts'

const PAGE_SIZE = 20
const LAST_PAGE = 100_000

/** What is asked for in the address, whatever was typed there; only states of the list count. */
function entryFilterOf(request: PortalRequest): EntryFilter & { page: number } {
  const page = Number(portalQuery(request, 'trang'))
  const state = portalQuery(request, 'tinh-trang')
  return {
    words: portalQuery(request, 'q').slice(0, 200),
    area: portalQuery(request, 'linh-vuc').slice(0, 200),
    agency: portalQuery(request, 'co-quan').slice(0, 300),
    state: (publicFilters as readonly string[]).includes(state) ? (state as PublicFilter) : null,
    dialogueId: readId(portalQuery(request, 'hoi-nghi')),
    today: request.today,
    page: Number.isInteger(page) && page > 1 && page <= LAST_PAGE ? page : 1,
    pageSize: PAGE_SIZE,
  }
}

/** GET /ket-qua: what people asked and what came of it, filtered by field, agency and state, searched with or without marks. */
export async function showResults(request: PortalRequest): Promise<PortalReply> {
  const { db, authority, lang, chrome } = request
  const words = readingWords[lang]
  const filter = entryFilterOf(request)
  const isPlain =
    !filter.words && !filter.area && !filter.agency && !filter.state && !filter.dialogueId && filter.page === 1
  const [entries, count, facets] = await Promise.all([
    isPlain ? listNewestEntries(db, authority.id, PAGE_SIZE) : listPublicEntries(db, authority.id, filter),
    countPublicEntries(db, authority.id, filter),
    listEntryFacets(db, authority.id),
  ])
  return portalPage(
    <PortalPage chrome={chrome} title={words.results} active="results" feeds={portalFeeds(request)}>
      <h1>{words.results}</h1>
      <FilterForm request={request} filter={filter} facets={facets} />
      <p role="status">{words.found(formatNumber(count, lang))}</p>
      {entries.length > 0 ? <EntryList entries={entries} request={request} /> : <NoneFound request={request} />}
      <Pages request={request} filter={filter} count={count} />
    </PortalPage>,
  )
}

function NoneFound({ request }: { request: PortalRequest }) {
  const words = readingWords[request.lang]
  return (
    <p>
      {words.noneFound} <a href={request.link('/ket-qua')}>{words.clear}</a>
    </p>
  )
}

interface FilterFormProps {
  request: PortalRequest
  filter: EntryFilter
  facets: { areas: string[]; agencies: string[] }
}

function FilterForm({ request, filter, facets }: FilterFormProps) {
  const { lang } = request
  const words = readingWords[lang]
  const states = publicFilters.map((state) => ({
    value: state,
    label: state === 'overdue' ? words.overdue : words.state[state],
  }))
  const own = (values: readonly string[]) => values.map((value) => ({ value, label: value }))
  return (
    <search class="portal-search no-print">
      <form action={request.link('/ket-qua')} method="get" aria-label={words.filters}>
        {lang === 'vi' ? null : <input type="hidden" name="lang" value={lang} />}
        {filter.dialogueId ? <input type="hidden" name="hoi-nghi" value={filter.dialogueId} /> : null}
        <div class="search-row">
          <label class="search-words">
            <span>{words.searchLabel}</span>
            <input class="input" type="search" name="q" value={filter.words} placeholder={words.searchHint} />
          </label>
          <button type="submit" class="btn btn-primary">
            {words.search}
          </button>
        </div>
        <div class="filter-row">
          <Choice label={words.stateLabel} name="tinh-trang" value={filter.state ?? ''} choices={states} lang={lang} />
          <Choice
            label={words.area}
            name="linh-vuc"
            value={filter.area ?? ''}
            choices={own(facets.areas)}
            lang={lang}
            written
          />
          <Choice
            label={words.agency}
            name="co-quan"
            value={filter.agency ?? ''}
            choices={own(facets.agencies)}
            lang={lang}
            written
          />
        </div>
      </form>
    </search>
  )
}

interface ChoiceProps {
  label: string
  name: string
  value: string
  choices: readonly { value: string; label: string }[]
  lang: Lang
  written?: boolean
}

function Choice({ label, name, value, choices, lang, written = false }: ChoiceProps) {
  if (choices.length === 0) return null
  return (
    <label>
      <span>{label}</span>
      <select class="select" name={name}>
        <option value="">{readingWords[lang].all}</option>
        {choices.map((choice) => (
          <option
            key={choice.value}
            value={choice.value}
            selected={choice.value === value}
            {...(written ? ownLanguage(lang) : {})}
          >
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  )
}

interface PagesProps {
  request: PortalRequest
  filter: ReturnType<typeof entryFilterOf>
  count: number
}

function Pages({ request, filter, count }: PagesProps) {
  const words = readingWords[request.lang]
  const last = Math.max(1, Math.ceil(count / PAGE_SIZE))
  if (last === 1) return null
  const at = (page: number) => {
    const asked = new URLSearchParams()
    const fields = { q: filter.words, 'linh-vuc': filter.area, 'co-quan': filter.agency, 'tinh-trang': filter.state }
    if (filter.dialogueId) asked.set('hoi-nghi', String(filter.dialogueId))
    for (const [name, value] of Object.entries(fields)) if (value) asked.set(name, value)
    if (page > 1) asked.set('trang', String(page))
    return request.link(asked.size > 0 ? `/ket-qua?${asked}` : '/ket-qua')
  }
  const n = (value: number) => formatNumber(value, request.lang)
  return (
    <nav class="pages no-print" aria-label={words.pages}>
      {filter.page > 1 ? (
        <a href={at(Math.min(filter.page - 1, last))} rel="prev">
          ← {words.previous}
        </a>
      ) : null}
      <span>{words.pageOf(n(filter.page), n(last))}</span>
      {filter.page < last ? (
        <a href={at(filter.page + 1)} rel="next">
          {words.nextPage} →
        </a>
      ) : null}
    </nav>
  )
}
