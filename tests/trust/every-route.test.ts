import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Role, roles } from '../../src/access/role.ts'
import type { OfficeRoute } from '../../src/web/office/office-route.ts'
import { officeRoutes } from '../../src/web/office/office-routes.ts'
import { refuseUndeclared } from '../../src/web/office/office-server.ts'
import { FormVisitor } from '../support/form-visitor.ts'
import { addressOf } from '../support/route-address.ts'
import { changedTables, tablePrints } from '../support/table-prints.ts'
import { openTrustOffice, type TrustOffice } from '../support/trust-office.ts'
import { expectedAt } from './expected-routes.ts'

const proof = process.env['PROOF'] === '1'
vi.setConfig({ testTimeout: proof ? 3_600_000 : 300_000, hookTimeout: 120_000 })

let office: TrustOffice
const tokens = new Map<Role, string>()
beforeAll(async () => {
  office = await openTrustOffice()
  for (const role of roles) {
    const visitor = await office.visitor(role)
    await visitor.open('/tai-khoan')
    tokens.set(role, /name="_csrf" value="([^"]+)"/.exec(visitor.page)![1]!)
  }
})
afterAll(() => office?.close())

const label = (route: OfficeRoute) => `${route.method} ${route.url}`
const gets = officeRoutes.filter((route) => route.method === 'GET')
const posts = officeRoutes.filter((route) => route.method === 'POST')

async function send(role: Role, route: OfficeRoute, address: string): Promise<number> {
  const visitor = await office.visitor(role)
  const fields = route.method === 'POST' ? { _csrf: tokens.get(role)! } : undefined
  return (await visitor.send(route.method, address, fields)).status
}

describe('every address of the office', () => {
  it('stands in the second table', () => {
    expect(officeRoutes.filter((route) => expectedAt(route.method, route.url) === null).map(label)).toEqual([])
  })

  it('turns strangers away: to the sign-in, or with the form shown again', async () => {
    const wrong: string[] = []
    for (const route of officeRoutes) {
      const stranger = new FormVisitor(office.server)
      const address = addressOf(route, 'cat-hai', office.ids.here)
      const fields = route.method === 'POST' ? { content: 'giữ lại giúp tôi' } : undefined
      const reply = await stranger.send(route.method, address, fields)
      const turnedAway =
        route.method === 'GET'
          ? reply.status === 303 && reply.location!.startsWith('/dang-nhap')
          : reply.status === 403 && reply.body.includes('giữ lại giúp tôi')
      if (!turnedAway) wrong.push(`${label(route)}: ${reply.status} ${reply.location}`)
    }
    expect(wrong).toEqual([])
  })

  it.each(roles)('opens to %s what the second table says, and nothing else', async (role) => {
    const wrong: string[] = []
    for (const route of gets) {
      const status = await send(role, route, addressOf(route, 'cat-hai', office.ids.here))
      const open = expectedAt('GET', route.url)!.has(role)
      // beyond the door a record may be missing (404) or past that step (409)
      const refused = !open || notTheirs(route.url).includes(role)
      const fits = refused ? [403, ...(open ? [404] : [])].includes(status) : status < 500 && status !== 403
      const listFits = open && !route.url.includes(':') ? [200, 303].includes(status) : true
      if (!fits || !listFits) wrong.push(`${label(route)}: ${status}, expected ${open ? 'open' : '403'}`)
    }
    expect(wrong).toEqual([])
  })

  it('takes no form from whom the second table does not name, and nothing changes', async () => {
    const before = await tablePrints(office.db)
    const wrong: string[] = []
    for (const route of posts) {
      for (const role of roles) {
        if (expectedAt('POST', route.url)!.has(role)) continue
        const status = await send(role, route, addressOf(route, 'cat-hai', office.ids.here))
        if (status !== 403) wrong.push(`${role} ${label(route)}: ${status}`)
      }
    }
    expect(wrong).toEqual([])
    expect(changedTables(before, await tablePrints(office.db))).toEqual([])
  })

  it('lets those named send a form: refused by what is in it, not at the door', async () => {
    const shut: string[] = []
    for (const route of posts.filter(({ url }) => !url.includes(':'))) {
      const role = [...expectedAt('POST', route.url)!][0]!
      const status = await send(role, route, addressOf(route, 'cat-hai', office.ids.here))
      if (![200, 303, 409, 422].includes(status)) shut.push(`${role} ${label(route)}: ${status}`)
    }
    expect(shut).toEqual([])
  })
})

/**
 * Work that is done for what was given to the own agency: the road was given to the economy division, with the culture
 * division supporting it; nothing was given to the Front, and the ballot to no agency.
 */
const OF_THE_OWN_AGENCY: readonly [pages: RegExp, others: readonly Role[]][] = [
  [/^\/kien-nghi\/:id\/(duyet|tra-lai)-(tra-loi|van-ban|du-thao)$/, ['officeLeader', 'chair']],
  [/^\/kien-nghi\/:id\/(soan-tra-loi|trinh-tra-loi|xac-minh)$/, ['front', 'collector']],
  [/^\/kien-nghi\/:id\/gop-y$/, ['front', 'collector', 'agencySpecialist', 'agencyLeader']],
  [/^\/hoi-nghi\/:id\/phieu-danh-gia\/(so-phieu|lan\/:pass)$/, ['agencySpecialist', 'agencyLeader']],
]
const notTheirs = (url: string) => OF_THE_OWN_AGENCY.find(([pages]) => pages.test(url))?.[1] ?? []

/** Whoever works everywhere (the installation's administrator) is no stranger to another authority. */
const strangers = roles.filter((role) => role !== 'systemAdministrator')

describe('another authority', () => {
  it('does not exist for those who work here: 404 at every address, by name and by id, and nothing changes', async () => {
    const before = await tablePrints(office.db)
    const wrong: string[] = []
    for (const [n, route] of officeRoutes.entries()) {
      const asked = proof ? strangers : [strangers[n % strangers.length]!, 'clerk' as const]
      for (const role of asked) {
        const status = await send(role, route, addressOf(route, 'hoang-phu', office.ids.there))
        if (status !== 404) wrong.push(`${role} ${label(route)} at hoang-phu: ${status}`)
      }
    }
    expect(wrong).toEqual([])
    expect(changedTables(before, await tablePrints(office.db))).toEqual([])
  })

  // versions of regulations and the calendar belong to the whole installation; `:entry`, `:row` alone name no record
  const OWN_RECORDS =
    /^\/(kien-nghi|cong-khai|van-ban|tep|ho-so|han|giam-sat|hoi-nghi|ke-hoach(?!\/can-cu)|quan-tri\/(tai-khoan|co-quan|chuc-vu|so-van-ban))\/[^?]*:id/

  it('lends no record: with its id under the own name it is 404', async () => {
    const wrong: string[] = []
    for (const route of officeRoutes.filter(({ url }) => OWN_RECORDS.test(url))) {
      const named = [...expectedAt(route.method, route.url)!]
      for (const role of proof ? named : named.slice(0, 2)) {
        const status = await send(role, route, addressOf(route, 'cat-hai', office.ids.there))
        // a page of one agency alone may be refused to the others before any record is looked at
        const turnedAway = notTheirs(route.url).includes(role) && status === 403
        if (status !== 404 && !turnedAway) wrong.push(`${role} ${label(route)}: ${status}`)
      }
    }
    expect(wrong).toEqual([])
  })
})

describe('records that are not one’s own', () => {
  const petitions = (name: keyof TrustOffice['ids']['here']['petitions']) =>
    `/cat-hai/kien-nghi/${office.ids.here.petitions[name]}`

  // the road is given to the economy division, supported by culture; of the secret one know who received it and the
  // office's leader, and both are asked for what they open it
  it.each([
    ['clerk', 200, 200, 200],
    ['officeLeader', 200, 200, 200],
    ['chair', 200, 200, 404],
    ['front', 200, 200, 404],
    ['superior', 200, 200, 404],
    ['agencySpecialist', 200, 404, 404],
    ['agencyLeader', 200, 404, 404],
    ['collector', 404, 404, 404],
    ['administrator', 403, 403, 403],
    ['systemAdministrator', 403, 403, 403],
  ] as const)('%s: the road %i, one given to nobody %i, the secret one %i', async (role, road, fresh, secret) => {
    const visitor = await office.visitor(role)
    const status = async (name: 'road' | 'fresh' | 'secret') => (await visitor.send('GET', petitions(name))).status
    expect([await status('road'), await status('fresh'), await status('secret')]).toEqual([road, fresh, secret])
    const { body } = await visitor.send('GET', petitions('secret'))
    expect(body).not.toContain('thu tiền không đúng quy định')
  })
})

describe('the program', () => {
  it('does not start with a route that declares no permission of the table', () => {
    const route = { ...gets[0]!, url: '/cua-sau', permission: undefined as never }
    expect(() => refuseUndeclared([...officeRoutes, route])).toThrow('GET /cua-sau')
    expect(() => refuseUndeclared([{ ...route, permission: 'petition:burn' as never }])).toThrow('GET /cua-sau')
    expect(() => refuseUndeclared([{ ...route, permission: 'toString' as never }])).toThrow('GET /cua-sau')
    expect(() => refuseUndeclared(officeRoutes)).not.toThrow()
  })
})
