// Loads one hall: so many telephones and desks hold their line, something changes every two seconds, everybody reads the
// new state. Run against a program that runs already:
//   node bench/hall-load.ts http://127.0.0.1:3104 --login cathai.thuky --password … --hall /cat-hai/hoi-nghi/56/hoi-truong --pid 1234
import { readFileSync } from 'node:fs'
import { Agent, type IncomingMessage, request } from 'node:http'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    login: { type: 'string' },
    password: { type: 'string' },
    hall: { type: 'string' },
    pid: { type: 'string' },
    phones: { type: 'string', default: '2000' },
    desks: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '600' },
    every: { type: 'string', default: '2000' },
  },
})
const address = positionals[0] ?? 'http://127.0.0.1:3000'
const [phones, desks, seconds, every] = [values.phones, values.desks, values.seconds, values.every].map(Number) as [
  number,
  number,
  number,
  number,
]
/** as the telephones' own script spreads them */
const SPREAD_MS = 350

interface Change {
  version: number
  sentAt: number
}
/** a reader that knew one version has read another */
interface Sight {
  kind: 'phone' | 'desk'
  from: number
  to: number
  at: number
}
const changes: Change[] = []
const sights: Sight[] = []
const seen: Record<'phone' | 'desk', number[]> = { phone: [], desk: [] }
const acknowledged: number[] = []
let failures = 0
let lostLines = 0

function ask(
  path: string,
  options: { agent?: Agent; cookie?: string; accept?: string; body?: string; method?: string },
) {
  return new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request(
      address + path,
      {
        ...(options.agent ? { agent: options.agent } : {}),
        method: options.body === undefined ? 'GET' : 'POST',
        headers: {
          ...(options.cookie ? { cookie: options.cookie } : {}),
          accept: options.accept ?? '*/*',
          'accept-encoding': 'gzip',
          ...(options.body === undefined
            ? {}
            : {
                'content-type': 'application/x-www-form-urlencoded',
                'content-length': Buffer.byteLength(options.body),
              }),
        },
      },
      resolve,
    )
    sent.on('error', reject)
    sent.end(options.body)
  })
}

async function textOf(reply: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of reply) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

async function signIn(): Promise<string> {
  const page = await fetch(`${address}/dang-nhap`)
  const visit = page.headers.getSetCookie().map((one) => one.split(';')[0]!)
  const csrf = /name="_csrf" value="([^"]+)"/.exec(await page.text())![1]!
  const body = new URLSearchParams({ _csrf: csrf, login: values.login ?? '', password: values.password ?? '' })
  const reply = await fetch(`${address}/dang-nhap`, {
    ...{ method: 'POST', body, redirect: 'manual', headers: { cookie: visit.join('; ') } },
  })
  const cookies = [...visit, ...reply.headers.getSetCookie().map((one) => one.split(';')[0]!)]
  if (reply.status !== 303) throw new Error(`could not sign in: ${reply.status}`)
  return cookies.join('; ')
}

/** One screen: holds the line, reads the whole state whenever a newer version is told. */
async function watch(kind: 'phone' | 'desk', eventsPath: string, dataPath: string, cookie?: string): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  let known = 0
  let reading = false
  const read = async (): Promise<void> => {
    if (reading) return
    reading = true
    try {
      const reply = await ask(dataPath, { agent, ...(cookie ? { cookie } : {}) })
      const told = Number(reply.headers['x-hall-version'] ?? 0)
      reply.resume()
      await new Promise((done) => reply.on('end', done))
      if (reply.statusCode !== 200) failures += 1
      const at = performance.now()
      if (told > known) sights.push({ kind, from: known, to: told, at })
      known = Math.max(known, told)
    } catch {
      failures += 1
    } finally {
      reading = false
    }
  }
  const events = await ask(eventsPath, {
    accept: 'text/event-stream',
    ...(cookie ? { cookie } : {}),
    agent: new Agent({ keepAlive: true }),
  })
  if (events.statusCode !== 200) throw new Error(`${eventsPath}: ${events.statusCode}`)
  let first = true
  let text = ''
  events.on('data', (part: Buffer) => {
    text += part.toString()
    const lines = text.split('\n')
    text = lines.pop() ?? ''
    for (const line of lines) {
      if (!line.startsWith('data: ')) continue
      const version = Number(line.slice(6))
      if (first) known = version
      first = false
      if (version > known) setTimeout(() => void read(), kind === 'phone' ? Math.random() * SPREAD_MS : 0)
    }
  })
  events.on('close', () => {
    lostLines += 1
  })
}

const hertz = 100
const processor = (pid: string) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / hertz
}
const residentMb = (pid: string) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024

const share = (list: number[], part: number) => {
  const sorted = [...list].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
const figures = (list: number[]) =>
  `n=${list.length} p50=${share(list, 0.5).toFixed(0)} p95=${share(list, 0.95).toFixed(0)} p99=${share(list, 0.99).toFixed(0)} max=${share(list, 1).toFixed(0)} ms`

const cookie = await signIn()
const hallPath = values.hall ?? ''
const home = await textOf(await ask(hallPath, { cookie, accept: 'text/html' }))
const phonePath = /href="(\/dt\/[\w-]+)"/.exec(home)?.[1]
if (!phonePath) throw new Error('no hall is open at that address')
const desk = await (await fetch(`${address}${hallPath}/du-lieu?ban=thu-ky`, { headers: { cookie } })).json()
const csrf = (desk as { csrf: string }).csrf

for (let n = 0; n < phones; n += 1) {
  await watch('phone', `${phonePath}/su-kien`, `${phonePath}/du-lieu`)
  if (n % 200 === 199) console.log(`${n + 1} telephones hold their line`)
}
for (let n = 0; n < desks; n += 1) await watch('desk', `${hallPath}/su-kien`, `${hallPath}/du-lieu?ban=thu-ky`, cookie)
console.log(`${phones} telephones and ${desks} desks; one change every ${every} ms for ${seconds} s`)

const began = performance.now()
const before = values.pid ? processor(values.pid) : 0
const own = process.cpuUsage()
let highest = 0
let sent = 0
while (performance.now() - began < seconds * 1000) {
  const at = performance.now()
  const look = sent % 2 === 0 ? 'agenda' : 'speaker'
  const body = new URLSearchParams({ _csrf: csrf, screenLook: look, questionsOpen: 'on' }).toString()
  const reply = await ask(`${hallPath}/cach-hien`, { cookie, body })
  acknowledged.push(performance.now() - at)
  reply.resume()
  if (reply.statusCode !== 303) throw new Error(`the change was refused: ${reply.statusCode}`)
  const told = await ask(`${hallPath}/du-lieu?ban=cua`, { cookie })
  changes.push({ version: Number(told.headers['x-hall-version']), sentAt: at })
  told.resume()
  sent += 1
  if (values.pid) highest = Math.max(highest, residentMb(values.pid))
  await new Promise((done) => setTimeout(done, Math.max(0, every - (performance.now() - at))))
}
await new Promise((done) => setTimeout(done, 3000))
const took = (performance.now() - began) / 1000
const ownUsed = process.cpuUsage(own)
for (const { kind, from, to, at } of sights) {
  for (const change of changes) if (change.version > from && change.version <= to) seen[kind].push(at - change.sentAt)
}
console.log(`changes ${sent}, expected sights ${sent * (phones + desks)}, seen ${seen.phone.length + seen.desk.length}`)
console.log(`telephones: ${figures(seen.phone)}`)
console.log(`desks: ${figures(seen.desk)}`)
console.log(`the change itself acknowledged: ${figures(acknowledged)}`)
console.log(`failed requests ${failures}, lines lost ${lostLines}`)
if (values.pid) {
  console.log(
    `program: ${((100 * (processor(values.pid) - before)) / took).toFixed(0)} % of a core, highest RSS ${highest.toFixed(0)} MB`,
  )
}
console.log(`this load: ${((ownUsed.user + ownUsed.system) / 10_000 / took).toFixed(0)} % of a core`)
process.exit(0)
