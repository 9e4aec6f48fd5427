import { describe, expect, it } from 'vitest'
import { parseDay } from '../platform/day.ts'
import { issuedSheet } from './issued-sheet.ts'
import { issuerLines, nameUnder, organSign, postAsSigned, signatureOf, superiorLines } from './organ-words.ts'
import type { Sheet } from './sheet.ts'

const signature = { post: 'Chủ tịch', name: 'Trần Thị Ví Dụ' }
const draft: Sheet = {
  head: {
    issuer: ['Ủy ban nhân dân', 'xã Ví Dụ'],
    number: null,
    symbol: 'KH-UBND',
    place: 'Ví Dụ',
    date: null,
    year: 2026,
  },
  ...{ name: 'KẾ HOẠCH', subject: 'Thử', draft: true, body: [], signatures: [{ post: 'Chủ tịch', name: null }] },
  appendices: [{ label: 'Phụ lục I', title: 'Danh sách', attachedTo: 'Kèm theo Kế hoạch số ……/KH-UBND', body: [] }],
}
const issue = { number: '05/KH-UBND', datedOn: parseDay('2026-02-05'), signature }

describe('a paper as it is issued', () => {
  it('has number, date and signer, also where an appendix names it, and is a draft no more', () => {
    const issued = issuedSheet(draft, issue)
    expect(issued.head).toMatchObject({ number: '05/KH-UBND', date: '2026-02-05' })
    expect(issued.signatures).toEqual([signature])
    expect(issued.appendices?.[0]?.attachedTo).toBe(
      'Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân xã Ví Dụ',
    )
    expect(issued).not.toHaveProperty('draft')
  })

  it('has no line for a number when its kind is kept without one', () => {
    expect(issuedSheet(draft, { ...issue, number: null }).head).toMatchObject({ number: null, symbol: null })
  })

  it('keeps two signatures, and one that is the form’s own', () => {
    const two = [signature, { post: 'Thư ký', name: null }]
    expect(issuedSheet({ ...draft, signatures: two }, issue).signatures).toEqual(two)
    const own = [{ post: 'NGƯỜI ĐĂNG KÝ', name: null, note: '(Ký, ghi rõ họ tên)' }]
    expect(issuedSheet({ ...draft, signatures: own }, issue).signatures).toEqual(own)
  })
})

describe('how organs are named on a paper', () => {
  const organ = (name: string, kind: string) => ({ name, shortName: name, kind })

  it.each([
    ['Ủy ban nhân dân đặc khu Cát Hải', ['Ủy ban nhân dân', 'đặc khu Cát Hải']],
    ['Đảng ủy xã Ví Dụ', ['Đảng ủy xã Ví Dụ']],
  ])('%s', (name, lines) => {
    expect(issuerLines(name)).toEqual(lines)
  })

  it('an office stands under its organ without naming it again, and has its letters in the sign', () => {
    expect(nameUnder('Văn phòng Ủy ban nhân dân xã Ví Dụ', 'Ủy ban nhân dân xã Ví Dụ')).toBe('Văn phòng')
    expect(nameUnder('Phòng Kinh tế', 'Ủy ban nhân dân xã Ví Dụ')).toBe('Phòng Kinh tế')
    expect(organSign(organ('Ủy ban nhân dân xã Ví Dụ', 'government'))).toBe('UBND')
    expect(organSign(organ('Văn phòng Đảng ủy đặc khu Cát Hải', 'partyBody'))).toBe('VPĐU')
    expect(organSign(organ('Phòng Văn hóa - Xã hội', 'division'))).toBe('PVHXH')
    expect(organSign(organ('Huyện ủy Than Uyên', 'partyCommittee'))).toBe('HU')
    expect(organSign(organ('Ban Tuyên giáo và Dân vận Thành ủy Hải Phòng', 'partyBody'))).toBe('BTGDVTU')
    expect(organSign(organ('Ủy ban MTTQ Việt Nam xã Ví Dụ', 'front'))).toBe('MTTQ')
    expect(organSign(organ('Công an tỉnh Ví Dụ', 'police'))).toBe('CAT')
  })

  it('has above it the organ it belongs to, else the like one a level up', () => {
    const committee = organ('Ủy ban nhân dân xã Ví Dụ', 'government')
    expect(superiorLines(organ('Văn phòng', 'division'), committee, 'Tỉnh Ví Dụ')).toEqual(['Ủy ban nhân dân xã Ví Dụ'])
    expect(superiorLines(committee, null, 'Tỉnh Ví Dụ')).toEqual(['Ủy ban nhân dân tỉnh Ví Dụ'])
    expect(superiorLines(organ('Đảng ủy', 'partyCommittee'), null, 'Thành phố Ví Dụ')).toEqual([
      'Đảng bộ thành phố Ví Dụ',
    ])
    expect(superiorLines(committee, null, null)).toEqual([])
    // of an office of the province, the Front of that province
    expect(superiorLines(organ('Ủy ban MTTQ Việt Nam tỉnh Ví Dụ', 'front'), null, 'Tỉnh Ví Dụ')).toEqual([])
  })

  it('signs in its capacity', () => {
    const committee = organ('Ủy ban nhân dân xã Ví Dụ', 'government')
    const sign = (capacity: string, title: string) =>
      signatureOf(committee, 'Chủ tịch Ủy ban nhân dân', { capacity, title, name: 'A' })
    expect(sign('TM.', 'Chủ tịch Ủy ban nhân dân xã')).toEqual({
      ...{ capacities: [{ capacity: 'onBehalf', of: 'Ủy ban nhân dân' }], post: 'Chủ tịch', name: 'A' },
    })
    expect(sign('KT.', 'Phó Chủ tịch').capacities).toEqual([
      { capacity: 'onBehalf', of: 'Ủy ban nhân dân' },
      { capacity: 'deputyFor', of: 'Chủ tịch' },
    ])
    expect(sign('Q.', 'Chủ tịch')).toMatchObject({ post: null, name: 'A' })
    expect(sign('TUQ.', 'Chánh Văn phòng').capacities).toEqual([{ capacity: 'byAuthorization', of: 'Chủ tịch' }])
    expect(postAsSigned('Trưởng Phòng Kinh tế')).toBe('Trưởng Phòng')
  })
})
