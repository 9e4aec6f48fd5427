import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, useTypedField } from './form-state.ts'

/** A time of the day, `08:00`. */
export function TimeField(props: FieldProps) {
  const state = useTypedField(props)
  return (
    <FieldFrame field={props} state={state} narrow>
      <input
        class="input"
        id={state.id}
        name={props.name}
        type="time"
        value={state.value}
        required={props.required}
        disabled={props.disabled}
        aria-invalid={state.error ? 'true' : undefined}
        aria-describedby={state.describedBy}
      />
    </FieldFrame>
  )
}
