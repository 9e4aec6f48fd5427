import { randomUUID } from 'node:crypto'
import type { ComponentChildren } from 'preact'
import { ErrorSummary, fieldLabels } from './error-summary.tsx'
import { type FormErrors, FormStateProvider, type FormValues, sentLabels } from './form-state.ts'
import { usePage } from './page-context.ts'

interface FormProps {
  action: string
  method?: 'post' | 'get'
  /** Defaults to the page's token. */
  csrf?: string
  /** Two posts with the same key make one record. Defaults to the key typed before (`values._key`), else a new one. */
  idempotencyKey?: string
  /** The version of the record that was read; a stale one is refused. */
  version?: number | string | undefined
  multipart?: boolean
  values?: FormValues
  errors?: FormErrors
  /** Further hidden values; several of one name stand one after the other. */
  hidden?: Readonly<Record<string, string | readonly string[]>>
  /** `false`: the browser keeps no draft (sign-in, one-button forms). */
  draft?: boolean
  /** Said to screen readers where a page has several forms. */
  label?: string
  class?: string
  children: ComponentChildren
}

/** A form that works without script. A posting one carries `_csrf`, `_key` and `version`. */
export function Form(props: FormProps) {
  const page = usePage()
  const { method = 'post', values = {}, errors = {} } = props
  const posts = method === 'post'
  const typedKey = typeof values['_key'] === 'string' ? values['_key'] : undefined
  const key = props.idempotencyKey ?? typedKey ?? randomUUID()
  const labels: Record<string, string> = {}
  const own = fieldLabels(props.children)
  return (
    <form
      class={props.class ?? 'form'}
      action={props.action}
      method={method}
      enctype={props.multipart ? 'multipart/form-data' : undefined}
      data-draft={posts && props.draft !== false ? '' : undefined}
      data-failed={Object.keys(errors).length > 0 ? '' : undefined}
      aria-label={props.label}
      noValidate={posts}
    >
      {posts ? <input type="hidden" name="_csrf" value={props.csrf ?? page.csrf} /> : null}
      {posts ? <input type="hidden" name="_key" value={key} /> : null}
      {posts && props.version !== undefined ? <input type="hidden" name="version" value={props.version} /> : null}
      {Object.entries(props.hidden ?? {}).flatMap(([name, value]) =>
        (typeof value === 'string' ? [value] : value).map((one) => (
          <input key={`${name} ${one}`} type="hidden" name={name} value={one} />
        )),
      )}
      <ErrorSummary errors={errors} labels={{ ...own, ...sentLabels(values['_labels']), ...own }} />
      <FormStateProvider value={{ values, errors, labels }}>{props.children}</FormStateProvider>
      {posts ? <TypedLabels labels={labels} /> : null}
    </form>
  )
}

/**
 * The words of the fields above, sent with the form: a page that can only show what was typed (the session is over, the
 * database away) knows nothing of the form but what came with it.
 */
function TypedLabels({ labels }: { labels: Readonly<Record<string, string>> }) {
  if (Object.keys(labels).length === 0) return null
  return <input type="hidden" name="_labels" value={JSON.stringify(labels)} />
}
