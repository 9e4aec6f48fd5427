import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, useField } from './form-state.ts'
import type { Choice } from './select-field.tsx'

interface RadioGroupFieldProps extends FieldProps {
  choices: readonly Choice[]
  /** Side by side where there is room (short labels only). */
  inline?: boolean
}

/** One of a few choices, all of them in sight. */
export function RadioGroupField(props: RadioGroupFieldProps) {
  const state = useField(props)
  return (
    <FieldFrame field={props} state={state} group>
      <div class={props.inline ? 'choices choices-inline' : 'choices'}>
        {props.choices.map((choice, at) => (
          <label key={choice.value} class="choice" for={`${state.id}-${at}`}>
            <input
              class="radio"
              type="radio"
              id={`${state.id}-${at}`}
              name={props.name}
              value={choice.value}
              checked={choice.value === state.value}
              required={props.required}
              disabled={props.disabled || choice.disabled}
            />
            <span>
              {choice.label}
              {choice.help ? <span class="choice-help">{choice.help}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </FieldFrame>
  )
}
