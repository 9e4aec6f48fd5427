import { describe, expect, it } from 'vitest'
import { weeksOf } from './month-grid.tsx'

describe('the weeks of a month', () => {
  it('begin on Monday and hold every day once', () => {
    // 01/11/2025 is a Saturday, 30/11/2025 a Sunday
    const weeks = weeksOf(2025, 11)
    expect(weeks[0]).toEqual([null, null, null, null, null, '2025-11-01', '2025-11-02'])
    expect(weeks.at(-1)!.at(-1)).toBe('2025-11-30')
    expect(weeks.flat().filter(Boolean)).toHaveLength(30)
  })

  it('know leap years and months that begin on Monday', () => {
    expect(weeksOf(2024, 2).flat().filter(Boolean)).toHaveLength(29)
    expect(weeksOf(2021, 2)).toHaveLength(4)
    expect(weeksOf(2026, 6)[0]![0]).toBe('2026-06-01')
  })
})
