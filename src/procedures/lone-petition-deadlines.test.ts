import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createPetitionWorld, type PetitionWorld } from '../../tests/support/petition-world.ts'
import { listDeadlines } from '../deadlines/deadline-store.ts'
import { getPetition } from '../petitions/petition-store.ts'
import type { Day } from '../platform/day.ts'
import { projectRoot } from '../platform/project-root.ts'
import { readRegulation } from '../regulations/read-regulation.ts'
import { insertAdoption, insertRegulationVersion, listRegulationVersions } from '../regulations/regulation-store.ts'
import { acknowledgePetition } from './acknowledge-petition.ts'
import { assignPetition } from './assign-petition.ts'
import { recordPromise, settlePetition } from './commit-to-petition.ts'
import { followTransfer } from './follow-referral.ts'
import { receiveSubmission } from './receive-submission.ts'
import { transferPetition } from './refer-petition.ts'

let world: PetitionWorld
beforeAll(async () => {
  world = await createPetitionWorld()
  world.clock.setDay('2026-08-20' as Day)
  const { db, authorityId } = world
  const own = (await listRegulationVersions(db)).find((one) => one.regulationId === 'hai-phong-13')!
  const adoption = { authorityId, regulationVersionId: own.id, fromDay: '2025-01-01' as Day, toDay: null }
  await insertAdoption(db, adoption)
})
afterAll(() => world.close())

async function received() {
  const { petitionIds } = await world.done(world.people.clerk, receiveSubmission, {
    ...{ dialogueId: '', receivedOn: '2026-08-20', channel: 'fatherlandFront', raised: 'before' },
    ...{ petitionerKind: 'person', petitionerName: 'Lò Thị Mai', text: 'Đề nghị kéo điện.' },
  })
  const id = petitionIds[0]!
  await world.done(world.people.clerk, assignPetition, { ...(await opened(id)), leadAgencyId: world.agencies.economy })
  return id
}
const opened = async (id: number) => ({ id, version: (await getPetition(world.db, world.authorityId, id)).version })
const due = (subjectId: number) =>
  listDeadlines(world.db, world.authorityId, { subject: { subjectKind: 'petition', subjectId } })

it('has a deadline for what was promised, without a conference, kept by the settlement', async () => {
  const id = await received()
  expect(await due(id)).toEqual([])
  const promise = { ...(await opened(id)), promise: 'Sẽ kéo điện', promisedOn: '2026-09-30' }
  await world.done(world.people.clerk, recordPromise, promise)
  const [row] = await due(id)
  expect(row).toMatchObject({ key: 'promise', dueOn: '2026-09-30', dialogueId: null, agencyId: world.agencies.economy })
  expect(row!.counting).toMatchObject({ explanation: expect.not.stringContaining('tại hội nghị') })
  const settled = { ...(await opened(id)), settlement: 'Đã kéo', settledOn: '2026-08-20' }
  await world.done(world.people.specialist, settlePetition, settled)
  expect(await due(id)).toMatchObject([{ state: 'met', metOn: '2026-08-20' }])
})

it('runs the clock that starts with its receipt, where the law over the authority knows one; none of a conference', async () => {
  const file = join(projectRoot(), 'samples/regulations/quy-dinh-11.yaml')
  const { regulation } = readRegulation(await readFile(file, 'utf8'), file)
  const origin = { origin: 'imported', ownerAuthorityId: null, basedOnId: null, enteredBy: null } as const
  await insertRegulationVersion(world.db, { regulation: regulation!, ...origin })
  const { petitionIds } = await world.done(world.people.clerk, receiveSubmission, {
    ...{ dialogueId: '', receivedOn: '2026-08-20', channel: 'fatherlandFront', raised: 'before' },
    ...{ petitionerKind: 'person', petitionerName: 'Lò Thị Mai', text: 'Hai việc.', contents: ['Điện', 'Nước'] },
  })
  for (const id of petitionIds) expect(await due(id)).toMatchObject([{ agencyId: null, dueOn: '2026-09-07' }])
  const id = await received()
  expect(await due(id)).toMatchObject([
    {
      agencyId: world.agencies.economy,
      key: 'petitionAcknowledgement',
      dueOn: '2026-09-07',
      instrument: '11-QĐi/TW',
      dialogueId: null,
    },
  ])
})

const told = { acknowledgedOn: '2026-08-20', acknowledgedChannel: 'post', acknowledgementNote: 'Số 12-TB/ĐU' }

it('keeps that clock by telling the petitioner that it is taken up, which is no answer', async () => {
  const id = await received()
  const early = { ...(await opened(id)), ...told, acknowledgedOn: '2026-08-19' }
  const { specialist } = world.people
  expect(await world.perform(specialist, acknowledgePetition, early)).toEqual({
    ok: false,
    errors: { acknowledgedOn: 'beforeStart' },
  })
  await world.done(specialist, acknowledgePetition, { ...(await opened(id)), ...told })
  expect(await due(id)).toMatchObject([{ key: 'petitionAcknowledgement', state: 'met', metOn: '2026-08-20' }])
  expect(await getPetition(world.db, world.authorityId, id)).toMatchObject({
    ...told,
    state: 'assigned',
    answeredOn: null,
  })
  await expect(
    world.perform(specialist, acknowledgePetition, { ...(await opened(id)), ...told }),
  ).rejects.toMatchObject({ code: 'petition/already-acknowledged' })
})

it('goes on after a transfer until the petitioner is told of that', async () => {
  const id = await received()
  const transfer = { toAgencyId: world.agencies.power, transferredOn: '2026-08-20', reason: 'thuộc ngành điện' }
  await world.done(world.people.clerk, transferPetition, { ...(await opened(id)), ...transfer })
  expect(await due(id)).toMatchObject([{ key: 'petitionAcknowledgement', state: 'open' }])
  world.clock.setDay('2026-08-24' as Day)
  await world.done(world.people.clerk, followTransfer, { id, petitionerToldOn: '2026-08-24' })
  expect(await due(id)).toMatchObject([{ state: 'met', metOn: '2026-08-24' }])
})
