import { afterAll, beforeAll, expect, it } from 'vitest'
import { takeQueuedSheets } from '../../src/jobs/take-queued-sheets.ts'
import { gateRoutes, officeRoutes } from '../../src/web/office/office-routes.ts'
import { workbook } from '../support/awkward-sheets.ts'
import type { FormVisitor } from '../support/form-visitor.ts'
import { createPetitionWorld, type PetitionWorld } from '../support/petition-world.ts'
import { sendFile } from '../support/send-file.ts'
import { signedIn } from '../support/signed-in.ts'
import { createTestOffice } from '../support/test-office.ts'

// đoàn thể, thôn → MTTQ → Văn phòng, through the pages of each.

const PASSWORD = 'gửi danh sách lên Mặt trận'
const LISTS = '/cat-hai/danh-sach'
let world: PetitionWorld
let office: Awaited<ReturnType<typeof createTestOffice>>
let village: FormVisitor
let front: FormVisitor
let clerk: FormVisitor
let list: string

beforeAll(async () => {
  world = await createPetitionWorld({ password: PASSWORD })
  office = await createTestOffice(world.db, world.clock, { office: officeRoutes, gate: gateRoutes })
  const enter = (who: string) => signedIn(office.server, `${who}-${world.authorityId}`, PASSWORD)
  ;[village, front, clerk] = [await enter('villager'), await enter('front'), await enter('clerk')]
})
afterAll(async () => {
  await office?.close()
  await world?.close()
})

const said = { petitionerKind: 'person', kind: 'request', receivedOn: '20/10/2025', subjectArea: 'transport' }

it('a village begins a list that nobody else knows of, and writes down what people say', async () => {
  await village.open(LISTS)
  expect(village.page).toContain('Ý kiến, kiến nghị Thôn Trân Châu, tháng 10/2025')
  await village.post(LISTS, { title: 'Kiến nghị tháng 10', dialogueId: String(world.dialogueId) })
  list = village.address
  expect(await front.open(list)).toBe(404)
  expect(await clerk.open(list)).toBe(404)
  const content = '1. Đường liên thôn lầy lội khi mưa\n2. Đèn đường không sáng'
  await village.post(`${list}/y-kien`, {
    ...said,
    content,
    petitionerName: 'Cao Thị Lý',
    phone: '0912000111',
    split: 'yes',
  })
  expect(village.text()).toContain('Đã ghi 2 ý kiến')
  await village.post(`${list}/y-kien`, { ...said, content: 'Ghi nhầm', petitionerName: 'X' })
  const wrong = await world.db
    .selectFrom('opinion')
    .select('id')
    .where('content', '=', 'Ghi nhầm')
    .executeTakeFirstOrThrow()
  const form = village.page.split('<form').find((one) => one.includes(`value="${wrong.id}"`))!
  const key = /name="_key" value="([^"]+)"/.exec(form)![1]!
  await village.post(`${list}/bo-y-kien`, { opinionId: String(wrong.id), _key: key })
  expect(village.text()).not.toContain('Ghi nhầm')
})

it('nothing typed is lost when it is refused', async () => {
  await village.open(list)
  expect(await village.post(`${list}/y-kien`, { ...said, content: 'Cầu yếu', petitionerName: '' })).toBe(422)
  expect(village.page).toContain('Cầu yếu')
  expect(await world.db.selectFrom('opinion').select('id').where('content', '=', 'Cầu yếu').execute()).toEqual([])
})

it('a sheet goes into the list, not yet among the petitions', async () => {
  await village.open(list)
  const rows = [
    ['Họ tên', 'Nội dung'],
    ['Vũ Văn Bính', 'Đường liên thôn lầy lội mỗi khi mưa'],
    ['Tô Thị Sen', 'Thiếu nước sạch mùa khô'],
  ]
  await sendFile(office.server, village, `${list}/bang`, {
    field: 'sheet',
    name: 'thang10.xlsx',
    content: await workbook(rows),
  })
  const batch = /nhap-bang\/(\d+)/.exec(village.address)![1]!
  const body = new URLSearchParams({
    ...village.hiddenFields(`/cat-hai/nhap-bang/${batch}/cot`),
    ...{ headRow: '1', receivedOn: '20/10/2025', channel: 'village', raised: 'before' },
  })
  for (const column of ['petitionerName', 'content']) body.append('columns', column)
  const cookie = [...village.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = { 'content-type': 'application/x-www-form-urlencoded', cookie }
  await office.server.inject({
    method: 'POST',
    url: `/cat-hai/nhap-bang/${batch}/cot`,
    payload: body.toString(),
    headers,
  })
  await village.open(`/cat-hai/nhap-bang/${batch}/dong`)
  await village.post(`/cat-hai/nhap-bang/${batch}/nhap`, {})
  await takeQueuedSheets(world)
  await village.open(list)
  expect(village.text()).toContain('Ý kiến trong danh sách (4)')
  expect(await world.db.selectFrom('petition').select('id').execute()).toEqual([])
})

it('the Front sees it when it is sent, gives it back with a remark, and gets it again', async () => {
  await village.post(`${list}/gui`, {})
  expect(village.text()).toContain('Đã gửi lên Ủy ban MTTQ Việt Nam')
  expect(village.page).not.toContain(`${list}/y-kien`)
  expect(await clerk.open(list)).toBe(404)
  await front.open(LISTS)
  expect(front.text()).toContain('Kiến nghị tháng 10')
  await front.open(list)
  await front.post(`${list}/tra-lai`, { reason: 'Ghi rõ xóm của từng người' })
  await village.open(list)
  expect(village.text()).toContain('Ghi rõ xóm của từng người')
  await village.post(`${list}/gui`, {})
  await front.open(list)
  const opinions = await world.db
    .selectFrom('opinion')
    .select(['id', 'content'])
    .where('state', '=', 'kept')
    .orderBy('id')
    .execute()
  const [road, , same] = opinions
  // what sounds alike is offered, the person decides
  expect(front.page).toMatch(new RegExp(`merge-${same!.id}[\\s\\S]*?<option value="${road!.id}"`))
  const form = front.page.split('<form').find((one) => one.includes(`name="opinionId" value="${same!.id}"`))!
  const key = /name="_key" value="([^"]+)"/.exec(form)![1]!
  await front.post(`${list}/gop`, { opinionId: String(same!.id), intoId: String(road!.id), _key: key })
  await front.post(`${list}/chuyen`, {})
  expect(front.text()).toContain('Đã chuyển Văn phòng')
})

it('the office receives it: petitions that came through the village, the joined one joined, everybody behind it kept', async () => {
  await clerk.open(list)
  await clerk.post(`${list}/tiep-nhan`, {})
  expect(clerk.text()).toContain('Đã tiếp nhận 4 kiến nghị')
  const rows = await world.db
    .selectFrom('petition')
    .innerJoin('submission', 'submission.id', 'petition.submissionId')
    .select(['petition.id', 'petition.content', 'petition.state', 'petition.mergedIntoId', 'submission.channel'])
    .select('submission.forwardedByAgencyId')
    .orderBy('petition.id')
    .execute()
  expect(rows.map((row) => row.state)).toEqual(['received', 'received', 'merged', 'received'])
  expect(rows[2]!.mergedIntoId).toBe(rows[0]!.id)
  expect(new Set(rows.map((row) => `${row.channel} ${row.forwardedByAgencyId}`))).toEqual(
    new Set([`village ${world.agencies.village}`]),
  )
  const behind = await world.db.selectFrom('petitionCopetitioner').select('petitionId').execute()
  expect(behind).toEqual([{ petitionId: rows[0]!.id }])
  // each hand-over stands in the log with its day, and the village sees what became of it
  const handed = await world.db
    .selectFrom('changeLog')
    .select(['action', 'after'])
    .where('subjectKind', '=', 'opinionList')
    .where('action', 'in', ['list/send', 'list/return', 'list/forward', 'list/receive'])
    .orderBy('seq')
    .execute()
  expect(handed.map(({ action, after }) => `${action} ${(after as { on: string }).on}`)).toEqual([
    'list/send 2025-10-20',
    'list/return 2025-10-20',
    'list/send 2025-10-20',
    'list/forward 2025-10-20',
    'list/receive 2025-10-20',
  ])
  expect(await village.open(`/cat-hai/kien-nghi/${rows[0]!.id}`)).toBe(200)
  const kept = await world.db
    .selectFrom('opinion')
    .select(['petitionerName', 'content'])
    .where('petitionId', 'is not', null)
    .execute()
  expect(new Set(kept.map((one) => one.petitionerName + one.content))).toEqual(new Set(['']))
})
