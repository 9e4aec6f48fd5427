import { Document, Packer, Paragraph, SimpleField, TextRun } from 'docx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catHaiHouse } from '../../samples/cat-hai/cat-hai-house.ts'
import { haiPhongHouse } from '../../samples/cat-hai/hai-phong-house.ts'
import { stopPress } from '../../src/papers/write-paper.ts'
import { type Journey, openJourney } from '../support/http-journey.ts'

/* The administrator of Cát Hải writes the authority's own words of the notice and gives it a letterhead of its own. */
const PLACE = '/quan-tri/mau-van-ban'
const ODD = '<script>alert(1)</script> <w:hyperlink/> #import "x" [a](http://x.example)'
let journey: Journey

beforeAll(async () => {
  journey = await openJourney([haiPhongHouse, catHaiHouse], '2025-09-03')
})
afterAll(async () => {
  stopPress()
  await journey?.close()
})

const file = async (...lines: string[]) => {
  const children = lines.map((line) => new Paragraph({ children: [new TextRun({ text: line, bold: true })] }))
  return { file: await Packer.toBuffer(new Document({ sections: [{ children }] })), name: 'Mẫu riêng.docx' }
}

describe('The wording of a kind of paper', () => {
  it('stands with samples in every place', async () => {
    const admin = await journey.as('quantri')
    await admin.open('/quan-tri')
    await admin.follow('Mở: Mẫu văn bản')
    await admin.open(`${PLACE}/publicNotice`)
    expect(admin.text).toContain('Mẫu của phần mềm')
    expect(admin.text).toContain('«Địa điểm»')
    expect(admin.text).not.toMatch(/undefined|null|\[object/)
  })

  it('is refused with an unknown place beside its field, with everything typed kept', async () => {
    const admin = await journey.as('quantri')
    await admin.open(`${PLACE}/publicNotice/sua`)
    const typed = { 'Đoạn văn 1': 'Kính mời {nguoiLa} đến dự.', 'Đề mục 1': 'Thời gian {', 'Sửa vì sao': 'Thử' }
    await admin.press('Lưu phiên bản mới', typed, { refused: 'Không có dữ liệu nào tên “nguoiLa”' })
    expect(
      admin
        .$('textarea')
        .toArray()
        .map((one) => admin.$(one).text()),
    ).toContain('Kính mời {nguoiLa} đến dự.')
    expect(
      admin
        .$('input')
        .toArray()
        .map((one) => admin.$(one).attr('value')),
    ).toContain('Thời gian {')
    expect(admin.text).toContain('Ngoặc nhọn chưa đúng')
    await admin.open(`${PLACE}/publicNotice`)
    expect(admin.text).toContain('Chưa có phiên bản riêng nào.')
  })

  it('is tried out without being kept, then kept as a version whose odd signs are words', async () => {
    const admin = await journey.as('quantri')
    await admin.open(`${PLACE}/publicNotice/sua`)
    const typed = { 'Đoạn văn 1': `Kính mời Nhân dân đến {venue}. ${ODD}`, 'Sửa vì sao': 'Theo ý kiến Văn phòng' }
    await admin.press('Xem thử, chưa lưu', typed)
    expect(admin.text).toContain(`Kính mời Nhân dân đến «Địa điểm». ${ODD}`)
    await admin.open(`${PLACE}/publicNotice`)
    expect(admin.text).toContain('Chưa có phiên bản riêng nào.')
    await admin.open(`${PLACE}/publicNotice/sua`)
    await admin.press('Lưu phiên bản mới', typed)
    expect(admin.text).toContain('Mẫu riêng, phiên bản 1')
    expect(admin.piece('Theo ý kiến Văn phòng', 'Phạm Tuấn Kiệt')).toContain('1')
  })

  it('is for administrators alone', async () => {
    const clerk = await journey.as('clerk')
    for (const page of ['', '/publicNotice', '/publicNotice/sua', '/publicNotice/tep-word'])
      await clerk.open(`${PLACE}${page}`, { status: 403 })
  })

  it('goes back to that of the program; every version stays in sight', async () => {
    const admin = await journey.as('quantri')
    await admin.open(`${PLACE}/publicNotice`)
    await admin.follow('Trở lại mẫu của phần mềm')
    await admin.press('Trở lại mẫu của phần mềm', { 'Lý do': 'Thử xong' })
    expect(admin.text).toContain('Các phiên bản (2)')
    await admin.follow('Xem phiên bản 1')
    expect(admin.text).toContain('Đang xem phiên bản 1')
    expect(admin.text).toContain('Kính mời Nhân dân đến «Địa điểm».')
  })
})

describe('An own Word file', () => {
  it('is refused with the places nobody can fill', async () => {
    const admin = await journey.as('quantri')
    await admin.open(`${PLACE}/publicNotice/tep-word`)
    const unknown = await file('Số {{so}}', '{{matKhau}} {{nguoiLa}}', '{{noiDung}}')
    await admin.press('Tải tệp Word lên', { 'Tệp Word': unknown }, { refused: 'matKhau, nguoiLa' })
    const blank = await file('MẪU RIÊNG CỦA CÁT HẢI')
    await admin.press('Tải tệp Word lên', { 'Tệp Word': blank }, { refused: 'không có chỗ nào để điền' })
    expect(admin.text).toContain('Chưa có tệp Word riêng')
  })

  it('is refused with a place that never closes, and with a field that fetches from elsewhere', async () => {
    const admin = await journey.as('quantri')
    await admin.open(`${PLACE}/publicNotice/tep-word`)
    const open = await file('Số {{so}', '{{noiDung}}')
    await admin.press('Tải tệp Word lên', { 'Tệp Word': open }, { refused: 'không thành chỗ điền: “Số {{so}”' })
    const children = [new Paragraph('{{noiDung}}'), new Paragraph({ children: [new SimpleField('DDEAUTO a b')] })]
    const fetching = { file: await Packer.toBuffer(new Document({ sections: [{ children }] })), name: 'a.docx' }
    await admin.press('Tải tệp Word lên', { 'Tệp Word': fetching }, { refused: 'lấy nội dung từ nơi khác (DDEAUTO)' })
    expect(admin.text).toContain('Chưa có tệp Word riêng')
  })

  it('is taken when all its places are known, and says which it lacks', async () => {
    const admin = await journey.as('quantri')
    await admin.open(`${PLACE}/publicNotice/tep-word`)
    const own = await file('MẪU RIÊNG CỦA CÁT HẢI', 'Số {{so}}, {{ngay}}', '{{ noiDung }}', 'Kết thúc')
    await admin.press('Tải tệp Word lên', { 'Tệp Word': own })
    expect(admin.text).toContain('Đang dùng: Mẫu riêng.docx, phiên bản 1.')
    expect(admin.text).toContain('{{nguoiKy}}')
  })
})
