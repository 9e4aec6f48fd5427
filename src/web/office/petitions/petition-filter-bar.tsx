import type { PetitionFilter } from '../../../petitions/petition-list.ts'
import { withQuery } from '../../kit/address-query.ts'
import { type ActiveFilter, FilterBar } from '../../kit/filter-bar.tsx'
import { type Choice, SelectField } from '../../kit/select-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { petitionWords } from '../../words/petition-words.ts'
import type { OfficeRequest } from '../office-route.ts'
import { channelsOf, choicesFrom, choicesOf, type ListChoices } from './petition-choices.ts'

interface Props {
  request: OfficeRequest
  filter: PetitionFilter
  choices: ListChoices
}

/** The filters of the list; they lie in the address and can be sent to a colleague. */
export function PetitionFilterBar({ request, filter, choices }: Props) {
  const words = petitionWords[request.lang]
  const { open, overdue, ...names } = words.filters
  const states = [...choicesFrom({ open, overdue }), ...choicesFrom(words.states)]
  const { none, ...groups } = words.groups
  const lists: { name: string; label: string; choices: Choice[]; value: string | undefined }[] = [
    { name: 'state', label: names.state, choices: states, value: filter.state },
    { name: 'dialogue', label: names.dialogue, choices: choices.dialogues, value: text(filter.dialogueId) },
    { name: 'agency', label: names.agency, choices: choices.agencies, value: text(filter.agencyId) },
    {
      name: 'field',
      label: names.field,
      choices: choicesOf(choices.fields?.subjectAreas, request.lang),
      value: filter.subjectArea,
    },
    { name: 'group', label: names.group, choices: choicesFrom(groups), value: filter.disposition },
    {
      name: 'channel',
      label: names.channel,
      choices: choicesOf(channelsOf(choices.fields?.channels), request.lang),
      value: filter.channel,
    },
    { name: 'kind', label: names.kind, choices: choicesFrom(words.kinds), value: filter.kind },
  ]
  const { address } = request.chrome
  const active: ActiveFilter[] = lists
    .filter((list) => list.value)
    .map((list) => ({
      label: `${list.label}: ${list.choices.find((choice) => choice.value === list.value)?.label ?? list.value}`,
      removeHref: withQuery(address, { [list.name]: null, page: null }),
    }))
  if (filter.search) {
    active.unshift({ label: `“${filter.search}”`, removeHref: withQuery(address, { q: null, page: null }) })
  }
  const values = Object.fromEntries([['q', filter.search], ...lists.map((list) => [list.name, list.value])])
  const field = (list: (typeof lists)[number]) => (
    <SelectField key={list.name} name={list.name} label={list.label} choices={list.choices} empty={words.all} />
  )
  const path = request.link('/kien-nghi')
  return (
    <FilterBar
      action={path}
      values={values}
      active={active}
      clearHref={path}
      more={lists.slice(3).map(field)}
      moreOpen={lists.slice(3).some((list) => list.value)}
    >
      <TextField name="q" label={words.search} type="search" />
      {lists.slice(0, 3).map(field)}
    </FilterBar>
  )
}

function text(id: number | undefined): string | undefined {
  return id === undefined ? undefined : String(id)
}
