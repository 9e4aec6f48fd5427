import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Change } from '../../changes/define-change.ts'
import { performChange } from '../../changes/perform-change.ts'
import { BrokenRule, type InputErrors, StaleEdit } from '../../platform/errors.ts'
import type { FormErrors, FormValues } from '../kit/form-state.ts'
import { inputSentence, ruleSentence } from '../words/rule-sentence.ts'
import type { OfficeReply, OfficeRequest } from './office-route.ts'

/** What a form page needs to show a refused form again: nothing typed is lost. */
export interface RefusedForm {
  values: FormValues
  /** sentences by field; '' is said of the form as a whole */
  errors: FormErrors
  /** what is stored now, when somebody else changed it meanwhile */
  stale: { kind: string; current: Record<string, unknown> } | null
  status: 422 | 409
}

interface SubmitOptions<Result> {
  /** default: what was posted, with the id of the address as `id` */
  input?: Record<string, unknown>
  /** as in `ChangeRequest` */
  apartFromKey?: readonly string[]
  /** `repeated`: the same form had been sent before, nothing was done now */
  onDone(value: Result, repeated: boolean): OfficeReply | Promise<OfficeReply>
  onRefused(refused: RefusedForm): OfficeReply | Promise<OfficeReply>
}

/** Runs a change with what was posted; refused input, broken rules and stale edits come back to the form. */
export async function submitForm<Schema extends z.ZodType, Result>(
  request: OfficeRequest,
  change: Change<Schema, Result>,
  options: SubmitOptions<Result>,
): Promise<OfficeReply> {
  const input = options.input ?? { ...request.form, ...(request.params['id'] ? { id: request.params['id'] } : {}) }
  const sent = request.form['_key']
  // a key of the program's own pages; anything else is as good as none
  const key = typeof sent === 'string' && /^[\w-]{1,100}$/.test(sent) ? sent : randomUUID()
  const values = { ...request.form, _key: key } as FormValues
  if (Object.keys(request.uploadErrors).length > 0) {
    return options.onRefused({ values, errors: sentences(request, request.uploadErrors), stale: null, status: 422 })
  }
  try {
    const outcome = await performChange(request.runtime, change, {
      actor: request.actor,
      authorityId: request.authority.id,
      input: withoutFormFields(input),
      key,
      ...(options.apartFromKey ? { apartFromKey: options.apartFromKey } : {}),
    })
    if (outcome.ok) return await options.onDone(outcome.value, outcome.repeated)
    return await options.onRefused({ values, errors: sentences(request, outcome.errors), stale: null, status: 422 })
  } catch (error) {
    if (error instanceof BrokenRule) {
      const errors = { '': ruleSentence(request.lang, error.code, error.params) }
      // with the key that is used up, sending again would be refused for ever
      const fresh = error.code === 'form/key-reused' ? { _key: randomUUID() } : {}
      return await options.onRefused({ values: { ...values, ...fresh }, errors, stale: null, status: 409 })
    }
    if (error instanceof StaleEdit) {
      const stale = { kind: error.kind, current: error.current }
      return await options.onRefused({ values: { ...values, _key: randomUUID() }, errors: {}, stale, status: 409 })
    }
    throw error
  }
}

function sentences(request: OfficeRequest, errors: InputErrors): FormErrors {
  return Object.fromEntries(Object.entries(errors).map(([field, code]) => [field, inputSentence(request.lang, code)]))
}

function withoutFormFields(input: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).filter(([name]) => !name.startsWith('_')))
}
