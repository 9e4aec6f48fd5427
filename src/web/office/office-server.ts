import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify'
import { permissionTable } from '../../access/permission-table.ts'
import { UPLOAD_LIMITS } from '../../platform/files/upload-check.ts'
import { addPublicHall } from '../hall/public-hall.ts'
import { addCleanAddresses } from '../http/clean-address.ts'
import { addCrawlerFiles } from '../http/crawler-files.ts'
import { addSecurityHeaders } from '../http/security-headers.ts'
import { addErrorReplies } from './error-replies.tsx'
import { answerGate, answerOffice } from './office-request.ts'
import type { GateRoute, OfficeRoute } from './office-route.ts'
import type { OfficeSettings } from './office-settings.ts'

const LARGEST_FORM = 2 * 1024 * 1024

/** Builds the office's server from its URL tables. Throws when a route declares no permission of the table. */
export async function buildOfficeServer(
  settings: OfficeSettings,
  routes: { office: readonly OfficeRoute[]; gate: readonly GateRoute[] },
): Promise<FastifyInstance> {
  refuseUndeclared(routes.office)
  const server = Fastify({
    loggerInstance: withoutAddresses(settings.logger),
    bodyLimit: LARGEST_FORM,
    trustProxy: settings.trustProxy ?? false,
    // an address read off a poster may end in a slash
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    forceCloseConnections: 'idle',
  })
  await server.register(cookie)
  await server.register(formbody, { bodyLimit: LARGEST_FORM })
  await server.register(multipart, {
    // a file beyond the limit is refused beside its field, not with an error page
    throwFileSizeLimit: false,
    limits: { fileSize: UPLOAD_LIMITS.bytes + 1, files: 20, fields: 500, fieldSize: LARGEST_FORM },
  })
  await server.register(fastifyStatic, {
    root: settings.assetsFolder,
    prefix: '/assets/',
    immutable: true,
    preCompressed: true,
    maxAge: '365d',
    decorateReply: false,
    index: false,
  })
  addCleanAddresses(server)
  addSecurityHeaders(server)
  addCrawlerFiles(server, settings.assets)
  addErrorReplies(server, settings)
  addPublicHall(server, settings)
  for (const route of routes.gate) {
    server.route({
      method: route.method,
      url: route.url,
      handler: (request, reply) => answerGate(settings, route, request, reply),
    })
  }
  for (const route of routes.office) {
    const url = `/:authority${route.url}`
    server.route({
      method: route.method,
      url,
      handler: (request, reply) => answerOffice(settings, route, request, reply),
    })
  }
  return server
}

/**
 * Addresses of the portal carry the secrets of receipts and drafts: whatever level is set, a log line of a request says
 * which page it was, never which address.
 */
function withoutAddresses(logger: OfficeSettings['logger']): FastifyBaseLogger {
  const req = (request: FastifyRequest) => ({ method: request.method, page: request.routeOptions?.url ?? '' })
  // the reader of forms would repeat every header, the address of the page before among them
  const busboyOptions = () => 'not logged'
  return logger.child({}, { serializers: { req, busboyOptions } }) as FastifyBaseLogger
}

/** Default deny: a route without a permission of the table stops the program from starting. */
export function refuseUndeclared(routes: readonly OfficeRoute[]): void {
  const undeclared = routes.filter((route) => !Object.hasOwn(permissionTable, route.permission ?? ''))
  if (undeclared.length === 0) return
  throw new Error(
    `routes without a known permission: ${undeclared.map((route) => `${route.method} ${route.url}`).join(', ')}`,
  )
}
