import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAssets } from '../../scripts/build-assets.mjs'
import { recordIssuedPaper } from '../../src/documents/issue-paper.ts'
import { openDossier } from '../../src/documents/open-dossier.ts'
import { parseDay } from '../../src/platform/day.ts'
import { checklistOfDossier } from '../../src/procedures/assemble-dossier.ts'
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
const PDF = { name: 'Văn bản đã ký.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nabc\n%%EOF') }

let house: DocumentHouse
let office: Awaited<ReturnType<typeof createTestOffice>>
let browser: Browser
let origin = ''
let dossierId = 0
const complaints: string[] = []
const people: Partial<Record<'clerk' | 'leader' | 'records', { context: BrowserContext; page: Page }>> = {}
const home = '/dao-thu'

beforeAll(async () => {
  addRuleWords(documentRules)
  house = await openDocumentHouse()
  // a copy: whoever changes a style while this runs builds anew
  const folder = join(house.folder, 'assets')
  cpSync((await buildAssets()).folder, folder, { recursive: true })
  const routes = { office: [...accessRoutes, ...documentRoutes], gate: accessGateRoutes }
  const built = { folder, urls: readAssetUrls(folder) }
  office = await createTestOffice(house.db, house.clock, routes, built, house.files)
  origin = await office.server.listen({ port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
  mkdirSync(PICTURES, { recursive: true })
  const membership = { authorityId: house.authorityId, agencyId: house.partyOffice }
  for (const [who, role] of [
    ['clerk', 'clerk'],
    ['leader', 'officeLeader'],
    ['records', 'recordsClerk'],
  ] as const) {
    await addTestAccount(house.db, { login: `to.${who}`, password: PASSWORD }, [
      { ...membership, role },
      ...(who === 'leader' ? [{ ...membership, role: 'administrator' as const }] : []),
    ])
  }
  const dialogueId = await house.dialogue()
  dossierId = await openDossier(house.context(), dialogueId, house.partyOffice)
  await house.petition(dialogueId, { state: 'answered' })
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await office?.close()
  await house?.close()
})

async function signIn(who: 'clerk' | 'leader' | 'records', role?: string): Promise<Page> {
  await people[who]?.context.close()
  const context = await browser.newContext({ viewport: { width: 1366, height: 800 } })
  const page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  people[who] = { context, page }
  await page.goto(`${origin}/dang-nhap`)
  await page.getByLabel('Tên đăng nhập').fill(`to.${who}`)
  await page.getByLabel('Mật khẩu').fill(PASSWORD)
  await press(page, 'Đăng nhập')
  if (role) {
    await page.getByLabel(role).check()
    await press(page, 'Vào làm việc')
  }
  complaints.splice(0) // the home page belongs to another room and is not served here
  return page
}

async function press(page: Page, name: string): Promise<void> {
  await Promise.all([
    page.waitForEvent('load'),
    page.locator('main').getByRole('button', { name, exact: true }).first().click(),
  ])
}

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
      await page.screenshot({ path: `${PICTURES}/document-${name}-${width}.png`, fullPage: true })
  }
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)))
  const said = await axeFaults(page, WCAG_TAGS)
  expect(said, name).toEqual([])
  const unexpected = complaints.splice(0).filter((text) => !/status of 4(22|09)/.test(text))
  expect(unexpected, name).toEqual([])
}

describe('the screens of documents', { timeout: 120_000 }, () => {
  it('number books: none, refused, opened, a number made void', async () => {
    const page = await signIn('leader', 'Quản trị đơn vị')
    await page.goto(`${origin}${home}/quan-tri/so-van-ban`)
    await looksRight(page, 'books-none')
    await page.getByRole('link', { name: 'Mở sổ văn bản' }).click()
    await page.getByLabel('Tên sổ').fill('Văn bản đi của Văn phòng Đảng ủy')
    await page.locator('#f-issuerAgencyId').selectOption({ label: 'Văn phòng Đảng ủy' })
    await page.getByLabel('Mẫu số, ký hiệu').fill('TB/VPĐU')
    await press(page, 'Mở sổ văn bản')
    await looksRight(page, 'book-refused')
    expect(await page.getByLabel('Tên sổ').inputValue()).toBe('Văn bản đi của Văn phòng Đảng ủy')
    await page.getByLabel('Mẫu số, ký hiệu').fill('{n}-{kind}/VPĐU')
    await press(page, 'Mở sổ văn bản')
    expect(await page.getByText('Đã mở sổ.').count()).toBe(1)
    await page.getByRole('link', { name: 'Ghi bỏ số' }).click()
    await page.getByLabel('Lý do').fill('Viết hỏng trên giấy')
    await press(page, 'Ghi bỏ số')
    await looksRight(page, 'book')
    await page.goto(`${origin}${home}/quan-tri/so-van-ban`)
    await looksRight(page, 'books')
  })

  it('a clerk drafts; what was typed is kept when it is refused; an unsafe file is refused with the reason', async () => {
    const page = await signIn('clerk')
    await page.goto(`${origin}${home}/van-ban`)
    await looksRight(page, 'papers-none')
    await page.getByRole('link', { name: 'Soạn văn bản' }).click()
    await page
      .getByLabel('Nội dung', { exact: true })
      .fill('Giao Phòng Kinh tế chuẩn bị trả lời.\n\nThời hạn: 20/11/2025.')
    await press(page, 'Lưu dự thảo')
    await looksRight(page, 'new-refused')
    expect(await page.getByLabel('Nội dung', { exact: true }).inputValue()).toContain('Giao Phòng Kinh tế')
    await page.locator('#f-subjectId').selectOption({ label: 'Hội nghị đối thoại năm 2025' })
    await page.locator('#f-kind').selectOption('preparationAssignment')
    await page
      .getByLabel('Trích yếu')
      .fill('Phân công chuẩn bị trả lời ý kiến, kiến nghị của Nhân dân tại hội nghị đối thoại')
    await page.locator('#f-issuerAgencyId').selectOption({ label: 'Văn phòng Đảng ủy' })
    const html = { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html><script>1</script></html>') }
    await page.getByLabel('Tệp nội dung').setInputFiles(html)
    await press(page, 'Lưu dự thảo')
    expect(await page.getByText('Không nhận loại tệp này.').count()).toBeGreaterThan(0)
    const large = { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.alloc(26 * 1024 * 1024, 'a') }
    await page.getByLabel('Tệp nội dung').setInputFiles(large)
    await press(page, 'Lưu dự thảo')
    expect(await page.getByText('Tệp lớn quá mức cho phép.').count()).toBeGreaterThan(0)
    await page.getByLabel('Tệp nội dung').setInputFiles(PDF)
    await press(page, 'Lưu dự thảo')
    expect(await page.getByText('Đã lưu dự thảo.').count()).toBe(1)
    expect(await page.getByRole('button', { name: 'Duyệt', exact: true }).count()).toBe(0)
    await looksRight(page, 'paper-draft')
    await page.getByRole('link', { name: 'Sửa dự thảo' }).click()
    await looksRight(page, 'paper-edit')
  })

  it('the leader approves', async () => {
    const page = await signIn('leader', 'Lãnh đạo cơ quan chủ trì tham mưu')
    await page.goto(`${origin}${home}/van-ban`)
    await looksRight(page, 'papers')
    await page.getByRole('link', { name: 'Phân công chuẩn bị trả lời' }).first().click()
    await press(page, 'Duyệt')
    expect(await page.getByText('Đã duyệt.').count()).toBe(1)
    await looksRight(page, 'paper-approved')
    expect(await page.getByRole('link', { name: 'Ban hành' }).count()).toBe(0)
  })

  it('the records clerk issues it; it is sent and received', async () => {
    const page = await signIn('records')
    await page.goto(`${origin}${home}/van-ban?trang-thai=approved`)
    await page.getByRole('link', { name: 'Phân công chuẩn bị trả lời' }).first().click()
    await page.getByRole('link', { name: 'Ban hành' }).click()
    await page.getByLabel('Chức vụ người ký').fill('CHÁNH VĂN PHÒNG')
    await page.locator('#f-signCapacity').selectOption('TL.')
    await page.getByLabel('Ngày văn bản').fill('01/09/2025')
    await press(page, 'Ban hành')
    await looksRight(page, 'issue-refused')
    await page.locator('#f-signerName').fill('Trần Thị Ví Dụ')
    await page.getByLabel('Ngày văn bản').fill('10/11/2025')
    await press(page, 'Ban hành')
    expect(await page.getByText('02-CV/VPĐU').count()).toBeGreaterThan(0)
    await page.getByRole('link', { name: 'Thêm nơi nhận' }).click()
    await page.locator('#f-purpose').selectOption('competentAgency')
    await page.getByLabel('Ủy ban nhân dân đặc khu').check()
    await page.getByLabel('Điện lực').check()
    await looksRight(page, 'recipients')
    await press(page, 'Thêm nơi nhận')
    await page.getByRole('link', { name: 'Ghi nhận gửi' }).click()
    await page.getByLabel('Điện lực').uncheck()
    await page.locator('#f-channel').selectOption('documentAxis')
    await looksRight(page, 'send')
    await press(page, 'Ghi nhận gửi')
    await page.getByRole('link', { name: 'Ghi ngày nhận của Ủy ban nhân dân đặc khu' }).click()
    await looksRight(page, 'receipt')
    await press(page, 'Ghi ngày nhận')
    await looksRight(page, 'paper-issued')
    await page.goto(`${origin}${home}/van-ban?q=phan+cong&gui=unsent`)
    expect(await page.getByText('đã gửi 1/2, đã nhận 1').count()).toBe(1)
    await looksRight(page, 'papers-filtered')
  })

  it('a file is handed out as an attachment that no browser sniffs', async () => {
    const { page, context } = people.records!
    await page.goto(`${origin}${home}/van-ban`)
    await page.getByRole('link', { name: 'Phân công chuẩn bị trả lời' }).first().click()
    const link = await page.getByRole('link', { name: 'Văn bản đã ký.pdf' }).getAttribute('href')
    const reply = await context.request.get(origin + link)
    expect(reply.status()).toBe(200)
    expect(reply.headers()['x-content-type-options']).toBe('nosniff')
    expect(reply.headers()['content-disposition']).toMatch(/^attachment; /)
    expect(reply.headers()['content-security-policy']).toContain('sandbox')
    expect((await reply.body()).equals(PDF.buffer)).toBe(true)
    expect((await context.request.get(`${origin}${home}/tep/999999`)).status()).toBe(404)
  })

  it('a dossier says what is missing and is closed when nothing is', async () => {
    const { page, context } = people.leader!
    await page.goto(`${origin}${home}/ho-so`)
    await looksRight(page, 'dossiers')
    await page.getByRole('link', { name: 'Hội nghị đối thoại năm 2025' }).click()
    await looksRight(page, 'dossier-open')
    await page
      .getByRole('link', { name: /^Tải tệp vào/ })
      .first()
      .click()
    await looksRight(page, 'dossier-upload')
    await page.getByLabel('Tên tài liệu').fill('Kế hoạch tổ chức hội nghị, bản có dấu')
    await page.locator('#f-file').setInputFiles(PDF)
    await press(page, 'Tải tệp vào')
    expect(await page.getByText('Kế hoạch tổ chức hội nghị, bản có dấu').count()).toBe(1)
    await page
      .getByRole('link', { name: /^Ghi “không có” cho/ })
      .first()
      .click()
    await press(page, 'Ghi “không có”')
    await fillTheRest()
    await page.reload()
    await looksRight(page, 'dossier-ready')
    await page.getByRole('link', { name: 'Đóng hồ sơ' }).click()
    await looksRight(page, 'dossier-close')
    await press(page, 'Đóng hồ sơ')
    expect(await page.getByText('Đã đóng hồ sơ.').count()).toBe(1)
    await looksRight(page, 'dossier-closed')
    const zip = await context.request.get(`${origin}${home}/ho-so/${dossierId}/zip`)
    expect(zip.status()).toBe(200)
    expect((await zip.body()).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
  })

  it('a paper entered as issued on paper', async () => {
    const { page } = people.records!
    await page.goto(`${origin}${home}/van-ban/da-ban-hanh`)
    await press(page, 'Lưu')
    await looksRight(page, 'issued-refused')
  })
})

/** The mandatory entries that the clicks left open, filled with issued papers. */
async function fillTheRest(): Promise<void> {
  const context = house.context()
  const [dossier] = await house.db.selectFrom('dossier').select('dialogueId').where('id', '=', dossierId).execute()
  for (const entry of await checklistOfDossier(house.db, house.authorityId, dossierId)) {
    if (entry.need !== 'mandatory') continue
    await recordIssuedPaper(context, {
      kind: entry.satisfiedBy[0]!,
      subjectKind: 'dialogue',
      subjectId: dossier!.dialogueId,
      dialogueId: dossier!.dialogueId,
      title: `${entry.label} của hội nghị đối thoại năm 2025`,
      issuerAgencyId: house.partyOffice,
      approver: 'Trần Thị Ví Dụ',
      approvedOn: parseDay('2025-11-09'),
      signedPage: await house.upload(entry.key),
      datedOn: parseDay('2025-11-10'),
      signerName: 'Trần Thị Ví Dụ',
      signerTitle: 'CHÁNH VĂN PHÒNG',
      signCapacity: 'TL.',
    })
  }
}
