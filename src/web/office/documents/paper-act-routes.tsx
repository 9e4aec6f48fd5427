import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { KnownPermission } from '../../../access/permission-table.ts'
import type { Change } from '../../../changes/define-change.ts'
import { requirePermission } from '../../../changes/perform-change.ts'
import type { Paper } from '../../../documents/paper.ts'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import type { FormErrors, FormValues } from '../../kit/form-state.ts'
import { PageHeading } from '../../kit/page-heading.tsx'
import { documentWords } from '../../words/document-words.ts'
import type { Lang } from '../../words/words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest, OfficeRoute } from '../office-route.ts'
import { submitForm } from '../submit-form.tsx'
import { loadPaper, PAPERS } from './paper-view.tsx'

type Words = (typeof documentWords)[Lang]

/** One act on a paper with a form of its own: GET shows it, POST performs the change. */
export interface PaperAct {
  /** last part of the address, `ban-hanh` */
  act: string
  permission: KnownPermission
  // biome-ignore lint/suspicious/noExplicitAny: the input of a change is checked by its own schema
  change: Change<z.ZodType, any>
  verb(words: Words): string
  help?(words: Words): string
  done(words: Words): string
  danger?: boolean
  /** names of file fields, which are taken from the uploads of the request */
  uploads?: readonly string[]
  /** shown before anything is typed */
  values?(request: OfficeRequest, paper: Paper): Promise<FormValues> | FormValues
  fields(request: OfficeRequest, paper: Paper): Promise<ComponentChildren> | ComponentChildren
}

/** What was posted, the id of the address, and the files under their fields. */
export function inputWithUploads(request: OfficeRequest, fields: readonly string[] = []): Record<string, unknown> {
  const files = fields.map((field) => [field, request.uploads.find((upload) => upload.field === field) ?? null])
  return {
    ...request.form,
    ...(request.params['id'] ? { id: request.params['id'] } : {}),
    ...Object.fromEntries(files),
  }
}

/** The two routes of an act. */
export function paperActRoutes(act: PaperAct): OfficeRoute[] {
  const url = `${PAPERS}/:id/${act.act}`
  return [
    { method: 'GET', url, permission: act.permission, handle: (request) => actPage(request, act, {}) },
    { method: 'POST', url, permission: act.permission, handle: (request) => performAct(request, act) },
  ]
}

async function performAct(request: OfficeRequest, act: PaperAct): Promise<OfficeReply> {
  const { paper } = await loadPaper(request)
  return submitForm(request, act.change, {
    input: inputWithUploads(request, act.uploads),
    onDone: () => redirectTo(request.link(`${PAPERS}/${paper.id}`), act.done(documentWords[request.lang])),
    onRefused: ({ values, errors, status }) => actPage(request, act, { values, errors, status }),
  })
}

interface Shown {
  values?: FormValues
  errors?: FormErrors
  status?: number
}

async function actPage(request: OfficeRequest, act: PaperAct, shown: Shown): Promise<OfficeReply> {
  const words = documentWords[request.lang]
  const { paper, scopes } = await loadPaper(request)
  requirePermission(request.actor, act.permission, scopes.working)
  const back = request.link(`${PAPERS}/${paper.id}`)
  const help = act.help?.(words)
  return officePage(
    request,
    {
      title: act.verb(words),
      active: 'dossiers',
      width: 'narrow',
      status: shown.status ?? 200,
      keepDrafts: shown.errors !== undefined,
    },
    <>
      <PageHeading
        trail={[
          { href: request.link(PAPERS), label: words.papers },
          { href: back, label: paper.number ?? paper.title },
        ]}
        kicker={paper.title}
        title={act.verb(words)}
        {...(help ? { meta: help } : {})}
      />
      <Form
        action={request.link(`${PAPERS}/${paper.id}/${act.act}`)}
        version={paper.version}
        values={shown.values ?? (await act.values?.(request, paper)) ?? {}}
        errors={shown.errors ?? {}}
        multipart={(act.uploads?.length ?? 0) > 0}
      >
        {await act.fields(request, paper)}
        <FormButtons verb={act.verb(words)} danger={act.danger ?? false} cancelHref={back} />
      </Form>
    </>,
  )
}
