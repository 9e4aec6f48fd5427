import { describe, expect, it } from 'vitest'
import { listDue } from '../support/journey-steps.ts'
import { as, NOTICE, on, petition, REVIEW, receive, stage, TITLE } from './than-uyen-stage.ts'

/** From the yearly plan to the day that is decided. */
export function describePreparation(): void {
  describe('the plan of 2023', () => {
    it('is drafted by the office and approved by another', async () => {
      const clerk = await as('clerk')
      await clerk.open('/ke-hoach')
      await clerk.follow('Lập kế hoạch')
      await clerk.press('Lập kế hoạch', {
        Năm: 2023,
        'Tên kế hoạch': 'Kế hoạch tổ chức tiếp xúc, đối thoại trực tiếp với Nhân dân xã Khoen On năm 2023',
        'Cơ quan ban hành': 'Huyện ủy Than Uyên',
      })
      stage.plan = `/ke-hoach/${clerk.id}`
      expect(clerk.text).toContain('số 06-QC/TU, ngày 04/04/2019, của Tỉnh ủy Lai Châu')
      await clerk.follow('Thêm cuộc đối thoại')
      await clerk.press('Thêm cuộc đối thoại', {
        'Tên cuộc đối thoại': TITLE,
        Loại: 'định kỳ',
        'Hình thức': 'trực tiếp',
        'Chủ trì': 'Bí thư Huyện ủy và Chủ tịch UBND huyện đồng chủ trì',
        'Từ ngày': '01/09/2023',
        'Đến ngày': '30/09/2023',
        'Đối tượng': ['Nhân dân xã nơi tổ chức', 'Tổ chức, công dân có kiến nghị, phản ánh'],
        'Địa điểm': 'Nhà văn hóa xã Khoen On',
      })
      await clerk.follow('Thêm nhiệm vụ')
      await clerk.press('Thêm nhiệm vụ', {
        'Cơ quan': 'Ủy ban Mặt trận Tổ quốc Việt Nam huyện Than Uyên',
        'Vai trò': 'Phối hợp',
        'Nội dung': 'Tổng hợp ý kiến, cử đại diện Nhân dân dự; giám sát sau đối thoại.',
      })
      expect(clerk.offers('Duyệt kế hoạch')).toBe(false)
      await on('27/07/2023')
      const boss = await as('biThu')
      await boss.open('/')
      await boss.follow('Duyệt kế hoạch')
      await boss.press('Duyệt kế hoạch')
    })

    it('gets its number, is published and made known', async () => {
      await on('28/07/2023')
      const records = await as('records')
      await records.open('/')
      await records.follow('Ban hành kế hoạch')
      await records.follow('Ban hành')
      const signer = { 'Người ký': 'Lò Thị Ban', 'Chức vụ người ký': 'Phó Bí thư', 'Thẩm quyền ký': 'T/M' }
      await records.press('Ban hành', signer)
      expect(records.text).toContain('Đã ban hành, số 148-KH/HU.')
      await on('31/07/2023')
      const leader = await as('leader')
      await leader.open(stage.plan)
      await leader.press('Công khai')
      const clerk = await as('clerk')
      await clerk.open(stage.plan)
      await clerk.follow('Ghi nhận phổ biến')
      await clerk.press('Ghi nhận phổ biến', {
        Kênh: 'Phương tiện thông tin đại chúng',
        'Hoàn thành ngày': '31/07/2023',
        'Ghi chú': 'Loa truyền thanh các bản, tiếng Thái và tiếng Mông',
      })
    })
  })

  describe('the preparation', () => {
    it('takes a topic proposed by a division and decided by the head', async () => {
      const proposer = await as('truongTnmt')
      await proposer.open('/hoi-nghi')
      await proposer.follow('Đề xuất nội dung')
      await proposer.press('Gửi đề xuất', {
        'Nội dung, chủ đề': 'Đất đai, bồi thường vùng lòng hồ, hạ tầng thiết yếu',
        'Lý do, tình hình': 'Lĩnh vực nhạy cảm, nhiều đơn kiến nghị kéo dài.',
        'Lĩnh vực': 'Đất đai',
        'Lĩnh vực nhạy cảm': true,
      })
      await on('03/08/2023')
      const boss = await as('biThu')
      await boss.open('/chu-de')
      await boss.follow('Đất đai, bồi thường')
      await boss.press('Quyết định', { 'Quyết định': 'Đồng ý tổ chức', 'Lý do': 'Lồng ghép nội dung giảm nghèo.' })
    })

    it('opens from the plan under the regulation of the province, with the offices of the two heads', async () => {
      await on('07/08/2023')
      const clerk = await as('clerk')
      await clerk.open(stage.plan)
      await clerk.follow('Mở cuộc đối thoại')
      await clerk.press('Mở cuộc đối thoại', {
        'Nội dung đã được đồng ý': 'Đất đai, bồi thường vùng lòng hồ',
        'Đơn vị nơi tổ chức': 'Đảng ủy, UBND xã Khoen On',
        'Cần phiên dịch (tiếng gì)': 'tiếng Thái, tiếng Mông',
      })
      stage.dialogue = `/hoi-nghi/${clerk.id}`
      expect(clerk.text).toContain('Cơ quan chủ trì tham mưuVăn phòng Huyện ủy Than Uyên')
      expect(clerk.text).toContain('Cơ quan phối hợpVăn phòng HĐND - UBND huyện Than Uyên')
      expect(clerk.text).toContain('Quy định áp dụng06-QC/TU (2023)')
      await clerk.follow('Phân công')
      await clerk.press('Giao', {
        'Cơ quan, đơn vị': 'Đảng ủy, UBND xã Khoen On',
        'Loại việc': 'Kế hoạch bảo đảm an ninh, trật tự',
        'Nội dung công việc': 'Kế hoạch bảo đảm an ninh trật tự, an toàn cho Nhân dân.',
        Hạn: '08/09/2023',
      })
    })

    it('collects what people say through villages, the Front, deputies, letters and speech forms', async () => {
      await on('21/08/2023')
      const thai = { 'Kênh tiếp nhận': 'Qua thôn, tổ dân phố', 'Cần phiên dịch tiếng': 'tiếng Thái' }
      const said = 'Dân bản On đã đo đất ruộng, nương từ năm 2018 nhưng chưa có giấy chứng nhận.'
      petition.land = await receive('clerk', 'Lò Văn Pâng', 'Bản On', said, thai)
      await on('25/08/2023')
      petition.road = await receive(
        'clerk',
        'Giàng A Sử',
        'Bản Chế Hạng',
        'Đường lên bản Chế Hạng xe máy không đi được.',
        {
          'Kênh tiếp nhận': 'Qua thôn, tổ dân phố',
          'Cần phiên dịch tiếng': 'tiếng Mông',
          'Người ghi hộ': 'Công chức Văn hóa - Xã hội xã',
        },
      )
      const ask = 'Bà con muốn trồng quế, mắc ca nhưng không biết giống nào tốt, bán cho ai.'
      petition.seedlings = await receive('front', 'Hội Nông dân xã Khoen On', 'Bản Mùi', ask, {
        'Kênh tiếp nhận': 'Qua Mặt trận Tổ quốc, các tổ chức chính trị - xã hội',
        petitionerKind: 'Tổ chức',
        'Người đại diện': 'Lường Văn Ủa',
      })
      petition.grid = await receive('clerk', 'Mùa A Chớ', 'Bản Tà Lồm', 'Bản Tà Lồm 31 hộ chưa có điện lưới.', {
        'Kênh tiếp nhận': 'Thư, văn bản',
      })
      const silent = 'Bản Noong Quang không có sóng điện thoại.'
      petition.signal = await receive('clerk', 'Hoàng Văn Sươi', 'Bản Noong Quang', silent, {
        'Kênh tiếp nhận': 'Qua đại biểu dân cử',
      })
      const dry = 'Công trình nước bản Mùi hỏng đầu nguồn, 64 hộ phải gánh nước.'
      petition.water = await receive('clerk', 'Lường Thị Biên', 'Bản Mùi', dry, {
        'Kênh tiếp nhận': 'Phiếu đăng ký nội dung phát biểu',
      })
    })

    it('counts the notice back over the holiday of 2 September, with the strict day beside it', async () => {
      await on('30/08/2023')
      const boss = await as('biThu')
      await boss.open(stage.dialogue)
      await boss.follow('Quyết định thời gian, địa điểm')
      await boss.press('Quyết định', {
        'Ngày tổ chức': '14/09/2023',
        'Bắt đầu': '08:00',
        'Kết thúc': '11:30',
        'Thành phần tham dự': 'Bí thư Huyện ủy, Chủ tịch UBND huyện, UBMTTQ, phòng ban, đại diện Nhân dân.',
      })
      expect(await listDue(await as('clerk'))).toEqual([
        `05/09/2023 · ${NOTICE} · ${TITLE} · VP Huyện ủy`,
        `08/09/2023 · Nhiệm vụ chuẩn bị, phục vụ hội nghị · Kế hoạch bảo đảm an ninh trật tự, an toàn cho Nhân dân. · Xã Khoen On`,
        `21/09/2023 · ${REVIEW} · ${TITLE} · VP Huyện ủy`,
      ])
      const clerk = await as('clerk')
      await clerk.follow('vì sao?', { near: NOTICE })
      expect(clerk.text).toContain('Chậm nhất thứ Ba 05/09/2023: ít nhất 7 ngày làm việc trước ngày tổ chức')
      expect(clerk.text).toContain('nên làm xong từ thứ Năm 31/08/2023')
      expect(clerk.text).toContain('Kế hoạch năm 2023 của Huyện ủy Than Uyên, mục II.4.1')
    })
  })
}
