import { mkdirSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildAssets } from '../../scripts/build-assets.mjs'
import { parseDay } from '../../src/platform/day.ts'
import { hashOfToken, newSecretToken } from '../../src/platform/secret-token.ts'
import { assignPetition } from '../../src/procedures/assign-petition.ts'
import { recordAnswerAtConference } from '../../src/procedures/record-answer-at-conference.ts'
import { keepDraft } from '../../src/reception/portal-draft-store.ts'
import { sealDraft } from '../../src/reception/sealed-draft.ts'
import { readAssetUrls } from '../../src/web/kit/asset-urls.ts'
import { gateRoutes, officeRoutes } from '../../src/web/office/office-routes.ts'
import { portalTable } from '../../src/web/portal/portal-routes.ts'
import { newRaiseDraft } from '../../src/web/portal/raise/raise-draft.ts'
import { REVIEW, STEPS, stepAddress } from '../../src/web/portal/raise/raise-steps.ts'
import { createPetitionWorld, type PetitionWorld } from '../support/petition-world.ts'
import { createTestOffice } from '../support/test-office.ts'
import { axeFaults, WCAG_TAGS } from './axe-faults.ts'
import { openBrowser } from './open-browser.ts'

// A citizen at an old telephone: script off, keyboard alone; and the same pages for eyes, small screens and large letters.

const PICTURES = 'var/screens'
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })
let world: PetitionWorld
let office: Awaited<ReturnType<typeof createTestOffice>>
let browser: Browser
let context: BrowserContext
let page: Page
let origin = ''

beforeAll(async () => {
  world = await createPetitionWorld()
  await world.db
    .updateTable('dialogue')
    .set({ timePlaceDecidedOn: parseDay('2025-10-10'), startsAt: '08:00' })
    .execute()
  const { folder } = await buildAssets()
  const routes = { office: officeRoutes, gate: gateRoutes, portal: portalTable }
  office = await createTestOffice(world.db, world.clock, routes, { folder, urls: readAssetUrls(folder) })
  origin = await office.server.listen({ port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
  context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false })
  page = await context.newPage()
  mkdirSync(PICTURES, { recursive: true })
})
afterAll(async () => {
  await browser?.close()
  await office?.close()
  await world?.close()
})

const at = (path: string) => `${origin}/cong/cat-hai${path}`
const said = () => page.innerText('main')

/** Goes with Tab to what has these words or this name, as somebody without a mouse does. */
async function tabTo(wanted: string): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    if ((await focused.count()) === 0) continue
    const name = (await focused.getAttribute('name')) ?? ''
    if (name === wanted || ((await focused.textContent()) ?? '').trim() === wanted) return
  }
  throw new Error(`“${wanted}” is reached by no Tab on ${page.url()}: ${(await said()).slice(0, 500)}`)
}

async function press(words: string): Promise<void> {
  await tabTo(words)
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
}

async function type(name: string, text: string): Promise<void> {
  await tabTo(name)
  await page.keyboard.type(text)
}

/** A draft that is not sent, so that each of its pages can be looked at. */
async function draft(): Promise<string> {
  const secret = newSecretToken()
  const typed = { ...newRaiseDraft('steps', ''), contents: ['Nước sạch chưa về thôn.', 'Đèn đường hỏng.'] }
  const now = world.clock.now()
  await keepDraft(world.db, {
    ...{ authorityId: world.authorityId, secretHash: hashOfToken(secret), fileHashes: [], now },
    sealed: sealDraft(secret, {
      ...typed,
      petitionerKind: 'group',
      petitionerName: 'Tổ 3',
      representative: 'Ông Tư',
      headcount: '24',
    }),
    expiresAt: new Date(now.getTime() + 86_400_000),
  })
  return secret
}

/** Pages met on the way, looked at afterwards with script on. */
const met = new Map<string, string>()

describe('a citizen without script and mouse', () => {
  it('raises a petition, follows it, and contests the answer', async () => {
    await page.goto(at('/gui-kien-nghi'))
    met.set('start', page.url())
    await press('Từng câu một')
    await type('contents', 'Nước sạch chưa về thôn.')
    await press('Tiếp tục')
    await press('Tiếp tục')
    await tabTo('petitionerKind')
    await page.keyboard.press('Space')
    await press('Tiếp tục')
    await type('petitionerName', 'Nguyễn Thị Lan')
    await press('Tiếp tục')
    await press('Tiếp tục')
    await press('Tiếp tục')
    world.clock.set(new Date(world.clock.now().getTime() + 60_000))
    await tabTo('agree')
    await page.keyboard.press('Space')
    await press('Gửi kiến nghị')
    expect(await said()).toContain('CH-2025-0001')
    met.set('receipt', page.url())
    await press('Mở trang theo dõi')
    const follow = page.url()
    met.set('follow', follow)
    expect(await said()).toContain('Nước sạch chưa về thôn.')

    const petition = await world.db.selectFrom('petition').selectAll().executeTakeFirstOrThrow()
    const { id, version } = petition
    await world.done(world.people.clerk, assignPetition, { id, version, leadAgencyId: world.agencies.economy })
    world.clock.setDay(parseDay('2025-10-30'))
    await world.held()
    await world.done(world.people.clerk, recordAnswerAtConference, {
      ...{ id, version: version + 1, text: 'Sang năm có nước.', answeredByName: 'Chủ tịch', answeredOn: '29/10/2025' },
    })
    await page.goto(follow)
    met.set('answered', follow)
    await press('Chưa đồng ý, gửi tiếp')
    met.set('contest', page.url())
    await type('reason', 'Năm nào cũng nói sang năm.')
    await press('Gửi tiếp kiến nghị')
    expect(await said()).toContain('Tiếp tục kiến nghị CH-2025-0001')
  })

  it('registers to speak and takes the place back', async () => {
    world.clock.setDay(parseDay('2025-10-20'))
    await world.held('preparing')
    await page.goto(at(`/hoi-nghi/${world.dialogueId}/dang-ky-phat-bieu`))
    met.set('speak', page.url())
    await type('speakerName', 'Bà Hoa')
    await type('content', 'Đèn đường.')
    await type('phone', '0912345678')
    await tabTo('agree')
    await page.keyboard.press('Space')
    await press('Đăng ký phát biểu')
    expect(await said()).toContain('Thứ tự hiện nay: 1')
    met.set('place', page.url())
    await press('Rút đăng ký')
    expect(await said()).toContain('Đã rút')
  })
})

describe('the pages of a citizen', () => {
  it('fit 320 px and letters twice as large, and have no axe fault in light and dark', async () => {
    for (const path of ['/gui-kien-nghi/quy-tac', '/theo-doi', '/kiem-tra-bien-nhan', '/yeu-cau-doi-thoai'])
      met.set(path.slice(1).replaceAll('/', '-'), at(path))
    const secret = await draft()
    for (const step of [...STEPS, 'mot-trang', REVIEW] as const) met.set(step, at(stepAddress(secret, step)))
    const looking = await browser.newContext({ viewport: { width: 360, height: 740 } })
    const eyes = await looking.newPage()
    for (const [name, address] of met) {
      await eyes.goto(address)
      await eyes.evaluate(() => document.fonts.ready)
      for (const [width, size] of [
        [320, '100%'],
        [360, '200%'],
        [1366, '100%'],
      ] as const) {
        await eyes.setViewportSize({ width, height: 740 })
        await eyes.evaluate((large) => document.documentElement.style.setProperty('font-size', large), size)
        if (process.env['SCREENS'] && size === '100%')
          await eyes.screenshot({ path: `${PICTURES}/citizen-${name}-${width}.png`, fullPage: true })
        const sideways = await eyes.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(sideways, `${name} at ${width} px, letters ${size}, scrolls sideways by`).toBeLessThanOrEqual(0)
      }
      for (const colorScheme of ['dark', 'light'] as const) {
        await eyes.emulateMedia({ colorScheme })
        await eyes.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
        await eyes.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)))
        expect(await axeFaults(eyes, WCAG_TAGS), `${name}, ${colorScheme}`).toEqual([])
      }
    }
    await looking.close()
  })

  it('print the receipt on one sheet of A4', async () => {
    const printing = await browser.newContext()
    const sheet = await printing.newPage()
    await sheet.goto(met.get('receipt')!)
    const pdf = await sheet.pdf({ format: 'A4', preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
    await printing.close()
  })

  it('load one script of at most 5 kB on forms and none where one reads', async () => {
    const scripts = async (address: string) => {
      const html = await (await fetch(address)).text()
      return [...html.matchAll(/<script[^>]*src="([^"]+)"/g)].map((match) => match[1]!)
    }
    expect(await scripts(met.get('receipt')!)).toEqual([])
    expect(await scripts(met.get('follow')!)).toEqual([])
    const [script] = await scripts(met.get('speak')!)
    const size = (
      await (await fetch(`${origin}${script}`, { headers: { 'accept-encoding': 'identity' } })).arrayBuffer()
    ).byteLength
    expect(size).toBeLessThanOrEqual(5 * 1024)
  })
})
