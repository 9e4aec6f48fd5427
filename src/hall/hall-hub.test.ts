import { expect, it } from 'vitest'
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
