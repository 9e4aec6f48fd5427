import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'

/** The salt under which addresses are counted on a day; made by who comes first, deleted two days later. */
export async function saltOfDay(db: Db, day: Day): Promise<string> {
  const known = await db.selectFrom('portalSalt').select('salt').where('day', '=', day).executeTakeFirst()
  if (known) return known.salt
  await db
    .insertInto('portalSalt')
    .values({ day, salt: randomBytes(16).toString('hex') })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await db.selectFrom('portalSalt').select('salt').where('day', '=', day).executeTakeFirstOrThrow()).salt
}

/** Counts one more in each bucket of its window and returns the counts in their order; one statement. */
export async function countUp(db: Db, buckets: readonly { bucket: string; windowStart: Date }[]): Promise<number[]> {
  const rows = [...buckets].sort((a, b) => (a.bucket < b.bucket ? -1 : 1))
  const { rows: counted } = await sql<{ bucket: string; count: number }>`
    insert into portal_count (bucket, window_start, count)
    select b, w, 1 from unnest(${rows.map((row) => row.bucket)}::text[], ${rows.map((row) => row.windowStart)}::timestamptz[]) as t (b, w)
    on conflict (bucket, window_start) do update set count = portal_count.count + 1
    returning bucket, count
  `.execute(db)
  return buckets.map(({ bucket }) => counted.find((row) => row.bucket === bucket)?.count ?? 1)
}

/** The counts of some buckets in some windows, without counting. */
export async function readCounts(db: Db, buckets: readonly string[], windows: readonly Date[]): Promise<number[]> {
  const rows = await db
    .selectFrom('portalCount')
    .select('count')
    .where('bucket', 'in', [...buckets])
    .where('windowStart', 'in', [...windows])
    .execute()
  return rows.map((row) => row.count)
}
