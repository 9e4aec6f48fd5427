import type { SampleAuthority } from '../sample-house.ts'

/** The city above Cát Hải: it follows what its special zone does, and holds no dialogue here itself. */
export const haiPhongHouse: SampleAuthority = {
  slug: 'hai-phong',
  name: 'Thành phố Hải Phòng',
  shortName: 'Hải Phòng',
  kind: 'province',
  placeName: 'Hải Phòng',
  casePrefix: 'HP',
  voters: null,
  fromDay: '2025-07-01',
  setUpOn: '2025-07-01',
  regulations: [],
  agencies: [
    {
      key: 'tgdvtp',
      name: 'Ban Tuyên giáo và Dân vận Thành ủy Hải Phòng',
      short: 'Ban TG&DV Thành ủy',
      kind: 'partyBody',
      role: 'informationEducationMassMobilizationBoard',
      level: 'province',
    },
    {
      key: 'ubndtp',
      name: 'Ủy ban nhân dân thành phố Hải Phòng',
      short: 'UBND thành phố',
      kind: 'government',
      role: 'peoplesCommittee',
      level: 'province',
    },
  ],
  posts: [],
  accounts: [
    { key: 'superior', login: 'haiphong.theodoi', role: 'superior', agency: 'tgdvtp', name: 'Đỗ Thị Thu Hằng' },
    { key: 'system', login: 'quantri.hethong', role: 'systemAdministrator', agency: null, name: 'Nguyễn Quang Minh' },
  ],
}
