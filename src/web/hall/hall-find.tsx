import type { ComponentChildren } from 'preact'
import { HallField } from './hall-form.tsx'

interface FindFormProps {
  /** of the query, without script */
  name: string
  label: string
  help: string
  verb: string
  /** what was looked for when the page was opened */
  sought: string
}

/** Looks among the rows of this desk: at once with script, also while the line is down; without it the server does. */
export function FindForm({ name, label, help, verb, sought }: FindFormProps) {
  return (
    <form method="get" class="hall-form hall-find" data-find-form>
      <HallField label={label} help={help}>
        <input
          class="input"
          type="search"
          name={name}
          defaultValue={sought}
          data-filter
          autocomplete="off"
          enterKeyHint="search"
        />
      </HallField>
      <button class="btn btn-outline without-script" type="submit">
        {verb}
      </button>
    </form>
  )
}

/** The rows that are looked among, and what is said when none of them fits. Each row is a `FoundRow`. */
export function FoundRows(props: { none: string; isNone: boolean; children: ComponentChildren }) {
  return (
    <>
      <p class="hall-alert" role="status" data-none hidden={!props.isNone}>
        {props.none}
      </p>
      <ul class="hall-list" data-filtered>
        {props.children}
      </ul>
    </>
  )
}

export function FoundRow({ id, isFound, children }: { id: number; isFound: boolean; children: ComponentChildren }) {
  return (
    <li class="hall-row" data-row={id} hidden={!isFound}>
      {children}
    </li>
  )
}
