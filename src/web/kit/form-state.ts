import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { sayInputError } from '../words/input-error-words.ts'
import { usePage } from './page-context.ts'

/** What was typed, by field name. A field may have several values (check boxes, repeated fields). */
export type FormValues = Readonly<Record<string, unknown>>

/** What is wrong, by field name, as a code of `input-error-words.ts` or a sentence; `''` is the whole form. */
export type FormErrors = Readonly<Record<string, string>>

interface FormState {
  values: FormValues
  errors: FormErrors
  /** the labels of the fields that are typed into, by name: each writes its own while it is rendered */
  labels?: Record<string, string>
}

const Context = createContext<FormState>({ values: {}, errors: {} })

export const FormStateProvider = Context.Provider

/** What every field takes. `value` and `error` win over those of the form around it. */
export interface FieldProps {
  name: string
  label: string
  value?: string | number | null | undefined
  error?: string | undefined
  help?: string | undefined
  required?: boolean | undefined
  disabled?: boolean | undefined
  autofocus?: boolean | undefined
  /** The key that goes here together with Alt (or what the browser uses); say it in the label's words. */
  accessKey?: string | undefined
  /** Set when two forms of one page have a field of the same name. */
  id?: string | undefined
}

export interface FieldState {
  id: string
  value: string
  error: string | undefined
  /** ids of help and error, for `aria-describedby`. */
  describedBy: string | undefined
}

function firstText(value: unknown): string {
  const one = Array.isArray(value) ? value[0] : value
  return one === null || one === undefined ? '' : String(one)
}

/** The id of a field's control; the error summary links to it. */
export function fieldId(name: string): string {
  return `f-${name.replaceAll(/[^\w-]/g, '-')}`
}

/** As `useField`, for a field that is typed into: its label goes with what is typed, so that it can be shown again. */
export function useTypedField(props: FieldProps): FieldState {
  const { labels } = useContext(Context)
  if (labels) labels[props.name] = props.label
  return useField(props)
}

/** Joins a field's props with what the form around it knows. */
export function useField(props: FieldProps): FieldState {
  const form = useContext(Context)
  const id = props.id ?? fieldId(props.name)
  const { lang } = usePage()
  const wrong = props.error ?? form.errors[props.name]
  const error = wrong === undefined ? undefined : sayInputError(wrong, lang)
  const ids = [props.help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean)
  const value = props.value === undefined ? form.values[props.name] : props.value
  return { id, value: firstText(value), error, describedBy: ids.length > 0 ? ids.join(' ') : undefined }
}

/** Every value typed for a name, for groups of check boxes. */
export function useFieldValues(name: string, values: readonly string[] | undefined): readonly string[] {
  const form = useContext(Context)
  if (values) return values
  const typed = form.values[name]
  if (typed === undefined || typed === null || typed === '') return []
  return Array.isArray(typed) ? typed.map(String) : [String(typed)]
}

/** The labels that came with a form, by field name; null when there are none. Whoever sent it may have written anything. */
export function sentLabels(sent: unknown): Record<string, string> | null {
  try {
    const labels: unknown = JSON.parse(String(sent))
    if (typeof labels !== 'object' || labels === null) return null
    return Object.fromEntries(Object.entries(labels).map(([name, label]) => [name, String(label).slice(0, 200)]))
  } catch {
    return null
  }
}
