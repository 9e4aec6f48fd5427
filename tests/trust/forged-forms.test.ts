import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { permissionTable } from '../../src/access/permission-table.ts'
import { type Role, roles } from '../../src/access/role.ts'
import type { OfficeRoute } from '../../src/web/office/office-route.ts'
import { gateRoutes, officeRoutes } from '../../src/web/office/office-routes.ts'
import type { FormVisitor } from '../support/form-visitor.ts'
import { addressOf } from '../support/route-address.ts'
import { changedTables, tablePrints } from '../support/table-prints.ts'
import { openTrustOffice, type TrustOffice } from '../support/trust-office.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

let office: TrustOffice
beforeAll(async () => {
  office = await openTrustOffice()
  for (const role of roles) await office.visitor(role)
})
afterAll(() => office?.close())

/** Somebody who may do what the route is for: the refusal must not come from lacking permission. */
function roleFor(route: OfficeRoute): Role {
  const able = Object.keys(permissionTable[route.permission]) as Role[]
  return roles.find((role) => able.includes(role))!
}

async function tokenOf(visitor: FormVisitor): Promise<string> {
  await visitor.open('/tai-khoan')
  return /name="_csrf" value="([^"]+)"/.exec(visitor.page)![1]!
}

const posts = officeRoutes.filter((route) => route.method === 'POST')
const FORGED = ['no token', 'token of somebody else', 'foreign origin', 'no origin at all', 'sent from another site']

describe('a form that this site did not give', () => {
  it.each(FORGED)('is refused at every address and changes nothing: %s', async (forgery) => {
    const foreign = await tokenOf(await office.visitor('front'))
    const before = await tablePrints(office.db)
    const wrong: string[] = []
    for (const route of posts) {
      const role = roleFor(route)
      const visitor = await office.visitor(role)
      const own = await tokenOf(visitor)
      const stranger = role === 'front' ? await tokenOf(await office.visitor('clerk')) : foreign
      const token = forgery === 'no token' ? undefined : forgery === 'token of somebody else' ? stranger : own
      const headers: Record<string, string> = {
        ...(forgery === 'foreign origin' ? { origin: 'https://cat-hai.example' } : {}),
        ...(forgery === 'no origin at all' ? { origin: 'null' } : {}),
        ...(forgery === 'sent from another site' ? { 'sec-fetch-site': 'cross-site' } : {}),
      }
      const address = addressOf(route, 'cat-hai', office.ids.here)
      const fields = { ...(token ? { _csrf: token } : {}), content: 'giả mạo', reason: 'giả mạo' }
      const { status } = await visitor.send('POST', address, fields, headers)
      if (status !== 403) wrong.push(`${role} POST ${address}: ${status}`)
    }
    expect(wrong).toEqual([])
    expect(changedTables(before, await tablePrints(office.db))).toEqual([])
  })

  it('is refused outside the authority too: sign-in, sign-out, role, password, language', async () => {
    const visitor = await office.visitor('clerk')
    const own = await tokenOf(visitor)
    const before = await tablePrints(office.db)
    for (const { url } of gateRoutes.filter((route) => route.method === 'POST')) {
      for (const [fields, headers] of [
        [{}, {}],
        [{ _csrf: own.split('').reverse().join('') }, {}],
        [{ _csrf: own }, { origin: 'https://cat-hai.example' }],
        [{ _csrf: own }, { 'sec-fetch-site': 'cross-site' }],
      ] as Record<string, string>[][]) {
        const reply = await visitor.send('POST', url, { login: 'clerk', ...fields }, headers)
        expect(reply.status, `${url} ${JSON.stringify(headers)}`).toBe(403)
      }
    }
    expect(changedTables(before, await tablePrints(office.db))).toEqual([])
    expect(await visitor.open('/cat-hai')).toBe(200)
  })

  it('is told from the real one: with its own token the same form is taken', async () => {
    const visitor = await office.visitor('front')
    const before = await tablePrints(office.db)
    await visitor.open('/cat-hai/giam-sat/moi/y-kien')
    const status = await visitor.post('/cat-hai/giam-sat/moi/y-kien', { onDay: '10/11/2025', content: 'Đã xem' })
    expect(status, visitor.text()).toBe(200)
    expect(changedTables(before, await tablePrints(office.db))).toContain('supervision_act')
  })
})

/** Every page that can be reached by links from the home page. */
async function crawl(visitor: FormVisitor, limit: number): Promise<Map<string, number>> {
  const seen = new Map<string, number>()
  const waiting = [
    '/cat-hai',
    ...officeRoutes.filter((one) => one.method === 'GET').map((one) => addressOf(one, 'cat-hai', office.ids.here)),
  ]
  while (waiting.length > 0 && seen.size < limit) {
    const address = waiting.shift()!
    if (seen.has(address)) continue
    const { status, body } = await visitor.send('GET', address)
    seen.set(address, status)
    for (const [, href] of body.matchAll(/href="(\/[^"#]*)/g)) {
      const next = href!.replaceAll('&amp;', '&')
      if (!next.startsWith('/assets/') && !seen.has(next)) waiting.push(next)
    }
  }
  return seen
}

describe('looking', () => {
  it.each(['clerk', 'officeLeader', 'administrator', 'front', 'superior'] as const)(
    'changes nothing, whatever %s opens',
    async (role) => {
      const visitor = await office.visitor(role)
      const before = await tablePrints(office.db)
      const seen = await crawl(visitor, process.env['PROOF'] === '1' ? 3000 : 300)
      expect(seen.size).toBeGreaterThan(100)
      expect([...seen].filter(([, status]) => status >= 500)).toEqual([])
      expect(changedTables(before, await tablePrints(office.db))).toEqual([])
    },
  )
})
