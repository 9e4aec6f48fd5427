import { randomUUID } from 'node:crypto'
import { actorOfAccount } from '../access/actor-of-account.ts'
import type { Actor } from '../changes/actor.ts'
import { performChange } from '../changes/perform-change.ts'
import { programActor } from '../changes/program-actor.ts'
import type { ImportBatch } from '../lists/import-batch.ts'
import { findQueuedBatch, getBatch, listForgottenBatches, writeProgress } from '../lists/import-store.ts'
import { dropSheet } from '../lists/queue-sheet.ts'
import { refuseSheet } from '../lists/refuse-sheet.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/connection.ts'
import { BrokenRule, NotPermitted } from '../platform/errors.ts'
import { takeSheet } from '../procedures/take-sheet.ts'

interface Runtime {
  db: Db
  clock: Clock
}

/** Takes every sheet that waits, one after the other; returns how many were looked at. */
export async function takeQueuedSheets(runtime: Runtime, ending?: AbortSignal): Promise<number> {
  for (let looked = 0; ; looked += 1) {
    const next = ending?.aborted ? null : await findQueuedBatch(runtime.db)
    if (!next) return looked
    await takeOne(runtime, await getBatch(runtime.db, next.authorityId, next.id))
  }
}

/** What hinders it is said on its page, and it can be sent again; a program that ends meanwhile begins anew. */
async function takeOne(runtime: Runtime, batch: ImportBatch): Promise<void> {
  const { authorityId, id } = batch
  const told = (done: number, total: number) =>
    writeProgress(runtime.db, { authorityId, batchId: id, done, total, at: runtime.clock.now() })
  try {
    const actor = await whoAsked(runtime, batch)
    const key = `take sheet ${id} ${batch.version}`
    const outcome = await performChange(runtime, takeSheet(told), { actor, authorityId, input: { id }, key })
    if (!outcome.ok) await refuse(runtime, batch, 'list/take-refused')
  } catch (error) {
    await refuse(runtime, batch, error instanceof BrokenRule ? error.code : 'list/take-failed')
    if (!(error instanceof BrokenRule || error instanceof NotPermitted)) throw error
  }
}

async function whoAsked({ db, clock }: Runtime, batch: ImportBatch): Promise<Actor> {
  const { authorityId, queuedBy, queuedRole, queuedAgencyId } = batch
  const asked = { accountId: queuedBy ?? 0, authorityId, role: queuedRole ?? '', agencyId: queuedAgencyId }
  const actor = await actorOfAccount(db, asked, clock.now())
  if (!actor) throw new NotPermitted('list:import')
  return actor
}

async function refuse(runtime: Runtime, { authorityId, id }: ImportBatch, failure: string): Promise<void> {
  const actor = programActor(authorityId)
  await performChange(runtime, refuseSheet, { actor, authorityId, input: { id, failure }, key: randomUUID() })
}

const KEPT_DAYS = 30

/** Sheets that were read and left lying lose their cells after thirty days: they hold other people's words. */
export async function dropForgottenSheets(runtime: Runtime): Promise<void> {
  const before = new Date(runtime.clock.now().getTime() - KEPT_DAYS * 86_400_000)
  for (const { authorityId, id, version } of await listForgottenBatches(runtime.db, before)) {
    const actor = programActor(authorityId)
    await performChange(runtime, dropSheet, { actor, authorityId, input: { id, version }, key: randomUUID() })
  }
}

const LOOK_AGAIN_MS = 1000

/** Looks for sheets to take every second until it is stopped; `stop` waits for the one at work. */
export function watchForSheets(runtime: Runtime, onError: (error: unknown) => void): { stop(): Promise<void> } {
  const ending = new AbortController()
  let timer: NodeJS.Timeout
  let work: Promise<unknown> = Promise.resolve()
  const look = () => {
    work = takeQueuedSheets(runtime, ending.signal)
      .catch(onError)
      .finally(() => {
        if (!ending.signal.aborted) timer = setTimeout(look, LOOK_AGAIN_MS).unref()
      })
  }
  timer = setTimeout(look, LOOK_AGAIN_MS).unref()
  const stop = async () => {
    ending.abort()
    clearTimeout(timer)
    await work
  }
  return { stop }
}
