import { formatDay, readTypedDay } from '../../platform/day.ts'
import { kitWords } from '../words/kit-words.ts'
import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, useTypedField } from './form-state.ts'
import { usePage } from './page-context.ts'

interface DayFieldProps extends FieldProps {
  min?: string
  max?: string
}

/**
 * A day, written and shown as officials write it, 29/10/2025; the server reads it with `readTypedDay`. A bare
 * `type=date` would show 10/29/2025 wherever the browser is English, which in a deadline is dangerous; where script
 * exists the browser's calendar stands beside the field (`browser/pick-day.ts`). What is no day is kept as typed.
 */
export function DayField(props: DayFieldProps) {
  const state = useTypedField(props)
  const words = kitWords[usePage().lang]
  const day = readTypedDay(state.value)
  return (
    <FieldFrame field={props} state={state} narrow>
      <span class="day-input">
        <input
          class="input"
          id={state.id}
          name={props.name}
          type="text"
          autocomplete="off"
          placeholder={words.dayShape}
          value={day ? formatDay(day) : state.value}
          required={props.required}
          disabled={props.disabled}
          autofocus={props.autofocus}
          aria-invalid={state.error ? 'true' : undefined}
          aria-describedby={state.describedBy}
          data-day={words.pickDay}
          data-min={props.min}
          data-max={props.max}
        />
      </span>
    </FieldFrame>
  )
}
