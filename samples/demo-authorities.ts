import { hashPassword } from '../src/access/password.ts'
import { loadCalendar } from '../src/calendar/calendar-store.ts'
import type { Actor } from '../src/changes/actor.ts'
import type { Day } from '../src/platform/day.ts'
import type { Db } from '../src/platform/db/connection.ts'
import type { FileStore } from '../src/platform/files/file-store.ts'
import type { InstallationKey } from '../src/platform/installation-key.ts'
import { scheduleCatHai2025 } from './cat-hai/cat-hai-2025.ts'
import { catHaiHouse } from './cat-hai/cat-hai-house.ts'
import { scheduleCatHaiThisYear } from './cat-hai/cat-hai-this-year.ts'
import { haiPhongHouse } from './cat-hai/hai-phong-house.ts'
import { houseOf } from './hai-phong/small-unit.ts'
import { scheduleSmallUnit } from './hai-phong/small-unit-year.ts'
import { smallUnits } from './hai-phong/small-units.ts'
import { scheduleHoangPhu } from './hoang-phu/hoang-phu-2023.ts'
import { hoangPhuHouse } from './hoang-phu/hoang-phu-house.ts'
import { buildHouse, overseerOf, type SampleAuthority } from './sample-house.ts'
import { SamplePlayer } from './sample-player.ts'
import { scheduleSonLa2021 } from './son-la/son-la-2021.ts'
import { scheduleSonLa2023 } from './son-la/son-la-2023.ts'
import { sonLaHouse } from './son-la/son-la-house.ts'
import { scheduleThanUyen } from './than-uyen/than-uyen-2023.ts'
import { thanUyenHouse } from './than-uyen/than-uyen-house.ts'

/** The password of every demo account; printed by `npm run demo`. */
export const DEMO_PASSWORD = 'doi-thoai-cung-dan-2026'

interface DemoAuthority {
  house: SampleAuthority
  schedule: (player: SamplePlayer) => Promise<void> | void
}

export const demoAuthorities: readonly DemoAuthority[] = [
  { house: haiPhongHouse, schedule: () => {} },
  {
    house: catHaiHouse,
    schedule: async (player) => {
      const all = new Map<string, number>()
      scheduleCatHai2025(player, all)
      scheduleCatHaiThisYear(player, await loadCalendar(player.db), all)
    },
  },
  ...smallUnits.map((unit) => ({
    house: houseOf(unit),
    schedule: async (player: SamplePlayer) => scheduleSmallUnit(player, unit, await loadCalendar(player.db)),
  })),
  { house: hoangPhuHouse, schedule: scheduleHoangPhu },
  { house: thanUyenHouse, schedule: scheduleThanUyen },
  {
    house: sonLaHouse,
    schedule: (player) => {
      scheduleSonLa2021(player)
      scheduleSonLa2023(player)
    },
  },
]

interface Ground {
  db: Db
  files: FileStore
  today: Day
  key: InstallationKey
  say: (line: string) => void
}

/** Loads every demo authority, those that do not depend on each other at the same time. */
export async function loadDemo(ground: Ground): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const ids = new Map<string, number>()
  const overseers = new Map<string, Actor>()
  const load = async ({ house, schedule }: DemoAuthority) => {
    const started = performance.now()
    const player = new SamplePlayer(ground.db, ground.files, house.slug, ground.today, ground.key)
    const parentAuthorityId = house.parentSlug ? ids.get(house.parentSlug)! : null
    await buildHouse(player, house, { passwordHash, parentAuthorityId })
    ids.set(house.slug, player.authorityId)
    const overseer = player.people.get('superior')
    if (overseer) overseers.set(house.slug, overseer)
    const above = house.parentSlug ? overseers.get(house.parentSlug) : undefined
    player.superior = above ? overseerOf(above, player.authorityId) : null
    await schedule(player)
    await player.play(ground.say)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    ground.say(`  ✓ ${house.name}: ${player.requests} thao tác, ${seconds} giây`)
  }
  const parents = new Set(demoAuthorities.map(({ house }) => house.parentSlug))
  const first = demoAuthorities.filter(({ house }) => parents.has(house.slug))
  for (const authority of first) await load(authority)
  await Promise.all(demoAuthorities.filter((one) => !first.includes(one)).map(load))
}
