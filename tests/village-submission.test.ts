import { afterAll, beforeAll, expect, test } from 'vitest'
import { gateRoutes, officeRoutes } from '../src/web/office/office-routes.ts'
import type { FormVisitor } from './support/form-visitor.ts'
import { createPetitionWorld, type PetitionWorld } from './support/petition-world.ts'
import { signedIn } from './support/signed-in.ts'
import { createTestOffice } from './support/test-office.ts'

const PASSWORD = 'thôn xóm gửi kiến nghị'
const NEW = '/cat-hai/kien-nghi/moi'
let world: PetitionWorld
let office: Awaited<ReturnType<typeof createTestOffice>>
let village: FormVisitor

beforeAll(async () => {
  world = await createPetitionWorld({ password: PASSWORD })
  office = await createTestOffice(world.db, world.clock, { office: officeRoutes, gate: gateRoutes })
  village = await signedIn(office.server, `villager-${world.authorityId}`, PASSWORD)
})

afterAll(async () => {
  await office?.close()
  await world?.close()
})

const said = {
  ...{ channel: 'village', receivedOn: '20/10/2025', raised: 'before', petitionerKind: 'unnamed' },
  ...{ text: 'Đường thôn lầy lội.', contents: 'Đường thôn lầy lội', kinds: 'request', subjectAreas: 'transport' },
}

test('a village finds itself chosen as the one that forwards, and reads what it sent', async () => {
  await village.open(NEW)
  const chosen = /name="forwardedByAgencyId"[\s\S]*?<\/select>/.exec(village.page)?.[0] ?? ''
  // the way it came and the dialogue that is being prepared stand there already
  expect(/name="channel"[\s\S]*?<\/select>/.exec(village.page)?.[0]).toMatch(/value="village" selected/)
  expect(chosen).toMatch(new RegExp(`<option value="${world.agencies.village}" selected`))
  expect(await village.post(NEW, { ...said, forwardedByAgencyId: String(world.agencies.village) })).toBe(200)
  expect(village.address).toMatch(/\/kien-nghi\/\d+$/)
  expect(village.text()).toContain('Đường thôn lầy lội')
})

test('what it sends in nobody’s name is received, and it comes back to its list, not to a page it may not see', async () => {
  await village.open(NEW)
  expect(await village.post(NEW, { ...said, forwardedByAgencyId: '' })).toBe(200)
  expect(village.address).toBe('/cat-hai/kien-nghi')
  expect(village.page).toContain('Đã tiếp nhận 1 nội dung kiến nghị.')
})

test('two who classify at once: the second is shown what is stored now, and keeps what was chosen', async () => {
  const [first, second] = [
    await signedIn(office.server, `clerk-${world.authorityId}`, PASSWORD),
    await signedIn(office.server, `leader-${world.authorityId}`, PASSWORD),
  ]
  await first.open(NEW)
  await first.post(NEW, { ...said, forwardedByAgencyId: '' })
  const act = `${first.address}/phan-loai`
  await first.open(act)
  await second.open(act)
  const version = /name="version" value="(\d+)"/.exec(first.page)![1]!
  expect(await first.post(act, { version, kind: 'request', urgency: 'urgent', disposition: 'noteAndReportUp' })).toBe(
    200,
  )
  expect(await second.post(act, { version, kind: 'feedback', urgency: 'normal' })).toBe(409)
  expect(second.text()).toContain('Bản đang lưu')
  for (const now of ['Loại Kiến nghị', 'Mức độ cấp thiết']) expect(second.text()).toContain(now)
  expect(second.page).toMatch(/value="feedback"[^>]*checked|checked[^>]*value="feedback"/)
})
