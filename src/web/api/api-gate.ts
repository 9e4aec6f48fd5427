import rateLimit from '@fastify/rate-limit'
import type { FastifyReply, FastifyRequest, FastifySchema, RouteOptions } from 'fastify'
import { z } from 'zod'
import { apiScopes, looksLikeApiKey } from '../../access/api-key.ts'
import { findKeyInUse, touchKey } from '../../access/api-key-store.ts'
import { hashOfSecret } from '../../access/session-token.ts'
import type { ChangeRuntime } from '../../changes/perform-change.ts'
import { apiWords } from '../words/api-words.ts'
import type { ApiServer } from './api-context.ts'
import { problem, sendProblem } from './problem-details.ts'

/** How often a minute one address may ask for what everybody may read, or try keys. */
const STRANGERS_PER_MINUTE = 120

/** Nobody passes without what the route declares; a route that declares nothing stops the program. */
export async function addApiGate(server: ApiServer, runtime: ChangeRuntime): Promise<void> {
  const words = apiWords.vi
  server.decorateRequest('apiKey', null)
  server.decorateRequest('keyRefused', false)
  server.addHook('onRoute', (route) => {
    if (route.config?.scope === undefined) throw new Error(`API route without a scope: ${route.method} ${route.url}`)
    route.schema = { ...route.schema, ...describedDoor(route) }
  })
  server.addHook('onRequest', async (request) => {
    const sent = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
    if (sent === undefined) return
    const now = runtime.clock.now()
    request.apiKey = looksLikeApiKey(sent) ? await findKeyInUse(runtime.db, hashOfSecret(sent), now) : null
    if (request.apiKey) await touchKey(runtime.db, request.apiKey, now)
    else request.keyRefused = true
  })
  await server.register(rateLimit, { global: false })
  // a hook of its own, before the one that turns away: what is refused counts too
  const limit = server.rateLimit({
    timeWindow: 60_000,
    keyGenerator: (request) => (request.apiKey ? `key ${request.apiKey.id}` : `address ${request.ip}`),
    max: (request) => request.apiKey?.perMinute ?? STRANGERS_PER_MINUTE,
  })
  server.addHook('preValidation', limit)
  server.addHook('preValidation', async (request, reply) => {
    const { scope } = request.routeOptions.config
    if (request.keyRefused) return unauthorized(reply, words.keyRefused)
    if (scope === 'public') return
    if (!request.apiKey) return unauthorized(reply, words.keyNeeded)
    if (scope && scope !== 'anyKey' && !opens(request, scope)) {
      return sendProblem(reply, problem(403, 'not-permitted', words.notPermitted))
    }
    if (request.method !== 'GET' && !/^[\w-]{1,100}$/.test(String(request.headers['idempotency-key'] ?? ''))) {
      return sendProblem(reply, problem(400, 'idempotency-key-needed', words.idempotencyNeeded))
    }
  })
}

/** What every route says of its door in the description: whether it takes a key, and the key of the call where it writes. */
function describedDoor({ config, method }: RouteOptions): FastifySchema {
  if (config?.scope === 'public') return { security: [] }
  return method === 'GET' ? {} : { headers: writing }
}

const writing = z.object({
  'idempotency-key': z
    .string()
    .describe('Khóa của lần gửi, 1–100 chữ cái, chữ số, gạch nối; gửi lại với cùng khóa không thành hai'),
})

function opens(request: FastifyRequest, scope: keyof typeof apiScopes): boolean {
  const key = request.apiKey!
  return apiScopes[scope].some((permission) => key.actor.may(permission, { authorityId: key.authorityId }))
}

function unauthorized(reply: FastifyReply, detail: string): FastifyReply {
  return sendProblem(reply.header('www-authenticate', 'Bearer'), problem(401, 'key-needed', detail))
}
