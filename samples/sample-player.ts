import type { z } from 'zod'
import { INSTALLATION } from '../src/access/actor-of-session.ts'
import type { Actor } from '../src/changes/actor.ts'
import type { Change } from '../src/changes/define-change.ts'
import { performChange } from '../src/changes/perform-change.ts'
import { SettableClock } from '../src/platform/clock.ts'
import { type Day, parseDay } from '../src/platform/day.ts'
import type { Db } from '../src/platform/db/connection.ts'
import type { FileStore } from '../src/platform/files/file-store.ts'
import type { InstallationKey } from '../src/platform/installation-key.ts'

interface ScheduledAct {
  day: Day
  order: number
  run: () => Promise<void>
}

const OFFICE_OPENS_AT = 7 * 60 + 30
const EVENING = 18 * 60
const LAST_MINUTE = 23 * 60 + 50
const SAY_EVERY_MS = 2_000

/**
 * Plays the life of one authority: acts are put down with their day and performed in the order of the days, each
 * through the real change, by a real account, with the clock standing at that day. So log, numbers, deadlines and
 * messages come about as they would have.
 */
export class SamplePlayer {
  readonly clock = new SettableClock(new Date('2020-01-01T08:00:00+07:00'))
  authorityId = INSTALLATION
  readonly agencies = new Map<string, number>()
  readonly people = new Map<string, Actor>()
  /** who looks on from above; null where the demo has no superior */
  superior: Actor | null = null
  #acts: ScheduledAct[] = []
  #order = 0
  #requests = 0
  #today: Day = parseDay('2020-01-01')
  #minute = OFFICE_OPENS_AT

  constructor(
    readonly db: Db,
    readonly files: FileStore,
    readonly slug: string,
    /** the day of loading: what is to come after it has not happened yet */
    readonly loadedOn: Day,
    /** from which the secret links in mails are derived */
    readonly key: InstallationKey,
  ) {}

  /** how many changes were performed */
  get requests(): number {
    return this.#requests
  }

  get today(): Day {
    return this.#today
  }

  /** Puts an act down for a day; acts of one day happen in the order they were put down. */
  on(day: string, run: () => Promise<void>): void {
    this.#order += 1
    this.#acts.push({ day: parseDay(day), order: this.#order, run })
  }

  /** Performs everything put down, up to the day of loading; says now and then which month it is. */
  async play(say: (line: string) => void = () => {}): Promise<void> {
    let said = performance.now()
    for (;;) {
      const next = this.#takeNext()
      if (!next) return
      this.standAt(next.day)
      await next.run()
      if (performance.now() - said < SAY_EVERY_MS) continue
      said = performance.now()
      say(`  … ${this.slug}: tháng ${next.day.slice(5, 7)}/${next.day.slice(0, 4)}, ${this.#requests} thao tác`)
    }
  }

  #takeNext(): ScheduledAct | undefined {
    const due = this.#acts.filter((act) => act.day <= this.loadedOn)
    const first = due.sort((a, b) => (a.day === b.day ? a.order - b.order : a.day < b.day ? -1 : 1))[0]
    if (first) this.#acts = this.#acts.filter((act) => act !== first)
    return first
  }

  /** Moves the clock to a day, never back: a log runs forward. */
  standAt(day: Day): void {
    if (day < this.#today) throw new Error(`samples: ${this.slug}: ${day} comes after ${this.#today} was played`)
    if (day > this.#today) this.#minute = OFFICE_OPENS_AT
    this.#today = day
  }

  /** What follows on this day happens when the offices have closed. */
  waitUntilEvening(): void {
    this.#minute = Math.max(this.#minute, EVENING)
    this.clock.setDay(this.#today, clockTime(this.#minute))
  }

  agency(key: string): number {
    const id = this.agencies.get(key)
    if (id === undefined) throw new Error(`samples: ${this.slug}: no agency ${key}`)
    return id
  }

  person(key: string): Actor {
    const actor = this.people.get(key)
    if (!actor) throw new Error(`samples: ${this.slug}: nobody called ${key}`)
    return actor
  }

  /** Performs a change as one of the people (or as an actor given); whatever is refused is a mistake of the data. */
  async do<Schema extends z.ZodType, Result>(
    who: string | Actor,
    change: Change<Schema, Result>,
    input: Record<string, unknown>,
    authorityId: number = this.authorityId,
  ): Promise<Result> {
    const actor = typeof who === 'string' ? this.person(who) : who
    this.#requests += 1
    this.#minute = Math.min(this.#minute + 1, LAST_MINUTE)
    this.clock.setDay(this.#today, clockTime(this.#minute))
    const request = { actor, authorityId, input, key: `demo-${this.slug}-${this.#requests}` }
    const where = () => `samples: ${this.slug} ${this.#today} ${change.name} by ${actor.displayName}`
    try {
      const outcome = await performChange({ db: this.db, clock: this.clock }, change, request)
      if (outcome.ok) return outcome.value
      throw new Error(JSON.stringify(outcome.errors))
    } catch (error) {
      throw new Error(`${where()}: ${String(error)} ${JSON.stringify(input).slice(0, 400)}`, { cause: error })
    }
  }
}

function clockTime(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
