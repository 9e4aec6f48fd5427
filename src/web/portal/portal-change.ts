import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { citizenActor } from '../../access/citizen-permissions.ts'
import type { Change } from '../../changes/define-change.ts'
import { performChange } from '../../changes/perform-change.ts'
import { BrokenRule } from '../../platform/errors.ts'
import type { FormErrors } from '../kit/form-state.ts'
import { inputSentence, ruleSentence } from '../words/rule-sentence.ts'
import type { PortalReply, PortalRequest } from './portal-route.ts'
import { refusedFileErrors } from './refused-files.ts'

interface PortalChangeOptions<Result> {
  input: Record<string, unknown>
  /** default: the key of the form; from a form whose key is a secret, its hash */
  key?: string
  onDone(value: Result): PortalReply | Promise<PortalReply>
  /** shows the form again with what was typed and a sentence beside each field */
  onRefused(errors: FormErrors): PortalReply | Promise<PortalReply>
}

/** Runs a change as a citizen; what is refused comes back to the form, nothing typed is lost. */
export async function portalChange<Schema extends z.ZodType, Result>(
  request: PortalRequest,
  change: Change<Schema, Result>,
  options: PortalChangeOptions<Result>,
): Promise<PortalReply> {
  const { lang } = request
  const say = (errors: Record<string, string>) =>
    Object.fromEntries(Object.entries(errors).map(([field, code]) => [field, inputSentence(lang, code)]))
  if (request.refusedFiles.length > 0) return options.onRefused(refusedFileErrors(request))
  const sent = options.key ?? request.form['_key']
  const key = typeof sent === 'string' && /^[\w-]{1,100}$/.test(sent) ? sent : randomUUID()
  try {
    const outcome = await performChange(request.runtime, change, {
      actor: citizenActor(request.authority.id),
      authorityId: request.authority.id,
      input: options.input,
      key,
    })
    return await (outcome.ok ? options.onDone(outcome.value) : options.onRefused(say(outcome.errors)))
  } catch (error) {
    if (!(error instanceof BrokenRule)) throw error
    return options.onRefused({ '': ruleSentence(lang, error.code, error.params) })
  }
}
