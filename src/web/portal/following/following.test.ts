import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPetitionWorld, type PetitionWorld } from '../../../../tests/support/petition-world.ts'
import { portalSteps } from '../../../../tests/support/portal-world.ts'
import { openSmtpHouse, type SmtpHouse } from '../../../../tests/support/smtp-house.ts'
import { createTestOffice } from '../../../../tests/support/test-office.ts'
import { verifyLog } from '../../../changes/verify-log.ts'
import { forgetFollowers } from '../../../followers/forget-followers.ts'
import { runMailPost } from '../../../jobs/mail-post.ts'
import { tellFollowersEverywhere } from '../../../jobs/tell-followers-everywhere.ts'
import { smtpDriver } from '../../../mail/smtp-driver.ts'
import { erasePetitioner } from '../../../petitions/erase-petitioner.ts'
import { dayOf, shiftDay } from '../../../platform/day.ts'
import { assignPetition } from '../../../procedures/assign-petition.ts'
import { markComplex } from '../../../procedures/mark-complex.ts'
import { withdrawPetition } from '../../../procedures/refer-petition.ts'
import { takeBack } from '../../../publications/take-back.ts'
import { findOutboxLine, listOutbox } from '../../../reports/outbox-list-store.ts'
import { portalTable } from '../portal-routes.ts'

const ORIGIN = 'https://dt.example'
const LAN = 'lan@example.vn'
let world: PetitionWorld
let office: Awaited<ReturnType<typeof createTestOffice>>
let smtp: SmtpHouse
let steps: ReturnType<typeof portalSteps>
beforeAll(async () => {
  // rules with a day for the reply and a longer one: fifteen working days from the conference, thirty if complex
  world = await createPetitionWorld({ regulation: 'lai-chau-06' })
  steps = portalSteps(world)
  office = await createTestOffice(world.db, world.clock, { office: [], gate: [], portal: portalTable })
  smtp = await openSmtpHouse()
}, 60_000)
afterAll(async () => {
  await office?.close()
  await smtp?.close()
  await world?.close()
})
beforeEach(async () => {
  smtp.taken.length = 0
  smtp.behave('take')
  later(26 * 60)
})

const later = (minutes: number) => world.clock.set(new Date(world.clock.now().getTime() + minutes * 60_000))
const at = (path: string) => `/cong/cat-hai${path}`
const get = (url: string) => office.server.inject({ url })
const post = (url: string, fields: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
  office.server.inject({
    ...{ method: 'POST', url, remoteAddress, payload: new URLSearchParams(fields).toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
/** The mails that arrive now. */
async function mails() {
  const before = smtp.taken.length
  const driver = smtpDriver(smtp.url, 'Đối thoại <doithoai@cathai.example>', { connectMs: 400, answerMs: 800 })
  await runMailPost({ db: world.db, clock: world.clock, key: office.key, drivers: { email: driver }, origin: ORIGIN })
  await driver.close?.()
  return smtp.taken.slice(before)
}
const news = async () => {
  await tellFollowersEverywhere(world.runtime)
  return mails()
}
const linkIn = (mail: { mail: { text?: string } } | undefined, path: string) =>
  new RegExp(`${ORIGIN}(/cong/cat-hai/nhan-tin/${path}\\S+)`).exec(mail?.mail.text ?? '')?.[1] ?? ''

const mailTo = async (address: string) => (await mails()).find((one) => one.to.includes(address))

async function published(more: Record<string, unknown> = {}) {
  const id = await steps.receive({ text: 'Cầu phao hỏng.', contents: 'Cầu phao hỏng.', ...more })
  const [entryId] = await steps.publish([id])
  return { id, entryId: entryId!, ask: at(`/ket-qua/${entryId}/nhan-tin`) }
}
/** Asks, gets the mail, presses the button; gives the address below further mails. */
async function follow(ask: string, email = LAN): Promise<void> {
  await post(ask, { email })
  const [mail] = await mails()
  const confirmed = await post(linkIn(mail, 'xac-nhan/'), { act: 'confirm' })
  expect(confirmed.body).toContain('Đã đăng ký nhận tin')
}
const row = (id: number) => world.db.selectFrom('petition').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const assign = async (id: number, agency = world.agencies.economy) =>
  world.done(world.people.clerk, assignPetition, {
    ...{
      id,
      version: (await row(id)).version,
      leadAgencyId: agency,
      supportingAgencyIds: [],
      reason: 'Đúng thẩm quyền',
    },
  })
const followers = () => world.db.selectFrom('follower').selectAll().execute()

describe('asking for news', () => {
  it('sends one mail that asks, answers the same whoever is asked for, and is confirmed by a button alone', async () => {
    const { id, entryId, ask } = await published()
    expect((await get(at(`/ket-qua/${entryId}`))).body).toContain(`/cong/cat-hai/ket-qua/${entryId}/nhan-tin`)
    expect((await get(ask)).body).toContain('Cầu phao hỏng.')
    const first = await post(ask, { email: ' Lan@Example.vn ' })
    const again = await post(ask, { email: LAN })
    const [asked, ...more] = await mails()
    expect(more, 'one mail, however often one asks').toEqual([])
    expect(asked!.to).toEqual([LAN])
    expect(asked!.mail.subject).toMatch(/^Xin xác nhận nhận tin: Kiến nghị CH-/)
    expect(asked!.mail.text, 'nothing of what was said').not.toContain('phao')
    const link = linkIn(asked, 'xac-nhan/')
    const page = await get(link)
    expect(page.headers['cache-control']).toContain('no-store')
    await assign(id)
    expect(await news(), 'a link that was only opened confirms nothing').toEqual([])
    await post(link, { act: 'confirm' })
    const known = await post(ask, { email: LAN })
    expect(await mails(), 'who follows already is not written to').toEqual([])
    await post(`${ask}?lang=en`, { email: LAN })
    expect((await followers())[0], 'nor does anybody else choose the language').toMatchObject({ lang: 'vi' })
    const answers = [first, again, known].map((one) => [one.statusCode, one.headers.location])
    expect(new Set(answers.map(String)).size, 'known or not: the same answer').toBe(1)
    expect((await get(String(first.headers.location))).body).toContain('Xin mở hộp thư')
    const log = JSON.stringify(await world.db.selectFrom('changeLog').selectAll().execute())
    expect(/lan@/i.test(log)).toBe(false)
  })

  it('refuses what is no address beside the field, and what is not public like a page that is not there', async () => {
    const { ask } = await published()
    const refused = await post(ask, { email: 'không phải' })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('Địa chỉ thư điện tử không đúng.')
    expect(refused.body).toContain('không phải')
    expect((await post(at('/ket-qua/999999/nhan-tin'), { email: LAN })).statusCode).toBe(404)
    expect((await get(at('/hoi-nghi/999999/nhan-tin'))).statusCode).toBe(404)
  })

  it('floods neither a mailbox nor the house', async () => {
    const asks = await Promise.all(Array.from({ length: 7 }, async () => (await published()).ask))
    for (const ask of asks) expect((await post(ask, { email: 'dich@example.vn' })).statusCode).toBe(303)
    expect(await mails(), 'five mails a day to one address').toHaveLength(5)
    const statuses = []
    for (let n = 0; n < 21; n += 1)
      statuses.push((await post(asks[0]!, { email: `a${n}@example.vn` }, '203.0.113.9')).statusCode)
    expect(statuses.at(-1)).toBe(429)
  })

  it('keeps no address that was refused, and never writes to it again', async () => {
    const { ask } = await published()
    await post(ask, { email: 'khac@example.vn' })
    const link = linkIn(await mailTo('khac@example.vn'), 'xac-nhan/')
    expect((await post(link, { act: 'refuse' })).body).toContain('Địa chỉ đã được xóa')
    const kept = [await followers(), await world.db.selectFrom('outboxMessage').selectAll().execute()]
    expect(JSON.stringify(kept).includes('khac@')).toBe(false)
    expect((await get(link)).statusCode).toBe(404)
    later(120)
    await post(ask, { email: 'khac@example.vn' })
    expect(await mails()).toEqual([])
  })

  it('forgets after a week who did not confirm, and who cannot be reached', async () => {
    const { ask } = await published()
    await post(ask, { email: 'quen@example.vn' })
    const link = linkIn((await mails())[0], 'xac-nhan/')
    smtp.behave('refuseAddress')
    await post(ask, { email: 'sai@example.vn' })
    await mails()
    await forgetFollowers(world.db, world.clock.now())
    expect((await followers()).map((one) => one.email)).not.toContain('sai@example.vn')
    later(8 * 24 * 60)
    await forgetFollowers(world.db, world.clock.now())
    expect((await followers()).map((one) => one.email)).not.toContain('quen@example.vn')
    expect((await get(link)).body).toContain('Đã quá hạn xác nhận')
    expect((await post(link, { act: 'confirm' })).statusCode).toBe(404)
  })
})

describe('news', () => {
  it('come when something public has changed, say what, and can be stopped with one click by a mail program', async () => {
    const { id, entryId, ask } = await published()
    await follow(ask)
    expect(await news(), 'nothing happened').toEqual([])
    // the clock of a reply runs from the conference
    later(10 * 24 * 60)
    await world.held()
    await assign(id)
    const [given, ...rest] = await news()
    expect(rest).toEqual([])
    expect(given!.mail.subject).toMatch(/^Kiến nghị CH-2025-\d+: đã giao cơ quan giải quyết$/)
    expect(given!.mail.text).toContain('Đã giao cho Phòng Kinh tế')
    expect(given!.mail.text).toContain(`${ORIGIN}/cong/cat-hai/ket-qua/${entryId}`)
    expect(given!.raw).not.toMatch(/phao/i)
    expect(given!.raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    const stop = /List-Unsubscribe: <https:\/\/dt\.example(\S+?)>/i.exec(given!.raw.replace(/\r\n\s+/g, ' '))![1]!
    expect((await get(stop)).body).toContain('Cầu phao hỏng.')
    await world.done(world.people.chair, markComplex, {
      ...{ id, version: (await row(id)).version, reason: 'Ông Ba nói riêng với tôi' },
    })
    const longer = (await news())[0]?.mail.text
    expect(longer).toContain('Cần thêm thời gian')
    expect(longer, 'the reason of the rule, not what was typed').not.toContain('Ông Ba')
    expect((await get(stop)).body, 'looking ends nothing').toContain('Cầu phao hỏng.')
    const ended = await post(stop, { 'List-Unsubscribe': 'One-Click' })
    expect(ended.statusCode).toBe(200)
    expect((await post(stop, { 'List-Unsubscribe': 'One-Click' })).statusCode, 'twice is once').toBe(200)
    expect((await followers()).map((one) => one.email)).not.toContain(LAN)
    await world.held('preparing')
  })

  it('come in one mail when several changed, at most three a day, the rest the next morning', async () => {
    const many = await Promise.all(Array.from({ length: 5 }, () => published()))
    for (const { ask } of many) await follow(ask, 'sau@example.vn')
    await assign(many[0]!.id)
    await assign(many[1]!.id)
    expect((await news()).map((one) => one.mail.subject)).toEqual(['2 tin mới về nội dung ông/bà nhận tin'])
    for (const { id } of many.slice(2)) {
      await assign(id)
      later(10)
      await news()
    }
    expect(smtp.taken.filter((one) => /tin mới|đã giao/.test(one.mail.subject ?? ''))).toHaveLength(3)
    world.clock.set(new Date(`${shiftDay(dayOf(world.clock.now()), 1)}T06:10:00+07:00`))
    expect((await news()).map((one) => one.mail.subject)).toEqual([expect.stringContaining('đã giao')])
  })

  it('tell each change once, the second and the third like the first', async () => {
    const { id, ask } = await published()
    await follow(ask, 'lan-n@example.vn')
    const { economy, culture } = world.agencies
    for (const [agency, name] of [
      [economy, 'Phòng Kinh tế'],
      [culture, 'Phòng Văn hóa'],
      [economy, 'Phòng Kinh tế'],
    ] as const) {
      await assign(id, agency)
      const told = (await news()).filter((one) => one.to.includes('lan-n@example.vn'))
      expect(told.map((one) => one.mail.text)).toEqual([expect.stringContaining(`Đã giao cho ${name}`)])
      expect(await news(), 'told once').toEqual([])
    }
  })

  it('come of a whole authority in one mail the morning after it published something, and not otherwise', async () => {
    await follow(at('/nhan-tin'), 'xa@example.vn')
    const morning = async () => {
      world.clock.set(new Date(`${shiftDay(dayOf(world.clock.now()), 1)}T06:10:00+07:00`))
      return (await news()).filter((one) => one.to.includes('xa@example.vn'))
    }
    // what was published on the day of the asking belongs to it
    expect((await morning()).length).toBeLessThanOrEqual(1)
    expect(await morning()).toEqual([])
    await published()
    await published()
    expect(
      (await news()).filter((one) => one.to.includes('xa@example.vn')),
      'not on the same day',
    ).toEqual([])
    const [mail, ...more] = await morning()
    expect(more).toEqual([])
    expect(mail!.mail.subject).toMatch(/^Cổng đối thoại .*: có nội dung mới công khai$/)
    expect(mail!.mail.text).toContain('Mới công khai: 2 kiến nghị.')
    expect(mail!.mail.text).toContain(`${ORIGIN}/cong/cat-hai/ket-qua`)
    expect(mail!.raw).not.toMatch(/phao/i)
    expect(await news()).toEqual([])
    const own = linkIn(mail, '')
    expect((await get(own)).body).toContain('Mọi nội dung mới công khai của')
    await forgetFollowers(world.db, new Date(world.clock.now().getTime() + 100 * 86_400_000))
    expect(
      (await followers()).map((one) => one.email),
      'an authority is never at its end',
    ).toContain('xa@example.vn')
    expect((await post(own)).body).toContain('Không nhận tin nữa')
  })

  it('say of what was taken back no word, and stop one thing without the others', async () => {
    const [a, b] = [await published(), await published()]
    for (const { ask } of [a, b]) await follow(ask, 'hai@example.vn')
    const { id: publicationId } = await world.db
      .selectFrom('publication')
      .select('id')
      .where('subjectId', '=', a.id)
      .where('subjectKind', '=', 'petition')
      .executeTakeFirstOrThrow()
    smtp.behave('notNow')
    for (const { id } of [a, b]) await assign(id)
    expect(await news(), 'waits for the mail server').toEqual([])
    smtp.behave('take')
    await world.done(world.people.leader, takeBack, { id: publicationId, reason: 'Có tên người' })
    const [mail, ...more] = await news()
    expect(more, 'the mail that waited goes no more').toEqual([])
    expect(mail!.mail.text).toContain('Hiện không còn được công khai.')
    expect(mail!.mail.text, 'what else it told is not lost').toContain('Đã giao cho Phòng Kinh tế')
    expect(`${mail!.mail.subject}${mail!.mail.text}`).not.toMatch(/phao|tên người/)
    expect(mail!.raw).not.toContain((await row(a.id)).code)
    await steps.publish([a.id])
    expect((await news())[0]!.mail.text).toContain('công khai trở lại')
    const own = linkIn(mail, '')
    const page = (await get(own)).body
    const [first] = [...page.matchAll(/name="followingId" value="(\d+)"/g)].map((match) => match[1]!)
    expect((await post(own, { followingId: first! })).body).toContain('Đã thôi nhận tin này.')
    expect((await followers()).map((one) => one.email)).toContain('hai@example.vn')
    // somebody else's following is not ended by this link
    await follow(a.ask, 'la@example.vn')
    const foreign = await world.db.selectFrom('following').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
    await post(own, { followingId: String(foreign.id) })
    expect((await followers()).map((one) => one.email)).toContain('la@example.vn')
  })

  it('tell of a dialogue a new place, by the address of its page', async () => {
    await steps.announce()
    await follow(at(`/hoi-nghi/${world.dialogueId}/nhan-tin`), 'nghi@example.vn')
    await world.db
      .updateTable('dialogue')
      .set({ venue: 'Nhà văn hóa thôn 3' })
      .where('id', '=', world.dialogueId)
      .execute()
    const [mail] = await news()
    expect(mail!.mail.text).toContain('Nhà văn hóa thôn 3')
    expect(mail!.mail.text).toContain(`${ORIGIN}/cong/cat-hai/hoi-nghi/${world.dialogueId}`)
  })

  it('stand among the office’s outgoing mail without who gets them', async () => {
    const shown = []
    for (const view of ['done', 'attention', 'onTheWay', 'notSent'] as const) {
      const page = { view, page: 1, pageSize: 500 }
      shown.push(...(await listOutbox(world.db, world.people.clerk, world.authorityId, page)))
    }
    const ofFollowers = shown.filter((line) => line.recipientKind === 'follower')
    expect(ofFollowers.length).toBeGreaterThan(20)
    expect(ofFollowers.filter((line) => /@/.test(JSON.stringify(line)))).toEqual([])
    const [one] = ofFollowers.filter((line) => line.state === 'sent')
    const whole = await findOutboxLine(world.db, world.people.clerk, world.authorityId, one!.id)
    expect(/@example/.test(JSON.stringify(whole))).toBe(false)
  })

  it('end with the data of the person, and the log still verifies', async () => {
    const { id, ask } = await published({ email: 'Xoa@example.vn' })
    await follow(ask, 'xoa@example.vn')
    const { petitionerId, version } = await row(id)
    await world.done(world.people.clerk, withdrawPetition, { id, version, reason: 'Người dân rút' })
    await world.done(world.people.leader, erasePetitioner, { id: petitionerId, reason: 'Theo yêu cầu' })
    const left = [await followers(), await world.db.selectFrom('outboxMessage').selectAll().execute()]
    expect(/xoa@/i.test(JSON.stringify(left))).toBe(false)
    expect((await verifyLog(world.db)).problems).toEqual([])
  })
})
