import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAssets } from '../../scripts/build-assets.mjs'
import { findMinutes, listSpeeches } from '../../src/dialogues/conference-store.ts'
import { confirmNotClassified } from '../../src/dialogues/confirm-not-classified.ts'
import { registerSpeech } from '../../src/dialogues/register-speech.ts'
import { listHallEvents } from '../../src/hall/hall-event-store.ts'
import { findHall } from '../../src/hall/hall-store.ts'
import { openHall } from '../../src/hall/open-hall.ts'
import { openDialogue } from '../../src/procedures/open-dialogue.ts'
import { readAssetUrls } from '../../src/web/kit/asset-urls.ts'
import { gateRoutes, officeRoutes } from '../../src/web/office/office-routes.ts'
import { openCutLine } from '../support/cut-line.ts'
import { createDialogueWorld, type DialogueWorld } from '../support/dialogue-world.ts'
import { createTestOffice } from '../support/test-office.ts'
import { axeFaults, WCAG_TAGS } from './axe-faults.ts'
import { chromiumFlags, chromiumPath, openBrowser } from './open-browser.ts'

// One conference with its six windows on a bad line: everything that was done at a desk is there once, in its order.

const PASSWORD = 'cá thu kho riềng ba lửa'
const DAY = '2025-10-29'
const SPEAKERS = ['Lê Thị Một', 'Trần Văn Hai', 'Phạm Thị Ba', 'Vũ Văn Bốn', 'Đỗ Thị Năm', 'Hồ Văn Sáu']

type Office = Awaited<ReturnType<typeof createTestOffice>>
type Line = Awaited<ReturnType<typeof openCutLine>>

const base = new Date(`${DAY}T09:00:00+07:00`).getTime()
const began = Date.now()
const clock = { now: () => new Date(base + Date.now() - began) }

let world: DialogueWorld
let office: Office
let port = 0
let line: Line
let steady: Line
let browser: Browser
let profile = ''
let first: BrowserContext
const closers: (() => unknown)[] = []
const pages: Record<string, Page> = {}
let id = 0

async function startProgram(): Promise<void> {
  const { folder } = await buildAssets()
  const built = { folder, urls: readAssetUrls(folder) }
  office = await createTestOffice(world.db, clock, { office: officeRoutes, gate: gateRoutes }, built)
  port = Number(new URL(await office.server.listen({ port: 0, host: '127.0.0.1' })).port)
}

async function killProgram(): Promise<void> {
  office.server.server.closeAllConnections()
  await office.close()
}

async function signIn(page: Page, at: Line, role: string): Promise<Page> {
  await page.goto(`${at.address}/dang-nhap`)
  await page.getByLabel('Tên đăng nhập').fill(`${role}-${world.authorityId}`)
  await page.getByLabel('Mật khẩu').fill(PASSWORD)
  await page.locator('main').getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.waitForLoadState()
  return page
}

async function windowOf(name: string, width: number, height: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height } })
  pages[name] = await context.newPage()
  return pages[name]
}

const deskAt = (at: Line, desk: string) => `${at.address}/${world.slug}/hoi-nghi/${id}/hoi-truong/${desk}`

/** The browser of the first secretary, with a profile on the disk that outlives it. */
async function openFirst(): Promise<Page> {
  first = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    args: [...chromiumFlags, '--disable-features=LockProfileCookieDatabase'],
    viewport: { width: 1366, height: 850 },
  })
  return first.pages()[0] ?? first.newPage()
}

/** The process of the browser that works on a profile: it alone names it and is nobody's child process of a kind. */
async function browserOf(folder: string): Promise<number> {
  for (const name of (await readdir('/proc')).filter((one) => /^\d+$/.test(one))) {
    const line = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '')
    if (line.includes(`--user-data-dir=${folder}`) && !line.includes('--type=')) return Number(name)
  }
  throw new Error(`no browser works on ${folder}`)
}

beforeAll(async () => {
  world = await createDialogueWorld({
    ...{ password: PASSWORD, regulation: 'thanh-hoa-2543', kind: 'commune', today: DAY },
    agencies: { communeOffice: 'Văn phòng UBND xã', communePolice: 'Công an xã' },
    posts: { policeChief: 'Trưởng Công an xã' },
  })
  const { people, done } = world
  const opening = { title: 'Hội nghị đối thoại', kind: 'periodic', form: 'inPerson', chairModel: 'threeChairs' }
  id = (await done(people.clerk, openDialogue, { ...opening, heldOn: DAY, venue: 'Hội trường xã' })).id
  await done(people.clerk, confirmNotClassified, { id, confirmed: 'on' })
  for (const speakerName of SPEAKERS)
    await done(people.secretary, registerSpeech, {
      id,
      registered: 'before',
      speakerName,
      village: 'Thôn 1',
      minutes: 5,
    })
  await done(people.secretary, openHall, { id })
  await startProgram()
  line = await openCutLine(() => port)
  steady = await openCutLine(() => port)
  browser = await openBrowser()
  profile = await mkdtemp(join(tmpdir(), 'doi-thoai-desk-'))
  closers.push(() => rm(profile, { recursive: true, force: true }))
}, 120_000)

afterAll(async () => {
  await first?.close().catch(() => {})
  await browser?.close()
  line?.close()
  steady?.close()
  await office?.close()
  await world?.close()
  for (const close of closers) await close()
})

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const eventually = (page: Page, text: string | RegExp) =>
  page.getByText(text).first().waitFor({ state: 'visible', timeout: 10_000 })

async function isAccessible(name: string): Promise<void> {
  expect(await axeFaults(pages[name]!, WCAG_TAGS), name).toEqual([])
}

describe('six windows of one hall', () => {
  it('follow each other through the agenda of the commune, while lines are cut and programs die', async () => {
    const hall = (await findHall(world.db, world.authorityId, id))!
    let desk = await signIn(await openFirst(), line, 'secretary')
    await desk.goto(deskAt(line, 'thu-ky'))
    const second = await signIn(await windowOf('second', 1366, 850), steady, 'clerk')
    await second.goto(deskAt(steady, 'thu-ky'))
    const chair = await signIn(await windowOf('chair', 1366, 850), steady, 'chair')
    await chair.goto(deskAt(steady, 'chu-tri'))
    const door = await signIn(await windowOf('door', 360, 780), steady, 'recordsClerk')
    await door.goto(deskAt(steady, 'cua'))
    const screen = await windowOf('screen', 1920, 1080)
    await screen.goto(`${steady.address}/man-hinh/${hall.screenToken}`)
    const phone = await windowOf('phone', 360, 780)
    await phone.goto(`${steady.address}/dt/${hall.phoneToken}`)

    await press(door, '+1 Nhân dân')
    await door.getByLabel('Số người', { exact: true }).fill('120')
    await press(door, 'Ghi người vào')
    await eventually(door, '121 người: 0 đại biểu, 121 Nhân dân')

    // the steps before the people speak, by the second secretary; the first gives the floor
    await press(desk, 'Khai mạc hội nghị')
    await second.getByText('Đang diễn ra').first().waitFor()
    for (let step = 0; step < 4; step += 1) {
      await second
        .locator('.hall-steps li')
        .nth(step + 1)
        .getByRole('button')
        .click()
      await second.locator(`.hall-steps li:nth-child(${step + 2}).current`).waitFor()
    }
    await press(desk, 'Mời người tiếp theo')
    await eventually(screen, 'Ông/bà đăng ký số 1')
    await eventually(phone, 'Ông/bà đăng ký số 1')
    await eventually(chair, 'Lê Thị Một')
    await desk.locator('form[action$="/kien-nghi"] textarea').fill('Đường liên thôn hỏng')
    await press(desk, 'Ghi thành kiến nghị')
    await chair
      .locator('details.hall-petition select[name=leadAgencyId]')
      .first()
      .selectOption({ label: 'Phòng Kinh tế' })
    await press(chair, '15 ngày')
    await press(chair, 'Giao việc và hẹn ngày')
    await chair
      .getByText(/hẹn \d\d\/\d\d\/\d{4}/)
      .first()
      .waitFor()

    // asked from a telephone, read at the desk, shown to all
    await phone.getByLabel('Câu hỏi, kiến nghị của ông/bà').fill('Bao giờ có nước sạch?')
    await press(phone, 'Gửi câu hỏi')
    await press(second, 'Cho hiện')
    await eventually(phone, 'Tôi cũng hỏi câu này')

    for (const name of ['second', 'chair', 'door', 'screen', 'phone']) await isAccessible(name)

    // the first secretary loses the line, goes on, and the power is cut
    line.cut()
    await eventually(desk, /Mất kết nối/)
    await press(desk, 'Mời người tiếp theo')
    await desk.locator('.hall-now').getByText('Trần Văn Hai').waitFor()
    await press(desk, 'Mời người tiếp theo')
    await desk.locator('.hall-now .hall-name').getByText('Phạm Thị Ba').waitFor()
    await eventually(desk, /2 việc đang giữ trong máy này/)
    await desk.locator('form[action$="/dang-ky"] input[name=speakerName]').evaluate((field: HTMLInputElement) => {
      field.closest('details')!.open = true
      field.value = 'Người đang ghi dở'
      field.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await desk.waitForTimeout(500)
    process.kill(await browserOf(profile), 'SIGKILL')
    await first.close().catch(() => {})
    // the program dies too, and comes back; nobody has to load a page again
    await killProgram()
    await eventually(screen, /Mất kết nối/)
    await startProgram()
    line.mend()
    // whose browser died signs in again; the session ended with it
    desk = await signIn(await openFirst(), line, 'secretary')
    await desk.goto(deskAt(line, 'thu-ky'))
    await screen.locator('.screen-name', { hasText: 'số 3' }).waitFor()
    const unsent = desk.locator('form[action$="/dang-ky"] input[name=speakerName]')
    await expect.poll(() => unsent.inputValue()).toBe('Người đang ghi dở')

    // the second secretary, who has seen what the first did, is cut off as well and does otherwise
    await second.locator('.hall-now .hall-name').getByText('Phạm Thị Ba').waitFor()
    steady.cut()
    await eventually(second, /Mất kết nối/)
    await press(second, 'Mời người tiếp theo')
    await second.locator('.hall-now .hall-name').getByText('Vũ Văn Bốn').waitFor()
    await second.waitForTimeout(1_100)
    await press(second, 'Kết thúc lượt')
    await desk.locator('.hall-row', { hasText: 'Vũ Văn Bốn' }).locator('summary').click()
    await desk
      .locator('.hall-row', { hasText: 'Vũ Văn Bốn' })
      .getByLabel(/Lý do \(vắng/)
      .fill('Chưa thấy vào')
    await desk.locator('.hall-row', { hasText: 'Vũ Văn Bốn' }).getByRole('button', { name: 'Bỏ qua' }).click()
    await press(desk, 'Mời người tiếp theo')
    await desk.locator('.hall-now .hall-name').getByText('Đỗ Thị Năm').waitFor()
    steady.mend()
    await eventually(second, /không còn khớp với diễn biến/)
    await second.getByRole('button', { name: /Ghi lượt phát biểu này/ }).click()
    await second.getByText(/không còn khớp/).waitFor({ state: 'hidden' })
    await screen.locator('.screen-name', { hasText: 'số 5' }).waitFor()
    await press(desk, 'Mời người tiếp theo')
    await desk.locator('.hall-now .hall-name').getByText('Hồ Văn Sáu').waitFor()

    // the remaining steps, closing, minutes
    for (let step = 5; step < 10; step += 1) {
      await second.locator('.hall-steps li').nth(step).getByRole('button').click()
      await second.locator(`.hall-steps li:nth-child(${step + 1}).current`).waitFor()
    }
    await desk.getByText('Bế mạc hội nghị').first().click()
    await press(desk, 'Bế mạc hội nghị')
    await eventually(screen, /Hội nghị đã kết thúc/)
    await desk.goto(deskAt(line, 'ket-thuc'))
    await press(desk, 'Lập biên bản từ diễn biến')
    await eventually(desk, /Đã lập biên bản/)

    const rows = await listSpeeches(world.db, world.authorityId, id)
    expect(rows.map((row) => [row.speakerName, row.state])).toEqual(SPEAKERS.map((name) => [name, 'spoken']))
    const { proceedings } = (await findMinutes(world.db, world.authorityId, id))!
    for (const name of SPEAKERS) expect(proceedings.split(name).length - 1, name).toBe(1)
    expect(proceedings).toContain('Có 6 lượt phát biểu')
    const events = await listHallEvents(world.db, world.authorityId, id)
    expect(new Set(events.map((one) => one.seq)).size).toBe(events.length)
  }, 150_000)
})
