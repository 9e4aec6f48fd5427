import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { petitionSteps } from '../../tests/support/petition-steps.ts'
import { createPetitionWorld, type PetitionWorld } from '../../tests/support/petition-world.ts'
import { openSmtpHouse, type SmtpHouse } from '../../tests/support/smtp-house.ts'
import { createTestDatabase, type TestDatabase } from '../../tests/support/test-database.ts'
import { smtpDriver } from '../mail/smtp-driver.ts'
import { erasePetitioner } from '../petitions/erase-petitioner.ts'
import { findTrackedSubmission } from '../petitions/tracking-link-store.ts'
import { temporaryKey } from '../platform/installation-key.ts'
import { hashOfToken } from '../platform/secret-token.ts'
import { assignPetition } from '../procedures/assign-petition.ts'
import { withdrawPetition } from '../procedures/refer-petition.ts'
import { runMailPost } from './mail-post.ts'

const ORIGIN = 'https://doithoai.cathai.example'
const FROM = 'Đối thoại Cát Hải <doithoai@cathai.example>'
const key = temporaryKey()
let smtp: SmtpHouse
let world: PetitionWorld
let database: TestDatabase
let worlds = 0
const { read, receive } = petitionSteps(() => world)

beforeAll(async () => {
  smtp = await openSmtpHouse()
  database = await createTestDatabase({ poolSize: 8 })
}, 60_000)
afterAll(async () => {
  await smtp.close()
  await database.close()
})
beforeEach(async () => {
  worlds += 1
  world = await createPetitionWorld({ database, slug: `cat-hai-${worlds}` })
  smtp.taken.length = 0
  smtp.behave('take')
})
afterEach(() => world.db.updateTable('outboxMessage').set({ state: 'cancelled' }).execute())

const BY_MAIL = { email: 'binh.pham@example.vn', phone: '0912 345 678', address: 'Thôn 2' }

function later(minutes: number): void {
  world.clock.set(new Date(world.clock.now().getTime() + minutes * 60_000))
}

async function post(answerMs = 400): Promise<number> {
  const driver = smtpDriver(smtp.url, FROM, { connectMs: 400, answerMs })
  const { db, clock } = world
  const sent = await runMailPost({ db, clock, key, drivers: { email: driver }, origin: ORIGIN })
  await driver.close?.()
  return sent
}

const rows = () =>
  world.db.selectFrom('outboxMessage').selectAll().where('authorityId', '=', world.authorityId).orderBy('id').execute()
const only = async () => (await rows())[0]!

describe('the post', () => {
  it('sends one mail for the several petitions of a submission, with the code of each and one secret link', async () => {
    const id = await receive({ ...BY_MAIL, contents: ['Sửa đường thôn', 'Thêm đèn ở bến'], text: 'Đường và đèn.' })
    expect(await post(), 'it waits for more of its kind').toBe(0)
    later(2)
    expect(await post()).toBe(1)
    const [{ to, mail, raw }] = smtp.taken as [(typeof smtp.taken)[number]]
    expect(to).toEqual(['binh.pham@example.vn'])
    expect(mail.from).toEqual({ address: 'doithoai@cathai.example', name: 'Đối thoại Cát Hải' })
    expect(mail.subject).toBe('Đã tiếp nhận kiến nghị của ông/bà: CH-2025-0001 (và 1 kiến nghị khác)')
    expect(mail.text).toContain('Kính gửi: Phạm Văn Bình')
    expect(mail.text).toContain('Kiến nghị CH-2025-0002')
    expect(mail.text, 'what it is about stays at home').not.toMatch(/đường|đèn/i)
    expect(raw).toContain('Auto-Submitted: auto-generated')
    const links = [...mail.text!.matchAll(/https:\S+theo-doi\/([\w-]{27})/g)]
    expect(links).toHaveLength(1)
    expect(mail.html).toContain(links[0]![0])
    const { submissionId } = await read(id)
    expect(await findTrackedSubmission(world.db, world.authorityId, hashOfToken(links[0]![1]!))).toMatchObject({
      submissionId,
    })
    expect(JSON.stringify(await rows()), 'no row holds the secret').not.toContain(links[0]![1]!)
    later(60)
    expect(await post()).toBe(0)
    expect(await only()).toMatchObject({ state: 'sent', tries: 1 })
  })

  it('says to whom a petition was given and until when; a second time on that day only the next morning', async () => {
    const [first, second] = [await receive(BY_MAIL), await receive(BY_MAIL)]
    const petitionerId = (await read(first)).petitionerId
    await world.db.updateTable('petition').set({ petitionerId }).where('id', '=', second).execute()
    later(30)
    await post()
    smtp.taken.length = 0
    const assign = async (id: number, leadAgencyId: number) => {
      const { version } = await read(id)
      const again = { reason: 'Giao lại' }
      await world.done(world.people.clerk, assignPetition, {
        id,
        version,
        leadAgencyId,
        supportingAgencyIds: [],
        ...again,
      })
    }
    await world.held()
    world.clock.set(new Date('2025-10-30T09:00:00+07:00'))
    await assign(first, world.agencies.economy)
    later(30)
    await post()
    expect(smtp.taken).toHaveLength(1)
    expect(smtp.taken[0]!.mail.text).toContain('Đã giao cho Phòng Kinh tế.')
    await assign(second, world.agencies.culture)
    await assign(second, world.agencies.economy)
    later(120)
    expect(await post()).toBe(0)
    world.clock.set(new Date('2025-10-31T07:01:00+07:00'))
    expect(await post(), 'both in one').toBe(1)
    expect(smtp.taken[1]!.mail.text).toMatch(/Phòng Văn hóa - Xã hội[\s\S]*Phòng Kinh tế/)
  })

  it('says of a confidential petition its code and nothing else', async () => {
    const id = await receive({ ...BY_MAIL, confidential: true, confidentialReason: 'Người kiến nghị yêu cầu' })
    const { version } = await read(id)
    const { economy } = world.agencies
    later(2)
    await post()
    await world.done(world.people.clerk, assignPetition, {
      id,
      version,
      leadAgencyId: economy,
      supportingAgencyIds: [],
    })
    later(30)
    await post()
    const said = smtp.taken.map(({ mail }) => `${mail.subject} ${mail.text}`)
    expect(said).toHaveLength(2)
    for (const text of said) {
      expect(text).toContain('CH-2025-0001')
      expect(text).not.toMatch(/Phòng|giao|tiếp nhận|đường/i)
    }
  })

  it('gives up at once where the mailbox is refused, and goes on trying where the server says not now', async () => {
    await receive(BY_MAIL)
    later(2)
    smtp.behave('notNow')
    expect(await post()).toBe(0)
    expect(await only()).toMatchObject({ state: 'failed', tries: 1 })
    expect((await only()).lastError).toContain('451')
    expect(await post(), 'not before its time').toBe(0)
    expect((await only()).tries).toBe(1)
    later(5)
    smtp.behave('refuseAddress')
    await post()
    expect(await only()).toMatchObject({ state: 'givenUp', tries: 2 })
    expect((await only()).lastError).toContain('No such mailbox')
  })

  it.each(['hangUp', 'silent', 'refuseText'] as const)(
    'comes through a server that behaves like %s',
    async (conduct) => {
      await receive(BY_MAIL)
      later(2)
      smtp.behave(conduct)
      expect(await post(200)).toBe(0)
      const failed = await only()
      expect(failed.state).toBe(conduct === 'refuseText' ? 'givenUp' : 'failed')
      expect(failed.lastError).not.toBe('')
      smtp.behave('take')
      later(5)
      expect(await post()).toBe(conduct === 'refuseText' ? 0 : 1)
    },
  )

  it('waits for a server that is away, and sends under the same Message-ID when it was handed over but not recorded', async () => {
    await receive(BY_MAIL)
    later(2)
    await smtp.close()
    expect(await post()).toBe(0)
    expect((await only()).lastError).toContain('ECONNREFUSED')
    await smtp.reopen()
    later(5)
    expect(await post()).toBe(1)
    // as if the program had died between the server's yes and its own record
    await world.db
      .updateTable('outboxMessage')
      .set({ state: 'failed', settledAt: null })
      .where('authorityId', '=', world.authorityId)
      .execute()
    later(30)
    expect(await post()).toBe(1)
    const ids = smtp.taken.map(({ mail }) => mail.messageId)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
    expect(ids[0]).toMatch(/@doithoai\.cathai\.example>$/)
  })

  it('is given up after three days of failing', async () => {
    await receive(BY_MAIL)
    later(2)
    smtp.behave('notNow')
    for (let days = 0; days < 4 * 24; days += 1) {
      await post()
      later(60)
    }
    expect(await only()).toMatchObject({ state: 'givenUp', tries: 10 })
  }, 30_000)

  it('sends each mail once when several programs send at the same time', async () => {
    for (let n = 0; n < 12; n += 1) await receive({ ...BY_MAIL, email: `nguoi${n}@example.vn` })
    later(2)
    const sent = await Promise.all([post(2000), post(2000), post(2000)])
    expect(sent.reduce((sum, n) => sum + n, 0)).toBe(12)
    expect(new Set(smtp.taken.map(({ to }) => to[0])).size).toBe(12)
    expect(smtp.taken).toHaveLength(12)
  })

  it('tells nobody who was erased or took the petition back meanwhile, and keeps no address of theirs', async () => {
    const id = await receive(BY_MAIL)
    later(2)
    await post()
    await world.done(world.people.clerk, withdrawPetition, { id, version: (await read(id)).version, reason: 'Tự rút' })
    const { petitionerId } = await read(id)
    await world.done(world.people.leader, erasePetitioner, { id: petitionerId, reason: 'Yêu cầu', alsoContents: false })
    later(60)
    await post()
    expect(smtp.taken).toHaveLength(1)
    expect(JSON.stringify(await rows())).not.toMatch(/binh\.pham|Phạm Văn Bình/)
  })

  it('prints a letter for who has only an address, and is silent to who left nothing', async () => {
    await receive({ email: '', phone: '', address: 'Thôn 2, xã Trân Châu' })
    await receive({ email: '', phone: '', address: '' })
    later(2)
    await post()
    expect(await rows()).toMatchObject([{ channel: 'letter', state: 'waiting', toAddress: 'Thôn 2, xã Trân Châu' }])
  })

  it('keeps mails waiting where no mail server is set up', async () => {
    await receive(BY_MAIL)
    later(2)
    const { db, clock } = world
    await runMailPost({ db, clock, key, drivers: {}, origin: ORIGIN })
    expect(await only()).toMatchObject({ channel: 'email', state: 'waiting', tries: 0 })
    expect(await post()).toBe(1)
  })
})
