import { expect } from 'vitest'
import type { Journey } from '../support/http-journey.ts'
import { actOn, dutiesOf, fillDossier, issueReply, receive } from '../support/journey-acts.ts'
import { checkedSums, unpackedZip } from '../support/unpacked-zip.ts'

/** One of the two rounds of a year. Days as written on the pages. */
export interface Round {
  journey(): Journey
  plan(): number
  title: string
  opened: string
  decided: string
  announced: string
  held: string
  notice: string
  replied: string
  closed: string
  /** counted by hand from `held` */
  loudspeakerDue: string
  /** four groups of the ballot, four answers each; the second count, where it differs */
  ballots: { issued: string; returned: string; valid: string; first: readonly number[]; second?: readonly number[] }
  /** kept from step to step */
  dialogue: number
  dossier: number
  petitions: { cctv: number; lane: number; party: number; cable: number; hall: number }
}

const at = (round: Round, path: string) => `/hoi-nghi/${round.dialogue}${path}`
const inList = (round: Round) => `${round.title} (${round.held})`

/** Opened from the plan; three chairs, ten steps, the loudspeaker seven days before. */
export async function prepare(round: Round): Promise<void> {
  const journey = round.journey()
  await journey.on(round.opened)
  const clerk = await journey.as('clerk')
  await clerk.open(`/ke-hoach/${round.plan()}`)
  await clerk.follow('Mở cuộc đối thoại', { near: round.title })
  await clerk.press('Mở cuộc đối thoại', { 'Kết hợp diễn đàn “Công an lắng nghe ý kiến Nhân dân”': true })
  round.dialogue = clerk.id
  expect(clerk.text).toContain('Bí thư Đảng ủy: Lê Doãn Thành')
  expect(clerk.text).toContain('Trưởng Công an xã: Cao Tiến Lực')
  await clerk.follow('Xem hồ sơ')
  round.dossier = clerk.id
  await clerk.open(at(round, '/chuong-trinh'))
  expect(clerk.text).toContain('Chương trình (10)')
  await journey.on(round.decided)
  const chair = await journey.as('chuTich')
  await chair.open(at(round, ''))
  await chair.follow('Quyết định thời gian, địa điểm')
  await chair.press('Quyết định', {
    'Ngày tổ chức': round.held,
    'Bắt đầu': '07:30',
    'Địa điểm': 'Hội trường công sở xã Hoằng Phú',
  })
  const loudspeaker = `${round.loudspeakerDue} · Văn hóa - Xã hội · Thông báo trên hệ thống truyền thanh`
  expect(await dutiesOf(chair)).toEqual([loudspeaker])
  await journey.on(round.announced)
  const radio = await journey.as('dai')
  await radio.open(at(round, '/thong-bao'))
  await radio.press('Ghi thông báo', {
    Kênh: 'Loa truyền thanh',
    Ngày: round.announced,
    Giờ: '06:00',
    'Số lần': '2',
    'Nơi phát, nơi niêm yết': '6 cụm loa',
    'Nội dung': 'Thời gian, địa điểm, nội dung hội nghị.',
  })
  const front = await journey.as('front')
  await front.open(at(round, '/thanh-phan'))
  const people = { 'Thành phần': 'Nhân dân', 'Họ tên hoặc tên đoàn': 'Nhân dân thôn Phú Khê', 'Số người': '18' }
  await front.press('Cử người dự', people)
  const office = await journey.as('clerk')
  await office.open(at(round, '/thanh-phan'))
  await office.press('Ghi nhận đã gửi', { 'Ngày gửi': round.announced, 'Cách gửi': 'Trao tay' })
  expect(await dutiesOf(office, 'Đã xong')).toContain(`${loudspeaker} · xong ngày ${round.announced}`)
}

/** What people registered beforehand, by sphere: who of the three chairs answers (002 II.3). */
export async function collect(round: Round): Promise<void> {
  const journey = round.journey()
  const front = await journey.as('front')
  const registered = { 'Kênh tiếp nhận': 'Phiếu đăng ký nội dung phát biểu', 'Ngày nhận': round.announced }
  const village = { 'Thôn, tổ dân phố': 'Thôn Phú Khê' }
  const said = [
    ['cctv', 'Nguyễn Hữu Thọ', 'Lắp camera ở ngã ba Phú Khê'],
    ['lane', 'Lê Thị Mận', 'Hoàn trả mặt đường sau khi làm nước sạch'],
    ['party', 'Trần Đức Bảng', 'Sinh hoạt chi bộ thôn chưa đều'],
    ['cable', 'Lê Văn Quý', 'Hạ dây điện võng qua ngõ'],
  ] as const
  for (const [key, name, content] of said) {
    const fill = { ...registered, ...village, 'Toàn văn': `${content}.`, 'Họ tên, tên tổ chức': name }
    round.petitions[key] = (await receive(front, inList(round), fill, [content]))[0]!
  }
  const clerk = await journey.as('clerk')
  const { cctv, lane, party, cable } = round.petitions
  const [there, later] = ['Trả lời tại hội nghị', 'Kiểm tra, làm rõ, trả lời sau']
  const groups = [
    [cctv, { 'Lĩnh vực': 'An ninh', 'Thuộc công tác': 'An ninh, trật tự', 'Nhóm trả lời': later }],
    [lane, { 'Lĩnh vực': 'Giao thông', 'Thuộc công tác': 'Công tác chính quyền', 'Nhóm trả lời': there }],
    [party, { 'Thuộc công tác': 'Công tác đảng', 'Nhóm trả lời': there }],
    [cable, { 'Lĩnh vực': 'Điện', 'Thuộc công tác': 'Công tác chính quyền', 'Nhóm trả lời': later }],
  ] as const
  for (const [id, fill] of groups) await actOn(clerk, id, 'Phân loại', fill)
  const leads = [
    [cctv, 'Công an xã'],
    [lane, 'Công chức Địa chính'],
    [party, 'Đảng ủy xã'],
    [cable, 'Công chức Địa chính'],
  ] as const
  for (const [id, lead] of leads) await actOn(clerk, id, 'Giao chuẩn bị trả lời', { 'Cơ quan chủ trì': lead })
}

/** The conference with the police forum: an off-topic question is answered all the same (002 I.4). */
export async function hold(round: Round): Promise<void> {
  const journey = round.journey()
  await journey.on(round.held, '12:00')
  const leader = await journey.as('leader')
  await leader.open(at(round, '/dieu-hanh'))
  const vouch = 'Tôi xác nhận nội dung cung cấp cho Nhân dân không thuộc danh mục bí mật nhà nước.'
  await leader.press('Xác nhận', { [vouch]: true })
  await leader.press('Ghi nhận đã tổ chức', {
    ...{ 'Khai mạc lúc': '07:40', 'Bế mạc lúc': '11:05' },
    ...{ 'Số đại biểu': '43', 'Số người dân': '118', 'Trong đó nữ': '61' },
  })
  const secretary = await journey.as('minutes')
  const { lane, party } = round.petitions
  const answers = [
    [lane, 'Trương Văn Nghĩa, Chủ tịch UBND', 'Đơn vị thi công hoàn trả trong 15 ngày.'],
    [party, 'Lê Doãn Thành, Bí thư Đảng ủy', 'Đảng ủy tiếp thu, phân công cấp ủy viên dự sinh hoạt.'],
  ] as const
  for (const [id, who, text] of answers) {
    const answer = { 'Người trả lời (họ tên, chức vụ)': who, 'Nội dung trả lời': text }
    await actOn(secretary, id, 'Ghi trả lời tại hội nghị', answer)
  }
  const said = {
    ...{ 'Kênh tiếp nhận': 'Phát biểu tại hội nghị', 'Ngày nhận': round.held, 'Nêu lúc': 'Mới nêu tại hội nghị' },
    ...{ 'Toàn văn': 'Hỏi về việc riêng của gia đình.', 'Họ tên, tên tổ chức': 'Lê Thị Sáu' },
  }
  round.petitions.hall = (await receive(secretary, inList(round), said, ['Thủ tục tặng cho đất trong gia đình']))[0]!
  const offTopic = {
    'Ngoài chủ đề của hội nghị (vẫn tiếp nhận và trả lời)': true,
    'Nhóm trả lời': 'Trả lời tại hội nghị',
  }
  await actOn(secretary, round.petitions.hall, 'Phân loại', offTopic)
  await actOn(secretary, round.petitions.hall, 'Ghi trả lời tại hội nghị', {
    'Người trả lời (họ tên, chức vụ)': 'Trương Văn Nghĩa, Chủ tịch UBND',
    'Nội dung trả lời': 'Hướng dẫn đến bộ phận một cửa.',
  })
  expect(secretary.text).toContain('Ngoài chủ đề')
  await secretary.open(at(round, '/bien-ban'))
  await secretary.press('Lưu biên bản', {
    'Thư ký': 'Lê Đình Tuấn',
    'Diễn biến': 'Hội nghị tiến hành theo 10 bước.',
    'Kết luận của người chủ trì tại hội nghị': 'Giao các bộ phận trả lời bằng văn bản.',
  })
  await secretary.press('Thư ký ký')
  const chair = await journey.as('biThu')
  await chair.open(at(round, '/bien-ban'))
  await chair.press('Người chủ trì ký')
}

/** Ballots counted twice by two people who do not see each other's figures; settled when they agree or with a reason. */
export async function countBallots(round: Round): Promise<void> {
  const journey = round.journey()
  const { issued, returned, valid, first, second } = round.ballots
  const survey = at(round, '/phieu-danh-gia')
  const clerk = await journey.as('clerk')
  await clerk.open(at(round, ''))
  await clerk.follow('Phiếu đánh giá sự hài lòng')
  await clerk.press('Mở phiếu đánh giá', { 'Tên phiếu': `Phiếu đánh giá – ${round.title}` })
  await clerk.follow('Nhập số phiếu')
  await clerk.press('Lưu', { 'Phát ra': issued, 'Thu về': returned, 'Hợp lệ': valid })
  for (const [pass, who, figures] of [
    [1, 'clerk', first],
    [2, 'minutes', second ?? first],
  ] as const) {
    const counter = await journey.as(who)
    await counter.open(survey)
    await counter.follow(`Nhập kiểm phiếu lần ${pass}`)
    const cells = counter
      .$('main input[name^="n."]')
      .toArray()
      .map((cell) => counter.$(cell).attr('name')!)
    await counter.press('Lưu', Object.fromEntries(cells.map((cell, index) => [cell, String(figures[index])])))
  }
  await clerk.open(survey)
  if (second) expect(clerk.text).toContain('Những ô hai lần kiểm phiếu khác nhau')
  await clerk.follow('Chốt kết quả')
  const why = { 'Lấy theo': 'Kiểm phiếu lần 1', 'Lý do': 'Đếm lại trước tổ kiểm phiếu.' }
  await clerk.press('Chốt kết quả', second ? why : {})
  expect(clerk.text).toContain('Theo kiểm phiếu lần 1')
}

/** No limit is stated for the notice and the replies (002): none is invented. */
export async function concludeAndReply(round: Round): Promise<void> {
  const journey = round.journey()
  await journey.on(round.notice)
  const clerk = await journey.as('clerk')
  expect(await dutiesOf(clerk)).toEqual([])
  await clerk.open(at(round, '/ket-luan'))
  await clerk.press('Đưa kiến nghị vào kết luận')
  for (const item of ['Lắp camera ở ngã ba Phú Khê', 'Hạ dây điện võng qua ngõ']) {
    await clerk.open(at(round, '/ket-luan'))
    await clerk.follow(item)
    const limit = { 'Thời hạn': round.replied, openProposal: false }
    await clerk.press('Lưu', { 'Kết luận': 'Khảo sát, trả lời bằng văn bản.', ...limit })
  }
  const chair = await journey.as('chuTich')
  await chair.open(at(round, '/ket-luan'))
  await chair.press('Duyệt kết luận')
  const records = await journey.as('records')
  await records.open(at(round, '/noi-nhan'))
  await records.press('Ban hành', {
    'Ngày văn bản': round.notice,
    'Thể thức ký': 'TM.',
    'Người ký': 'Trương Văn Nghĩa',
    'Chức vụ người ký': 'Chủ tịch',
  })
  await records.press('Ghi nhận đã gửi', { 'Ngày gửi': round.notice, 'Cách gửi': 'Trao tay, ký nhận' })
  const given = 'Thời hạn giao tại thông báo kết luận'
  const duties = await dutiesOf(records)
  expect(duties).toEqual([
    `${round.replied} · Công an xã · ${given} · II.1. Lắp camera ở ngã ba Phú Khê`,
    expect.stringContaining(`· ${given} · II.4. Hạ dây điện võng qua ngõ`),
  ])
  await actOn(clerk, round.petitions.cable, 'Chuyển cơ quan có thẩm quyền', {
    'Cơ quan có thẩm quyền': 'Điện lực Hoằng Hóa',
    'Vì sao thuộc cơ quan đó': 'Đường dây do điện lực quản lý',
    'Ngày chuyển': round.notice,
    'Ngày báo cho người kiến nghị': round.notice,
    'Ngày gửi MTTQ': round.notice,
  })
  await journey.on(round.replied)
  const police = { desk: 'congan', head: 'truongCongAn', signer: 'Cao Tiến Lực', title: 'Trưởng Công an xã' }
  await issueReply(journey, round.petitions.cctv, { ...police, text: 'Đã khảo sát, lắp 02 camera.' })
  const desk = await journey.as('congan')
  await actOn(desk, round.petitions.cctv, 'Ghi đã gửi trả lời', {
    'Gửi cho': ['Ông (Bà) Nguyễn Hữu Thọ, Thôn Phú Khê', 'Thôn Phú Khê'],
    'Gửi bằng': 'qua trưởng thôn, có ký nhận',
    'Ngày gửi': round.replied,
  })
  expect(desk.text).toContain('Đã trả lời')
}

/** The Front watches over the conclusion; the results are recorded; the dossier is closed and verified. */
export async function superviseAndClose(round: Round): Promise<void> {
  const journey = round.journey()
  for (const [who, item] of [
    ['congan', 'Lắp camera ở ngã ba Phú Khê'],
    ['clerk', 'Hạ dây điện võng qua ngõ'],
  ] as const) {
    const desk = await journey.as(who)
    await desk.open(at(round, '/ket-luan'))
    await desk.follow(item)
    await desk.press('Báo kết quả thực hiện', { 'Ngày hoàn thành': round.replied, 'Kết quả': 'Đã thực hiện.' })
  }
  const front = await journey.as('front')
  await front.open(at(round, ''))
  await front.follow('Ghi buổi giám sát')
  await front.press('Ghi buổi giám sát', {
    'Kết quả, phát hiện tại buổi giám sát': 'Giám sát việc thực hiện thông báo kết luận.',
    'Thành phần tham gia': 'Ban Thường trực UBMTTQ xã',
  })
  await journey.on(round.closed)
  const clerk = await journey.as('clerk')
  expect(await dutiesOf(clerk)).toEqual([])
  await fillDossier(clerk, `/ho-so/${round.dossier}`)
  await clerk.follow('Đóng hồ sơ')
  await clerk.press('Đóng hồ sơ')
  expect(clerk.text).toContain('Đã đóng')
  const files = await unpackedZip((await clerk.download(`/ho-so/${round.dossier}/zip`)).bytes)
  expect(checkedSums(files).size).toBeGreaterThan(10)
  await clerk.open(at(round, '/bien-ban'))
  expect(clerk.$('main form[method=post]').length).toBe(0)
}
