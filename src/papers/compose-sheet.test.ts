import { expect, it } from 'vitest'
import {
  conclusionNotice,
  FRONT_REPORT,
  MINUTES,
  PARTY_HEAD,
  STATE_LETTER,
  STATE_PLAN,
} from '../../tests/support/paper-samples.ts'
import { layoutById } from './choose-layout.ts'
import { composeSheet } from './compose-sheet.ts'
import { subjectText } from './compose-title.ts'
import { type Composed, type Line, type Piece, plainText, type Role } from './composed.ts'
import { loadLayouts } from './load-layouts.ts'
import { pointLetter, roman } from './number-blocks.ts'

const layouts = await loadLayouts()
const state = layoutById(layouts, 'state-nd30')
const hd36 = layoutById(layouts, 'party-hd36')
const hd05 = layoutById(layouts, 'party-hd05')
const front = layoutById(layouts, 'front-mttq')

const flat = (pieces: readonly Piece[]): Piece[] =>
  pieces.flatMap((piece) => (piece.kind === 'columns' ? piece.rows.flat(2) : [piece]))
const lines = (composed: Composed, role?: Role): Line[] =>
  composed.sections
    .flatMap((section) => flat(section.pieces))
    .filter((piece): piece is Line => piece.kind === 'line' && (!role || piece.role === role))
const texts = (composed: Composed, role?: Role) => lines(composed, role).map((line) => plainText(line.runs))

it('writes the head of the state: Quốc hiệu at the right, “Số: 05/KH-UBND”, place and day in italics', () => {
  const composed = composeSheet(STATE_PLAN, state)
  const head = composed.sections[0]!.pieces[0]!
  if (head.kind !== 'columns') throw new Error('no head')
  const [[left, right], [number, date]] = head.rows as [Line[][], Line[][]]
  expect(
    left!
      .filter((one) => one.kind === 'line')
      .map((one) => [plainText(one.runs), (one.runs[0] as { bold: boolean }).bold]),
  ).toEqual([
    ['ỦY BAN NHÂN DÂN', false],
    ['HUYỆN HOẰNG HÓA', false],
    ['ỦY BAN NHÂN DÂN', true],
    ['XÃ HOẰNG PHÚ', true],
  ])
  expect(plainText(right![1]!.runs)).toBe('Độc lập - Tự do - Hạnh phúc')
  expect(right!.at(-1)).toMatchObject({ kind: 'rule', share: 1 })
  expect(left!.at(-1)).toMatchObject({ kind: 'rule', share: 0.4 })
  expect(plainText(number![0]!.runs)).toBe('Số: 05/KH-UBND')
  expect(date![0]!.runs[0]).toMatchObject({ text: 'Hoằng Phú, ngày 05 tháng 6 năm 2023', italic: true })
})

it('writes the head of the Party: its title, the star, “Số 127-TB/ĐU” without a colon, the subject small', () => {
  const composed = composeSheet(conclusionNotice(1), hd36)
  expect(texts(composed, 'nation')).toEqual(['ĐẢNG CỘNG SẢN VIỆT NAM'])
  expect(texts(composed, 'organ')).toEqual(['ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG', 'ĐẢNG ỦY ĐẶC KHU CÁT HẢI', '*'])
  expect(texts(composed, 'number')).toEqual(['Số 127-TB/ĐU'])
  expect(texts(composed, 'subject')[0]).toMatch(/^kết luận của đồng chí/)
  expect(texts(composed, 'note')).toContain('-----')
})

it('leaves room for what is not known yet', () => {
  expect(texts(composeSheet(FRONT_REPORT, front), 'number')[0]).toMatch(/^Số: \u00a0+\/BC-MTTQ$/)
  expect(texts(composeSheet(FRONT_REPORT, front), 'date')[0]).toMatch(/^Cát Hải, ngày\s+tháng\s+năm 2025$/)
  const blank = { ...conclusionNotice(1), head: { ...PARTY_HEAD, number: null } }
  expect(texts(composeSheet(blank, hd36), 'number')[0]).toMatch(/^Số \u00a0+-TB\/ĐU$/)
})

it('numbers headings and clauses in the way of each layout, sharing one count', () => {
  const headings = (of: Composed) =>
    [...texts(of, 'heading1'), ...texts(of, 'heading2')].map((text) => text.split(' ')[0])
  expect(headings(composeSheet(STATE_PLAN, state))).toEqual(['I.', 'II.', '1.', '2.'])
  const body = (of: Composed) => texts(of, 'body').map((text) => text.split(' ')[0])
  expect(body(composeSheet(conclusionNotice(1), hd36)).slice(-2)).toEqual(['1-', '2-'])
  expect(body(composeSheet(conclusionNotice(1), hd05)).slice(-2)).toEqual(['1.', '2.'])
  expect(texts(composeSheet(STATE_PLAN, state), 'body')).toContain('b) Mỗi ý kiến không quá 05 phút;')
  expect(texts(composeSheet(FRONT_REPORT, front), 'heading2')).toEqual(['Điều 1. Tình hình chung', 'Điều 2. Kiến nghị'])
  expect([1, 4, 9, 14, 40].map(roman)).toEqual(['I', 'IV', 'IX', 'XIV', 'XL'])
  expect([1, 4, 5, 6, 7, 23, 24].map(pointLetter)).toEqual(['a', 'd', 'đ', 'e', 'g', 'y', 'aa'])
})

it('ends the text with the mark of its layout, once', () => {
  expect(texts(composeSheet(STATE_PLAN, state), 'body')).toContainEqual(expect.stringMatching(/thực hiện\.\/\.$/))
  expect(texts(composeSheet(conclusionNotice(1), hd36), 'body').at(-1)).toMatch(/Thông báo này\.\/\.$/)
  expect(texts(composeSheet(conclusionNotice(1), hd05), 'body').at(-1)).toMatch(/Thông báo này\.$/)
  expect(texts(composeSheet({ ...STATE_PLAN, closing: false }, state), 'body').join()).not.toContain('./.')
  const twice = { ...STATE_LETTER, body: [{ type: 'paragraph' as const, text: 'Xin cảm ơn./.' }] }
  expect(texts(composeSheet(twice, state), 'body')).toEqual(['Xin cảm ơn./.'])
})

it('writes the capacity of the signature in the marks of the branch', () => {
  expect(texts(composeSheet(STATE_PLAN, state), 'signature').slice(0, 4)).toEqual([
    'TM. ỦY BAN NHÂN DÂN',
    'KT. CHỦ TỊCH',
    'PHÓ CHỦ TỊCH',
    'Lê Văn Mẫu',
  ])
  const party = lines(composeSheet(conclusionNotice(1), hd36), 'signature')
  expect(party.map((line) => [plainText(line.runs), (line.runs[0] as { bold: boolean }).bold])).toEqual([
    ['T/M BAN THƯỜNG VỤ', true],
    ['BÍ THƯ', false],
    ['Trần Thị Mẫu', true],
  ])
  expect(texts(composeSheet(MINUTES, state), 'signature')).toEqual(['THƯ KÝ', 'Đỗ Thị Mẫu', 'CHỦ TRÌ', 'Lê Văn Mẫu'])
})

it('writes addressees and recipients', () => {
  expect(texts(composeSheet(STATE_LETTER, state), 'addressee')).toEqual(['Kính gửi: Phòng Kinh tế'])
  expect(texts(composeSheet(STATE_LETTER, state), 'subject')).toEqual([
    'V/v đôn đốc giải quyết kiến nghị sau đối thoại',
  ])
  expect(texts(composeSheet(FRONT_REPORT, front), 'addressee')).toEqual([
    'Kính gửi:',
    '- Đảng ủy đặc khu Cát Hải;',
    '- Ủy ban nhân dân đặc khu Cát Hải.',
  ])
  expect(texts(composeSheet(STATE_LETTER, state), 'recipients')).toEqual([
    'Nơi nhận:',
    '- Như trên;',
    '- Chủ tịch UBND xã (để b/c);',
    '- Lưu: VT.',
  ])
  expect(texts(composeSheet(conclusionNotice(1), hd36), 'recipients').slice(-2)).toEqual([
    '- Các chi bộ, đảng bộ trực thuộc Đảng ủy đặc khu,',
    '- Lưu Văn phòng Đảng ủy.',
  ])
})

it('writes the bases each on its line, the last with a full stop', () => {
  const bases = texts(composeSheet(STATE_PLAN, state), 'basis')
  expect(bases.map((text) => text.at(-1))).toEqual([';', '.'])
  expect(texts(composeSheet(STATE_PLAN, hd05), 'basis')[0]).toMatch(/^- Căn cứ/)
})

it('starts the pages of appendices anew and lays wide parts across', () => {
  expect(composeSheet(STATE_PLAN, state).sections.map(({ landscape, restarts }) => [landscape, restarts])).toEqual([
    [false, true],
    [true, true],
    [false, true],
  ])
  expect(
    composeSheet(conclusionNotice(1), hd36).sections.map(({ landscape, restarts }) => [landscape, restarts]),
  ).toEqual([
    [false, true],
    [true, false],
    [false, false],
  ])
})

it('joins labels of columns and leaves names alone when the Party starts small', () => {
  const table = composeSheet(STATE_PLAN, state).sections[1]!.pieces.find((piece) => piece.kind === 'table')
  if (table?.kind !== 'table') throw new Error('no table')
  expect(table.head.map((row) => row.map((cell) => [plainText(cell.runs), cell.columns, cell.rows]))).toEqual([
    [
      ['STT', 1, 2],
      ['Nội dung', 1, 2],
      ['Cơ quan', 2, 1],
      ['Thời hạn', 1, 2],
    ],
    [
      ['Chủ trì', 1, 1],
      ['Phối hợp', 1, 1],
    ],
    [
      ['(1)', 1, 1],
      ['(2)', 1, 1],
      ['(3)', 1, 1],
      ['(4)', 1, 1],
      ['(5)', 1, 1],
    ],
  ])
  expect(subjectText('Cát Hải năm 2025', 'lower')).toBe('Cát Hải năm 2025')
  expect(subjectText('UBND xã', 'lower')).toBe('UBND xã')
  expect(subjectText('Về kết quả', 'lower')).toBe('về kết quả')
  expect(subjectText('đối thoại', 'upper')).toBe('Đối thoại')
})
