import { mkdirSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAssets } from '../../scripts/build-assets.mjs'
import { readAssetUrls } from '../../src/web/kit/asset-urls.ts'
import { gateRoutes, officeRoutes } from '../../src/web/office/office-routes.ts'
import { createTestOffice } from '../support/test-office.ts'
import { axeFaults, WCAG_TAGS } from './axe-faults.ts'
import { createMorningWorld, MORNING_PASSWORD, type MorningWorld } from './morning-world.ts'
import { openBrowser } from './open-browser.ts'

const PICTURES = 'var/screens'
let world: MorningWorld
let office: Awaited<ReturnType<typeof createTestOffice>>
let browser: Browser
let context: BrowserContext
let page: Page
let origin = ''
const complaints: string[] = []

beforeAll(async () => {
  world = await createMorningWorld()
  const { folder } = await buildAssets()
  const routes = { office: officeRoutes, gate: gateRoutes }
  office = await createTestOffice(world.db, world.clock, routes, { folder, urls: readAssetUrls(folder) })
  origin = await office.server.listen({ port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
  mkdirSync(PICTURES, { recursive: true })
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await office?.close()
  await world?.close()
})

async function signIn(login: string): Promise<void> {
  await context?.close()
  context = await browser.newContext({ viewport: { width: 1366, height: 800 } })
  page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(`${origin}/dang-nhap`)
  await page.fill('[name=login]', `${login}-${world.authorityId}`)
  await page.fill('[name=password]', MORNING_PASSWORD)
  await page.click('main button[type=submit]')
}

/** Answers, fits every width, keeps to the policy, has no axe violation in light and dark; leaves pictures when asked. */
async function looksRight(name: string, path: string): Promise<string> {
  const reply = await page.goto(`${origin}/cat-hai${path}`)
  expect(reply?.status(), `${name} ${path}`).toBe(200)
  await page.evaluate(() => document.fonts.ready)
  for (const width of [320, 360, 1366]) {
    await page.setViewportSize({ width, height: 800 })
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (process.env['SCREENS'])
      await page.screenshot({ path: `${PICTURES}/morning-${name}-${width}.png`, fullPage: true })
    expect(sideways, `${name} at ${width} px scrolls sideways by`).toBeLessThanOrEqual(0)
  }
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)))
    const said = await axeFaults(page, WCAG_TAGS)
    expect(said, `${name}, ${colorScheme}`).toEqual([])
  }
  expect(complaints.splice(0), name).toEqual([])
  return page.innerText('main')
}

describe('the morning screens', () => {
  it('show the clerk what to do, with one button a line', async () => {
    await signIn('clerk')
    const home = await looksRight('home-clerk', '')
    expect(home).toContain('Thứ Hai 10/11/2025')
    expect(home).toContain('2 kiến nghị chưa phân loại')
    expect(home).toContain('Hội nghị đối thoại năm 2025')
    expect(await page.locator('.task').count()).toBeGreaterThan(3)
  }, 240_000)

  it('list the deadlines with both clocks and explain each', async () => {
    const list = await looksRight('deadlines', '/han')
    expect(list).toContain('Lịch nghỉ chính thức có đến 31/12/2026')
    const { id } = await world.db
      .selectFrom('deadline')
      .select('id')
      .where('key', '=', 'conclusionNotice')
      .executeTakeFirstOrThrow()
    const why = await looksRight('deadline', `/han/${id}`)
    expect(why).toContain('Chậm nhất thứ Tư 12/11/2025')
    expect(why).toContain('thứ Bảy 01/11/2025')
    expect(why).toContain('Đặt hạn 12/11/2025')
    const law = await world.db
      .selectFrom('deadline')
      .select('id')
      .where('key', '=', 'resultPublication')
      .executeTakeFirstOrThrow()
    const moved = await looksRight('deadline-law', `/han/${law.id}`)
    expect(moved).toContain('thứ Bảy 08/11/2025')
    expect(moved).toContain('72/2025/QH15')
  }, 240_000)

  it('tell, search, and say what is owed upward', async () => {
    const messages = await looksRight('messages', '/tin')
    expect(messages).toContain('CH-2025-0001')
    await page.click('text=Đánh dấu đã đọc')
    expect(await page.innerText('main')).toContain('Chưa đọc: 0')
    const found = await looksRight('search', '/tim?q=nuoc%20sach')
    expect(found).toContain('Đề nghị cấp nước sạch')
    const reports = await looksRight('reports', '/bao-cao')
    expect(reports).toContain('Trước ngày 15/11/2025 (chậm nhất 14/11/2025)')
    const annual = await looksRight('report', '/bao-cao/20256')
    expect(annual).toContain('thứ Sáu 14/11/2025')
    await looksRight('report-draft', '/bao-cao/20256/soan?loai=annualReport')
    expect(await page.inputValue('[name=title]')).toBe('Báo cáo năm 2025 về công tác đối thoại với Nhân dân')
    await page.selectOption('[name=issuerAgencyId]', { index: 1 })
    await page.fill('[name=body]', 'I. Lãnh đạo, triển khai')
    await page.click('main button.btn-primary:has-text("Soạn báo cáo")')
    expect(page.url()).toMatch(/\/van-ban\/\d+$/)
    await page.goto(`${origin}/cat-hai/bao-cao`)
    expect(await page.innerText('main')).toContain('Đang soạn')
  }, 240_000)

  it('show an agency only its own, and the chair what others owe', async () => {
    await signIn('specialist')
    const home = await looksRight('home-agency', '')
    expect(home).toContain('CH-2025-0001')
    expect(home).not.toContain('chưa phân loại')
    await signIn('chair')
    await looksRight('home-chair', '')
    expect(await page.locator('.tasks').last().innerText()).toContain('Đang chờ người khác')
  }, 240_000)
})
