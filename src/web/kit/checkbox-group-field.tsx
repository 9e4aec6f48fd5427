import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, useField, useFieldValues } from './form-state.ts'
import type { Choice } from './select-field.tsx'

interface CheckboxGroupFieldProps extends Omit<FieldProps, 'value'> {
  choices: readonly Choice[]
  values?: readonly string[]
  /** In columns where there is room. */
  columns?: boolean
}

/** Any number of choices; every ticked one is sent under the same name. */
export function CheckboxGroupField(props: CheckboxGroupFieldProps) {
  const state = useField(props)
  const ticked = useFieldValues(props.name, props.values)
  return (
    <FieldFrame field={props} state={state} group>
      <div class={props.columns ? 'choices choices-columns' : 'choices'}>
        {props.choices.map((choice, at) => (
          <label key={choice.value} class="choice" for={`${state.id}-${at}`}>
            <input
              class="checkbox"
              type="checkbox"
              id={`${state.id}-${at}`}
              name={props.name}
              value={choice.value}
              checked={ticked.includes(choice.value)}
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
