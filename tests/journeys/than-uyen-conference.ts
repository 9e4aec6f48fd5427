import { describe, expect, it } from 'vitest'
import { scannedPage } from '../support/journey-acts.ts'
import { listDue } from '../support/journey-steps.ts'
import {
  act,
  as,
  NOTICE,
  on,
  PROMISE,
  page,
  petition,
  REPLY,
  REVIEW,
  receive,
  stage,
  TITLE,
} from './than-uyen-stage.ts'

/** Notices, invitations, answers prepared, the day itself, minutes and review. */
export function describeConference(): void {
  describe('before the conference', () => {
    it('the notice in the media is enough (media or invitation); the Front sends people; the invitations follow', async () => {
      await on('31/08/2023')
      const front = await as('front')
      await front.open(stage.dialogue)
      await front.follow('Thành phần, giấy mời')
      const people = { 'Thành phần': 'Nhân dân', 'Họ tên hoặc tên đoàn': 'Đại diện Nhân dân 6 bản', 'Số người': 96 }
      await front.press('Cử người dự', people)
      const clerk = await page('clerk', 'Thành phần, giấy mời')
      await clerk.press('Thêm vào danh sách', {
        'Thành phần': 'Lãnh đạo cơ quan giải trình',
        'Họ tên hoặc tên đoàn': 'Lãnh đạo Phòng Tài nguyên và Môi trường',
        'Cơ quan, đơn vị': 'Phòng Tài nguyên và Môi trường huyện',
        'Số người': 2,
      })
      await clerk.follow('Thông báo')
      await clerk.press('Ghi thông báo', {
        Kênh: 'Phương tiện thông tin đại chúng',
        Ngày: '31/08/2023',
        'Số lần': 3,
        'Nơi phát, nơi niêm yết': 'Truyền thanh - truyền hình huyện, loa các bản',
        'Nội dung': 'Thời gian, địa điểm, nội dung đối thoại (tiếng Việt, tiếng Thái, tiếng Mông).',
      })
      expect(await listDue(clerk, 'met')).toEqual([
        `05/09/2023 · ${NOTICE} · ${TITLE} · VP Huyện ủy · xong ngày 31/08/2023`,
      ])
      await on('05/09/2023')
      const sender = await page('clerk', 'Thành phần, giấy mời')
      await sender.press('Ghi nhận đã gửi', { 'Ngày gửi': '05/09/2023', 'Cách gửi': 'Trao tay' })
      expect(sender.piece('Đại diện Nhân dân 6 bản', '05/09/2023')).toContain('UBMTTQ huyện')
    })

    it('petitions are classified in three groups and given to the divisions', async () => {
      const classify = (which: number, area: string, group: string) =>
        act('clerk', which, 'Phân loại', { 'Lĩnh vực': area, 'Nhóm trả lời': group, 'Mức độ cấp thiết': 'Cấp thiết' })
      await classify(petition.land, 'Đất đai', 'Kiểm tra, làm rõ, trả lời sau')
      await classify(petition.road, 'Giao thông', 'Kiểm tra, làm rõ, trả lời sau')
      await classify(petition.seedlings, 'Nông, lâm nghiệp', 'Trả lời tại hội nghị')
      await classify(petition.grid, 'Điện', 'Kiểm tra, làm rõ, trả lời sau')
      await classify(petition.signal, 'Thông tin, viễn thông', 'Ghi nhận, báo cáo cấp trên')
      await classify(petition.water, 'Nước sạch', 'Kiểm tra, làm rõ, trả lời sau')
      await on('06/09/2023')
      const give = (which: number, agency: string) =>
        act('clerk', which, 'Giao chuẩn bị trả lời', { 'Cơ quan chủ trì': agency })
      await give(petition.land, 'Phòng Tài nguyên và Môi trường huyện')
      await give(petition.road, 'Phòng Kinh tế và Hạ tầng huyện')
      await give(petition.seedlings, 'Phòng Nông nghiệp và Phát triển nông thôn huyện')
      await give(petition.grid, 'Phòng Kinh tế và Hạ tầng huyện')
      await give(petition.signal, 'Phòng Kinh tế và Hạ tầng huyện')
      await give(petition.water, 'Phòng Nông nghiệp và Phát triển nông thôn huyện')
    })

    it('divisions prepare answers; the head approves, on the page or on paper; tasks are reported', async () => {
      await on('11/09/2023')
      const specialist = await as('tnmt')
      await specialist.open('/')
      await specialist.follow('Soạn trả lời')
      await specialist.press('Soạn trả lời', { 'Nội dung trả lời': 'Phòng đang kiểm tra hồ sơ đo đạc 118 hộ.' })
      await act('tnmt', petition.land, 'Trình duyệt trả lời')
      await act('truongTnmt', petition.land, 'Duyệt trả lời')
      const answer = 'Huyện hỗ trợ 70 % giống quế cho 45 ha năm 2024.'
      await act('clerk', petition.seedlings, 'Soạn trả lời', { 'Nội dung trả lời': answer })
      await act('clerk', petition.seedlings, 'Ghi nhận duyệt trên giấy', {
        'Người ký duyệt trên giấy': 'Hà Văn Chiến',
        'Ngày ký duyệt': '11/09/2023',
        'Trang có chữ ký': scannedPage('phieu-duyet.pdf'),
      })
      const clerk = await page('clerk', 'Phát biểu')
      const speaker = { 'Họ tên': 'Lường Thị Biên', 'Thôn, tổ dân phố, đơn vị': 'Bản Mùi', 'Nội dung': 'Nước bản Mùi' }
      await clerk.press('Ghi đăng ký', { 'Đăng ký': 'trước hội nghị', ...speaker })
      await clerk.follow('Phân công')
      await clerk.follow('Kế hoạch bảo đảm an ninh trật tự')
      await clerk.press('Báo kết quả', { 'Ngày hoàn thành': '08/09/2023', 'Kết quả': 'Đã ban hành kế hoạch.' })
      await clerk.follow('Điều hành')
      await clerk.press('Xác nhận', {
        'Tôi xác nhận nội dung thông tin đến Nhân dân không thuộc thông tin Mật.': true,
      })
      expect((await listDue(clerk)).map((line) => line.slice(0, 10))).toEqual(['21/09/2023'])
    })
  })

  describe('the conference of 14/9/2023', () => {
    it('starts the clocks of the replies: 15 working days, complex 30, a promise beside', async () => {
      await on('14/09/2023', '11:45')
      const secretary = await page('minutes', 'Điều hành')
      await secretary.press('Ghi nhận đã tổ chức', {
        'Ngày tổ chức': '14/09/2023',
        'Khai mạc lúc': '08:10',
        'Bế mạc lúc': '11:25',
        'Số đại biểu': 34,
        'Số người dân': 121,
        'Trong đó nữ': 48,
      })
      const poor = 'Nhà tôi mới ra ở riêng, nghèo nhưng không được vào danh sách hộ nghèo.'
      petition.poor = await receive('minutes', 'Giàng Thị Dợ', 'Bản Chế Hạng', poor, {
        'Kênh tiếp nhận': 'Phát biểu tại hội nghị',
        'Nêu lúc': 'Mới nêu tại hội nghị',
      })
      const group = { 'Lĩnh vực': 'Chính sách xã hội', 'Nhóm trả lời': 'Kiểm tra, làm rõ, trả lời sau' }
      await act('clerk', petition.poor, 'Phân loại', group)
      const division = { 'Cơ quan chủ trì': 'Phòng Lao động - Thương binh và Xã hội huyện' }
      await act('clerk', petition.poor, 'Giao chuẩn bị trả lời', division)
      await act('minutes', petition.seedlings, 'Ghi trả lời tại hội nghị', {
        'Người trả lời (họ tên, chức vụ)': 'Chủ tịch UBND huyện Lò Văn Hương',
      })
      await act('minutes', petition.land, 'Để kiểm tra, trả lời sau', { 'Lý do': 'Cần kiểm tra hồ sơ đo đạc 118 hộ.' })
      await act('minutes', petition.water, 'Ghi lời hẹn', {
        'Nội dung hẹn': 'Sửa xong đầu mối tạm để bà con có nước.',
        'Hẹn xong chậm nhất ngày': '30/09/2023',
      })
      await act('biThu', petition.road, 'Xác định vụ việc phức tạp', {
        'Lý do': 'Phải khảo sát lại tuyến, bố trí vốn.',
      })
      await act('biThu', petition.signal, 'Quyết định thẩm quyền', {
        'Thẩm quyền': 'Vượt thẩm quyền',
        'Ý kiến chỉ đạo, biện pháp phối hợp': 'Trình Ủy ban nhân dân tỉnh.',
      })
      expect(await listDue(await as('clerk'))).toEqual([
        `21/09/2023 · ${REVIEW} · ${TITLE} · VP Huyện ủy`,
        `30/09/2023 · ${PROMISE} · TU-2023-0006 · Phòng NN&PTNT`,
        `05/10/2023 · ${REPLY} · TU-2023-0001 · Phòng TN&MT`,
        `05/10/2023 · ${REPLY} · TU-2023-0004 · Phòng KT&HT`,
        `05/10/2023 · ${REPLY} · TU-2023-0006 · Phòng NN&PTNT`,
        `05/10/2023 · ${REPLY} · TU-2023-0007 · Phòng LĐ-TB&XH`,
        `26/10/2023 · ${REPLY} · TU-2023-0002 · Phòng KT&HT`,
      ])
      const clerk = await as('clerk')
      await clerk.follow('vì sao?', { near: 'TU-2023-0002' })
      expect(clerk.text).toContain('05/10/2023')
      expect(clerk.text).toContain('Phải khảo sát lại tuyến, bố trí vốn.')
    })

    it('has minutes that the secretary and the chair sign', async () => {
      const secretary = await page('minutes', 'Phát biểu')
      await secretary.follow('Lường Thị Biên')
      await secretary.press('Ghi nhận phát biểu', {
        'Kết quả': 'đã phát biểu',
        'Bắt đầu': '08:40',
        'Kết thúc': '08:45',
      })
      await secretary.follow('Thành phần, giấy mời')
      await secretary.press('Lưu điểm danh', { 'Có mặt tại hội nghị': ['Đại diện Nhân dân 6 bản'] })
      await secretary.follow('Biên bản')
      await secretary.press('Lưu biên bản', {
        'Thư ký': 'Tòng Văn Dương',
        'Diễn biến': '07 lượt ý kiến, có người phiên dịch tiếng Mông, tiếng Thái.',
        'Kết luận của người chủ trì tại hội nghị': 'Nội dung chưa giải quyết giao cơ quan trả lời bằng văn bản.',
      })
      await secretary.press('Thư ký ký')
      const boss = await page('biThu', 'Biên bản')
      await boss.press('Người chủ trì ký')
      expect(boss.offers('Lưu biên bản')).toBe(false)
    })

    it('is reviewed within five working days', async () => {
      await on('20/09/2023')
      const clerk = await as('clerk')
      await clerk.open('/')
      await clerk.follow('Ghi rút kinh nghiệm')
      await clerk.press('Lưu', {
        'Ngày rút kinh nghiệm': '20/09/2023',
        'Người chủ trì': 'Hoàng Quang Tuyến',
        'Nội dung đánh giá, rút kinh nghiệm': 'Ưu điểm: không khí cởi mở, có phiên dịch.',
        'Phân công các cơ quan giải quyết': 'VP Huyện ủy: ban hành thông báo kết luận.',
      })
      expect(await listDue(clerk, 'met')).toContain(
        `21/09/2023 · ${REVIEW} · ${TITLE} · VP Huyện ủy · xong ngày 20/09/2023`,
      )
      await act('clerk', petition.poor, 'Ghi kết quả xác minh', {
        'Kết quả kiểm tra, xác minh': 'Gia đình đạt tiêu chí hộ nghèo phát sinh.',
        'Ngày xác minh': '20/09/2023',
      })
    })
  })
}
