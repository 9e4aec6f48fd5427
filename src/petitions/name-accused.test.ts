import { afterAll, beforeAll, expect, it } from 'vitest'
import { createPetitionWorld, type PetitionWorld } from '../../tests/support/petition-world.ts'
import { assignPetition } from '../procedures/assign-petition.ts'
import { receiveSubmission } from '../procedures/receive-submission.ts'
import { mergePetitions } from '../procedures/refer-petition.ts'
import { nameAccused } from './name-accused.ts'
import { visibilityOf } from './petition-scope.ts'
import { findPetitionScopes, getPetition } from './petition-store.ts'
import { listSiblings } from './submission-store.ts'

let world: PetitionWorld
beforeAll(async () => {
  world = await createPetitionWorld()
})
afterAll(() => world.close())

const read = (id: number) => getPetition(world.db, world.authorityId, id)
const versioned = async (id: number) => ({ id, version: (await read(id)).version })

/** One submission of two contents, the second given to the agency that the first will accuse. */
async function received(more: { lead?: number; supporting?: number[] } = {}) {
  const { petitionIds } = await world.done(world.people.clerk, receiveSubmission, {
    ...{ dialogueId: world.dialogueId, receivedOn: '2025-10-10', channel: 'fatherlandFront', raised: 'before' },
    ...{ petitionerKind: 'person', petitionerName: 'Lò Thị Mai', text: 'Hai việc.' },
    contents: ['Phòng Kinh tế gây khó dễ.', 'Đề nghị sửa đường.'],
  })
  const [about, beside] = petitionIds as [number, number]
  if (more.lead !== undefined) {
    const give = { leadAgencyId: more.lead, supportingAgencyIds: more.supporting ?? [] }
    await world.done(world.people.clerk, assignPetition, { ...(await versioned(beside)), ...give })
  }
  return { about, beside }
}

const accuse = async (id: number, more: Record<string, unknown> = {}) => ({
  ...(await versioned(id)),
  ...{ accusedAgencyId: world.agencies.economy, reason: 'nội dung tố cáo', ...more },
})

const maySee = async (id: number) =>
  world.people.head.may('petition:read', (await findPetitionScopes(world.db, world.authorityId, id))!.reading)

it('closes what the same person said in the same breath to whom one of the petitions accuses', async () => {
  const { about, beside } = await received({ lead: world.agencies.culture, supporting: [world.agencies.economy] })
  expect(await maySee(beside)).toBe(true)
  await world.done(world.people.clerk, nameAccused, await accuse(about))
  expect(await maySee(about)).toBe(false)
  expect(await maySee(beside)).toBe(false)
  const visibility = visibilityOf(world.people.head, world.authorityId)!
  expect(await listSiblings(world.db, visibility, (await read(beside)).submissionId)).toEqual([])
  const supports = await world.db
    .selectFrom('petitionSupport')
    .select('agencyId')
    .where('petitionId', '=', beside)
    .execute()
  expect(supports).toEqual([])
})

it('leaves open, or opens again, what is not about them only when that is said, with the reason', async () => {
  const { about, beside } = await received({ lead: world.agencies.economy })
  const { code } = await read(beside)
  await expect(world.perform(world.people.clerk, nameAccused, await accuse(about))).rejects.toMatchObject({
    code: 'petition/accused-leads',
    params: { code },
  })
  await world.done(world.people.clerk, nameAccused, await accuse(about, { freeIds: [String(beside)] }))
  expect(await maySee(beside)).toBe(true)
  expect(await maySee(about)).toBe(false)
  const second = await received({ lead: world.agencies.culture, supporting: [world.agencies.economy] })
  await world.done(world.people.clerk, nameAccused, await accuse(second.about))
  await world.done(world.people.clerk, nameAccused, await accuse(second.about, { freeIds: [second.beside] }))
  const { accusedAgencyId } = await read(second.beside)
  expect(accusedAgencyId).toBeNull()
  const log = await world.db
    .selectFrom('changeLog')
    .select('reason')
    .where('subjectKind', '=', 'petition')
    .where('subjectId', '=', second.beside)
    .where('action', '=', 'petition/name-accused')
    .execute()
  expect(log.map((line) => line.reason)).toEqual(Array(2).fill(`${(await read(second.about)).code}: nội dung tố cáo`))
})

it('frees nothing of another submission, and keeps another accused of a sibling', async () => {
  const one = await received()
  const two = await received()
  const outcome = await world.perform(
    world.people.clerk,
    nameAccused,
    await accuse(one.about, { freeIds: [two.beside] }),
  )
  expect(outcome).toEqual({ ok: false, errors: { freeIds: 'notFound' } })
  const other = { accusedAgencyId: world.agencies.culture, freeIds: [two.about] }
  await world.done(world.people.clerk, nameAccused, await accuse(two.beside, other))
  await world.done(world.people.clerk, nameAccused, await accuse(two.about))
  expect((await read(two.beside)).accusedAgencyId).toBe(world.agencies.culture)
})

it('is not got round by merging into a petition that the accused reads', async () => {
  const { about } = await received()
  const open = await received({ lead: world.agencies.economy })
  await world.done(world.people.clerk, nameAccused, await accuse(about))
  const merge = { ...(await versioned(about)), intoId: open.beside, reason: 'trùng' }
  await expect(world.perform(world.people.clerk, mergePetitions, merge)).rejects.toMatchObject({
    code: 'petition/merge-accused',
  })
})
