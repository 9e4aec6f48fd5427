import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import type { FastifyInstance } from 'fastify'
import { isCitizenPermission } from '../../access/citizen-permissions.ts'
import { addPortalErrors } from './portal-errors.tsx'
import { answerDoor, answerPortal } from './portal-request.ts'
import type { PortalDoor, PortalRoute } from './portal-route.ts'
import type { PortalSettings } from './portal-settings.ts'

export interface PortalTable {
  routes: readonly PortalRoute[]
  doors: readonly PortalDoor[]
}

/**
 * Adds the people's portal below `/cong` to a server: its own error pages, answers compressed for thin lines, no
 * session. Throws when a route declares nothing that a citizen may do.
 */
export async function addPortal(server: FastifyInstance, settings: PortalSettings, table: PortalTable): Promise<void> {
  refuseForbidden([...table.routes, ...table.doors])
  await server.register(
    async (portal) => {
      // quick rather than dense: a page of 15 kB must not cost the server more than the reader's line gains
      const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
      await portal.register(compress, { encodings: ['br', 'gzip'], threshold: 1024, brotliOptions })
      addPortalErrors(portal, settings)
      for (const door of table.doors) {
        portal.get(door.url.replace(/^\/cong/, ''), (request, reply) => answerDoor(settings, door, request, reply))
      }
      for (const route of table.routes) {
        portal.route({
          method: route.method,
          url: `/:authority${route.url}`,
          handler: (request, reply) => answerPortal(settings, route, request, reply),
        })
      }
    },
    { prefix: '/cong' },
  )
}

/** Default deny: a route of the portal that declares nothing a citizen may do stops the program from starting. */
export function refuseForbidden(routes: readonly Pick<PortalRoute, 'method' | 'url' | 'permission'>[]): void {
  const forbidden = routes.filter((route) => !isCitizenPermission(route.permission ?? ''))
  if (forbidden.length === 0) return
  throw new Error(
    `portal routes that no citizen may use: ${forbidden.map((route) => `${route.method} ${route.url}`).join(', ')}`,
  )
}
