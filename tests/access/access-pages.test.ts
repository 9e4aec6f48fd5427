import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { totpCode } from '../../src/access/totp.ts'
import { SettableClock } from '../../src/platform/clock.ts'
import { loadRegulationFiles } from '../../src/regulations/load-regulation-files.ts'
import { listRegulationVersions, syncShippedRegulations } from '../../src/regulations/regulation-store.ts'
import { accessGateRoutes } from '../../src/web/office/access/access-gate-routes.ts'
import { accessRoutes } from '../../src/web/office/access/access-routes.ts'
import { safeReturn } from '../../src/web/office/access/sign-in-page.tsx'
import type { OfficeRoute } from '../../src/web/office/office-route.ts'
import { accessRules } from '../../src/web/words/access-rules.ts'
import { addRuleWords } from '../../src/web/words/rule-sentence.ts'
import { FormVisitor } from '../support/form-visitor.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { createTestOffice, SET_UP_CODE } from '../support/test-office.ts'

const PASSWORD = 'cá thu kho riềng ba lửa'
const OWN = 'thuyền về bến lúc 4 giờ'
const clock = new SettableClock(new Date('2026-03-02T08:00:00+07:00'))
const later = (ms: number) => clock.set(new Date(clock.now().getTime() + ms))
let database: TestDatabase
let office: { server: FastifyInstance; close(): Promise<void> }
let server: FastifyInstance

/** Stands for the home page of another room. */
const home: OfficeRoute = {
  ...{ method: 'GET', url: '', permission: 'home:see' },
  handle: async (request) => ({
    kind: 'download',
    name: 'home',
    mediaType: 'text/plain',
    body: Buffer.from(`home of ${request.actor.role}`),
  }),
}

beforeAll(async () => {
  addRuleWords(accessRules)
  database = await createTestDatabase()
  await syncShippedRegulations(database.db, await loadRegulationFiles())
  office = await createTestOffice(database.db, clock, { office: [home, ...accessRoutes], gate: accessGateRoutes })
  server = office.server
})
afterAll(async () => {
  await office.close()
  await database.close()
})

async function signedIn(login: string, password: string, from?: string): Promise<FormVisitor> {
  const visitor = new FormVisitor(server, from)
  await visitor.open('/dang-nhap')
  await visitor.post('/dang-nhap', { login, password })
  return visitor
}

/** Reads the pending secret as the person reads it from the page. */
const keyOnPage = (visitor: FormVisitor) =>
  /<code[^>]*>([A-Z2-7 ]{30,})<\/code>/.exec(visitor.page)![1]!.replaceAll(' ', '')

describe('an empty installation', () => {
  it('leads the first visitor to the setup, keeps what was typed when refused, then closes it', async () => {
    const visitor = new FormVisitor(server)
    await visitor.open('/')
    expect(visitor.address).toBe('/thiet-lap')
    const version = (await listRegulationVersions(database.db)).find((one) => one.regulationId === 'hai-phong-13')!
    const form = {
      ...{ name: 'Đặc khu Cát Hải', shortName: 'Cát Hải', kind: 'specialZone', placeName: 'Cát Hải', voters: '' },
      ...{ regulationVersionId: String(version.id), totpRequired: 'yes', fromDay: '', slug: '', casePrefix: '' },
      ...{ displayName: 'Vũ Thị Quản', login: 'he.thong', email: '', setUpCode: SET_UP_CODE },
    }
    const stranger = { ...form, setUpCode: 'AAAA-BBBB-CCCC-DDDD', newPassword: PASSWORD, repeatedPassword: PASSWORD }
    expect(await visitor.post('/thiet-lap', stranger)).toBe(422)
    expect(visitor.page).toContain('Mã thiết lập không đúng')
    const weak = { newPassword: 'matkhau123456', repeatedPassword: 'matkhau123456' }
    expect(await visitor.post('/thiet-lap', { ...form, ...weak })).toBe(422)
    expect(visitor.page).toContain('value="Vũ Thị Quản"')
    expect(visitor.page).toContain('quá dễ đoán')
    expect(visitor.page).not.toContain('matkhau123456')
    expect(await visitor.post('/thiet-lap', { ...form, newPassword: PASSWORD, repeatedPassword: PASSWORD })).toBe(200)
    expect(visitor.address).toBe('/dang-nhap')
    expect(await visitor.open('/thiet-lap')).toBe(200)
    expect(visitor.address).toBe('/dang-nhap')
  })
})

describe('the second factor an authority requires', () => {
  let secret = ''
  let codes: string[] = []

  it('is set up at the first sign-in, before any page of the office opens', async () => {
    const visitor = await signedIn('he.thong', PASSWORD)
    expect(visitor.address).toBe('/tai-khoan/xac-thuc')
    for (const url of [
      '/cat-hai',
      '/cat-hai/quan-tri/tai-khoan',
      '/tai-khoan',
      '/chon-vai-tro',
      '/tai-khoan/mat-khau',
    ]) {
      await visitor.open(url)
      expect(visitor.address).toBe('/tai-khoan/xac-thuc')
    }
    await visitor.post('/tai-khoan/xac-thuc/bat-dau', {})
    expect(visitor.page).toContain('src="data:image/svg+xml;base64,')
    secret = keyOnPage(visitor)
    expect(await visitor.post('/tai-khoan/xac-thuc/xac-nhan', { code: '000000' })).toBe(422)
    const before = visitor.cookies.get('doi_thoai_session')
    expect(await visitor.post('/tai-khoan/xac-thuc/xac-nhan', { code: totpCode(secret, clock.now()) })).toBe(200)
    codes = [...visitor.page.matchAll(/<code>((?:[A-Z2-9]{4}-){3}[A-Z2-9]{4})<\/code>/g)].map((match) => match[1]!)
    expect(codes).toHaveLength(10)
    expect(visitor.cookies.get('doi_thoai_session')).not.toBe(before)
    expect(await visitor.open('/cat-hai')).toBe(200)
    expect(visitor.page).toBe('home of systemAdministrator')
  })

  it('is asked for at every later sign-in; half a sign-in opens nothing, not even the own account', async () => {
    later(60_000)
    const visitor = await signedIn('he.thong', PASSWORD)
    for (const url of ['/cat-hai', '/tai-khoan', '/tai-khoan/mat-khau', '/tai-khoan/xac-thuc', '/chon-vai-tro']) {
      await visitor.open(url)
      expect(visitor.address).toBe('/dang-nhap/ma-xac-thuc')
    }
    expect(await visitor.post('/dang-nhap/ma-xac-thuc', { code: '123456' })).toBe(422)
    expect(await visitor.post('/dang-nhap/ma-xac-thuc', { code: codes[0]! })).toBe(200)
    expect(visitor.page).toBe('home of systemAdministrator')
    const again = await signedIn('he.thong', PASSWORD)
    expect(await again.post('/dang-nhap/ma-xac-thuc', { code: codes[0]! })).toBe(422)
    expect(await again.post('/dang-nhap/ma-xac-thuc', { code: totpCode(secret, clock.now()) })).toBe(200)
  })
})

describe('accounts on screen', () => {
  let administrator: FormVisitor
  let page = ''
  let temporary = ''
  const list = '/cat-hai/quan-tri/tai-khoan'

  beforeAll(async () => {
    await database.db.updateTable('account').set({ totpConfirmedAt: null, totpSecret: null }).execute()
    await database.db.updateTable('authority').set({ totpRequired: false }).execute()
    administrator = await signedIn('he.thong', PASSWORD)
  })

  it('are made with a first password that is shown once and has to be changed', async () => {
    await administrator.open(`${list}/moi`)
    const form = {
      displayName: 'Phạm Thị Mới',
      login: 'moi.vao',
      email: 'khong-phai',
      role: 'recordsClerk',
      agencyId: '',
      fromDay: '',
      toDay: '',
    }
    expect(await administrator.post(`${list}/moi`, form)).toBe(422)
    expect(administrator.page).toContain('value="Phạm Thị Mới"')
    expect(await administrator.post(`${list}/moi`, { ...form, email: '' })).toBe(200)
    temporary = /<code>([a-z2-9-]{19})<\/code>/.exec(administrator.page)![1]!
    page = /href="(\/cat-hai\/quan-tri\/tai-khoan\/\d+)"/.exec(administrator.page)![1]!
    const person = await signedIn('moi.vao', temporary)
    expect(person.address).toBe('/tai-khoan/mat-khau')
    const same = { currentPassword: temporary, newPassword: OWN, repeatedPassword: 'khác' }
    expect(await person.post('/tai-khoan/mat-khau', same)).toBe(422)
    expect(await person.post('/tai-khoan/mat-khau', { ...same, repeatedPassword: OWN })).toBe(200)
    expect(person.page).toBe('home of recordsClerk')
    expect((await signedIn('moi.vao', temporary)).text()).toContain('không đúng')
  })

  it('are found with and without diacritics, by role and by state', async () => {
    for (const query of ['?q=pham+thi', '?q=Phạm', '?q=moi.vao', '?role=recordsClerk', '?state=active&q=moi']) {
      await administrator.open(list + query)
      expect(administrator.text()).toContain('Phạm Thị Mới')
    }
    for (const query of ['?q=khong+co+ai', '?role=chair', '?state=disabled', '?q=%25']) {
      expect(await administrator.open(list + query)).toBe(200)
      expect(administrator.text()).not.toContain('Phạm Thị Mới')
    }
  })

  it('are disabled with a reason: the person is out with the next click, and the page tells why', async () => {
    const person = await signedIn('moi.vao', OWN)
    expect(await person.open('/tai-khoan')).toBe(200)
    await administrator.open(`${page}/khoa`)
    expect(await administrator.post(`${page}/khoa`, { reason: '' })).toBe(422)
    expect(await administrator.post(`${page}/khoa`, { reason: 'chuyển công tác' })).toBe(200)
    expect(administrator.text()).toContain('chuyển công tác')
    await person.open('/tai-khoan')
    expect(person.address).toBe('/dang-nhap?den=%2Ftai-khoan')
    await administrator.open(`${page}/mo`)
    await administrator.post(`${page}/mo`, { reason: 'trở lại' })
    expect((await signedIn('moi.vao', OWN)).page).toBe('home of recordsClerk')
  })

  it('are not for others: 403 for a member, and an account of nowhere is 404', async () => {
    const person = await signedIn('moi.vao', OWN)
    for (const url of [list, `${list}/moi`, page, `${page}/khoa`])
      expect((await person.send('GET', url)).status).toBe(403)
    expect((await administrator.send('GET', `${list}/999999`)).status).toBe(404)
    expect((await administrator.send('GET', `${list}/x`)).status).toBe(404)
    expect((await administrator.send('GET', '/noi-khac/quan-tri/tai-khoan')).status).toBe(404)
  })

  it('have a new first password given, and a role ended', async () => {
    await administrator.open(`${page}/mat-khau`)
    await administrator.post(`${page}/mat-khau`, { reason: 'quên mật khẩu' })
    const next = /<code>([a-z2-9-]{19})<\/code>/.exec(administrator.page)![1]!
    expect(next).not.toBe(temporary)
    expect((await signedIn('moi.vao', next)).address).toBe('/tai-khoan/mat-khau')
    await administrator.open(page)
    const end = /href="([^"]+\/vai-tro\/\d+\/ket-thuc)"/.exec(administrator.page)![1]!
    await administrator.open(end)
    await administrator.post(end, { reason: 'hết nhiệm vụ' })
    expect(administrator.text()).toContain('hết nhiệm vụ')
  })
})

describe('one’s own account', () => {
  it('lists sessions and ends another one, then all others', async () => {
    const [one, two, three] = [
      await signedIn('he.thong', PASSWORD),
      await signedIn('he.thong', PASSWORD),
      await signedIn('he.thong', PASSWORD),
    ]
    await one.open('/tai-khoan')
    const hidden = [...one.page.matchAll(/name="sessionId" value="(\d+)"/g)].map((match) => Number(match[1]))
    const newest = Math.max(...hidden)
    await one.post('/tai-khoan/phien/ket-thuc', { sessionId: String(newest) })
    await three.open('/tai-khoan')
    expect(three.address).toContain('/dang-nhap')
    await two.open('/tai-khoan')
    await two.post('/tai-khoan/phien/ket-thuc-khac', {})
    await one.open('/tai-khoan')
    expect(one.address).toContain('/dang-nhap')
    expect(await two.open('/tai-khoan')).toBe(200)
  })

  it('cannot end somebody else’s session', async () => {
    const other = await database.db
      .selectFrom('session')
      .innerJoin('account', 'account.id', 'session.accountId')
      .select('session.id')
      .where('account.login', '=', 'moi.vao')
      .orderBy('session.id', 'desc')
      .executeTakeFirstOrThrow()
    const one = await signedIn('he.thong', PASSWORD)
    await signedIn('he.thong', PASSWORD)
    await one.open('/tai-khoan')
    const fields = { ...one.hiddenFields('/tai-khoan/phien/ket-thuc'), sessionId: String(other.id) }
    expect((await one.send('POST', '/tai-khoan/phien/ket-thuc', fields)).status).toBe(404)
  })

  it('signs out in the database, not only in the browser', async () => {
    const visitor = await signedIn('he.thong', PASSWORD)
    const token = visitor.cookies.get('doi_thoai_session')!
    await visitor.open('/tai-khoan')
    await visitor.post('/dang-xuat', {})
    expect(visitor.address).toBe('/dang-nhap')
    visitor.cookies.set('doi_thoai_session', token)
    await visitor.open('/tai-khoan')
    expect(visitor.address).toContain('/dang-nhap')
  })
})

describe('the way in', () => {
  it('refuses a form without its token or from another site, and every GET leaves things as they are', async () => {
    const visitor = new FormVisitor(server)
    await visitor.open('/dang-nhap')
    const fields = { ...visitor.hiddenFields('/dang-nhap'), login: 'he.thong', password: PASSWORD }
    expect((await visitor.send('POST', '/dang-nhap', { ...fields, _csrf: 'x' })).status).toBe(403)
    expect((await visitor.send('POST', '/dang-nhap', fields, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await visitor.send('POST', '/dang-nhap', fields, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await visitor.send('POST', '/dang-nhap', fields)).status).toBe(303)
  })

  it('says the same on the page for an unknown login and a wrong password, and never echoes the password', async () => {
    const pages = []
    for (const login of ['khong.co', 'he.thong']) {
      const visitor = await signedIn(login, 'một câu không đúng', '10.9.8.7')
      expect(visitor.page).not.toContain('một câu không đúng')
      pages.push(visitor.text())
    }
    expect(pages[0]).toBe(pages[1])
  })

  it('goes on to where one wanted to, but never to another site', async () => {
    const visitor = new FormVisitor(server)
    await visitor.open('/cat-hai/quan-tri/tai-khoan')
    await visitor.post('/dang-nhap', { login: 'he.thong', password: PASSWORD })
    expect(visitor.address).toBe('/cat-hai/quan-tri/tai-khoan')
    expect(safeReturn('/cat-hai/kien-nghi?q=đất')).toBe('/cat-hai/kien-nghi?q=%C4%91%E1%BA%A5t')
    for (const bad of [
      '',
      'x',
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/\t/evil.example',
      '/dang-xuat',
      'javascript:alert(1)',
    ]) {
      expect(safeReturn(bad)).toBe('/')
    }
  })

  it('speaks of too many tries after ten', async () => {
    const visitor = new FormVisitor(server, '192.0.2.77')
    await visitor.open('/dang-nhap')
    for (let n = 0; n < 10; n += 1)
      await visitor.post('/dang-nhap', { login: 'moi.vao', password: `đoán lần thứ ${n}` })
    await visitor.post('/dang-nhap', { login: 'moi.vao', password: OWN })
    expect(visitor.text()).toContain('quá nhiều lần')
  })
})
