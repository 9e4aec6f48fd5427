import { DIALOGUE_STATES, type Dialogue, eventDay } from '../../../dialogues/dialogue.ts'
import {
  countDialogues,
  type DialogueFilter,
  listDialogues,
  listDialogueYears,
  listUnopenedPlanned,
} from '../../../dialogues/dialogue-store.ts'
import { type Day, formatDay, yearOf } from '../../../platform/day.ts'
import { DIALOGUE_FORMS, DIALOGUE_KINDS, keysOf } from '../../../regulations/regulation-vocabulary.ts'
import { type Action, ActionBar } from '../../kit/action-bar.tsx'
import { withQuery } from '../../kit/address-query.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { type ActiveFilter, FilterBar } from '../../kit/filter-bar.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Pagination } from '../../kit/pagination.tsx'
import { Section } from '../../kit/section.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { YearStrip, type YearStripItem } from '../../kit/year-strip.tsx'
import { dialogueWords } from '../../words/dialogue-words.ts'
import { officePage } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'
import { plannedNames } from '../plans/planned-names.ts'
import { mayDo, wordChoices } from './dialogue-request.ts'
import { DialogueState } from './dialogue-state.tsx'

const PAGE_SIZE = 25
const KINDS = keysOf(DIALOGUE_KINDS)
const FORMS = keysOf(DIALOGUE_FORMS)

interface Asked {
  filter: DialogueFilter
  /** null: every year */
  year: number | null
  page: number
}

/** What the address asks for; unknown values ask for nothing. The year is this one unless another or “all” is said. */
function readAsked(request: OfficeRequest): Asked {
  const one = <K extends string>(name: string, keys: readonly K[]): K | undefined =>
    keys.find((key) => key === queryText(request, name))
  const typed = queryText(request, 'nam')
  const year = typed === 'tat-ca' ? null : /^\d{4}$/.test(typed) ? Number(typed) : yearOf(request.today)
  const filter: DialogueFilter = {
    ...{
      year: year ?? undefined,
      kind: one('loai', KINDS),
      form: one('hinh-thuc', FORMS),
      state: one('trang-thai', DIALOGUE_STATES),
    },
    words: queryText(request, 'q').normalize('NFC').trim().slice(0, 100) || undefined,
  }
  return { filter, year, page: Math.min(10_000, Math.max(1, Math.floor(Number(queryText(request, 'page')) || 1))) }
}

function activeFilters(request: OfficeRequest, { filter }: Asked): ActiveFilter[] {
  const words = dialogueWords[request.lang]
  const without = (name: string) => withQuery(request.chrome.address, { [name]: null, page: null })
  const said: (ActiveFilter | null)[] = [
    filter.kind
      ? { label: `${words.kind}: ${words.kinds[filter.kind as 'adHoc']}`, removeHref: without('loai') }
      : null,
    filter.form
      ? { label: `${words.form}: ${words.forms[filter.form as 'online']}`, removeHref: without('hinh-thuc') }
      : null,
    filter.state
      ? { label: `${words.state}: ${words.states[filter.state as 'held']}`, removeHref: without('trang-thai') }
      : null,
    filter.words ? { label: `“${filter.words}”`, removeHref: without('q') } : null,
  ]
  return said.filter((one) => one !== null)
}

type Planned = Awaited<ReturnType<typeof listUnopenedPlanned>>[number]

/** The year as a strip: held, planned, and what should have been held by now. */
function stripItems(
  request: OfficeRequest,
  dialogues: readonly Dialogue[],
  planned: readonly Planned[],
): YearStripItem[] {
  const opened = dialogues.flatMap((dialogue): YearStripItem[] => {
    const day = eventDay(dialogue)
    if (day === null || dialogue.state === 'cancelled') return []
    const held = dialogue.state !== 'preparing'
    const state = held ? 'held' : day < request.today ? 'late' : 'planned'
    return [
      { key: `d${dialogue.id}`, day, state, label: dialogue.title, href: request.link(`/hoi-nghi/${dialogue.id}`) },
    ]
  })
  const waiting = planned.map((one): YearStripItem => {
    const day = one.expectedTo as Day
    return { key: `p${one.id}`, day, state: day < request.today ? 'late' : 'planned', label: one.title }
  })
  return [...opened, ...waiting]
}

function Filters({ request, asked, years }: { request: OfficeRequest; asked: Asked; years: readonly number[] }) {
  const words = dialogueWords[request.lang]
  const shown = [...new Set([yearOf(request.today), ...years])].sort((a, b) => b - a)
  const { filter } = asked
  const values = {
    ...{
      nam: asked.year === null ? 'tat-ca' : String(asked.year),
      loai: filter.kind ?? '',
      'hinh-thuc': filter.form ?? '',
    },
    ...{ 'trang-thai': filter.state ?? '', q: filter.words ?? '' },
  }
  const choices = [
    ...shown.map((year) => ({ value: String(year), label: String(year) })),
    { value: 'tat-ca', label: words.allYears },
  ]
  return (
    <FilterBar
      action={request.link('/hoi-nghi')}
      values={values}
      active={activeFilters(request, asked)}
      clearHref={withQuery(request.link('/hoi-nghi'), { nam: values.nam })}
    >
      <SelectField name="nam" label={words.year} choices={choices} empty={null} narrow />
      <SelectField name="loai" label={words.kind} choices={wordChoices(KINDS, words.kinds)} empty={words.all} />
      <SelectField name="hinh-thuc" label={words.form} choices={wordChoices(FORMS, words.forms)} empty={words.all} />
      <SelectField
        name="trang-thai"
        label={words.state}
        choices={wordChoices(DIALOGUE_STATES, words.states)}
        empty={words.all}
      />
      <TextField name="q" type="search" label={words.search} />
    </FilterBar>
  )
}

function DialogueTable({ request, dialogues }: { request: OfficeRequest; dialogues: readonly Dialogue[] }) {
  const words = dialogueWords[request.lang]
  return (
    <DataTable
      caption={words.listTitle}
      rows={dialogues}
      rowKey={(dialogue) => String(dialogue.id)}
      rowHref={(dialogue) => request.link(`/hoi-nghi/${dialogue.id}`)}
      columns={[
        { key: 'title', label: words.name, main: true, wide: true, cell: (dialogue) => dialogue.title },
        { key: 'day', label: words.day, cell: (dialogue) => dayOf(dialogue, words.noDay) },
        { key: 'kind', label: words.kind, cell: (dialogue) => words.kinds[dialogue.kind] },
        { key: 'form', label: words.form, deskOnly: true, cell: (dialogue) => words.forms[dialogue.form] },
        { key: 'venue', label: words.place, cell: (dialogue) => dialogue.venue },
        {
          key: 'state',
          label: words.state,
          cell: (dialogue) => <DialogueState dialogue={dialogue} lang={request.lang} />,
        },
      ]}
    />
  )
}

function dayOf(dialogue: Dialogue, none: string): string {
  const day = eventDay(dialogue)
  return day === null ? none : formatDay(day)
}

function Waiting({ request, planned }: { request: OfficeRequest; planned: readonly Planned[] }) {
  const words = dialogueWords[request.lang]
  if (planned.length === 0) return null
  const names = plannedNames(planned, request.lang)
  return (
    <Section title={words.waiting} count={planned.length} help={words.waitingHelp}>
      <ul class="divide-y divide-base-300">
        {planned.map((one) => (
          <li key={one.id} class="flex flex-wrap items-center gap-3 py-2">
            <span class="grow">
              {one.title} ({formatDay(one.expectedFrom)} – {formatDay(one.expectedTo)})
            </span>
            {mayDo(request, 'dialogue:open') ? (
              <LinkButton
                small
                href={request.link(`/hoi-nghi/moi?ke-hoach-dong=${one.id}`)}
                label={`${words.openThis}: ${names.get(one.id) ?? one.title}`}
              >
                {words.openThis}
              </LinkButton>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function headActions(request: OfficeRequest): Action[] {
  const words = dialogueWords[request.lang]
  const opens = mayDo(request, 'dialogue:open')
  return [
    ...(opens
      ? [{ label: words.open, href: request.link('/hoi-nghi/moi'), variant: 'primary' as const, icon: 'plus' as const }]
      : []),
    ...(opens ? [{ label: words.recordMeeting, href: request.link('/hoi-nghi/hop-thuong-ky') }] : []),
    ...(mayDo(request, 'request:read') ? [{ label: words.requests, href: request.link('/yeu-cau-doi-thoai') }] : []),
    ...(mayDo(request, 'topic:read') ? [{ label: words.topics, href: request.link('/chu-de') }] : []),
  ]
}

/** GET /hoi-nghi — where in the chain does each dialogue stand? */
export async function showDialogues(request: OfficeRequest): Promise<OfficeReply> {
  const { db, authority } = request
  const words = dialogueWords[request.lang]
  const asked = readAsked(request)
  const [total, rows, years, planned] = await Promise.all([
    countDialogues(db, authority.id, asked.filter),
    listDialogues(db, authority.id, { ...asked.filter, limit: PAGE_SIZE, offset: (asked.page - 1) * PAGE_SIZE }),
    listDialogueYears(db, authority.id),
    listUnopenedPlanned(db, authority.id),
  ])
  const ofYear = asked.year === null ? [] : await listDialogues(db, authority.id, { year: asked.year, limit: 400 })
  const plannedOfYear = planned.filter((one) => asked.year === null || one.planYear === asked.year)
  return officePage(
    request,
    { title: words.listTitle, active: 'dialogues', width: 'wide' },
    <>
      <PageHeading title={words.listTitle} />
      <ActionBar actions={headActions(request)} />
      {asked.year === null ? null : (
        <YearStrip year={asked.year} today={request.today} items={stripItems(request, ofYear, plannedOfYear)} />
      )}
      <Waiting request={request} planned={plannedOfYear} />
      <div class="mt-6">
        <Filters request={request} asked={asked} years={years} />
      </div>
      {total === 0 ? (
        <Empty request={request} filtered={activeFilters(request, asked).length > 0 || years.length > 0} />
      ) : (
        <>
          <DialogueTable request={request} dialogues={rows} />
          <Pagination address={request.chrome.address} page={asked.page} pageSize={PAGE_SIZE} total={total} />
        </>
      )}
    </>,
  )
}

function Empty({ request, filtered }: { request: OfficeRequest; filtered: boolean }) {
  const words = dialogueWords[request.lang]
  if (filtered) return <EmptyState icon="meeting" title={words.noneFound} help={words.noneFoundHelp} />
  return (
    <EmptyState icon="meeting" title={words.emptyTitle} help={words.emptyHelp}>
      {mayDo(request, 'dialogue:open') ? (
        <LinkButton variant="primary" href={request.link('/hoi-nghi/moi')}>
          {words.open}
        </LinkButton>
      ) : null}
    </EmptyState>
  )
}
