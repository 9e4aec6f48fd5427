import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hoangPhuHouse } from '../../samples/hoang-phu/hoang-phu-house.ts'
import { type Journey, openJourney } from '../support/http-journey.ts'
import {
  collect,
  concludeAndReply,
  countBallots,
  hold,
  prepare,
  type Round,
  superviseAndClose,
} from './hoang-phu-round.ts'

/*
 * The plan of Hoằng Phú for 2023 (2543-QĐ/TU): a round in the second and one in the fourth quarter, each with the police
 * forum and its ballot. The one limit it states is the loudspeaker, “trước 7 ngày”: calendar days, counted by hand.
 */
let journey: Journey
let plan = 0

beforeAll(async () => {
  journey = await openJourney([hoangPhuHouse], '2023-03-06')
})
afterAll(() => journey?.close())

const none = { dialogue: 0, dossier: 0, petitions: { cctv: 0, lane: 0, party: 0, cable: 0, hall: 0 } }
const shared = { journey: () => journey, plan: () => plan }

const spring: Round = {
  ...shared,
  ...structuredClone(none),
  title: 'Hội nghị đối thoại quý II năm 2023',
  ...{ opened: '15/05/2023', decided: '22/05/2023', announced: '05/06/2023', held: '14/06/2023' },
  ...{ notice: '20/06/2023', replied: '05/07/2023', closed: '30/08/2023' },
  // back from 14/6, not counted: 13, 12, 11, 10, 09, 08, 07
  loudspeakerDue: '07/06/2023',
  ballots: {
    ...{ issued: '150', returned: '146', valid: '143' },
    first: [88, 49, 5, 1, 81, 53, 8, 1, 70, 58, 12, 3, 74, 55, 11, 3],
  },
}
const autumn: Round = {
  ...shared,
  ...structuredClone(none),
  title: 'Hội nghị đối thoại quý IV năm 2023',
  ...{ opened: '16/10/2023', decided: '20/10/2023', announced: '06/11/2023', held: '15/11/2023' },
  ...{ notice: '21/11/2023', replied: '05/12/2023', closed: '26/12/2023' },
  // back from 15/11, not counted: 14, 13, 12, 11, 10, 09, 08
  loudspeakerDue: '08/11/2023',
  ballots: {
    ...{ issued: '160', returned: '155', valid: '152' },
    first: [99, 47, 5, 1, 94, 50, 7, 1, 83, 56, 11, 2, 86, 54, 10, 2],
    second: [99, 47, 5, 1, 94, 50, 7, 1, 88, 51, 11, 2, 86, 54, 10, 2],
  },
}

describe('Hoằng Phú 2023, the plan', () => {
  it('promises two rounds and is approved, numbered by its own book and published', async () => {
    const clerk = await journey.as('clerk')
    await clerk.open('/ke-hoach')
    await clerk.follow('Lập kế hoạch')
    await clerk.press('Lập kế hoạch', {
      Năm: '2023',
      'Tên kế hoạch': 'Kế hoạch tổ chức hội nghị đối thoại năm 2023',
      'Cơ quan ban hành': 'Ủy ban nhân dân xã Hoằng Phú',
    })
    plan = clerk.id
    for (const [round, quarter] of [
      [spring, 'Quý II'],
      [autumn, 'Quý IV'],
    ] as const) {
      await clerk.open(`/ke-hoach/${plan}`)
      await clerk.follow('Thêm cuộc đối thoại')
      const audience = { 'Đối tượng': ['Mặt trận Tổ quốc, các đoàn thể chính trị - xã hội', 'Nhân dân'] }
      await clerk.press('Thêm cuộc đối thoại', { 'Tên cuộc đối thoại': round.title, 'Trong kỳ': quarter, ...audience })
    }
    const chair = await journey.as('chuTich')
    await chair.open(`/ke-hoach/${plan}`)
    await chair.press('Duyệt kế hoạch')
    await journey.on('10/03/2023')
    const records = await journey.as('records')
    await records.open(`/ke-hoach/${plan}`)
    await records.follow('Ban hành')
    await records.press('Ban hành', {
      'Ngày ban hành': '10/03/2023',
      'Người ký': 'Trương Văn Nghĩa',
      'Chức vụ người ký': 'Chủ tịch',
      'Thẩm quyền ký': 'TM.',
    })
    expect(records.text).toContain('/KH-UBND')
    const leader = await journey.as('leader')
    await leader.open(`/ke-hoach/${plan}`)
    await leader.press('Công khai')
  })
})

for (const round of [spring, autumn]) {
  describe(round.title, () => {
    it('is prepared: three chairs, ten steps, the loudspeaker seven days before', () => prepare(round))
    it('takes what people registered, by sphere', () => collect(round))
    if (round === autumn) it('keeps somebody drunk out, by the ground alone', exclude)
    it('is held with the forum; what is off topic is answered all the same', () => hold(round))
    it('counts the ballots twice', () => countBallots(round))
    it('is concluded without any limit that the source does not state', () => concludeAndReply(round))
    it('is watched over by the Front and closed', () => superviseAndClose(round))
  })
}

/** 002 I.3: the ground is kept, the name only for those in charge. */
async function exclude(): Promise<void> {
  await journey.on(autumn.held, '10:00')
  const secretary = await journey.as('minutes')
  await secretary.open(`/hoi-nghi/${autumn.dialogue}/dieu-hanh`)
  await secretary.press('Ghi vào sổ', {
    'Căn cứ': 'Người đang trong tình trạng sử dụng rượu và các loại chất kích thích khác',
    'Người quyết định': 'Chủ tịch UBND xã Trương Văn Nghĩa',
    'Ghi chú': 'Mời ra ngoài, hẹn tiếp tại buổi tiếp công dân.',
  })
  expect(secretary.text).toContain('Không đối thoại với người thuộc diện loại trừ (1)')
  const front = await journey.as('front')
  await front.open(`/hoi-nghi/${autumn.dialogue}`)
  expect(front.text).not.toContain('hẹn tiếp tại buổi tiếp công dân')
}

describe('Hoằng Phú 2023, the year', () => {
  it('has met both rounds for both heads', async () => {
    const clerk = await journey.as('clerk')
    await clerk.open(`/ke-hoach/${plan}`)
    for (const quarter of ['Quý II', 'Quý IV']) {
      expect(clerk.piece('Bí thư Đảng ủy xã', quarter, '1/1 cuộc')).toContain('Đạt')
      expect(clerk.piece('Chủ tịch Ủy ban nhân dân xã', quarter, '1/1 cuộc')).toContain('Đạt')
    }
  })
})
