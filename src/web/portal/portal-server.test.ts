import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addTestAuthority } from '../../../tests/support/test-authority.ts'
import { createTestDatabase } from '../../../tests/support/test-database.ts'
import { createTestOffice } from '../../../tests/support/test-office.ts'
import { insertAccount } from '../../access/account-store.ts'
import { isReservedSlug } from '../../agencies/reserved-slugs.ts'
import { SettableClock } from '../../platform/clock.ts'
import { BrokenRule } from '../../platform/errors.ts'
import { gateRoutes, officeRoutes } from '../office/office-routes.ts'
import { type PortalRoute, portalPage } from './portal-route.ts'
import { portalTable } from './portal-routes.ts'
import { refuseForbidden } from './portal-server.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let office: Awaited<ReturnType<typeof createTestOffice>>
let slug = ''

const trials: PortalRoute[] = [
  {
    ...{ method: 'POST', url: '/thu', permission: 'petition:raise' },
    handle: async ({ form }) => ({
      kind: 'data',
      mediaType: 'text/plain',
      body: String(form['what']),
      cacheSeconds: 0,
    }),
  },
  {
    ...{ method: 'GET', url: '/thu/sai', permission: 'petition:follow' },
    handle: async () => {
      throw new BrokenRule('form/stale')
    },
  },
  {
    ...{ method: 'GET', url: '/thu/hong', permission: 'petition:follow' },
    handle: async () => {
      throw new Error('secret inside')
    },
  },
  {
    ...{ method: 'GET', url: '/thu/duong', permission: 'public:read' },
    handle: async ({ link, origin, clientAddress }) => ({
      ...{ kind: 'data', mediaType: 'application/json', cacheSeconds: 3600, open: true },
      body: JSON.stringify({ plain: link('/'), asked: link('/a?b=1#c'), origin, clientAddress }),
    }),
  },
  {
    ...{ method: 'GET', url: '/thu/khung', permission: 'public:read' },
    handle: async () => ({ ...portalPage({} as never), node: null as never, framed: true }),
  },
]

beforeAll(async () => {
  database = await createTestDatabase()
  const authorityId = await addTestAuthority(database.db)
  await addTestAuthority(database.db)
  const row = await database.db
    .selectFrom('authority')
    .select('slug')
    .where('id', '=', authorityId)
    .executeTakeFirstOrThrow()
  slug = row.slug
  const portal = { doors: portalTable.doors, routes: [...portalTable.routes, ...trials] }
  office = await createTestOffice(database.db, new SettableClock(new Date('2026-11-20T09:00:00+07:00')), {
    ...{ office: officeRoutes, gate: gateRoutes, portal },
  })
})
afterAll(async () => {
  await office.close()
  await database.close()
})

const get = (url: string, headers: Record<string, string> = {}) => office.server.inject({ method: 'GET', url, headers })

describe('the portal', () => {
  it('lists the authorities at its door, which is what a stranger comes to, and sets no cookie', async () => {
    const account = { login: 'mot-nguoi', displayName: 'Một người', email: null, passwordHash: 'x' }
    expect((await get('/')).headers['location']).toBe('/thiet-lap')
    await insertAccount(database.db, { ...account, mustChangePassword: false })
    const stranger = await get('/')
    expect([stranger.statusCode, stranger.headers['location']]).toEqual([303, '/cong'])
    const door = await get('/cong')
    expect(door.statusCode).toBe(200)
    expect(door.body).toContain(`href="/cong/${slug}"`)
    expect(door.body).toContain('Cán bộ đăng nhập')
    expect(door.headers['set-cookie']).toBeUndefined()
    expect(door.headers['cache-control']).toBe('public, max-age=60')
  })

  it('is found however its address was typed from a poster, and by search engines only where one reads', async () => {
    const get = (url: string) => office.server.inject({ method: 'GET', url })
    expect((await get(`/cong/${slug}/`)).statusCode).toBe(200)
    expect((await get(`/cong/${slug.toUpperCase()}/ket-qua?q=A`)).headers['location']).toBe(`/cong/${slug}/ket-qua?q=A`)
    expect((await get('/robots.txt')).body).toMatch(/^Allow: \/cong$[\s\S]*^Disallow: \/$/m)
    expect((await get('/favicon.ico')).headers['location']).toMatch(/^\/assets\/.*\.svg$/)
    expect((await get(`/cong/${slug}/ket-qua`)).headers['x-robots-tag']).toBeUndefined()
    expect((await get(`/cong/${slug}/theo-doi`)).headers['x-robots-tag']).toBe('noindex, nofollow')
  })

  it('reads the language from the address, and every link keeps it', async () => {
    const page = await get(`/cong/${slug}?lang=en`)
    expect(page.body).toContain('<html lang="en">')
    expect(page.body).toContain(`href="/cong/${slug}/ket-qua?lang=en"`)
    // the way to the other language is the plain address
    expect(page.body).toContain(`<a class="language-link" href="/cong/${slug}" lang="vi"`)
    expect(page.headers['set-cookie']).toBeUndefined()
    const links = JSON.parse((await get(`/cong/${slug}/thu/duong?lang=en`)).body) as Record<string, string>
    expect(links['plain']).toBe(`/cong/${slug}?lang=en`)
    expect(links['asked']).toBe(`/cong/${slug}/a?b=1&lang=en#c`)
  })

  it('carries no script and no foreign address on a page to read', async () => {
    for (const address of ['/cong', `/cong/${slug}`]) {
      const { body } = await get(address)
      expect(body).not.toContain('<script')
      expect(body).not.toMatch(/(src|href)="(https?:)?\/\//)
      expect(body).not.toMatch(/ (style|on\w+)="/)
    }
  })

  it('lets nothing be kept by others for more than a minute, and forms not at all', async () => {
    expect((await get(`/cong/${slug}/thu/duong`)).headers['cache-control']).toBe('public, max-age=60')
    expect((await get(`/cong/${slug}/thu/sai`)).headers['cache-control']).toBe('no-store')
    expect((await get('/cong/khong-co')).headers['cache-control']).toBe('no-store')
  })

  it('answers densely to who takes it so', async () => {
    const plain = await get(`/cong/${slug}`)
    const dense = await get(`/cong/${slug}`, { 'accept-encoding': 'br, gzip' })
    expect(dense.headers['content-encoding']).toBe('br')
    expect(dense.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2)
  })

  it('may be framed by others only where a page says so', async () => {
    const framed = await get(`/cong/${slug}/thu/khung`)
    expect(framed.headers['content-security-policy']).toContain('frame-ancestors *')
    expect((await get(`/cong/${slug}`)).headers['content-security-policy']).toContain("frame-ancestors 'none'")
  })

  it('takes a form from its own pages only', async () => {
    const send = (headers: Record<string, string>) =>
      office.server.inject({
        ...{ method: 'POST', url: `/cong/${slug}/thu`, payload: 'what=%C4%91%C6%B0%E1%BB%9Dng' },
        headers: { host: 'cong.vn', 'content-type': 'application/x-www-form-urlencoded', ...headers },
      })
    expect((await send({ origin: 'http://cong.vn', 'sec-fetch-site': 'same-origin' })).body).toBe('đường')
    expect((await send({})).statusCode).toBe(200)
    expect((await send({ origin: 'http://khac.vn' })).statusCode).toBe(403)
    expect((await send({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
  })

  it('says what went wrong in plain words, and tells nothing of a mistake but its number', async () => {
    const missing = await get(`/cong/${slug}/khong-co`)
    expect([missing.statusCode, missing.body.includes('Không có trang này')]).toEqual([404, true])
    expect(missing.body, 'leads back to the authority it was asked of').toMatch(
      new RegExp(`href="/cong/${slug}"[\\s\\S]*Về trang đầu của`),
    )
    const nobody = await get('/cong/khong-co')
    expect([nobody.statusCode, nobody.body.includes('Về trang đầu<')]).toEqual([404, true])
    expect((await get('/cong/Cát%20Hải')).statusCode).toBe(404)
    expect((await get(`/cong/${slug}/thu/sai`)).statusCode).toBe(409)
    const mistake = await get(`/cong/${slug}/thu/hong`)
    expect(mistake.statusCode).toBe(500)
    expect(mistake.body).toContain('Xin lỗi, Cổng gặp lỗi')
    expect(mistake.body).not.toContain('secret inside')
  })

  it('does not start with a route that declares nothing a citizen may do', () => {
    const route = { ...portalTable.routes[0]!, url: '/cua-sau' }
    for (const permission of [undefined, 'petition:read', 'toString'] as never[])
      expect(() => refuseForbidden([{ ...route, permission }])).toThrow('GET /cua-sau')
    expect(() => refuseForbidden(portalTable.routes)).not.toThrow()
  })

  it('shares no address with an authority: the first part of every other address is reserved', () => {
    const firsts = gateRoutes.map((route) => route.url.split('/')[1]!).filter(Boolean)
    expect(['cong', 'assets', 'api', ...firsts].filter((first) => !isReservedSlug(first))).toEqual([])
  })
})
