import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { listAuthorities } from '../agencies/authority-store.ts'
import type { Change } from '../changes/define-change.ts'
import { performChange } from '../changes/perform-change.ts'
import { programActor } from '../changes/program-actor.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/connection.ts'
import { askSatisfaction } from '../procedures/ask-satisfaction.ts'
import { mailDigests, mailMessages } from '../procedures/mail-staff.ts'

interface Runtime {
  db: Db
  clock: Clock
}

/** The digest of the day, everywhere; each account gets one a day however often this runs. */
export async function digestEverywhere(runtime: Runtime, ending?: AbortSignal): Promise<void> {
  await everywhere(runtime, mailDigests, ending)
}

/** What the program had to tell since, to those who want it as it comes. */
export async function mailMessagesEverywhere(runtime: Runtime, ending?: AbortSignal): Promise<void> {
  await everywhere(runtime, mailMessages, ending)
}

/** Petitioners are asked whether their matter is solved, everywhere. */
export async function askEverywhere(runtime: Runtime, ending?: AbortSignal): Promise<void> {
  await everywhere(runtime, askSatisfaction, ending)
}

async function everywhere<R>(
  runtime: Runtime,
  change: Change<z.ZodType, R>,
  ending: AbortSignal | undefined,
): Promise<void> {
  for (const { id: authorityId } of await listAuthorities(runtime.db)) {
    if (ending?.aborted) return
    const actor = programActor(authorityId)
    await performChange(runtime, change, { actor, authorityId, input: {}, key: randomUUID() })
  }
}
