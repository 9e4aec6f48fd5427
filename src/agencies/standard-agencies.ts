import type { AgencyKind, AgencyLevel } from './agency.ts'

export interface StandardPost {
  key: string
  title: string
  kind: string
  isHead: boolean
  /** key of the post whose deputy it is */
  deputyOf: string | null
}

export interface StandardAgency {
  key: string
  parentKey: string | null
  name: string
  shortName: string
  kind: AgencyKind
  roleKey: string | null
  level: AgencyLevel
  external: boolean
  posts: readonly StandardPost[]
}

type Part = Omit<StandardAgency, 'level' | 'external' | 'posts' | 'parentKey' | 'roleKey'> & Partial<StandardAgency>

const head = (key: string, title: string, kind = 'other'): StandardPost => ({
  key,
  title,
  kind,
  isHead: true,
  deputyOf: null,
})
const deputy = (key: string, title: string, kind: string, deputyOf: string): StandardPost => ({
  key,
  title,
  kind,
  isHead: false,
  deputyOf,
})

const UNIT_WORDS: Readonly<Record<string, string>> = { commune: 'xã', ward: 'phường', specialZone: 'đặc khu' }

/**
 * The agencies and posts that an authority of this kind usually has, parents before their children, so that a new
 * installation can begin at once; every one can be changed afterwards. Communes, wards and special zones as in the
 * two-tier model of 01/7/2025; a provincial office as its plan names its parts (000 III). Other kinds begin empty.
 */
export function standardAgencies(authorityKind: string): readonly StandardAgency[] {
  const unit = UNIT_WORDS[authorityKind]
  if (unit) return communeAgencies(unit, authorityKind === 'commune').map((part) => complete(part, 'commune'))
  if (authorityKind === 'provinceOffice') return officeAgencies().map((part) => complete(part, 'province'))
  return []
}

function complete(part: Part, level: AgencyLevel): StandardAgency {
  return { parentKey: null, roleKey: null, level, external: false, posts: [], ...part }
}

function communeAgencies(unit: string, rural: boolean): Part[] {
  return [...partySide(unit), ...governmentSide(unit, rural), ...frontSide(unit)]
}

function partySide(unit: string): Part[] {
  return [
    {
      key: 'party',
      name: `Đảng ủy ${unit}`,
      shortName: 'Đảng ủy',
      kind: 'partyCommittee',
      roleKey: 'partyCommittee',
      posts: [
        head('secretary', `Bí thư Đảng ủy ${unit}`, 'partySecretary'),
        deputy('deputySecretary', `Phó Bí thư Đảng ủy ${unit}`, 'deputyPartySecretary', 'secretary'),
      ],
    },
    {
      key: 'partyOffice',
      parentKey: 'party',
      name: `Văn phòng Đảng ủy ${unit}`,
      shortName: 'VP Đảng ủy',
      kind: 'partyBody',
      roleKey: 'partyCommitteeOffice',
      posts: [
        head('partyOfficeChief', 'Chánh Văn phòng Đảng ủy', 'officeChief'),
        deputy('partyOfficeDeputy', 'Phó Chánh Văn phòng Đảng ủy', 'deputyOfficeChief', 'partyOfficeChief'),
      ],
    },
    {
      key: 'board',
      parentKey: 'party',
      name: `Ban Tuyên giáo và Dân vận Đảng ủy ${unit}`,
      shortName: 'Ban TG&DV',
      kind: 'partyBody',
      roleKey: 'informationEducationMassMobilizationBoard',
      posts: [head('boardHead', 'Trưởng Ban Tuyên giáo và Dân vận')],
    },
  ]
}

function governmentSide(unit: string, rural: boolean): Part[] {
  const division = (key: string, name: string, shortName: string, roleKey: string | null = null): Part => ({
    key,
    parentKey: 'government',
    name: `${name} ${unit}`,
    shortName,
    kind: 'division',
    roleKey,
    posts: [head(`${key}Head`, `Trưởng ${name.charAt(0).toLowerCase()}${name.slice(1)}`)],
  })
  return [
    {
      key: 'council',
      name: `Hội đồng nhân dân ${unit}`,
      shortName: 'HĐND',
      kind: 'peoplesCouncil',
      roleKey: 'peoplesCouncil',
      posts: [head('councilChair', `Chủ tịch Hội đồng nhân dân ${unit}`, 'peoplesCouncilChair')],
    },
    {
      key: 'government',
      name: `Ủy ban nhân dân ${unit}`,
      shortName: 'UBND',
      kind: 'government',
      roleKey: 'peoplesCommittee',
      posts: [
        head('chair', `Chủ tịch Ủy ban nhân dân ${unit}`, 'peoplesCommitteeChair'),
        deputy('viceChair', `Phó Chủ tịch Ủy ban nhân dân ${unit}`, 'peoplesCommitteeViceChair', 'chair'),
      ],
    },
    {
      key: 'governmentOffice',
      parentKey: 'government',
      name: `Văn phòng Hội đồng nhân dân và Ủy ban nhân dân ${unit}`,
      shortName: 'VP HĐND và UBND',
      kind: 'division',
      roleKey: 'councilAndPeoplesCommitteeOffice',
      posts: [
        head('officeChief', 'Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân', 'officeChief'),
        deputy('officeDeputy', 'Phó Chánh Văn phòng', 'deputyOfficeChief', 'officeChief'),
      ],
    },
    rural
      ? division('economy', 'Phòng Kinh tế', 'Phòng Kinh tế')
      : division('economy', 'Phòng Kinh tế, Hạ tầng và Đô thị', 'Phòng KT, HT&ĐT'),
    division('culture', 'Phòng Văn hóa - Xã hội', 'Phòng VH-XH', 'cultureSocietyDivision'),
    {
      key: 'publicAdministration',
      parentKey: 'government',
      name: `Trung tâm Phục vụ hành chính công ${unit}`,
      shortName: 'TT PVHCC',
      kind: 'publicService',
      posts: [head('publicAdministrationHead', 'Giám đốc Trung tâm Phục vụ hành chính công')],
    },
    {
      key: 'services',
      parentKey: 'government',
      name: `Trung tâm Dịch vụ sự nghiệp công ${unit}`,
      shortName: 'TT DVSNC',
      kind: 'publicService',
      roleKey: 'cultureInformationSportsCentre',
      posts: [head('servicesHead', 'Giám đốc Trung tâm Dịch vụ sự nghiệp công')],
    },
    {
      key: 'police',
      name: `Công an ${unit}`,
      shortName: 'Công an',
      kind: 'police',
      roleKey: 'communePolice',
      posts: [
        head('policeChief', `Trưởng Công an ${unit}`, 'policeChief'),
        deputy('policeDeputy', `Phó Trưởng Công an ${unit}`, 'deputyPoliceChief', 'policeChief'),
      ],
    },
    {
      key: 'military',
      name: `Ban Chỉ huy Quân sự ${unit}`,
      shortName: 'BCHQS',
      kind: 'military',
      posts: [head('militaryHead', 'Chỉ huy trưởng Ban Chỉ huy Quân sự')],
    },
  ]
}

const ORGANIZATIONS = [
  ['union', 'Công đoàn', 'Công đoàn', 'Chủ tịch Công đoàn'],
  ['farmers', 'Hội Nông dân', 'Hội ND', 'Chủ tịch Hội Nông dân'],
  ['youth', 'Đoàn Thanh niên Cộng sản Hồ Chí Minh', 'Đoàn TN', 'Bí thư Đoàn Thanh niên'],
  ['women', 'Hội Liên hiệp Phụ nữ', 'Hội LHPN', 'Chủ tịch Hội Liên hiệp Phụ nữ'],
  ['veterans', 'Hội Cựu chiến binh', 'Hội CCB', 'Chủ tịch Hội Cựu chiến binh'],
] as const

function frontSide(unit: string): Part[] {
  const front: Part = {
    key: 'front',
    name: `Ủy ban Mặt trận Tổ quốc Việt Nam ${unit}`,
    shortName: 'UBMTTQ',
    kind: 'front',
    roleKey: 'fatherlandFront',
    posts: [head('frontChair', `Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam ${unit}`)],
  }
  const organizations = ORGANIZATIONS.map(
    ([key, name, shortName, title]): Part => ({
      key,
      parentKey: 'front',
      name: `${name} ${unit}`,
      shortName,
      kind: 'organization',
      roleKey: 'socioPoliticalOrganizations',
      posts: [head(`${key}Head`, title)],
    }),
  )
  return [front, ...organizations]
}

function officeAgencies(): Part[] {
  const division = (key: string, name: string, shortName: string, roleKey: string | null): Part => ({
    key,
    parentKey: 'office',
    name,
    shortName,
    kind: 'division',
    roleKey,
    posts: [],
  })
  const outside = (key: string, name: string, shortName: string, roleKey: string, kind: AgencyKind): Part => ({
    key,
    name,
    shortName,
    kind,
    roleKey,
    external: true,
  })
  return [
    {
      key: 'office',
      name: 'Văn phòng Ủy ban nhân dân tỉnh',
      shortName: 'VP UBND tỉnh',
      kind: 'division',
      roleKey: 'provincialOffice',
      posts: [
        head('officeChief', 'Chánh Văn phòng Ủy ban nhân dân tỉnh', 'officeChief'),
        deputy('officeDeputy', 'Phó Chánh Văn phòng Ủy ban nhân dân tỉnh', 'deputyOfficeChief', 'officeChief'),
      ],
    },
    division('personnel', 'Phòng Tổ chức - Hành chính - Quản trị', 'Phòng TC-HC-QT', 'personnelAdministrationDivision'),
    division('content', 'Các phòng, ban khối nội dung', 'Khối nội dung', 'contentDivisions'),
    division('reception', 'Ban Tiếp công dân tỉnh', 'Ban TCD', null),
    division('information', 'Trung tâm Thông tin', 'TT Thông tin', 'informationCentre'),
    division('divisions', 'Các phòng, ban, đơn vị, tổ chức đoàn thể', 'Phòng, ban, đoàn thể', 'officeDivisions'),
    {
      ...outside('province', 'Ủy ban nhân dân tỉnh', 'UBND tỉnh', 'provincialPeoplesCommittee', 'superior'),
      posts: [head('provinceChair', 'Chủ tịch Ủy ban nhân dân tỉnh', 'peoplesCommitteeChair')],
    },
    outside('homeAffairs', 'Sở Nội vụ', 'Sở Nội vụ', 'homeAffairsDepartment', 'superior'),
    outside('front', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', 'UBMTTQ tỉnh', 'fatherlandFront', 'front'),
  ]
}
