import { mkdirSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAssets } from '../../scripts/build-assets.mjs'
import { readAssetUrls } from '../../src/web/kit/asset-urls.ts'
import { axeFaults, WCAG_TAGS } from './axe-faults.ts'
import { type GalleryServer, startGallery } from './gallery-server.ts'
import { GALLERY } from './kit-gallery.tsx'
import { openBrowser } from './open-browser.ts'

const PICTURES = 'var/screens'
const WIDTHS = [320, 360, 1366]
const THEMES = ['light', 'dark'] as const
const PAGES = Object.keys(GALLERY) as (keyof typeof GALLERY)[]

let gallery: GalleryServer
let browser: Browser

beforeAll(async () => {
  const { folder } = await buildAssets()
  gallery = await startGallery(folder, readAssetUrls(folder))
  browser = await openBrowser()
  mkdirSync(PICTURES, { recursive: true })
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await gallery?.close()
})

async function open(path: string, width: number) {
  const context: BrowserContext = await browser.newContext({ viewport: { width, height: 800 } })
  const page: Page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(gallery.origin + path)
  await page.evaluate(() => document.fonts.ready)
  return { context, page, complaints }
}

function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

describe.each(THEMES)('every page of the gallery, %s', (theme) => {
  it.each(PAGES)('%s keeps to the policy, fits every width and has no axe violation', async (name) => {
    const { context, page, complaints } = await open(`/${name}?theme=${theme}`, 320)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 })
      expect(await sideways(page), `${name} at ${width} px scrolls sideways by`).toBeLessThanOrEqual(0)
      const path = `${PICTURES}/kit-${name}-${width}-${theme}.png`
      if (process.env['SCREENS']) await page.screenshot({ path, fullPage: true })
      if (width === 1366 || (width === 360 && theme === 'light'))
        expect(await axeFaults(page, WCAG_TAGS), `${name} at ${width} px`).toEqual([])
    }
    expect(complaints, name).toEqual([])
    await context.close()
  })
})

describe('the small scripts', () => {
  it('goes to the search box with /, but not while something is typed', async () => {
    const { context, page } = await open('/formPage', 1366)
    await page.locator('#f-name').focus()
    await page.keyboard.press('End')
    await page.keyboard.type('/')
    expect(await page.locator('#f-name').inputValue()).toBe('Phạm Thị Lụa/')
    await page.locator('main').focus()
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search')
    await context.close()
  })

  it('starts reading at the errors of a form that came back', async () => {
    const { context, page } = await open('/formPage', 1366)
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('error-summary')
    await page.locator('.error-summary a').first().click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-content')
    await context.close()
  })

  it('offers what was typed and not sent, and forgets it after success', async () => {
    const { context, page } = await open('/formPage', 1366)
    await page.locator('#f-content').fill('Đường ngập từ năm ngoái')
    await page.waitForTimeout(500)
    await page.reload()
    await page.locator('.draft-note button').first().click()
    expect(await page.locator('#f-content').inputValue()).toBe('Đường ngập từ năm ngoái')
    await page.locator('#f-content').press('End')
    await page.locator('button:has-text("Tiếp nhận")').click()
    await page.waitForURL(/petitions/)
    await page.goto(`${gallery.origin}/formPage`)
    expect(await page.locator('.draft-note').count()).toBe(0)
    await context.close()
  })

  it('keeps the draft when no page said that it was saved', async () => {
    const { context, page } = await open('/formPage', 1366)
    await page.route('**/petitions', (route) => route.abort())
    await page.locator('#f-content').fill('Mất mạng giữa chừng')
    await page.locator('button:has-text("Tiếp nhận")').click()
    await page.waitForTimeout(300)
    await page.goto(`${gallery.origin}/formPage`)
    expect(await page.locator('.draft-note').count()).toBe(1)
    await context.close()
  })

  it('sends a form once when its button is pressed twice', async () => {
    const { context, page } = await open('/formPage', 1366)
    const before = gallery.posted.length
    await page.evaluate(() => {
      const button = document.querySelector<HTMLButtonElement>('main form button[type=submit]')!
      button.click()
      button.click()
    })
    await page.waitForURL(/petitions/)
    expect(gallery.posted.length - before).toBe(1)
    expect(gallery.posted.at(-1)).toContain('name="_key"')
    await context.close()
  })
})

describe('a field for a day', () => {
  it('puts the separators in and offers the calendar', async () => {
    const { context, page } = await open('/formPage', 1366)
    await page.locator('#f-heldOn').fill('05112025')
    await page.locator('#f-heldOn').blur()
    expect(await page.locator('#f-heldOn').inputValue()).toBe('05/11/2025')
    expect(await page.locator('#f-receivedOn').inputValue()).toBe('31/02/2025')
    expect(await page.getByRole('button', { name: 'Chọn ngày trên lịch' }).count()).toBe(2)
    await context.close()
  })
})

describe('without script', () => {
  it('opens the menu, reaches every place and sends a form', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${gallery.origin}/formPage`)
    await page.locator('.user-menu summary').click()
    expect(await page.locator('.menu-places .place').first().isVisible()).toBe(true)
    if (process.env['SCREENS']) await page.screenshot({ path: `${PICTURES}/kit-menu-360-light.png` })
    expect(await page.locator('.phone-places .place').count()).toBe(5)
    const before = gallery.posted.length
    await page.locator('.user-menu summary').click()
    await page.locator('button:has-text("Tiếp nhận")').click()
    await page.waitForURL(/petitions/)
    expect(gallery.posted.length - before).toBe(1)
    await context.close()
  })

  it('follows the dark wish of the device', async () => {
    const context = await browser.newContext({ colorScheme: 'dark' })
    const page = await context.newPage()
    await page.goto(`${gallery.origin}/listPage?theme=dark`)
    await page.evaluate(() => document.documentElement.removeAttribute('data-theme'))
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect(await ground()).toBe('rgb(28, 25, 23)')
    await page.emulateMedia({ colorScheme: 'light' })
    expect(await ground()).toBe('rgb(255, 255, 255)')
    await context.close()
  })

  it('prints a list on A4 with its head and without what can only be pressed', async () => {
    const { context, page } = await open('/listPage', 1366)
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 660, height: 930 })
    const head = page.locator('.data-table thead')
    expect(await head.evaluate((element) => getComputedStyle(element).display)).toBe('table-header-group')
    expect(await page.locator('.filter-fields').first().isVisible()).toBe(false)
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    if (process.env['SCREENS']) await page.screenshot({ path: `${PICTURES}/kit-print.png`, fullPage: true })
    await context.close()
  })
})
