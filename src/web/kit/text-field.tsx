import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, useField, useTypedField } from './form-state.ts'

interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email' | 'tel' | 'password' | 'url' | 'search'
  autocomplete?: string
  maxLength?: number
  placeholder?: string
  inputMode?: 'text' | 'numeric' | 'tel' | 'email'
  /** For short values (a number of a paper, a code). */
  narrow?: boolean
  spellcheck?: boolean
  /** Names a datalist rendered here, so that known values can be picked or overtyped. */
  suggestions?: readonly string[]
}

/** One line of text. A password is never written back into the page. */
export function TextField(props: TextFieldProps) {
  const { type = 'text', suggestions } = props
  const state = type === 'password' ? useField(props) : useTypedField(props)
  const listId = suggestions ? `${state.id}-list` : undefined
  return (
    <FieldFrame field={props} state={state} narrow={props.narrow ?? false}>
      <input
        class="input"
        id={state.id}
        name={props.name}
        type={type}
        value={type === 'password' ? '' : state.value}
        required={props.required}
        disabled={props.disabled}
        // biome-ignore lint/a11y/noAccessKey: entry by keyboard alone; the keys are named on the page
        accessKey={props.accessKey}
        autofocus={props.autofocus}
        autocomplete={props.autocomplete}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
        inputMode={props.inputMode}
        spellcheck={props.spellcheck}
        list={listId}
        aria-invalid={state.error ? 'true' : undefined}
        aria-describedby={state.describedBy}
      />
      {suggestions ? (
        <datalist id={listId}>
          {suggestions.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      ) : null}
    </FieldFrame>
  )
}
