import type { SampleDesks } from '../play-petitions.ts'
import type { SampleAgency, SampleAuthority } from '../sample-house.ts'
import type { SampleSigner, SampleTeam } from '../sample-papers.ts'
import type { ReplyHabits } from '../send-replies.ts'

const village = (key: string, name: string): SampleAgency => ({
  key,
  name,
  short: name,
  kind: 'village',
  level: 'village',
  role: 'village',
})

/** The commune Hoằng Phú (Thanh Hóa); everybody is invented. */
export const hoangPhuHouse: SampleAuthority = {
  slug: 'hoang-phu',
  name: 'Xã Hoằng Phú',
  shortName: 'Hoằng Phú',
  kind: 'commune',
  placeName: 'Hoằng Phú',
  casePrefix: 'HPH',
  voters: 4_150,
  fromDay: '2020-07-01',
  setUpOn: '2023-01-03',
  regulations: [{ ref: 'thanh-hoa-2543@2023', from: '2020-07-01' }],
  agencies: [
    { key: 'dangUy', name: 'Đảng ủy xã Hoằng Phú', short: 'Đảng ủy', kind: 'partyCommittee', role: 'partyCommittee' },
    {
      key: 'ubnd',
      name: 'Ủy ban nhân dân xã Hoằng Phú',
      short: 'UBND xã',
      kind: 'government',
      role: 'peoplesCommittee',
      symbol: '{n}/{kind}-UBND',
    },
    {
      key: 'vp',
      name: 'Văn phòng Ủy ban nhân dân xã Hoằng Phú',
      short: 'Văn phòng UBND',
      kind: 'division',
      role: 'communeOffice',
      parent: 'ubnd',
    },
    {
      key: 'vhxh',
      name: 'Công chức Văn hóa - Xã hội xã',
      short: 'Văn hóa - Xã hội',
      kind: 'division',
      role: 'cultureSocietyOfficer',
      parent: 'ubnd',
    },
    {
      key: 'dai',
      name: 'Đài truyền thanh xã Hoằng Phú',
      short: 'Đài truyền thanh',
      kind: 'publicService',
      role: 'radioStation',
      parent: 'ubnd',
    },
    {
      key: 'diachinh',
      name: 'Công chức Địa chính - Xây dựng - Nông nghiệp và Môi trường xã',
      short: 'Địa chính - Xây dựng',
      kind: 'division',
      parent: 'ubnd',
    },
    {
      key: 'mttq',
      name: 'Ủy ban Mặt trận Tổ quốc Việt Nam xã Hoằng Phú',
      short: 'UBMTTQ',
      kind: 'front',
      role: 'fatherlandFront',
      symbol: '{n}/{kind}-MTTQ',
    },
    {
      key: 'doanthe',
      name: 'Các đoàn thể chính trị - xã hội xã',
      short: 'Các đoàn thể',
      kind: 'organization',
      role: 'socioPoliticalOrganizations',
    },
    {
      key: 'congan',
      name: 'Công an xã Hoằng Phú',
      short: 'Công an xã',
      kind: 'police',
      role: 'communePolice',
      parent: 'ubnd',
      symbol: '{n}/{kind}-CAX',
    },
    {
      key: 'conganHuyen',
      name: 'Công an huyện Hoằng Hóa',
      short: 'Công an huyện',
      kind: 'superior',
      role: 'superiorPolice',
      level: 'district',
      external: true,
    },
    {
      key: 'ubndHuyen',
      name: 'Ủy ban nhân dân huyện Hoằng Hóa',
      short: 'UBND huyện',
      kind: 'superior',
      role: 'superiorGovernment',
      level: 'district',
      external: true,
    },
    {
      key: 'dienluc',
      name: 'Điện lực Hoằng Hóa',
      short: 'Điện lực',
      kind: 'enterprise',
      level: 'district',
      external: true,
    },
    village('phuThuong', 'Thôn Phú Thượng'),
    village('phuTrung', 'Thôn Phú Trung'),
    village('phuKhe', 'Thôn Phú Khê'),
    village('trungTay', 'Thôn Trung Tây'),
    village('ducThanh', 'Thôn Đức Thành'),
    village('trinhThon', 'Thôn Trinh Thôn'),
  ],
  posts: [
    {
      key: 'biThu',
      agency: 'dangUy',
      title: 'Bí thư Đảng ủy',
      kind: 'partySecretary',
      held: [{ name: 'Lê Doãn Thành' }],
    },
    {
      key: 'chuTich',
      agency: 'ubnd',
      title: 'Chủ tịch Ủy ban nhân dân',
      kind: 'peoplesCommitteeChair',
      held: [{ name: 'Trương Văn Nghĩa' }],
    },
    {
      key: 'truongCongAn',
      agency: 'congan',
      title: 'Trưởng Công an xã',
      kind: 'policeChief',
      held: [{ name: 'Cao Tiến Lực' }],
    },
    {
      key: 'chuTichMttq',
      agency: 'mttq',
      title: 'Chủ tịch Ủy ban MTTQ Việt Nam xã',
      kind: 'other',
      held: [{ name: 'Nguyễn Thị Chắt' }],
    },
  ],
  accounts: [
    { key: 'quantri', login: 'hoangphu.quantri', role: 'administrator', agency: 'vp', name: 'Lê Thị Tuyết Nhung' },
    { key: 'clerk', login: 'hoangphu.vanphong', role: 'clerk', agency: 'vp', name: 'Nguyễn Bá Hiệp' },
    { key: 'leader', login: 'hoangphu.lanhdaovp', role: 'officeLeader', agency: 'vp', name: 'Lê Khắc Dũng' },
    { key: 'biThu', login: 'hoangphu.bithu', role: 'chair', agency: 'dangUy', name: 'Lê Doãn Thành' },
    { key: 'chuTich', login: 'hoangphu.chutich', role: 'chair', agency: 'ubnd', name: 'Trương Văn Nghĩa' },
    { key: 'records', login: 'hoangphu.vanthu', role: 'recordsClerk', agency: 'vp', name: 'Hoàng Thị Mỵ' },
    { key: 'minutes', login: 'hoangphu.thuky', role: 'secretary', agency: 'vp', name: 'Lê Đình Tuấn' },
    { key: 'congan', login: 'hoangphu.congan', role: 'agencySpecialist', agency: 'congan', name: 'Lê Hữu Phong' },
    {
      key: 'truongCongAn',
      login: 'hoangphu.truongcongan',
      role: 'agencyLeader',
      agency: 'congan',
      name: 'Cao Tiến Lực',
    },
    { key: 'dai', login: 'hoangphu.truyenthanh', role: 'agencySpecialist', agency: 'dai', name: 'Trịnh Thị Quế' },
    { key: 'front', login: 'hoangphu.mttq', role: 'front', agency: 'mttq', name: 'Nguyễn Thị Chắt' },
  ],
}

export const hoangPhuTeam: SampleTeam = {
  clerk: 'clerk',
  leader: 'leader',
  chair: 'chuTich',
  records: 'records',
  secretary: 'minutes',
  front: 'front',
}

export const hoangPhuDesks: SampleDesks = { congan: { specialist: 'congan', head: 'truongCongAn' } }

export const communeSigner: SampleSigner = { name: 'Trương Văn Nghĩa', title: 'Chủ tịch', capacity: 'TM.' }
export const policeSigner: SampleSigner = { name: 'Cao Tiến Lực', title: 'Trưởng Công an xã', capacity: 'head' }
export const communeFrontSigner: SampleSigner = { name: 'Nguyễn Thị Chắt', title: 'Chủ tịch', capacity: 'TM.' }
const heads: Record<string, SampleSigner> = {
  congan: policeSigner,
  mttq: communeFrontSigner,
}

export const hoangPhuHabits: ReplyHabits = {
  signerOf: (agency) => heads[agency] ?? communeSigner,
  locality: 'vp',
  reportTo: ['dangUy'],
  office: 'ubnd',
  officeSigner: communeSigner,
  upwardIssuer: 'ubnd',
  upwardSigner: communeSigner,
}
