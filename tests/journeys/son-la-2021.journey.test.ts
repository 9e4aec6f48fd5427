import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { meetings2021, type SampleMeeting } from '../../samples/son-la/meetings-2021.ts'
import { sonLaHouse } from '../../samples/son-la/son-la-house.ts'
import { type Journey, openJourney } from '../support/http-journey.ts'
import { fillDossier } from '../support/journey-acts.ts'
import { downloadDossier, handInReport, issuePlan, listDue } from '../support/journey-steps.ts'
import { unpackedZip } from '../support/unpacked-zip.ts'

/*
 * The office of the provincial People's Committee of Sơn La in 2021, as its report tells the year: 6 conferences, 3
 * sessions under the flag, 35 weekly and monthly briefings; nobody asked for a dialogue, none was ad hoc.
 * There is no official table of 2021 here, so weekends and holidays of fixed date or moon are the days off and every
 * due date is provisional. Counted by hand (“trước ngày” is strictly before):
 *   six months: before Thursday 10/6/2021 → Wednesday 09/6/2021
 *   year: before Saturday 20/11/2021 → Friday 19/11/2021; the annual report before was due by Thursday 19/11/2020, so
 *   both periods of 2021 begin on 20/11/2020
 */
const OFFICE = 'Văn phòng Ủy ban nhân dân tỉnh Sơn La'
const HALF = '09/06/2021 · Báo cáo 6 tháng · Báo cáo · Phòng TC-HC-QT'
const YEAR = '19/11/2021 · Báo cáo năm · Báo cáo · Phòng TC-HC-QT'
const deputy = { 'Người ký': 'Quàng Thị Vân Anh', 'Chức vụ người ký': 'Phó Chánh Văn phòng', 'Thẩm quyền ký': 'KT.' }

const SESSIONS: Record<SampleMeeting['kind'], string> = {
  yearConference: 'Hội nghị tổng kết, triển khai nhiệm vụ năm',
  staffConference: 'Hội nghị công chức, viên chức',
  documentBriefing: 'Hội nghị quán triệt, triển khai các văn bản của Đảng, Nhà nước',
  weeklyBriefing: 'Họp giao ban tuần',
  monthlyBriefing: 'Họp giao ban tháng',
  flagCeremony: 'Sinh hoạt chính trị dưới cờ',
}
const inOrder = [...meetings2021].sort((a, b) => (a.on < b.on ? -1 : 1))
const counted = (meetings: readonly SampleMeeting[], ...kinds: SampleMeeting['kind'][]) =>
  meetings.filter((one) => kinds.includes(one.kind)).length

let journey: Journey
let plan = ''

beforeAll(async () => {
  journey = await openJourney([sonLaHouse], '2021-01-25')
})
afterAll(() => journey?.close())

const as = (who: string) => journey.as(who)
const typed = (day: string) => day.split('-').reverse().join('/')

/** The office writes down what was held since the last time, one after the other on the same form. */
async function recordMeetings(meetings: readonly SampleMeeting[]) {
  const clerk = await as('clerk')
  await clerk.open('/hoi-nghi')
  await clerk.follow('Ghi cuộc họp thường kỳ')
  for (const meeting of meetings) {
    await clerk.press('Ghi', {
      'Cuộc họp': SESSIONS[meeting.kind],
      'Ngày tổ chức': typed(meeting.on),
      'Người chủ trì': 'Chánh Văn phòng UBND tỉnh',
      'Số người dự': meeting.people,
      'Nội dung trao đổi, ghi chú': meeting.note,
    })
  }
}

describe('the year 2021', () => {
  it('the data say what the report of 2021 says', () => {
    expect(counted(inOrder, 'yearConference', 'staffConference', 'documentBriefing')).toBe(6)
    expect(counted(inOrder, 'flagCeremony')).toBe(3)
    expect(counted(inOrder, 'weeklyBriefing', 'monthlyBriefing')).toBe(35)
  })

  it('begins with plan 22/KH-VPUB of 01/02/2021', async () => {
    const clerk = await as('clerk')
    await clerk.open('/ke-hoach')
    await clerk.follow('Lập kế hoạch')
    await clerk.press('Lập kế hoạch', {
      Năm: 2021,
      'Tên kế hoạch': 'Kế hoạch đối thoại của Chánh Văn phòng với công chức, viên chức, người lao động và nhân dân',
      'Cơ quan ban hành': OFFICE,
    })
    plan = `/ke-hoach/${clerk.id}`
    expect(clerk.text).toContain('số 08/KH-UBND, ngày 06/01/2020')
    for (const session of ['documentBriefing', 'flagCeremony', 'weeklyBriefing'] as const) {
      await clerk.open(plan)
      await clerk.follow('Thêm cuộc đối thoại')
      await clerk.press('Thêm cuộc đối thoại', {
        'Tên cuộc đối thoại': `Đối thoại gắn với: ${SESSIONS[session]}`,
        Loại: 'gắn với cuộc họp thường kỳ',
        'Gắn với cuộc họp': SESSIONS[session],
        'Hình thức': 'trực tiếp',
        'Chủ trì': 'Chánh Văn phòng UBND tỉnh',
        'Từ ngày': '01/02/2021',
        'Đến ngày': '31/12/2021',
      })
    }
    await journey.on('01/02/2021')
    const people = { approves: 'chanhVp', numbers: 'records', publishes: 'leader' }
    const records = await issuePlan(journey, plan, people, deputy)
    expect(records.text).toContain('Đã ban hành, số 22/KH-VPUB.')
  })

  it('owes two reports to the Mass Mobilisation Board and the Home Affairs Department, provisionally dated', async () => {
    await journey.on('05/02/2021')
    const clerk = await as('clerk')
    await clerk.open('/bao-cao')
    await clerk.press('Theo dõi hạn cả năm')
    expect(clerk.piece('Báo cáo 6 tháng', 'Chưa nộp')).toContain('Ban Dân vận Tỉnh ủy; Sở Nội vụ')
    expect(await listDue(clerk)).toEqual([HALF, YEAR])
    for (const report of ['Báo cáo 6 tháng', 'Báo cáo năm']) {
      await clerk.open('/han?whose=authority')
      await clerk.follow('vì sao?', { near: report })
      expect(clerk.text, report).toContain('tạm tính')
    }
  })

  it('keeps the inspection and the rules of the year in its dossier, drawn from the plan or recorded as they are', async () => {
    const clerk = await as('records')
    await clerk.open('/ho-so/nam/2021')
    expect(clerk.text).toContain('Chưa có kế hoạch hoặc kết quả kiểm tra nào trong năm.')
    await clerk.follow('Ghi văn bản đã có: Quy chế, nội quy, lịch tiếp công dân')
    const page = { file: Buffer.from('%PDF-1.7\n%%EOF\n'), name: 'lich.pdf' }
    await clerk.press('Lưu', {
      ...{ 'Trích yếu': 'Lịch tiếp công dân năm 2021', 'Cơ quan ban hành': OFFICE, ...deputy },
      ...{ 'Ngày văn bản': '04/02/2021', 'Người ký duyệt': 'Quàng Thị Vân Anh', 'Ngày ký duyệt': '04/02/2021' },
      signedPage: page,
    })
    await clerk.follow('Hồ sơ năm 2021')
    expect(clerk.text).toContain('Lịch tiếp công dân năm 2021')
    await clerk.follow('Soạn: Kế hoạch kiểm tra công tác dân vận, dân chủ')
    expect(clerk.text).toContain('dân chủ và đối thoại năm 2021')
    expect(clerk.text).toContain('Việc ban hành, thực hiện quy chế, nội quy, lịch tiếp công dân')
    await clerk.press('Lưu dự thảo')
    expect(clerk.text).toContain('Kế hoạch kiểm tra công tác dân vận, dân chủ')
  })

  it('hands in the first half with zeros that say which period they count', async () => {
    await journey.on('08/06/2021')
    const first = inOrder.filter((one) => one.on <= '2021-06-08')
    await recordMeetings(first)
    const clerk = await as('clerk')
    await clerk.open('/')
    await clerk.follow('Nộp báo cáo', { near: 'Báo cáo 6 tháng' })
    expect(clerk.text).toContain('Tính từ 20/11/2020 đến hết 09/06/2021; số 0 cũng được nêu')
    expect(clerk.piece('đột xuất')).toBe('đột xuất0000')
    expect(clerk.text).toContain('Yêu cầu đối thoại nhận được0')
    expect(clerk.text).toContain(`Cuộc đối thoại đã tổ chức${first.length}`)
    await handInReport(journey, clerk.address, {
      title: 'Báo cáo kết quả công tác đối thoại 6 tháng đầu năm 2021',
      issuer: OFFICE,
      approves: 'chanhVp',
      signer: deputy,
      sentOn: '08/06/2021',
    })
    expect(await listDue(clerk, 'met')).toEqual([`${HALF} · xong ngày 08/06/2021`])
  })

  it('hands in the year: 44 sessions, 0 requests, 0 ad hoc', async () => {
    await journey.on('18/11/2021')
    await recordMeetings(inOrder.filter((one) => one.on > '2021-06-08'))
    const clerk = await as('clerk')
    await clerk.open('/yeu-cau-doi-thoai')
    expect(clerk.text).toContain('Chưa có yêu cầu')
    await clerk.open('/')
    await clerk.follow('Nộp báo cáo', { near: 'Báo cáo năm' })
    expect(clerk.text).toContain('Tính từ 20/11/2020 đến hết 19/11/2021')
    expect(clerk.text).toContain('Cuộc đối thoại đã tổ chức44')
    expect(clerk.piece('đột xuất')).toBe('đột xuất0000')
    expect(clerk.piece('theo yêu cầu')).toBe('theo yêu cầu0000')
    for (const [kind, label] of Object.entries(SESSIONS)) {
      const sessions = inOrder.filter((one) => one.kind === kind)
      const people = sessions.reduce((sum, one) => sum + one.people, 0)
      const row = clerk.piece(label, people.toLocaleString('vi-VN'))
      expect(row, label).toContain(`${label}${sessions.length}`)
    }
    await handInReport(journey, clerk.address, {
      title: 'Báo cáo kết quả thực hiện công tác đối thoại năm 2021',
      issuer: OFFICE,
      approves: 'chanhVp',
      signer: deputy,
      sentOn: '18/11/2021',
    })
    expect(await listDue(clerk)).toEqual([])
    expect(await listDue(clerk, 'met')).toContain(`${YEAR} · xong ngày 18/11/2021`)
  })

  it('writes the report of the year in the structure of 001, with 06, 03, 35 and the zeros', async () => {
    const clerk = await as('clerk')
    await clerk.open('/bao-cao/20216')
    await clerk.press('Lập số liệu báo cáo')
    const record = clerk.address.replace(/^\/[^/]+/, '')
    const docx = await unpackedZip((await clerk.download(`${record}/tai?dang=docx`)).bytes)
    const text = docx
      .get('word/document.xml')!
      .toString()
      .replace(/<\/w:p>/g, '\n')
      .replace(/<[^>]+>/g, '')
    const parts = [
      'VĂN PHÒNG',
      'BÁO CÁO',
      'Kết quả thực hiện công tác đối thoại năm 2021',
      'Thực hiện Quy định số 12-QĐi/TU ngày 27/02/2019 của',
      'Kế hoạch số 08/KH-UBND ngày 06/01/2020 của',
      'báo cáo kết quả thực hiện công tác đối thoại năm 2021',
      'I. CÔNG TÁC LÃNH ĐẠO, TRIỂN KHAI THỰC HIỆN',
      'Kế hoạch số 22/KH-VPUB ngày 01/02/2021',
      'Đồng thời ban hành các văn bản: ',
      'II. KẾT QUẢ THỰC HIỆN',
      '1. Công tác tuyên truyền, phổ biến, quán triệt thực hiện',
      'Kế hoạch số 08/KH-UBND ngày 06/01/2020 của',
      '2. Kết quả triển khai thực hiện các nhiệm vụ theo kế hoạch',
      '2.1. Nội dung đối thoại',
      '2.2. Hình thức, thời gian đối thoại',
      'Theo yêu cầu công dân. Trong kỳ (từ 20/11/2020 đến 19/11/2021): 0 yêu cầu đối thoại.',
      'Trong kỳ (từ 20/11/2020 đến 19/11/2021): 0 cuộc.',
      '06 hội nghị, 03 buổi sinh hoạt chính trị dưới cờ, 35 buổi giao ban hàng tuần, hàng tháng',
      'III. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2022',
      'IV. ĐỀ XUẤT, KIẾN NGHỊ: Không.',
      'trân trọng báo cáo Ban Dân vận Tỉnh ủy Sơn La và Sở Nội vụ tỉnh Sơn La./.',
      'Nơi nhận',
      'Lãnh đạo Văn phòng',
      'Lưu: VT, TCHCQT',
    ]
    // each after the one before
    let at = 0
    const missing = parts.filter((part) => {
      const found = text.indexOf(part, at)
      if (found >= 0) at = found + part.length
      return found < 0
    })
    expect(missing).toEqual([])
    expect(text).not.toMatch(/[{}]|undefined|null|NaN/)
    const pdf = await clerk.download(`${record}/tai?dang=pdf`)
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('shows plan against actual and closes the dossier of a session', async () => {
    await journey.on('20/12/2021')
    const clerk = await as('clerk')
    await clerk.open(plan)
    expect(clerk.text).toContain('gắn với cuộc họp thường kỳ44')
    await clerk.open('/hoi-nghi?q=Hội nghị công chức')
    await clerk.follow('Hội nghị công chức, viên chức')
    expect(clerk.text).toContain('12-QĐi/TU (2021)')
    expect(clerk.text).toContain('không đặt thời hạn cho cuộc đối thoại này')
    expect(clerk.text).not.toContain('Thời hạn được tính khi đã quyết định ngày')
    await clerk.follow('Xem hồ sơ')
    // the plan of the year is there by itself
    expect(clerk.piece('Kế hoạch đối thoại năm', '22/KH-VPUB')).toContain('Kế hoạch')
    expect(await fillDossier(clerk, `/ho-so/${clerk.id}`)).toHaveLength(1)
    await clerk.follow('Đóng hồ sơ')
    await clerk.press('Đóng hồ sơ')
    const sums = await downloadDossier(clerk)
    // the plan as sheet and as the PDF made from its data, and the record of the session
    expect([...sums.keys()].filter((path) => /^[123]-/.test(path))).toEqual([
      expect.stringMatching(/Ke-hoach-doi-thoai-nam.*Phieu-van-ban\.txt$/),
      expect.stringMatching(/Ke-hoach-doi-thoai-nam.*Van-ban\.pdf$/),
      expect.stringMatching(/Ghi-nhan-cuoc-hop/),
    ])
    await clerk.open('/ho-so')
    await clerk.press('Lọc', { 'Trạng thái': 'Đã đóng' })
    expect(clerk.piece('Hội nghị công chức, viên chức')).toContain('Đã đóng')
  })
})
