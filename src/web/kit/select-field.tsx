import { kitWords } from '../words/kit-words.ts'
import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, useField } from './form-state.ts'
import { usePage } from './page-context.ts'

export interface Choice {
  value: string
  label: string
  /** Said below the label in a radio group or beside a check box. */
  help?: string | undefined
  /** Choices of the same group stand together in a select. */
  group?: string | undefined
  disabled?: boolean | undefined
}

interface SelectFieldProps extends FieldProps {
  choices: readonly Choice[]
  /** The word of the empty choice; `null` for none (then the first choice is the default). */
  empty?: string | null
  narrow?: boolean
}

function Options({ choices, value }: { choices: readonly Choice[]; value: string }) {
  return (
    <>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value} selected={choice.value === value} disabled={choice.disabled}>
          {choice.label}
        </option>
      ))}
    </>
  )
}

/** One choice from a longer list. For up to five choices prefer `RadioGroupField`. */
export function SelectField(props: SelectFieldProps) {
  const state = useField(props)
  const words = kitWords[usePage().lang]
  const groups = [...new Set(props.choices.map((choice) => choice.group).filter((group) => group !== undefined))]
  return (
    <FieldFrame field={props} state={state} narrow={props.narrow ?? false}>
      <select
        class="select"
        id={state.id}
        name={props.name}
        required={props.required}
        disabled={props.disabled}
        // biome-ignore lint/a11y/noAccessKey: entry by keyboard alone; the keys are named on the page
        accessKey={props.accessKey}
        autofocus={props.autofocus}
        aria-invalid={state.error ? 'true' : undefined}
        aria-describedby={state.describedBy}
      >
        {props.empty === null ? null : <option value="">{props.empty ?? words.choose}</option>}
        <Options choices={props.choices.filter((choice) => choice.group === undefined)} value={state.value} />
        {groups.map((group) => (
          <optgroup key={group} label={group}>
            <Options choices={props.choices.filter((choice) => choice.group === group)} value={state.value} />
          </optgroup>
        ))}
      </select>
    </FieldFrame>
  )
}
