import type { z } from 'zod'
import type { KnownPermission } from '../../../access/permission-table.ts'
import type { Change } from '../../../changes/define-change.ts'
import type { Dialogue } from '../../../dialogues/dialogue.ts'
import { listDialogueHistory } from '../../../dialogues/dialogue-store.ts'
import { ConflictView } from '../../kit/conflict-view.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { conferenceWords } from '../../words/conference-words.ts'
import { formatMoment } from '../../words/format-values.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest, type OfficeRoute } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { dialogueOf, type Refusal } from './dialogue-request.ts'

/** Renders a page of a dialogue, with the form that was refused when there is one. */
export type DialoguePage = (request: OfficeRequest, dialogue: Dialogue, refusal: Refusal | null) => Promise<OfficeReply>

export interface Act<Schema extends z.ZodType, Result> {
  /** below `/hoi-nghi/:id` */
  path: string
  permission: KnownPermission
  change: Change<Schema, Result>
  /** which form of the page it is; rows are `edit-<id>` */
  form: string | ((request: OfficeRequest) => string)
  page: DialoguePage
  /** where to go when it is done; below `/hoi-nghi/:id` */
  back: string
  /** the place on that page */
  anchor?: (request: OfficeRequest) => string
  flash: (lang: OfficeRequest['lang'], result: Result) => string
  input?: (request: OfficeRequest) => Record<string, unknown>
  /** fields shown side by side when somebody else saved in between */
  conflict?: (lang: OfficeRequest['lang']) => readonly { name: string; label: string }[]
}

/** A page of a dialogue. */
export function dialogueView(path: string, permission: KnownPermission, page: DialoguePage): OfficeRoute {
  return {
    method: 'GET',
    url: `/hoi-nghi/:id${path}`,
    permission,
    handle: async (request) => page(request, await dialogueOf(request), null),
  }
}

/** A form of a page of a dialogue: done → back with a sentence; refused → the page again with what was typed. */
export function dialogueAct<Schema extends z.ZodType, Result>(act: Act<Schema, Result>): OfficeRoute {
  return {
    method: 'POST',
    url: `/hoi-nghi/:id${act.path}`,
    permission: act.permission,
    handle: async (request) => {
      const dialogue = await dialogueOf(request)
      const rowId = request.params['row'] === undefined ? {} : { rowId: idParam(request, 'row') }
      const input = { ...request.form, ...act.input?.(request), id: dialogue.id, ...rowId }
      return submitForm(request, act.change, {
        input,
        onDone: (result) => {
          const page = request.link(`/hoi-nghi/${dialogue.id}${act.back}`)
          const to = act.anchor ? `${page}#${act.anchor(request)}` : page
          return redirectTo(to, act.flash(request.lang, result))
        },
        onRefused: (refused) => answerRefusal(request, dialogue, act, refused),
      })
    },
  }
}

async function answerRefusal<Schema extends z.ZodType, Result>(
  request: OfficeRequest,
  dialogue: Dialogue,
  act: Act<Schema, Result>,
  refused: RefusedForm,
): Promise<OfficeReply> {
  if (refused.stale && act.conflict)
    return conflictPage(request, dialogue, act.conflict(request.lang), refused, act.back)
  const form = typeof act.form === 'string' ? act.form : act.form(request)
  const errors = refused.stale ? { '': conferenceWords[request.lang].staleForm } : refused.errors
  const reply = await act.page(request, dialogue, { ...refused, errors, form })
  return reply.kind === 'page' ? { ...reply, status: refused.status } : reply
}

/** Both texts side by side; what was typed is kept and can be sent again over the newer one. */
async function conflictPage(
  request: OfficeRequest,
  dialogue: Dialogue,
  fields: readonly { name: string; label: string }[],
  refused: RefusedForm,
  back: string,
): Promise<OfficeReply> {
  const words = conferenceWords[request.lang]
  const current = refused.stale!.current
  const [last] = await listDialogueHistory(request.db, request.authority.id, dialogue.id, 1)
  const shown = new Set(fields.map((field) => field.name))
  const rest = Object.entries(refused.values).filter(
    ([name, value]) => !shown.has(name) && !name.startsWith('_') && name !== 'version' && isText(value),
  )
  return officePage(
    request,
    { title: words.conflict, active: 'dialogues', status: 409, width: 'wide', keepDrafts: true },
    <>
      <PageHeading
        trail={[{ href: request.link(`/hoi-nghi/${dialogue.id}`), label: dialogue.title }]}
        title={words.conflict}
      />
      <ConflictView
        action={request.chrome.address}
        version={Number(current['version'] ?? 1)}
        values={refused.values}
        hidden={Object.fromEntries(rest) as Record<string, string | string[]>}
        storedBy={last?.accountName ?? words.somebody}
        storedAt={last ? formatMoment(last.at, request.lang) : ''}
        storedHref={request.link(`/hoi-nghi/${dialogue.id}${back}`)}
        fields={fields.map(({ name, label }) => ({
          name,
          label,
          mine: textOf(refused.values[name]),
          stored: textOf(current[name]),
        }))}
      />
    </>,
  )
}

function isText(value: unknown): value is string | string[] {
  return typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string'))
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return Array.isArray(value) ? value.join(', ') : String(value)
}
