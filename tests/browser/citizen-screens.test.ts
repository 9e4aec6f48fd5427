import { mkdirSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Email } from 'postal-mime'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildAssets } from '../../scripts/build-assets.mjs'
import { runMailPost } from '../../src/jobs/mail-post.ts'
import { askEverywhere } from '../../src/jobs/staff-mail.ts'
import { takeQueuedSheets } from '../../src/jobs/take-queued-sheets.ts'
import { tellFollowersEverywhere } from '../../src/jobs/tell-followers-everywhere.ts'
import { smtpDriver } from '../../src/mail/smtp-driver.ts'
import { parseDay } from '../../src/platform/day.ts'
import { hashOfToken, newSecretToken } from '../../src/platform/secret-token.ts'
import { keepDraft } from '../../src/reception/portal-draft-store.ts'
import { sealDraft } from '../../src/reception/sealed-draft.ts'
import { readAssetUrls } from '../../src/web/kit/asset-urls.ts'
import { gateRoutes, officeRoutes } from '../../src/web/office/office-routes.ts'
import { portalTable } from '../../src/web/portal/portal-routes.ts'
import { newRaiseDraft } from '../../src/web/portal/raise/raise-draft.ts'
import { REVIEW, STEPS, stepAddress } from '../../src/web/portal/raise/raise-steps.ts'
import { decomposedCsv, deputySheet, villageSheet } from '../support/awkward-sheets.ts'
import { createPetitionWorld, type PetitionWorld } from '../support/petition-world.ts'
import { portalSteps } from '../support/portal-world.ts'
import { signedIn } from '../support/signed-in.ts'
import { openSmtpHouse, type SmtpHouse } from '../support/smtp-house.ts'
import { createTestOffice } from '../support/test-office.ts'
import { axeFaults, WCAG_TAGS } from './axe-faults.ts'
import { openBrowser } from './open-browser.ts'

// A citizen at an old telephone: script off, keyboard alone; and the same pages for eyes, small screens and large letters.

const PICTURES = 'var/screens'
const DARK = new Set(['dialogue', 'receipt', 'answered', 'continued', 'lien-he', 'xem-lai'])
const PASSWORD = 'mật khẩu của hành trình'
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })
let world: PetitionWorld
let office: Awaited<ReturnType<typeof createTestOffice>>
let browser: Browser
let context: BrowserContext
let page: Page
let origin = ''
let smtp: SmtpHouse

beforeAll(async () => {
  world = await createPetitionWorld({ regulation: 'lai-chau-06', password: PASSWORD })
  smtp = await openSmtpHouse()
  await world.db
    .updateTable('dialogue')
    .set({ timePlaceDecidedOn: parseDay('2025-10-10'), startsAt: '08:00' })
    .execute()
  await portalSteps(world).announce()
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
  await smtp?.close()
  await world?.close()
})

const at = (path: string) => `${origin}/cong/cat-hai${path}`
const said = () => page.innerText('main')

/** Goes with Tab to what has these words, this name or this address, as somebody without a mouse does. */
async function tabTo(wanted: string): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    if ((await focused.count()) === 0) continue
    const name = (await focused.getAttribute('name')) ?? ''
    const href = wanted.startsWith('/') ? await focused.getAttribute('href') : null
    if (name === wanted || href === wanted || ((await focused.textContent()) ?? '').trim() === wanted) return
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

/** The mails that arrive now at the real server on the loopback; links in them lead to this program. */
async function mails() {
  const before = smtp.taken.length
  const driver = smtpDriver(smtp.url, 'Đối thoại <doithoai@cathai.example>', { connectMs: 500, answerMs: 1000 })
  await runMailPost({ db: world.db, clock: world.clock, key: office.key, drivers: { email: driver }, origin })
  await driver.close?.()
  return smtp.taken.slice(before).map(({ mail }) => mail)
}
const later = (minutes: number) => world.clock.set(new Date(world.clock.now().getTime() + minutes * 60_000))
const linkIn = (mail: Email | undefined) =>
  new RegExp(`${origin}/cong/cat-hai/theo-doi/[\\w-]+`).exec(mail?.text ?? '')?.[0] ?? ''
const subjects = (arrived: readonly Email[]) => arrived.map((mail) => mail.subject)

/** An official does one act on a petition at the office's own pages. */
async function atOffice(who: string, id: number, act: string, fields: Record<string, string>): Promise<void> {
  const visitor = await signedIn(office.server, `${who}-${world.authorityId}`, PASSWORD)
  const address = `/cat-hai/kien-nghi/${id}/${act}`
  await visitor.open(address)
  expect(await visitor.post(address, fields), visitor.text().slice(0, 600)).toBe(200)
}

describe('a citizen without script and mouse', () => {
  it('finds the next dialogue, raises two matters, follows them by the mails that come, and contests the answer', async () => {
    await page.goto(at(''))
    met.set('front', page.url())
    await press('Hội nghị đối thoại năm 2025')
    met.set('dialogue', page.url())
    await press(`/cong/cat-hai/gui-kien-nghi?hoi-nghi=${world.dialogueId}`)
    met.set('start', page.url())
    await press('Từng câu một')
    await press('Tiếp tục')
    expect(await said()).toContain('Cần điền mục này.')
    const sign = await page.locator('.field-error .icon').first().boundingBox()
    expect(sign!.width, 'a sign beside the words, no larger than they are').toBeLessThan(32)
    await type('contents', 'Nước sạch chưa về thôn.')
    await press('Thêm một nội dung nữa')
    // the new box has the focus already
    await page.keyboard.type('Đèn đường đầu thôn hỏng.')
    await press('Tiếp tục')
    await press('Tiếp tục')
    await tabTo('petitionerKind')
    await page.keyboard.press('Space')
    await press('Tiếp tục')
    await type('petitionerName', 'Nguyễn Thị Lan')
    await press('Tiếp tục')
    await type('email', 'lan@example.vn')
    await press('Tiếp tục')
    await press('Tiếp tục')
    later(1)
    await tabTo('agree')
    await page.keyboard.press('Space')
    await press('Gửi kiến nghị')
    expect(await said()).toContain('CH-2025-0001')
    met.set('receipt', page.url())

    later(2)
    const [received] = await mails()
    expect(received!.subject).toBe('Đã tiếp nhận kiến nghị của ông/bà: CH-2025-0001 (và 1 kiến nghị khác)')
    await page.goto(linkIn(received))
    met.set('follow', page.url())
    expect(await said()).toContain('Nước sạch chưa về thôn.')
    expect(await said()).toContain('Đèn đường đầu thôn hỏng.')

    const petitions = await world.db.selectFrom('petition').select(['id', 'dialogueId']).orderBy('id').execute()
    expect(petitions.map((one) => one.dialogueId)).toEqual([world.dialogueId, world.dialogueId])
    const { id } = petitions[0]!
    const economy = String(world.agencies.economy)
    await atOffice('clerk', id, 'giao', { leadAgencyId: economy })
    later(30)
    const [given] = await mails()
    expect(given!.text).toContain('Đã giao cho Phòng Kinh tế.')
    await page.goto(linkIn(given))
    expect(await said()).toContain('Phòng Kinh tế')

    world.clock.setDay(parseDay('2025-10-30'))
    await world.held()
    await atOffice('chair', id, 'phuc-tap', { reason: 'Phải khảo sát nguồn nước' })
    later(30)
    const [longer] = await mails()
    expect(subjects([longer!])).toEqual(['Thời hạn trả lời kiến nghị của ông/bà được kéo dài: CH-2025-0001'])
    await page.goto(linkIn(longer))
    met.set('longer', page.url())

    const answer = { text: 'Sang năm có nước.', answeredByName: 'Chủ tịch', answeredOn: '29/10/2025' }
    await atOffice('clerk', id, 'tra-loi-tai-hoi-nghi', answer)
    later(30)
    const [answered] = await mails()
    await page.goto(linkIn(answered))
    met.set('answered', page.url())
    expect(await said()).toContain('Sang năm có nước.')

    world.clock.setDay(parseDay('2025-11-06'))
    await askEverywhere(world.runtime)
    later(1)
    const asked = await mails()
    expect(subjects(asked)).toEqual(['Xin ông/bà cho biết: việc đã được giải quyết chưa?: CH-2025-0001'])
    await page.goto(linkIn(asked[0]))
    await press('Cho biết đã được giải quyết chưa')
    met.set('opinion', page.url())
    for (const field of ['solved', 'clear']) {
      await tabTo(field)
      // the last answer of the group: no
      await page.keyboard.press('ArrowUp')
    }
    await press('Gửi ý kiến')
    expect(await said()).toContain('Đã ghi nhận ý kiến của ông/bà.')
    await press('Chưa đồng ý, gửi tiếp')
    met.set('contest', page.url())
    await type('reason', 'Năm nào cũng nói sang năm.')
    await press('Gửi tiếp kiến nghị')
    expect(await said()).toContain('Tiếp tục kiến nghị CH-2025-0001')
    met.set('continued', page.url())

    const clerk = await signedIn(office.server, `clerk-${world.authorityId}`, PASSWORD)
    await clerk.open('/cat-hai/kien-nghi')
    expect(clerk.text()).toContain('Năm nào cũng nói sang năm.')
    const opinion = await world.db.selectFrom('petitionOpinion').select(['solved', 'clear']).executeTakeFirstOrThrow()
    expect(opinion).toEqual({ solved: 'no', clear: 'no' })
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

  it('asks for a dialogue, and a neighbour signs with the address handed on', async () => {
    await page.goto(at('/yeu-cau-doi-thoai'))
    await type('content', 'Đối thoại về giá nước.')
    await tabTo('requesterKind')
    await page.keyboard.press('Space')
    await type('requesterName', 'Ông Tư')
    await type('phone', '0912345679')
    await tabTo('agree')
    await page.keyboard.press('Space')
    await press('Gửi yêu cầu')
    met.set('asked', page.url())
    const sign = (await page.locator('a.receipt-link').getAttribute('href'))!
    await page.goto(origin + sign)
    await type('name', 'Bà Năm')
    await type('contact', '0987654321')
    await tabTo('agree')
    await page.keyboard.press('Space')
    await press('Cùng ký')
    expect(await said()).toContain('2 người')
    met.set('signed', page.url())
  })

  it('gets news of a published result by e-mail, and stops it', async () => {
    const { id } = await world.db.selectFrom('petition').select('id').orderBy('id').executeTakeFirstOrThrow()
    const [entry] = await portalSteps(world).publish([id])
    await page.goto(at(`/ket-qua/${entry}`))
    met.set('entry', page.url())
    await press('Nhận tin qua thư điện tử')
    met.set('ask-news', page.url())
    await type('email', 'hang.xom@example.vn')
    await press('Gửi thư xác nhận cho tôi')
    met.set('news-sent', page.url())
    later(1)
    const asks = (await mails()).find((mail) => mail.subject?.startsWith('Xin xác nhận'))
    await page.goto(new RegExp(`${origin}/cong/cat-hai/nhan-tin/\\S+`).exec(asks!.text!)![0])
    met.set('confirm-news', page.url())
    await press('Đồng ý nhận tin')
    expect(await said()).toContain('Đã đăng ký nhận tin')
    await world.db
      .updateTable('petition')
      .set({ settledOn: parseDay('2025-10-29') })
      .where('id', '=', id)
      .execute()
    await tellFollowersEverywhere(world.runtime)
    const news = (await mails()).find((mail) => mail.to?.[0]?.address === 'hang.xom@example.vn')
    expect(news!.subject).toBe('Kiến nghị CH-2025-0001: đã giải quyết xong')
    await page.goto(new RegExp(`${origin}/cong/cat-hai/nhan-tin/\\S+`).exec(news!.text!)![0])
    met.set('own-news', page.url())
    expect(await said()).toContain('CH-2025-0001')
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
        [1366, '100%'],
        [360, '200%'],
        // the smallest last: so it is looked at below
        [320, '100%'],
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
      // the colours are the same everywhere: in the dark the pages with most of them
      const grounds = DARK.has(name) ? (['dark', 'light'] as const) : (['light'] as const)
      for (const colorScheme of grounds) {
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

describe('the sheets of the people, brought in by the clerk with the keyboard alone and without script', () => {
  const sheets = [
    { name: 'kiến nghị thôn.xlsx', content: villageSheet, taken: 4, leavesOut: false },
    { name: 'danh sách.csv', content: decomposedCsv, taken: 3, leavesOut: true },
    { name: 'tổ đại biểu.xlsx', content: deputySheet, taken: 7, leavesOut: false },
  ]

  /** Goes to a list of choices or to radio buttons and down to one of them; Enter closes the list with it. */
  async function choose(name: string, value: string): Promise<void> {
    await tabTo(name)
    for (let step = 0; step < 40; step += 1) {
      const focused = page.locator(':focus')
      const [at, on] = await focused.evaluate((field: HTMLInputElement) => [field.value, field.checked ?? true])
      if (at === value && on) return page.keyboard.press(name === 'raised' || name === 'refused' ? 'Shift' : 'Enter')
      await page.keyboard.press(at === value ? 'Space' : 'ArrowDown')
    }
    throw new Error(`${name} offers no ${value}`)
  }

  beforeAll(async () => {
    context = await browser.newContext({ viewport: { width: 1366, height: 800 }, javaScriptEnabled: false })
    page = await context.newPage()
    await page.goto(`${origin}/dang-nhap`)
    await type('login', `clerk-${world.authorityId}`)
    await type('password', PASSWORD)
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
  })

  it.each(sheets)('$name: columns confirmed, rows looked at, taken', async ({ name, content, taken, leavesOut }) => {
    await page.goto(`${origin}/cat-hai/nhap-bang`)
    const mimeType = name.endsWith('csv')
      ? 'text/csv'
      : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    // the window in which a file is chosen is the system's own, not the page's
    await page.setInputFiles('input[name=sheet]', { name, mimeType, buffer: await content() })
    await press('Đọc bảng')
    await choose('dialogueId', String(world.dialogueId))
    await choose('channel', 'village')
    await type('receivedOn', '20/10/2025')
    await choose('raised', 'before')
    await press('Xem từng dòng')
    if (leavesOut) {
      expect(await said()).toContain('Nội dung kiến nghị (cột D): Cần điền mục này.')
      await choose('refused', 'leave')
      await press('Áp dụng')
    }
    await press(`Ghi ${taken} kiến nghị`)
    await takeQueuedSheets(world)
    await page.reload()
    expect(await said()).toContain('Đã ghi')
    const raised = await world.db
      .selectFrom('importRow')
      .innerJoin('petition', 'petition.submissionId', 'importRow.submissionId')
      .where('importRow.batchId', '=', Number(/nhap-bang\/(\d+)/.exec(page.url())![1]))
      .select('petition.id')
      .execute()
    expect(raised).toHaveLength(taken)
  })
})
