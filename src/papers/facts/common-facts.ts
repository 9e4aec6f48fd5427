import { type Agency, listAgencies } from '../../agencies/agency-store.ts'
import { getAuthority } from '../../agencies/authority-store.ts'
import { type Day, yearOf } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connection.ts'
import { type Regulation, roleLabel } from '../../regulations/regulation.ts'
import { AUTHORITY_KINDS, type AuthorityKind } from '../../regulations/regulation-vocabulary.ts'
import type { FactVocabulary } from '../paper-facts.ts'
import { spellAs } from '../paper-spelling.ts'
import { findSpelling } from '../spelling-store.ts'
import { fact, type ListsOf, type ValuesOf } from './fact-names.ts'
import { dayText, joined, longDayText } from './fact-text.ts'
import { villageWords } from './village-words.ts'

const values = {
  authority: fact('Tên địa phương, cơ quan', 'Name of the authority'),
  issuer: fact('Cơ quan ban hành văn bản', 'Who issues the paper'),
  authorityKind: fact('Loại đơn vị: xã, phường, đặc khu, huyện, tỉnh …', 'Kind of authority'),
  place: fact('Địa danh', 'Place name'),
  today: fact('Ngày soạn văn bản', 'Today'),
  todayLong: fact('Ngày soạn văn bản, viết đủ', 'Today, written out'),
  year: fact('Năm', 'Year', '20……'),
  regulation: fact('Quy chế, quy định, hướng dẫn đang áp dụng, dẫn đủ', 'Regulation in force, cited in full'),
  motto: fact('Phương châm', 'Motto'),
  heads: fact(
    'Người đứng đầu theo cấp: “người đứng đầu cấp ủy, chính quyền đặc khu”',
    'The heads as the regulation calls them',
  ),
  audienceWords: fact('Người được đối thoại: “Nhân dân”, “công chức, viên chức …”', 'Whom the dialogue is with'),
  partyCommitteeName: fact('Cấp ủy', 'Party committee'),
  governmentName: fact('Ủy ban nhân dân, cơ quan hành chính', 'Government'),
  partyOfficeName: fact('Văn phòng cấp ủy', 'Party committee office'),
  governmentOfficeName: fact('Văn phòng HĐND và UBND', 'Office of the council and government'),
  boardName: fact('Ban Tuyên giáo và Dân vận (Ban Dân vận)', 'Mass mobilisation board'),
  frontName: fact('Ủy ban Mặt trận Tổ quốc Việt Nam', 'Fatherland Front'),
  organizationsName: fact('Các tổ chức chính trị - xã hội', 'Socio-political organisations'),
  cultureName: fact('Phòng Văn hóa - Xã hội', 'Culture and society division'),
  mediaName: fact('Trung tâm văn hóa, thông tin; đài truyền thanh', 'Media centre'),
  policeName: fact('Công an', 'Police'),
  villageHeads: fact(
    'Trưởng thôn, tổ trưởng tổ dân phố, theo tên gọi của địa phương; của cơ quan: các phòng, ban, đơn vị',
    'Heads of villages as they are called there; of an office its divisions',
  ),
  allVillageHeads: fact(
    'Các trưởng thôn, tổ trưởng tổ dân phố, như ghi ở nơi nhận',
    'All heads of villages, as among the recipients',
  ),
  villages: fact('Thôn, tổ dân phố, theo tên gọi của địa phương', 'Villages as they are called there'),
  superiorName: fact('Cấp ủy, chính quyền cấp trên', 'Superior'),
  superiorBoardName: fact('Ban Tuyên giáo và Dân vận (Ban Dân vận) cấp trên', 'Mass mobilisation board above'),
}

const lists = {
  bases: {
    label: { vi: 'Căn cứ của quy chế đang áp dụng', en: 'Legal bases of the regulation' },
    fields: { cite: { vi: 'Dẫn đủ: số, ngày, cơ quan, trích yếu', en: 'Cited in full' } },
  },
}

/** Names that every paper may use. */
export const commonVocabulary: FactVocabulary = { values, lists }
type CommonFacts = { values: ValuesOf<typeof values>; lists: ListsOf<typeof lists> }

export interface FactSetting {
  regulation: Regulation | null
  agencies: readonly Agency[]
  common: CommonFacts
  /** the agency's name as of the tree; '' for null */
  agencyName: (id: number | null | undefined) => string
  /** who plays a part of the regulation: the agency's name, else the regulation's word for it */
  roleName: (role: string) => string
  /** posts and organs with the tone marks where the authority puts them; not for names and words of people */
  spelled: (words: string) => string
}

const ROLES = {
  partyCommitteeName: ['partyCommittee', 'partyStandingCommittee'],
  governmentName: ['peoplesCommittee', 'provincialOffice', 'provincialPeoplesCommittee'],
  partyOfficeName: ['partyCommitteeOffice'],
  governmentOfficeName: ['councilAndPeoplesCommitteeOffice', 'communeOffice', 'personnelAdministrationDivision'],
  boardName: ['informationEducationMassMobilizationBoard', 'massMobilizationBoard'],
  frontName: ['fatherlandFront'],
  organizationsName: ['socioPoliticalOrganizations'],
  cultureName: ['cultureSocietyDivision', 'cultureSocietyOfficer'],
  mediaName: ['cultureInformationSportsCentre', 'radioStation', 'informationCentre'],
  policeName: ['communePolice', 'police', 'policeChief'],
  superiorName: ['superiorParty', 'superiorPartyCommittee', 'superiorGovernment', 'provincialPeoplesCommittee'],
  superiorBoardName: ['superiorInformationEducationMassMobilizationBoard'],
} as const

/**
 * What every paper of an authority may say of it on a day, under a regulation; agencies play their parts as they did
 * `on` a day past.
 */
export async function readSetting(
  db: Db,
  wanted: { authorityId: number; regulation: Regulation | null; today: Day; year?: number; on?: Day | null },
): Promise<FactSetting> {
  const { regulation, today } = wanted
  const on = wanted.on && wanted.on < today ? wanted.on : today
  const [authority, stored, spelling] = await Promise.all([
    getAuthority(db, wanted.authorityId),
    listAgencies(db, wanted.authorityId),
    findSpelling(db, wanted.authorityId),
  ])
  const spelled = (words: string) => spellAs(words, spelling)
  const agencies = stored.map((agency) => ({ ...agency, name: spelled(agency.name) }))
  const byId = new Map(agencies.map((agency) => [agency.id, agency.name]))
  const playing = (roles: readonly string[]): string => {
    for (const role of roles) {
      const agency = agencies.find((one) => one.roleKey === role && one.fromDay <= on && (one.toDay ?? on) >= on)
      if (agency) return agency.name
    }
    return spelled(regulation?.roles.find((role) => role.kind === 'agency' && roles.includes(role.key))?.label ?? '')
  }
  const there = agencies.filter((one) => one.fromDay <= on && (one.toDay ?? on) >= on)
  // a board of the province that an office reports to stands above it, one of its own does not
  const boardAbove = there.find((one) => one.roleKey === 'massMobilizationBoard' && one.external)
  const kind = AUTHORITY_KINDS[authority.kind as AuthorityKind]?.vi.replace(/ \(.*\)$/, '') ?? ''
  const office = authority.kind === 'provinceOffice'
  const common: CommonFacts = {
    values: {
      authority: authority.name,
      authorityKind: kind,
      issuer: '',
      place: authority.placeName,
      today: dayText(today),
      todayLong: longDayText(today),
      year: String(wanted.year ?? yearOf(today)),
      regulation: regulation ? citeRegulation(regulation) : '',
      motto: regulation?.motto ?? '',
      heads: office ? 'người đứng đầu cơ quan' : joined(['người đứng đầu cấp ủy, chính quyền', shortKind(kind)], ' '),
      audienceWords: office ? 'công chức, viên chức, người lao động và Nhân dân' : 'Nhân dân',
      ...(Object.fromEntries(Object.entries(ROLES).map(([name, roles]) => [name, playing(roles)])) as Record<
        keyof typeof ROLES,
        string
      >),
      // where the regulation gives the police no part of their own
      policeName: playing(ROLES.policeName) || (there.find((one) => one.kind === 'police')?.name ?? ''),
      ...villageWords(there, office),
      ...(boardAbove ? { superiorBoardName: boardAbove.name } : {}),
    },
    lists: { bases: (regulation?.legalBases ?? []).map((basis) => ({ cite: citeBasis(basis) })) },
  }
  const agencyName = (id: number | null | undefined) => (id ? (byId.get(id) ?? '') : '')
  const roleName = (role: string) => playing([role]) || spelled(regulation ? roleLabel(regulation, role) : '')
  return { regulation, agencies, common, agencyName, roleName, spelled }
}

function shortKind(kind: string): string {
  return kind.split(',')[0] ?? ''
}

/** `Hướng dẫn … (số 13-HD/BTGDVTU, ngày 06/8/2025, của …)`: in full, as at first mention. */
function citeRegulation(regulation: Pick<Regulation, 'number' | 'date' | 'issuer' | 'name' | 'legalBases'>): string {
  const own = regulation.legalBases.find((basis) => basis.number === regulation.number)
  return citeBasis(own ?? { ...regulation, title: regulation.name })
}

interface Basis {
  number: string
  date: string | null
  issuer: string
  title: string
}

/** The type of instrument stands first in its title; then number, day, issuer and what it is about. */
export function citeBasis({ number, date, issuer, title }: Basis): string {
  const named = TYPES.find((type) => title.toLocaleLowerCase('vi').startsWith(type.toLocaleLowerCase('vi')))
  const day = date ? `ngày ${dayText(date as Day)}` : ''
  // a law is cited without its number (NĐ 30/2020/NĐ-CP, Phụ lục I)
  if (named === 'Luật' || named === 'Bộ luật' || named === 'Pháp lệnh') return joined([title, day], ' ')
  const type = named ?? typeOfNumber(number)
  const rest = (named ? title.slice(named.length) : title).trim().replace(/^[:,]\s*/, '')
  const about =
    rest === '' || /^(về|ban hành|quy định|thực hiện|triển khai)(?!\p{L})/iu.test(rest)
      ? lowered(rest)
      : `về ${lowered(rest)}`
  return joined([`${type} số ${number}`, day, issuer ? `của ${issuer}` : '', about], ' ')
}

/** A capital at the start belongs to the title only; names (“Cát Hải”, “UBND”) keep theirs. */
function lowered(text: string): string {
  return /^\p{Lu}[\p{Lu}\d]|^\p{Lu}\S*\s\p{Lu}/u.test(text)
    ? text
    : text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
}

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/QĐi/, 'Quy định'],
  [/QĐ/, 'Quyết định'],
  [/QC/, 'Quy chế'],
  [/KH/, 'Kế hoạch'],
  [/HD/, 'Hướng dẫn'],
  [/CT/, 'Chỉ thị'],
  [/NQ/, 'Nghị quyết'],
  [/KL/, 'Kết luận'],
  [/TB/, 'Thông báo'],
  [/TT/, 'Thông tư'],
  [/NĐ/, 'Nghị định'],
]

/** What an instrument is by its symbol; letters have none of their own. */
function typeOfNumber(number: string): string {
  return SIGNS.find(([sign]) => sign.test(number))?.[1] ?? 'Công văn'
}

const TYPES = [
  'Bộ luật',
  'Luật',
  'Pháp lệnh',
  'Nghị định',
  'Nghị quyết',
  'Quyết định',
  'Quy định',
  'Quy chế',
  'Chỉ thị',
  'Kế hoạch',
  'Hướng dẫn',
  'Thông báo',
  'Thông tư',
  'Công văn',
  'Kết luận',
  'Báo cáo',
  'Chương trình',
]
