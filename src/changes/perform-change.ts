import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { z } from 'zod'
import type { Clock } from '../platform/clock.ts'
import { dayOf } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { isPassingFault } from '../platform/db/passing-fault.ts'
import { BrokenRule, type InputErrors, InputRejected, NotFound, NotPermitted } from '../platform/errors.ts'
import type { AccessScope, Actor, Permission } from './actor.ts'
import { appendToLog } from './change-log-store.ts'
import type { Change, ChangeContext, LogEntry } from './define-change.ts'
import { claimKey, keepResult } from './idempotency-store.ts'
import { inputErrors } from './input-errors.ts'

export interface ChangeRequest {
  actor: Actor
  authorityId: number
  input: unknown
  /** from the form or the API call; the same key twice makes one record */
  key: string
  /** fields left out of what the key stands for: they may differ when it is sent again, and no hash is kept of them */
  apartFromKey?: readonly string[]
}

export type Outcome<Result> = { ok: true; value: Result; repeated: boolean } | { ok: false; errors: InputErrors }

export interface ChangeRuntime {
  db: Db
  clock: Clock
}

/** With the waits between them about five seconds: a database that restarts is waited for. */
const ATTEMPTS = 8

/**
 * Runs a change: input check, permission, one transaction with its log lines. Wrong input comes back as a value;
 * broken rules, stale edits and missing permission are thrown. A lost reply to COMMIT and passing faults of the
 * database are tried again under the same key, so that nothing happens twice.
 */
export async function performChange<Schema extends z.ZodType, Result>(
  runtime: ChangeRuntime,
  change: Change<Schema, Result>,
  request: ChangeRequest,
): Promise<Outcome<Result>> {
  const parsed = change.input.safeParse(request.input)
  if (!parsed.success) return { ok: false, errors: inputErrors(parsed.error) }
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptChange(runtime, change, request, parsed.data)
    } catch (error) {
      if (error instanceof InputRejected) return { ok: false, errors: error.errors }
      if (attempt >= ATTEMPTS || !isPassingFault(error)) throw error
      await new Promise((done) => setTimeout(done, 20 * 2 ** attempt))
    }
  }
}

async function attemptChange<Schema extends z.ZodType, Result>(
  runtime: ChangeRuntime,
  change: Change<Schema, Result>,
  request: ChangeRequest,
  input: z.output<Schema>,
): Promise<Outcome<Result>> {
  const now = runtime.clock.now()
  const inputHash = createHash('sha256')
    .update(canonicalize(keyedInput(request)) ?? '')
    .digest('hex')
  return runtime.db.transaction().execute(async (transaction) => {
    const claim = await claimKey(transaction, {
      ...request,
      accountId: request.actor.accountId,
      change: change.name,
      inputHash,
      now,
    })
    if (claim.taken) return { ok: true, value: claim.result as Result, repeated: true }
    await checkPermission(change, transaction, request, input)
    const entries: LogEntry[] = []
    const context: ChangeContext = {
      db: transaction,
      actor: request.actor,
      authorityId: request.authorityId,
      now,
      today: dayOf(now),
      record: (entry) => void entries.push({ action: change.name, ...entry }),
    }
    const value = await change.run(context, input)
    if (entries.length === 0) throw new Error(`change ${change.name} left no trace in the log`)
    await appendToLog(
      transaction,
      { authorityId: request.authorityId, at: now, actor: request.actor, requestKey: request.key },
      entries,
    )
    await keepResult(transaction, request.authorityId, request.key, value)
    return { ok: true, value, repeated: false }
  })
}

function keyedInput({ input, apartFromKey }: ChangeRequest): unknown {
  if (!apartFromKey || typeof input !== 'object' || input === null) return input ?? null
  return Object.fromEntries(Object.entries(input).filter(([name]) => !apartFromKey.includes(name)))
}

async function checkPermission<Schema extends z.ZodType, Result>(
  change: Change<Schema, Result>,
  db: Db,
  request: ChangeRequest,
  input: z.output<Schema>,
): Promise<void> {
  const scope = change.scope ? await change.scope(db, request.authorityId, input) : { authorityId: request.authorityId }
  if (scope === null) throw new NotFound(change.name)
  requirePermission(request.actor, change.permission, scope)
}

/** Throws NotFound when the actor may not even know of the thing, NotPermitted when only the act is refused. */
export function requirePermission(actor: Actor, permission: Permission, scope: AccessScope): void {
  if (actor.may(permission, scope)) return
  if (scope.seenBy && !actor.may(scope.seenBy, scope)) throw new NotFound(permission)
  throw new NotPermitted(permission)
}

/** For changes that require a reason or another fact that only the rule knows of. */
export function requireRule(holds: boolean, code: string, params: Record<string, string | number> = {}): asserts holds {
  if (!holds) throw new BrokenRule(code, params)
}
