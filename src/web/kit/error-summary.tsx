import type { ComponentChildren } from 'preact'
import { sayInputError } from '../words/input-error-words.ts'
import { kitWords } from '../words/kit-words.ts'
import { type FormErrors, fieldId } from './form-state.ts'
import { Icon } from './icon.tsx'
import { usePage } from './page-context.ts'

/** The labels of the fields among a form's children, by field name, so that the summary can name them. */
export function fieldLabels(children: ComponentChildren): Record<string, string> {
  const labels: Record<string, string> = {}
  const look = (child: unknown): void => {
    if (Array.isArray(child)) child.forEach(look)
    if (child === null || typeof child !== 'object' || !('props' in child)) return
    const props = child.props as Record<string, unknown>
    if (typeof props['name'] === 'string' && typeof props['label'] === 'string') labels[props['name']] = props['label']
    look(props['children'])
  }
  look(children)
  return labels
}

interface ErrorSummaryProps {
  errors: FormErrors
  /** of the fields, in the order in which they stand */
  labels?: Readonly<Record<string, string>>
}

/** What must be corrected, at the top of the form, in its order, each a way to its field. Takes the focus where script exists. */
export function ErrorSummary({ errors, labels = {} }: ErrorSummaryProps) {
  const { lang } = usePage()
  const order = ['', ...Object.keys(labels)]
  // what concerns the whole form stands first; a field whose place is not known, last
  const placeOf = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  const all = Object.entries(errors).sort(([one], [other]) => placeOf(one) - placeOf(other))
  if (all.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabIndex={-1} data-focus-first>
      <p class="error-summary-title">
        <Icon name="alert" />
        {kitWords[lang].fixErrors(all.length)}
      </p>
      <ul>
        {all.map(([name, error]) => {
          const sentence = sayInputError(error, lang)
          if (name === '') return <li key={name}>{sentence}</li>
          return (
            <li key={name}>
              <a href={`#${fieldId(name)}`}>{labels[name] ? `${labels[name]}: ${sentence}` : sentence}</a>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
