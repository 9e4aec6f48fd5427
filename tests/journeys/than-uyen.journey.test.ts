import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { thanUyenHouse } from '../../samples/than-uyen/than-uyen-house.ts'
import { type Journey, openJourney } from '../support/http-journey.ts'
import {
  dialoguePage,
  downloadDossier,
  fillDossier,
  listDue,
  onPetition,
  scannedPage,
} from '../support/journey-steps.ts'
import type { Fillings } from '../support/page-form.ts'

/*
 * Than Uyên (Lai Châu), the dialogue with Khoen On on Thursday 14/9/2023, after the plan of the district party
 * committee of that year (regulation 06-QC/TU). Counted by hand on the calendar of 2023, where Friday 01/9 and Monday
 * 04/9 are days off (5034/TB-LĐTBXH):
 *   media or invitation, 7 working days before: 13, 12, 11, 8, 7, 6, 5/9 → Tuesday 05/9; seven full days between them
 *   would be one working day earlier, and over 04/9, the weekend and 01/9 that is Thursday 31/8
 *   internal review, 5 working days: 15, 18, 19, 20, 21/9
 *   written reply, 15 working days: … 21/9 is the 5th; 22, 25, 26, 27, 28/9 the 10th; 29/9, 2, 3, 4, 5/10
 *   complex, 30 working days: 6, 9–12/10 the 20th; 13, 16–19/10 the 25th; 20, 23–26/10
 */
const NOTICE = 'Thông báo công khai hoặc gửi giấy mời'
const REVIEW = 'Đánh giá, rút kinh nghiệm nội bộ và phân công giải quyết'
const REPLY = 'Trả lời bằng văn bản các kiến nghị chưa được trả lời tại hội nghị'
const PROMISE = 'Thời hạn hẹn tại hội nghị'
const ITEM = 'Thời hạn giao tại thông báo kết luận'
const TITLE = 'Hội nghị tiếp xúc, đối thoại với Nhân dân xã Khoen On'

let journey: Journey
let plan = ''
let dialogue = ''
let dossier = ''
const petition = { land: 0, road: 0, seedlings: 0, grid: 0, signal: 0, water: 0, poor: 0, again: 0 }

beforeAll(async () => {
  journey = await openJourney([thanUyenHouse], '2023-07-24')
})
afterAll(() => journey?.close())

let today = ''
/** The clock stands on a day, as it is typed. */
async function on(day: string, time = '09:00'): Promise<void> {
  await journey.on(day, time)
  today = day
}
const as = (who: string) => journey.as(who)
const page = (who: string, name: string) => dialoguePage(journey, who, dialogue, name)
const act = (who: string, which: number, verb: string, fill: Fillings = {}) =>
  onPetition(journey, who, which, verb, fill)

/** Somebody's words from a village come in; gives the number of the petition. */
async function receive(who: string, name: string, village: string, text: string, more: Fillings): Promise<number> {
  const reader = await as(who)
  await reader.open('/kien-nghi')
  await reader.follow('Tiếp nhận ý kiến')
  const from = { petitionerKind: 'Cá nhân', 'Họ tên, tên tổ chức': name, 'Thôn, tổ dân phố': village }
  await reader.press('Tiếp nhận', { 'Hội nghị': TITLE, 'Toàn văn': text, ...from, ...more })
  return reader.id
}

/** A division without accounts answers in writing: the lead office drafts, the approval happened on paper. */
async function replyOnPaper(which: number, reply: { text: string; about: string; signer: string; village: string }) {
  await act('clerk', which, 'Soạn văn bản trả lời', { 'Nội dung trả lời': reply.text })
  await act('clerk', which, 'Ghi văn bản đã duyệt trên giấy', {
    'Người ký duyệt trên giấy': reply.signer,
    'Ngày ký duyệt': today,
    'Trang có chữ ký': scannedPage('duyet.pdf'),
  })
  await act('records', which, 'Phát hành văn bản trả lời', {
    'Trích yếu': reply.about,
    'Người ký': reply.signer,
    'Chức vụ người ký': 'Trưởng phòng',
    'Đơn vị, địa phương nơi có kiến nghị': reply.village,
    'Báo cáo cấp ủy, chính quyền, người chủ trì': ['Huyện ủy Than Uyên', 'Ủy ban nhân dân huyện Than Uyên'],
    'Tệp văn bản đã ký': scannedPage('tra-loi.pdf'),
  })
}

function sendTo(which: number, ...names: string[]) {
  return act('clerk', which, 'Ghi đã gửi trả lời', {
    'Gửi cho': names,
    'Gửi bằng': 'qua trưởng thôn, có ký nhận',
    'Ngày gửi': today,
  })
}

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
    plan = `/ke-hoach/${clerk.id}`
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
    await leader.open(plan)
    await leader.press('Công khai')
    const clerk = await as('clerk')
    await clerk.open(plan)
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
    await clerk.open(plan)
    await clerk.follow('Mở cuộc đối thoại')
    await clerk.press('Mở cuộc đối thoại', {
      'Nội dung đã được đồng ý': 'Đất đai, bồi thường vùng lòng hồ',
      'Đơn vị nơi tổ chức': 'Đảng ủy, UBND xã Khoen On',
      'Cần phiên dịch (tiếng gì)': 'tiếng Thái, tiếng Mông',
    })
    dialogue = `/hoi-nghi/${clerk.id}`
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
    await boss.open(dialogue)
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

describe('before the conference', () => {
  it('the notice in the media is enough (media or invitation); the Front sends people; the invitations follow', async () => {
    await on('31/08/2023')
    const front = await as('front')
    await front.open(dialogue)
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
    await act('biThu', petition.road, 'Xác định vụ việc phức tạp', { 'Lý do': 'Phải khảo sát lại tuyến, bố trí vốn.' })
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
    await secretary.press('Ghi nhận phát biểu', { 'Kết quả': 'đã phát biểu', 'Bắt đầu': '08:40', 'Kết thúc': '08:45' })
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
    const boss = await as('biThu')
    await boss.open('/')
    await boss.follow('Duyệt kết luận')
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
    await clerk.open(dialogue)
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

describe('settling', () => {
  it('a reply counts when the person and the village have it, the later day', async () => {
    await on('29/09/2023')
    await replyOnPaper(petition.water, {
      text: 'Đã sửa xong đập đầu mối tạm ngày 27/9/2023.',
      about: 'V/v trả lời kiến nghị về nước sinh hoạt bản Mùi',
      signer: 'Hà Văn Chiến',
      village: 'Bản Mùi',
    })
    await sendTo(petition.water, 'Lường Thị Biên', 'Bản Mùi', 'Huyện ủy Than Uyên', 'Ủy ban nhân dân huyện Than Uyên')
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
    await sendTo(petition.land, 'Lò Văn Pâng')
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
    await journey.runJobs()
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
    const clerk = await sendTo(petition.poor, 'Giàng Thị Dợ', 'Bản Chế Hạng')
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
    const clerk = await sendTo(petition.road, 'Giàng A Sử', 'Bản Chế Hạng')
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
    await front.open(dialogue)
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
    await clerk.open(dialogue)
    await clerk.follow('Xem hồ sơ')
    dossier = `/ho-so/${clerk.id}`
    expect(clerk.offers('Đóng hồ sơ')).toBe(false)
    // the conclusion and the report were issued here, so they are in it already
    expect(await fillDossier(clerk, dossier)).toHaveLength(10)
    expect(clerk.text).toContain('Thành phần bắt buộc: 12/12')
    await clerk.follow('Đóng hồ sơ')
    await clerk.press('Đóng hồ sơ')
    expect(clerk.text).toContain('Đã đóng hồ sơ.')
  })

  it('proves itself, changes no more, and takes what comes later as a dated supplement', async () => {
    const clerk = await as('clerk')
    const before = await downloadDossier(clerk)
    expect([...before.keys()].filter((path) => /^[123]-/.test(path))).toHaveLength(19)
    await clerk.open(dialogue)
    expect(clerk.text).toContain('Mọi bước đã xong, hồ sơ đã đóng.')
    const conclusion = await page('clerk', 'Kết luận')
    expect(conclusion.$('main form')).toHaveLength(0)
    const road = await as('clerk')
    await road.open(`/kien-nghi/${petition.road}`)
    for (const verb of ['Sửa câu chữ', 'Phân loại', 'Soạn văn bản trả lời', 'Chuyển cơ quan có thẩm quyền'])
      expect(road.offers(verb), verb).toBe(false)
    await on('05/02/2024')
    const later = await as('clerk')
    await later.open(dossier)
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
