import { randomUUID } from 'node:crypto'
import { performChange } from '../changes/perform-change.ts'
import { programActor } from '../changes/program-actor.ts'
import { listAuthoritiesWithNews } from '../followers/following-store.ts'
import { tellFollowers } from '../followers/tell-followers.ts'
import type { Clock } from '../platform/clock.ts'
import { dayOf } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'

/**
 * Looks at everything published that somebody follows and has changed or is new, and writes the mails about it. Returns how many
 * were written; who got enough mails today is looked at again at the next run.
 */
export async function tellFollowersEverywhere(
  runtime: { db: Db; clock: Clock },
  ending?: AbortSignal,
): Promise<number> {
  let written = 0
  for (const authorityId of await listAuthoritiesWithNews(runtime.db, dayOf(runtime.clock.now()))) {
    const tell = (after: number) =>
      performChange(runtime, tellFollowers, {
        ...{ actor: programActor(authorityId), authorityId, input: { after }, key: randomUUID() },
      })
    for (let after: number | null = 0; after !== null && !ending?.aborted; ) {
      const outcome: Awaited<ReturnType<typeof tell>> = await tell(after)
      after = outcome.ok ? outcome.value.last : null
      if (outcome.ok) written += outcome.value.written
    }
  }
  return written
}
