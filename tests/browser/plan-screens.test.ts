import { mkdirSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAssets } from '../../scripts/build-assets.mjs'
import type { Role } from '../../src/access/role.ts'
import { enterPost } from '../../src/agencies/add-post.ts'
import { enterAppointment } from '../../src/agencies/appoint.ts'
import { defineNumberBook } from '../../src/documents/define-number-book.ts'
import { type Day, parseDay } from '../../src/platform/day.ts'
import { insertAdoption } from '../../src/regulations/regulation-store.ts'
import { readAssetUrls } from '../../src/web/kit/asset-urls.ts'
import { accessGateRoutes } from '../../src/web/office/access/access-gate-routes.ts'
import { agencyRoutes } from '../../src/web/office/agencies/agency-routes.ts'
import { planRoutes } from '../../src/web/office/plans/plan-routes.ts'
import { agencyRules } from '../../src/web/words/agency-rules.ts'
import { planRules } from '../../src/web/words/plan-rules.ts'
import { addRuleWords } from '../../src/web/words/rule-sentence.ts'
import { addTestAccount } from '../support/access-fixtures.ts'
import { type DocumentHouse, openDocumentHouse } from '../support/document-house.ts'
import { createTestOffice } from '../support/test-office.ts'
import { axeFaults, WCAG_TAGS } from './axe-faults.ts'
import { openBrowser } from './open-browser.ts'

const PASSWORD = 'cá thu kho riềng ba lửa'
const PICTURES = 'var/screens'
const home = '/dao-thu'
const PDF = { name: 'Trang ký.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nabc\n%%EOF') }

let house: DocumentHouse
let office: Awaited<ReturnType<typeof createTestOffice>>
let browser: Browser
let origin = ''
const complaints: string[] = []
const contexts: BrowserContext[] = []

beforeAll(async () => {
  addRuleWords(agencyRules, planRules)
  house = await openDocumentHouse()
  // a copy: another test may build the assets again meanwhile
  const folder = join(house.folder, 'assets')
  await cp((await buildAssets()).folder, folder, { recursive: true })
  const routes = { office: [...agencyRoutes, ...planRoutes], gate: accessGateRoutes }
  const built = { folder, urls: readAssetUrls(folder) }
  office = await createTestOffice(house.db, house.clock, routes, built, house.files)
  origin = await office.server.listen({ port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
  mkdirSync(PICTURES, { recursive: true })
  await furnish()
}, 60_000)

afterAll(async () => {
  for (const context of contexts) await context.close()
  await browser?.close()
  await office?.close()
  await house?.close()
})

/** Accounts, the adopted regulation, a number book, and a secretary in office. */
async function furnish(): Promise<void> {
  const { db, authorityId, regulationVersionId } = house
  const roles: [string, Role][] = [
    ['quan.tri', 'administrator'],
    ['chuyen.vien', 'clerk'],
    ['lanh.dao', 'officeLeader'],
    ['van.thu', 'recordsClerk'],
  ]
  for (const [login, role] of roles) {
    await addTestAccount(db, { login, password: PASSWORD }, [{ authorityId, agencyId: house.partyOffice, role }])
  }
  await insertAdoption(db, { authorityId, regulationVersionId, fromDay: parseDay('2025-08-06'), toDay: null })
  const always = { termFrom: null, termTo: null, firstNumber: 11, fromDay: parseDay('2025-01-01'), toDay: null }
  await defineNumberBook(house.context(), {
    ...always,
    name: 'Kế hoạch',
    issuerAgencyId: house.committee,
    paperKinds: ['annualPlan'],
    mode: 'ours',
    period: 'year',
    pattern: '{n}-KH/ĐU',
  })
  const life = { fromDay: parseDay('2025-07-01'), toDay: null as Day | null }
  const post = { title: 'Bí thư Đảng ủy đặc khu', kind: 'partySecretary', isHead: true, deputyOfPostId: null, ...life }
  const postId = await enterPost(house.context(), { ...post, agencyId: house.partyOffice })
  const person = { personId: null, fullName: 'Nguyễn Văn Thử', basis: 'Quyết định 201-QĐ/TU', endsPrevious: false }
  await enterAppointment(house.context(), { ...person, postId, ...life })
}

async function signIn(login: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 800 } })
  contexts.push(context)
  const page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(`${origin}/dang-nhap`)
  await page.getByLabel('Tên đăng nhập').fill(login)
  await page.getByLabel('Mật khẩu').fill(PASSWORD)
  await press(page, 'Đăng nhập')
  complaints.splice(0) // the home page belongs to another room and is not served here
  return page
}

async function press(page: Page, name: string): Promise<void> {
  await Promise.all([
    page.waitForEvent('load'),
    page.locator('main').getByRole('button', { name, exact: true }).first().click(),
  ])
}

const open = (page: Page, name: string | RegExp) => page.locator('main').getByRole('link', { name }).first().click()

/** Fits every width, keeps to the policy, has no axe violation; leaves pictures when asked. */
async function looksRight(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  for (const width of [320, 360, 1366]) {
    await page.setViewportSize({ width, height: 800 })
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(sideways, `${name} at ${width} px scrolls sideways by`).toBeLessThanOrEqual(0)
    if (process.env['SCREENS'] && width !== 320)
      await page.screenshot({ path: `${PICTURES}/plan-${name}-${width}.png`, fullPage: true })
  }
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)))
  const said = await axeFaults(page, WCAG_TAGS)
  expect(said, name).toEqual([])
  const unexpected = complaints.splice(0).filter((text) => !/status of 4(22|09)/.test(text))
  expect(unexpected, name).toEqual([])
}

describe('the screens of agencies', { timeout: 120_000 }, () => {
  it('an administrator enters an agency that the regulation names, is refused with what was typed kept', async () => {
    const page = await signIn('quan.tri')
    await page.goto(`${origin}${home}/quan-tri`)
    await looksRight(page, 'administration')
    await page.goto(`${origin}${home}/quan-tri/co-quan`)
    await looksRight(page, 'agencies')
    await page.getByText('Quy chế nhắc đến nhưng đơn vị chưa có').click()
    await open(page, 'Thêm: Ban Tuyên giáo và Dân vận Đảng ủy đặc khu')
    expect(await page.getByLabel('Tên đầy đủ').inputValue()).toBe('Ban Tuyên giáo và Dân vận Đảng ủy đặc khu')
    await page.locator('#f-kind').selectOption('partyBody')
    await page.locator('#f-fromDay').fill('01/07/2025')
    await page.getByLabel('Thư điện tử').fill('không phải thư')
    await press(page, 'Thêm cơ quan')
    await looksRight(page, 'agency-refused')
    expect(await page.getByLabel('Tên đầy đủ').inputValue()).toBe('Ban Tuyên giáo và Dân vận Đảng ủy đặc khu')
    await page.getByLabel('Tên gọi tắt').fill('Ban TG&DV')
    await page.getByLabel('Thư điện tử').fill('')
    await press(page, 'Thêm cơ quan')
    expect(await page.getByText('Đã thêm cơ quan.').count()).toBe(1)
    await looksRight(page, 'agency')
  })

  it('a stale edit shows what was stored meanwhile and keeps what was typed', async () => {
    const page = await signIn('quan.tri')
    await page.goto(`${origin}${home}/quan-tri/co-quan/${house.front}/sua`)
    const other = await contexts.at(-1)!.newPage()
    await other.goto(page.url())
    for (const [tab, shortName] of [
      [other, 'MTTQ đặc khu'],
      [page, 'Mặt trận'],
    ] as const) {
      await tab.getByLabel('Tên gọi tắt').fill(shortName)
      await tab.locator('#f-kind').selectOption('front')
      await press(tab, 'Sửa thông tin cơ quan')
    }
    expect(await page.getByLabel('Tên gọi tắt').inputValue()).toBe('Mặt trận')
    expect(await page.getByText('MTTQ đặc khu').count()).toBe(1)
    await looksRight(page, 'agency-stale')
    await press(page, 'Sửa thông tin cơ quan')
    expect(await page.getByText('Đã lưu thông tin cơ quan.').count()).toBe(1)
  })

  it('a post is filled, and an agency is handed over to its successor', async () => {
    const page = await signIn('quan.tri')
    await page.goto(`${origin}${home}/quan-tri/chuc-vu`)
    await looksRight(page, 'posts')
    await open(page, 'Bí thư Đảng ủy đặc khu')
    await looksRight(page, 'post')
    await open(page, 'Ghi nhận bổ nhiệm')
    await page.getByLabel('Hoặc họ và tên người mới').fill('Trần Thị Ví Dụ')
    await page.locator('#f-fromDay').fill('01/11/2025')
    await press(page, 'Ghi nhận bổ nhiệm')
    await looksRight(page, 'appoint-refused')
    expect(await page.getByText('Nguyễn Văn Thử đang giữ chức vụ này').count()).toBeGreaterThan(0)
    await page.getByLabel('Người đang giữ chức vụ thôi giữ').check()
    await press(page, 'Ghi nhận bổ nhiệm')
    expect(await page.getByText('31/10/2025').count()).toBeGreaterThan(0)
    await page.goto(`${origin}${home}/quan-tri/co-quan/${house.electricity}/ke-thua`)
    await looksRight(page, 'succeed')
    await page.locator('#f-successorId').selectOption(String(house.committee))
    await page.getByLabel('Căn cứ').fill('Quyết định 15/QĐ-UBND')
    await press(page, 'Bàn giao cho cơ quan kế thừa')
    expect(await page.getByText(/Ủy ban nhân dân đặc khu kế thừa từ ngày 10\/11\/2025/).count()).toBeGreaterThan(0)
    await looksRight(page, 'succeeded')
  })
})

describe('the screens of plans', { timeout: 180_000 }, () => {
  it('a clerk drafts a plan with everything of the regulation in it', async () => {
    const page = await signIn('chuyen.vien')
    await page.goto(`${origin}${home}/ke-hoach`)
    await looksRight(page, 'year-empty')
    await open(page, 'Lập kế hoạch')
    await looksRight(page, 'new')
    await page.locator('#f-issuerAgencyId').selectOption(String(house.committee))
    await press(page, 'Lập kế hoạch')
    expect(await page.getByText('13-HD/BTGDVTU').count()).toBeGreaterThan(0)
    await open(page, 'Thêm cuộc đối thoại')
    await page.getByLabel('Tên cuộc đối thoại').fill('Hội nghị đối thoại định kỳ với Nhân dân năm 2025')
    await press(page, 'Thêm cuộc đối thoại')
    await looksRight(page, 'planned-refused')
    expect(await page.getByLabel('Tên cuộc đối thoại').inputValue()).toContain('Hội nghị đối thoại định kỳ')
    await page.locator('#f-period').selectOption('Q3')
    await page.getByLabel('Nhân dân', { exact: true }).check()
    await page.getByLabel('Địa điểm').fill('Hội trường trung tâm đặc khu')
    await press(page, 'Thêm cuộc đối thoại')
    await open(page, 'Thêm nhiệm vụ')
    await looksRight(page, 'task')
    await page.locator('#f-agencyId').selectOption(String(house.front))
    await page.getByLabel('Nội dung').fill('Chủ trì lấy ý kiến, tổng hợp ý kiến, kiến nghị của Nhân dân các thôn')
    await page.getByLabel('Hạn').fill('2025-09-15')
    await press(page, 'Thêm nhiệm vụ')
    await looksRight(page, 'draft')
    expect(await page.getByRole('button', { name: 'Duyệt kế hoạch' }).count()).toBe(0)
    await open(page, 'Sửa nội dung')
    await looksRight(page, 'texts')
    await page.goBack()
    await open(page, 'Chọn căn cứ')
    await looksRight(page, 'citations')
    await press(page, 'Chọn căn cứ')
    expect(await page.getByText('Đã lưu.').count()).toBe(1)
    await open(page, 'Ghi nhận duyệt trên giấy')
    await page.getByLabel('Trang có chữ ký').setInputFiles(PDF)
    await press(page, 'Ghi nhận duyệt trên giấy')
    await looksRight(page, 'paper-approval-refused')
  })

  it('the leader approves, the records clerk issues, it is published and reported on', async () => {
    const leader = await signIn('lanh.dao')
    await leader.goto(`${origin}${home}/ke-hoach`)
    await open(leader, /^Kế hoạch thực hiện/)
    await press(leader, 'Duyệt kế hoạch')
    const records = await signIn('van.thu')
    await records.goto(leader.url())
    await open(records, 'Ban hành')
    await looksRight(records, 'issue')
    await press(records, 'Ban hành')
    expect(await records.getByText('Đã ban hành, số 11-KH/ĐU.').count()).toBe(1)
    await leader.goto(records.url())
    await press(leader, 'Công khai')
    await open(leader, 'Ghi nhận phổ biến')
    await leader.locator('#f-channel').selectOption('portal')
    await press(leader, 'Ghi nhận phổ biến')
    await open(leader, /^Báo cáo kết quả/)
    await leader.getByLabel('Kết quả').fill('Đã lấy ý kiến tại 12 thôn')
    await press(leader, 'Báo cáo kết quả')
    await looksRight(leader, 'published')
    expect(await leader.getByRole('link', { name: /^Mở cuộc đối thoại/ }).getAttribute('href')).toMatch(
      /\/hoi-nghi\/moi\?ke-hoach-dong=\d+$/,
    )
    await leader.goto(`${origin}${home}/ke-hoach`)
    await looksRight(leader, 'year')
    expect(await leader.getByText('0/1 cuộc').count()).toBe(3)
    await leader.goto(`${origin}${home}/ke-hoach/can-cu`)
    await looksRight(leader, 'bases')
  })
})
