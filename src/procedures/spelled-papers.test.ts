import { afterAll, beforeAll, expect, it } from 'vitest'
import { textsOf } from '../../tests/support/filled-papers.ts'
import { petitionSteps } from '../../tests/support/petition-steps.ts'
import { createPetitionWorld, type PetitionWorld } from '../../tests/support/petition-world.ts'
import { testActor } from '../../tests/support/test-actor.ts'
import { drawPaper } from '../papers/draw-paper.ts'
import { offeredPapers } from '../papers/offered-papers.ts'
import { setSpelling } from '../papers/set-spelling.ts'
import { parseDay } from '../platform/day.ts'

const today = parseDay('2025-10-21')
let world: PetitionWorld
const { assigned } = petitionSteps(() => world)
beforeAll(async () => {
  world = await createPetitionWorld()
})
afterAll(() => world.close())

async function drawn(kind: string) {
  const { db, authorityId, dialogueId, agencies } = world
  const asked = { kind, variant: '', subjectKind: 'dialogue', subjectId: dialogueId, issuerAgencyId: agencies.office }
  return (await drawPaper(db, authorityId, { ...asked, today }))!.sheet
}

it('an office keeps to its own way of writing tone marks; names and words of people stay as they were written', async () => {
  const { authorityId, agencies } = world
  await assigned({ petitionerName: 'Lò Thị Thúy Hòa', text: 'Đề nghị Ủy ban sửa nhà văn hóa.' })
  const before = textsOf(await drawn('petitionDigest')).join('\n')
  expect(before).toMatch(/Văn phòng Đảng ủy/)
  const administrator = testActor('administrator', { authorityId, agencyId: agencies.office, accountId: null })
  const other = { versionNo: '0', uy: 'y', oa: 'a' }
  await world.done(administrator, setSpelling, other)
  const sheet = await drawn('petitionDigest')
  const said = textsOf(sheet).join('\n')
  expect(said).toContain('Văn phòng Đảng uỷ')
  expect(said).not.toContain('Đảng ủy')
  expect(said).toContain('Lò Thị Thúy Hòa')
  expect(said).toContain('Đề nghị Ủy ban sửa nhà văn hóa.')
  expect(JSON.stringify(sheet.head)).toContain('Đảng uỷ')
  expect(JSON.stringify(sheet.head)).not.toContain('Đảng ủy')
  await expect(world.perform(administrator, setSpelling, other)).rejects.toThrow('paper-template/changed-meanwhile')
  await expect(world.perform(world.people.clerk, setSpelling, { ...other, versionNo: '1' })).rejects.toThrow()
})

it('of the digest only the tables lie across; without rows nothing does', async () => {
  const sheet = await drawn('petitionDigest')
  expect(sheet.landscape).toBeUndefined()
  const across = sheet.body.filter((block) => block.type === 'landscape')
  expect(across).toHaveLength(1)
  expect(across[0]!.blocks.some((block) => block.type === 'table')).toBe(true)
  const empty = await drawn('continuedPetitionSummary')
  expect(empty.body.some((block) => block.type === 'landscape')).toBe(false)
})

it('a ballot and its tally are offered where there is something to rate, and never have a number', async () => {
  const { db, authorityId, dialogueId, agencies } = world
  const kinds = async () => (await offeredPapers(db, authorityId, 'dialogue', dialogueId)).map(({ kind }) => kind)
  expect(await kinds()).not.toContain('satisfactionBallot')
  expect(await kinds()).not.toContain('surveySummary')
  const form = { groups: [{ key: 'a', label: 'Thái độ' }], scale: [{ key: 'x', label: 'Hài lòng', positive: true }] }
  await db
    .insertInto('survey')
    .values({ authorityId, dialogueId, title: 'Phiếu', form: JSON.stringify({ ...form, legalBasis: 'x' }) })
    .execute()
  expect(await kinds()).toContain('satisfactionBallot')
  const book = { name: 'Sổ', issuerAgencyId: agencies.office, paperKinds: [], mode: 'ours', period: 'year' }
  await db
    .insertInto('numberBook')
    .values({ authorityId, ...book, pattern: '{n}/{kind}-VP', fromDay: parseDay('2025-01-01') })
    .execute()
  expect((await drawn('satisfactionBallot')).head).toMatchObject({ number: null, symbol: null })
  expect((await drawn('surveySummary')).head).toMatchObject({ number: null, symbol: null })
  expect((await drawn('petitionDigest')).head!.symbol).not.toBeNull()
})
