import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Document, Packer, Paragraph } from 'docx'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAssets } from '../../scripts/build-assets.mjs'
import { stopPress } from '../../src/papers/write-paper.ts'
import { readAssetUrls } from '../../src/web/kit/asset-urls.ts'
import { accessGateRoutes } from '../../src/web/office/access/access-gate-routes.ts'
import { accessRoutes } from '../../src/web/office/access/access-routes.ts'
import { documentRoutes } from '../../src/web/office/documents/document-routes.ts'
import { documentRules } from '../../src/web/words/document-rules.ts'
import { addRuleWords } from '../../src/web/words/rule-sentence.ts'
import { addTestAccount } from '../support/access-fixtures.ts'
import { type DocumentHouse, openDocumentHouse } from '../support/document-house.ts'
import { createTestOffice } from '../support/test-office.ts'
import { axeFaults, WCAG_TAGS } from './axe-faults.ts'
import { openBrowser } from './open-browser.ts'

const PASSWORD = 'cá thu kho riềng ba lửa'
const PICTURES = 'var/screens'

let house: DocumentHouse
let office: Awaited<ReturnType<typeof createTestOffice>>
let browser: Browser
let origin = ''
let dialogueId = 0
const complaints: string[] = []
const home = '/dao-thu'

beforeAll(async () => {
  addRuleWords(documentRules)
  house = await openDocumentHouse()
  const folder = join(house.folder, 'assets')
  cpSync((await buildAssets()).folder, folder, { recursive: true })
  const routes = { office: [...accessRoutes, ...documentRoutes], gate: accessGateRoutes }
  const built = { folder, urls: readAssetUrls(folder) }
  office = await createTestOffice(house.db, house.clock, routes, built, house.files)
  origin = await office.server.listen({ port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
  mkdirSync(PICTURES, { recursive: true })
  const membership = { authorityId: house.authorityId, agencyId: house.partyOffice }
  for (const role of ['clerk', 'administrator'] as const)
    await addTestAccount(house.db, { login: `to.${role}`, password: PASSWORD }, [{ ...membership, role }])
  dialogueId = await house.dialogue()
  await house.petition(dialogueId, { state: 'answered' })
}, 60_000)

afterAll(async () => {
  stopPress()
  await browser?.close()
  await office?.close()
  await house?.close()
})

async function signIn(who: 'clerk' | 'administrator'): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 800 } })).newPage()
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(`${origin}/dang-nhap`)
  await page.getByLabel('Tên đăng nhập').fill(`to.${who}`)
  await page.getByLabel('Mật khẩu').fill(PASSWORD)
  await press(page, 'Đăng nhập')
  complaints.splice(0)
  return page
}

async function press(page: Page, name: string): Promise<void> {
  const button = page.locator('main').getByRole('button', { name, exact: true }).first()
  await Promise.all([page.waitForEvent('load'), button.click()])
}

/** Fits every width, keeps to the policy, has no axe violation; leaves pictures when asked. */
async function looksRight(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  for (const width of [320, 1366]) {
    await page.setViewportSize({ width, height: 800 })
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(sideways, `${name} at ${width} px scrolls sideways by`).toBeLessThanOrEqual(0)
    if (process.env['SCREENS'])
      await page.screenshot({ path: `${PICTURES}/paper-${name}-${width}.png`, fullPage: true })
  }
  const said = await axeFaults(page, WCAG_TAGS)
  expect(said, name).toEqual([])
  const unexpected = complaints.splice(0).filter((text) => !/status of 4(22|09)/.test(text))
  expect(unexpected, name).toEqual([])
}

describe('the screens of papers from data', { timeout: 120_000 }, () => {
  it('a paper is chosen, looked at, kept, edited, drawn again', async () => {
    const page = await signIn('clerk')
    await page.goto(`${origin}${home}/van-ban/soan`)
    await looksRight(page, 'choose-dialogue')
    await page.goto(`${origin}${home}/van-ban/soan?cuoc=${dialogueId}`)
    await looksRight(page, 'choose-kind')
    await page.goto(`${origin}${home}/van-ban/soan?cuoc=${dialogueId}&loai=petitionDigest`)
    await looksRight(page, 'drawn')
    await press(page, 'Lưu dự thảo')
    await looksRight(page, 'draft')
    const paper = page.url()
    await page.goto(`${paper}/noi-dung`)
    await page.getByLabel('Trích yếu').fill('Tổng hợp ý kiến đã sửa')
    await looksRight(page, 'edit')
    await press(page, 'Lưu dự thảo')
    await page.goto(`${paper}/cap-nhat`)
    expect(await page.getByText('Sẽ bỏ').count()).toBe(1)
    await looksRight(page, 'draw-again')
    await page.goto(`${paper}/ban-word`)
    await looksRight(page, 'take-word')
  })

  it('an administrator looks at the wordings, edits one, is refused, gives it a Word file', async () => {
    const page = await signIn('administrator')
    await page.goto(`${origin}${home}/quan-tri/mau-van-ban`)
    await looksRight(page, 'wordings')
    await page.goto(`${origin}${home}/quan-tri/mau-van-ban/conclusionNotice`)
    await looksRight(page, 'wording')
    await page.goto(`${origin}${home}/quan-tri/mau-van-ban/conclusionNotice/sua`)
    await looksRight(page, 'wording-edit')
    await page.getByLabel('Đoạn văn 1', { exact: true }).fill('Kính gửi {nguoiLa}')
    await press(page, 'Lưu phiên bản mới')
    expect(await page.getByLabel('Đoạn văn 1', { exact: true }).inputValue()).toBe('Kính gửi {nguoiLa}')
    await looksRight(page, 'wording-refused')
    await page.getByLabel('Đoạn văn 1', { exact: true }).fill('Kính gửi {title}')
    await press(page, 'Lưu phiên bản mới')
    await looksRight(page, 'wording-own')
    await page.goto(`${origin}${home}/quan-tri/mau-van-ban/conclusionNotice/tro-lai`)
    await looksRight(page, 'wording-back')
    await page.goto(`${origin}${home}/quan-tri/mau-van-ban/conclusionNotice/tep-word`)
    const buffer = await Packer.toBuffer(
      new Document({ sections: [{ children: [new Paragraph('{{so}} {{noiDung}}')] }] }),
    )
    const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    await page.getByLabel('Tệp Word').setInputFiles({ name: 'mau.docx', mimeType, buffer })
    await press(page, 'Tải tệp Word lên')
    expect(await page.getByText('Đang dùng: mau.docx, phiên bản 1.').count()).toBe(1)
    await looksRight(page, 'word-form')
  })
})
