import { mkdirSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAssets } from '../../scripts/build-assets.mjs'
import { totpCode } from '../../src/access/totp.ts'
import { insertAgency } from '../../src/agencies/agency-store.ts'
import { standardAgencies } from '../../src/agencies/standard-agencies.ts'
import { SettableClock } from '../../src/platform/clock.ts'
import { loadRegulationFiles } from '../../src/regulations/load-regulation-files.ts'
import { syncShippedRegulations } from '../../src/regulations/regulation-store.ts'
import { readAssetUrls } from '../../src/web/kit/asset-urls.ts'
import { accessGateRoutes } from '../../src/web/office/access/access-gate-routes.ts'
import { accessRoutes } from '../../src/web/office/access/access-routes.ts'
import { accessRules } from '../../src/web/words/access-rules.ts'
import { addRuleWords } from '../../src/web/words/rule-sentence.ts'
import { addTestAccount, addTestAuthority, FIRST_DAY } from '../support/access-fixtures.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { createTestOffice, SET_UP_CODE } from '../support/test-office.ts'
import { axeFaults, WCAG_TAGS } from './axe-faults.ts'
import { openBrowser } from './open-browser.ts'

const PASSWORD = 'cá thu kho riềng ba lửa'
const PICTURES = 'var/screens'
const ACCOUNTS = '/cat-hai/quan-tri/tai-khoan'
const clock = new SettableClock(new Date('2026-03-02T08:00:00+07:00'))
let database: TestDatabase
let office: Awaited<ReturnType<typeof createTestOffice>>
let browser: Browser
let context: BrowserContext
let page: Page
let origin = ''
let cathai = 0
const complaints: string[] = []

beforeAll(async () => {
  addRuleWords(accessRules)
  database = await createTestDatabase()
  await syncShippedRegulations(database.db, await loadRegulationFiles())
  const { folder } = await buildAssets()
  const routes = { office: accessRoutes, gate: accessGateRoutes }
  office = await createTestOffice(database.db, clock, routes, { folder, urls: readAssetUrls(folder) })
  origin = await office.server.listen({ port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
  context = await browser.newContext({ viewport: { width: 1366, height: 800 } })
  page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  mkdirSync(PICTURES, { recursive: true })
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await office?.close()
  await database?.close()
})

/** Fits every width, keeps to the policy, has no axe violation in light and dark; leaves pictures when asked. */
async function looksRight(name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  for (const width of [320, 360, 1366]) {
    await page.setViewportSize({ width, height: 800 })
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(sideways, `${name} at ${width} px scrolls sideways by`).toBeLessThanOrEqual(0)
    if (process.env['SCREENS'])
      await page.screenshot({ path: `${PICTURES}/access-${name}-${width}.png`, fullPage: true })
  }
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    // colours of buttons glide; measured is where they come to rest
    await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)))
    const said = await axeFaults(page, WCAG_TAGS)
    expect(said, `${name}, ${colorScheme}`).toEqual([])
  }
  const unexpected = complaints.splice(0).filter((text) => !/status of 4(22|09)/.test(text))
  expect(unexpected, name).toEqual([])
}

async function open(path: string): Promise<void> {
  await page.goto(origin + path)
}

async function press(name: string): Promise<void> {
  await Promise.all([
    page.waitForURL(/./, { waitUntil: 'load' }),
    page.locator('main').getByRole('button', { name, exact: true }).click(),
  ])
  await page.waitForLoadState('load')
}

async function addPeople(): Promise<void> {
  cathai = await addTestAuthority(database.db, 'cat-hai', { totpRequired: true })
  const ids = new Map<string, number>()
  for (const { posts: _, parent: __, ...agency } of standardAgencies('specialZone', 'Đặc khu Cát Hải')) {
    const id = await insertAgency(database.db, {
      ...{ ...agency, authorityId: cathai, parentId: null, external: false, fromDay: FIRST_DAY, toDay: null },
    })
    ids.set(agency.roleKey ?? '', id)
  }
  await addTestAccount(database.db, { login: 'quan.tri', password: PASSWORD }, [
    { authorityId: cathai, role: 'administrator' },
    { authorityId: cathai, role: 'clerk', agencyId: ids.get('councilAndPeoplesCommitteeOffice')! },
  ])
  const roles = ['clerk', 'recordsClerk', 'chair', 'secretary', 'front'] as const
  for (const [n, role] of roles.entries()) {
    const agencyId = ids.get('councilAndPeoplesCommitteeOffice')!
    await addTestAccount(database.db, { login: `can.bo.${n}`, password: PASSWORD }, [
      { authorityId: cathai, role, agencyId },
    ])
  }
}

describe('the screens of access', () => {
  it('first setup, empty and refused', async () => {
    await open('/')
    expect(new URL(page.url()).pathname).toBe('/thiet-lap')
    await looksRight('setup')
    await page.getByLabel('Mã thiết lập').fill(SET_UP_CODE)
    await page.getByLabel('Tên đầy đủ').fill('Đặc khu Cát Hải, thành phố Hải Phòng')
    await page.locator('#f-newPassword').fill('matkhau123456')
    await press('Thiết lập')
    await looksRight('setup-refused')
  })

  it('sign-in and the second factor', async () => {
    await addPeople()
    await open('/dang-nhap')
    await page.getByLabel('Tên đăng nhập').fill('quan.tri')
    await page.getByLabel('Mật khẩu').fill('sai mật khẩu rồi')
    await press('Đăng nhập')
    await looksRight('sign-in-refused')
    await page.getByLabel('Mật khẩu').fill(PASSWORD)
    await press('Đăng nhập')
    await looksRight('totp-begin')
    await press('Bắt đầu cài đặt')
    await looksRight('totp-scan')
    const secret = (await page.locator('details code').textContent())!.replaceAll(' ', '')
    await page.getByLabel('Mã xác thực').fill(totpCode(secret, clock.now()))
    await press('Bật xác thực hai bước')
    await looksRight('recovery-codes')
    await page.getByRole('link', { name: 'Tôi đã in, tiếp tục' }).click()
    await looksRight('choose-role')
  })

  it('the own account', async () => {
    await page.getByLabel('Quản trị đơn vị').check()
    await Promise.all([
      page.waitForURL(`${origin}/cat-hai`),
      page.getByRole('button', { name: 'Vào làm việc' }).click(),
    ])
    complaints.splice(0) // the home page belongs to another room and is not served here
    await open('/tai-khoan')
    await looksRight('own-account')
    await open('/tai-khoan/mat-khau')
    await looksRight('password')
    await open('/tai-khoan/xac-thuc')
    await looksRight('totp-on')
  })

  it('the administration of accounts', async () => {
    await open(ACCOUNTS)
    await looksRight('accounts')
    await open(`${ACCOUNTS}?q=khong-co-ai&role=chair`)
    await looksRight('accounts-none')
    await open(`${ACCOUNTS}/moi`)
    await page.getByLabel('Họ và tên').fill('Phạm Thị Mới')
    await page.getByLabel('Tên đăng nhập').fill('có dấu')
    await press('Tạo tài khoản')
    await looksRight('account-new-refused')
    await page.getByLabel('Tên đăng nhập').fill('pham.thi.moi')
    await page.locator('#f-role').selectOption('recordsClerk')
    await press('Tạo tài khoản')
    await looksRight('account-first-password')
    await page.getByRole('link', { name: 'Về trang tài khoản' }).click()
    await looksRight('account')
    await page.getByRole('link', { name: 'Khóa tài khoản' }).click()
    await looksRight('account-disable')
    await page.getByLabel('Lý do').fill('Chuyển công tác về Phòng Kinh tế từ ngày 01/3/2026')
    await press('Khóa tài khoản')
    await looksRight('account-disabled')
  })
})
