import type { z } from 'zod'
import type { KnownPermission } from '../../access/permission-table.ts'
import type { Change } from '../../changes/define-change.ts'
import { findHall } from '../../hall/hall-store.ts'
import { NotFound, NotPermitted } from '../../platform/errors.ts'
import { redirectTo } from '../office/office-page.tsx'
import type { OfficeReply, OfficeRequest, OfficeRoute } from '../office/office-route.ts'
import { type RefusedForm, submitForm } from '../office/submit-form.tsx'
import { hallFieldLabel } from '../words/hall-field-labels.ts'
import { hallWords } from '../words/hall-words.ts'
import { ruleSentence } from '../words/rule-sentence.ts'
import { deskPage } from './desk-page.tsx'
import { DESK_PATHS, hallOf } from './hall-request.ts'
import type { Desk } from './hall-view.ts'
import { typedWords } from './typed-words.ts'

/** Whose desk a form without script goes back to: the one its reader most likely sits at. */
function deskOf(request: OfficeRequest, preferred: Desk | null): Desk {
  if (preferred) return preferred
  const scope = { authorityId: request.authority.id }
  if (request.actor.role === 'chair') return 'chair'
  return request.actor.may('dialogue:conduct', scope) ? 'secretary' : 'agency'
}

interface Command<Schema extends z.ZodType, Result> {
  path: string
  permission: KnownPermission
  change: Change<Schema, Result>
  desk?: Desk
}

/**
 * A command of a desk. The script gets a short answer (and the version the hall has now); without script one comes back
 * to the desk, with the sentence when it was refused.
 */
export function hallCommand<Schema extends z.ZodType, Result>(command: Command<Schema, Result>): OfficeRoute {
  return {
    method: 'POST',
    url: `/hoi-nghi/:id/hoi-truong${command.path}`,
    permission: command.permission,
    handle: async (request) => {
      const { dialogue } = await hallOf(request)
      const byScript = request.form['_script'] === '1'
      const desk = deskOf(request, command.desk ?? null)
      const answer = submitForm(request, command.change, {
        input: { ...request.form, id: dialogue.id },
        // a desk that never heard the answer sends the act once more, later
        apartFromKey: ['sentAt'],
        onDone: async () => {
          if (!byScript) return redirectTo(request.link(`/hoi-nghi/${dialogue.id}/hoi-truong${DESK_PATHS[desk]}`))
          const hall = await findHall(request.db, request.authority.id, dialogue.id)
          return { kind: 'data', status: 200, body: { ok: true, version: hall?.version ?? 0 } }
        },
        onRefused: (refused) => answerRefused(request, desk, refused, byScript),
      })
      return byScript ? answer.catch((error: unknown) => answerGone(request, error)) : answer
    },
  }
}

/**
 * What an act is about has gone, or is not for this reader: said as a refusal like any other. A page of words would stop the
 * queue of the desk for ever.
 */
function answerGone(request: OfficeRequest, error: unknown): OfficeReply {
  const code =
    error instanceof NotFound ? 'form/not-found' : error instanceof NotPermitted ? 'form/not-permitted' : null
  if (code === null) throw error
  return { kind: 'data', status: 409, body: { ok: false, sentence: ruleSentence(request.lang, code) } }
}

function answerRefused(
  request: OfficeRequest,
  desk: Desk,
  refused: RefusedForm,
  byScript: boolean,
): OfficeReply | Promise<OfficeReply> {
  const words = hallWords[request.lang]
  const said = Object.entries(refused.errors).map(([field, text]) =>
    [hallFieldLabel(words, field), text].filter(Boolean).join(': '),
  )
  const sentence = refused.stale ? ruleSentence(request.lang, 'form/stale') : said.join(' ')
  if (byScript) return { kind: 'data', status: refused.status, body: { ok: false, sentence } }
  return deskPage(request, desk, { sentence, status: refused.status, typed: typedWords(refused.values) })
}
