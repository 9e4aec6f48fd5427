import { Document, Packer, Paragraph } from 'docx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catHaiHouse } from '../../samples/cat-hai/cat-hai-house.ts'
import { haiPhongHouse } from '../../samples/cat-hai/hai-phong-house.ts'
import { stopPress } from '../../src/papers/write-paper.ts'
import { type Journey, openJourney } from '../support/http-journey.ts'
import { actOn, receive, scannedPage } from '../support/journey-acts.ts'
import { editedDocx, wordsOfDocx } from '../support/read-docx.ts'
import { readPdf, runningText } from '../support/read-pdf.ts'
import { unpackedZip } from '../support/unpacked-zip.ts'

/* A paper of Cát Hải from the data entered to the dossier: drawn, edited, approved by another, issued, taken as a file. */
const TITLE = 'Hội nghị đối thoại định kỳ năm 2025'
const IN_LIST = `${TITLE} (29/10/2025)`
/** what somebody may type who wants to be a field, a link, markup or a formula */
const ODD = '<w:hyperlink r:id="x"/> { MERGEFIELD A } =1+1 #import "x" [a](http://x.example) <b>đậm</b>'
let journey: Journey
let dialogue = 0
let dossier = 0
let digest = 0
let notice = 0

beforeAll(async () => {
  journey = await openJourney([haiPhongHouse, catHaiHouse], '2025-09-03')
})
afterAll(async () => {
  stopPress()
  await journey?.close()
})

async function wordsOfPdf(bytes: Buffer): Promise<string> {
  return runningText((await readPdf(bytes)).pages)
}

describe('Papers from data, the conference', () => {
  it('is planned, opened and fixed, and people write', async () => {
    const board = await journey.as('board')
    await board.open('/ke-hoach')
    await board.follow('Lập kế hoạch')
    await board.press('Lập kế hoạch', {
      Năm: '2025',
      'Tên kế hoạch': 'Kế hoạch thực hiện công tác đối thoại năm 2025',
      'Cơ quan ban hành': 'Đảng ủy đặc khu Cát Hải',
    })
    const plan = board.id
    await board.follow('Thêm cuộc đối thoại')
    await board.press('Thêm cuộc đối thoại', {
      'Tên cuộc đối thoại': TITLE,
      Loại: 'định kỳ',
      'Hình thức': 'trực tiếp',
      'Chủ trì': 'Bí thư Đảng ủy và Chủ tịch Ủy ban nhân dân đặc khu đồng chủ trì',
      'Từ ngày': '20/10/2025',
      'Đến ngày': '31/10/2025',
      'Nội dung, chủ đề': 'Kinh tế - xã hội',
      'Đối tượng': ['Nhân dân'],
    })
    await board.follow('Thêm nhiệm vụ')
    await board.press('Thêm nhiệm vụ', {
      ...{ 'Cơ quan': 'Văn phòng Đảng ủy đặc khu Cát Hải', 'Nội dung': 'Chuẩn bị hội nghị.', Hạn: '31/12/2025' },
    })
    const drawn = await board.download(board.linkTo('Tải bản Word (.docx)'))
    const edited = await editedDocx(drawn.bytes, 'Chuẩn bị hội nghị', 'Chuẩn bị chu đáo hội nghị')
    await board.follow('Tải lên bản Word đã sửa')
    await board.press('Tải lên bản Word đã sửa', { 'Tệp Word': { file: edited, name: 'Kế hoạch.docx' } })
    const head = await journey.as('secretaryOfParty')
    await head.open(`/ke-hoach/${plan}`)
    expect(head.text).toContain('tệp Word đã sửa: Kế hoạch.docx')
    await head.press('Duyệt kế hoạch')
    await journey.on('04/09/2025')
    const records = await journey.as('records')
    await records.open(`/ke-hoach/${plan}`)
    await records.follow('Ban hành')
    await records.press('Ban hành', {
      ...{ 'Ngày ban hành': '04/09/2025', 'Số, ký hiệu': '11', 'Người ký': 'Đoàn Hữu Lộc' },
      ...{ 'Chức vụ người ký': 'Bí thư', 'Thẩm quyền ký': 'T/M' },
    })
    const clerk = await journey.as('clerk')
    await clerk.open(`/ke-hoach/${plan}`)
    await clerk.follow('Mở văn bản, nơi nhận')
    expect((await clerk.download(clerk.linkTo('Tải bản Word (.docx)'))).bytes.equals(edited)).toBe(true)
    await clerk.open(`/ke-hoach/${plan}`)
    await clerk.follow('Mở cuộc đối thoại')
    await clerk.press('Mở cuộc đối thoại')
    dialogue = clerk.id
    await journey.on('03/10/2025')
    const chairman = await journey.as('chairman')
    await chairman.open(`/hoi-nghi/${dialogue}`)
    await chairman.follow('Quyết định thời gian, địa điểm')
    await chairman.press('Quyết định', {
      ...{ 'Ngày tổ chức': '29/10/2025', 'Bắt đầu': '08:00', 'Kết thúc': '11:30' },
      ...{ 'Địa điểm': 'Hội trường trung tâm đặc khu, Cát Bà', 'Thành phần tham dự': 'Đại diện Nhân dân 16 thôn.' },
      ...{ 'Bắt đầu tiếp nhận ý kiến': '15/09/2025', 'Kết thúc tiếp nhận ý kiến': '17/10/2025' },
    })
    const village = await journey.as('haiSon')
    await receive(
      village,
      IN_LIST,
      {
        ...{ 'Ngày nhận': '03/10/2025', 'Nêu lúc': 'Trước hội nghị', 'Kênh tiếp nhận': 'Qua thôn, tổ dân phố' },
        ...{ 'Toàn văn': 'Đường hỏng.', 'Họ tên, tên tổ chức': 'Nguyễn Văn Sự', 'Thôn, tổ dân phố': 'Thôn Hải Sơn' },
      },
      ['Sửa đường trục thôn Hải Sơn', `Xin xem ${ODD}`],
    )
    const office = await journey.as('clerk')
    await office.open('/ho-so')
    await office.follow(TITLE)
    dossier = office.id
  })
})

describe('Papers from data, the notice', () => {
  it('stands ready in its layout before anything is kept, and can be taken away', async () => {
    const clerk = await journey.as('clerk')
    await clerk.open(`/van-ban/soan?cuoc=${dialogue}`)
    await clerk.follow('Thông báo về hội nghị đối thoại')
    expect(clerk.text).toContain('Hội trường trung tâm đặc khu, Cát Bà')
    expect(clerk.text).toContain('DỰ THẢO')
    const file = await clerk.download(clerk.linkTo('Tải bản Word (.docx)'))
    expect(file.name).toBe('Thông báo về hội nghị đối thoại.docx')
    expect(await wordsOfDocx(file.bytes)).toContain('Hội trường trung tâm đặc khu, Cát Bà')
    const agency = await journey.as('kinhte')
    // an agency does not read what everybody petitioned for
    await agency.open(`/van-ban/soan?cuoc=${dialogue}&loai=petitionDigest`, { status: 404 })
  })

  it('is kept as a draft whose words can be written, and keeps them when the data change', async () => {
    const clerk = await journey.as('clerk')
    await clerk.open(`/van-ban/soan?cuoc=${dialogue}&loai=publicNotice`)
    await clerk.press('Lưu dự thảo')
    notice = clerk.id
    await clerk.follow('Sửa nội dung')
    await clerk.press('Lưu dự thảo', { 'Đoạn văn 1': `Trân trọng thông báo ${ODD}` })
    expect(clerk.text).toContain(`Trân trọng thông báo ${ODD}`)
    expect(clerk.text).toContain('Có phần sửa tay')
    const chairman = await journey.as('chairman')
    await chairman.open(`/hoi-nghi/${dialogue}`)
    await chairman.follow('Đổi thời gian, địa điểm')
    await chairman.press('Quyết định', {
      'Địa điểm': 'Nhà văn hóa thị trấn',
    })
    await clerk.open(`/van-ban/${notice}`)
    expect(clerk.text).toContain('Hội trường trung tâm đặc khu, Cát Bà')
    expect(clerk.text).not.toContain('Nhà văn hóa thị trấn')
    await clerk.follow('Cập nhật từ dữ liệu')
    expect(clerk.piece('Sẽ bỏ')).toContain('Hội trường trung tâm đặc khu, Cát Bà')
    expect(clerk.piece('Sẽ thêm')).toContain('Nhà văn hóa thị trấn')
    await clerk.press('Cập nhật từ dữ liệu')
    expect(clerk.text).toContain('Nhà văn hóa thị trấn')
    expect(clerk.text).not.toContain('Có phần sửa tay')
  })

  it('goes to those whom it names: who is added on the page stands in “Nơi nhận” of the Word file', async () => {
    const clerk = await journey.as('clerk')
    await clerk.open(`/van-ban/${notice}/noi-nhan`)
    await clerk.press('Thêm nơi nhận', {
      'Nhận để': 'biết, lưu',
      'Hoặc ghi tên nơi nhận khác': 'Hợp tác xã Vụng Ngọc',
      'Ghi sau tên trên văn bản (không bắt buộc)': 'để phối hợp',
    })
    expect(clerk.text).toContain('Hợp tác xã Vụng Ngọc (để phối hợp)')
    const word = await clerk.download(`/van-ban/${notice}/van-ban.docx`)
    expect(await wordsOfDocx(word.bytes)).toContain('Hợp tác xã Vụng Ngọc (để phối hợp)')
  })

  it('is approved by another and issued: number, date and signer stand in Word and PDF, which stay the same', async () => {
    const leader = await journey.as('leader')
    await leader.open(`/van-ban/${notice}`)
    await leader.press('Duyệt')
    const records = await journey.as('records')
    await records.open(`/van-ban/${notice}`)
    await records.follow('Ban hành')
    await records.press('Ban hành', {
      ...{ 'Ngày văn bản': '03/10/2025', 'Người ký': 'Tô Quang Huy', 'Chức vụ người ký': 'Chánh Văn phòng' },
      'Thẩm quyền ký': 'Người đứng đầu cơ quan ký',
    })
    expect(records.text).toContain('01-TB/VPĐU')
    const clerk = await journey.as('clerk')
    await clerk.open(`/van-ban/${notice}`)
    expect(clerk.offers('Sửa nội dung')).toBe(false)
    expect(clerk.offers('Cập nhật từ dữ liệu')).toBe(false)
    const word = await clerk.download(clerk.linkTo('Tải bản Word (.docx)'))
    expect(word.name).toBe('Thông báo về hội nghị đối thoại 01-TB-VPĐU.docx')
    const pdf = await clerk.download(clerk.linkTo('Tải bản PDF'))
    for (const text of [await wordsOfDocx(word.bytes), await wordsOfPdf(pdf.bytes)]) {
      expect(text).toContain('Số 01-TB/VPĐU')
      expect(text).toContain('Cát Hải, ngày 03 tháng 10 năm 2025')
      expect(text).toContain('Tô Quang Huy')
      expect(text).toContain('Nhà văn hóa thị trấn')
      expect(text).not.toContain('DỰ THẢO')
    }
    const again = await clerk.download(`/van-ban/${notice}/van-ban.docx`)
    expect(await wordsOfDocx(again.bytes)).toBe(await wordsOfDocx(word.bytes))
  })

  it('takes its signed copy, goes out to all it names, and is received', async () => {
    const records = await journey.as('records')
    await records.open(`/van-ban/${notice}`)
    await records.follow('Tải lên bản đã ký')
    await records.press('Thêm tệp', { Tệp: scannedPage('ban-ky.pdf'), 'Tệp này là': 'trang có chữ ký' })
    expect(records.text).toContain('ban-ky.pdf')
    await records.follow('Ghi nhận gửi')
    await records.press('Ghi nhận gửi', { 'Ngày gửi': '03/10/2025', 'Cách gửi': 'Trục liên thông văn bản' })
    expect(records.text).toContain('Đã gửi hết các nơi nhận.')
    await records.follow('Ghi ngày nhận của Hợp tác xã Vụng Ngọc')
    await records.press('Ghi ngày nhận', { 'Ngày nhận': '03/10/2025' })
    expect(records.text).toContain('Đã ghi ngày nhận')
  })

  it('is corrected by a new version alone, drawn from the data of that day', async () => {
    const clerk = await journey.as('clerk')
    await clerk.open(`/van-ban/${notice}`)
    expect(clerk.offers('Sửa dự thảo')).toBe(false)
    await clerk.follow('Soạn bản thay thế')
    await clerk.press('Lưu dự thảo')
    const version = clerk.id
    expect(version).not.toBe(notice)
    expect(clerk.text).toContain('Thay thế văn bản')
    await clerk.follow('Bỏ dự thảo')
    await clerk.press('Bỏ dự thảo', { 'Lý do': 'Chưa cần sửa' })
    await clerk.open(`/van-ban/${notice}`)
    expect(clerk.text).toContain('Đã ban hành')
  })

  it('lies in the dossier by itself; an agency that has nothing to do with it finds no file', async () => {
    const clerk = await journey.as('clerk')
    await clerk.open(`/ho-so/${dossier}`)
    expect(clerk.text).toContain('01-TB/VPĐU')
    const stranger = await journey.as('kinhte')
    for (const file of ['van-ban.docx', 'van-ban.pdf', 'noi-dung', 'cap-nhat'])
      await stranger.open(`/van-ban/${notice}/${file}`, { status: 404 })
  })
})

describe('Papers from data, the digest', () => {
  it('holds every petition as it was said, whatever signs are in it', async () => {
    const clerk = await journey.as('clerk')
    await clerk.open(`/van-ban/soan?cuoc=${dialogue}&loai=petitionDigest`)
    await clerk.press('Lưu dự thảo')
    digest = clerk.id
    const word = await clerk.download(`/van-ban/${digest}/van-ban.docx`)
    const pdf = await clerk.download(`/van-ban/${digest}/van-ban.pdf`)
    expect(await wordsOfDocx(word.bytes)).toContain(`Xin xem ${ODD}`)
    expect((await wordsOfPdf(pdf.bytes)).replace(/\s/g, '')).toContain(`Xinxem${ODD}`.replace(/\s/g, ''))
    const parts = await unpackedZip(word.bytes)
    const body = parts.get('word/document.xml')!.toString()
    expect(body).not.toMatch(/<w:hyperlink|MERGEFIELD[^<]*<\/w:instrText/)
    expect(parts.get('word/_rels/document.xml.rels')!.toString()).not.toContain('TargetMode="External"')
  })

  it('is edited in Word and taken back: the file is its text, still linked to its data', async () => {
    const clerk = await journey.as('clerk')
    await clerk.open(`/van-ban/${digest}`)
    const own = await clerk.download(`/van-ban/${digest}/van-ban.docx`)
    await clerk.follow('Tải lên bản Word đã sửa')
    await clerk.press('Tải lên bản Word đã sửa', { 'Tệp Word': { file: own.bytes, name: 'Đã sửa.docx' } })
    expect(clerk.text).toContain('Nội dung là tệp Word đã sửa: Đã sửa.docx')
    const taken = await clerk.download(clerk.linkTo('Tải bản Word (.docx)'))
    expect(taken.bytes.equals(own.bytes)).toBe(true)
    await clerk.open(`/van-ban/${digest}/van-ban.pdf`, { status: 404 })
    await clerk.open(`/van-ban/${digest}`)
    await clerk.follow('Bỏ bản Word, dùng lại bản soạn từ dữ liệu')
    await clerk.press('Bỏ bản Word, dùng lại bản soạn từ dữ liệu', { 'Lý do': 'Tải nhầm tệp' })
    expect(clerk.text).toContain('Sửa đường trục thôn Hải Sơn')
    expect(clerk.offers('Tải bản PDF')).toBe(true)
  })

  it('is not lost to an older copy: a file from before the last edit is asked about first', async () => {
    const clerk = await journey.as('clerk')
    const older = (await clerk.download(`/van-ban/${digest}/van-ban.docx`)).bytes
    await clerk.open(`/van-ban/${digest}/noi-dung`)
    await clerk.press('Lưu dự thảo', { 'Trích yếu': 'Tổng hợp ý kiến, kiến nghị (bản rà soát)' })
    await clerk.open(`/van-ban/${digest}/ban-word`)
    const file = { 'Tệp Word': { file: older, name: 'Bản cũ.docx' } }
    await clerk.press('Tải lên bản Word đã sửa', file, { refused: 'tải về trước lần sửa gần nhất' })
    const other = (await clerk.download(`/van-ban/${digest}/van-ban.docx`)).bytes
    await clerk.open(`/van-ban/soan?cuoc=${dialogue}&loai=agenda`)
    await clerk.press('Lưu dự thảo')
    const agenda = clerk.id
    await clerk.open(`/van-ban/${agenda}/ban-word`)
    const foreign = { 'Tệp Word': { file: other, name: 'Nhầm.docx' } }
    await clerk.press('Tải lên bản Word đã sửa', foreign, { refused: 'tải về từ một văn bản khác' })
    await clerk.press('Tải lên bản Word đã sửa', { ...foreign, 'Vẫn dùng tệp này': true })
    expect(clerk.text).toContain('Nội dung là tệp Word đã sửa: Nhầm.docx')
    await clerk.open(`/van-ban/${digest}`)
    expect(clerk.text).not.toContain('Bản cũ.docx')
    // the newest copy is taken at once, and an edited one of the same age after it
    for (const name of ['Bản mới.docx', 'Bản mới sửa.docx']) {
      await clerk.open(`/van-ban/${digest}/ban-word`)
      await clerk.press('Tải lên bản Word đã sửa', { 'Tệp Word': { file: other, name } })
      expect(clerk.text).toContain(`Nội dung là tệp Word đã sửa: ${name}`)
    }
    await clerk.open(`/van-ban/${digest}/ban-word`)
    expect(clerk.text).toContain('Bản Word đang dùng: Bản mới sửa.docx')
    await clerk.press('Tải lên bản Word đã sửa', file, { refused: 'tải về trước lần sửa gần nhất' })
    // the file it took the place of is kept, withdrawn; a colleague's page opened before is asked
    await clerk.open(`/van-ban/${digest}`)
    expect(clerk.text).toContain('Thay bằng bản Word tải lên sau.')
    const colleague = await journey.as('leader')
    await colleague.open(`/van-ban/${digest}/ban-word`)
    await clerk.open(`/van-ban/${digest}/ban-word`)
    await clerk.press('Tải lên bản Word đã sửa', { 'Tệp Word': { file: other, name: 'Bản của tôi.docx' } })
    const theirs = { 'Tệp Word': { file: other, name: 'Bản của bạn.docx' } }
    await colleague.press('Tải lên bản Word đã sửa', theirs, { refused: 'đã có bản Word khác' })
    await colleague.press('Tải lên bản Word đã sửa', { ...theirs, 'Vẫn dùng tệp này': true })
    expect(colleague.text).toContain('nên không tự duyệt')
    expect(colleague.offers('Duyệt')).toBe(false)
    await (await journey.as('secretaryOfParty')).open(`/van-ban/${digest}`)
    expect((await journey.as('secretaryOfParty')).offers('Duyệt')).toBe(true)
  })

  it('refuses a scan where a Word file is wanted', async () => {
    const clerk = await journey.as('clerk')
    await clerk.open(`/van-ban/${digest}/ban-word`)
    const scan = { file: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n'), name: 'quet.pdf' }
    await clerk.press('Tải lên bản Word đã sửa', { 'Tệp Word': scan }, { refused: 'Cần tệp Word (.docx).' })
  })
})

describe('Papers from data, a petition', () => {
  it('is answered in a letter drawn from its answer', async () => {
    const clerk = await journey.as('clerk')
    await clerk.open('/kien-nghi')
    await clerk.follow('CH-2025-0001 Sửa đường trục thôn Hải Sơn')
    const petition = clerk.id
    await actOn(clerk, petition, 'Phân loại', {
      'Lĩnh vực': 'Giao thông',
      'Nhóm trả lời': 'Kiểm tra, làm rõ, trả lời sau',
    })
    expect(clerk.offers('Soạn văn bản từ dữ liệu')).toBe(true)
  })
})

describe('Papers from data, in the words and on the Word file of the authority', () => {
  it('are drawn in its own words, and written on its own file with number and date', async () => {
    const admin = await journey.as('quantri')
    await admin.open('/quan-tri/mau-van-ban/publicNotice/sua')
    await admin.press('Lưu phiên bản mới', { 'Đoạn văn 1': 'Kính mời Nhân dân đến {venue}.', 'Sửa vì sao': 'Gọn hơn' })
    await admin.open('/quan-tri/mau-van-ban/publicNotice/tep-word')
    const lines = ['MẪU RIÊNG CỦA CÁT HẢI', 'Số {{so}}', '{{ngay}}', '{{noiDung}}', '{{nguoiKy}}']
    const children = lines.map((line) => new Paragraph(line))
    const own = await Packer.toBuffer(new Document({ sections: [{ children }] }))
    await admin.press('Tải tệp Word lên', { 'Tệp Word': { file: own, name: 'Mẫu riêng.docx' } })
    const clerk = await journey.as('clerk')
    await clerk.open(`/van-ban/soan?cuoc=${dialogue}&loai=publicNotice`)
    await clerk.press('Lưu dự thảo')
    const paper = clerk.id
    expect(clerk.text).toContain('Kính mời Nhân dân đến Nhà văn hóa thị trấn.')
    expect(clerk.text).toContain('Theo mẫu riêng của đơn vị.')
    // it bears the mark of its age there, too
    const older = (await clerk.download(`/van-ban/${paper}/van-ban.docx`)).bytes
    await clerk.open(`/van-ban/${paper}/noi-dung`)
    await clerk.press('Lưu dự thảo', { 'Trích yếu': 'về hội nghị đối thoại' })
    await clerk.open(`/van-ban/${paper}/ban-word`)
    const file = { 'Tệp Word': { file: older, name: 'Bản cũ.docx' } }
    await clerk.press('Tải lên bản Word đã sửa', file, { refused: 'tải về trước lần sửa gần nhất' })
    const leader = await journey.as('leader')
    await leader.open(`/van-ban/${paper}`)
    await leader.press('Duyệt')
    const records = await journey.as('records')
    await records.open(`/van-ban/${paper}/ban-hanh`)
    await records.press('Ban hành', {
      ...{ 'Ngày văn bản': '03/10/2025', 'Người ký': 'Tô Quang Huy', 'Chức vụ người ký': 'Chánh Văn phòng' },
      'Thẩm quyền ký': 'Người đứng đầu cơ quan ký',
    })
    const word = await wordsOfDocx((await clerk.download(`/van-ban/${paper}/van-ban.docx`)).bytes)
    expect(word).toContain('MẪU RIÊNG CỦA CÁT HẢI Số 02-TB/VPĐU Cát Hải, ngày 03 tháng 10 năm 2025 THÔNG BÁO')
    expect(word).toContain('Kính mời Nhân dân đến Nhà văn hóa thị trấn.')
    expect(word).toMatch(/Tô Quang Huy\s*$/)
    expect(word).not.toContain('{{')
  })
})
