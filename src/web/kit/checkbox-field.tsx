import { FieldError } from './field-error.tsx'
import { type FieldProps, useField } from './form-state.ts'

interface CheckboxFieldProps extends FieldProps {
  /** What is sent when ticked. */
  checkedValue?: string
  checked?: boolean
}

/** One thing to tick. Consent is never ticked beforehand. */
export function CheckboxField(props: CheckboxFieldProps) {
  const state = useField(props)
  const sent = props.checkedValue ?? 'yes'
  const checked = props.checked ?? (state.value === sent || state.value === 'true' || state.value === 'on')
  return (
    <div class={state.error ? 'field field-wrong' : 'field'}>
      <label class="choice" for={state.id}>
        <input
          class="checkbox"
          type="checkbox"
          id={state.id}
          name={props.name}
          value={sent}
          checked={checked}
          required={props.required}
          disabled={props.disabled}
          aria-invalid={state.error ? 'true' : undefined}
          aria-describedby={state.describedBy}
        />
        <span>{props.label}</span>
      </label>
      {props.help ? (
        <p class="field-help choice-indent" id={`${state.id}-help`}>
          {props.help}
        </p>
      ) : null}
      <FieldError id={state.id} error={state.error} />
    </div>
  )
}
