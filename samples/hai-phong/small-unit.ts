import type { WorkingDay } from '../cat-hai/petitions-this-year.ts'
import type { SampleAgency, SampleAuthority } from '../sample-house.ts'
import type { SampleSigner } from '../sample-papers.ts'
import type { SampleSubmission } from '../sample-petition.ts'

/** A commune or ward of the city with a few records, so that the pages over all of them have something to compare. */
export interface SmallUnit {
  slug: string
  /** `Phường Cửa Cấm` */
  name: string
  short: string
  kind: 'commune' | 'ward'
  prefix: string
  voters: number
  villages: readonly [string, string]
  /** secretary of the party committee, chief of its office, clerk, records clerk, minutes, head of the board */
  people: readonly [string, string, string, string, string, string]
  /** of the People's Committee */
  chairman: string
  topic: string
  meeting: SmallMeeting | null
  /** how its reports of the year came, by their periods */
  reports: Partial<Record<SmallPeriod, SmallReport>>
}

export type SmallPeriod = 'Q1' | 'Q2' | 'Q3' | 'year'

/** On which day of the month in which it is due; as a paper only; sent back and not handed in again. */
export interface SmallReport {
  day: number
  onPaper?: boolean
  returned?: string
}

/** Days count working days from the loading; a dialogue to come has been opened and takes petitions in. */
export interface SmallMeeting {
  held: number
  /** working days before it on which the invitations went out */
  invited: number
  /** working days after it on which the notice of conclusion was issued; absent: not yet */
  concluded?: number
  people: number
  women: number
  submissions: (day: WorkingDay) => SampleSubmission[]
}

const term = { termFrom: '2025-07-01', termTo: '2030-06-30', mode: 'ours' } as const

/** Its few agencies; the same in all of them. */
function agenciesOf({ name, villages }: SmallUnit): SampleAgency[] {
  const place = name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)
  const party = { kind: 'partyBody', parent: 'dangUy', partyBook: term } as const
  const office = { kind: 'division', parent: 'ubnd' } as const
  return [
    {
      ...{ key: 'dangUy', name: `Đảng ủy ${place}`, short: 'Đảng ủy', kind: 'partyCommittee', role: 'partyCommittee' },
      ...{ symbol: '{n}-{kind}/ĐU', partyBook: term },
    },
    {
      ...{ key: 'ubnd', name: `Ủy ban nhân dân ${place}`, short: 'UBND', kind: 'government', role: 'peoplesCommittee' },
      symbol: '{n}/{kind}-UBND',
    },
    {
      ...{ key: 'vpdu', name: `Văn phòng Đảng ủy ${place}`, short: 'VP Đảng ủy', role: 'partyCommitteeOffice' },
      ...{ ...party, symbol: '{n}-{kind}/VPĐU' },
    },
    {
      ...{ key: 'tgdv', name: `Ban Tuyên giáo và Dân vận Đảng ủy ${place}`, short: 'Ban TG&DV' },
      ...{ ...party, role: 'informationEducationMassMobilizationBoard', symbol: '{n}-{kind}/BTGDV' },
    },
    {
      ...{ key: 'vphd', name: `Văn phòng Hội đồng nhân dân và Ủy ban nhân dân ${place}`, short: 'VP HĐND và UBND' },
      ...{ ...office, role: 'councilAndPeoplesCommitteeOffice', symbol: '{n}/{kind}-VP' },
    },
    {
      ...{ key: 'kinhte', name: `Phòng Kinh tế ${place}`, short: 'Phòng Kinh tế', role: 'economicDivision' },
      ...{ ...office, symbol: '{n}/{kind}-KT' },
    },
    {
      ...{ key: 'vhxh', name: `Phòng Văn hóa - Xã hội ${place}`, short: 'Phòng VH-XH', role: 'cultureSocietyDivision' },
      ...{ ...office, symbol: '{n}/{kind}-VHXH' },
    },
    {
      ...{ key: 'mttq', name: `Ủy ban Mặt trận Tổ quốc Việt Nam ${place}`, short: 'UBMTTQ', kind: 'front' },
      ...{ role: 'fatherlandFront', symbol: '{n}/{kind}-MTTQ-BTT' },
    },
    ...villages.map(
      (village, at): SampleAgency => ({
        ...{
          key: `village${at + 1}`,
          name: village,
          short: village,
          kind: 'village',
          level: 'village',
          role: 'village',
        },
      }),
    ),
  ]
}

/** The unit as an authority; everybody is invented. */
export function houseOf(unit: SmallUnit): SampleAuthority {
  const [secretary, chief, clerk, records, minutes, board] = unit.people
  const login = unit.slug.replaceAll('-', '')
  return {
    ...{ slug: unit.slug, name: unit.name, shortName: unit.short, kind: unit.kind, placeName: unit.short },
    ...{ casePrefix: unit.prefix, voters: unit.voters, fromDay: '2025-07-01', setUpOn: '2026-01-05' },
    parentSlug: 'hai-phong',
    minor: true,
    regulations: [{ ref: 'hai-phong-13@2025', from: '2025-07-01' }],
    agencies: agenciesOf(unit),
    posts: [
      {
        ...{ key: 'biThu', agency: 'dangUy', title: 'Bí thư Đảng ủy', kind: 'partySecretary' },
        held: [{ name: secretary }],
      },
      {
        ...{ key: 'chuTich', agency: 'ubnd', title: 'Chủ tịch Ủy ban nhân dân', kind: 'peoplesCommitteeChair' },
        held: [{ name: unit.chairman }],
      },
      {
        ...{ key: 'truongTgdv', agency: 'tgdv', title: 'Trưởng Ban Tuyên giáo và Dân vận', kind: 'other' },
        held: [{ name: board }],
      },
    ],
    accounts: [
      { key: 'clerk', login: `${login}.chuyenvien`, role: 'clerk', agency: 'vpdu', name: clerk },
      { key: 'leader', login: `${login}.lanhdaovp`, role: 'officeLeader', agency: 'vpdu', name: chief },
      { key: 'chair', login: `${login}.bithu`, role: 'chair', agency: 'dangUy', name: secretary },
      { key: 'records', login: `${login}.vanthu`, role: 'recordsClerk', agency: 'vpdu', name: records },
      { key: 'minutes', login: `${login}.thuky`, role: 'secretary', agency: 'vpdu', name: minutes },
      { key: 'board', login: `${login}.tgdv`, role: 'massMobilization', agency: 'tgdv', name: board },
    ],
  }
}

export const secretaryOf = ({ people }: SmallUnit): SampleSigner => ({
  ...{ name: people[0], title: 'Bí thư', capacity: 'T/M' },
})
export const boardHeadOf = ({ people }: SmallUnit): SampleSigner => ({
  ...{ name: people[5], title: 'Trưởng Ban', capacity: 'head' },
})
