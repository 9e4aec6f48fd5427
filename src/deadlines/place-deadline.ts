import type { ChangeContext } from '../changes/define-change.ts'
import type { Day } from '../platform/day.ts'
import {
  type DeadlineSubject,
  type DeadlineValues,
  findDeadlines,
  insertDeadline,
  insertDeadlines,
  insertMoves,
  setDeadlineState,
  updateDeadlineCount,
  voidOpenDeadlines,
} from './deadline-store.ts'
import type { DueDate } from './due-date.ts'

/** What may move a deadline; nothing else does. */
export type MoveCause =
  | 'opened'
  | 'day-set'
  | 'receipt'
  | 'extension'
  | 'complex'
  | 'calendar'
  | 'handover'
  | 'assignment'
  | 'promise'

export interface Placement extends DeadlineSubject {
  dialogueId: number | null
  agencyId: number | null
  due: DueDate
  cause: MoveCause
  /** said in the history of the deadline, in Vietnamese */
  reason: string
}

/**
 * Opens a deadline, or moves it when an event gives another date: the old date stays in its history with cause and
 * reason. A change of the calendar moves open deadlines only: one that is met was met by the calendar of its day.
 */
export async function placeDeadline(context: ChangeContext, placement: Placement): Promise<number> {
  const { due } = placement
  const values = valuesOf(context, placement)
  const existing = (await findDeadlines(context.db, context.authorityId, placement, due.key)).find(
    (row) => row.instrumentId === due.instrumentId,
  )
  if (!existing) return open(context, placement, values)
  // what is met or fell away was so by the calendar of its day
  if (existing.state !== 'open' && placement.cause === 'calendar') return existing.id
  const changed =
    existing.dueOn !== values.dueOn ||
    existing.agencyId !== values.agencyId ||
    existing.anchorEvent !== values.anchorEvent ||
    existing.anchorOn !== values.anchorOn ||
    existing.provisional !== values.provisional
  if (changed) await move(context, placement, existing, values)
  if (existing.state === 'void') await setDeadlineState(context.db, context.authorityId, existing.id, { state: 'open' })
  return existing.id
}

/**
 * As `placeDeadline` for subjects that were stored just now and have none yet: many at once, with the same history and
 * the same lines in the log.
 */
export async function openDeadlines(context: ChangeContext, placements: readonly Placement[]): Promise<void> {
  const AT_ONCE = 500
  for (let from = 0; from < placements.length; from += AT_ONCE) {
    const portion = placements.slice(from, from + AT_ONCE)
    const values = portion.map((placement) => valuesOf(context, placement))
    const ids = await insertDeadlines(context.db, values)
    await insertMoves(
      context.db,
      portion.map((placement, at) => moveOf(context, placement, ids[at]!, null, values[at]!)),
    )
    portion.forEach((placement, at) => {
      recordOpened(context, placement, ids[at]!, values[at]!)
    })
  }
}

function valuesOf(context: ChangeContext, placement: Placement): DeadlineValues {
  const { due } = placement
  return {
    authorityId: context.authorityId,
    subjectKind: placement.subjectKind,
    subjectId: placement.subjectId,
    dialogueId: placement.dialogueId,
    agencyId: placement.agencyId,
    key: due.key,
    label: due.label,
    instrumentId: due.instrumentId,
    instrument: due.instrument,
    clause: due.clause,
    anchorEvent: due.anchor.event,
    anchorOn: due.anchor.date,
    dueOn: due.due,
    strictDueOn: due.strictDue ?? null,
    direction: due.direction,
    counting: due,
    provisional: due.provisional,
    extended: due.extended,
    complex: due.complex,
  }
}

async function open(context: ChangeContext, placement: Placement, values: DeadlineValues): Promise<number> {
  const id = await insertDeadline(context.db, values)
  await insertMoves(context.db, [moveOf(context, placement, id, null, values)])
  recordOpened(context, placement, id, values)
  return id
}

function recordOpened(context: ChangeContext, placement: Placement, id: number, values: DeadlineValues): void {
  context.record({
    subjectKind: 'deadline',
    subjectId: id,
    action: 'deadline/open',
    after: {
      of: `${placement.subjectKind} ${placement.subjectId}`,
      key: values.key,
      instrument: values.instrumentId,
      dueOn: values.dueOn,
    },
    reason: placement.reason,
  })
}

async function move(
  context: ChangeContext,
  placement: Placement,
  existing: { id: number; dueOn: Day; agencyId: number | null },
  values: DeadlineValues,
): Promise<void> {
  await updateDeadlineCount(context.db, existing.id, values)
  if (existing.dueOn !== values.dueOn || existing.agencyId !== values.agencyId) {
    await insertMoves(context.db, [moveOf(context, placement, existing.id, existing.dueOn, values)])
  }
  context.record({
    subjectKind: 'deadline',
    subjectId: existing.id,
    action: 'deadline/move',
    before: { dueOn: existing.dueOn, agencyId: existing.agencyId },
    after: { dueOn: values.dueOn, agencyId: values.agencyId, cause: placement.cause },
    reason: placement.reason,
  })
}

function moveOf(
  context: ChangeContext,
  placement: Placement,
  deadlineId: number,
  oldDueOn: Day | null,
  values: DeadlineValues,
) {
  return {
    authorityId: context.authorityId,
    deadlineId,
    cause: placement.cause,
    oldDueOn,
    newDueOn: values.dueOn,
    reason: placement.reason,
    counting: values.counting,
    accountId: context.actor.accountId,
    at: context.now,
  }
}

/** The duty is done on that day: every instrument's deadline of this key is met. Returns how many were open. */
export async function meetDeadline(
  context: ChangeContext,
  met: DeadlineSubject & { key: string; instrumentId?: string; metOn: Day; note?: string },
): Promise<number> {
  return settle(context, met, 'met', (id) =>
    setDeadlineState(context.db, context.authorityId, id, {
      state: 'met',
      metOn: met.metOn,
      metNote: met.note ?? null,
    }),
  )
}

/** The duty fell away (transferred, handed over, cancelled); the reason is kept. */
export async function voidDeadline(
  context: ChangeContext,
  gone: DeadlineSubject & { key: string; instrumentId?: string; reason: string },
): Promise<number> {
  return settle(context, gone, 'void', (id) =>
    setDeadlineState(context.db, context.authorityId, id, { state: 'void', voidReason: gone.reason }),
  )
}

/** As `voidDeadline`, every open deadline of many subjects at once. */
export async function voidDeadlinesOf(
  context: ChangeContext,
  gone: { subjectKind: string; subjectIds: readonly number[]; reason: string },
): Promise<void> {
  for (const { id, dueOn } of await voidOpenDeadlines(context.db, context.authorityId, gone)) {
    context.record({
      ...{ subjectKind: 'deadline', subjectId: id, action: 'deadline/void', reason: gone.reason },
      ...{ before: { state: 'open', dueOn }, after: { state: 'void', metOn: null } },
    })
  }
}

/** Takes back a meeting that turned out not to hold (a reply returned as undeliverable). */
export async function reopenDeadline(
  context: ChangeContext,
  subject: DeadlineSubject & { key: string; reason: string },
): Promise<void> {
  for (const row of await findDeadlines(context.db, context.authorityId, subject, subject.key)) {
    if (row.state !== 'met') continue
    await setDeadlineState(context.db, context.authorityId, row.id, { state: 'open' })
    context.record({
      subjectKind: 'deadline',
      subjectId: row.id,
      action: 'deadline/reopen',
      before: { metOn: row.metOn },
      reason: subject.reason,
    })
  }
}

async function settle(
  context: ChangeContext,
  subject: DeadlineSubject & { key: string; instrumentId?: string; reason?: string; metOn?: Day },
  state: 'met' | 'void',
  write: (id: number) => Promise<void>,
): Promise<number> {
  let settled = 0
  for (const row of await findDeadlines(context.db, context.authorityId, subject, subject.key)) {
    if (row.state !== 'open') continue
    if (subject.instrumentId && row.instrumentId !== subject.instrumentId) continue
    await write(row.id)
    settled += 1
    context.record({
      subjectKind: 'deadline',
      subjectId: row.id,
      action: `deadline/${state}`,
      before: { state: 'open', dueOn: row.dueOn },
      after: { state, metOn: subject.metOn ?? null },
      reason: subject.reason ?? null,
    })
  }
  return settled
}
