import { lookup as lookupAddress } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** How long somebody else's server may take to say that it took something. */
const LONGEST_MS = 10_000

const inside = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inside.addSubnet(network, prefix, 'ipv6')

/** An address that only machines of the own house have: what comes from outside must not make the program ask there. */
export function isInside(address: string): boolean {
  const family = isIP(address)
  return family === 0 || inside.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

/** Why an address may not be posted to; null when it may. `trusted`: hosts of the own house, let in by who runs the program. */
export function outboundFault(address: string, trusted: readonly string[]): 'notValid' | 'notHttps' | 'inside' | null {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || url.username !== '' || url.password !== '') return 'notValid'
  if (trusted.includes(url.host) || trusted.includes(url.hostname))
    return /^https?:$/.test(url.protocol) ? null : 'notValid'
  if (url.protocol !== 'https:') return 'notHttps'
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  return isIP(literal) !== 0 && isInside(literal) ? 'inside' : null
}

/** Finds a name's address as the system does and refuses one inside: the very address that is then connected to. */
const outsideOnly: LookupFunction = (hostname, options, callback) => {
  lookupAddress(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, '', 0)
    const fit = found.filter(({ address }) => !isInside(address))
    const first = fit[0]
    if (!first) return callback(new Error(`${hostname} lies inside the own network`), '', 0)
    if (options.all) return callback(null, fit)
    callback(null, first.address, first.family)
  })
}

/**
 * Posts JSON to somebody else's server and gives its status; follows no redirect, reads no answer. Throws when the
 * address may not be asked, cannot be reached, or does not answer in ten seconds.
 */
export function postOutside(
  address: string,
  message: { body: string; headers: Readonly<Record<string, string>>; trusted: readonly string[] },
): Promise<number> {
  const fault = outboundFault(address, message.trusted)
  if (fault) return Promise.reject(new Error(`${address}: ${fault}`))
  const url = new URL(address)
  const trusted = message.trusted.includes(url.host) || message.trusted.includes(url.hostname)
  const { request } = url.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(message.body),
          ...message.headers,
        },
        signal: AbortSignal.timeout(LONGEST_MS),
        ...(trusted ? {} : { lookup: outsideOnly }),
      },
      (reply) => {
        reply.resume()
        reply.destroy()
        resolve(reply.statusCode ?? 0)
      },
    )
    sent.on('error', reject)
    sent.end(message.body)
  })
}
