import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catHaiHouse } from '../../samples/cat-hai/cat-hai-house.ts'
import { haiPhongHouse } from '../../samples/cat-hai/hai-phong-house.ts'
import { type Journey, openJourney } from '../support/http-journey.ts'
import { actOn, dutiesOf, receive } from '../support/journey-acts.ts'
import type { Fillings } from '../support/page-form.ts'
import { type CatHaiStory, describeAfterwards, sendReport } from './cat-hai-afterwards.ts'
import { describeConference } from './cat-hai-conference.ts'

/*
 * The plan of Cát Hải of 04/9/2025 (13-HD/BTGDVTU) replayed on its pages, with law 72/2025/QH15 over it. Days counted by
 * hand on the civil service's calendar: October to December 2025 have no holiday, only Saturdays and Sundays are off.
 */
const TITLE = 'Hội nghị đối thoại định kỳ năm 2025'
const IN_LIST = `${TITLE} (29/10/2025)`
let journey: Journey
let plan = 0
let dialogue = 0
const story: CatHaiStory = {
  journey: () => journey,
  listed: IN_LIST,
  page: (path) => page(path),
  dossier: 0,
  petitions: { road: 0, cages: 0, school: 0, lane: 0, forest: 0, complaint: 0, theft: 0, again: 0 },
}

beforeAll(async () => {
  journey = await openJourney([haiPhongHouse, catHaiHouse], '2025-09-03')
})
afterAll(() => journey?.close())

const page = (path: string) => `/hoi-nghi/${dialogue}${path}`

describe('Cát Hải 2025, the plan', () => {
  it('is drafted by the board, with the reports owed in the year', async () => {
    const board = await journey.as('board')
    await board.open('/bao-cao')
    await board.press('Theo dõi hạn cả năm')
    // before the 15th of the last month, before 15/11: the last good day before. 15/9 and 15/12 are Mondays → the
    // Fridays 12/9 and 12/12; 15/11 is a Saturday → Friday 14/11
    expect(await dutiesOf(board)).toEqual([
      '12/09/2025 · Ban TG&DV · Báo cáo quý (mẫu 1)',
      '14/11/2025 · Ban TG&DV · Báo cáo năm (mẫu 1, mẫu 2)',
      '12/12/2025 · Ban TG&DV · Báo cáo quý (mẫu 1)',
    ])
    await board.open('/ke-hoach')
    await board.follow('Lập kế hoạch')
    await board.press('Lập kế hoạch', {
      Năm: '2025',
      'Tên kế hoạch': 'Kế hoạch thực hiện công tác đối thoại năm 2025',
      'Cơ quan ban hành': 'Đảng ủy đặc khu Cát Hải',
    })
    plan = board.id
    expect(board.text).toContain('ít nhất 01 lần/năm (định kỳ hoặc chuyên đề)')
    await board.follow('Thêm cuộc đối thoại')
    await board.press('Thêm cuộc đối thoại', {
      'Tên cuộc đối thoại': TITLE,
      Loại: 'định kỳ',
      'Hình thức': 'trực tiếp',
      'Chủ trì': 'Bí thư Đảng ủy và Chủ tịch Ủy ban nhân dân đặc khu đồng chủ trì',
      'Từ ngày': '20/10/2025',
      'Đến ngày': '31/10/2025',
      'Nội dung, chủ đề': 'Kinh tế - xã hội; mô hình chính quyền 2 cấp',
      'Đối tượng': ['Nhân dân'],
    })
    // co-presided: the Party office prepares, with the other one (004 IV.3)
    expect(board.piece(TITLE, 'Cơ quan chủ trì tham mưu')).toContain('Văn phòng Đảng ủy đặc khu Cát Hải')
    await board.follow('Thêm nhiệm vụ')
    await board.press('Thêm nhiệm vụ', {
      'Cơ quan': 'Văn phòng Đảng ủy đặc khu Cát Hải',
      'Nội dung': 'Chuẩn bị hội nghị; lập và lưu hồ sơ.',
      Hạn: '31/12/2025',
    })
    expect(board.offers('Duyệt kế hoạch')).toBe(false)
  })

  it('is approved by another, issued with its number and published', async () => {
    const head = await journey.as('secretaryOfParty')
    await head.open(`/ke-hoach/${plan}`)
    await head.press('Duyệt kế hoạch')
    await journey.on('04/09/2025')
    const records = await journey.as('records')
    await records.open(`/ke-hoach/${plan}`)
    await records.follow('Ban hành')
    await records.press('Ban hành', {
      'Ngày ban hành': '04/09/2025',
      'Số, ký hiệu': '11',
      'Người ký': 'Đoàn Hữu Lộc',
      'Chức vụ người ký': 'Bí thư',
      'Thẩm quyền ký': 'T/M',
    })
    expect(records.text).toContain('số 11-KH/ĐU')
    const leader = await journey.as('leader')
    await leader.open(`/ke-hoach/${plan}`)
    await leader.press('Công khai')
    await leader.follow('Ghi nhận phổ biến')
    await leader.press('Ghi nhận phổ biến', { Kênh: 'Hệ thống truyền thanh', 'Hoàn thành ngày': '04/09/2025' })
    await journey.on('12/09/2025')
    await sendReport(journey, 'Báo cáo quý (mẫu 1), quý III 2025', '12/09/2025')
  })
})

describe('Cát Hải 2025, the preparation', () => {
  it('begins from the plan; the day decided sets the deadlines', async () => {
    const clerk = await journey.as('clerk')
    await clerk.open(`/ke-hoach/${plan}`)
    await clerk.follow('Mở cuộc đối thoại')
    await clerk.press('Mở cuộc đối thoại')
    dialogue = clerk.id
    expect(clerk.piece('Lưu trữ hồ sơ')).toContain('Văn phòng Đảng ủy đặc khu Cát Hải')
    await journey.on('03/10/2025')
    const chairman = await journey.as('chairman')
    await chairman.open(page(''))
    await chairman.follow('Quyết định thời gian, địa điểm')
    await chairman.press('Quyết định', {
      'Ngày tổ chức': '29/10/2025',
      'Bắt đầu': '08:00',
      'Kết thúc': '11:30',
      'Địa điểm': 'Hội trường trung tâm đặc khu, Cát Bà',
      'Bắt đầu tiếp nhận ý kiến': '15/09/2025',
      'Kết thúc tiếp nhận ý kiến': '17/10/2025',
      'Thành phần tham dự': 'Đại diện Nhân dân 16 thôn, tổ dân phố; người có kiến nghị.',
    })
    const office = await journey.as('clerk')
    await office.open(page('/phan-cong'))
    await office.press('Giao', {
      'Cơ quan, đơn vị': 'Phòng Kinh tế đặc khu Cát Hải',
      'Loại việc': 'Báo cáo khái quát kinh tế - xã hội',
      'Nội dung công việc': 'Xây dựng báo cáo khái quát',
      Hạn: '24/10/2025',
    })
    expect(await dutiesOf(office)).toEqual(
      expect.arrayContaining([
        // 7 working days back from Wed 29/10, not counted: 28, 27, (26, 25 off) 24, 23, 22, 21, 20
        '20/10/2025 · VP Đảng ủy · Gửi giấy mời',
        '20/10/2025 · VP Đảng ủy · Thông báo rộng rãi trên phương tiện thông tin đại chúng',
        // law 72, art. 43: 7 calendar days back: 28, 27, 26, 25, 24, 23, 22
        '22/10/2025 · UBND · Thông báo trên phương tiện thông tin đại chúng về hội nghị',
        // law 72: 10 calendar days on: 08/11, a Saturday → Monday
        '10/11/2025 · UBND · Công khai kết quả hội nghị',
        // 10 working days on: 30, 31, 03, 04, 05, 06, 07, 10, 11, 12
        '12/11/2025 · VP Đảng ủy · Ban hành và gửi thông báo kết luận',
      ]),
    )
    await office.follow('Gửi giấy mời')
    // the strict reading: 7 whole working days in between, one earlier; 18 and 19/10 are a weekend → 17/10
    expect(office.text).toContain('nên làm xong từ thứ Sáu 17/10/2025')
  })

  it('takes petitions by many channels', async () => {
    await journey.on('06/10/2025')
    const before = { 'Ngày nhận': '06/10/2025', 'Nêu lúc': 'Trước hội nghị' }
    const take = async (who: string, channel: string, fill: Fillings, contents: readonly string[]) =>
      receive(await journey.as(who), IN_LIST, { ...before, 'Kênh tiếp nhận': channel, ...fill }, contents)
    const resident = { 'Họ tên, tên tổ chức': 'Nguyễn Văn Sự', 'Thôn, tổ dân phố': 'Thôn Hải Sơn' }
    const said = { 'Toàn văn': 'Đường trục thôn hỏng nặng.', ...resident }
    const [road] = await take('haiSon', 'Qua thôn, tổ dân phố', said, ['Sửa đường trục thôn Hải Sơn'])
    expect((await journey.as('haiSon')).piece('Chuyển qua')).toContain('Thôn Hải Sơn')
    const letter = {
      ...{ 'Toàn văn': 'Thư của 23 hộ nuôi lồng bè.', Là: 'Nhóm người', 'Số người': '23' },
      ...{ 'Họ tên, tên tổ chức': 'Nhóm hộ nuôi lồng bè Bến Bèo', 'Người đại diện': 'Đinh Văn Cường' },
      'Thôn, tổ dân phố': 'Tổ dân phố Bến Bèo',
    }
    const contents = ['Hỗ trợ di dời lồng bè', 'Trường mầm non thiếu lớp', 'Nâng cấp luồng tàu']
    const [cages, school, lane] = await take('clerk', 'Thư, văn bản', letter, contents)
    const union = {
      ...{ 'Toàn văn': 'Đề nghị điều chỉnh ranh giới rừng phòng hộ.', Là: 'Tổ chức' },
      ...{ 'Họ tên, tên tổ chức': 'Chi hội Nông dân Gia Luận', 'Thôn, tổ dân phố': 'Thôn Gia Luận' },
    }
    const throughFront = 'Qua Mặt trận Tổ quốc, các tổ chức chính trị - xã hội'
    const [forest] = await take('front', throughFront, union, ['Ranh giới rừng phòng hộ'])
    const mail = { 'Toàn văn': 'Khiếu nại quyết định thu hồi đất số 15.', 'Họ tên, tên tổ chức': 'Lê Thị Nhàn' }
    const [complaint] = await take('records', 'Thư điện tử', mail, ['Khiếu nại quyết định thu hồi đất'])
    Object.assign(story.petitions, { road, cages, school, lane, forest, complaint })
  })

  it('invites on the strict day and announces before both deadlines', async () => {
    await journey.on('14/10/2025')
    const clerk = await journey.as('clerk')
    await clerk.open(page('/thanh-phan'))
    await clerk.press('Thêm vào danh sách', {
      'Thành phần': 'Nhân dân',
      'Họ tên hoặc tên đoàn': 'Đại diện Nhân dân thôn Hải Sơn',
      'Số người': '14',
    })
    const front = await journey.as('front')
    await front.open(page('/thanh-phan'))
    const nominee = { 'Thành phần': 'Người có kiến nghị', 'Họ tên hoặc tên đoàn': 'Đinh Văn Cường', 'Số người': '1' }
    await front.press('Cử người dự', nominee)
    const culture = await journey.as('vhxh')
    await culture.open(page('/thong-bao'))
    const notice = { Kênh: 'Phương tiện thông tin đại chúng', Ngày: '14/10/2025', 'Nội dung': 'Thông báo hội nghị' }
    await culture.press('Ghi thông báo', notice)
    await journey.on('17/10/2025')
    const office = await journey.as('clerk')
    await office.open(page('/thanh-phan'))
    await office.press('Ghi nhận đã gửi', { 'Ngày gửi': '17/10/2025', 'Cách gửi': 'Qua trưởng thôn, tổ trưởng' })
    expect(office.text).toContain('Đã ghi nhận gửi 2 giấy mời.')
    expect(await dutiesOf(office, 'Đã xong')).toEqual(
      expect.arrayContaining([
        '20/10/2025 · VP Đảng ủy · Gửi giấy mời · xong ngày 17/10/2025',
        '22/10/2025 · UBND · Thông báo trên phương tiện thông tin đại chúng về hội nghị · xong ngày 14/10/2025',
      ]),
    )
  })

  it('classifies, hands the complaint to its own procedure and assigns the rest', async () => {
    await journey.on('20/10/2025')
    const clerk = await journey.as('clerk')
    const { road, cages, school, lane, forest, complaint } = story.petitions
    const [there, later] = ['Trả lời tại hội nghị', 'Kiểm tra, làm rõ, trả lời sau']
    const groups = [
      [road, { 'Lĩnh vực': 'Giao thông', 'Nhóm trả lời': there }],
      [cages, { 'Lĩnh vực': 'Thủy sản', 'Nhóm trả lời': there, 'Nhạy cảm (mỗi lần xem đều ghi lại)': true }],
      [school, { 'Lĩnh vực': 'Giáo dục', 'Nhóm trả lời': later }],
      [lane, { 'Lĩnh vực': 'Giao thông', 'Nhóm trả lời': 'Ghi nhận, báo cáo cấp trên' }],
      [forest, { 'Lĩnh vực': 'Đất đai', 'Nhóm trả lời': later }],
      [complaint, { 'Lĩnh vực': 'Đất đai', Loại: 'Khiếu nại' }],
    ] as const
    for (const [id, fill] of groups) await actOn(clerk, id, 'Phân loại', fill)
    await actOn(clerk, complaint, 'Bàn giao khiếu nại, tố cáo', {
      'Trình tự áp dụng': 'Luật Khiếu nại',
      'Cơ quan tiếp nhận, giải quyết': 'Ủy ban nhân dân đặc khu Cát Hải',
      'Ngày bàn giao': '20/10/2025',
      'Ngày báo cho người kiến nghị': '20/10/2025',
    })
    await clerk.open('/kien-nghi/giao')
    await clerk.press('Giao nhiều kiến nghị', {
      'Cơ quan chủ trì': 'Phòng Kinh tế',
      'Kiến nghị cần giao': [
        'CH-2025-0001 · Sửa đường trục thôn Hải Sơn',
        'CH-2025-0004 · Nâng cấp luồng tàu',
        'CH-2025-0005 · Ranh giới rừng phòng hộ',
      ],
    })
    expect(clerk.text).toContain('Đã giao 3 kiến nghị.')
    await actOn(clerk, cages, 'Giao chuẩn bị trả lời', {
      'Cơ quan chủ trì': 'Phòng Kinh tế',
      'Cơ quan phối hợp': ['Ban Quản lý các vịnh thuộc quần đảo Cát Bà'],
    })
    await actOn(clerk, school, 'Giao chuẩn bị trả lời', { 'Cơ quan chủ trì': 'Phòng Văn hóa - Xã hội' })
    const culture = await journey.as('vhxh')
    await culture.open(`/kien-nghi/${road}`, { status: 404 })
  })

  it('has the answers drafted by the agency, approved by its head and put together', async () => {
    await journey.on('24/10/2025')
    const { road, cages } = story.petitions
    for (const id of [road, cages]) {
      const desk = await journey.as('kinhte')
      await actOn(desk, id, 'Soạn trả lời', { 'Nội dung trả lời': 'Sửa 850 m trong quý IV/2025.' })
      await actOn(desk, id, 'Trình duyệt trả lời')
      await actOn(await journey.as('truongKinhTe'), id, 'Duyệt trả lời')
    }
    const economy = await journey.as('kinhte')
    await economy.open(page('/phan-cong'))
    await economy.follow('Xây dựng báo cáo khái quát')
    await economy.press('Báo kết quả', { 'Ngày hoàn thành': '24/10/2025', 'Kết quả': 'Đã trình báo cáo.' })
    expect(economy.piece('Xây dựng báo cáo khái quát')).toContain('xong 24/10/2025')
    const clerk = await journey.as('clerk')
    await clerk.open('/kien-nghi/tong-hop')
    expect(clerk.text).toContain('Trả lời tại hội nghị (2)')
    await clerk.open(page(''))
    await clerk.follow('Xem hồ sơ')
    story.dossier = clerk.id
    await clerk.follow('Soạn văn bản', { near: 'Báo cáo tổng hợp ý kiến, kiến nghị' })
    await clerk.press('Lưu dự thảo', {
      'Trích yếu': 'Tổng hợp ý kiến, kiến nghị của Nhân dân',
      'Cơ quan ban hành': 'Văn phòng Đảng ủy',
      'Nội dung': 'Có 06 kiến nghị, 05 nội dung trả lời.',
    })
    const paper = clerk.address
    const leader = await journey.as('leader')
    await leader.open(paper)
    await leader.press('Duyệt')
    const records = await journey.as('records')
    await records.open(paper)
    await records.follow('Ban hành')
    await records.press('Ban hành', {
      'Ngày văn bản': '24/10/2025',
      'Thẩm quyền ký': 'Người đứng đầu cơ quan ký',
      'Chức vụ người ký': 'Chánh Văn phòng',
      'Người ký': 'Tô Quang Huy',
    })
    expect(records.text).toContain('01-BC/VPĐU')
  })
})

describeConference(story)
describeAfterwards(story)
