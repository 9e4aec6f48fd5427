import { describe, expect, it } from 'vitest'
import { fillDossier, scannedPage } from '../support/journey-acts.ts'
import { downloadDossier, listDue } from '../support/journey-steps.ts'
import {
  act,
  as,
  ITEM,
  on,
  PROMISE,
  page,
  petition,
  REPLY,
  receive,
  replyOnPaper,
  sendTo,
  stage,
} from './than-uyen-stage.ts'

/** Replies, urging, results, the continued petition, the dossier. */
export function describeSettling(): void {
  describe('settling', () => {
    it('a reply counts when the person and the village have it, the later day', async () => {
      await on('29/09/2023')
      await replyOnPaper(petition.water, {
        text: 'Đã sửa xong đập đầu mối tạm ngày 27/9/2023.',
        about: 'V/v trả lời kiến nghị về nước sinh hoạt bản Mùi',
        signer: 'Hà Văn Chiến',
        village: 'Bản Mùi',
      })
      await sendTo(
        petition.water,
        'Ông (Bà) Lường Thị Biên, Bản Mùi',
        'Bản Mùi',
        'Huyện ủy Than Uyên',
        'Ủy ban nhân dân huyện Than Uyên',
      )
      await on('02/10/2023')
      const text = { 'Nội dung trả lời': 'Đã có 96/118 hồ sơ đủ điều kiện, cấp giấy trong quý IV/2023.' }
      await act('tnmt', petition.land, 'Soạn văn bản trả lời', text)
      const specialist = await act('tnmt', petition.land, 'Trình duyệt văn bản trả lời')
      expect(specialist.offers('Duyệt văn bản trả lời')).toBe(false)
      await act('truongTnmt', petition.land, 'Duyệt văn bản trả lời')
      await act('records', petition.land, 'Phát hành văn bản trả lời', {
        'Trích yếu': 'V/v trả lời kiến nghị cấp giấy chứng nhận đất bản On',
        'Người ký': 'Bùi Đức Mạnh',
        'Chức vụ người ký': 'Trưởng phòng',
        'Đơn vị, địa phương nơi có kiến nghị': 'Bản On',
        'Báo cáo cấp ủy, chính quyền, người chủ trì': ['Huyện ủy Than Uyên'],
      })
      await on('03/10/2023')
      await sendTo(petition.land, 'Ông (Bà) Lò Văn Pâng, Bản On')
      expect(await listDue(await as('clerk'))).toContain(`05/10/2023 · ${REPLY} · TU-2023-0001 · Phòng TN&MT`)
      await on('04/10/2023')
      const clerk = await sendTo(petition.land, 'Bản On')
      expect(clerk.text).toContain('Chưa gửi báo cáo cho cấp ủy, chính quyền, người chủ trì.')
      const met = await listDue(clerk, 'met')
      expect(met).toContain(`05/10/2023 · ${REPLY} · TU-2023-0001 · Phòng TN&MT · xong ngày 04/10/2023`)
      expect(met).toContain(`05/10/2023 · ${REPLY} · TU-2023-0006 · Phòng NN&PTNT · xong ngày 29/09/2023`)
      expect(met).toContain(`30/09/2023 · ${PROMISE} · TU-2023-0006 · Phòng NN&PTNT · xong ngày 29/09/2023`)
    })

    it('what is late is urged by the Mass Mobilisation Board and ends late', async () => {
      await on('06/10/2023')
      await stage.journey.runJobs()
      const board = await as('board')
      await board.open(`/kien-nghi/${petition.poor}`)
      expect(board.text).toContain('quá hạn 1 ngày làm việc')
      await board.follow('Đôn đốc')
      await board.press('Đôn đốc', {
        'Gửi cơ quan': 'Phòng Lao động - Thương binh và Xã hội huyện',
        'Nội dung đôn đốc': 'Đề nghị trả lời ngay bằng văn bản, đã quá hạn 05/10/2023.',
      })
      await on('09/10/2023')
      await replyOnPaper(petition.poor, {
        text: 'Gia đình được bổ sung vào danh sách hộ nghèo phát sinh từ tháng 10/2023.',
        about: 'V/v trả lời kiến nghị về hộ nghèo',
        signer: 'Lò Thị Minh',
        village: 'Bản Chế Hạng',
      })
      const clerk = await sendTo(petition.poor, 'Ông (Bà) Giàng Thị Dợ, Bản Chế Hạng', 'Bản Chế Hạng')
      const late = `05/10/2023 · ${REPLY} · TU-2023-0007 · Phòng LĐ-TB&XH · xong muộn, ngày 09/10/2023`
      expect(await listDue(clerk, 'met')).toContain(late)
    })

    it('the power company and the province answer; the complex reply is on time', async () => {
      await on('16/10/2023')
      await act('clerk', petition.grid, 'Cập nhật việc chuyển', {
        'Ngày có kết quả': '16/10/2023',
        'Kết quả, nội dung trả lời nhận được': 'Đã đưa bản Tà Lồm vào dự án cấp điện giai đoạn 2024 - 2025.',
      })
      await on('24/10/2023')
      await replyOnPaper(petition.road, {
        text: 'Đưa 5,6 km đường bản Chế Hạng vào chương trình mục tiêu quốc gia.',
        about: 'V/v trả lời kiến nghị về đường lên bản Chế Hạng',
        signer: 'Đỗ Ngọc Toàn',
        village: 'Bản Chế Hạng',
      })
      const clerk = await sendTo(petition.road, 'Ông (Bà) Giàng A Sử, Bản Chế Hạng', 'Bản Chế Hạng')
      const onTime = `26/10/2023 · ${REPLY} · TU-2023-0002 · Phòng KT&HT · xong ngày 24/10/2023`
      expect(await listDue(clerk, 'met')).toContain(onTime)
      await on('08/11/2023')
      const told = await act('clerk', petition.signal, 'Ghi trả lời của cấp trên', {
        'Ngày có kết quả': '06/11/2023',
        'Kết quả, nội dung trả lời nhận được': 'Tỉnh đã đưa bản Noong Quang vào danh sách phủ sóng năm 2024.',
        'Ngày báo cho người kiến nghị': '08/11/2023',
      })
      expect(told.text).toContain('Đã trả lờingày 08/11/2023')
    })

    it('an item left open is proposed by the division and confirmed by the chair; results are reported', async () => {
      const head = await page('truongTnmt', 'Kết luận')
      await head.follow('Dân bản On đã đo đất')
      await head.press('Đề xuất phương án', {
        'Phương án giải quyết': 'Trao 96 giấy, đo lại 22 hồ sơ.',
        'Thời hạn đề xuất': '29/12/2023',
      })
      const boss = await as('biThu')
      await boss.open('/')
      await boss.follow('Xác nhận đề xuất')
      if (!boss.offers('Xác nhận phương án, thời hạn')) await boss.follow('Dân bản On đã đo đất')
      await boss.press('Xác nhận phương án, thời hạn')
      const clerk = await page('clerk', 'Kết luận')
      const report = async (item: string, doneOn: string, result: string) => {
        await clerk.follow(item)
        await clerk.press('Báo kết quả thực hiện', { 'Ngày hoàn thành': doneOn, 'Kết quả': result })
      }
      await report('Công trình nước bản Mùi', '27/09/2023', 'Đã sửa xong đập đầu mối tạm.')
      await report('Nhà tôi mới ra ở riêng', '09/10/2023', 'Đã bổ sung danh sách.')
      await report('Bản Tà Lồm 31 hộ', '16/10/2023', 'Ngành điện đã trả lời.')
      expect(await listDue(clerk)).toEqual([
        `30/11/2023 · ${ITEM} · II.2. Đường lên bản Chế Hạng xe máy không đi được. · Phòng KT&HT`,
        `29/12/2023 · ${ITEM} · II.1. Dân bản On đã đo đất ruộng, nương từ năm 2018 nhưng chưa có giấy chứng nhận. · Phòng TN&MT`,
      ])
      await on('08/12/2023')
      const later = await page('clerk', 'Kết luận')
      await later.follow('Đường lên bản Chế Hạng')
      await later.press('Báo kết quả thực hiện', { 'Ngày hoàn thành': '08/12/2023', 'Kết quả': 'Đã rải đá 1,2 km.' })
    })

    it('settled, agreed and asked again are kept apart', async () => {
      await on('14/12/2023')
      const front = await as('front')
      await front.open(stage.dialogue)
      await front.follow('Ghi buổi giám sát')
      await front.press('Ghi buổi giám sát', {
        'Ngày giám sát': '14/12/2023',
        'Gửi cơ quan': 'Phòng Kinh tế và Hạ tầng huyện',
        'Thành phần tham gia': 'UBMTTQ huyện, Đảng ủy xã Khoen On',
        'Kết quả, phát hiện tại buổi giám sát': 'Đường đã rải đá, nước đã về bản.',
      })
      const done = { 'Kết quả giải quyết': 'Đã trao 96 giấy chứng nhận.', 'Ngày giải quyết xong': '08/12/2023' }
      await act('clerk', petition.land, 'Báo cáo kết quả giải quyết', done)
      const asked = await act('clerk', petition.land, 'Ghi ý kiến người kiến nghị', {
        'Đã giải quyết xong chưa?': 'Chưa giải quyết xong',
        'Ngày hỏi': '14/12/2023',
        'Ý kiến của người kiến nghị': 'Còn 22 hộ đề nghị làm nốt.',
      })
      expect(asked.text).toContain('Đã trả lờingày 04/10/2023')
      expect(asked.text).toContain('Đã giải quyếtngày 08/12/2023')
      expect(asked.text).toContain('Người kiến nghị đồng ýcho biết chưa giải quyết xong')
      const again = 'Còn 22 hộ bản On chưa có giấy chứng nhận, đề nghị làm nốt.'
      petition.again = await receive('clerk', 'Lò Văn Pâng', 'Bản On', again, {
        'Kênh tiếp nhận': 'Tại nơi tiếp công dân',
        'Hội nghị': 'Không thuộc hội nghị nào',
      })
      const repeat = { 'Kiến nghị đã nêu trước': 'TU-2023-0001', continued: true }
      const linked = await act('clerk', petition.again, 'Ghi là nêu lại', repeat)
      expect(linked.text).toContain('lần thứ 2')
    })
  })

  describe('the dossier', () => {
    it('closes when every mandatory entry is there', async () => {
      await on('30/01/2024')
      const clerk = await as('clerk')
      await clerk.open(stage.dialogue)
      await clerk.follow('Xem hồ sơ')
      stage.dossier = `/ho-so/${clerk.id}`
      expect(clerk.offers('Đóng hồ sơ')).toBe(false)
      // the yearly plan, the conclusion and the report were issued here, so they are in it already
      expect(await fillDossier(clerk, stage.dossier)).toHaveLength(9)
      expect(clerk.text).toContain('Thành phần bắt buộc: 12/12')
      await clerk.follow('Đóng hồ sơ')
      await clerk.press('Đóng hồ sơ')
      expect(clerk.text).toContain('Đã đóng hồ sơ.')
    })

    it('proves itself, changes no more, and takes what comes later as a dated supplement', async () => {
      const clerk = await as('clerk')
      const before = await downloadDossier(clerk)
      const filed = [...before.keys()].filter((path) => /^[123]-/.test(path))
      // 19 sheets and scans; beside them five papers drawn from data as PDF, and the conclusion as it came back from Word
      expect(filed.filter((path) => path.endsWith('-Van-ban.pdf'))).toHaveLength(5)
      expect(filed.filter((path) => path.endsWith('.docx'))).toHaveLength(1)
      expect(filed).toHaveLength(25)
      await clerk.open(stage.dialogue)
      expect(clerk.text).toContain('Mọi bước đã xong, hồ sơ đã đóng.')
      const conclusion = await page('clerk', 'Kết luận')
      expect(conclusion.$('main form')).toHaveLength(0)
      const road = await as('clerk')
      await road.open(`/kien-nghi/${petition.road}`)
      for (const verb of ['Sửa câu chữ', 'Phân loại', 'Soạn văn bản trả lời', 'Chuyển cơ quan có thẩm quyền'])
        expect(road.offers(verb), verb).toBe(false)
      await on('05/02/2024')
      const later = await as('clerk')
      await later.open(stage.dossier)
      expect(later.offers('Rút khỏi hồ sơ')).toBe(false)
      await later.follow('Tải tệp vào', { near: 'Văn bản đôn đốc, giám sát, văn bản khác' })
      const paper = { 'Tên tài liệu': 'Kết quả đo lại 22 hồ sơ', Tệp: scannedPage('do-lai.pdf') }
      await later.press('Tải tệp vào', paper)
      expect(later.piece('Kết quả đo lại 22 hồ sơ')).toContain('bổ sung ngày 05/02/2024')
      const after = await downloadDossier(later)
      // the index tells of the supplement; every document that was in it is the same to the byte
      const documents = [...before].filter(([path]) => !path.startsWith('MUC-LUC'))
      for (const [path, sum] of documents) expect(after.get(path), path).toBe(sum)
      expect([...after.keys()].filter((path) => !before.has(path))).toEqual([expect.stringMatching(/do-lai\.pdf$/)])
    })
  })
}
