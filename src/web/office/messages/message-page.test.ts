import { afterAll, beforeAll, expect, it } from 'vitest'
import { createPetitionWorld, type PetitionWorld } from '../../../../tests/support/petition-world.ts'
import { signedIn } from '../../../../tests/support/signed-in.ts'
import { createTestOffice } from '../../../../tests/support/test-office.ts'
import { insertMessage } from '../../../messages/message-store.ts'
import { receiveSubmission } from '../../../procedures/receive-submission.ts'
import { gateRoutes, officeRoutes } from '../office-routes.ts'

const PASSWORD = 'cá thu kho riềng ba lửa'
let world: PetitionWorld
let office: Awaited<ReturnType<typeof createTestOffice>>
beforeAll(async () => {
  world = await createPetitionWorld({ password: PASSWORD })
  office = await createTestOffice(world.db, world.clock, { office: officeRoutes, gate: gateRoutes })
}, 60_000)
afterAll(async () => {
  await office?.close()
  await world?.close()
})

it('counts at the bell only what the reader finds in the list', async () => {
  const { petitionIds } = await world.done(world.people.clerk, receiveSubmission, {
    ...{ dialogueId: world.dialogueId, receivedOn: '2025-10-10', channel: 'fatherlandFront', raised: 'before' },
    ...{ petitionerKind: 'person', petitionerName: 'Lò Thị Mai', text: 'Điều kín.' },
    ...{ confidential: 'on', confidentialReason: 'sợ bị trả thù' },
  })
  const tell = (subjectKind: string, subjectId: number, dedupeKey: string) =>
    insertMessage(world.db, {
      ...{ authorityId: world.authorityId, accountId: null, agencyId: world.agencies.economy, subjectKind, subjectId },
      ...{ kind: 'petition-assigned', params: { code: 'CH-2025-0001' }, dedupeKey, createdAt: world.clock.now() },
    })
  await tell('petition', petitionIds[0]!, 'kín')
  const visitor = await signedIn(office.server, `head-${world.authorityId}`, PASSWORD)
  const bell = async () => {
    await visitor.open('/cat-hai/tin')
    return /Thông báo: ([^"<]*)/.exec(visitor.page)?.[1]
  }
  expect(await bell()).toBe('không có tin mới')
  await tell('dialogue', world.dialogueId, 'mở')
  expect(await bell()).toBe('1 tin chưa đọc')
  expect(visitor.text()).toContain('Chưa đọc: 1')
})
