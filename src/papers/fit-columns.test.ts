import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fitColumns } from './fit-columns.ts'

const table = (widths: number[], cells: string[], labels = widths.map(() => 'A')) => ({
  type: 'table' as const,
  columns: widths.map((width, at) => ({ label: labels[at]!, width })),
  rows: [{ cells }],
})

it('a day stands in one line, what it needs is taken from the wide columns', () => {
  const [number, words, day] = fitColumns(
    table([1, 12, 1.5], ['1', 'Nội dung kiến nghị', '31/12/2023'], ['STT', 'Nội dung', 'Hạn']),
    12,
    165,
  )
  expect(day! * 165).toBeGreaterThan(21)
  expect(number! * 165).toBeGreaterThan(10)
  expect(number! + words! + day!).toBeCloseTo(1)
})

it('the code of a petition stands in one line too: it has no hyphen to part at', () => {
  const [code] = fitColumns(table([1, 12], ['CH-2026-0020', 'Đường vào bãi tắm']), 12, 165)
  expect(code! * 165).toBeGreaterThan(25)
})

it('columns that are wide enough stay as they are; so do too many', () => {
  expect(fitColumns(table([1, 1], ['a', 'b']), 12, 165)).toEqual([0.5, 0.5])
  const many = Array.from({ length: 30 }, () => 1)
  expect(
    fitColumns(
      table(
        many,
        many.map(() => '31/12/2023'),
      ),
      12,
      165,
    )[0],
  ).toBeCloseTo(1 / 30)
})

it('whatever the table, the shares make one whole and none is empty', () => {
  const columns = fc.array(
    fc.record({ width: fc.float({ min: 0.25, max: 20, noNaN: true }), cell: fc.string({ maxLength: 40 }) }),
    { minLength: 1, maxLength: 12 },
  )
  fc.assert(
    fc.property(columns, (all) => {
      const shares = fitColumns(
        table(
          all.map((one) => one.width),
          all.map((one) => one.cell),
        ),
        11,
        165,
      )
      expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1)
      expect(Math.min(...shares)).toBeGreaterThan(0)
    }),
    { numRuns: 200 },
  )
})
