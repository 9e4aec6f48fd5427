import { kitWords } from '../words/kit-words.ts'
import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, useField } from './form-state.ts'
import { usePage } from './page-context.ts'

interface FileFieldProps extends Omit<FieldProps, 'value'> {
  accept?: string
  multiple?: boolean
  /** What is said below: kinds of file and size, e.g. `PDF, DOCX, JPG` and `20 MB`. */
  kinds?: string
  maxSize?: string
}

/** A file to send; the form needs `multipart`. */
export function FileField(props: FileFieldProps) {
  const words = kitWords[usePage().lang]
  const said = props.kinds && props.maxSize ? words.fileHelp(props.kinds, props.maxSize) : undefined
  const field = { ...props, help: [props.help, said].filter(Boolean).join(' ') || undefined }
  const state = useField(field)
  return (
    <FieldFrame field={field} state={state}>
      <input
        class="file-input"
        id={state.id}
        name={props.name}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        required={props.required}
        disabled={props.disabled}
        aria-invalid={state.error ? 'true' : undefined}
        aria-describedby={state.describedBy}
      />
    </FieldFrame>
  )
}
