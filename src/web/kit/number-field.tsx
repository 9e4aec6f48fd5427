import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, useTypedField } from './form-state.ts'

interface NumberFieldProps extends FieldProps {
  min?: number
  max?: number
  step?: number
  unit?: string
}

/** A count or a measure. Kept as text so that a wheel or an arrow key cannot change it unseen. */
export function NumberField(props: NumberFieldProps) {
  const state = useTypedField(props)
  const whole = props.step === undefined || Number.isInteger(props.step)
  return (
    <FieldFrame field={props} state={state} narrow>
      <span class="number-input">
        <input
          class="input"
          id={state.id}
          name={props.name}
          type="text"
          inputMode={whole ? 'numeric' : 'decimal'}
          autocomplete="off"
          value={state.value}
          required={props.required}
          disabled={props.disabled}
          aria-invalid={state.error ? 'true' : undefined}
          aria-describedby={state.describedBy}
        />
        {props.unit ? <span class="number-unit">{props.unit}</span> : null}
      </span>
    </FieldFrame>
  )
}
