import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { permissionTable } from '../../src/access/permission-table.ts'
import { type Role, roles } from '../../src/access/role.ts'
import { gateRoutes, officeRoutes } from '../../src/web/office/office-routes.ts'
import type { FormVisitor } from '../support/form-visitor.ts'
import { addressOf } from '../support/route-address.ts'
import { openTrustOffice, PASSWORD, signIn, type TrustOffice } from '../support/trust-office.ts'
import { encodeOdd, oddFields, oddMultipart, oddSegment, oddText, type Random, seededRandom } from './odd-input.ts'

const proof = process.env['PROOF'] === '1'
const REQUESTS = proof ? 200_000 : 5_000
const SEED = Number(process.env['SEED'] ?? 20261121)
vi.setConfig({ testTimeout: proof ? 6 * 3_600_000 : 900_000, hookTimeout: 120_000 })

let office: TrustOffice
beforeAll(async () => {
  office = await openTrustOffice()
})
afterAll(() => office?.close())

interface Visit {
  visitor: FormVisitor
  token: string
}

const visits = new Map<Role, Visit>()
async function visitAs(role: Role): Promise<Visit> {
  const known = visits.get(role)
  if (known) return known
  const visitor = await office.visitor(role)
  await visitor.open('/tai-khoan')
  const token = /name="_csrf" value="([^"]+)"/.exec(visitor.page)![1]!
  visits.set(role, { visitor, token })
  return { visitor, token }
}

// leaving, ending one's sessions or leaving the role would only make the requests after it pointless
const HARMLESS_GATES = gateRoutes.filter(
  ({ url, method }) => method === 'GET' || !/dang-xuat|phien|chon-vai-tro|dang-nhap|mat-khau|xac-thuc/.test(url),
)
const routes = [
  ...officeRoutes.map((route) => ({ ...route, gate: false })),
  ...HARMLESS_GATES.map((route) => ({ ...route, permission: 'home:see' as const, gate: true })),
]

/** Names of the fields of the form of an address, from the page itself, read once. */
const fieldNames = new Map<string, string[]>()
async function knownFields(visit: Visit, url: string, address: string): Promise<string[]> {
  const known = fieldNames.get(url)
  if (known) return known
  const { body } = await visit.visitor.send('GET', address)
  const names = [...new Set([...body.matchAll(/ name="([^"]+)"/g)].map((found) => found[1]!))]
  fieldNames.set(url, names)
  return names
}

function oddAddress(random: Random, route: (typeof routes)[number]): string {
  if (route.gate) return route.url
  if (random.next() < 0.5) return addressOf(route, 'cat-hai', office.ids.here)
  const slug = random.next() < 0.95 ? 'cat-hai' : random.pick(['hoang-phu', 'khong-co', oddSegment(random)])
  return `/${slug}${route.url.replace(/:\w+/g, () => oddSegment(random))}`
}

const query = (fields: readonly [string, string][]) =>
  fields.map(([name, value]) => `${encodeOdd(name)}=${encodeOdd(value)}`).join('&')

async function oddRequest(random: Random) {
  const route = random.pick(routes)
  const able = Object.keys(permissionTable[route.permission]) as Role[]
  const role = random.next() < 0.9 ? random.pick(able) : random.pick(roles)
  const visit = await visitAs(role)
  const names = await knownFields(visit, route.url, addressOf(route, 'cat-hai', office.ids.here))
  const fields = oddFields(random, names)
  const address = oddAddress(random, route)
  const method = random.next() < 0.97 ? route.method : route.method === 'GET' ? 'POST' : 'GET'
  const cookie = [...visit.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers: Record<string, string> = { cookie }
  if (random.next() < 0.03) headers['cookie'] = `${cookie}; doi_thoai_flash=${encodeOdd(oddText(random))}`
  if (method === 'GET') {
    const url = fields.length > 0 ? `${address}?${query(fields)}` : address
    return { role, said: `GET ${url}`, reply: await office.server.inject({ method, url, headers }) }
  }
  if (random.next() < 0.97) fields.unshift(['_csrf', visit.token])
  const multipart = random.next() < 0.2
  const form = multipart
    ? oddMultipart(random, fields)
    : { type: 'application/x-www-form-urlencoded', body: Buffer.from(query(fields)) }
  headers['content-type'] = random.next() < 0.98 ? form.type : random.pick(['application/json', 'text/plain', 'x'])
  const said = `POST ${address} ${form.body.toString().slice(0, 600)}`
  return { role, said, reply: await office.server.inject({ method, url: address, headers, payload: form.body }) }
}

test(`${REQUESTS} odd requests over every address: never an answer of 500 (seed ${SEED})`, async () => {
  const random = seededRandom(SEED)
  const failures: string[] = []
  const statuses = new Map<number, number>()
  for (let n = 0; n < REQUESTS; n += 1) {
    const { role, said, reply } = await oddRequest(random)
    statuses.set(reply.statusCode, (statuses.get(reply.statusCode) ?? 0) + 1)
    if (reply.statusCode >= 500) failures.push(`${n} ${role} ${reply.statusCode} ${said.replaceAll('\u0000', '␀')}`)
    if (reply.headers['location']?.toString().startsWith('/dang-nhap')) visits.delete(role)
  }
  expect(failures.slice(0, 20)).toEqual([])
  expect(failures).toHaveLength(0)
  // the requests got through to pages, forms and changes: not everything was turned away at the door
  expect(statuses.get(200) ?? 0).toBeGreaterThan(REQUESTS / 10)
  expect(statuses.get(422) ?? 0).toBeGreaterThan(REQUESTS / 20)
  expect(await (await signIn(office.server, `clerk-${office.here.authorityId}`)).open('/cat-hai')).toBe(200)
  expect(PASSWORD.length).toBeGreaterThan(11)
})

test('numbers beyond what the database keeps, and keys that are none, are refused like any wrong input', async () => {
  const { visitor, token } = await visitAs('officeLeader')
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const post = (url: string, fields: Record<string, string>) =>
    office.server.inject({
      method: 'POST',
      url: `/cat-hai${url}`,
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ _csrf: token, ...fields }).toString(),
    })
  const here = office.ids.here
  const statuses = []
  for (const path of ['/kien-nghi/giao', '/kien-nghi/moi', '/kien-nghi', '/han'])
    for (const dialogue of ['-9223372036854775808', '1.5', '99999999999999999999']) {
      const url = `/cat-hai${path}?dialogue=${dialogue}`
      statuses.push((await office.server.inject({ method: 'GET', url, headers: { cookie } })).statusCode)
    }
  for (const url of ['/cat-hai/quan-tri/bieu-mau-bao-cao/a%00b', '/cat-hai/kien-nghi?q=%00a', '/c%00at-hai/kien-nghi'])
    statuses.push((await office.server.inject({ method: 'GET', url, headers: { cookie } })).statusCode)
  statuses.push((await post(`/ke-hoach/${here.planId}/can-cu`, { version: '2147483648', title: 'x' })).statusCode)
  statuses.push((await post('/kien-nghi/moi', { dialogueId: '1.5', text: 'x' })).statusCode)
  statuses.push((await post('/kien-nghi/moi', { _key: 'a\u0000b', text: 'x' })).statusCode)
  expect(statuses.filter((status) => status >= 500)).toEqual([])
})
