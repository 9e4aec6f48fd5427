import type { ComponentChildren } from 'preact'
import { kitWords } from '../words/kit-words.ts'
import { Button } from './button.tsx'
import { FormStateProvider, type FormValues } from './form-state.ts'
import { Icon } from './icon.tsx'
import { usePage } from './page-context.ts'

export interface ActiveFilter {
  /** `Lĩnh vực: Đất đai`. */
  label: string
  /** The address without it. */
  removeHref: string
}

interface FilterBarProps {
  action: string
  /** What is set now, by field name. */
  values: FormValues
  active: readonly ActiveFilter[]
  clearHref: string
  /** Kept in the address beside the filters (the sorting). */
  keep?: Readonly<Record<string, string>>
  /** Fields seldom needed, unfolded on demand. */
  more?: ComponentChildren
  moreOpen?: boolean
  children: ComponentChildren
}

function ActiveFilters({ active, clearHref }: Pick<FilterBarProps, 'active' | 'clearHref'>) {
  const words = kitWords[usePage().lang]
  if (active.length === 0) return null
  return (
    <div class="active-filters">
      <span class="active-filters-title">{words.activeFilters}</span>
      <ul>
        {active.map((filter) => (
          <li key={filter.label}>
            <a class="chip" href={filter.removeHref} aria-label={words.removeFilter(filter.label)}>
              {filter.label}
              <Icon name="close" />
            </a>
          </li>
        ))}
      </ul>
      <a href={clearHref}>{words.clearFilters}</a>
    </div>
  )
}

/** Filters of a list. A GET form, so that they stay in the address and can be sent to a colleague. */
export function FilterBar(props: FilterBarProps) {
  const words = kitWords[usePage().lang]
  return (
    <div class="filter-bar">
      <form method="get" action={props.action} aria-label={words.filters}>
        {Object.entries(props.keep ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <FormStateProvider value={{ values: props.values, errors: {} }}>
          <div class="filter-fields">
            {props.children}
            <Button variant="secondary" icon="search">
              {words.filter}
            </Button>
          </div>
          {props.more ? (
            <details class="filter-more" open={props.moreOpen}>
              <summary>{words.moreFilters}</summary>
              <div class="filter-fields">{props.more}</div>
            </details>
          ) : null}
        </FormStateProvider>
      </form>
      <ActiveFilters active={props.active} clearHref={props.clearHref} />
    </div>
  )
}
