import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { takeQueuedSheets } from '../../src/jobs/take-queued-sheets.ts'
import { checkSheet } from '../../src/lists/check-sheet.ts'
import { findProgress } from '../../src/lists/import-store.ts'
import { keepSheet } from '../../src/lists/keep-sheet.ts'
import { queueSheet } from '../../src/lists/queue-sheet.ts'
import { readSheet } from '../../src/lists/read-sheet.ts'
import { workbook } from '../support/awkward-sheets.ts'
import { createPetitionWorld, type PetitionWorld } from '../support/petition-world.ts'

/** In `npm test` a sample; the figure of the promise (5,000 rows in under ten seconds) in the proof. */
const ROWS = process.env['PROOF'] === '1' ? 5000 : 600

let world: PetitionWorld
beforeAll(async () => {
  world = await createPetitionWorld()
})
afterAll(() => world?.close())

const PLACES = [
  'đường liên thôn',
  'cống thoát nước',
  'đèn chiếu sáng',
  'trạm y tế',
  'trường mầm non',
  'bến thuyền',
  'chợ',
]
const WANTS = ['sửa chữa', 'mở rộng', 'kiểm tra', 'lắp đặt thêm', 'nạo vét', 'công khai kinh phí']

it(`a sheet of ${ROWS} rows is read, judged and taken whole`, async () => {
  const rows = Array.from({ length: ROWS }, (_, at) => [
    ...[at + 1, `Nguyễn Thị Số ${at}`, 'Thôn Trân Châu', `09${String(10_000_000 + at)}`],
    `Đề nghị ${WANTS[at % 6]} ${PLACES[at % 7]} đoạn số ${at} trước mùa mưa bão năm ${2025 + (at % 3)}`,
  ])
  const content = await workbook([['STT', 'Họ tên', 'Thôn', 'ĐT', 'Nội dung'], ...rows])
  const began = performance.now()
  const read = await readSheet(new Uint8Array(content), 'application/spreadsheetml')
  if (!read.ok) throw new Error(read.refusal)
  const [grid] = read.grids
  const { clerk } = world.people
  const file = { fileName: 'lon.xlsx', fileSha256: 'a'.repeat(64), fileSize: content.length, sheetName: '' }
  const { id } = await world.done(clerk, keepSheet, { ...file, rows: grid!.rows })
  await world.done(clerk, checkSheet, {
    ...{ id, version: 1, columns: ['ordinal', 'petitionerName', 'village', 'phone', 'content'], headRow: 1 },
    ...{ dialogueId: world.dialogueId, receivedOn: '2025-10-20', channel: 'village', raised: 'before' },
  })
  await world.perform(clerk, queueSheet, { id, version: 2 }, randomUUID())
  await takeQueuedSheets(world)
  const seconds = (performance.now() - began) / 1000
  const batch = await world.db.selectFrom('importBatch').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect(batch).toMatchObject({ state: 'taken', petitionCount: ROWS, failure: null })
  expect(await findProgress(world.db, world.authorityId, id)).toMatchObject({ done: ROWS, total: ROWS })
  const codes = await world.db.selectFrom('petition').select('code').orderBy('id').execute()
  expect(codes.map((one) => one.code)).toEqual(rows.map((_, at) => `CH-2025-${String(at + 1).padStart(4, '0')}`))
  if (process.env['PROOF'] === '1') console.log(`${ROWS} rows in ${seconds.toFixed(1)} s`)
}, 60_000)
