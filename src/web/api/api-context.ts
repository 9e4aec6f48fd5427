import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import type { ApiScope } from '../../access/api-key.ts'
import type { KeyInUse } from '../../access/api-key-store.ts'
import type { Change } from '../../changes/define-change.ts'
import { type ChangeRuntime, performChange } from '../../changes/perform-change.ts'
import { InputRejected } from '../../platform/errors.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** who asks; null on what everybody may read */
    apiKey: KeyInUse | null
    /** a key was sent that opens nothing */
    keyRefused: boolean
  }
  interface FastifyContextConfig {
    /** what a key must open, or `public` for what everybody may read; a route of the API without it stops the program */
    scope?: ApiScope | 'anyKey' | 'public'
  }
}

/** The part of the server where the API lives: types of requests and answers follow their schemas. */
export type ApiServer = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** The key of a request on a route that needs one. */
export function keyOf(request: FastifyRequest): KeyInUse {
  if (!request.apiKey) throw new Error('a route with a scope let a request in without a key')
  return request.apiKey
}

/**
 * Runs a change for a system, under its key and the key of the call: the same call sent again makes no second one.
 * Throws InputRejected for wrong input, BrokenRule, StaleEdit, NotFound, NotPermitted.
 */
export async function runForSystem<Schema extends z.ZodType, Result>(
  runtime: ChangeRuntime,
  request: FastifyRequest,
  change: Change<Schema, Result>,
  input: Record<string, unknown>,
): Promise<{ value: Result; repeated: boolean }> {
  const key = keyOf(request)
  const outcome = await performChange(runtime, change, {
    actor: key.actor,
    authorityId: key.authorityId,
    input,
    key: `api ${key.id} ${request.headers['idempotency-key']}`,
  })
  if (!outcome.ok) throw new InputRejected(outcome.errors)
  return outcome
}
