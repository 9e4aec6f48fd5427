import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { buildHouse, type SampleAuthority } from '../../samples/sample-house.ts'
import { SamplePlayer } from '../../samples/sample-player.ts'
import { hashPassword } from '../../src/access/password.ts'
import { HallHub } from '../../src/hall/hall-hub.ts'
import { listHallVersions } from '../../src/hall/hall-store.ts'
import { keepReportsEverywhere, remindEverywhere } from '../../src/jobs/start-jobs.ts'
import { SettableClock } from '../../src/platform/clock.ts'
import { parseDay, readTypedDay } from '../../src/platform/day.ts'
import type { Db } from '../../src/platform/db/connection.ts'
import { openFileStore } from '../../src/platform/files/file-store.ts'
import { temporaryKey } from '../../src/platform/installation-key.ts'
import { loadRegulationFiles } from '../../src/regulations/load-regulation-files.ts'
import { syncShippedRegulations } from '../../src/regulations/regulation-store.ts'
import { gateRoutes, officeRoutes } from '../../src/web/office/office-routes.ts'
import { buildOfficeServer } from '../../src/web/office/office-server.ts'
import { portalTable } from '../../src/web/portal/portal-routes.ts'
import { addPortal } from '../../src/web/portal/portal-server.ts'
import { PageReader } from './page-reader.ts'
import { createTestDatabase } from './test-database.ts'

const PASSWORD = 'cá thu kho riềng ba lửa'

/**
 * The real program on a loopback port with a clock that is moved by hand. People come in through the sign-in form and
 * do everything with what stands on the pages; nothing but the setting up of the house goes past them.
 */
export class Journey {
  readonly #people = new Map<string, PageReader>()
  constructor(
    readonly db: Db,
    readonly clock: SettableClock,
    /** the authority whose pages are read */
    readonly slug: string,
    readonly house: SampleAuthority,
    private readonly origin: string,
    readonly close: () => Promise<void>,
  ) {}

  /** Moves the clock, `29/10/2025` or `2025-10-29`; everybody has to sign in again, as after a night. */
  async on(day: string, time = '09:00'): Promise<void> {
    const read = readTypedDay(day)
    if (!read) throw new Error(`${day} is no day`)
    const before = this.clock.now()
    this.clock.setDay(read, time)
    if (this.clock.now() < before) throw new Error(`${day} ${time} lies before the clock: a log runs forward`)
    this.#people.clear()
  }

  /** What the clock starts in the night and in the morning: reports owed are kept, reminders sent. */
  async runJobs(): Promise<void> {
    await keepReportsEverywhere(this)
    await remindEverywhere(this)
  }

  /** Somebody of the house by the key of their account, signed in through the form. */
  async as(key: string): Promise<PageReader> {
    return this.of(this.house, key)
  }

  /** As `as`, of another house of the journey: a superior, who begins at the pages of the own authority. */
  async of(house: SampleAuthority, key: string): Promise<PageReader> {
    const name = `${house.slug} ${key}`
    const known = this.#people.get(name)
    if (known) return known
    const account = house.accounts.find((one) => one.key === key)
    if (!account) throw new Error(`no account ${key} in ${house.slug}`)
    const reader = new PageReader(this.origin, house.slug)
    await reader.open('/dang-nhap', { outside: true })
    await reader.press('Đăng nhập', { login: account.login, password: PASSWORD })
    if (reader.address.startsWith('/dang-nhap')) throw new Error(`${account.login} could not sign in: ${reader.text}`)
    this.#people.set(name, reader)
    return reader
  }
}

/** Opens a journey: `houses` in order, parents first; the last one is the authority of the journey. */
export async function openJourney(houses: readonly SampleAuthority[], startsOn: string): Promise<Journey> {
  const database = await createTestDatabase({ poolSize: 4 })
  const folder = await mkdtemp(join(tmpdir(), 'doi-thoai-journey-'))
  const files = openFileStore(join(folder, 'files'))
  const clock = new SettableClock(new Date())
  const { db } = database
  await syncShippedRegulations(db, await loadRegulationFiles())
  await buildHouses({ db, files, clock }, houses)
  clock.setDay(parseDay(startsOn))
  const logger = pino({ level: process.env['LOG'] ?? 'error' })
  const assets = {
    ...{ css: '/assets/app.css', portalCss: '/assets/portal.css', script: '/assets/office.js' },
    ...{ portalScript: '/assets/portal-form.js', hall: '/assets/hall-screens.js' },
    ...{ icon: '/assets/icon.svg', preload: [] },
  }
  const settings = {
    runtime: {
      db,
      clock,
      files,
      key: temporaryKey(),
      hub: new HallHub((keys) => listHallVersions(db, keys)),
      mail: { channels: ['email'], origin: undefined },
    },
    assets,
    assetsFolder: folder,
    origin: undefined,
    demo: false,
    logger,
    setUpCodeHash: null,
  }
  const server = await buildOfficeServer(settings, { office: officeRoutes, gate: gateRoutes })
  await addPortal(server, settings, portalTable)
  const origin = await server.listen({ host: '127.0.0.1', port: 0 })
  const house = houses.at(-1)!
  return new Journey(db, clock, house.slug, house, origin, async () => {
    await server.close()
    await database.close()
    await rm(folder, { recursive: true, force: true })
  })
}

type Ground = { db: Db; files: ReturnType<typeof openFileStore>; clock: SettableClock }

async function buildHouses(ground: Ground, houses: readonly SampleAuthority[]): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD)
  const ids = new Map<string, number>()
  for (const house of houses) {
    const player = new SamplePlayer(ground.db, ground.files, house.slug, parseDay(house.setUpOn), temporaryKey())
    const parentAuthorityId = house.parentSlug ? (ids.get(house.parentSlug) ?? null) : null
    await buildHouse(player, house, { passwordHash, parentAuthorityId })
    ids.set(house.slug, player.authorityId)
  }
}
