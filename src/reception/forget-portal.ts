import { dayOf, shiftDay } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { deleteExpired } from './portal-draft-store.ts'

const DAY_MS = 86_400_000

/** Drafts whose two days are over, counts and their salts of the days before yesterday: gone, every hour. */
export async function forgetPortal(db: Db, now: Date): Promise<void> {
  await deleteExpired(db, now, new Date(now.getTime() - 2 * DAY_MS), shiftDay(dayOf(now), -2))
}
