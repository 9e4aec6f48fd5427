import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { kindsOfPages, openDemoOffice } from '../support/demo-office.ts'
import type { FormVisitor } from '../support/form-visitor.ts'
import { axeFaults } from './axe-faults.ts'
import { openBrowser } from './open-browser.ts'

vi.setConfig({ testTimeout: 1_200_000, hookTimeout: 240_000 })

const PEOPLE = [
  ...([
    'cathai.chuyenvien',
    'cathai.quantri',
    'cathai.bithu',
    'cathai.vanthu',
    'cathai.tpkinhte',
    'cathai.mttq',
  ] as const),
]

const PROOF = process.env['PROOF'] === '1'

let office: Awaited<ReturnType<typeof openDemoOffice>>
let browser: Browser
beforeAll(async () => {
  office = await openDemoOffice()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await office?.close()
})

async function asIn(visitor: FormVisitor, options: { javaScriptEnabled?: boolean } = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 800 }, ...options })
  const cookies = [...visitor.cookies].map(([name, value]) => ({ name, value, url: office.origin }))
  await context.addCookies(cookies)
  return context
}

/** What is wrong with a page at both widths (the proof asks axe at both); empty when nothing is. */
async function faultsOf(page: Page, address: string): Promise<string[]> {
  const faults: string[] = []
  await page.goto(office.origin + address)
  await page.evaluate(() => document.fonts.ready)
  for (const width of [360, 1366]) {
    await page.setViewportSize({ width, height: 800 })
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (sideways > 0) faults.push(`${address} at ${width}: scrolls sideways by ${sideways}`)
    // in a window as tall as the page: what lies under the bar of places now comes out when it is scrolled to
    const tall = await page.evaluate(() => document.documentElement.scrollHeight)
    if (width === 360) await page.setViewportSize({ width, height: tall + 100 })
    if (width === 1366 || PROOF)
      faults.push(...(await axeFaults(page)).map((fault) => `${address} at ${width}: ${fault}`))
  }
  return faults
}

const looked = new Set<string>()
const kindOf = (address: string) => address.replace(/\?.*/, '?').replace(/\d+/g, ':id')

describe('every page of the office, with the demo’s data', () => {
  it.each(PEOPLE)('fits 360 and 1366 px and has no axe violation, as %s opens it', async (login) => {
    const visitor = await office.visitor(login)
    const addresses = await kindsOfPages(visitor, '/cat-hai', 260)
    const context = await asIn(visitor)
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(`${page.url()} ${message.text()}`))
    page.on('pageerror', (error) => complaints.push(`${page.url()} ${error}`))
    const faults: string[] = []
    for (const address of addresses) {
      // a kind of page is looked at once, by the first who can open it; in the proof the great ones by everybody
      const great = PROOF && /^\/cat-hai(\/(hoi-nghi|kien-nghi|han|van-ban|ho-so)(\/:id)?)?$/.test(kindOf(address))
      if (looked.has(kindOf(address)) && !great) continue
      looked.add(kindOf(address))
      faults.push(...(await faultsOf(page, address)))
    }
    await context.close()
    expect(faults).toEqual([])
    expect(complaints).toEqual([])
    expect(addresses.length).toBeGreaterThan(8)
  })
})

/**
 * Walks with Tab once round the page; gives what can be pressed but was not reached, where the focus was unseen, and what
 * had it while it lay under the bar of places or outside the window (WCAG 2.4.11).
 */
async function walkByKeyboard(page: Page): Promise<{ missed: string[]; unseen: string[]; covered: string[] }> {
  await page.evaluate(() => {
    ;(document.activeElement as HTMLElement | null)?.blur()
    window.scrollTo(0, 0)
  })
  const wanted = await page.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input:not([type=hidden]), select, textarea, summary'),
    ]
    const can = all.filter(
      (one) =>
        one.checkVisibility({ visibilityProperty: true }) &&
        !(one as HTMLButtonElement).disabled &&
        // helpers beside a field that does the same (the date's own picker, the button Enter presses)
        !one.matches('[tabindex="-1"][aria-hidden=true]'),
    )
    for (const [n, one] of can.entries()) one.setAttribute('data-walk', String(n))
    return can.length
  })
  const reached = new Set<string>()
  const unseen = new Set<string>()
  const covered = new Set<string>()
  for (let step = 0; step < wanted + 20; step += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const one = document.activeElement as HTMLElement | null
      if (!one || one === document.body) return null
      // a link that opens its whole row shows the focus round the row
      const seen = [getComputedStyle(one), getComputedStyle(one, '::after')].some(
        (style) =>
          (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none',
      )
      const bar = document.querySelector('.phone-places')?.getBoundingClientRect()
      const floor = bar?.height ? bar.top : innerHeight
      const { top, bottom, height } = one.getBoundingClientRect()
      const isCovered = !one.closest('.phone-places') && height < floor && (top < 0 || bottom > floor)
      return { walk: one.getAttribute('data-walk'), seen, isCovered, html: one.outerHTML.slice(0, 120) }
    })
    if (!at) continue
    if (at.walk) reached.add(at.walk)
    if (!at.seen) unseen.add(at.html)
    if (at.isCovered) covered.add(at.html)
  }
  const missed = await page.evaluate(
    (known) => {
      const group = (one: HTMLInputElement) => one.type === 'radio' && one.name
      return (
        [...document.querySelectorAll<HTMLElement>('[data-walk]')]
          .filter((one) => !known.includes(one.getAttribute('data-walk')!))
          // of a group of radio buttons Tab reaches one, the arrows the others
          .filter((one) => !(one instanceof HTMLInputElement && group(one)))
          .map((one) => one.outerHTML.slice(0, 120))
      )
    },
    [...reached],
  )
  return { missed, unseen: [...unseen], covered: [...covered] }
}

describe('the keyboard', () => {
  it('reaches everything that can be pressed, with the focus seen, on a telephone too', async () => {
    const visitor = await office.visitor('cathai.chuyenvien')
    const addresses = await kindsOfPages(visitor, '/cat-hai', 260)
    const context = await asIn(visitor)
    const page = await context.newPage()
    const faults: string[] = []
    const wanted =
      /^\/cat-hai(|\/hoi-nghi\/:id|\/kien-nghi\/:id|\/kien-nghi\/moi\??|\/han\/:id|\/ho-so\/:id|\/van-ban\/moi\??)$/
    const chosen = addresses.filter((address) => wanted.test(kindOf(address)))
    expect(chosen.length).toBeGreaterThan(4)
    const onPhone = chosen.filter((address) => /^\/cat-hai(|\/kien-nghi\/:id|\/hoi-nghi\/:id)$/.test(kindOf(address)))
    const walks = [
      ...chosen.map((address) => ({ address, width: 1366 })),
      ...onPhone.map((address) => ({ address, width: 360 })),
    ]
    for (const { address, width } of walks) {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(office.origin + address)
      const { missed, unseen, covered } = await walkByKeyboard(page)
      faults.push(
        ...missed.map((html) => `${address} at ${width} not reached: ${html}`),
        ...unseen.map((html) => `${address} at ${width} unseen: ${html}`),
        ...covered.map((html) => `${address} at ${width} covered: ${html}`),
      )
    }
    await context.close()
    expect(faults).toEqual([])
  })
})

describe('without script', () => {
  it('every page still shows its heading, its ways and its forms with a button', async () => {
    const visitor = await office.visitor('cathai.chuyenvien')
    const context = await asIn(visitor, { javaScriptEnabled: false })
    const page = await context.newPage()
    const faults: string[] = []
    const addresses = await kindsOfPages(visitor, '/cat-hai', 260)
    expect(addresses.length).toBeGreaterThan(15)
    for (const address of addresses) {
      await page.goto(office.origin + address)
      if (!(await page.locator('main h1').first().isVisible())) faults.push(`${address}: no heading`)
      for (const form of await page.locator('main form').all()) {
        if ((await form.locator('button, input[type=submit]').count()) === 0)
          faults.push(`${address}: a form without button`)
      }
    }
    await context.close()
    expect(faults).toEqual([])
  })
})
