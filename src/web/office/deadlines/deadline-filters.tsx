import { WHEN, WHOSE } from '../../../reports/deadline-filter.ts'
import type { listAgenciesOwing } from '../../../reports/deadline-list-store.ts'
import type { DeadlineViewer } from '../../../reports/deadline-viewer.ts'
import { withQuery } from '../../kit/address-query.ts'
import { type ActiveFilter, FilterBar } from '../../kit/filter-bar.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { deadlineWords } from '../../words/deadline-words.ts'
import { type OfficeRequest, queryText } from '../office-route.ts'
import { DEADLINE_KINDS, type DeadlineQuery } from './deadline-query.ts'

interface DeadlineFiltersProps {
  request: OfficeRequest
  query: DeadlineQuery
  agencies: Awaited<ReturnType<typeof listAgenciesOwing>>
  viewer: DeadlineViewer
}

/** Whose, in which state, of which agency, about what; all of it in the address. */
export function DeadlineFilters({ request, query, agencies, viewer }: DeadlineFiltersProps) {
  const words = deadlineWords[request.lang]
  const { filter } = query
  const path = request.link('/han')
  const keep: Record<string, string> = {}
  for (const name of ['sort', 'dir', 'dialogue'] as const) {
    const value = queryText(request, name)
    if (value !== '') keep[name] = value
  }
  return (
    <FilterBar
      action={path}
      values={{ whose: filter.whose, when: filter.when, agency: filter.agencyId ?? '', kind: filter.subjectKind ?? '' }}
      active={activeFilters(request, query, agencies)}
      clearHref={path}
      keep={keep}
    >
      {viewer.agencyId === null ? null : (
        <SelectField
          name="whose"
          label={words.whose}
          empty={null}
          choices={WHOSE.map((value) => ({ value, label: words.whoseChoices[value] }))}
        />
      )}
      <SelectField
        name="when"
        label={words.when}
        empty={null}
        choices={WHEN.map((value) => ({ value, label: words.whenChoices[value] }))}
      />
      {viewer.wide ? (
        <SelectField
          name="agency"
          label={words.agency}
          empty={words.all}
          choices={agencies.map((agency) => ({ value: String(agency.id), label: `${agency.name} (${agency.open})` }))}
        />
      ) : null}
      <SelectField
        name="kind"
        label={words.kind}
        empty={words.all}
        choices={DEADLINE_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
      />
    </FilterBar>
  )
}

function activeFilters(
  request: OfficeRequest,
  { filter }: DeadlineQuery,
  agencies: DeadlineFiltersProps['agencies'],
): ActiveFilter[] {
  const words = deadlineWords[request.lang]
  const without = (name: string) => withQuery(request.chrome.address, { [name]: null, page: null })
  const active: ActiveFilter[] = []
  if (queryText(request, 'whose') !== '')
    active.push({ label: `${words.whose}: ${words.whoseChoices[filter.whose]}`, removeHref: without('whose') })
  if (filter.when !== 'open')
    active.push({ label: `${words.when}: ${words.whenChoices[filter.when]}`, removeHref: without('when') })
  if (filter.agencyId !== undefined) {
    const name = agencies.find((agency) => agency.id === filter.agencyId)?.name ?? String(filter.agencyId)
    active.push({ label: `${words.agency}: ${name}`, removeHref: without('agency') })
  }
  if (filter.subjectKind !== undefined) {
    const name = words.kinds[filter.subjectKind as keyof typeof words.kinds]
    active.push({ label: `${words.kind}: ${name}`, removeHref: without('kind') })
  }
  if (filter.dialogueId !== undefined)
    active.push({ label: `${words.dialogue} ${filter.dialogueId}`, removeHref: without('dialogue') })
  return active
}
