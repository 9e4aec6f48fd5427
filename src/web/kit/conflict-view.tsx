import { kitWords } from '../words/kit-words.ts'
import { Button } from './button.tsx'
import { Form } from './form.tsx'
import { type FormValues, useTypedField } from './form-state.ts'
import { Icon } from './icon.tsx'
import { LinkButton } from './link-button.tsx'
import { usePage } from './page-context.ts'

export interface ConflictField {
  name: string
  label: string
  mine: string
  stored: string
  /** A choice is shown as words and sent as it was. */
  fixed?: boolean
  /** The words of a fixed value, where they differ from what is sent. */
  mineSaid?: string
}

interface ConflictViewProps {
  /** The same address the stale form was sent to. */
  action: string
  /** The version that is stored now: saving again overwrites knowingly. */
  version: number
  fields: readonly ConflictField[]
  /** Who saved in between, and when, as said to the reader. */
  storedBy: string
  storedAt: string
  /** Back to the record without saving. */
  storedHref: string
  /** Further typed values, sent along. */
  hidden?: Readonly<Record<string, string | readonly string[]>>
  values?: FormValues
}

function Mine({ field }: { field: ConflictField }) {
  useTypedField(field)
  const id = `mine-${field.name}`
  if (field.fixed) {
    return (
      <>
        <input type="hidden" name={field.name} value={field.mine} />
        <p class="conflict-text">{field.mineSaid ?? field.mine}</p>
      </>
    )
  }
  const words = kitWords[usePage().lang]
  const label = `${field.label}: ${words.mine}`
  if (field.mine.length <= 60 && !field.mine.includes('\n')) {
    return <input class="input" id={id} name={field.name} value={field.mine} aria-label={label} />
  }
  return (
    <textarea class="textarea" id={id} name={field.name} rows={6} aria-label={label}>
      {field.mine}
    </textarea>
  )
}

/** Somebody saved in between: both texts side by side, what was typed is kept and can be mended. */
export function ConflictView(props: ConflictViewProps) {
  const words = kitWords[usePage().lang]
  return (
    <Form action={props.action} version={props.version} values={props.values ?? {}} hidden={props.hidden ?? {}}>
      <div class="conflict-head" role="alert" tabIndex={-1} data-focus-first data-failed>
        <p class="conflict-title">
          <Icon name="alert" />
          {words.conflictTitle}
        </p>
        <p>{words.conflictBy(props.storedBy, props.storedAt)}</p>
        <p>{words.conflictHelp}</p>
      </div>
      {props.fields.map((field) => {
        const same = (field.mineSaid ?? field.mine) === field.stored
        return (
          <div key={field.name} class={same ? 'conflict-field' : 'conflict-field conflict-differs'}>
            <p class="conflict-label">
              {field.label} <span class="tag">{same ? words.same : words.differs}</span>
            </p>
            <div class="conflict-pair">
              <div>
                <p class="conflict-side">{words.mine}</p>
                <Mine field={field} />
              </div>
              <div>
                <p class="conflict-side">{words.stored}</p>
                <p class="conflict-text">{field.stored || words.none}</p>
              </div>
            </div>
          </div>
        )
      })}
      <div class="form-buttons">
        <Button>{words.keepMine}</Button>
        <LinkButton href={props.storedHref}>{words.keepStored}</LinkButton>
      </div>
    </Form>
  )
}
