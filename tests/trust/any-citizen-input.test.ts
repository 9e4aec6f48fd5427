import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { parseDay } from '../../src/platform/day.ts'
import { officeRoutes } from '../../src/web/office/office-routes.ts'
import { portalTable } from '../../src/web/portal/portal-routes.ts'
import { PageReader } from '../support/page-reader.ts'
import { createPetitionWorld, type PetitionWorld } from '../support/petition-world.ts'
import { portalSteps } from '../support/portal-world.ts'
import { createTestOffice } from '../support/test-office.ts'
import { encodeOdd, oddFields, oddMultipart, oddSegment, oddText, type Random, seededRandom } from './odd-input.ts'

// Whoever comes from the street: no account, every page of the portal and everything the interface answers without a
// key. Addresses with a secret in them (drafts, receipts, what somebody follows) are learned from the answers.

const proof = process.env['PROOF'] === '1'
const REQUESTS = proof ? 200_000 : 5_000
const SEED = Number(process.env['SEED'] ?? 20261121)
const MOST_KNOWN = 12
vi.setConfig({ testTimeout: proof ? 6 * 3_600_000 : 900_000, hookTimeout: 120_000 })

let world: PetitionWorld
let office: Awaited<ReturnType<typeof createTestOffice>>
let origin = ''

beforeAll(async () => {
  world = await createPetitionWorld({ slug: 'cat-hai' })
  const comes = { timePlaceDecidedOn: parseDay('2025-10-10'), startsAt: '08:00' }
  await world.db.updateTable('dialogue').set(comes).execute()
  const { receive, publish, announce } = portalSteps(world)
  await announce()
  await publish([await receive(), await receive({ text: 'Chợ Cái Bèo bẩn, đề nghị dọn.' })])
  office = await createTestOffice(world.db, world.clock, { office: officeRoutes, gate: [], portal: portalTable })
  origin = await office.server.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await office.close()
  await world.close()
})

interface Place {
  method: 'GET' | 'POST'
  url: string
}

const later = () => world.clock.set(new Date(world.clock.now().getTime() + 60_000))

/** Some people who fill everything in properly; gives what they got to see, with the secrets of their own pages. */
async function honestPages(): Promise<string[]> {
  const pages: string[] = []
  for (let n = 0; n < 3; n += 1) {
    const reader = new PageReader(origin, 'cong/cat-hai')
    await reader.open('/gui-kien-nghi')
    await reader.press('Cả trong một trang')
    await reader.press('Tiếp tục', { contents: `Ngõ ${n} tối.`, petitionerKind: 'Một người', petitionerName: 'Lan' })
    pages.push(reader.html)
    later()
    await reader.press('Gửi kiến nghị', { agree: true })
    pages.push(`href="${reader.address}"`, reader.html)
    await reader.follow('Mở trang theo dõi')
    pages.push(`href="${reader.address}"`, reader.html)
    await reader.open(`/hoi-nghi/${world.dialogueId}/dang-ky-phat-bieu`)
    const speech = { speakerName: `Bà Hoa ${n}`, content: 'Nước sạch.', phone: `090000010${n}`, agree: true }
    await reader.press('Đăng ký phát biểu', speech)
    pages.push(`href="${reader.address}"`, reader.html)
    await reader.open('/yeu-cau-doi-thoai')
    later()
    const request = { requesterKind: 'Nhiều cử tri cùng yêu cầu', requesterName: `Ông Ba ${n}`, agree: true }
    await reader.press('Gửi yêu cầu', { ...request, content: 'Quy hoạch bãi tắm.', phone: `090000020${n}` })
    const sign = reader.text.match(/\/cong\/cat-hai\/cung-ky\/[\w-]{27}/)![0]
    pages.push(`href="${reader.address}" href="${sign}"`, reader.html)
  }
  return pages
}

const patternOf = (url: string) => new RegExp(`^${url.replace(/:\w+/g, '[^/?#]+')}$`)
/** addresses seen so far that belong to a route with a parameter */
const known = new Map<string, string[]>()

async function placesOfTheInterface(): Promise<Place[]> {
  const { paths } = (await office.server.inject('/api/v1/openapi.json')).json()
  return Object.entries(paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({
      method: method === 'get' ? ('GET' as const) : ('POST' as const),
      url: `${path.startsWith('/api/v1') ? '' : '/api/v1'}${path.replace(/\{(\w+)\}/g, ':$1')}`,
    })),
  )
}

function learn(places: readonly Place[], body: string, location: unknown): void {
  const found = [...body.matchAll(/(?:href|action)="([^"?#]+)/g)].map(([, address]) => address!)
  for (const address of typeof location === 'string' ? [location.split('?')[0]!, ...found] : found)
    for (const { url } of places) {
      if (!url.includes(':') || !patternOf(url).test(address)) continue
      const all = known.get(url) ?? []
      if (all.includes(address)) continue
      // the newest stay: older drafts have been sent
      known.set(url, [...all, address].slice(-MOST_KNOWN))
    }
}

function addressOf(random: Random, { url }: Place): string {
  const seen = known.get(url)
  if (seen && random.next() < 0.75) return random.pick(seen)
  return url.replace(/:\w+/g, () => oddSegment(random))
}

/** The fields of the form that posts to an address, as the page serves it. */
function servedFields(page: string): [string, string][] {
  const inputs = page.match(/<(?:input|textarea|select|button)[^>]*>/g) ?? []
  const attribute = (input: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1] ?? ''
  return inputs
    .filter((input) => attribute(input, 'name') !== '' && attribute(input, 'type') !== 'file')
    .map((input) => [attribute(input, 'name'), attribute(input, 'value')])
}

/** What the form would send, with some fields left out and some odd ones instead. */
async function filledForm(random: Random, address: string, from: string): Promise<[string, string][]> {
  const { body } = await office.server.inject({ method: 'GET', url: address, remoteAddress: from })
  const served = servedFields(body)
  if (random.next() < 0.3)
    return oddFields(
      random,
      served.map(([name]) => name),
    )
  return served
    .filter(() => random.next() < 0.9)
    .map(([name, value]) => [name, random.next() < (value ? 0.15 : 0.6) ? oddText(random) : value || 'Lan'])
}

const encoded = (fields: readonly [string, string][]) =>
  fields.map(([name, value]) => `${encodeOdd(name)}=${encodeOdd(value)}`).join('&')

async function oddRequest(random: Random, place: Place) {
  const from = `127.${random.below(250)}.${random.below(250)}.${1 + random.below(250)}`
  const address = addressOf(random, place)
  if (place.method === 'GET') {
    const fields = random.next() < 0.7 ? oddFields(random, ['q', 'search', 'linh-vuc', 'trang', 'lang', 'page']) : []
    const url = fields.length > 0 ? `${address}?${encoded(fields)}` : address
    return { said: `GET ${url}`, reply: await office.server.inject({ method: 'GET', url, remoteAddress: from }) }
  }
  const fields = await filledForm(random, address, from)
  const isApi = address.startsWith('/api/')
  const body = isApi
    ? { type: 'application/json', body: Buffer.from(random.next() < 0.5 ? oddText(random) : JSON.stringify(fields)) }
    : random.next() < 0.2
      ? oddMultipart(random, fields)
      : { type: 'application/x-www-form-urlencoded', body: Buffer.from(encoded(fields)) }
  const headers = { 'content-type': random.next() < 0.98 ? body.type : random.pick(['text/plain', 'x', body.type]) }
  const asked = { method: 'POST' as const, url: address, headers, payload: body.body, remoteAddress: from }
  return { said: `POST ${address} ${body.body.toString().slice(0, 600)}`, reply: await office.server.inject(asked) }
}

test(`${REQUESTS} odd requests from the street: never an answer of 500 (seed ${SEED})`, async () => {
  const random = seededRandom(SEED)
  const portal = portalTable.routes.map(({ method, url }) => ({ method, url: `/cong/cat-hai${url}` }))
  const places: Place[] = [...portal, ...portalTable.doors, ...(await placesOfTheInterface())]
  for (const page of await honestPages()) learn(places, page, null)
  const failures: string[] = []
  const statuses = new Map<number, number>()
  for (let n = 0; n < REQUESTS; n += 1) {
    const place = random.pick(places)
    const { said, reply } = await oddRequest(random, place)
    // nobody is quicker than a person writes
    later()
    statuses.set(reply.statusCode, (statuses.get(reply.statusCode) ?? 0) + 1)
    if (reply.statusCode >= 500) failures.push(`${n} ${reply.statusCode} ${said.replaceAll('\u0000', '␀')}`)
    if (reply.statusCode < 400) learn(places, reply.body, reply.headers['location'])
  }
  expect(failures.slice(0, 20)).toEqual([])
  expect(failures).toHaveLength(0)
  // the requests got through to pages, forms and changes: every kind of address with a secret was reached
  expect(statuses.get(200) ?? 0).toBeGreaterThan(REQUESTS / 5)
  expect(statuses.get(303) ?? 0).toBeGreaterThan(REQUESTS / 100)
  const reached = [...known.keys()].map((url) => url.replace('/cong/cat-hai', ''))
  const secret = ['/gui-kien-nghi/:draft/:step', '/bien-nhan/:token', '/theo-doi/:token', '/cung-ky/:token']
  expect(reached).toEqual(expect.arrayContaining([...secret, '/phat-bieu/:token', '/yeu-cau/:token']))
})
