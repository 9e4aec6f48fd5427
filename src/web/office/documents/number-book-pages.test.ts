import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDialogueWorld, type DialogueWorld } from '../../../../tests/support/dialogue-world.ts'
import { signedIn } from '../../../../tests/support/signed-in.ts'
import { createTestOffice } from '../../../../tests/support/test-office.ts'
import { gateRoutes, officeRoutes } from '../office-routes.ts'

const PASSWORD = 'cá thu kho riềng ba lửa'
let world: DialogueWorld
let office: Awaited<ReturnType<typeof createTestOffice>>
beforeAll(async () => {
  world = await createDialogueWorld({ password: PASSWORD })
  office = await createTestOffice(world.db, world.clock, { office: officeRoutes, gate: gateRoutes })
}, 60_000)
afterAll(async () => {
  await office?.close()
  await world?.close()
})

it('says for which period the first number of a book holds: on the form and on its page', async () => {
  const clerk = await signedIn(office.server, `recordsClerk-${world.authorityId}`, PASSWORD)
  const books = `/${world.slug}/quan-tri/so-van-ban`
  await clerk.open(`${books}/moi`)
  expect(clerk.text()).toContain('các kỳ sau bắt đầu lại từ số 01')
  const book = { name: 'Sổ thông báo', issuerAgencyId: String(world.agencies.party), mode: 'ours', period: 'year' }
  await clerk.post(`${books}/moi`, { ...book, pattern: '{n}-TB/ĐU', firstNumber: '38', fromDay: '01/10/2025' })
  const { id } = await world.db.selectFrom('numberBook').select('id').executeTakeFirstOrThrow()
  await clerk.open(`${books}/${id}`)
  expect(clerk.text()).toContain('Số 38 trong kỳ 2025; các kỳ sau từ số 01')
})
