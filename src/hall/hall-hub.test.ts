import { expect, it, vi } from 'vitest'
import { HallHub } from './hall-hub.ts'

it('tells all who look on of a version that somebody saw before the database told of it, once', () => {
  const hub = new HallHub(async () => new Map())
  const heard: number[] = []
  const stop = hub.watch('a', (version) => heard.push(version))
  // the desk that acted reads the new state at once; the database's word comes after it
  hub.announce('a', 7)
  hub.announce('a', 7)
  hub.announce('a', 6)
  hub.announce('b', 9)
  hub.announce('a', 8)
  expect(heard).toEqual([7, 8])
  stop()
  hub.announce('a', 9)
  expect(heard).toEqual([7, 8])
  hub.close()
})

it('shows every line now and then that it holds, with one text made for all', () => {
  vi.useFakeTimers()
  const hub = new HallHub(async () => new Map())
  const heard: Buffer[] = []
  const stops = ['a', 'a', 'b'].map((key) => hub.watch(key, (_version, line) => heard.push(line)))
  hub.announce('a', 3)
  expect(heard.map(String)).toEqual(['data: 3\n\n', 'data: 3\n\n'])
  expect(heard[0]).toBe(heard[1])
  vi.advanceTimersByTime(15_000)
  expect(heard.map(String).slice(2)).toEqual(['data: 3\n\n', 'data: 3\n\n', 'data: 0\n\n'])
  for (const stop of stops) stop()
  vi.advanceTimersByTime(60_000)
  expect(heard).toHaveLength(5)
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})
