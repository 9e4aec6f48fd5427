import { expect, it } from 'vitest'
import { fitOrgan } from './fit-organ.ts'
import { textWidth } from './font-metrics.ts'

it.each([
  ['Ủy ban nhân dân xã Hoằng Phú', ['Ủy ban nhân dân', 'xã Hoằng Phú']],
  ['Văn phòng', ['Văn phòng']],
  ['Văn phòng Ủy ban nhân dân', ['Văn phòng', 'Ủy ban nhân dân']],
  ['Ủy ban Mặt trận Tổ quốc Việt Nam đặc khu Cát Hải', ['Ủy ban Mặt trận', 'Tổ quốc Việt Nam', 'đặc khu Cát Hải']],
  ['Ủy ban nhân dân tỉnh Sơn La', ['Ủy ban nhân dân', 'tỉnh Sơn La']],
])('parts %s where a reader parts it', (name, lines) => {
  expect(fitOrgan(name, { size: 12.5, bold: true }, 66)).toEqual(lines)
})

it('what it takes as fitting fits in the letters of the paper, too', () => {
  for (const name of [
    'Ủy ban nhân dân xã Hoằng Phú',
    'Ban Tuyên giáo và Dân vận Đảng ủy đặc khu Cát Hải',
    'Trung tâm Văn hóa - Thông tin',
  ])
    for (const line of fitOrgan(name, { size: 12.5, bold: true }, 66))
      expect([line, textWidth(line.toLocaleUpperCase('vi'), 12.5, true)]).toEqual([
        line,
        expect.toSatisfy((mm: number) => mm <= 66),
      ])
})

it('a name without a place to part it stays', () => {
  expect(fitOrgan('X'.repeat(80), { size: 12.5, bold: true }, 66)).toEqual(['X'.repeat(80)])
})
