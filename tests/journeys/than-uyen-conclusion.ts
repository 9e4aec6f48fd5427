import { describe, expect, it } from 'vitest'
import { listDue } from '../support/journey-steps.ts'
import type { Fillings } from '../support/page-form.ts'
import { editedDocx, wordsOfDocx } from '../support/read-docx.ts'
import { act, as, ITEM, on, PROMISE, page, petition, REPLY, stage } from './than-uyen-stage.ts'

const WORD = 'Thông báo kết luận (đã sửa).docx'
/** the notice as it came back from Word */
let edited: Buffer

/** The conclusion, what it sets going, and the papers that go up. */
export function describeConclusion(): void {
  describe('the conclusion', () => {
    it('is laid out from the petitions, completed and approved by the chair', async () => {
      const clerk = await page('clerk', 'Kết luận')
      await clerk.press('Đưa kiến nghị vào kết luận')
      const edit = async (item: string, fill: Fillings) => {
        await clerk.follow(item)
        await clerk.press('Lưu', fill)
      }
      await edit('Đường lên bản Chế Hạng', {
        'Kết luận': 'Khảo sát, bố trí vốn; trước mắt rải đá đoạn lầy.',
        'Thời hạn': '30/11/2023',
        openProposal: false,
      })
      const electricity = { 'Kết luận': 'Chuyển ngành điện giải quyết.', 'Thời hạn': '31/10/2023', openProposal: false }
      await edit('Bản Tà Lồm 31 hộ', electricity)
      await edit('Công trình nước bản Mùi', { 'Kết luận': 'Sửa đầu mối tạm trước ngày 30/9.' })
      const verified = { 'Kết luận': 'Xác minh tại bản, trả lời.', 'Thời hạn': '05/10/2023', openProposal: false }
      await edit('Nhà tôi mới ra ở riêng', verified)
      await clerk.press('Lưu phần chung', {
        'I. Đánh giá chung': '155 người dự, 07 ý kiến.',
        'III. Tổ chức thực hiện': 'Trả lời bằng văn bản trong 15 ngày làm việc, phức tạp không quá 30 ngày làm việc.',
      })
    })

    it('is edited in Word: the file is what the chair approves, once it says what the data say', async () => {
      const boss = await as('biThu')
      await boss.open('/')
      await boss.follow('Duyệt kết luận')
      const clerk = await page('clerk', 'Kết luận')
      const drawn = await clerk.download(clerk.linkTo('Tải bản Word (.docx)'))
      edited = await editedDocx(drawn.bytes, 'bố trí vốn', 'cân đối vốn huyện')
      const upload = (refused?: string) => {
        const fill = { 'Tệp Word': { file: edited, name: WORD } }
        return clerk.press('Tải lên bản Word đã sửa', fill, refused ? { refused } : {})
      }
      await clerk.follow('Tải lên bản Word đã sửa')
      await upload()
      expect(clerk.text).toContain(`tệp Word đã sửa: ${WORD}`)
      await boss.press('Duyệt kết luận', {}, { refused: 'được sửa sau khi trang này mở ra' })
      await clerk.follow('Mở trang Kết luận')
      await clerk.follow('Nhà tôi mới ra ở riêng')
      await clerk.press('Lưu', { 'Kết luận': 'Xác minh tại bản, trả lời bằng văn bản.' })
      expect(clerk.piece('Chưa khớp dữ liệu', 'Nay dữ liệu là:')).toContain('trả lời bằng văn bản')
      await boss.open(clerk.address)
      expect(boss.text).toContain('Chưa duyệt được: bản Word chưa khớp dữ liệu.')
      expect(boss.offers('Duyệt kết luận')).toBe(false)
      await clerk.follow('Tải lên bản Word đã sửa')
      await upload('tải về trước khi dữ liệu thay đổi')
      const fresh = await clerk.download(clerk.linkTo('Tải bản mới lập từ dữ liệu'))
      edited = await editedDocx(fresh.bytes, 'bố trí vốn', 'cân đối vốn huyện')
      await upload()
      await clerk.follow('Mở trang Kết luận')
      expect(clerk.text).not.toContain('Chưa khớp dữ liệu')
      await boss.open(clerk.address)
      await boss.press('Duyệt kết luận')
    })

    it('is issued, and goes to everybody the regulation names', async () => {
      await on('21/09/2023')
      const records = await as('records')
      await records.open('/')
      await records.follow('Ban hành')
      await records.press('Ban hành', { 'Ngày văn bản': '21/09/2023' })
      expect(records.text).toContain('Đã ban hành thông báo kết luận số 149-TB/HU.')
      for (const name of ['Ban Thường vụ Huyện ủy', 'Ban Dân vận', 'Ủy ban Mặt trận', 'đoàn thể', 'Tỉnh ủy Lai Châu'])
        expect(records.text, name).toContain(name)
      await on('22/09/2023')
      const sender = await page('records', 'Ban hành, nơi nhận')
      await sender.press('Ghi nhận đã gửi', { 'Ngày gửi': '22/09/2023', 'Cách gửi': 'Trục liên thông văn bản' })
      for (const agency of ['Tài nguyên và Môi trường', 'Kinh tế và Hạ tầng', 'Nông nghiệp', 'Lao động']) {
        const clerk = await page('clerk', 'Ban hành, nơi nhận')
        await clerk.follow(`Phòng ${agency}`)
        await clerk.press('Ghi ngày nhận', { 'Ngày nhận': '22/09/2023', 'Người ký nhận': 'Văn thư' })
      }
    })

    it('is that file for ever; everybody else reads what the data say, with nobody’s name', async () => {
      const clerk = await page('clerk', 'Kết luận')
      const publicCopy = clerk.linkTo('Bản công khai')
      await clerk.open((await page('clerk', 'Ban hành, nơi nhận')).linkTo('Xem văn bản'))
      expect(clerk.text).toContain(`Nội dung là tệp Word đã sửa: ${WORD}`)
      expect((await clerk.download(clerk.linkTo('Tải bản Word (.docx)'))).bytes.equals(edited)).toBe(true)
      expect(clerk.offers('Tải lên bản Word đã sửa')).toBe(false)
      await clerk.open(publicCopy)
      const words = await wordsOfDocx((await clerk.download(clerk.linkTo('Tải bản Word (.docx)'))).bytes)
      expect(words).toContain('bố trí vốn')
      expect(words).toContain('149-TB/HU')
      expect(words).not.toContain('cân đối vốn huyện')
    })

    it('adds the limits it sets, and moves none of the legal ones', async () => {
      expect(await listDue(await as('clerk'))).toEqual([
        `30/09/2023 · ${PROMISE} · TU-2023-0006 · Phòng NN&PTNT`,
        `30/09/2023 · ${ITEM} · II.6. Công trình nước bản Mùi hỏng đầu nguồn, 64 hộ phải gánh nước. · Phòng NN&PTNT`,
        `05/10/2023 · ${REPLY} · TU-2023-0001 · Phòng TN&MT`,
        `05/10/2023 · ${REPLY} · TU-2023-0004 · Phòng KT&HT`,
        `05/10/2023 · ${REPLY} · TU-2023-0006 · Phòng NN&PTNT`,
        `05/10/2023 · ${REPLY} · TU-2023-0007 · Phòng LĐ-TB&XH`,
        `05/10/2023 · ${ITEM} · II.7. Nhà tôi mới ra ở riêng, nghèo nhưng không được vào danh sách hộ nghèo. · Phòng LĐ-TB&XH`,
        `26/10/2023 · ${REPLY} · TU-2023-0002 · Phòng KT&HT`,
        `31/10/2023 · ${ITEM} · II.4. Bản Tà Lồm 31 hộ chưa có điện lưới. · Phòng KT&HT`,
        `30/11/2023 · ${ITEM} · II.2. Đường lên bản Chế Hạng xe máy không đi được. · Phòng KT&HT`,
      ])
    })

    it('is followed by a transfer with a copy to the Front, a letter to the province and the report', async () => {
      await act('clerk', petition.grid, 'Chuyển cơ quan có thẩm quyền', {
        'Cơ quan có thẩm quyền': 'Điện lực Than Uyên',
        'Vì sao thuộc cơ quan đó': 'Đầu tư lưới điện thuộc trách nhiệm của ngành điện.',
        'Ngày chuyển': '22/09/2023',
        'Ngày báo cho người kiến nghị': '22/09/2023',
        'Ngày gửi MTTQ': '22/09/2023',
      })
      const clerk = await act('clerk', petition.signal, 'Báo cáo cấp trên', {
        'Cấp trên nhận báo cáo': 'Ủy ban nhân dân tỉnh Lai Châu',
        'Ngày gửi': '22/09/2023',
        'Nội dung kiến nghị cấp trên': 'Đề nghị phủ sóng bản vùng lõm xã Khoen On.',
      })
      expect((await listDue(clerk)).filter((line) => line.includes('TU-2023-0004'))).toEqual([])
      await clerk.open(stage.dialogue)
      await clerk.follow('Soạn văn bản')
      await clerk.press('Lưu dự thảo', {
        'Loại văn bản': 'Báo cáo kết quả hội nghị',
        'Trích yếu': 'Báo cáo kết quả hội nghị đối thoại với Nhân dân xã Khoen On',
        'Cơ quan ban hành': 'Văn phòng Huyện ủy Than Uyên',
        'Nội dung': '155 người dự, 07 ý kiến.',
      })
      await clerk.follow('Thêm nơi nhận')
      const above = ['Ban Thường vụ Huyện ủy Than Uyên', 'Tỉnh ủy Lai Châu']
      await clerk.press('Thêm nơi nhận', { 'Nhận để': 'báo cáo (cấp trên)', 'Cơ quan, đơn vị': above })
      const leader = await as('leader')
      await leader.open('/')
      await leader.follow('Duyệt văn bản')
      await leader.press('Duyệt')
      const records = await as('records')
      await records.open('/')
      await records.follow('Ban hành')
      const signer = { 'Người ký': 'Trần Mạnh Cường', 'Chức vụ người ký': 'Chánh Văn phòng' }
      await records.press('Ban hành', { ...signer, 'Thẩm quyền ký': 'Người đứng đầu cơ quan ký' })
      expect(records.text).toContain('61-BC/VPHU')
    })
  })
}
