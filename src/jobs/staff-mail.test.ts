import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signedIn } from '../../tests/support/signed-in.ts'
import { createTestOffice } from '../../tests/support/test-office.ts'
import { createWorkWorld } from '../../tests/support/work-world.ts'
import { hashPassword } from '../access/password.ts'
import { saveAccountMail } from '../mail/account-mail-store.ts'
import type { OutgoingMail } from '../mail/mail-driver.ts'
import type { Day } from '../platform/day.ts'
import { temporaryKey } from '../platform/installation-key.ts'
import { gateRoutes, officeRoutes } from '../web/office/office-routes.ts'
import { runMailPost } from './mail-post.ts'
import { digestEverywhere, mailMessagesEverywhere } from './staff-mail.ts'
import { remindEverywhere } from './start-jobs.ts'

const PASSWORD = 'cá thu kho riềng ba lửa'
let world: Awaited<ReturnType<typeof createWorkWorld>>
let office: Awaited<ReturnType<typeof createTestOffice>>
let open: number
let taken: OutgoingMail[] = []
beforeAll(async () => {
  world = await createWorkWorld()
  const { db, people } = world
  const passwordHash = await hashPassword(PASSWORD)
  await db.updateTable('account').set({ passwordHash }).execute()
  for (const who of ['specialist', 'head', 'chair'] as const) {
    await db
      .updateTable('account')
      .set({ email: `${who}@cathai.example` })
      .where('id', '=', people[who].accountId!)
      .execute()
  }
  office = await createTestOffice(db, world.clock, { office: officeRoutes, gate: gateRoutes })
  const { economy } = world.agencies
  open = await world.petition({ content: 'Chim sẻ làm tổ', state: 'assigned', leadAgencyId: economy })
  const hidden = await world.petition({
    content: 'Điều kín',
    state: 'assigned',
    leadAgencyId: economy,
    confidential: true,
  })
  await world.deadline({ subjectKind: 'petition', subjectId: open, dueOn: '2025-11-14', agencyId: economy })
  await world.deadline({ subjectKind: 'petition', subjectId: hidden, dueOn: '2025-11-13', agencyId: economy })
}, 60_000)
afterAll(async () => {
  await office?.close()
  await world?.close()
})
beforeEach(() => {
  taken = []
})

async function post(): Promise<void> {
  const { db, clock } = world
  const send = async (mail: OutgoingMail) => void taken.push(mail)
  await runMailPost({ db, clock, key: temporaryKey(), drivers: { email: { send } }, origin: 'https://dt.example' })
}

const at = (day: string, time = '07:00') => world.clock.setDay(day as Day, time)

describe('the digest of the day', () => {
  it('tells each official once a working day what is due, by duty and code, and nothing of what is confidential', async () => {
    at('2025-11-14')
    for (let runs = 0; runs < 3; runs += 1) await digestEverywhere(world.runtime)
    await post()
    const to = taken.map((mail) => mail.toAddress).sort()
    expect(to).toEqual(['head@cathai.example', 'specialist@cathai.example'])
    for (const { subject, text } of taken) {
      expect(subject).toBe('Việc hôm nay 14/11/2025: 1 việc đến hạn hôm nay')
      expect(text).toContain('CH-2025-0001')
      expect(text).not.toMatch(/Chim sẻ|CH-2025-0002|Điều kín/)
      expect(text).toContain('https://dt.example/cat-hai/han/')
    }
  })

  it('comes on no Saturday, and not to who has switched it off', async () => {
    at('2025-11-15')
    await digestEverywhere(world.runtime)
    at('2025-11-17')
    await saveAccountMail(world.db, world.people.head.accountId!, { digest: false }, world.clock.now())
    await digestEverywhere(world.runtime)
    await post()
    expect(taken.map((mail) => mail.toAddress)).toEqual(['specialist@cathai.example'])
    expect(taken[0]!.subject).toContain('1 việc quá hạn')
  })
})

describe('messages as they come', () => {
  it('go to who chose them, each once, with the stages of the ladder', async () => {
    await saveAccountMail(world.db, world.people.specialist.accountId!, { atOnce: true }, world.clock.now())
    for (const day of ['2025-11-18', '2025-11-21']) {
      at(day)
      await remindEverywhere(world.runtime)
      await mailMessagesEverywhere(world.runtime)
      await mailMessagesEverywhere(world.runtime)
      await post()
    }
    expect(taken.map((mail) => mail.toAddress)).toEqual(['specialist@cathai.example', 'specialist@cathai.example'])
    expect(taken[0]!.subject).toMatch(/^Đã quá hạn: .*hạn 14\/11\/2025/)
    expect(taken.every((mail) => !/Chim sẻ|Điều kín/.test(mail.text))).toBe(true)
  })
})

describe('the calendar of deadlines', () => {
  const fetchFeed = async (address: string) => office.server.inject({ url: address })

  it('shows at a secret address what the account may see now, until the address is taken back', async () => {
    at('2025-11-12')
    const visitor = await signedIn(office.server, `head-${world.authorityId}`, PASSWORD)
    await visitor.open('/tai-khoan/thu')
    await visitor.post('/tai-khoan/thu/lich', { wanted: 'yes' })
    const address = /\/lich-han\/[\w-]+\.ics/.exec(visitor.page)![0]
    const feed = await fetchFeed(address)
    expect(feed.statusCode).toBe(200)
    expect(feed.headers['content-type']).toContain('text/calendar')
    const text = feed.payload.replace(/\r\n /g, '')
    expect(text).toContain('DTSTART;VALUE=DATE:20251114')
    expect(text).toContain('DTEND;VALUE=DATE:20251115')
    expect(text).toContain('CH-2025-0001')
    expect(text).not.toMatch(/CH-2025-0002|Chim sẻ|Điều kín/)
    expect((await fetchFeed(address)).payload, 'the same at every fetch').toBe(feed.payload)
    await world.db
      .updateTable('account')
      .set({ disabledAt: world.clock.now() })
      .where('id', '=', world.people.head.accountId!)
      .execute()
    expect((await fetchFeed(address)).payload).not.toContain('VEVENT')
    await world.db
      .updateTable('account')
      .set({ disabledAt: null })
      .where('id', '=', world.people.head.accountId!)
      .execute()
    await visitor.post('/tai-khoan/thu/lich', { wanted: '' })
    expect((await fetchFeed(address)).statusCode).toBe(404)
    for (const wrong of [
      '/lich-han/x.ics',
      '/lich-han/1-aaaaaaaaaaaaaaaaaaaaaaaaaaa.ics',
      `${address.slice(0, -6)}AA.ics`,
    ]) {
      expect((await fetchFeed(wrong)).statusCode).toBe(404)
    }
  })
})
