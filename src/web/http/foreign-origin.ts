import type { FastifyRequest } from 'fastify'
import { NotPermitted } from '../../platform/errors.ts'

/**
 * A form of another site never reaches a change. `origin` is the program's public address; without one, what the
 * browser asked for counts as its own. Throws NotPermitted.
 */
export function refuseForeignOrigin(request: FastifyRequest, origin: string | undefined): void {
  const { origin: from, host } = request.headers
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new NotPermitted('form:foreign-origin')
  if (from === undefined) return
  const own = origin ? [origin] : [`http://${host}`, `https://${host}`]
  if (!own.includes(from)) throw new NotPermitted('form:foreign-origin')
}
