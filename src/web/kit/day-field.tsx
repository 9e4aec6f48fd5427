import { readTypedDay } from '../../platform/day.ts'
import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, useField } from './form-state.ts'

interface DayFieldProps extends FieldProps {
  min?: string
  max?: string
}

/**
 * A day. The browser's own calendar is used; the server also reads `29/10/2025` (`readTypedDay`).
 * What was typed and is no day is kept as text, so that it can be corrected instead of being lost.
 */
export function DayField(props: DayFieldProps) {
  const state = useField(props)
  const day = readTypedDay(state.value)
  const isText = state.value !== '' && day === null
  return (
    <FieldFrame field={props} state={state} narrow>
      <input
        class="input"
        id={state.id}
        name={props.name}
        type={isText ? 'text' : 'date'}
        inputMode={isText ? 'numeric' : undefined}
        value={day ?? state.value}
        min={props.min}
        max={props.max}
        required={props.required}
        disabled={props.disabled}
        aria-invalid={state.error ? 'true' : undefined}
        aria-describedby={state.describedBy}
      />
    </FieldFrame>
  )
}
