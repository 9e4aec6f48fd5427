import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { parseDay } from '../../platform/day.ts'
import { placeOnStrip, YearStrip, type YearStripItem } from './year-strip.tsx'

const item = (key: string, day: string): YearStripItem => ({ key, day: parseDay(day), state: 'held', label: key })

it('lays marks that would touch into different rows, and puts the first and last day at the ends', () => {
  const placed = placeOnStrip(
    [item('b', '2025-03-27'), item('a', '2025-03-25'), item('c', '2025-12-31'), item('d', '2025-01-01')],
    2025,
  )
  expect(placed.map(({ item, row }) => [item.key, row])).toEqual([
    ['d', 0],
    ['a', 0],
    ['b', 1],
    ['c', 0],
  ])
  expect(placed[0]!.at).toBeLessThan(0.01)
  expect(placed[3]!.at).toBeGreaterThan(0.99)
})

it('says in words what it draws, and has no inline style', () => {
  const html = renderToString(
    <YearStrip year={2025} items={[item('Quý I', '2025-02-20')]} today={parseDay('2026-01-05')} />,
  )
  expect(html).toContain('20/02/2025, Quý I, đã tổ chức')
  expect(html).not.toContain('style=')
  expect(html).not.toContain('hôm nay')
})
