import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catHaiHouse } from '../../samples/cat-hai/cat-hai-house.ts'
import { haiPhongHouse } from '../../samples/cat-hai/hai-phong-house.ts'
import { hoangPhuHouse } from '../../samples/hoang-phu/hoang-phu-house.ts'
import type { Day } from '../../src/platform/day.ts'
import { type Journey, openJourney } from '../support/http-journey.ts'
import type { PageReader } from '../support/page-reader.ts'
import { sameInEveryFormat } from '../support/same-in-every-format.ts'
import { unpackedZip } from '../support/unpacked-zip.ts'

/*
 * A quarter and a year of the special zone of Cát Hải, reported to the city (004 VI.1): the Board of the zone gathers,
 * the Board of the city returns one, then accepts. Quarter III is due before 15/9/2025, a Monday → Friday 12/9; the year
 * before 15/11, a Saturday → Friday 14/11. The year begins on 01/01/2025, the first report there is.
 */
const TABLE = '/bao-cao/tong-hop?ky=20253&bieu=reportForm1'

let journey: Journey
let record = ''
beforeAll(async () => {
  journey = await openJourney([haiPhongHouse, hoangPhuHouse, catHaiHouse], '2025-09-08')
})
afterAll(() => journey?.close())

const board = () => journey.as('board')
const city = () => journey.of(haiPhongHouse, 'superior')

/** Opens every figure of a page and compares the number there with the records listed. Gives how many there were. */
async function openEveryFigure(reader: PageReader, address = '/so?so='): Promise<number> {
  const links = reader
    .$(`main a[href*="${address}"]`)
    .toArray()
    .map((link) => ({ href: reader.$(link).attr('href')!, stated: Number(reader.$(link).text().replace(/\./g, '')) }))
  for (const { href, stated } of links) {
    await reader.open(href, { outside: true })
    const amounts = reader
      .$('main tbody td[data-label="Tính là"]')
      .toArray()
      .map((cell) => Number(reader.$(cell).text().replace(/\./g, '')))
    expect(
      amounts.reduce((sum, one) => sum + one, 0),
      href,
    ).toBe(stated)
    expect(amounts.every((one) => one > 0)).toBe(true)
  }
  return links.length
}

/** What happened, put straight into the tables: how it is entered is told by other journeys. */
async function hold(heldOn: string, petitions: readonly { answeredOn?: string; content: string }[]) {
  const { db } = journey
  const { id: authorityId } = await db
    .selectFrom('authority')
    .select('id')
    .where('slug', '=', catHaiHouse.slug)
    .executeTakeFirstOrThrow()
  const { regulationVersionId } = await db
    .selectFrom('authorityRegulation')
    .select('regulationVersionId')
    .where('authorityId', '=', authorityId)
    .executeTakeFirstOrThrow()
  const { id: dialogueId } = await db
    .insertInto('dialogue')
    .values({
      ...{ authorityId, regulationVersionId, title: 'Đối thoại về nuôi biển', kind: 'thematic', form: 'inPerson' },
      ...{ chairModel: 'partySecretary', state: 'held', heldOn: heldOn as Day, venue: 'Hội trường khu Cát Bà' },
      ...{ attendancePeople: 120, attendanceWomen: 50, attendanceDelegates: 30, topic: 'Nuôi biển' },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [at, { content, answeredOn }] of petitions.entries()) {
    const { id: petitionerId } = await db
      .insertInto('petitioner')
      .values({ authorityId, kind: 'person', name: `Người dân ${at}` })
      .returning('id')
      .executeTakeFirstOrThrow()
    const base = { authorityId, dialogueId, petitionerId, receivedOn: heldOn as Day }
    const { id: submissionId } = await db
      .insertInto('submission')
      .values({ ...base, channel: 'letter', text: content })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('petition')
      .values({
        ...{ ...base, submissionId, content, code: `CH-${heldOn}-${at}`, raised: 'atConference' },
        ...(answeredOn
          ? { state: 'answered', answeredOn: answeredOn as Day, answeredHow: 'atConference' }
          : { state: 'assigned' }),
      })
      .execute()
  }
}

describe('the third quarter', () => {
  it('is begun with what was counted, zeros stated, each figure opening what it counts', async () => {
    await hold('2025-08-20', [
      { content: 'Bến cá xuống cấp', answeredOn: '2025-08-20' },
      { content: 'Giá nước sinh hoạt' },
      { content: '=HYPERLINK("http://x","Cấp phép lồng bè")' },
    ])
    const clerk = await board()
    await clerk.open('/bao-cao/20253')
    await clerk.press('Lập số liệu báo cáo')
    record = clerk.address.replace(/^\/[^/]+/, '')
    expect(clerk.text).toContain('Kết quả thực hiện công tác đối thoại quý III năm 2025')
    expect(clerk.text).toContain('01/01/2025 – 12/09/2025')
    expect(clerk.text).toContain('Ý kiến, kiến nghị: Tiếp nhận trong kỳ3')
    expect(clerk.text).toContain('Số cuộc đối thoại: Đột xuất0')
    await clerk.open(`${record}/so?so=received`)
    expect(clerk.text).toContain('Ý kiến tiếp nhận trong kỳ: 3')
    expect(clerk.text).toContain('Giá nước sinh hoạt')
    await clerk.open(`${record}/so?so=adHoc`)
    expect(clerk.text).toContain('Không có hồ sơ nào: số 0')
  })

  it('opens from every figure exactly the records it counts', async () => {
    const clerk = await board()
    await clerk.open(record)
    expect(await openEveryFigure(clerk)).toBe(24)
  })

  it('keeps what was counted beside what a hand corrected, and asks why', async () => {
    const clerk = await board()
    await clerk.open(`${record}/sua-so?so=attendance`)
    expect(clerk.text).toContain('Số tính được150')
    await clerk.press('Sửa', { 'Số ghi trong báo cáo': '180' }, { refused: 'Cần điền mục này.' })
    await clerk.press('Sửa', { 'Lý do': 'Thêm 30 người dự trực tuyến chưa điểm danh' })
    expect(clerk.text).toContain('Số tính được: 150. Lý do: Thêm 30 người dự trực tuyến chưa điểm danh')
    await clerk.open(`${record}/so?so=attendance`)
    expect(clerk.text).toContain('Tổng lượt người dự: 150')
    expect(clerk.text).toContain('Báo cáo ghi 180, sửa bằng tay. Lý do: Thêm 30 người dự')
  })

  it('is missing in the table of the city until it is submitted', async () => {
    const above = await city()
    await above.open(TABLE)
    expect(above.text).toContain('Cát Hải (chưa nộp)')
    // its place alone, no zeros: a zero would be a figure that was reported
    expect(above.$('main table').first().find('tbody td').text()).toBe('1')
    const clerk = await board()
    await clerk.open(record)
    await above.press('Nhắc các đơn vị chưa nộp')
    expect(above.text).toContain('Đã nhắc 1 đơn vị.')
    await clerk.open('/tin')
    expect(clerk.text).toContain('Đỗ Thị Thu Hằng nhắc nộp báo cáo quý III năm 2025, hạn 12/09/2025')
    await clerk.open(record)
    await clerk.follow('Nộp lên cấp trên')
    expect(clerk.text).toContain(
      'những gì phát sinh từ 09/09/2025 đến hết 12/09/2025 không có trong báo cáo này mà tính vào báo cáo kỳ sau',
    )
    await clerk.press('Nộp ngay hôm nay')
    expect(clerk.text).toContain('Đã nộp, chờ duyệt')
    await above.open('/tin')
    await above.follow('Cát Hải đã nộp báo cáo quý III năm 2025')
    expect(above.text).toContain('Kết quả thực hiện công tác đối thoại quý III năm 2025')
    await above.open('/')
    await above.follow('Báo cáo quý III 2025: 1 đơn vị đã nộp, chờ chấp nhận')
    expect(above.piece('Chờ chấp nhận', 'Đặc khu Cát Hải')).toContain('Chờ chấp nhận (1)')
    await above.open(TABLE)
    expect(above.text).toContain('1/1 báo cáo đã nộp')
    expect(above.piece('Cộng')).toMatch(/^Cộng1010100100018003112/)
  })

  it('is met on its day, returned with a remark, and open again', async () => {
    const above = await city()
    await above.open(`/${catHaiHouse.slug}${record}`, { outside: true })
    await above.follow('Trả lại báo cáo')
    await above.press('Trả lại báo cáo', { 'Cần sửa gì': 'Bổ sung kiến nghị tiếp nhận tại khu Cát Bà.' })
    const clerk = await board()
    await clerk.open('/tin')
    await clerk.follow('Báo cáo quý III năm 2025 bị trả lại: Bổ sung kiến nghị tiếp nhận tại khu Cát Bà.')
    expect(clerk.text).toContain('Bị trả lại')
    await clerk.open('/')
    await clerk.follow('Báo cáo quý III 2025 bị trả lại')
    expect(clerk.address.endsWith(record)).toBe(true)
    await clerk.open('/bao-cao/20253')
    expect(clerk.text).not.toContain('Đã nộp')
    expect(clerk.text).toContain('Bị trả lại')
    await clerk.open(record)
    expect(clerk.text).toContain('Bị trả lại')
    expect(clerk.text).toContain('Ý kiến của cấp trên: Bổ sung kiến nghị tiếp nhận tại khu Cát Bà.')
    await above.open(TABLE)
    expect(above.piece('Cộng')).toMatch(/^Cộng0{10}/)
  })

  it('is counted again, submitted again and accepted; then it stands', async () => {
    await hold('2025-09-05', [{ content: 'Đường vào bãi tắm' }])
    await journey.on('10/09/2025')
    const clerk = await board()
    await clerk.open(record)
    await clerk.press('Tính lại số liệu')
    expect(clerk.text).toContain('Ý kiến, kiến nghị: Tiếp nhận trong kỳ4')
    await clerk.follow('Nộp lên cấp trên')
    await clerk.press('Nộp ngay hôm nay')
    const above = await city()
    await above.open(`/${catHaiHouse.slug}${record}`, { outside: true })
    await above.press('Chấp nhận báo cáo')
    expect(above.text).toContain('Đã được chấp nhận')
    await above.open('/')
    expect(above.text).not.toContain('chờ chấp nhận')
    await clerk.open('/tin')
    expect(clerk.text).toContain('Báo cáo quý III năm 2025 đã được chấp nhận')
    await clerk.open(record)
    expect(clerk.offers('Tính lại số liệu')).toBe(false)
    expect(clerk.text).toContain('Nộp lên cấp trên10/09/2025')
    await clerk.open('/bao-cao/20253')
    expect(clerk.text).toContain('Đã nộp')
    await above.open(TABLE)
    // the corrected attendance stays as it was stated, though a second dialogue was counted
    expect(above.piece('Cộng')).toMatch(/^Cộng2020200200018004113/)
  })

  it('goes out as spreadsheet, CSV and JSON, in which no words become a formula', async () => {
    const clerk = await board()
    const json = await sameInEveryFormat(clerk, `${record}/tai`)
    expect(json).toMatchObject({ schema: 'doi-thoai.report', schemaVersion: 1, state: 'accepted' })
    expect(json.figures.attendance).toEqual({
      ...{ counted: 300, stated: 180, reason: 'Thêm 30 người dự trực tuyến chưa điểm danh' },
    })
    expect(json.figures.received).toEqual({ counted: 4, stated: 4, reason: null })
    expect(json.tables[0].rows[0].slice(0, 6)).toEqual([1, 'Cát Hải', 2, 0, 2, 0])
  })
})

describe('figures that do not add up', () => {
  it('are named, to whoever writes and to whoever judges, until the others are corrected too', async () => {
    await journey.on('11/09/2025')
    const clerk = await board()
    const above = await city()
    await above.open(`/${catHaiHouse.slug}${record}`, { outside: true })
    await above.follow('Trả lại báo cáo')
    expect(above.text).toContain('Báo cáo này đã được chấp nhận.')
    await above.press('Trả lại báo cáo', { 'Cần sửa gì': 'Rà lại số tiếp nhận.' })
    expect(above.offers('Chấp nhận báo cáo')).toBe(false)
    await above.open(TABLE)
    expect(above.piece('Cộng')).toMatch(/^Cộng0{10}/)
    await clerk.open(`${record}/sua-so?so=received`)
    await clerk.press('Sửa', { 'Số ghi trong báo cáo': '7', 'Lý do': 'Ba ý kiến ghi sổ giấy' })
    expect(clerk.text).toContain(
      'Ý kiến kỳ trước chuyển sang + Ý kiến tiếp nhận trong kỳ = 7, nhưng Ý kiến đã trả lời, giải quyết + Chuyển cơ quan khác',
    )
    await clerk.open(`${record}/sua-so?so=remainingInTime`)
    await clerk.press('Sửa', { 'Số ghi trong báo cáo': '6', 'Lý do': 'Ba ý kiến ghi sổ giấy' })
    expect(clerk.text).not.toContain('Số liệu cần đối chiếu')
    // counted again nothing a hand wrote is lost, and both stand there
    await clerk.press('Tính lại số liệu')
    expect(clerk.text).toContain('Số tính được: 4. Lý do: Ba ý kiến ghi sổ giấy')
    for (const figure of ['received', 'remainingInTime']) {
      await clerk.open(`${record}/sua-so?so=${figure}`)
      await clerk.press('Sửa', { 'Số ghi trong báo cáo': '' })
    }
    expect(clerk.text).not.toContain('Ba ý kiến ghi sổ giấy')
  })

  it('leave a report that had been accepted the day on which it came', async () => {
    await journey.on('15/09/2025')
    const clerk = await board()
    await clerk.open('/bao-cao/20253')
    expect(clerk.text).toMatch(/Bị trả lại.*quá hạn 1 ngày làm việc/)
    await clerk.open(record)
    await clerk.press('Nộp lên cấp trên')
    expect(clerk.text).toContain('Ngày nộp10/09/2025')
    const above = await city()
    await above.open(`/${catHaiHouse.slug}${record}`, { outside: true })
    await above.press('Chấp nhận báo cáo')
    await above.open(TABLE)
    expect(above.piece('Cát Hải', 'Đã được chấp nhận')).toMatch(/10\/09\/202512\/09\/2025đúng hạn$/)
    expect(above.piece('Cộng')).toMatch(/^Cộng2020200200018004113/)
  })
})

describe('each dialogue', () => {
  it('has its result in figures, zeros stated, each the way to what it counts, and as a file', async () => {
    const clerk = await board()
    await clerk.open('/bao-cao?nam=2025')
    await clerk.open(clerk.$('main a[href*="/bao-cao/hoi-nghi/"]').first().attr('href')!, { outside: true })
    expect(clerk.text).toContain('Kết quả hội nghị đối thoại')
    expect(clerk.text).toMatch(/Tổng số tiếp nhận[13]/)
    expect(clerk.text).toContain('Ý kiến, kiến nghị: Ngoài chủ đề0')
    const event = clerk.address.replace(/^\/[^/]+/, '')
    expect(await openEveryFigure(clerk)).toBe(23)
    const json = await sameInEveryFormat(clerk, `${event}/tai`)
    expect(json).toMatchObject({ schema: 'doi-thoai.event', schemaVersion: 1 })
    expect(json.figures.adHoc).toBeUndefined()
    expect(json.figures.denunciations).toBe(0)
  })
})

describe('the report as a paper', () => {
  let paper = ''

  it('takes its text, its issuer and its addressees from the report, and is drawn anew while it is a draft', async () => {
    const clerk = await board()
    await clerk.open(record)
    await clerk.press('Lập văn bản báo cáo')
    paper = clerk.address.replace(/^\/[^/]+/, '')
    expect(clerk.text).toContain('Ban Tuyên giáo và Dân vận Thành ủy')
    expect(clerk.text).toContain('tiếp nhận trong kỳ 04')
    await clerk.open(record)
    expect(clerk.text).toContain('(chưa có số)')
    await clerk.press('Cập nhật văn bản từ báo cáo')
    expect(clerk.address.replace(/^\/[^/]+/, '')).toBe(paper)
    expect((await clerk.download(`${paper}/van-ban.pdf`)).bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('is approved by another, numbered, signed and sent; its text then stands', async () => {
    const leader = await journey.as('leader')
    await leader.open(paper)
    await leader.press('Duyệt')
    const clerk = await board()
    await clerk.open(record)
    expect(clerk.offers('Cập nhật văn bản từ báo cáo')).toBe(false)
    const records = await journey.as('records')
    await records.open(`${paper}/ban-hanh`)
    await records.press('Ban hành', {
      ...{ 'Ngày văn bản': '10/09/2025', 'Người ký': 'Trần Quốc Việt', 'Chức vụ người ký': 'Trưởng Ban' },
      'Thẩm quyền ký': 'Người đứng đầu cơ quan ký',
    })
    await records.follow('Ghi nhận gửi')
    await records.press('Ghi nhận gửi', { 'Ngày gửi': '10/09/2025', 'Cách gửi': 'documentAxis' })
    await clerk.open(record)
    expect(clerk.text).toMatch(/Văn bảnKết quả thực hiện công tác đối thoại quý III năm 2025 \(\d+-BC/)
    const text = (await unpackedZip((await clerk.download(`${paper}/van-ban.docx`)).bytes))
      .get('word/document.xml')!
      .toString()
    expect(text).toContain('Trần Quốc Việt')
  })

  it('lies in the dossier of its year from then on, with its file, by nobody’s hand', async () => {
    const clerk = await board()
    await clerk.open(paper)
    await clerk.follow('Hồ sơ năm 2025')
    expect(clerk.text).toContain('Chưa ban hành kế hoạch năm.')
    expect(clerk.text).toMatch(/quý III 2025Đã có.*01-BC\/BTGDV.*năm 2025Chưa ban hành.*quý IV 2025Chưa ban hành/)
    const zip = await unpackedZip((await (await journey.as('records')).download('/ho-so/nam/2025/zip')).bytes)
    expect([...zip.keys()].filter((name) => name.startsWith('2-Bao-cao-dinh-ky/'))).toHaveLength(1)
    expect(zip.get('MUC-LUC.csv')!.toString()).toContain('Chưa ban hành')
    await clerk.open('/ho-so/nam/20255', { status: 404 })
  })
})

describe('a form that the administrator adjusts', () => {
  const swapped = { order0: '2', order1: '1', what1: 'adHoc', label1: 'Đột xuất trước' }

  const address = '/quan-tri/bieu-mau-bao-cao/reportForm1'

  it('is previewed with the figures of the last quarter, nothing kept', async () => {
    const admin = await journey.as('quantri')
    await admin.open('/quan-tri')
    await admin.follow('Mở: Biểu mẫu báo cáo')
    await admin.follow('Mẫu 1. Kết quả tổ chức đối thoại')
    expect(admin.text).toContain('Xem trước với số liệu từ 01/04/2025 đến 30/06/2025')
    await admin.press('Xem trước', { label0: 'Tổng số cuộc', order0: '' })
    expect(admin.piece('Tổng số cuộc', 'Định kỳ')).toContain('Tổng số cuộc')
    await admin.open(address)
    await admin.press('Xem trước', swapped)
    expect(admin.piece('Đột xuất trước', 'Tổng số')).toContain('Đột xuất trướcTổng số')
    await admin.open(address)
    expect(admin.text).not.toContain('Tổng số cuộc')
  })

  it('is refused beside the field, with everything typed kept', async () => {
    const admin = await journey.as('quantri')
    await admin.open(address)
    await admin.press('Lưu thành bản mới', { label0: 'Số cuộc mới', what1: '', reason: 'x' }, { refused: 'Có 1 chỗ' })
    expect(admin.$('input[name=label0]').val()).toBe('Số cuộc mới')
    await admin.open(address)
    await admin.press('Lưu thành bản mới', { label0: 'x' }, { refused: 'Cần điền mục này.' })
  })

  it('becomes a version that new reports use; those begun before keep theirs', async () => {
    const admin = await journey.as('quantri')
    await admin.open(address)
    await admin.press('Lưu thành bản mới', { ...swapped, label0: 'Tổng số cuộc', reason: 'Theo mẫu chính thức' })
    expect(admin.text).toContain('Bản 1.1')
    const clerk = await board()
    await clerk.open(record)
    expect(clerk.text).toContain('(bản 1)')
    expect(clerk.text).not.toContain('Tổng số cuộc')
  })
})

describe('the year', () => {
  let year = ''

  it('is begun with forms 1 and 2 and its text, in the adjusted form', async () => {
    await journey.on('13/11/2025')
    const clerk = await board()
    await clerk.open('/bao-cao/20256')
    await clerk.press('Lập số liệu báo cáo')
    year = clerk.address.replace(/^\/[^/]+/, '')
    expect(clerk.text).toContain('(bản 1.1)')
    expect(clerk.text).toContain('Số cuộc đối thoại: Đột xuất trước0')
    expect(clerk.text).toContain('Số cuộc đối thoại: Tổng số cuộc2')
    expect(clerk.piece('20/08/2025', 'Hội trường khu Cát Bà')).toContain('Nuôi biển')
    expect(clerk.text).toContain('IV. ĐỀ XUẤT, KIẾN NGHỊ:')
  })

  it('takes wording with places for figures, and refuses places that stand for nothing', async () => {
    const clerk = await board()
    await clerk.open(`${year}/loi-van?muc=proposals`)
    await clerk.press('Sửa lời văn', { text: 'Đề nghị {nothing}.' }, { refused: 'Có chỗ trong ngoặc nhọn' })
    await clerk.press('Sửa lời văn', { text: 'Trong {received} ý kiến có {escalated} ý kiến cần cấp trên giải quyết.' })
    expect(clerk.text).toContain('Trong 04 ý kiến có 0 ý kiến cần cấp trên giải quyết.')
  })

  it('is submitted with the number of the paper signed outside, and asks for its day', async () => {
    const clerk = await board()
    await clerk.open(`${year}/nop`)
    const number = { 'Số, ký hiệu văn bản': '15-BC/BTGDVĐU' }
    await clerk.press('Nộp ngay hôm nay', number, { refused: 'Cần điền mục này.' })
    await clerk.press('Nộp ngay hôm nay', { ...number, 'Ngày văn bản': '13/11/2025' })
    expect(clerk.text).toContain('Số 15-BC/BTGDVĐU ngày 13/11/2025 (ký ngoài chương trình)')
  })

  it('is accepted and summed by the city, with its own column names', async () => {
    const clerk = await board()
    const above = await city()
    await above.open(`/${catHaiHouse.slug}${year}`, { outside: true })
    await above.press('Chấp nhận báo cáo')
    await above.open('/bao-cao/tong-hop?ky=20256&bieu=petitionForm')
    expect(above.piece('Cộng')).toMatch(/^Cộng044100103/)
    const docx = await unpackedZip((await clerk.download(`${year}/tai?dang=docx`)).bytes)
    expect(docx.get('word/document.xml')!.toString()).toContain('Tổng số cuộc')
  })

  it('stands beside the others on the page of the city, which goes out in every format', async () => {
    const above = await city()
    await above.open('/bao-cao')
    await above.follow('So sánh các đơn vị')
    expect(above.piece('Cát Hải')).toContain('Cát Hải02')
    expect(above.text).toContain(
      'Từ Quý I/2024 đến Quý IV/2025: tiếp nhận 4 kiến nghị, trả lời 1. Trả lời bằng văn bản đúng hạn: –.',
    )
    for (const page of ['/bao-cao/so-sanh/tai?nam=2025', '/bao-cao/tong-hop/tai?ky=20256']) {
      const json = await sameInEveryFormat(above, page)
      expect(json).toMatchObject({ schemaVersion: 1, authority: { slug: haiPhongHouse.slug } })
      expect(JSON.stringify(json)).toContain('Cát Hải')
    }
    const svg = await above.download('/bao-cao/so-sanh/hinh?nam=2025')
    expect(svg.mediaType).toContain('image/svg+xml')
    expect(svg.bytes.toString()).not.toMatch(/<script|style=|href=/)
  })

  it('opens, from every figure of the zone on the page of the city, exactly the records it counts', async () => {
    const above = await city()
    await above.open('/bao-cao/so-sanh?nam=2025')
    await above.follow('Cát Hải')
    expect(above.text).toContain('Số liệu theo dõi: Đặc khu Cát Hải')
    expect(above.piece('Kiến nghị tiếp nhận')).toBe('Kiến nghị tiếp nhận4')
    expect(await openEveryFigure(above, '/so-sanh/ho-so?')).toBe(20)
    await above.open('/bao-cao/so-sanh?nam=2025')
    await above.follow('Quý III/2025')
    // of the city: by itself nothing, with the zone all
    expect(above.piece('Kiến nghị tiếp nhận')).toBe('Kiến nghị tiếp nhận04')
    await above.open('/bao-cao/so-sanh/ho-so?nam=2025&ky=Q3&so=received')
    expect(above.text).toContain('Kiến nghị tiếp nhận: 4')
    expect(above.piece('Cát Hải4')).toBe('Cát Hải4')
    await above.open('/bao-cao/so-sanh/so-lieu?nam=2025&linh-vuc=-')
    expect(above.text).toContain('cả năm 2025, Chưa phân loại')
    expect(above.piece('Kiến nghị tiếp nhận')).toBe('Kiến nghị tiếp nhận04')
    for (const wrong of ['x', 'held'])
      await above.open(`/bao-cao/so-sanh/ho-so?nam=2025&linh-vuc=-&so=${wrong}`, { status: 404 })
  })

  it('goes out in every format, each form of it', async () => {
    const clerk = await board()
    const json = await sameInEveryFormat(clerk, `${year}/tai`)
    expect(json.tables.map((table: { key: string }) => table.key)).toEqual(['reportForm1', 'reportForm2'])
    const above = await city()
    await sameInEveryFormat(above, '/bao-cao/tong-hop/tai?ky=20256&bieu=petitionForm')
  })
})

describe('the fourth quarter', () => {
  const table = TABLE.replace('20253', '20254')

  it('is not handed in on the day after its last: the city sees it overdue, and who reminds names the day', async () => {
    // received after quarter III was handed in and before it was cut off
    await hold('2025-09-11', [{ content: 'Bến phà quá tải' }])
    await journey.on('12/12/2025')
    const before = await city()
    await before.open(table)
    expect(before.piece('Đơn vị', 'Đúng hạn?', 'Cát Hải')).toMatch(/Chưa lập12\/12\/2025$/)
    await journey.on('13/12/2025')
    const above = await city()
    await above.open(table)
    expect(above.piece('Đơn vị', 'Đúng hạn?', 'Cát Hải')).toContain('12/12/2025quá hạn')
    expect(above.text).toContain('0/1 báo cáo đã nộp')
  })

  it('says that more came over than was said to remain, and comes late', async () => {
    await journey.on('15/12/2025')
    const clerk = await board()
    await clerk.open('/bao-cao/20254')
    await clerk.press('Lập số liệu báo cáo')
    expect(clerk.text).toContain('13/09/2025 – 12/12/2025')
    expect(clerk.text).toContain(
      'Báo cáo quý III 2025 ghi còn lại 3 ý kiến; báo cáo này ghi kỳ trước chuyển sang 4: hồ sơ đã thay đổi',
    )
    await clerk.press('Nộp lên cấp trên')
    const above = await city()
    await above.open(table)
    expect(above.piece('Đơn vị', 'Đúng hạn?', 'Cát Hải')).toContain('15/12/202512/12/2025nộp muộn')
  })

  it('stays late when it is returned and comes again', async () => {
    const above = await city()
    const at = (await above.open(table)).$('main a[href*="/bao-cao/ho-so/"]').first().attr('href')!
    for (const remark of ['Lần một', 'Lần hai']) {
      await above.open(`${at}/tra-lai`, { outside: true })
      await above.press('Trả lại báo cáo', { 'Cần sửa gì': remark })
      await above.open(table)
      expect(above.piece('Đơn vị', 'Đúng hạn?', 'Cát Hải')).toContain('Bị trả lại12/12/2025quá hạn')
      const clerk = await board()
      await clerk.open(at, { outside: true })
      expect(clerk.text).toContain(`Ý kiến của cấp trên: ${remark}`)
      // the list of reports owed says so too, overdue or not
      await clerk.open('/bao-cao?nam=2025')
      expect(clerk.text).toContain('Bị trả lại')
      await clerk.open(at, { outside: true })
      await clerk.press('Nộp lên cấp trên')
    }
    await above.open(at, { outside: true })
    expect(above.text).toMatch(/Lần hai.*Nộp lên cấp trên/)
    expect(above.$('main .timeline li, main ol li').length).toBeGreaterThanOrEqual(5)
  })
})

describe('the year after', () => {
  it('gives its wording to the next year, whose figures are its own', async () => {
    await journey.on('09/11/2026')
    const clerk = await board()
    await clerk.open('/bao-cao/20266')
    await clerk.press('Lập số liệu báo cáo')
    expect(clerk.text).toContain('Trong 0 ý kiến có 0 ý kiến cần cấp trên giải quyết.')
    expect(clerk.text).toContain('(bản 1.1)')
  })

  it('says of what was accepted what it said then, though a plan is entered afterwards', async () => {
    const { db } = journey
    const { id: authorityId } = await db
      .selectFrom('authority')
      .select('id')
      .where('slug', '=', catHaiHouse.slug)
      .executeTakeFirstOrThrow()
    const agency = await db
      .selectFrom('agency')
      .select('id')
      .where('authorityId', '=', authorityId)
      .executeTakeFirstOrThrow()
    const { regulationVersionId } = await db
      .selectFrom('authorityRegulation')
      .select('regulationVersionId')
      .where('authorityId', '=', authorityId)
      .executeTakeFirstOrThrow()
    const plan = { authorityId, year: 2025, title: 'Kế hoạch nhập sau', issuerAgencyId: agency.id, state: 'issued' }
    await db
      .insertInto('plan')
      .values({ ...plan, regulationVersionId })
      .execute()
    const report = await db
      .selectFrom('report')
      .select('id')
      .where('authorityId', '=', authorityId)
      .where('subjectId', '=', 20256)
      .executeTakeFirstOrThrow()
    const clerk = await board()
    await clerk.open(`/bao-cao/ho-so/${report.id}`)
    expect(clerk.text).toContain('Đã được chấp nhận')
    expect(clerk.text).toContain('kế hoạch đối thoại năm 2025 (chưa ban hành)')
    expect(clerk.text).not.toContain('Kế hoạch nhập sau')
  })

  it('cannot be judged by the zone itself, nor read from outside the tree', async () => {
    const clerk = await board()
    await clerk.open(`${record}/tra-lai`, { status: 403 })
    // of its own table there is nothing: nobody is below the zone
    await clerk.open('/bao-cao/tong-hop')
    expect(clerk.text).toContain('Không có đơn vị nào ở dưới')
    const stranger = await journey.of(hoangPhuHouse, 'clerk')
    for (const page of ['', '/so?so=received', '/tra-lai', '/tai?dang=json', '/loi-van?muc=proposals'])
      await stranger.open(`/${catHaiHouse.slug}${record}${page}`, { outside: true, status: 404 })
    for (const page of [TABLE, '/bao-cao/so-sanh', '/bao-cao/so-sanh/so-lieu', '/bao-cao/so-sanh/ho-so?so=held'])
      await stranger.open(`/${haiPhongHouse.slug}${page}`, { outside: true, status: 404 })
    for (const page of ['/bao-cao/so-sanh/tai?dang=csv', '/bao-cao/so-sanh/hinh'])
      await stranger.open(`/${haiPhongHouse.slug}${page}`, { outside: true, status: 404 })
  })
})
