import type { AgencyKind } from './agency.ts'

interface StandardPost {
  title: string
  kind: string
  isHead: boolean
}

/** An agency as nearly every authority of a kind has it; `parent` is the role key of another one of the list. */
export interface StandardAgency {
  roleKey: string | null
  kind: AgencyKind
  level: 'commune' | 'district' | 'province'
  name: string
  shortName: string
  parent: string | null
  posts: readonly StandardPost[]
}

type Row = Omit<StandardAgency, 'level' | 'name' | 'posts'> & { name: string; posts?: readonly StandardPost[] }

const head = (title: string, kind: string): StandardPost => ({ title, kind, isHead: true })
const deputy = (title: string, kind: string): StandardPost => ({ title, kind, isHead: false })

/** The two-tier model from 01/7/2025; `{of}` is the authority's own name: `đặc khu Cát Hải`. */
const COMMUNE: readonly Row[] = [
  {
    ...{ roleKey: 'partyCommittee', kind: 'partyCommittee', name: 'Đảng ủy {of}', shortName: 'Đảng ủy', parent: null },
    posts: [head('Bí thư Đảng ủy', 'partySecretary'), deputy('Phó Bí thư Đảng ủy', 'deputyPartySecretary')],
  },
  {
    ...{
      roleKey: 'peoplesCouncil',
      kind: 'peoplesCouncil',
      name: 'Hội đồng nhân dân {of}',
      shortName: 'HĐND',
      parent: null,
    },
    posts: [head('Chủ tịch Hội đồng nhân dân', 'other')],
  },
  {
    ...{
      roleKey: 'peoplesCommittee',
      kind: 'government',
      name: 'Ủy ban nhân dân {of}',
      shortName: 'UBND',
      parent: null,
    },
    posts: [
      head('Chủ tịch Ủy ban nhân dân', 'peoplesCommitteeChair'),
      deputy('Phó Chủ tịch Ủy ban nhân dân', 'peoplesCommitteeViceChair'),
    ],
  },
  {
    ...{ roleKey: 'partyCommitteeOffice', kind: 'partyBody', name: 'Văn phòng Đảng ủy {of}', shortName: 'VP Đảng ủy' },
    ...{ parent: 'partyCommittee', posts: [head('Chánh Văn phòng Đảng ủy', 'officeChief')] },
  },
  {
    ...{ roleKey: 'councilAndPeoplesCommitteeOffice', kind: 'division', shortName: 'VP HĐND và UBND' },
    ...{ name: 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân {of}', parent: 'peoplesCommittee' },
    posts: [head('Chánh Văn phòng HĐND và UBND', 'officeChief')],
  },
  {
    ...{ roleKey: 'informationEducationMassMobilizationBoard', kind: 'partyBody', shortName: 'Ban TG&DV' },
    ...{ name: 'Ban Tuyên giáo và Dân vận Đảng ủy {of}', parent: 'partyCommittee' },
    posts: [head('Trưởng Ban Tuyên giáo và Dân vận', 'other')],
  },
  {
    ...{ roleKey: 'fatherlandFront', kind: 'front', shortName: 'UBMTTQ', parent: null },
    name: 'Ủy ban Mặt trận Tổ quốc Việt Nam {of}',
    posts: [head('Chủ tịch Ủy ban MTTQ Việt Nam', 'other')],
  },
  organization('Hội Nông dân Việt Nam {of}', 'Hội Nông dân'),
  organization('Hội Liên hiệp Phụ nữ Việt Nam {of}', 'Hội LHPN'),
  organization('Đoàn Thanh niên Cộng sản Hồ Chí Minh {of}', 'Đoàn Thanh niên'),
  organization('Hội Cựu chiến binh Việt Nam {of}', 'Hội CCB'),
  organization('Công đoàn {of}', 'Công đoàn'),
  division('economicDivision', 'Phòng Kinh tế {of}', 'Phòng Kinh tế', 'Trưởng Phòng Kinh tế'),
  division('cultureSocietyDivision', 'Phòng Văn hóa - Xã hội {of}', 'Phòng VH-XH', 'Trưởng Phòng Văn hóa - Xã hội'),
  {
    ...{ roleKey: 'publicAdministrationCentre', kind: 'publicService', shortName: 'TTPVHCC' },
    ...{ name: 'Trung tâm Phục vụ hành chính công {of}', parent: 'peoplesCommittee' },
    posts: [head('Giám đốc Trung tâm Phục vụ hành chính công', 'other')],
  },
  {
    ...{
      roleKey: 'communePolice',
      kind: 'police',
      name: 'Công an {of}',
      shortName: 'Công an',
      parent: 'peoplesCommittee',
    },
    posts: [head('Trưởng Công an', 'policeChief'), deputy('Phó Trưởng Công an', 'deputyPoliceChief')],
  },
]

const PROVINCE_OFFICE: readonly Row[] = [
  {
    ...{ roleKey: 'provincialOffice', kind: 'division', name: '{Of}', shortName: 'Văn phòng', parent: null },
    posts: [head('Chánh Văn phòng', 'officeChief'), deputy('Phó Chánh Văn phòng', 'deputyOfficeChief')],
  },
  {
    ...{ roleKey: 'personnelAdministrationDivision', kind: 'division', shortName: 'Phòng TC-HC-QT' },
    ...{ name: 'Phòng Tổ chức - Hành chính - Quản trị', parent: 'provincialOffice' },
    posts: [head('Trưởng Phòng Tổ chức - Hành chính - Quản trị', 'other')],
  },
]

const DISTRICT: readonly Row[] = [
  {
    ...{
      roleKey: 'partyCommittee',
      kind: 'partyCommittee',
      name: 'Huyện ủy {place}',
      shortName: 'Huyện ủy',
      parent: null,
    },
    posts: [head('Bí thư Huyện ủy', 'partySecretary')],
  },
  {
    ...{
      roleKey: 'peoplesCommittee',
      kind: 'government',
      name: 'Ủy ban nhân dân {of}',
      shortName: 'UBND',
      parent: null,
    },
    posts: [head('Chủ tịch Ủy ban nhân dân', 'peoplesCommitteeChair')],
  },
  {
    ...{
      roleKey: 'partyCommitteeOffice',
      kind: 'partyBody',
      name: 'Văn phòng Huyện ủy {place}',
      shortName: 'VP Huyện ủy',
    },
    ...{ parent: 'partyCommittee', posts: [head('Chánh Văn phòng Huyện ủy', 'officeChief')] },
  },
  {
    ...{ roleKey: 'councilAndPeoplesCommitteeOffice', kind: 'division', shortName: 'VP HĐND - UBND' },
    ...{ name: 'Văn phòng HĐND - UBND {of}', parent: 'peoplesCommittee' },
    posts: [head('Chánh Văn phòng HĐND - UBND', 'officeChief')],
  },
  {
    ...{
      roleKey: 'massMobilizationBoard',
      kind: 'partyBody',
      name: 'Ban Dân vận Huyện ủy {place}',
      shortName: 'Ban Dân vận',
    },
    ...{ parent: 'partyCommittee', posts: [head('Trưởng Ban Dân vận', 'other')] },
  },
  {
    ...{ roleKey: 'fatherlandFront', kind: 'front', shortName: 'UBMTTQ', parent: null },
    name: 'Ủy ban Mặt trận Tổ quốc Việt Nam {of}',
    posts: [head('Chủ tịch Ủy ban MTTQ Việt Nam', 'other')],
  },
]

function organization(name: string, shortName: string): Row {
  return { roleKey: 'socioPoliticalOrganizations', kind: 'organization', name, shortName, parent: 'fatherlandFront' }
}

function division(roleKey: string, name: string, shortName: string, title: string): Row {
  return { roleKey, kind: 'division', name, shortName, parent: 'peoplesCommittee', posts: [head(title, 'other')] }
}

/** The one agency of an authority that fits no other kind: itself. */
const ITSELF: readonly Row[] = [
  { roleKey: 'leadOffice', kind: 'division', name: '{Of}', shortName: '{Of}', parent: null },
]

function rowsOf(authorityKind: string): { level: StandardAgency['level']; rows: readonly Row[] } {
  if (['commune', 'ward', 'specialZone'].includes(authorityKind)) return { level: 'commune', rows: COMMUNE }
  if (authorityKind === 'formerDistrict') return { level: 'district', rows: DISTRICT }
  if (authorityKind === 'provinceOffice') return { level: 'province', rows: PROVINCE_OFFICE }
  return { level: 'province', rows: ITSELF }
}

/**
 * The agencies an authority of this kind usually has, parents first, so that a new one need not type them.
 * Role keys are those of the regulations that come with the program. `name` is the authority's full name (`Đặc khu Cát Hải`); it stands in the agencies' names with a small first letter.
 */
export function standardAgencies(authorityKind: string, name: string): StandardAgency[] {
  const own = name.split(',')[0]!.trim()
  const of = own.charAt(0).toLocaleLowerCase('vi') + own.slice(1)
  const place = own.replace(/^(huyện|thành phố|thị xã)\s+/i, '')
  const filled = (text: string) => text.replace('{of}', of).replace('{Of}', own).replace('{place}', place)
  const { level, rows } = rowsOf(authorityKind)
  return rows.map((row) => ({
    ...row,
    level,
    name: filled(row.name),
    shortName: filled(row.shortName),
    posts: row.posts ?? [],
  }))
}
