import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, useTypedField } from './form-state.ts'

interface TextAreaFieldProps extends FieldProps {
  rows?: number
  maxLength?: number
}

/** Several lines of text; grows with what is typed where the browser can. */
export function TextAreaField(props: TextAreaFieldProps) {
  const state = useTypedField(props)
  return (
    <FieldFrame field={props} state={state}>
      <textarea
        class="textarea"
        id={state.id}
        name={props.name}
        rows={props.rows ?? 5}
        maxLength={props.maxLength}
        required={props.required}
        disabled={props.disabled}
        // biome-ignore lint/a11y/noAccessKey: entry by keyboard alone; the keys are named on the page
        accessKey={props.accessKey}
        autofocus={props.autofocus}
        aria-invalid={state.error ? 'true' : undefined}
        aria-describedby={state.describedBy}
      >
        {state.value}
      </textarea>
    </FieldFrame>
  )
}
