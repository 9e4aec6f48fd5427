import { type Asked, type LimitName, passLimits } from '../../reception/portal-limit.ts'
import type { PortalRequest } from './portal-route.ts'

/** Too much from one place, or at once: 429 with the time after which to try again. */
export class TooMany extends Error {
  readonly statusCode = 429

  constructor(readonly retryAfterSeconds: number) {
    super(`too many requests, again after ${retryAfterSeconds} s`)
    this.name = 'TooMany'
  }
}

/** Counts what is asked; throws TooMany beyond the hard limits. Gives the soft ones that were passed. */
export async function requirePassage(request: PortalRequest, asked: readonly Asked[]): Promise<LimitName[]> {
  const networks = asked.map((one) =>
    one.limit.endsWith('by address') ? { ...one, of: `${request.authority.id} ${networkOf(one.of)}` } : one,
  )
  const verdict = await passLimits(request.db, networks, request.now)
  if (!verdict.passed) throw new TooMany(verdict.retryAfterSeconds)
  return verdict.over
}

/** Of an IPv6 address the network: one household has more addresses than anybody can count. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped) return mapped[1]!
  const [head = '', tail = ''] = address.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail.split(':').filter(Boolean)
  const zeros = address.includes('::') ? Array.from({ length: 8 - left.length - right.length }, () => '0') : []
  return [...left, ...zeros, ...right].slice(0, 4).join(':')
}
