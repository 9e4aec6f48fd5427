import type { ComponentChildren } from 'preact'
import { readTypedDay } from '../../platform/day.ts'
import { DefinitionList } from '../kit/definition-list.tsx'
import { Form } from '../kit/form.tsx'
import { FormButtons } from '../kit/form-buttons.tsx'
import type { FormValues } from '../kit/form-state.ts'
import { Icon } from '../kit/icon.tsx'
import { PageHeading } from '../kit/page-heading.tsx'
import { kitWords } from '../words/kit-words.ts'
import type { Lang } from '../words/words.ts'
import { officePage } from './office-page.tsx'
import type { OfficeReply, OfficeRequest } from './office-route.ts'
import type { RefusedForm } from './submit-form.tsx'

interface FormPage {
  title: string
  active: string
  trail: readonly { href: string; label: string }[]
  kicker?: string
  meta?: ComponentChildren
  action: string
  /** of the record as it is stored */
  version?: number | undefined
  /** what the form begins with; what was typed wins */
  values?: FormValues
  refused: RefusedForm | null
  verb: string
  danger?: boolean
  cancelHref: string
  multipart?: boolean
  /** names and labels of the fields, for saying what somebody else stored meanwhile */
  labels?: Readonly<Record<string, string>>
  /** a stored value in words, where it is a key */
  say?: (field: string, value: unknown) => string
  children: ComponentChildren
}

/** A page with one form. Refused, it shows all that was typed, what is wrong, and what was stored meanwhile. */
export function formPage(request: OfficeRequest, page: FormPage): OfficeReply {
  const { refused } = page
  const stored = refused?.stale?.current
  const version = stored && typeof stored['version'] === 'number' ? stored['version'] : page.version
  const values = refused?.values ?? page.values ?? {}
  return officePage(
    request,
    {
      title: page.title,
      active: page.active,
      width: 'narrow',
      status: refused?.status ?? 200,
      keepDrafts: refused !== null,
    },
    <>
      <PageHeading title={page.title} trail={page.trail} kicker={page.kicker} meta={page.meta} />
      {stored ? (
        <StoredMeanwhile lang={request.lang} labels={page.labels ?? {}} stored={stored} typed={values} say={page.say} />
      ) : null}
      <Form
        action={page.action}
        version={version}
        values={values}
        errors={refused?.errors ?? {}}
        multipart={page.multipart ?? false}
      >
        {page.children}
        <FormButtons verb={page.verb} danger={page.danger ?? false} cancelHref={page.cancelHref} />
      </Form>
    </>,
  )
}

interface StoredProps {
  lang: Lang
  /** names and labels of the fields that are compared */
  labels: Readonly<Record<string, string>>
  stored: Readonly<Record<string, unknown>>
  typed: FormValues
  /** a stored value in words, where it is a key */
  say?: ((field: string, value: unknown) => string) | undefined
}

/** Somebody saved in between: what is stored now, field by field where it differs; saving again is then knowing. */
export function StoredMeanwhile({ lang, labels, stored, typed, ...props }: StoredProps) {
  const words = kitWords[lang]
  const say = props.say ?? ((_field, value) => plain(value))
  const differing = Object.entries(labels).filter(
    ([field]) => field in stored && plain(stored[field]) !== plain(typed[field]),
  )
  return (
    <div class="conflict-head" role="alert" tabIndex={-1} data-focus-first data-failed>
      <p class="conflict-title">
        <Icon name="alert" />
        {words.conflictTitle}
      </p>
      <p>{words.conflictHelp}</p>
      {differing.length > 0 ? (
        <>
          <p class="conflict-side">{words.stored}</p>
          <DefinitionList
            facts={differing.map(([field, label]) => ({ label, value: say(field, stored[field]) || words.none }))}
          />
        </>
      ) : null}
    </div>
  )
}

function plain(value: unknown): string {
  if (value === null || value === undefined || value === false) return ''
  if (value === true) return 'yes'
  if (Array.isArray(value)) return value.join(', ')
  const text = String(value)
  return readTypedDay(text) ?? text
}
