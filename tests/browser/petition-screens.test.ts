import { mkdirSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAssets } from '../../scripts/build-assets.mjs'
import { readAssetUrls } from '../../src/web/kit/asset-urls.ts'
import { gateRoutes, officeRoutes } from '../../src/web/office/office-routes.ts'
import { addSamplePetitions } from '../support/petition-sample.ts'
import { createPetitionWorld, type PetitionWorld } from '../support/petition-world.ts'
import { createTestOffice } from '../support/test-office.ts'
import { axeFaults, WCAG_TAGS } from './axe-faults.ts'
import { openBrowser } from './open-browser.ts'

const PASSWORD = 'cá thu kho riềng ba lửa'
const PICTURES = 'var/screens'
let world: PetitionWorld
let ids: Awaited<ReturnType<typeof addSamplePetitions>>
let office: Awaited<ReturnType<typeof createTestOffice>>
let browser: Browser
let context: BrowserContext
let page: Page
let origin = ''
const complaints: string[] = []
/** The forms between them hold every kind of field; the others are only opened and measured, unless pictures are wanted. */
const LOOKED_AT_CLOSELY = new Set([
  'phan-loai',
  'giao',
  'tach',
  'duyet-van-ban-tren-giay',
  'gui',
  'quyet-dinh-tren-giay',
  'hoi-lai',
])

beforeAll(async () => {
  world = await createPetitionWorld({ password: PASSWORD })
  ids = await addSamplePetitions(world)
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

/** A fresh browser, signed in as one of the people of the world. */
async function signInAs(login: string): Promise<void> {
  await context?.close()
  context = await browser.newContext({ viewport: { width: 1366, height: 800 } })
  page = await context.newPage()
  await page.goto(`${origin}/dang-nhap`)
  await page.getByLabel('Tên đăng nhập').fill(`${login}-${world.authorityId}`)
  await page.getByLabel('Mật khẩu').fill(PASSWORD)
  await press('Đăng nhập')
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
}

async function press(name: string): Promise<void> {
  await page.locator('main').getByRole('button', { name, exact: true }).first().click()
  await page.waitForLoadState('load')
}

const go = (path: string) => page.goto(`${origin}/cat-hai${path}`)

/** Fits every width, keeps to the policy, has no axe violation; leaves pictures when asked. */
async function looksRight(name: string, widths = [320, 360, 1366], withAxe = true): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(sideways, `${name} at ${width} px scrolls sideways by`).toBeLessThanOrEqual(0)
    if (process.env['SCREENS'] && width !== 320)
      await page.screenshot({ path: `${PICTURES}/petition-${name}-${width}.png`, fullPage: true })
  }
  if (!withAxe) return
  const said = await axeFaults(page, WCAG_TAGS)
  expect(said, name).toEqual([])
  expect(
    complaints.splice(0).filter((text) => !/status of 4(22|09)/.test(text)),
    name,
  ).toEqual([])
}

describe('the screens of petitions', () => {
  it('list, filtered, searched and empty', async () => {
    await signInAs('clerk')
    await go('/kien-nghi')
    await looksRight('list')
    await go('/kien-nghi?q=duong+thon&state=open&sort=due&dir=asc')
    await looksRight('list-filtered')
    await go('/kien-nghi?q=khongcogi')
    expect(await page.locator('main').innerText()).toContain('Không có kiến nghị nào khớp')
    await looksRight('list-empty')
  })

  it('one petition in each stage', async () => {
    for (const name of ['road', 'water', 'power', 'ferry', 'fresh', 'denunciation'] as const) {
      await go(`/kien-nghi/${ids[name]}`)
      await looksRight(`page-${name}`)
    }
  })

  it('a new submission is refused with everything typed kept, finds a known person, and is received', async () => {
    await go(`/kien-nghi/moi?dialogue=${world.dialogueId}`)
    await looksRight('new')
    await page.locator('#f-text').fill('Hai việc cùng một lúc')
    await page.locator('#contents-0').fill('Việc thứ nhất')
    await page.locator('#contents-1').fill('Việc thứ hai')
    await press('Tiếp nhận')
    expect(await page.locator('#contents-1').inputValue()).toBe('Việc thứ hai')
    await looksRight('new-refused')
    await page.getByLabel('Kênh tiếp nhận').selectOption({ index: 1 })
    await page.getByLabel('Họ tên, tên tổ chức').fill('hai yen')
    await press('Tìm người đã có')
    await page.getByLabel('Vũ Thị Hải Yến').first().check()
    await looksRight('new-known')
    await press('Tiếp nhận')
    const text = await page.locator('body').innerText()
    expect(text).toContain('Đã tiếp nhận 2 nội dung kiến nghị')
    expect(text).toContain('Việc thứ nhất')
  })

  it('every act that is offered opens its form', async () => {
    const seen = new Set<string>()
    for (const login of ['clerk', 'specialist', 'head', 'chair']) {
      await signInAs(login)
      for (const id of [ids.road, ids.land, ids.power, ids.ferry, ids.water, ids.denunciation]) {
        const reply = await go(`/kien-nghi/${id}`)
        if (reply?.status() === 404) {
          complaints.splice(0)
          continue
        }
        const links = await page.locator('.action-bar a').evaluateAll((all) => all.map((a) => a.getAttribute('href')!))
        for (const href of links) {
          const act = href.split('/').at(-1)!
          if (seen.has(act)) continue
          seen.add(act)
          const opened = await page.goto(origin + href)
          expect(opened?.status(), `${login}: ${href}`).toBe(200)
          const inFull = Boolean(process.env['SCREENS']) || LOOKED_AT_CLOSELY.has(act)
          await looksRight(`act-${act}`, inFull ? undefined : [320], inFull)
        }
      }
    }
    // every act but those whose hour has not come for these petitions
    expect(seen.size).toBeGreaterThan(25)
  }, 240_000)

  it('many are given out at once, and an agency gets its own by search', async () => {
    await signInAs('clerk')
    await go('/kien-nghi/giao')
    await looksRight('assign-many')
    await page.getByLabel('Cơ quan chủ trì').selectOption({ label: 'Phòng Văn hóa - Xã hội' })
    await page.locator('input[name=petitionIds]').first().check()
    await press('Giao nhiều kiến nghị')
    expect(await page.locator('body').innerText()).toContain('Đã giao 1 kiến nghị')
  })

  it('digest, register and petitioner', async () => {
    await go('/kien-nghi/tong-hop')
    await looksRight('digest')
    await go('/kien-nghi/so-gui')
    await looksRight('register')
    await go(`/kien-nghi/${ids.road}`)
    await page.locator('.page-columns-aside a[href*="/nguoi/"]').first().click()
    await page.waitForLoadState('load')
    await looksRight('petitioner')
    await page.getByRole('link', { name: 'Sửa thông tin' }).click()
    await page.waitForLoadState('load')
    await looksRight('petitioner-edit')
  })

  it('a confidential one asks for a purpose first, and does not exist for others', async () => {
    await signInAs('leader')
    await go(`/kien-nghi/${ids.secret}`)
    expect(await page.locator('main').innerText()).not.toContain('thu tiền')
    await looksRight('confidential')
    await page.getByLabel('Mở để làm gì?').fill('phân công xử lý')
    await press('Mở kiến nghị')
    expect(await page.locator('main').innerText()).toContain('thu tiền')
    await signInAs('chair')
    expect((await go(`/kien-nghi/${ids.secret}`))?.status()).toBe(404)
    expect((await go(`/kien-nghi/${ids.secret}/giao`))?.status()).not.toBe(200)
    complaints.splice(0)
  })

  it('a stale draft shows both texts', async () => {
    await signInAs('specialist')
    await go(`/kien-nghi/${ids.land}/soan-tra-loi`)
    await page.locator('#f-text').fill('Bản của chuyên viên')
    await world.done(world.people.head, (await import('../../src/petitions/draft-answer.ts')).draftAnswer, {
      ...{ id: ids.land, text: 'Bản của trưởng phòng' },
    })
    await press('Soạn trả lời')
    const text = await page.locator('main').innerText()
    expect(text).toContain('Bản của trưởng phòng')
    expect(await page.locator('[name=text]').inputValue()).toBe('Bản của chuyên viên')
    await looksRight('stale')
    await press('Lưu bản của ông/bà')
    expect(await page.locator('main').innerText()).toContain('Bản của chuyên viên')
  })
})
