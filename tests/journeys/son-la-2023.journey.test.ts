import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sonLaHouse } from '../../samples/son-la/son-la-house.ts'
import { type Journey, openJourney } from '../support/http-journey.ts'
import { fillDossier, scannedPage } from '../support/journey-acts.ts'
import {
  dialoguePage,
  downloadDossier,
  handInReport,
  issuePlan,
  listDue,
  onPetition,
} from '../support/journey-steps.ts'
import type { Fillings } from '../support/page-form.ts'

/*
 * The office of the provincial People's Committee of Sơn La in 2023: its plan, a topic proposed by a department, appraised
 * by the office, the Mass Mobilisation Board and the Front, and held for the chairman of the province; two reports.
 * Counted by hand (“trước ngày” is strictly before, so the last working day before it):
 *   six months: before 10/6/2023, a Saturday → Friday 09/6/2023
 *   year: before Monday 20/11/2023 → Friday 17/11/2023; figures from the day after the last annual report, which was due
 *   before Sunday 20/11/2022, by Friday 18/11/2022 → from 19/11/2022; the first half of the year from the same day
 *   replies and the conclusion: this regulation states no limit, only what the conclusion sets runs
 */
const MEETING = 'Đối thoại gắn với giao ban tuần, tháng của Văn phòng'
const TITLE = 'Chủ tịch UBND tỉnh đối thoại với doanh nghiệp, hợp tác xã và Nhân dân năm 2023'
const OFFICE = 'Văn phòng Ủy ban nhân dân tỉnh Sơn La'
const WHO_SPOKE = 'Người cho ý kiến (chức vụ, họ tên)'
const HALF = '09/06/2023 · Báo cáo 6 tháng · Báo cáo · Phòng TC-HC-QT'
const YEAR = '17/11/2023 · Báo cáo năm · Báo cáo · Phòng TC-HC-QT'
const ITEM = '29/09/2023 · Thời hạn giao tại thông báo kết luận · II.2. Giá thuê đất tăng gấp ba. · Sở TN&MT'

let journey: Journey
let plan = ''
let topic = ''
let dialogue = ''
let dossier = ''

beforeAll(async () => {
  journey = await openJourney([sonLaHouse], '2023-01-30')
})
afterAll(() => journey?.close())

const as = (who: string) => journey.as(who)
const page = (who: string, name: string) => dialoguePage(journey, who, dialogue, name)
const act = (who: string, which: number, verb: string, fill: Fillings = {}) =>
  onPetition(journey, who, which, verb, fill)

async function recordMeeting(heldOn: string, people: number) {
  const clerk = await as('clerk')
  await clerk.open('/hoi-nghi')
  await clerk.follow('Ghi cuộc họp thường kỳ')
  await clerk.press('Ghi', {
    'Cuộc họp': 'Họp giao ban tháng',
    'Ngày tổ chức': heldOn,
    'Người chủ trì': 'Chánh Văn phòng UBND tỉnh',
    'Số người dự': people,
    'Nội dung trao đổi, ghi chú': 'Giải đáp ý kiến công chức, người lao động.',
  })
}

describe('the plan and its reports', () => {
  it('is drafted, approved by the chief, signed by his deputy and published', async () => {
    const clerk = await as('clerk')
    await clerk.open('/ke-hoach')
    await clerk.follow('Lập kế hoạch')
    await clerk.press('Lập kế hoạch', {
      Năm: 2023,
      'Tên kế hoạch': 'Kế hoạch thực hiện công tác đối thoại năm 2023',
      'Cơ quan ban hành': OFFICE,
    })
    plan = `/ke-hoach/${clerk.id}`
    expect(clerk.text).toContain('số 4639/UBND-NC, ngày 30/12/2021')
    const add = async (fill: Fillings) => {
      await clerk.open(plan)
      await clerk.follow('Thêm cuộc đối thoại')
      await clerk.press('Thêm cuộc đối thoại', { 'Hình thức': 'trực tiếp', ...fill })
    }
    await add({
      'Tên cuộc đối thoại': TITLE,
      Loại: 'chuyên đề',
      'Chủ trì': 'Chủ tịch UBND tỉnh',
      'Từ ngày': '01/08/2023',
      'Đến ngày': '30/09/2023',
      'Đối tượng': ['Doanh nghiệp', 'Nhân dân'],
    })
    await add({
      'Tên cuộc đối thoại': MEETING,
      Loại: 'gắn với cuộc họp thường kỳ',
      'Gắn với cuộc họp': 'Họp giao ban tháng',
      'Chủ trì': 'Chánh Văn phòng UBND tỉnh',
      'Từ ngày': '01/02/2023',
      'Đến ngày': '31/12/2023',
    })
    const people = { approves: 'chanhVp', numbers: 'records', publishes: 'leader' }
    const signer = { 'Người ký': 'Quàng Thị Vân Anh', 'Chức vụ người ký': 'Phó Chánh Văn phòng' }
    await journey.on('08/02/2023')
    const records = await issuePlan(journey, plan, people, { ...signer, 'Thẩm quyền ký': 'KT. (ký thay)' })
    expect(records.text).toContain('Đã ban hành, số 01/KH-VPUB.')
  })

  it('owes two reports, each by the last working day before the day named', async () => {
    await journey.on('10/02/2023')
    const clerk = await as('clerk')
    await clerk.open('/bao-cao')
    await clerk.press('Theo dõi hạn cả năm')
    expect(clerk.piece('Báo cáo 6 tháng', 'Chưa nộp')).toContain('19/11/2022 – 09/06/2023')
    expect(clerk.piece('Báo cáo năm, năm 2023', 'Chưa nộp')).toContain('19/11/2022 – 17/11/2023')
    expect(await listDue(clerk)).toEqual([HALF, YEAR])
    await clerk.follow('vì sao?', { near: 'Báo cáo 6 tháng' })
    expect(clerk.text).toContain('thứ Sáu 09/06/2023')
    expect(clerk.text).toContain('Kế hoạch năm 2023 của Văn phòng UBND tỉnh, mục III.3')
  })

  it('hands the first in before its day, with every zero and the period it counts', async () => {
    await journey.on('29/05/2023')
    await recordMeeting('27/03/2023', 39)
    await recordMeeting('29/05/2023', 41)
    await journey.on('08/06/2023')
    const clerk = await as('clerk')
    await clerk.open('/')
    await clerk.follow('Nộp báo cáo', { near: 'Báo cáo 6 tháng' })
    expect(clerk.text).toContain('Tính từ 19/11/2022 đến hết 09/06/2023; số 0 cũng được nêu')
    expect(clerk.text).toContain('Cuộc đối thoại đã tổ chức2')
    expect(clerk.text).toContain('Yêu cầu đối thoại nhận được0')
    expect(clerk.piece('đột xuất')).toBe('đột xuất0000')
    await handInReport(journey, clerk.address, {
      title: 'Báo cáo kết quả công tác đối thoại 6 tháng đầu năm 2023',
      issuer: OFFICE,
      approves: 'chanhVp',
      signer: { 'Người ký': 'Quàng Thị Vân Anh', 'Chức vụ người ký': 'Phó Chánh Văn phòng', 'Thẩm quyền ký': 'KT.' },
      sentOn: '08/06/2023',
    })
    expect(await listDue(clerk, 'met')).toEqual([`${HALF} · xong ngày 08/06/2023`])
    expect(await listDue(clerk)).toEqual([YEAR])
  })
})

describe('the topic', () => {
  it('of a department is decided only after all three have appraised it', async () => {
    await journey.on('26/06/2023')
    const clerk = await as('clerk')
    await clerk.open('/hoi-nghi')
    await clerk.follow('Đề xuất nội dung')
    await clerk.press('Gửi đề xuất', {
      'Cơ quan đề xuất': 'Sở Kế hoạch và Đầu tư tỉnh Sơn La',
      'Nội dung, chủ đề': 'Tháo gỡ khó khăn cho doanh nghiệp, hợp tác xã',
      'Lý do, tình hình': '46 kiến nghị của doanh nghiệp, hợp tác xã.',
    })
    await clerk.open('/chu-de')
    await clerk.follow('Tháo gỡ khó khăn')
    topic = `/chu-de/${clerk.id}`
    const chair = await as('chuTich')
    await chair.open(topic)
    const early = { refused: 'Còn 3 cơ quan chưa có ý kiến thẩm định.' }
    await chair.press('Quyết định', { 'Quyết định': 'Đồng ý tổ chức' }, early)
    await journey.on('10/07/2023')
    for (const [who, agency, opinion] of [
      ['clerk', OFFICE, 'Thống nhất'],
      ['board', 'Ban Dân vận Tỉnh ủy Sơn La', 'Thống nhất, có chỉnh sửa'],
      ['front', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn La', 'Thống nhất'],
    ] as const) {
      const member = await as(who)
      await member.open('/')
      await member.follow('Thẩm định')
      const onPaper: Record<string, string> = who === 'clerk' ? { [WHO_SPOKE]: 'Phó Chánh Văn phòng' } : {}
      await member.press('Ghi ý kiến', { 'Cơ quan thẩm định': agency, 'Ý kiến': opinion, ...onPaper })
    }
    await journey.on('20/07/2023')
    const head = await as('chuTich')
    await head.open('/')
    await head.follow('Quyết định')
    await head.press('Quyết định', { 'Quyết định': 'Đồng ý tổ chức', 'Lý do': 'Tổ chức trong tháng 8/2023.' })
  })

  it('is needed to open the dialogue of the chairman of the province', async () => {
    await journey.on('24/07/2023')
    const clerk = await as('clerk')
    await clerk.open('/hoi-nghi')
    await clerk.follow('Mở', { near: 'doanh nghiệp' })
    await clerk.press('Mở cuộc đối thoại', {}, { refused: 'chỉ đối thoại về nội dung đã được đề xuất, thẩm định' })
    await clerk.press('Mở cuộc đối thoại', { 'Nội dung đã được đồng ý': 'Tháo gỡ khó khăn' })
    dialogue = `/hoi-nghi/${clerk.id}`
    expect(clerk.text).toContain('Chủ trìChủ tịch UBND tỉnh: Hà Trung Kiên')
    expect(clerk.text).toContain('Lưu trữ hồ sơVăn phòng Ủy ban nhân dân tỉnh Sơn La')
  })
})

describe('the dialogue of 24/8/2023', () => {
  it('is prepared with invitations, notice and petitions', async () => {
    await journey.on('01/08/2023')
    const chair = await as('chuTich')
    await chair.open(dialogue)
    await chair.follow('Quyết định thời gian, địa điểm')
    await chair.press('Quyết định', {
      'Ngày tổ chức': '24/08/2023',
      'Bắt đầu': '08:00',
      'Địa điểm': 'Hội trường UBND tỉnh',
    })
    await journey.on('10/08/2023')
    const clerk = await page('clerk', 'Thành phần, giấy mời')
    const guests = { 'Thành phần': 'Đoàn thể, tổ chức', 'Họ tên hoặc tên đoàn': 'Hiệp hội Doanh nghiệp tỉnh' }
    await clerk.press('Thêm vào danh sách', { ...guests, 'Số người': 60 })
    await clerk.press('Ghi nhận đã gửi', { 'Ngày gửi': '10/08/2023', 'Cách gửi': 'Trục văn bản, thư điện tử' })
    await clerk.follow('Thông báo')
    await clerk.press('Ghi thông báo', { Kênh: 'Cổng thông tin điện tử', Ngày: '10/08/2023', 'Số lần': 1 })
    await clerk.open('/kien-nghi')
    await clerk.follow('Tiếp nhận ý kiến')
    await clerk.press('Tiếp nhận', {
      'Hội nghị': TITLE,
      'Kênh tiếp nhận': 'Thư điện tử',
      'Toàn văn': 'Đề nghị công khai quỹ đất sạch. Giá thuê đất tăng gấp ba.',
      'Nội dung 1': 'Đề nghị công khai quỹ đất sạch.',
      'Nội dung 2': 'Giá thuê đất tăng gấp ba.',
      petitionerKind: 'Tổ chức',
      'Họ tên, tên tổ chức': 'Hiệp hội Doanh nghiệp tỉnh',
      'Người đại diện': 'Nguyễn Khắc Tiệp',
    })
    expect(clerk.text).toContain('Đã tiếp nhận 2 nội dung kiến nghị.')
    await journey.on('16/08/2023')
    for (const [which, group] of [
      [1, 'Trả lời tại hội nghị'],
      [2, 'Kiểm tra, làm rõ, trả lời sau'],
    ] as const) {
      await act('clerk', which, 'Phân loại', { 'Lĩnh vực': 'Đất đai', 'Nhóm trả lời': group })
      const department = { 'Cơ quan chủ trì': 'Sở Tài nguyên và Môi trường tỉnh Sơn La' }
      await act('clerk', which, 'Giao chuẩn bị trả lời', department)
    }
    const confirm = 'Tôi xác nhận nội dung cung cấp cho Nhân dân không thuộc danh mục bí mật nhà nước.'
    await (await page('clerk', 'Điều hành')).press('Xác nhận', { [confirm]: true })
  })

  it('is held, answered and minuted; no clock starts that the regulation does not know', async () => {
    await journey.on('24/08/2023', '11:50')
    const secretary = await page('minutes', 'Điều hành')
    const attendance = { 'Số đại biểu': 64, 'Số người dân': 124, 'Trong đó nữ': 52 }
    await secretary.press('Ghi nhận đã tổ chức', { 'Ngày tổ chức': '24/08/2023', ...attendance })
    await act('minutes', 1, 'Ghi trả lời tại hội nghị', {
      'Người trả lời (họ tên, chức vụ)': 'Chủ tịch UBND tỉnh Hà Trung Kiên',
      'Nội dung trả lời': 'Công khai 14 khu đất trước ngày 30/9/2023.',
    })
    const minutes = await page('minutes', 'Biên bản')
    await minutes.press('Lưu biên bản', {
      'Thư ký': 'Vì Đức Trung',
      'Diễn biến': '02 kiến nghị.',
      'Kết luận của người chủ trì tại hội nghị': 'Giao các sở giải quyết.',
    })
    await minutes.press('Thư ký ký')
    await (await page('chuTich', 'Biên bản')).press('Người chủ trì ký')
    expect(await listDue(await as('clerk'))).toEqual([YEAR])
  })

  it('is concluded with a limit for the department, approved by its own chair', async () => {
    await journey.on('28/08/2023')
    const clerk = await page('clerk', 'Kết luận')
    await clerk.press('Đưa kiến nghị vào kết luận')
    await clerk.follow('Giá thuê đất')
    const conclusion = { 'Kết luận': 'Rà soát, trả lời doanh nghiệp.', 'Thời hạn': '29/09/2023', openProposal: false }
    await clerk.press('Lưu', conclusion)
    await clerk.press('Lưu phần chung', { 'I. Đánh giá chung': '188 người dự.' })
    const chair = await as('chuTich')
    await chair.open('/')
    await chair.follow('Duyệt kết luận')
    await chair.press('Duyệt kết luận')
    await journey.on('31/08/2023')
    const records = await as('records')
    await records.open('/')
    await records.follow('Ban hành')
    await records.press('Ban hành', { 'Ngày văn bản': '31/08/2023' })
    for (const name of ['Sở Tài nguyên và Môi trường', 'Hiệp hội Doanh nghiệp', 'Các phòng, ban, đơn vị'])
      expect(records.text, name).toContain(name)
    await records.press('Ghi nhận đã gửi', { 'Ngày gửi': '31/08/2023', 'Cách gửi': 'Trục liên thông văn bản' })
    expect(await listDue(records)).toEqual([ITEM, YEAR])
  })

  it('a department without accounts answers: number of its own, sending and result kept by the office', async () => {
    await journey.on('18/09/2023')
    await act('clerk', 2, 'Soạn văn bản trả lời', { 'Nội dung trả lời': 'Hết thời kỳ ổn định 5 năm.' })
    await act('clerk', 2, 'Ghi văn bản đã duyệt trên giấy', {
      'Người ký duyệt trên giấy': 'Phùng Kim Sơn',
      'Ngày ký duyệt': '18/09/2023',
      'Trang có chữ ký': scannedPage('duyet.pdf'),
    })
    await act('records', 2, 'Phát hành văn bản trả lời', {
      'Trích yếu': 'V/v trả lời kiến nghị về giá thuê đất',
      'Số, ký hiệu': '2214/STNMT-QLĐĐ',
      'Người ký': 'Phùng Kim Sơn',
      'Chức vụ người ký': 'Giám đốc Sở',
      'Đơn vị, địa phương nơi có kiến nghị': 'Ban Tiếp công dân tỉnh',
      'Báo cáo cấp ủy, chính quyền, người chủ trì': ['Ủy ban nhân dân tỉnh Sơn La'],
    })
    const sent = await act('clerk', 2, 'Ghi đã gửi trả lời', {
      'Gửi cho': ['Hiệp hội Doanh nghiệp tỉnh', 'Ban Tiếp công dân tỉnh', 'Ủy ban nhân dân tỉnh Sơn La'],
      'Gửi bằng': 'bưu điện',
      'Ngày gửi': '18/09/2023',
    })
    expect(sent.text).toContain('2214/STNMT-QLĐĐ')
    expect(sent.text).toContain('Đã trả lờingày 18/09/2023')
    const clerk = await page('clerk', 'Kết luận')
    await clerk.follow('Giá thuê đất')
    await clerk.press('Báo kết quả thực hiện', { 'Ngày hoàn thành': '18/09/2023', 'Kết quả': 'Đã trả lời.' })
    expect(await listDue(clerk, 'met')).toContain(`${ITEM} · xong ngày 18/09/2023`)
  })
})

describe('the end of the year', () => {
  it('hands the annual report in with the figures of its period', async () => {
    await journey.on('16/11/2023')
    const clerk = await as('clerk')
    await clerk.open('/')
    await clerk.follow('Nộp báo cáo', { near: 'Báo cáo năm' })
    expect(clerk.text).toContain('Tính từ 19/11/2022 đến hết 17/11/2023')
    // sessions, people of the commune or office, women, delegates
    expect(clerk.piece('chuyên đề', '124')).toBe('chuyên đề11245264')
    expect(clerk.piece('gắn với cuộc họp thường kỳ')).toBe('gắn với cuộc họp thường kỳ28000')
    await handInReport(journey, clerk.address, {
      title: 'Báo cáo kết quả công tác đối thoại năm 2023',
      issuer: OFFICE,
      approves: 'chanhVp',
      signer: { 'Người ký': 'Quàng Thị Vân Anh', 'Chức vụ người ký': 'Phó Chánh Văn phòng', 'Thẩm quyền ký': 'KT.' },
      sentOn: '16/11/2023',
    })
    expect(await listDue(clerk)).toEqual([])
    expect(await listDue(clerk, 'met')).toContain(`${YEAR} · xong ngày 16/11/2023`)
  })

  it('closes the dossier with the appraisal in it; the archive proves itself', async () => {
    await journey.on('15/12/2023')
    const clerk = await as('clerk')
    await clerk.open(dialogue)
    await clerk.follow('Xem hồ sơ')
    dossier = `/ho-so/${clerk.id}`
    const filled = await fillDossier(clerk, dossier)
    expect(filled).toContain('Văn bản thẩm định nội dung đối thoại')
    await clerk.follow('Đóng hồ sơ')
    await clerk.press('Đóng hồ sơ')
    const sums = await downloadDossier(clerk)
    expect([...sums.keys()].some((path) => path.includes('Van-ban-tham-dinh'))).toBe(true)
    const conclusion = await page('clerk', 'Kết luận')
    expect(conclusion.$('main form')).toHaveLength(0)
  })
})
