import { afterAll, beforeAll, expect, it } from 'vitest'
import { createPetitionWorld, type PetitionWorld } from '../../tests/support/petition-world.ts'
import { defineNumberBook } from '../documents/define-number-book.ts'
import { getPaper, listPapers } from '../documents/paper-store.ts'
import { proposeSettlement } from '../petitions/defer-petition.ts'
import { getPetition } from '../petitions/petition-store.ts'
import { listEscalations, listTransfers } from '../petitions/referral-store.ts'
import type { Day } from '../platform/day.ts'
import { NotFound } from '../platform/errors.ts'
import { assignPetition } from './assign-petition.ts'
import { draftPaperChange } from './paper-changes.ts'
import { receiveSubmission } from './receive-submission.ts'
import { escalatePetition, transferPetition } from './refer-petition.ts'

let world: PetitionWorld
beforeAll(async () => {
  world = await createPetitionWorld()
  world.clock.setDay('2025-10-30' as Day)
  await world.held()
})
afterAll(() => world.close())

async function assigned() {
  const { petitionIds } = await world.done(world.people.clerk, receiveSubmission, {
    ...{ dialogueId: world.dialogueId, receivedOn: '2025-10-10', channel: 'fatherlandFront', raised: 'before' },
    ...{ petitionerKind: 'person', petitionerName: 'Lò Thị Mai', text: 'Đề nghị kéo điện.' },
  })
  const id = petitionIds[0]!
  const version = (await read(id)).version
  await world.done(world.people.clerk, assignPetition, { id, version, leadAgencyId: world.agencies.economy })
  return id
}
const read = (id: number) => getPetition(world.db, world.authorityId, id)
const upload = { name: 'phieu.pdf', mediaType: 'application/pdf', size: 10, sha256: 'a'.repeat(64) }
const issued = () => ({
  ...{ datedOn: '2025-10-30', signerName: 'Ông Thử', signerTitle: 'Chánh Văn phòng', signCapacity: 'head' },
  ...{ issuerAgencyId: world.agencies.office, number: '' },
})

it('records a slip signed on paper with the transfer: a paper of the petition with its number and page', async () => {
  const context = { actor: world.people.clerk, authorityId: world.authorityId, db: world.db, record: () => {} }
  await defineNumberBook(
    { ...context, now: world.clock.now(), today: '2025-10-30' as Day },
    {
      ...{ name: 'Phiếu chuyển', issuerAgencyId: world.agencies.office, paperKinds: ['transferSlip'], mode: 'ours' },
      ...{ period: 'year', termFrom: null, termTo: null, pattern: '{n}-PC/VP', firstNumber: 1 },
      ...{ fromDay: '2025-01-01' as Day, toDay: null },
    },
  )
  const id = await assigned()
  const transfer = { id, version: (await read(id)).version, toAgencyId: world.agencies.power, reason: 'lưới điện' }
  const sent = { ...transfer, transferredOn: '2025-10-30', ...issued() }
  expect(await world.perform(world.people.clerk, transferPetition, { ...sent, signerTitle: '' })).toMatchObject({
    errors: { signerTitle: 'required', signedPage: 'fileRequired' },
  })
  expect((await read(id)).state).toBe('assigned')
  await world.done(world.people.clerk, transferPetition, { ...sent, uploads: [upload] })
  const [row] = await listTransfers(world.db, world.authorityId, id)
  const paper = await getPaper(world.db, world.authorityId, row!.slipPaperId!)
  expect(paper).toMatchObject({ kind: 'transferSlip', state: 'issued', number: '01-PC/VP', subjectId: id })
  expect(paper.dialogueId).toBe(world.dialogueId)
})

it('takes a paper of this petition that was made before, and none of another', async () => {
  const [id, other] = [await assigned(), await assigned()]
  const draft = async (subjectId: number) =>
    (
      await world.done(world.people.clerk, draftPaperChange, {
        ...{ kind: 'escalation', subjectKind: 'petition', subjectId, title: 'Kiến nghị cấp trên' },
        ...{ issuerAgencyId: world.agencies.office },
      })
    ).paperId
  const [own, foreign] = [await draft(id), await draft(other)]
  const escalate = {
    id,
    version: (await read(id)).version,
    toAgencyId: world.agencies.city,
    content: 'Vượt thẩm quyền',
  }
  const sent = { ...escalate, sentOn: '2025-10-30' }
  expect(await world.perform(world.people.clerk, escalatePetition, { ...sent, paperId: foreign })).toMatchObject({
    errors: { paperId: 'notInList' },
  })
  const both = { ...sent, ...issued(), paperId: own }
  expect(await world.perform(world.people.clerk, escalatePetition, both)).toMatchObject({
    errors: { paperId: 'petition/paper-chosen-and-typed' },
  })
  await world.done(world.people.clerk, escalatePetition, { ...sent, paperId: own })
  expect((await listEscalations(world.db, world.authorityId, id))[0]!.paperId).toBe(own)
  const papers = await listPapers(world.db, world.authorityId, { subjectKind: 'petition', subjectId: id })
  expect(papers.map((paper) => paper.id)).toEqual([own])
})

it('lets the agency propose how and until when; a day gone by is refused', async () => {
  const id = await assigned()
  const propose = { id, version: (await read(id)).version, proposedSettlement: 'Nạo vét cống' }
  expect(
    await world.perform(world.people.specialist, proposeSettlement, { ...propose, proposedDueOn: '2025-10-01' }),
  ).toMatchObject({ errors: { proposedDueOn: 'beforeStart' } })
  await world.done(world.people.specialist, proposeSettlement, { ...propose, proposedDueOn: '2025-12-01' })
  expect(await read(id)).toMatchObject({
    proposedSettlement: 'Nạo vét cống',
    proposedDueOn: '2025-12-01',
    promisedOn: null,
  })
  await expect(world.perform(world.people.supporter, proposeSettlement, propose)).rejects.toBeInstanceOf(NotFound)
})
