import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PageReader } from '../../../tests/support/page-reader.ts'
import { createPetitionWorld, type PetitionWorld } from '../../../tests/support/petition-world.ts'
import { createTestOffice } from '../../../tests/support/test-office.ts'
import { parseDay } from '../../platform/day.ts'
import { assignPetition } from '../../procedures/assign-petition.ts'
import { recordAnswerAtConference } from '../../procedures/record-answer-at-conference.ts'
import { setIntake } from '../../reception/set-intake.ts'
import { officeRoutes } from '../office/office-routes.ts'
import { portalTable } from './portal-routes.ts'

// As a browser without script: every step is a page that was sent, every button a form of it.

let world: PetitionWorld
let office: Awaited<ReturnType<typeof createTestOffice>>
let origin = ''
const logged: string[] = []

beforeAll(async () => {
  world = await createPetitionWorld()
  await world.db
    .updateTable('dialogue')
    .set({ timePlaceDecidedOn: parseDay('2025-10-10'), startsAt: '08:00' })
    .execute()
  office = await createTestOffice(
    world.db,
    world.clock,
    { office: officeRoutes, gate: [], portal: portalTable },
    undefined,
    undefined,
    (line) => logged.push(line),
  )
  origin = await office.server.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await office.close()
  await world.close()
})

const visitor = () => new PageReader(origin, 'cong/cat-hai')
const later = (seconds: number) => world.clock.set(new Date(world.clock.now().getTime() + seconds * 1000))

/** One question a page, up to the overview. */
async function written(reader: PageReader, contents = 'Đường vào thôn Trân Châu hỏng nặng.') {
  await reader.open('/gui-kien-nghi')
  await reader.press('Từng câu một')
  await reader.press('Tiếp tục', { contents })
  await reader.press('Tiếp tục')
  await reader.press('Tiếp tục', { petitionerKind: 'Một người' })
  await reader.press('Tiếp tục', { 'Họ và tên': 'Nguyễn Thị Lan' })
  await reader.press('Tiếp tục', { 'Số điện thoại': '0912 345 678', 'Thôn, tổ dân phố': 'Thôn Trân Châu' })
  await reader.press('Tiếp tục')
  later(60)
}

async function raised(reader: PageReader, contents?: string) {
  await written(reader, contents)
  await reader.press('Gửi kiến nghị', { agree: true })
  return reader.text.match(/CH-2025-\d{4}/)![0]
}

describe('raising, one question a page, without script', () => {
  it('goes from the start to the receipt and on to the page where it is followed', async () => {
    const reader = visitor()
    await written(reader)
    expect(reader.text).toContain('Chưa gửi đâu')
    expect(reader.text).toContain('Thôn Trân Châu')
    await reader.press('Gửi kiến nghị', { agree: true })
    expect(reader.address).toMatch(/\/bien-nhan\/[\w-]{27}$/)
    expect(reader.text).toContain('CH-2025-0001')
    const code = reader.text.match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)![0]
    await reader.follow('Mở trang theo dõi')
    expect(reader.text).toContain('Đường vào thôn Trân Châu hỏng nặng.')
    expect(reader.text).toContain('Đã nhận')

    const other = visitor()
    await other.open('/theo-doi')
    await other.press('Xem', { code: code.toLowerCase().replaceAll('-', ' ') })
    expect(other.text).toContain('CH-2025-0001: Đã nhận')
    expect(other.text).not.toContain('Đường vào')
    expect(other.address).not.toContain(code)
    await other.open('/theo-doi')
    await other.press('Xem', { code: '0000-0000-0000' }, { refused: 'Không tìm thấy mã này' })
    for (const number of ['CH-2025-0001', 'ch 2025 9999'])
      await other.press('Xem', { code: number }, { refused: 'Đây là mã kiến nghị' })
  })

  it('says what is missing beside its field, keeps what was typed, and comes back from the overview', async () => {
    const reader = visitor()
    await reader.open('/gui-kien-nghi')
    await reader.press('Từng câu một')
    await reader.press('Tiếp tục', { contents: '' }, { refused: 'Cần điền mục này' })
    await reader.press('Thêm một nội dung nữa', { contents: 'Chợ bẩn.' })
    await reader.press('Tiếp tục', { contents: ['Chợ bẩn.', 'Thiếu đèn.'] })
    await reader.press('Tiếp tục')
    await reader.press('Tiếp tục', { petitionerKind: 'Nhiều người cùng gửi' })
    await reader.press('Tiếp tục', { petitionerName: 'Các hộ tổ 3' }, { refused: 'Cần điền mục này' })
    await reader.press('Tiếp tục', { 'Người đại diện': 'Ông Tư', 'Có bao nhiêu người': '24' })
    await reader.press('Tiếp tục', { 'Số điện thoại': 'hỏi con tôi' }, { refused: 'Số điện thoại' })
    expect(reader.html).toContain('hỏi con tôi')
    await reader.press('Tiếp tục', { 'Số điện thoại': '' })
    await reader.press('Tiếp tục', { confidential: true })
    expect(reader.text).toContain('24 người')
    expect(reader.text).toContain('Thiếu đèn.')
    later(60)
    await reader.press('Gửi kiến nghị', {}, { refused: 'Cần ông/bà đồng ý' })
    await reader.press('Gửi kiến nghị', { agree: true })
    expect(reader.text.match(/CH-2025-\d{4}/g)).toHaveLength(2)
  })

  it('takes photos without the place they were taken, and lets them be taken out', async () => {
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
      .withExif({ IFD3: { GPSLatitude: '20/1 43/1 0/1', GPSLatitudeRef: 'N' } })
      .jpeg()
      .toBuffer()
    const reader = visitor()
    await reader.open('/gui-kien-nghi')
    await reader.press('Cả trong một trang')
    await reader.press('Tiếp tục', {
      ...{ contents: 'Ổ gà.', petitionerKind: 'Một người', petitionerName: 'Lan' },
      files: { file: photo, name: 'nhà tôi.jpg' },
    })
    expect(reader.text).toContain('nhà tôi.jpg')
    later(60)
    await reader.press('Gửi kiến nghị', { agree: true })
    const [row] = await world.db.selectFrom('attachment').select(['sha256', 'subjectKind', 'label']).execute()
    expect(row).toMatchObject({ subjectKind: 'petition', label: 'fromPetitioner' })
    const chunks: Buffer[] = []
    for await (const chunk of await office.files.open(row!.sha256)) chunks.push(chunk as Buffer)
    expect((await sharp(Buffer.concat(chunks)).metadata()).exif).toBeUndefined()
  })

  it('says of each file that is refused which and why, and takes the others; a seventh is named, none vanishes', async () => {
    const heic = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), Buffer.alloc(64)])
    const reader = visitor()
    await reader.open('/gui-kien-nghi')
    await reader.press('Cả trong một trang')
    expect(reader.html).toMatch(/accept="[^"]*image\/jpeg[^"]*\.jpeg/)
    const typed = { contents: `${'dài '.repeat(1500)}hết.`, petitionerKind: 'Một người', petitionerName: 'Lan' }
    const sent = (name: string, file: Buffer) => ({ ...typed, files: { file, name } })
    await reader.press('Tiếp tục', sent('IMG_1.HEIC', heic), { refused: 'IMG_1.HEIC: Ảnh này ở dạng HEIC' })
    expect(reader.text).toContain('Mỗi nội dung tối đa 5.000 chữ')
    expect(reader.html).toContain('dài hết.')
    expect(reader.html).not.toMatch(/<textarea[^>]*maxlength/)
    typed.contents = 'Ngắn.'
    await reader.press('Tiếp tục', sent('don.html', Buffer.from('<html></html>')), { refused: 'don.html: Không nhận' })
    const body = new FormData()
    for (const [name, value] of Object.entries({ ...typed, petitionerKind: 'person' })) body.append(name, value)
    for (let n = 1; n <= 8; n++) body.append('files', new Blob([`tờ ${n}`]), `to ${n}.txt`)
    const reply = await fetch(origin + reader.address, { method: 'POST', body })
    expect(reply.status).toBe(422)
    expect(await reply.text()).toContain('Nhận tối đa 6 tệp. Chưa nhận: to 7.txt, to 8.txt.')
    await reader.open(reader.address, { outside: true })
    expect(reader.text).toContain('to 6.txt')
  })

  it('sent twice makes one, and the address of the draft leads to the receipt from then on', async () => {
    const reader = visitor()
    await written(reader, 'Gửi hai lần.')
    const draft = reader.address
    await reader.press('Gửi kiến nghị', { agree: true })
    const receipt = reader.address
    await reader.open(draft, { outside: true })
    expect(reader.address).toBe(receipt)
    const rows = await world.db.selectFrom('petition').select('id').where('content', '=', 'Gửi hai lần.').execute()
    expect(rows).toHaveLength(1)
  })

  it('holds what a machine fills in, and says so on the receipt', async () => {
    const reader = visitor()
    await written(reader, 'Máy gửi.')
    await reader.press('Gửi kiến nghị', { agree: true, website: 'http://x' })
    expect(reader.text).toContain('Người của cơ quan xem trước')
  })
})

describe('coming back', () => {
  it('adds, contests the answer, and withdraws', async () => {
    const reader = visitor()
    const code = await raised(reader, 'Cầu yếu.')
    await reader.follow('Mở trang theo dõi')
    await reader.follow('Bổ sung thông tin, ảnh')
    await reader.press('Gửi bổ sung', { text: 'Lan can gãy.' })
    expect(reader.text, 'said with the petition it was about').toMatch(/CH-2025-\d+ \S[\s\S]*Đã nhận phần bổ sung\./)
    const petition = await world.db
      .selectFrom('petition')
      .selectAll()
      .where('code', '=', code)
      .executeTakeFirstOrThrow()
    const { id, version } = petition
    await world.done(world.people.clerk, assignPetition, { id, version, leadAgencyId: world.agencies.economy })
    world.clock.setDay(parseDay('2025-10-30'))
    await world.held()
    await world.done(world.people.clerk, recordAnswerAtConference, {
      ...{ id, version: version + 1, text: 'Sẽ sửa.', answeredByName: 'Chủ tịch', answeredOn: '29/10/2025' },
    })
    await reader.open(reader.address.split('?')[0]!, { outside: true })
    expect(reader.text).toContain('Sẽ sửa.')
    expect(reader.text).toContain('gửi tiếp được đến hết ngày 28/11/2025')
    await reader.follow('Cho biết đã được giải quyết chưa')
    await reader.press('Gửi ý kiến', { solved: 'Chưa', clear: 'Rõ' })
    expect(reader.text).toContain('Đã ghi nhận ý kiến')
    await reader.follow('Chưa đồng ý, gửi tiếp')
    await reader.press('Gửi tiếp kiến nghị', { reason: 'Không nói bao giờ sửa.' })
    expect(reader.text).toContain(`Tiếp tục kiến nghị ${code}`)
    await reader.follow('Rút kiến nghị')
    await reader.press('Rút kiến nghị', { reason: '' })
    expect(reader.text).toContain('Ông/bà đã rút kiến nghị.')
    world.clock.setDay(parseDay('2025-10-20'))
    await world.held('preparing')
  })

  it('answers 404 for another’s secret and for what is no secret at all', async () => {
    const secret = 'A'.repeat(27)
    for (const path of [
      `/theo-doi/${secret}`,
      `/bien-nhan/${secret}`,
      '/theo-doi/1',
      `/phat-bieu/${secret}`,
      `/yeu-cau/x`,
    ]) {
      const answer = await fetch(`${origin}/cong/cat-hai${path}`)
      expect([path, answer.status]).toEqual([path, 404])
    }
  })

  it('checks a receipt without telling whose it is', async () => {
    const reader = visitor()
    await raised(reader, 'Kiểm tra.')
    const check = reader.text.match(/([0-9A-Z]{4}-){5}[0-9A-Z]{4}/)![0]
    await reader.open('/kiem-tra-bien-nhan')
    await reader.press('Kiểm tra', { check })
    expect(reader.text).toContain('Biên nhận có thật')
    expect(reader.text).not.toContain('Lan')
    await reader.press('Kiểm tra', { check: check.replace(/.$/, 'Z') }, { refused: 'Không có biên nhận nào' })
  })
})

describe('registering', () => {
  it('registers to speak, shows the place and takes it back', async () => {
    const reader = visitor()
    await reader.open(`/hoi-nghi/${world.dialogueId}/dang-ky-phat-bieu`)
    await reader.press('Đăng ký phát biểu', { content: 'Nước sạch.' }, { refused: 'Cần ông/bà đồng ý' })
    expect(reader.text, 'all that is missing is said at once').toMatch(
      /Cần điền mục này[\s\S]*Xin để lại số điện thoại/,
    )
    await reader.press('Đăng ký phát biểu', { speakerName: 'Bà Hoa', phone: '0900 000 001', agree: true })
    expect(reader.text).toContain('Thứ tự hiện nay: 1')
    await reader.press('Rút đăng ký')
    expect(reader.text).toContain('Đã rút')
  })

  it('asks for a dialogue, which others sign', async () => {
    const reader = visitor()
    await reader.open('/yeu-cau-doi-thoai')
    await reader.press('Gửi yêu cầu', {
      ...{ content: 'Quy hoạch bãi tắm.', requesterKind: 'Nhiều cử tri cùng yêu cầu', requesterName: 'Ông Ba' },
      ...{ phone: '0900 000 002', agree: true },
    })
    expect(reader.text).toContain('1 người đã ký')
    const sign = reader.text.match(/\/cong\/cat-hai\/cung-ky\/[\w-]{27}/)![0]
    const other = visitor()
    await other.open(sign, { outside: true })
    expect(other.text).not.toContain('Ông Ba')
    await other.press('Cùng ký', { name: 'Bà Tám', contact: 'tam@example.vn', agree: true })
    expect(other.text).toContain('2 người đã ký')
  })
})

it('is closed with the reason and another way, and what was sent stays open', async () => {
  const close = { open: 'no', closedReason: 'Bảo trì', elsewhere: 'Một cửa', contestDays: 30, version: 0 }
  await world.done(world.people.clerk, setIntake, close)
  const reader = visitor()
  await reader.open('/gui-kien-nghi')
  expect(reader.text).toContain('Cổng đang tạm ngừng nhận kiến nghị')
  expect(reader.text).toContain('Một cửa')
  await world.done(world.people.clerk, setIntake, { ...close, open: 'yes', version: 1 })
})

it('limits tries of codes by address, with the time to wait', async () => {
  let answer = new Response()
  for (let at = 0; at < 21; at += 1)
    answer = await fetch(`${origin}/cong/cat-hai/theo-doi`, {
      method: 'POST',
      body: new URLSearchParams({ code: 'x' }),
    })
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
})

it('never wrote a secret into the log, whatever its level', () => {
  expect(logged.length).toBeGreaterThan(10)
  expect(logged.filter((line) => /[\w-]{27}/.test(line.replace(/"reqId":"[^"]*"/, '')))).toEqual([])
})
