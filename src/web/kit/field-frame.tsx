import type { ComponentChildren } from 'preact'
import { kitWords } from '../words/kit-words.ts'
import { FieldError } from './field-error.tsx'
import type { FieldProps, FieldState } from './form-state.ts'
import { usePage } from './page-context.ts'

interface Frame {
  field: FieldProps
  state: FieldState
  /** A group (radio buttons, check boxes) is a fieldset with a legend; a single control has a label. */
  group?: boolean
  narrow?: boolean
  children: ComponentChildren
}

/** Label above, control, help and error below: the same for every field. */
export function FieldFrame({ field, state, group, narrow, children }: Frame) {
  const words = kitWords[usePage().lang]
  const label = (
    <>
      {field.label}
      {field.required ? <span class="field-required"> ({words.required})</span> : null}
    </>
  )
  const rest = (
    <>
      {field.help ? (
        <p class="field-help" id={`${state.id}-help`}>
          {field.help}
        </p>
      ) : null}
      {children}
      <FieldError id={state.id} error={state.error} />
    </>
  )
  const look = `field${state.error ? ' field-wrong' : ''}${narrow ? ' field-narrow' : ''}`
  if (group) {
    return (
      <fieldset class={look} aria-describedby={state.describedBy} id={state.id} tabIndex={-1}>
        <legend class="field-label">{label}</legend>
        {rest}
      </fieldset>
    )
  }
  return (
    <div class={look}>
      <label class="field-label" for={state.id}>
        {label}
      </label>
      {rest}
    </div>
  )
}
