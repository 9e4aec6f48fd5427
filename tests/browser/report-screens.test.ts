import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAssets } from '../../scripts/build-assets.mjs'
import type { Role } from '../../src/access/role.ts'
import { parseDay } from '../../src/platform/day.ts'
import { beginReport } from '../../src/procedures/begin-report.ts'
import { readAssetUrls } from '../../src/web/kit/asset-urls.ts'
import { gateRoutes, officeRoutes } from '../../src/web/office/office-routes.ts'
import { addTestAccount } from '../support/access-fixtures.ts'
import { type DocumentHouse, openDocumentHouse } from '../support/document-house.ts'
import { createTestOffice } from '../support/test-office.ts'
import { axeFaults } from './axe-faults.ts'
import { openBrowser } from './open-browser.ts'

const PASSWORD = 'cá thu kho riềng ba lửa'
const PICTURES = 'var/screens'
const home = '/dao-thu'

let house: DocumentHouse
let office: Awaited<ReturnType<typeof createTestOffice>>
let browser: Browser
let origin = ''
let record = ''
const complaints: string[] = []

beforeAll(async () => {
  house = await openDocumentHouse()
  const folder = join(house.folder, 'assets')
  cpSync((await buildAssets()).folder, folder, { recursive: true })
  const built = { folder, urls: readAssetUrls(folder) }
  office = await createTestOffice(house.db, house.clock, { office: officeRoutes, gate: gateRoutes }, built, house.files)
  origin = await office.server.listen({ port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
  mkdirSync(PICTURES, { recursive: true })
  const membership = { authorityId: house.authorityId, agencyId: house.partyOffice }
  for (const role of ['massMobilization', 'superior', 'administrator'] as const)
    await addTestAccount(house.db, { login: `bc.${role.toLowerCase()}`, password: PASSWORD }, [{ ...membership, role }])
  const { authorityId, regulationVersionId } = house
  await house.db
    .insertInto('authorityRegulation')
    .values({ authorityId, regulationVersionId, fromDay: parseDay('2025-08-06') })
    .execute()
  for (const heldOn of ['2025-02-10', '2025-10-29']) {
    const dialogueId = await house.dialogue({ heldOn: parseDay(heldOn) })
    for (let at = 0; at < 4; at += 1) await house.petition(dialogueId, { state: at === 0 ? 'assigned' : 'answered' })
  }
  const { reportId } = await house.done(beginReport, { id: 20256, key: 'annualReport' })
  record = `/bao-cao/ho-so/${reportId}`
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await office?.close()
  await house?.close()
})

async function signIn(role: Role, width = 1366): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: 800 } })).newPage()
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(`${origin}/dang-nhap`)
  await page.getByLabel('Tên đăng nhập').fill(`bc.${role.toLowerCase()}`)
  await page.getByLabel('Mật khẩu').fill(PASSWORD)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/dang-nhap'))
  return page
}

async function look(page: Page, path: string, name: string): Promise<void> {
  await page.goto(origin + home + path)
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true })
  expect(await axeFaults(page), name).toEqual([])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  expect(wide, `${name} is wider than the screen`).toBe(false)
}

describe('the pages of reports', () => {
  it.each([1366, 390])('can be read by everybody, at %i pixels', async (width) => {
    const page = await signIn('massMobilization', width)
    for (const [name, path] of [
      ['record', record],
      ['evidence', `${record}/so?so=received`],
      ['evidence-none', `${record}/so?so=adHoc`],
      ['correct', `${record}/sua-so?so=received`],
      ['text', `${record}/loi-van?muc=leading`],
      ['aggregate', '/bao-cao/tong-hop?ky=20256'],
      ['oversight', '/bao-cao/so-sanh?nam=2025'],
      ['unit-figures', '/bao-cao/so-sanh/so-lieu?nam=2025'],
      ['unit-records', '/bao-cao/so-sanh/ho-so?nam=2025&so=received'],
    ] as const)
      await look(page, path, `report-${name}-${width}`)
    const labels = await page
      .getByRole('row', { name: /Quý IV\/2025/ })
      .locator('td')
      .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, '::before').content))
    const heads = await page.locator('table', { hasText: 'Quý IV/2025' }).locator('thead th').allTextContents()
    expect(labels).toEqual(heads.slice(1).map((head) => (width < 500 ? `"${head}"` : 'none')))
    await page.context().close()
  })

  it('show the trend as a picture that needs nothing else, with its table and its words', async () => {
    const page = await signIn('massMobilization')
    await page.goto(`${origin + home}/bao-cao/so-sanh?nam=2025`)
    const picture = page.locator('figure img')
    expect(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(760)
    expect(await picture.getAttribute('alt')).toContain('tiếp nhận 8 kiến nghị, trả lời 6')
    expect(await page.getByRole('row', { name: /Quý IV\/2025/ }).textContent()).toMatch(/Quý IV\/2025\s*1\s*8\s*6/)
    await page.context().close()
  })

  it('give no rate under five cases and rank nobody', async () => {
    const page = await signIn('massMobilization')
    await page.goto(`${origin + home}/bao-cao/so-sanh?nam=2025`)
    expect(await page.locator('main').textContent()).not.toMatch(/hạng (nhất|\d)/i)
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
