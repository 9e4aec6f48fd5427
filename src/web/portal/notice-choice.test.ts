import { afterAll, beforeAll, expect, it } from 'vitest'
import { petitionSteps } from '../../../tests/support/petition-steps.ts'
import { createPetitionWorld, type PetitionWorld } from '../../../tests/support/petition-world.ts'
import { portalSteps } from '../../../tests/support/portal-steps.ts'
import { createTestOffice } from '../../../tests/support/test-office.ts'
import { runMailPost } from '../../jobs/mail-post.ts'
import { askEverywhere } from '../../jobs/staff-mail.ts'
import type { OutgoingMail } from '../../mail/mail-driver.ts'
import type { Day } from '../../platform/day.ts'
import { assignPetition } from '../../procedures/assign-petition.ts'
import { recordAnswerAtConference } from '../../procedures/record-answer-at-conference.ts'
import { gateRoutes, officeRoutes } from '../office/office-routes.ts'
import { portalTable } from './portal-routes.ts'

let world: PetitionWorld
let office: Awaited<ReturnType<typeof createTestOffice>>
const { read, receive } = petitionSteps(() => world)
let taken: OutgoingMail[] = []
beforeAll(async () => {
  world = await createPetitionWorld()
  office = await createTestOffice(world.db, world.clock, {
    office: officeRoutes,
    gate: gateRoutes,
    portal: portalTable,
  })
}, 60_000)
afterAll(async () => {
  await office?.close()
  await world?.close()
})

const later = (minutes: number) => world.clock.set(new Date(world.clock.now().getTime() + minutes * 60_000))
async function post(): Promise<OutgoingMail[]> {
  taken = []
  const { db, clock } = world
  const send = async (mail: OutgoingMail) => void taken.push(mail)
  await runMailPost({ db, clock, key: office.key, drivers: { email: { send } }, origin: 'https://dt.example' })
  return taken
}
const assign = async (id: number, leadAgencyId: number) =>
  world.done(world.people.clerk, assignPetition, {
    ...{ id, version: (await read(id)).version, leadAgencyId, supportingAgencyIds: [], reason: 'Giao' },
  })

it('is reached from every mail, switches off by a button what may be switched off, and nothing else', async () => {
  const id = await receive({ email: 'binh@example.vn' })
  later(2)
  const [mail] = await post()
  const page = /https:\/\/dt\.example(\/cong\/cat-hai\/thu\/\S+)/.exec(mail!.text)![1]!
  const shown = await office.server.inject({ url: page })
  expect(shown.statusCode).toBe(200)
  expect(shown.body).toContain('Chọn thư muốn nhận')
  expect(shown.body).not.toMatch(/binh@example|Phạm Văn Bình|CH-2025/)
  expect(shown.headers['cache-control']).toContain('no-store')
  const sent = await office.server.inject({
    ...{ method: 'POST', url: page, payload: '_key=tat-het' },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(sent.statusCode).toBe(303)
  // a mail program does the same by itself, and is answered at once
  expect(mail).toMatchObject({ settingsAddress: `https://dt.example${page}`, oneClick: true })
  const byProgram = await office.server.inject({
    ...{ method: 'POST', url: page, payload: 'List-Unsubscribe=One-Click' },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(byProgram.statusCode).toBe(200)
  await world.held()
  world.clock.setDay('2025-10-30' as Day)
  await assign(id, world.agencies.economy)
  later(60)
  expect(await post(), 'a mail that can be switched off').toEqual([])
  const { version } = await read(id)
  await world.done(world.people.clerk, recordAnswerAtConference, {
    ...{ id, version, answeredOn: '2025-10-29', answeredByName: 'Chủ tịch', text: 'Đã trả lời.' },
  })
  later(60)
  expect(
    (await post()).map((one) => one.subject),
    'a legal notice',
  ).toEqual(['Kiến nghị của ông/bà đã được trả lời: CH-2025-0001'])
})

it('answers an unknown, changed or foreign token like a page that is not there', async () => {
  for (const token of ['x', '1-aaaaaaaaaaaaaaaaaaaaaaaaaaa', `${'a'.repeat(180)}`]) {
    const url = `/cong/cat-hai/thu/${token}`
    expect((await office.server.inject({ url })).statusCode).toBe(404)
    const posted = await office.server.inject({
      ...{ method: 'POST', url, payload: 'wanted=assigned' },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(posted.statusCode).toBe(404)
  }
})

it('asks a week after the answer whether it is solved, once, and again after a while who has not said yes', async () => {
  world.clock.setDay('2025-10-30' as Day)
  const id = await receive({ email: 'lan@example.vn' })
  await assign(id, world.agencies.economy)
  const { version } = await read(id)
  await world.done(world.people.clerk, recordAnswerAtConference, {
    ...{ id, version, answeredOn: '2025-10-29', answeredByName: 'Chủ tịch', text: 'Đã trả lời.' },
  })
  const asked: string[] = []
  for (let day = 1; day <= 60; day += 1) {
    later(24 * 60)
    await askEverywhere(world.runtime)
    for (const mail of await post())
      if (mail.subject.startsWith('Xin'))
        asked.push(`${mail.toAddress} ${world.clock.now().toISOString().slice(0, 10)}`)
  }
  expect(asked).toEqual(['lan@example.vn 2025-11-05', 'lan@example.vn 2025-12-13'])
}, 30_000)

it('tells of what came through the Portal too', async () => {
  await portalSteps(world).raise({ email: 'cong@example.vn' })
  later(2)
  expect((await post()).map((one) => one.toAddress)).toContain('cong@example.vn')
})
