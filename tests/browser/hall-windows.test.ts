import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findMinutes, listSpeeches } from '../../src/dialogues/conference-store.ts'
import { listArrivals } from '../../src/hall/door-store.ts'
import { listHallEvents } from '../../src/hall/hall-event-store.ts'
import { growHall } from '../../src/hall/hall-store.ts'
import { listRegulationVersions } from '../../src/regulations/regulation-store.ts'
import type { DialogueWorld } from '../support/dialogue-world.ts'
import { axeFaults, WCAG_TAGS } from './axe-faults.ts'
import { HallDay, type OpenedHall } from './hall-day.ts'

// Two conferences with their six windows on bad lines: everything that was done at a desk is there once, in its order.

/** How long the line stays cut in the second conference: two minutes in the proof, less in the daily run. */
const CUT_MS = process.env['PROOF'] === '1' ? 120_000 : 20_000

let day: HallDay
let world: DialogueWorld

beforeAll(async () => {
  ;({ day, world } = await HallDay.begin())
}, 120_000)
afterAll(() => day?.end(), 30_000)

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const eventually = (page: Page, text: string | RegExp) =>
  page.getByText(text).first().waitFor({ state: 'visible', timeout: 15_000 })
const speaks = (page: Page, name: string) => page.locator('.hall-now .hall-name').getByText(name).waitFor()

type Window = keyof HallDay['pages']
async function areAccessible(state: string, names: readonly Window[]): Promise<void> {
  for (const name of names) expect(await axeFaults(day.pages[name], WCAG_TAGS), `${name}, ${state}`).toEqual([])
}

/** Goes on in the agenda, from the step after `from` to that of the number `to`, counted from 1. */
async function steps(page: Page, from: number, to: number): Promise<void> {
  for (let step = from + 1; step <= to; step += 1) {
    await page
      .locator('.hall-steps li')
      .nth(step - 1)
      .getByRole('button')
      .click()
    await page.locator(`.hall-steps li:nth-child(${step}).current`).waitFor()
  }
}

/** Keeps every sentence the live region of a window says. */
async function listenTo(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = []
    Object.assign(window, { said })
    const live = document.getElementById('hall-live')!
    new MutationObserver(() => said.push(live.textContent ?? '')).observe(live, {
      childList: true,
      subtree: true,
      characterData: true,
    })
  })
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said)
}

async function closeAndWriteMinutes({ id }: OpenedHall): Promise<string> {
  const { desk, screen } = day.pages
  await desk.getByText('Bế mạc hội nghị').first().click()
  await press(desk, 'Bế mạc hội nghị')
  await eventually(screen, /Hội nghị đã kết thúc/)
  await areAccessible('ended', ['desk', 'chair', 'door', 'screen', 'phone'])
  await desk.goto(day.at('line', id, 'ket-thuc'))
  await press(desk, 'Lập biên bản từ diễn biến')
  await eventually(desk, /Đã lập biên bản/)
  return (await findMinutes(world.db, world.authorityId, id))!.proceedings
}

/** Nothing lost, nothing doubled. */
async function expectEverySpeechOnce(id: number, minutes: string, names: readonly string[]): Promise<void> {
  const rows = await listSpeeches(world.db, world.authorityId, id)
  expect(rows.map((row) => [row.speakerName, row.state])).toEqual(names.map((name) => [name, 'spoken']))
  for (const name of names) expect(minutes.split(`. ${name}`).length - 1, name).toBe(1)
  expect(minutes).toContain(`Có ${names.length} lượt phát biểu`)
  const events = await listHallEvents(world.db, world.authorityId, id)
  expect(new Set(events.map((one) => one.seq)).size).toBe(events.length)
}

describe('six windows of one hall', () => {
  it('follow each other through the agenda of the commune, while lines are cut and programs die', async () => {
    const names = ['Lê Thị Một', 'Trần Văn Hai', 'Phạm Thị Ba', 'Vũ Văn Bốn', 'Đỗ Thị Năm', 'Hồ Văn Sáu']
    const hall = await day.openHall('threeChairs', 'Hội nghị đối thoại của xã', names)
    await day.sitDown(hall)
    let { desk } = day.pages
    const { second, chair, door, screen, phone } = day.pages
    await areAccessible('before the beginning', ['desk', 'chair', 'door', 'screen', 'phone'])

    await press(door, '+1 Nhân dân')
    await door.getByText('Đếm cả đoàn').click()
    // what is refused is said with the name of its field, and comes back into it to be corrected
    await door.getByLabel('Số người', { exact: true }).fill('12o')
    await press(door, 'Ghi người vào')
    await eventually(door, /^Số người: Cần một số nguyên/)
    await press(door, 'Sửa lại')
    expect(await door.getByLabel('Số người', { exact: true }).inputValue()).toBe('12o')
    await door.getByLabel('Số người', { exact: true }).fill('120')
    await press(door, 'Ghi người vào')
    await eventually(door, '121 người: 0 đại biểu, 121 Nhân dân')

    // the steps before the people speak, by the second secretary; the first gives the floor
    await press(desk, 'Khai mạc hội nghị')
    await second.getByText('Đang diễn ra').first().waitFor()
    await steps(second, 1, 5)
    await press(desk, 'Mời người tiếp theo')
    await eventually(screen, 'Ông/bà đăng ký số 1')
    await eventually(phone, 'Ông/bà đăng ký số 1')
    await eventually(chair, 'Lê Thị Một')
    await desk.locator('form[action$="/kien-nghi"] textarea').first().fill('Đường liên thôn hỏng')
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

    // asked from a telephone, read at the desk, shown to all; what is typed stays while the screen renews itself
    await phone.getByLabel('Họ tên (không bắt buộc)').fill('Bà Tám')
    await phone.getByLabel('Câu hỏi, kiến nghị của ông/bà').fill('Bao giờ có nước sạch?')
    await phone.waitForTimeout(1_200)
    expect(await phone.getByLabel('Họ tên (không bắt buộc)').inputValue()).toBe('Bà Tám')
    await press(phone, 'Gửi câu hỏi')
    await press(second, 'Cho hiện')
    await eventually(phone, 'Tôi cũng hỏi câu này')
    // whoever asks too often is told, and what was typed stays to be read
    for (let n = 2; n <= 6; n += 1) {
      await phone.getByLabel('Câu hỏi, kiến nghị của ông/bà').fill(`Câu hỏi thứ ${n}`)
      await press(phone, 'Gửi câu hỏi')
    }
    await phone.getByRole('alert').getByText('Câu hỏi thứ 6').waitFor()
    await areAccessible('with a refused question', ['phone'])
    await press(phone, 'Bỏ')
    await phone.getByText('Câu hỏi thứ 6').waitFor({ state: 'hidden' })
    await areAccessible('running', ['second', 'chair', 'door', 'screen', 'phone'])

    // the first secretary loses the line, goes on, and the power is cut
    day.line.cut()
    await eventually(desk, /Mất kết nối/)
    await press(desk, 'Mời người tiếp theo')
    await speaks(desk, 'Trần Văn Hai')
    await press(desk, 'Mời người tiếp theo')
    await speaks(desk, 'Phạm Thị Ba')
    await eventually(desk, /2 việc đang giữ trong máy này/)
    await desk.locator('form[action$="/dang-ky"] input[name=speakerName]').evaluate((field: HTMLInputElement) => {
      field.closest('details')!.open = true
      field.value = 'Người đang ghi dở'
      field.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await desk.waitForTimeout(500)
    await day.killBrowser()
    // the program dies too, and comes back; nobody has to load a page again
    await day.killProgram()
    await eventually(screen, /Mất kết nối/)
    await day.startProgram()
    day.line.mend()
    desk = await day.reopenBrowser(hall)
    await screen.locator('.screen-name', { hasText: 'số 3' }).waitFor()
    const unsent = desk.locator('form[action$="/dang-ky"] input[name=speakerName]')
    await expect.poll(() => unsent.inputValue()).toBe('Người đang ghi dở')

    // the second secretary, who has seen what the first did, is cut off as well and does otherwise
    await speaks(second, 'Phạm Thị Ba')
    day.steady.cut()
    await eventually(second, /Mất kết nối/)
    await press(second, 'Mời người tiếp theo')
    await speaks(second, 'Vũ Văn Bốn')
    await second.waitForTimeout(1_100)
    await press(second, 'Kết thúc lượt')
    const fourth = desk.locator('.hall-row', { hasText: 'Vũ Văn Bốn' })
    await fourth.locator('summary').click()
    await fourth.getByLabel(/Lý do \(vắng/).fill('Chưa thấy vào')
    await fourth.getByRole('button', { name: 'Bỏ qua' }).click()
    await press(desk, 'Mời người tiếp theo')
    await speaks(desk, 'Đỗ Thị Năm')
    day.steady.mend()
    await eventually(second, /việc chưa được ghi/)
    await areAccessible('with a conflict', ['second'])
    await second.getByRole('button', { name: /Ghi lượt phát biểu này/ }).click()
    await second.getByText(/việc chưa được ghi/).waitFor({ state: 'hidden' })
    await screen.locator('.screen-name', { hasText: 'số 5' }).waitFor()
    await press(desk, 'Mời người tiếp theo')
    await speaks(desk, 'Hồ Văn Sáu')
    await steps(second, 5, 10)
    await expectEverySpeechOnce(hall.id, await closeAndWriteMinutes(hall), names)
  }, 150_000)

  it('go on through the agenda of the special zone, door and secretary cut off for minutes, the program killed meanwhile', async () => {
    await adopt('hai-phong-13')
    const names = ['Mai Thị Sóng', 'Đào Văn Biển', 'Lưu Thị Cát', 'Tô Văn Đảo']
    const hall = await day.openHall('coPresiding', 'Hội nghị đối thoại của đặc khu', names)
    await day.sitDown(hall)
    const { desk, second, chair, door, screen, phone } = day.pages
    const said = await listenTo(screen)
    await press(desk, 'Khai mạc hội nghị')
    await steps(second, 1, 4)
    await press(second, 'Mời người tiếp theo')
    await speaks(desk, 'Mai Thị Sóng')
    await press(desk, 'Tạm dừng')
    await eventually(screen, 'Tạm dừng')
    await areAccessible('paused', ['desk', 'screen', 'phone'])
    await press(desk, 'Tiếp tục')
    await screen.getByText('Tạm dừng').waitFor({ state: 'hidden' })
    await speakLonger(hall.id, 600)
    await eventually(screen, 'Quá giờ')
    await areAccessible('over time', ['desk', 'chair', 'screen', 'phone'])

    day.line.cut()
    const cutAt = Date.now()
    await Promise.all([eventually(desk, /Mất kết nối/), eventually(door, /Mất kết nối/)])
    await areAccessible('with the line cut', ['desk', 'door'])
    await press(desk, 'Mời người tiếp theo')
    await speaks(desk, 'Đào Văn Biển')
    await desk.locator('form[action$="/kien-nghi"] textarea').first().fill('Bến tàu chưa có mái che')
    await press(desk, 'Ghi thành kiến nghị')
    await press(door, '+1 Đại biểu')
    await press(door, '+1 Nhân dân')
    await door.getByLabel('Họ và tên').fill('Cao Thị Muộn')
    await press(door, 'Ghi vào danh sách')
    // those with a line go on: a question comes in and is chosen
    await phone.getByLabel('Câu hỏi, kiến nghị của ông/bà').fill('Khi nào sửa cầu cảng?')
    await press(phone, 'Gửi câu hỏi')
    await press(second, 'Cho hiện')
    await eventually(phone, 'Tôi cũng hỏi câu này')
    await day.killProgram()
    await Promise.all([eventually(screen, /Mất kết nối/), eventually(chair, /Mất kết nối/)])
    await areAccessible('with the program away', ['screen', 'phone', 'chair'])
    await day.startProgram()
    await wait(Math.max(0, CUT_MS - (Date.now() - cutAt)))
    await press(desk, 'Mời người tiếp theo')
    await speaks(desk, 'Lưu Thị Cát')
    await eventually(desk, /3 việc đang giữ trong máy này/)
    await eventually(door, /3 việc đang giữ trong máy này/)
    day.line.mend()
    await speaks(second, 'Lưu Thị Cát')
    await eventually(second, 'Cao Thị Muộn')
    await eventually(chair, 'Lưu Thị Cát')
    const came = await listArrivals(world.db, world.authorityId, hall.id)
    expect(came.map((one) => one.kind).sort()).toEqual(['delegates', 'people'])

    await press(second, 'Mời người tiếp theo')
    await speaks(second, 'Tô Văn Đảo')
    await press(second, 'Mời người tiếp theo')
    await speaks(second, 'Cao Thị Muộn')
    await steps(second, 4, 6)
    const minutes = await closeAndWriteMinutes(hall)
    await expectEverySpeechOnce(hall.id, minutes, [...names, 'Cao Thị Muộn'])
    expect(minutes.split('Bến tàu chưa có mái che').length - 1).toBe(1)
    expect(minutes.split('Khi nào sửa cầu cảng').length - 1).toBe(1)
    // five speakers, their ends, one overtime: never the same twice, and not with every second
    const sentences = await said()
    expect(sentences.length).toBeLessThanOrEqual(14)
    expect(sentences.filter((one, at) => one === sentences[at - 1])).toEqual([])
  }, 300_000)
})

/** From now on the house works under another regulation; what was opened before keeps its own. */
async function adopt(regulation: string): Promise<void> {
  const version = (await listRegulationVersions(world.db)).find((one) => one.regulationId === regulation)!
  await world.db.updateTable('authorityRegulation').set({ regulationVersionId: version.id }).execute()
}

/** Whoever speaks began so many seconds earlier. */
async function speakLonger(id: number, seconds: number): Promise<void> {
  const earlier = sql<Date>`running_since - make_interval(secs => ${seconds})`
  await world.db
    .updateTable('hallSpeech')
    .set({ runningSince: earlier, startedAt: earlier })
    .where('runningSince', 'is not', null)
    .execute()
  await growHall(world.db, world.authorityId, id)
}
