import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { parseDay } from '../../platform/day.ts'
import { DueDate } from './due-date.tsx'

function said(props: Partial<Parameters<typeof DueDate>[0]>): string {
  const html = renderToString(
    <DueDate due={parseDay('2025-11-19')} left={{ days: 5, working: 3 }} whyHref="/why/1" {...props} />,
  )
  return html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

it('is never bare: working days left and the way to why', () => {
  expect(said({})).toBe('Chậm nhất 19/11/2025 còn 3 ngày làm việc vì sao?')
  expect(said({ left: { days: 0, working: 0 } })).toContain('hôm nay là hạn cuối')
  expect(said({ left: { days: -4, working: 2 } })).toContain('quá hạn 2 ngày làm việc')
  // on the Saturday after a Friday: the day stands beside it, once
  expect(said({ left: { days: -1, working: 0 } })).toMatch(/đã quá hạn(?! \()/)
})

it('says when it was met, and whether in time', () => {
  expect(said({ met: parseDay('2025-11-19') })).toContain('xong ngày 19/11/2025')
  expect(said({ met: parseDay('2025-11-20') })).toContain('xong muộn, ngày 20/11/2025')
})

it('gives a report date as exclusive, with its last good day', () => {
  const text = said({ due: parseDay('2025-11-14'), before: parseDay('2025-11-15'), full: true })
  expect(text).toContain('Trước ngày 15/11/2025 (chậm nhất thứ Sáu 14/11/2025)')
})

it('marks a day that the official calendar does not reach yet', () => {
  expect(said({ provisional: true })).toContain('tạm tính')
})
