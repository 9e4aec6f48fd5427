import { describe, expect, it } from 'vitest'
import type { Day } from '../platform/day.ts'
import { fromTcvn3, recogniseLetters } from './legacy-text.ts'
import { columnOfHead } from './sheet-column.ts'
import { findHead } from './sheet-head.ts'
import { findRepeats } from './sheet-likeness.ts'
import { readRows, type SheetLists } from './sheet-opinion.ts'
import { readPhone, readSheetDay } from './sheet-values.ts'
import { splitContents } from './split-contents.ts'

const lists: SheetLists = {
  subjectAreas: [
    { key: 'land', label: 'Đất đai' },
    { key: 'transport', label: 'Giao thông' },
    { key: 'electricity', label: 'Điện' },
  ],
  channels: [{ key: 'village', label: 'Qua thôn, tổ dân phố' }],
  villages: [
    { id: 1, name: 'Thôn Hải Sơn' },
    { id: 2, name: 'Tổ dân phố số 3' },
  ],
  fromDay: '2025-07-01' as Day,
  today: '2025-10-20' as Day,
  defaults: { receivedOn: '2025-10-20' as Day, channel: 'letter', villageAgencyId: null },
}
const read = (grid: string[][]) => {
  const head = findHead(grid)!
  const raw = grid.map((cells, at) => ({ row: at + 1, cells })).slice(head.last + 1)
  return readRows(raw, head.columns, lists)
}

describe('the names people give their columns', () => {
  it.each([
    ['Nội dung kiến nghị, phản ánh', 'content'],
    ['Ý kiến, kiến nghị của cử tri', 'content'],
    ['Họ và tên cử tri', 'petitionerName'],
    ['Người kiến nghị', 'petitionerName'],
    ['Họ, tên', 'petitionerName'],
    ['ĐT', 'phone'],
    ['Số điện thoại', 'phone'],
    ['Địa chỉ (thôn, TDP)', 'address'],
    ['Thôn/TDP', 'village'],
    ['Lĩnh vực', 'subjectArea'],
    ['Ngày tháng', 'receivedOn'],
    ['Số TT', 'ordinal'],
    ['Ý kiến trả lời', null],
    ['Cơ quan giải quyết', null],
    ['Ghi chú', null],
    ['Hải Sơn', null],
  ])('%s', (head, column) => {
    expect(columnOfHead(head)).toBe(column)
    expect(columnOfHead(head.normalize('NFD').toUpperCase())).toBe(column)
  })
})

describe('a sheet of the people', () => {
  it('is found below its title rows, in a head of two rows, above its signatures', () => {
    const grid = [
      ['ỦY BAN MTTQ VIỆT NAM XÃ', '', '', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['TỔNG HỢP Ý KIẾN, KIẾN NGHỊ CỦA CỬ TRI'],
      [],
      ['TT', 'Người kiến nghị', '', '', 'Nội dung kiến nghị, phản ánh'],
      ['', 'Họ và tên cử tri', 'Địa chỉ', 'ĐT', ''],
      ['(1)', '(2)', '(3)', '(4)', '(5)'],
      ['I', 'Lĩnh vực giao thông'],
      ['1', 'Nguyễn Văn An', 'Hải Sơn', '912345678', 'Đường liên thôn hỏng nặng'],
      ['', '', '', '', 'Cầu tạm qua suối không an toàn'],
      ['2', '', 'TDP 3', '', 'Đèn đường không sáng'],
      [],
      ['', '', '', '', 'Cát Hải, ngày 12 tháng 10 năm 2025'],
      ['', 'NGƯỜI LẬP', '', '', 'TM. BAN THƯỜNG TRỰC'],
      ['', 'Trần Thị Bình', '', '', 'Lê Văn Cường'],
    ]
    const { opinions, others } = read(grid)
    expect(findHead(grid)).toMatchObject({ first: 3, last: 4 })
    expect(opinions.map((one) => [one.row, one.petitioner.name, one.sameAs, one.subjectArea])).toEqual([
      [8, 'Nguyễn Văn An', null, 'transport'],
      [9, 'Nguyễn Văn An', 8, 'transport'],
      [10, '', null, 'transport'],
    ])
    expect(opinions[0]!.petitioner).toMatchObject({ phone: '0912345678', villageAgencyId: 1, kind: 'person' })
    expect(opinions[2]!.petitioner).toMatchObject({ villageAgencyId: 2, kind: 'unnamed' })
    expect(others.map((one) => [one.row, one.why])).toEqual([
      [6, 'numbering'],
      [7, 'section'],
      [12, 'signature'],
      [13, 'signature'],
      [14, 'signature'],
    ])
  })

  it('says of each row, by column, what cannot be taken', () => {
    const { opinions } = read([
      ['STT', 'Họ tên', 'Nội dung', 'Ngày nhận', 'Lĩnh vực'],
      ['1', 'An', '', '', ''],
      ['2', 'Bình', 'Điện yếu', '31/02/2025', ''],
      ['3', 'Cường', 'Điện yếu', '01/01/2030', 'Vũ trụ'],
      ['4', 'Dung', 'x'.repeat(20_001), '45945', ''],
    ])
    expect(opinions.map((one) => one.problems.map((note) => `${note.column} ${note.code}`))).toEqual([
      ['content required'],
      ['receivedOn notADay'],
      ['receivedOn inFuture'],
      ['content tooLong'],
    ])
    expect(opinions[2]!.notes.map((note) => note.code)).toEqual(['areaUnknown'])
    expect(opinions[3]!.receivedOn).toBe('2025-10-15')
  })
})

it('days as people write them, and telephone numbers whose zero was lost', () => {
  expect(
    ['5/9/2025', '05.09.2025', '5-9-25', 'ngày 05 tháng 9 năm 2025', '45905', '2025-09-05'].map(readSheetDay),
  ).toEqual(Array(6).fill('2025-09-05'))
  expect(['hôm qua', '13/13/2025', '1200', ''].map(readSheetDay)).toEqual([null, null, null, null])
  expect(['912345678', "'0912345678", '(0225) 3888 123'].map(readPhone)).toEqual([
    '0912345678',
    '0912345678',
    '(0225) 3888 123',
  ])
})

describe('several contents in one cell', () => {
  it.each([
    ['1. Sửa đường thôn\n2. Lắp đèn chiếu sáng', ['Sửa đường thôn', 'Lắp đèn chiếu sáng']],
    ['Đề nghị: 1) Sửa đường thôn; 2) Lắp đèn chiếu sáng', ['Đề nghị: Sửa đường thôn', 'Lắp đèn chiếu sáng']],
    ['- Sửa đường thôn\n- Lắp đèn chiếu sáng\n  ở ngã ba', ['Sửa đường thôn', 'Lắp đèn chiếu sáng\nở ngã ba']],
    ['Sửa đường thôn; lắp đèn chiếu sáng', ['Sửa đường thôn', 'lắp đèn chiếu sáng']],
  ])('%j is split', (text, parts) => {
    expect(splitContents(text)).toEqual(parts)
  })

  it.each(['Theo Quyết định 12/2024, Điều 2. Khoản 1 chưa rõ', 'Giá 15.000 đồng; cao', 'Sửa đường thôn', ''])(
    '%j is one',
    (text) => {
      expect(splitContents(text)).toEqual(text === '' ? [] : [text])
    },
  )
})

describe('letters of the time before Unicode', () => {
  it('TCVN3 is recognised and turned sign for sign', () => {
    const old = '§Ò nghÞ UBND x· söa ®­êng liªn th«n, l¾p ®Ìn chiÕu s¸ng'
    expect(recogniseLetters([old])).toBe('tcvn3')
    expect(fromTcvn3(old)).toBe('Đề nghị UBND xã sửa đường liên thôn, lắp đèn chiếu sáng')
  })

  it('VNI is recognised, Unicode in either form is left alone', () => {
    expect(recogniseLetters(['Nguyeãn Vaên An', 'ñöôøng lieân thoân hoûng', 'Ñeà nghò söûa'])).toBe('vni')
    for (const form of ['NFC', 'NFD'])
      expect(recogniseLetters(['Đề nghị sửa đường; giá 15 € ± 2 · ©'.normalize(form)])).toBe('unicode')
    expect(recogniseLetters(['Bản quyền © 2025', 'Il était une fois à l’été'])).toBe('unicode')
  })
})

it('what the same person said already is found, in the sheet and among what is recorded; other people are other people', () => {
  const { opinions } = read([
    ['Họ tên', 'Nội dung kiến nghị'],
    ['Nguyễn Văn An', 'Đề nghị sửa đường liên thôn đoạn qua cầu Bến Bèo'],
    ['NGUYEN VAN AN', 'đề nghị sửa đường liên thôn, đoạn qua cầu Bến Bèo.'],
    ['Trần Thị Bình', 'Đề nghị sửa đường liên thôn đoạn qua cầu Bến Bèo'],
    ['Lê Cường', 'Điện yếu vào giờ cao điểm buổi tối'],
  ])
  const known = { id: 7, code: 'CH-2025-0007', petitionerId: 1, phone: null }
  const stored = [{ ...known, petitionerName: 'Lê Cường', content: 'Điện yếu vào giờ cao điểm buổi tối hằng ngày' }]
  expect([...findRepeats(opinions, stored)]).toEqual([
    [3, { row: 2, petition: null }],
    [5, { row: null, petition: { id: 7, code: 'CH-2025-0007' } }],
  ])
})
