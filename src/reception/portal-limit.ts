import { createHash } from 'node:crypto'
import { dayOf } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { countUp, readCounts, saltOfDay } from './portal-count-store.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

interface Limit {
  windowMs: number
  /** beyond it the thing is done, but looked at first */
  soft: number
  /** beyond it nothing is done: 429 with Retry-After */
  hard: number
}

/**
 * How often something may be done. A village shares an address at the cultural house, so an address has room; a
 * telephone or mail address has less; an authority's whole intake goes to be looked at first before it is shut.
 */
const LIMITS = {
  'send by address': { windowMs: HOUR_MS, soft: 10, hard: 40 },
  'send by contact': { windowMs: 24 * HOUR_MS, soft: 5, hard: 20 },
  'send to authority': { windowMs: MINUTE_MS, soft: 30, hard: 120 },
  'draft by address': { windowMs: HOUR_MS, soft: 120, hard: 300 },
  'draft at authority': { windowMs: MINUTE_MS, soft: 120, hard: 600 },
  'code by address': { windowMs: HOUR_MS, soft: 20, hard: 20 },
  'code at authority': { windowMs: MINUTE_MS, soft: 300, hard: 300 },
  'act by address': { windowMs: HOUR_MS, soft: 60, hard: 60 },
  'follow by address': { windowMs: HOUR_MS, soft: 20, hard: 20 },
  'follow by contact': { windowMs: 24 * HOUR_MS, soft: 5, hard: 5 },
  'follow at authority': { windowMs: MINUTE_MS, soft: 60, hard: 60 },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof LIMITS

export interface Asked {
  limit: LimitName
  /** address, contact or id of the authority; kept only as a hash under the salt of the day */
  of: string
}

export type Verdict = { passed: true; over: LimitName[] } | { passed: false; retryAfterSeconds: number }

/** What this process knows to be shut until when, so that a flood does not even reach the database. */
const shut = new Map<string, number>()
/** the same by name, for what is no address and no contact */
const shutNames = new Map<string, number>()
const MOST_REMEMBERED = 50_000

/**
 * Counts one more of each and says whether it may go on; `over` names the soft limits passed. Shared by every process
 * on the database; what one of them knows to be shut it answers without asking.
 */
export async function passLimits(db: Db, asked: readonly Asked[], now: Date): Promise<Verdict> {
  const salt = await rememberedSalt(db, now)
  const buckets = asked.map(({ limit, of }) => {
    const { windowMs } = LIMITS[limit]
    const windowStart = new Date(Math.floor(now.getTime() / windowMs) * windowMs)
    return { bucket: bucketOf(salt, limit, of), of, windowStart, limit, endsAt: windowStart.getTime() + windowMs }
  })
  const closed = buckets.find(({ bucket }) => (shut.get(bucket) ?? 0) > now.getTime())
  if (closed) return refuse(closed.endsAt, now)
  const counts = await countUp(db, buckets)
  const over: LimitName[] = []
  for (const [at, { bucket, limit, of, endsAt }] of buckets.entries()) {
    if (counts[at]! > LIMITS[limit].hard) {
      if (shut.size > MOST_REMEMBERED) shut.clear()
      shut.set(bucket, endsAt)
      if (limit.endsWith('authority')) shutNames.set(`${limit} ${of}`, endsAt)
      return refuse(endsAt, now)
    }
    if (counts[at]! > LIMITS[limit].soft) over.push(limit)
  }
  return { passed: true, over }
}

/** Seconds until what this process knows to be shut opens again; null when it knows of nothing. Asks nobody. */
export function knownShut(asked: readonly Asked[], now: Date): number | null {
  const until = asked.map(({ limit, of }) => shutNames.get(`${limit} ${of}`) ?? 0)
  const latest = Math.max(...until)
  return latest > now.getTime() ? Math.ceil((latest - now.getTime()) / 1000) : null
}

/** Whether so many send to an authority at this moment that a little work is asked of who can do it. */
export async function isBusy(db: Db, authorityId: number, now: Date): Promise<boolean> {
  const { windowMs, soft } = LIMITS['send to authority']
  const salt = await rememberedSalt(db, now)
  const windowStart = new Date(Math.floor(now.getTime() / windowMs) * windowMs)
  const counts = await readCounts(
    db,
    [bucketOf(salt, 'send to authority', String(authorityId))],
    [windowStart, new Date(windowStart.getTime() - windowMs)],
  )
  return counts.some((count) => count >= soft / 2)
}

function bucketOf(salt: string, limit: LimitName, of: string): string {
  return createHash('sha256').update(`${salt} ${limit} ${of}`).digest('base64url')
}

function refuse(endsAt: number, now: Date): Verdict {
  return { passed: false, retryAfterSeconds: Math.max(1, Math.ceil((endsAt - now.getTime()) / 1000)) }
}

const salts = new WeakMap<object, { day: string; salt: string }>()

async function rememberedSalt(db: Db, now: Date): Promise<string> {
  const day = dayOf(now)
  const known = salts.get(db)
  if (known?.day === day) return known.salt
  const salt = await saltOfDay(db, day)
  salts.set(db, { day, salt })
  return salt
}
