import type { SampleAgency, SampleAuthority } from '../sample-house.ts'
import type { SampleSigner, SampleTeam } from '../sample-papers.ts'
import type { ReplyHabits } from '../send-replies.ts'

const province = (
  key: string,
  name: string,
  short: string,
  kind: SampleAgency['kind'],
  role?: string,
  more: Partial<SampleAgency> = {},
): SampleAgency => ({ key, name, short, kind, level: 'province', ...(role ? { role } : {}), ...more })

/** The office of the provincial People's Committee of Sơn La; everybody is invented. */
export const sonLaHouse: SampleAuthority = {
  slug: 'son-la-vpub',
  name: 'Văn phòng UBND tỉnh Sơn La',
  shortName: 'VP UBND tỉnh Sơn La',
  kind: 'provinceOffice',
  placeName: 'Sơn La',
  casePrefix: 'SLV',
  voters: null,
  fromDay: '2020-01-06',
  setUpOn: '2021-01-04',
  regulations: [
    { ref: 'son-la-12@2021', from: '2020-01-06', to: '2021-12-29' },
    { ref: 'son-la-12@2023', from: '2021-12-30' },
  ],
  agencies: [
    province('vp', 'Văn phòng Ủy ban nhân dân tỉnh Sơn La', 'Văn phòng UBND tỉnh', 'division', 'provincialOffice', {
      symbol: '{n}/{kind}-VPUB',
      firstNumber: 22,
    }),
    province(
      'tchc',
      'Phòng Tổ chức - Hành chính - Quản trị',
      'Phòng TC-HC-QT',
      'division',
      'personnelAdministrationDivision',
      { parent: 'vp' },
    ),
    province('tonghop', 'Phòng Tổng hợp (khối nội dung)', 'Phòng Tổng hợp', 'division', 'contentDivisions', {
      parent: 'vp',
    }),
    province(
      'phongban',
      'Các phòng, ban, đơn vị, tổ chức đoàn thể thuộc Văn phòng',
      'Các phòng, ban',
      'division',
      'officeDivisions',
      { parent: 'vp' },
    ),
    province('ttin', 'Trung tâm Thông tin', 'TT Thông tin', 'publicService', 'informationCentre', { parent: 'vp' }),
    province('tcd', 'Ban Tiếp công dân tỉnh', 'Ban Tiếp công dân', 'division', undefined, { parent: 'vp' }),
    province('ubndTinh', 'Ủy ban nhân dân tỉnh Sơn La', 'UBND tỉnh', 'government', 'provincialPeoplesCommittee', {
      symbol: '{n}/{kind}-UBND',
      firstNumber: 140,
    }),
    province('danvan', 'Ban Dân vận Tỉnh ủy Sơn La', 'Ban Dân vận', 'partyBody', 'massMobilizationBoard', {
      external: true,
    }),
    province('noivu', 'Sở Nội vụ tỉnh Sơn La', 'Sở Nội vụ', 'superior', 'homeAffairsDepartment', { external: true }),
    province('mttq', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn La', 'UBMTTQ tỉnh', 'front', 'fatherlandFront', {
      external: true,
    }),
    province('congAn', 'Công an tỉnh Sơn La', 'Công an tỉnh', 'police', undefined, { external: true }),
    province('skhdt', 'Sở Kế hoạch và Đầu tư tỉnh Sơn La', 'Sở KH&ĐT', 'superior', 'provincialDepartments', {
      external: true,
    }),
    province('snn', 'Sở Nông nghiệp và Phát triển nông thôn tỉnh Sơn La', 'Sở NN&PTNT', 'superior', undefined, {
      external: true,
    }),
    province('stnmt', 'Sở Tài nguyên và Môi trường tỉnh Sơn La', 'Sở TN&MT', 'superior', undefined, { external: true }),
    province('nhnn', 'Ngân hàng Nhà nước chi nhánh tỉnh Sơn La', 'NHNN chi nhánh', 'superior', undefined, {
      external: true,
    }),
  ],
  posts: [
    {
      key: 'chanhVp',
      agency: 'vp',
      title: 'Chánh Văn phòng UBND tỉnh',
      kind: 'officeChief',
      held: [{ name: 'Cầm Văn Thắng' }],
    },
    {
      key: 'phoChanhVp',
      agency: 'vp',
      title: 'Phó Chánh Văn phòng UBND tỉnh',
      kind: 'deputyOfficeChief',
      deputyOf: 'chanhVp',
      held: [{ name: 'Quàng Thị Vân Anh' }],
    },
    {
      key: 'chuTichTinh',
      agency: 'ubndTinh',
      title: 'Chủ tịch UBND tỉnh',
      kind: 'peoplesCommitteeChair',
      held: [{ name: 'Hà Trung Kiên' }],
    },
  ],
  accounts: [
    { key: 'quantri', login: 'sonla.quantri', role: 'administrator', agency: 'ttin', name: 'Lường Thế Anh' },
    { key: 'clerk', login: 'sonla.chuyenvien', role: 'clerk', agency: 'tchc', name: 'Nguyễn Thị Phương Thảo' },
    { key: 'leader', login: 'sonla.tphanhchinh', role: 'officeLeader', agency: 'tchc', name: 'Đèo Văn Hải' },
    { key: 'chanhVp', login: 'sonla.chanhvp', role: 'chair', agency: 'vp', name: 'Cầm Văn Thắng' },
    { key: 'chuTich', login: 'sonla.chutich', role: 'chair', agency: 'ubndTinh', name: 'Hà Trung Kiên' },
    { key: 'records', login: 'sonla.vanthu', role: 'recordsClerk', agency: 'vp', name: 'Lò Thị Thanh Mai' },
    { key: 'minutes', login: 'sonla.thuky', role: 'secretary', agency: 'tonghop', name: 'Vì Đức Trung' },
    { key: 'front', login: 'sonla.mttq', role: 'front', agency: 'mttq', name: 'Bạc Cầm Thúy' },
    { key: 'board', login: 'sonla.danvan', role: 'massMobilization', agency: 'danvan', name: 'Phan Đình Nam' },
  ],
}

export const sonLaTeam: SampleTeam = {
  clerk: 'clerk',
  leader: 'leader',
  chair: 'chanhVp',
  records: 'records',
  secretary: 'minutes',
  front: 'front',
  board: 'board',
}
/** The dialogue of the province's chairman has another chair. */
export const provinceTeam: SampleTeam = { ...sonLaTeam, chair: 'chuTich' }

export const deputySigner: SampleSigner = { name: 'Quàng Thị Vân Anh', title: 'Phó Chánh Văn phòng', capacity: 'KT.' }
export const chiefSigner: SampleSigner = { name: 'Cầm Văn Thắng', title: 'Chánh Văn phòng', capacity: 'TL.' }
export const provinceSigner: SampleSigner = { name: 'Hà Trung Kiên', title: 'Chủ tịch', capacity: 'TM.' }
const heads: Record<string, SampleSigner> = {
  skhdt: { name: 'Trịnh Hữu Phước', title: 'Giám đốc Sở', capacity: 'head' },
  snn: { name: 'Hoàng Văn Lả', title: 'Giám đốc Sở', capacity: 'head' },
  stnmt: { name: 'Phùng Kim Sơn', title: 'Giám đốc Sở', capacity: 'head' },
  nhnn: { name: 'Lê Thu Nguyệt', title: 'Giám đốc', capacity: 'head' },
}

export const sonLaHabits: ReplyHabits = {
  signerOf: (agency) => heads[agency] ?? chiefSigner,
  locality: 'tcd',
  reportTo: ['ubndTinh'],
  office: 'vp',
  officeSigner: chiefSigner,
  upwardIssuer: 'ubndTinh',
  upwardSigner: provinceSigner,
}
