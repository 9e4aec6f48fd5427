import type { SampleSigner } from '../sample-papers.ts'

/** How the minutes name those who answered. */
export const BI_THU = 'Bí thư Đảng ủy đặc khu Đoàn Hữu Lộc'
export const CHU_TICH = 'Chủ tịch UBND đặc khu Vũ Minh Trung'

export const partySigner: SampleSigner = { name: 'Đoàn Hữu Lộc', title: 'Bí thư', capacity: 'T/M' }
export const governmentSigner: SampleSigner = { name: 'Vũ Minh Trung', title: 'Chủ tịch', capacity: 'TM.' }
export const officeSigner: SampleSigner = { name: 'Tô Quang Huy', title: 'Chánh Văn phòng', capacity: 'head' }
export const frontSigner: SampleSigner = { name: 'Bùi Thị Kim Oanh', title: 'Chủ tịch', capacity: 'TM.' }
export const boardSigner: SampleSigner = { name: 'Trần Quốc Việt', title: 'Trưởng Ban', capacity: 'head' }

const heads: Record<string, SampleSigner> = {
  kinhte: { name: 'Lương Văn Đạt', title: 'Trưởng phòng', capacity: 'head' },
  vhxh: { name: 'Đặng Thị Mai Phương', title: 'Trưởng phòng', capacity: 'head' },
  congan: { name: 'Ngô Đức Thắng', title: 'Trưởng Công an', capacity: 'head' },
  hcc: { name: 'Đào Thị Lan Chi', title: 'Giám đốc', capacity: 'head' },
  bqlvinh: { name: 'Hoàng Mạnh Tiến', title: 'Giám đốc', capacity: 'head' },
  bqlda: { name: 'Phan Văn Thiệu', title: 'Giám đốc', capacity: 'head' },
  congcong: { name: 'Vũ Bá Quân', title: 'Giám đốc', capacity: 'head' },
  yte: { name: 'Trịnh Quốc Bảo', title: 'Giám đốc', capacity: 'head' },
  capnuoc: { name: 'Nguyễn Duy Hưng', title: 'Giám đốc Xí nghiệp', capacity: 'head' },
  vpdu: officeSigner,
  mttq: frontSigner,
}

/** Who signs the letters of an agency. */
export function signerOf(agency: string): SampleSigner {
  const signer = heads[agency]
  if (!signer) throw new Error(`samples: nobody signs for ${agency}`)
  return signer
}
