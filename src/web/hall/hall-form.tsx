import type { ComponentChildren } from 'preact'
import type { DeskView } from './hall-view.ts'

interface HallFormProps {
  view: Pick<DeskView, 'base' | 'csrf'>
  /** below the hall's address */
  path: string
  fields?: Readonly<Record<string, string | number | null | undefined>>
  /** Said where the act waits or conflicts; and to screen readers. */
  label: string
  /** the act that the browser applies at once, before the server has answered */
  act?: string
  class?: string
  /** names a form whose text is kept in this browser while it is typed */
  draft?: string
  children: ComponentChildren
}

/** A form of a desk: an ordinary post without script, a command in the queue with it. */
export function HallForm(props: HallFormProps) {
  const { view, path, fields = {}, label, act } = props
  return (
    <form
      method="post"
      action={view.base + path}
      class={props.class ?? 'hall-form'}
      aria-label={label}
      data-hall={label}
      data-act={act}
      data-keep={props.draft}
    >
      <input type="hidden" name="_csrf" value={view.csrf} />
      {act ? <input type="hidden" name="act" value={act} /> : null}
      {Object.entries(fields).map(([name, value]) =>
        value === null || value === undefined ? null : (
          <input key={name} type="hidden" name={name} value={String(value)} />
        ),
      )}
      {props.children}
    </form>
  )
}

interface OneButtonProps {
  view: Pick<DeskView, 'base' | 'csrf'>
  /** below the hall's address */
  path: string
  act?: string
  fields?: HallFormProps['fields']
  verb: string
  /** whom it is about, for screen readers where the verb stands on many rows */
  of?: string
  look?: 'primary' | 'outline' | 'quiet' | 'danger'
  big?: boolean
  /** the key that presses it */
  hotkey?: string
}

const LOOKS = {
  primary: 'btn btn-primary',
  outline: 'btn btn-outline',
  quiet: 'btn btn-ghost',
  danger: 'btn btn-danger',
} as const

/** A form that is one button. */
export function OneButton(props: OneButtonProps) {
  const { view, path, act, verb, of, look = 'outline', hotkey } = props
  const label = of ? `${verb}: ${of}` : verb
  return (
    <HallForm
      view={view}
      path={path}
      fields={props.fields ?? {}}
      label={label}
      class="hall-one"
      {...(act ? { act } : {})}
    >
      <button
        type="submit"
        class={`${LOOKS[look]} ${props.big ? 'hall-big' : 'btn-sm'}`}
        aria-label={of ? label : undefined}
        data-hotkey={hotkey}
        aria-keyshortcuts={hotkey}
      >
        {verb}
      </button>
    </HallForm>
  )
}

/** One act of the desk on one button; the browser applies it at once. */
export function ActButton(props: Omit<OneButtonProps, 'path' | 'act'> & { act: string }) {
  return <OneButton {...props} path="/lenh" />
}

/** A field of a form of the desk with its label. */
export function HallField(props: { label: string; wide?: boolean; help?: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child handed in
    <label class={props.wide ? 'hall-field hall-field-wide' : 'hall-field'}>
      <span>{props.label}</span>
      {props.children}
      {props.help ? <small>{props.help}</small> : null}
    </label>
  )
}

/** A day as officials write it. */
export function HallDay({ name, label }: { name: string; label: string }) {
  return (
    <HallField label={label}>
      <input name={name} inputMode="numeric" maxLength={10} placeholder="29/10/2025" class="input" autocomplete="off" />
    </HallField>
  )
}
