import { Agent, request } from 'node:http'
import type { BenchCase, Variant } from './bench-case.ts'
import { databaseProcessorTime, processorTime } from './processes.ts'

export interface Round {
  perSecond: number
  /** milliseconds, one per answer */
  latencies: number[]
  /** milliseconds of processor time per answer: of the Node process, of the database */
  nodeMs: number
  databaseMs: number
}

export interface Target {
  address: string
  kind: 'program' | 'bare'
  pid: number
  /** data folder of the database both use */
  dataFolder: string
}

const CONNECTIONS = 4
const run = Date.now().toString(36)
let used = 0

/** Asks for one case over four kept connections, each sending its next request when the last is answered. */
export async function loadRound(target: Target, { name, variants }: BenchCase, milliseconds: number): Promise<Round> {
  const latencies: number[] = []
  const nodeBefore = processorTime(target.pid)
  const databaseBefore = databaseProcessorTime(target.dataFolder)
  const began = performance.now()
  let next = 0
  const connection = async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    try {
      while (performance.now() - began < milliseconds) {
        const at = next++ % variants.length
        const asked = performance.now()
        await send(agent, target, variants[at]!, `/${name}/${at}`)
        latencies.push(performance.now() - asked)
      }
    } finally {
      agent.destroy()
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, connection))
  return {
    perSecond: latencies.length / ((performance.now() - began) / 1000),
    latencies,
    nodeMs: (processorTime(target.pid) - nodeBefore) / latencies.length,
    databaseMs: (databaseProcessorTime(target.dataFolder) - databaseBefore) / latencies.length,
  }
}

function send(agent: Agent, { address, kind }: Target, variant: Variant, barePath: string): Promise<void> {
  const path = kind === 'bare' ? barePath : variant.path
  const body = variant.body?.replace('{n}', `${run}-${used++}`)
  const headers = {
    ...(kind === 'program' ? { cookie: variant.cookie } : {}),
    ...(body ? { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) } : {}),
  }
  const wanted = body && kind === 'program' ? 303 : 200
  return new Promise((resolve, reject) => {
    const sent = request(address + path, { agent, method: body ? 'POST' : 'GET', headers }, (reply) => {
      const parts: Buffer[] = []
      reply.on('data', (part: Buffer) => parts.push(part))
      reply.on('error', reject)
      reply.on('end', () => {
        if (reply.statusCode === wanted) resolve()
        else
          reject(
            new Error(`${path}: ${reply.statusCode}, not ${wanted}\n${Buffer.concat(parts).toString().slice(0, 2000)}`),
          )
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** One answer as text, e.g. to read the form token of a session from its page. */
export async function readPage(address: string, path: string, cookie: string): Promise<string> {
  const reply = await fetch(address + path, { headers: { cookie }, redirect: 'manual' })
  if (reply.status !== 200) throw new Error(`${path}: ${reply.status}`)
  return reply.text()
}
