import { randomUUID } from 'node:crypto'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { isDatabaseAway } from '../../platform/db/passing-fault.ts'
import {
  BrokenRule,
  type InputErrors,
  InputRejected,
  NotFound,
  NotPermitted,
  StaleEdit,
} from '../../platform/errors.ts'
import { apiWords } from '../words/api-words.ts'
import { inputSentence, ruleSentence } from '../words/rule-sentence.ts'

/** What every refusal looks like (RFC 9457): `code` for the program at the other end, `detail` for the person behind it. */
export const problemShape = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  /** by field: what is wrong with it */
  errors: z.record(z.string(), z.string()).optional(),
  /** of an unexpected error, to be told to who runs the program */
  number: z.string().optional(),
})

export type Problem = z.output<typeof problemShape>

const words = apiWords.vi

export function problem(status: number, code: string, detail: string, more: Partial<Problem> = {}): Problem {
  return {
    type: 'about:blank',
    title: words.titles[String(status) as keyof typeof words.titles] ?? words.titles['500'],
    status,
    code,
    detail,
    ...more,
  }
}

function rejected(errors: InputErrors): Problem {
  const sentences = Object.fromEntries(
    Object.entries(errors).map(([field, code]) => [field, inputSentence('vi', code)]),
  )
  return problem(422, 'input/rejected', words.inputRejected, { errors: sentences })
}

export function sendProblem(reply: FastifyReply, of: Problem): FastifyReply {
  return reply
    .code(of.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(of)
}

/** Every error of the API in one place, as the pages have theirs. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = Object.fromEntries(error.validation.map((one) => [fieldOf(one.instancePath), one.message ?? '']))
    return sendProblem(reply, problem(422, 'input/rejected', words.inputRejected, { errors }))
  }
  if (error instanceof NotFound) return sendProblem(reply, problem(404, 'not-found', words.notFound))
  if (error instanceof NotPermitted) return sendProblem(reply, problem(403, 'not-permitted', words.notPermitted))
  if (error instanceof BrokenRule) {
    return sendProblem(reply, problem(409, error.code, ruleSentence('vi', error.code, error.params)))
  }
  if (error instanceof StaleEdit)
    return sendProblem(reply, problem(409, 'form/stale', ruleSentence('vi', 'form/stale')))
  if (error instanceof InputRejected) return sendProblem(reply, rejected(error.errors))
  if (isDatabaseAway(error))
    return sendProblem(reply.header('retry-after', '5'), problem(503, 'unavailable', words.unavailable))
  const status = error.statusCode ?? 500
  if (status === 429) return sendProblem(reply, problem(429, 'too-many', words.tooMany))
  if (status < 500) return sendProblem(reply, problem(status, 'bad-request', words.badRequest))
  const number = randomUUID().slice(0, 8)
  request.log.error({ err: error, number, method: request.method, url: request.url }, 'unexpected error')
  return sendProblem(reply, problem(500, 'unexpected', words.unexpected(number), { number }))
}

function fieldOf(path: string): string {
  return path.replace(/^\//, '').replaceAll('/', '.') || 'body'
}
