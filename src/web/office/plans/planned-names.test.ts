import { expect, it } from 'vitest'
import type { Day } from '../../../platform/day.ts'
import { plannedNames } from './planned-names.ts'

it('names every planned dialogue differently: by its days, and by its number where these are the same too', () => {
  const one = (id: number, from: string, to: string) => ({
    ...{ id, title: 'Đối thoại định kỳ', expectedFrom: from as Day, expectedTo: to as Day },
  })
  const names = plannedNames(
    [one(1, '2025-06-10', '2025-06-10'), one(2, '2025-10-01', '2025-12-31'), one(3, '2025-10-01', '2025-12-31')],
    'vi',
  )
  expect([...names]).toEqual([
    [1, 'Đối thoại định kỳ, 10/06/2025'],
    [2, 'Đối thoại định kỳ, 01/10/2025 – 31/12/2025 (cuộc thứ 1)'],
    [3, 'Đối thoại định kỳ, 01/10/2025 – 31/12/2025 (cuộc thứ 2)'],
  ])
})
