export interface SampleMeeting {
  on: string
  kind:
    | 'yearConference'
    | 'staffConference'
    | 'documentBriefing'
    | 'weeklyBriefing'
    | 'monthlyBriefing'
    | 'flagCeremony'
  people: number
  note: string
}

const week = (on: string): SampleMeeting => ({
  on,
  kind: 'weeklyBriefing',
  people: 22,
  note: 'Giao ban tuần: nghe, giải đáp ý kiến của các phòng, ban, đơn vị.',
})
const month = (on: string): SampleMeeting => ({
  on,
  kind: 'monthlyBriefing',
  people: 41,
  note: 'Giao ban tháng: tổng hợp ý kiến, kiến nghị của công chức, viên chức, người lao động.',
})

/** The dialogues of 2021 within regular meetings: 6 conferences, 3 under the flag, 35 briefings. */
export const meetings2021: readonly SampleMeeting[] = [
  {
    on: '2021-02-02',
    kind: 'yearConference',
    people: 118,
    note: 'Hội nghị triển khai nhiệm vụ năm 2021; 05 ý kiến về định mức, trang thiết bị được trả lời tại chỗ.',
  },
  {
    on: '2021-02-19',
    kind: 'staffConference',
    people: 121,
    note: 'Hội nghị công chức, viên chức, người lao động năm 2021; 07 ý kiến về chế độ, đào tạo, nhà công vụ.',
  },
  {
    on: '2021-03-11',
    kind: 'documentBriefing',
    people: 115,
    note: 'Hội nghị toàn thể, học tập Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XV.',
  },
  {
    on: '2021-04-14',
    kind: 'documentBriefing',
    people: 117,
    note: 'Hội nghị học tập, quán triệt Nghị quyết Đại hội XIII của Đảng.',
  },
  {
    on: '2021-07-14',
    kind: 'documentBriefing',
    people: 109,
    note: 'Hội nghị quán triệt các văn bản mới của cấp trên, 6 tháng đầu năm.',
  },
  {
    on: '2021-10-13',
    kind: 'documentBriefing',
    people: 112,
    note: 'Hội nghị quán triệt các văn bản mới của cấp trên, quý III.',
  },
  {
    on: '2021-03-01',
    kind: 'flagCeremony',
    people: 96,
    note: 'Sinh hoạt chính trị dưới cờ: nêu gương, văn hóa công sở.',
  },
  {
    on: '2021-05-17',
    kind: 'flagCeremony',
    people: 98,
    note: 'Sinh hoạt chính trị dưới cờ: học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.',
  },
  {
    on: '2021-09-06',
    kind: 'flagCeremony',
    people: 94,
    note: 'Sinh hoạt chính trị dưới cờ: cải cách hành chính, chuyển đổi số.',
  },
  ...[
    '2021-03-08',
    '2021-03-15',
    '2021-03-22',
    '2021-04-05',
    '2021-04-12',
    '2021-04-19',
    '2021-05-10',
    '2021-05-24',
    '2021-06-07',
    '2021-06-14',
    '2021-06-21',
    '2021-07-05',
    '2021-07-12',
    '2021-07-19',
    '2021-08-02',
    '2021-08-09',
    '2021-08-16',
    '2021-08-23',
    '2021-09-13',
    '2021-09-20',
    '2021-10-04',
    '2021-10-11',
    '2021-10-18',
    '2021-11-01',
    '2021-11-08',
    '2021-11-15',
  ].map(week),
  ...[
    '2021-02-22',
    '2021-03-29',
    '2021-04-26',
    '2021-05-31',
    '2021-06-28',
    '2021-07-26',
    '2021-08-30',
    '2021-09-27',
    '2021-10-25',
  ].map(month),
]
