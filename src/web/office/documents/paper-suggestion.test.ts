import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDialogueWorld, type DialogueWorld } from '../../../../tests/support/dialogue-world.ts'
import { signedIn } from '../../../../tests/support/signed-in.ts'
import { createTestOffice } from '../../../../tests/support/test-office.ts'
import { confirmNotClassified } from '../../../dialogues/confirm-not-classified.ts'
import { lockMinutesAsChair, lockMinutesAsSecretary } from '../../../dialogues/lock-minutes.ts'
import { writeMinutes } from '../../../dialogues/write-minutes.ts'
import { holdConference } from '../../../procedures/hold-conference.ts'
import { openDialogue } from '../../../procedures/open-dialogue.ts'
import { gateRoutes, officeRoutes } from '../office-routes.ts'

const PASSWORD = 'cá thu kho riềng ba lửa'
let world: DialogueWorld
let office: Awaited<ReturnType<typeof createTestOffice>>
let id: number

beforeAll(async () => {
  world = await createDialogueWorld({ password: PASSWORD })
  office = await createTestOffice(world.db, world.clock, { office: officeRoutes, gate: gateRoutes })
  const { clerk, secretary } = world.people
  const opening = { title: 'Đối thoại năm 2025', kind: 'periodic', form: 'inPerson', chairModel: 'coPresiding' }
  id = (await world.done(clerk, openDialogue, { ...opening, heldOn: '2025-10-29' })).id
  await world.done(clerk, confirmNotClassified, { id, confirmed: 'on' })
  world.at('2025-10-29')
  const counts = { attendanceDelegates: '40', attendancePeople: '160', attendanceWomen: '70' }
  await world.done(secretary, holdConference, { id, heldOn: '2025-10-29', ...counts })
  const text = { secretaryName: 'Bà Thử', proceedings: 'Ông A hỏi về cống thoát nước.', conclusion: 'Giao khảo sát.' }
  await world.done(secretary, writeMinutes, { id, version: '', ...text })
}, 60_000)
afterAll(async () => {
  await office?.close()
  await world?.close()
})

const visit = async (role: string, path: string) => {
  const visitor = await signedIn(office.server, `${role}-${world.authorityId}`, PASSWORD)
  expect(await visitor.open(`/${world.slug}${path}`)).toBe(200)
  return visitor
}
const form = (kind: string) => `/van-ban/da-ban-hanh?cuoc=${id}&loai=${kind}`

it('offers the minutes to the dossier only once both have signed, each by the form of the role', async () => {
  expect((await visit('secretary', `/hoi-nghi/${id}/bien-ban`)).text()).not.toContain('Ghi biên bản vào hồ sơ')
  expect((await visit('recordsClerk', form('minutes'))).page).not.toContain('Ông A hỏi')
  await world.done(world.people.secretary, lockMinutesAsSecretary, { id })
  await world.done(world.people.chair, lockMinutesAsChair, { id })
  const secretary = await visit('secretary', `/hoi-nghi/${id}/bien-ban`)
  expect(secretary.page).toContain(`/van-ban/moi?cuoc=${id}&amp;loai=minutes`)
  const records = await visit('recordsClerk', `/hoi-nghi/${id}/bien-ban`)
  expect(records.page).toContain(`/van-ban/da-ban-hanh?cuoc=${id}&amp;loai=minutes`)
})

it('fills the form with title, issuer, text, day and signer: only number and signed page are left', async () => {
  const { page } = await visit('recordsClerk', form('minutes'))
  expect(page).toContain('Ông A hỏi về cống thoát nước.')
  expect(page).toContain('Giao khảo sát.')
  expect(page).toMatch(/name="title"[^>]*value="[^"]*Đối thoại năm 2025"/)
  expect(page).toMatch(/name="datedOn"[^>]*value="29\/10\/2025"/)
  expect(page).toMatch(/name="signerName"[^>]*value="Bí thư Đảng ủy thử"/)
  expect(page).toMatch(/<option[^>]*selected[^>]*value="minutes"|value="minutes"[^>]*selected/)
})

it('leads from each missing entry of the dossier to the form of its paper', async () => {
  const dossier = await world.db.selectFrom('dossier').select('id').where('dialogueId', '=', id).executeTakeFirst()
  const { page } = await visit('clerk', `/ho-so/${dossier!.id}`)
  expect(page).toContain(`/van-ban/moi?cuoc=${id}&amp;loai=minutes`)
  const summary = (await visit('clerk', `/van-ban/moi?cuoc=${id}&loai=petitionDigest`)).page
  expect(summary).toMatch(/name="title"[^>]*value="[^"]*Đối thoại năm 2025"/)
})
