import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyLog } from '../../src/changes/verify-log.ts'
import { takeQueuedSheets } from '../../src/jobs/take-queued-sheets.ts'
import { gateRoutes, officeRoutes } from '../../src/web/office/office-routes.ts'
import { decomposedCsv, deputySheet, inline, rawWorkbook, villageSheet, workbook } from '../support/awkward-sheets.ts'
import type { FormVisitor } from '../support/form-visitor.ts'
import { createPetitionWorld, type PetitionWorld } from '../support/petition-world.ts'
import { sendFile } from '../support/send-file.ts'
import { signedIn } from '../support/signed-in.ts'
import { createTestOffice } from '../support/test-office.ts'

// The sheets of the people come in through the pages: brought in, their columns confirmed, their rows looked at, taken.

const PASSWORD = 'bảng tính của thôn xóm'
const IMPORTS = '/cat-hai/nhap-bang'
let world: PetitionWorld
let office: Awaited<ReturnType<typeof createTestOffice>>
let clerk: FormVisitor

beforeAll(async () => {
  world = await createPetitionWorld({ password: PASSWORD })
  office = await createTestOffice(world.db, world.clock, { office: officeRoutes, gate: gateRoutes })
  clerk = await signedIn(office.server, `clerk-${world.authorityId}`, PASSWORD)
})
afterAll(async () => {
  await office?.close()
  await world?.close()
})

const send = async (name: string, content: Buffer, visitor = clerk) => {
  await visitor.open(IMPORTS)
  return sendFile(office.server, visitor, IMPORTS, { field: 'sheet', name, content })
}
const idOf = (address: string) => Number(/\/nhap-bang\/(\d+)/.exec(address)![1])

/** Confirms the columns as they were recognised. */
async function confirm(visitor = clerk, more: Record<string, string> = {}): Promise<number> {
  const id = idOf(visitor.address)
  const action = `${IMPORTS}/${id}/cot`
  const form = visitor.page.split('<form').find((text) => text.includes(`action="${action}"`))!
  const columns = [...form.matchAll(/name="columns"[\s\S]*?<\/select>/g)].map(
    ([select]) => /<option value="(\w*)" selected/.exec(select)?.[1] ?? '',
  )
  const headRow = /name="headRow"[^>]*value="(\d+)"/.exec(form)![1]!
  const fields = {
    ...visitor.hiddenFields(action),
    headRow,
    receivedOn: '20/10/2025',
    raised: 'before',
    channel: 'village',
    dialogueId: String(world.dialogueId),
    ...more,
  }
  const body = new URLSearchParams(fields)
  for (const column of columns) body.append('columns', column)
  const reply = await office.server.inject({
    ...{ method: 'POST', url: action, payload: body.toString() },
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
  })
  expect(reply.statusCode, reply.body.slice(0, 3000)).toBe(303)
  await visitor.open(String(reply.headers['location']))
  return id
}

async function take(id: number, visitor = clerk): Promise<void> {
  await visitor.open(`${IMPORTS}/${id}/dong`)
  await visitor.post(`${IMPORTS}/${id}/nhap`, {})
  expect(visitor.text()).toContain('Đang ghi vào sổ kiến nghị')
  await takeQueuedSheets(world)
  await visitor.open(`${IMPORTS}/${id}`)
}

const petitionsOf = (id: number) =>
  world.db
    .selectFrom('importRow')
    .innerJoin('petition', 'petition.submissionId', 'importRow.submissionId')
    .innerJoin('petitioner', 'petitioner.id', 'petition.petitionerId')
    .innerJoin('submission', 'submission.id', 'petition.submissionId')
    .select([
      'rowNumber',
      'petition.content',
      'petition.state',
      'petition.subjectArea',
      'petitioner.name',
      'petitioner.phone',
    ])
    .select([
      'petition.receivedOn',
      'petitioner.villageAgencyId',
      'petition.petitionerId',
      'submission.forwardedByAgencyId',
    ])
    .where('batchId', '=', id)
    .orderBy('petition.id')
    .execute()

describe('three sheets as people keep them', () => {
  let village: number
  let file: Buffer

  it('title rows, merged head, sections, signatures: each row in its place, the person below whom another row goes on', async () => {
    file = await villageSheet()
    await send('kiến nghị thôn.xlsx', file)
    expect(clerk.address).toMatch(/\/cot$/)
    expect(clerk.text()).toContain('Cột E: Nội dung kiến nghị, phản ánh')
    village = await confirm()
    expect(clerk.text()).toContain('Ghi 4 kiến nghị')
    expect(clerk.text()).toContain('Cùng người với dòng 8')
    await take(village)
    expect(clerk.text()).toContain('Đã ghi')
    const rows = await petitionsOf(village)
    expect(rows.map((row) => [row.rowNumber, row.name, row.subjectArea, row.receivedOn])).toEqual([
      [8, 'Nguyễn Văn Sáng', 'transport', '2025-10-12'],
      [9, 'Nguyễn Văn Sáng', 'transport', '2025-10-12'],
      [10, 'Trần Thị Hoa', 'transport', '2025-10-12'],
      [12, 'Phạm Văn Đức', 'electricity', '2025-10-14'],
    ])
    expect(rows[0]).toMatchObject({ phone: '0912345678', villageAgencyId: world.agencies.village })
    expect(rows[1]!.petitionerId).toBe(rows[0]!.petitionerId)
  })

  it('the same file again is said to be here, and none of its rows is taken twice', async () => {
    await send('kiến nghị thôn (1).xlsx', file)
    await confirm()
    expect(clerk.text()).toContain('Tệp này đã được nhập ngày 20/10/2025')
    expect(clerk.text()).toContain('4 dòng giống kiến nghị đã có')
    expect(clerk.page).not.toContain('Ghi 4 kiến nghị')
  })

  it('decomposed letters and semicolons; a row without content is refused by row and column, corrected on the page', async () => {
    await send('danh sach.csv', decomposedCsv())
    const id = await confirm()
    expect(clerk.text()).toContain('Nội dung kiến nghị (cột D): Cần điền mục này.')
    expect(clerk.text()).toContain('Còn 1 dòng chưa nhận được')
    await clerk.open(`${IMPORTS}/${id}/dong/4`)
    const action = `${IMPORTS}/${id}/dong/4`
    const body = new URLSearchParams({ ...clerk.hiddenFields(action), decision: '' })
    for (const cell of ['3', 'Ngô Thị Lý', 'Trân Châu', 'Chợ cần mái che']) body.append('cells', cell)
    await office.server.inject({
      ...{ method: 'POST', url: action, payload: body.toString() },
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        cookie: [...clerk.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    })
    await take(id)
    const rows = await petitionsOf(id)
    expect(rows.map((row) => [row.rowNumber, row.name, row.content])).toEqual([
      [2, 'Hoàng Thị Ngát', 'Đề nghị khám sức khỏe định kỳ'],
      [2, 'Hoàng Thị Ngát', 'ưu tiên người cao tuổi'],
      [3, 'Vũ Đình Thảo', 'Trường tiểu học thiếu phòng học'],
      [4, 'Ngô Thị Lý', 'Chợ cần mái che'],
    ])
  })

  it('a head of two rows; several contents in a cell become several petitions, or stay one where that is chosen', async () => {
    await send('tổ đại biểu.xlsx', await deputySheet())
    expect(clerk.text()).toContain('Cột B: Cử tri – Họ tên')
    const id = await confirm(clerk, { channel: 'electedDeputy' })
    expect(clerk.text()).toContain('3 ô có nhiều nội dung')
    expect(clerk.text()).toContain('Ghi 7 kiến nghị')
    await clerk.post(`${IMPORTS}/${id}/chon`, { several: 'keep', repeats: 'skip', refused: 'wait', hidden: 'take' })
    expect(clerk.text()).toContain('Ghi 3 kiến nghị')
    await clerk.open(`${IMPORTS}/${id}/dong`)
    await clerk.post(`${IMPORTS}/${id}/chon`, { several: 'split', repeats: 'skip', refused: 'wait', hidden: 'take' })
    await take(id)
    const rows = await petitionsOf(id)
    expect(rows.map((row) => row.content)).toEqual([
      ...['Đề nghị nạo vét luồng lạch', 'Đề nghị hỗ trợ lồng bè', 'Giảm phí neo đậu'],
      ...['Kiến nghị: Thu gom rác mỗi ngày', 'Đặt thêm thùng rác ở bến'],
      ...['Nước sạch chưa đến khu dân cư', 'Giá nước tính chưa đúng'],
    ])
    // undone in one step, nothing deleted
    await clerk.open(`${IMPORTS}/${id}`)
    await clerk.post(`${IMPORTS}/${id}/hoan-tac`, { reason: 'Gửi nhầm bảng năm trước' })
    expect(clerk.text()).toContain('7 kiến nghị được ghi là đã rút')
    expect(new Set((await petitionsOf(id)).map((row) => row.state))).toEqual(new Set(['withdrawn']))
  })

  it('cannot be undone once somebody worked on one of its petitions', async () => {
    const [first] = await petitionsOf(village)
    const road = await world.db
      .selectFrom('petition')
      .selectAll()
      .where('content', '=', first!.content)
      .executeTakeFirstOrThrow()
    await clerk.open(`/cat-hai/kien-nghi/${road.id}/phan-loai`)
    await clerk.post(`/cat-hai/kien-nghi/${road.id}/phan-loai`, { kind: 'request', subjectArea: 'transport' })
    await clerk.open(`${IMPORTS}/${village}`)
    await clerk.post(`${IMPORTS}/${village}/hoan-tac`, { reason: 'Thử' })
    expect(clerk.text()).toContain(`đầu tiên là ${road.code}`)
    expect((await petitionsOf(village)).some((row) => row.state === 'withdrawn')).toBe(false)
  })

  it('the cells go when the rows are taken; the batch keeps the hash, the log holds', async () => {
    const { cells } = await world.db
      .selectFrom('importRow')
      .select('cells')
      .where('batchId', '=', village)
      .where('rowNumber', '=', 8)
      .executeTakeFirstOrThrow()
    expect(cells).toBeNull()
    await clerk.open(`${IMPORTS}/${village}`)
    expect(clerk.text()).toMatch(/[0-9a-f]{64}/)
    expect((await verifyLog(world.db)).problems).toEqual([])
  })
})

describe('a village’s own sheet', () => {
  it('comes through the village, and another agency does not know of it', async () => {
    const villager = await signedIn(office.server, `villager-${world.authorityId}`, PASSWORD)
    await send(
      'thon.xlsx',
      await workbook([
        ['Họ tên', 'Kiến nghị'],
        ['Cao Văn Lễ', 'Xin đổ bê tông đường ra ruộng'],
      ]),
      villager,
    )
    const id = await confirm(villager)
    await take(id, villager)
    expect((await petitionsOf(id))[0]).toMatchObject({ forwardedByAgencyId: world.agencies.village })
    const front = await signedIn(office.server, `front-${world.authorityId}`, PASSWORD)
    expect(await front.open(`${IMPORTS}/${id}`)).toBe(404)
    expect(await clerk.open(`${IMPORTS}/${id}`)).toBe(200)
  })
})

describe('hostile files', () => {
  const said = async (name: string, content: Buffer) => {
    const reply = await send(name, content)
    return {
      status: reply.status,
      said: reply.status === 422 ? /class="field-error[\s\S]*?<\/p>/.exec(reply.body)![0] : reply.address,
    }
  }

  it.each([
    [
      'an old .xls',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
      'Chỉ đọc được tệp .xlsx hoặc .csv',
    ],
    [
      'a page named .xlsx',
      Buffer.from('<html><table><tr><td>x</td></tr></table></html>'),
      'Chỉ đọc được tệp .xlsx hoặc .csv',
    ],
    ['nothing but white space', Buffer.from('\n\n    \n'), 'không có dòng nào'],
    ['VNI letters', Buffer.from('Hoï teân;Noäi dung\nNguyeãn Vaên An;Ñeà nghò söûa ñöôøng lieân thoân\n'), 'VNI'],
  ])('%s is refused in words', async (_, content, words) => {
    expect(await said('bang.csv', content as Buffer)).toMatchObject({
      status: 422,
      said: expect.stringContaining(words as string),
    })
  })

  it('macros, a bomb and a broken workbook are refused', async () => {
    const macro = await rawWorkbook('', ['Sheet1'], { 'xl/vbaProject.bin': 'x' })
    expect((await said('m.xlsx', macro)).said).toContain('macro')
    const bomb = await rawWorkbook('', ['Sheet1'], { 'xl/media/a.bin': Buffer.alloc(101 * 1024 * 1024) })
    expect((await said('b.xlsx', bomb)).said).toContain('lớn quá mức')
    const broken = await rawWorkbook('<row r="1"><c r="A1"')
    expect((await said('h.xlsx', broken)).status).toBe(422)
  })

  it('formulas stay words, hidden sheets stay unread, a million empty rows weigh nothing', async () => {
    const head = `<row r="1">${inline('Họ tên', 'A1')}${inline('Nội dung', 'B1')}</row>`
    const evil = `<row r="2">${inline('Đinh Văn Cú', 'A2')}<c r="B2" t="str"><f>HYPERLINK("https://evil.example","x")</f><v>Nước yếu quá</v></c></row>`
    const formula = `<row r="3">${inline('Mai', 'A3')}${inline('=cmd|&quot;/c calc&quot;!A1', 'B3')}</row>`
    const empty = Array.from({ length: 200_000 }, (_, at) => `<row r="${at + 4}"/>`).join('')
    const last = '<row r="1048576"><c r="A1048576"/></row>'
    await send('cong thuc.xlsx', await rawWorkbook(`${head}${evil}${formula}${empty}${last}`, ['Kiến nghị', 'Ẩn*']))
    expect(clerk.text()).toContain('Tệp có trang tính ẩn, không đọc: “Ẩn”')
    const id = await confirm()
    await take(id)
    expect((await petitionsOf(id)).map((row) => row.content)).toEqual(['Nước yếu quá', '=cmd|"/c calc"!A1'])
    expect(await world.db.selectFrom('importBatch').select('id').where('sheetName', '=', 'Ẩn').execute()).toEqual([])
  })

  it('hidden rows and columns are said, and taken or left out as the clerk chooses', async () => {
    const person = (row: number, name: string, said: string, hidden = '') =>
      `<row r="${row}"${hidden}>${inline(name, `A${row}`)}${inline(said, `B${row}`)}${inline('0912000111', `C${row}`)}</row>`
    const rows = [
      person(1, 'Họ tên', 'Nội dung').replace('0912000111', 'Điện thoại'),
      person(2, 'Lò Văn Hiện', 'Đường vào bản lầy lội'),
      person(3, 'Lò Văn Khuất', 'Thiếu nước sinh hoạt', ' hidden="1"'),
      person(4, 'Lò Văn Khuất', 'Thiếu nước sinh hoạt'),
    ].join('')
    const page = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="3" max="16384" hidden="1"/></cols><sheetData>${rows}</sheetData></worksheet>`
    await send('loc.xlsx', await rawWorkbook('', ['Kiến nghị'], { 'xl/worksheets/sheet1.xml': page }))
    expect(clerk.text()).toContain('có 1 dòng ẩn, 1 cột ẩn')
    expect(clerk.text()).toContain('Cột C: Điện thoại (cột ẩn)')
    const id = await confirm()
    expect(clerk.text()).toContain('1 dòng đang ẩn trong bảng tính')
    expect(clerk.text()).toContain('Ghi 2 kiến nghị')
    await clerk.post(`${IMPORTS}/${id}/chon`, { several: 'split', repeats: 'skip', refused: 'wait', hidden: 'skip' })
    expect(clerk.text()).toContain('Bỏ qua, dòng ẩn')
    await take(id)
    const rowsTaken = (await petitionsOf(id)).map((row) => [row.rowNumber, row.name])
    expect(rowsTaken, 'what a hidden row says too is not lost with it').toEqual([
      [2, 'Lò Văn Hiện'],
      [4, 'Lò Văn Khuất'],
    ])
  })

  it('a huge cell and an unreadable day hold the whole sheet up until they are left out; then the rest is taken', async () => {
    const sheet = await workbook([
      ['Họ tên', 'Nội dung', 'Ngày'],
      ['An', 'y'.repeat(25_000), null],
      ['Ba', 'Đường lầy', '32/13/2025'],
      ['Tư', 'Chợ dột mái', null],
    ])
    await send('to.xlsx', sheet)
    const id = await confirm()
    await clerk.open(`${IMPORTS}/${id}/dong`)
    expect(clerk.text()).toContain('Còn 2 dòng chưa nhận được')
    await clerk.post(`${IMPORTS}/${id}/chon`, { several: 'split', repeats: 'skip', refused: 'leave', hidden: 'take' })
    await take(id)
    expect((await petitionsOf(id)).map((row) => row.name)).toEqual(['Tư'])
  })
})
