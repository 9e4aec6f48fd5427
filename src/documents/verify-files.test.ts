import { randomBytes } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type DocumentHouse, openDocumentHouse } from '../../tests/support/document-house.ts'
import { parseDay } from '../platform/day.ts'
import { attachUpload, eraseAttachment, findAttachment } from './attachment-store.ts'
import { removeErasedFiles, sweepUnboundFiles, verifyFiles } from './verify-files.ts'

const FLIPS = process.env['PROOF'] === '1' ? 500 : 40

let house: DocumentHouse
beforeAll(async () => {
  house = await openDocumentHouse()
})
afterAll(() => house.close())
beforeEach(() => house.clock.setDay(parseDay('2027-01-01')))

const check = (graceMinutes?: number) =>
  verifyFiles(
    house.db,
    house.files,
    graceMinutes === undefined ? { now: new Date() } : { now: new Date(), graceMinutes },
  )
const pathOf = (sha256: string) => join(house.folder, 'files', sha256.slice(0, 2), sha256.slice(2))

async function attached(content: Buffer, subjectId = 1) {
  const kept = await house.files.put(content)
  const upload = { name: 'tệp.pdf', mediaType: 'application/pdf', ...kept }
  const id = await attachUpload(house.context(), { subjectKind: 'dossier', subjectId, upload })
  return { id, ...kept }
}

test('whole files verify clean', async () => {
  await attached(randomBytes(5000))
  await attached(Buffer.alloc(0))
  expect((await check()).problems).toEqual([])
})

test(`each of ${FLIPS} flipped bits is found`, async () => {
  const { sha256 } = await attached(randomBytes(777))
  const good = await readFile(pathOf(sha256))
  for (let flip = 0; flip < FLIPS; flip += 1) {
    const bad = Buffer.from(good)
    const bit = (flip * 7919) % (bad.length * 8)
    bad[bit >> 3]! ^= 1 << (bit & 7)
    await writeFile(pathOf(sha256), bad)
    expect((await check()).problems).toEqual([{ sha256, problem: 'altered' }])
  }
  await writeFile(pathOf(sha256), Buffer.concat([good, Buffer.from('x')]))
  expect((await check()).problems).toEqual([{ sha256, problem: 'altered' }])
  await writeFile(pathOf(sha256), good)
  expect((await check()).problems).toEqual([])
})

test('a row without its file, a file without its row, and strangers are found', async () => {
  const { sha256 } = await attached(randomBytes(100))
  await rm(pathOf(sha256))
  const orphan = await house.files.put(randomBytes(100))
  await writeFile(join(house.folder, 'files', 'note.txt'), 'x')
  const problems = [
    { sha256, problem: 'missing' },
    { sha256: orphan.sha256, problem: 'orphan' },
    { sha256: 'note.txt', problem: 'stranger' },
  ]
  expect((await check()).problems).toEqual(problems)
  expect((await check(60)).problems).toEqual([problems[0], problems[2]])
  await rm(join(house.folder, 'files', 'note.txt'))
  await house.db.deleteFrom('attachment').where('sha256', '=', sha256).execute()
  await house.db.deleteFrom('storedFile').where('sha256', '=', sha256).execute()
  expect(await sweepUnboundFiles(house.db, house.files, new Date())).toBe(0)
  expect(await sweepUnboundFiles(house.db, house.files, new Date(Date.now() + 25 * 3_600_000))).toBe(1)
  expect((await check()).problems).toEqual([])
})

test('an erased file leaves its tombstone; the bytes go unless another record still needs them', async () => {
  const content = randomBytes(64)
  const first = await attached(content, 1)
  const second = await attached(content, 2)
  await eraseAttachment(house.context(), first.id, 'Theo yêu cầu')
  expect(await removeErasedFiles(house.db, house.files)).toBe(0)
  expect(await house.files.has(first.sha256)).toBe(true)
  await eraseAttachment(house.context(), second.id, 'Theo yêu cầu')
  expect((await check()).problems).toEqual([{ sha256: first.sha256, problem: 'notErased' }])
  expect(await removeErasedFiles(house.db, house.files)).toBe(1)
  expect(await house.files.has(first.sha256)).toBe(false)
  expect((await check()).problems).toEqual([])
  const tombstone = await findAttachment(house.db, house.authorityId, first.id)
  expect(tombstone).toMatchObject({ sha256: first.sha256, erasedReason: 'Theo yêu cầu', name: 'noi-dung-da-xoa' })
  await expect(eraseAttachment(house.context(), first.id, 'x')).rejects.toThrow('attachment/already-erased')
})
