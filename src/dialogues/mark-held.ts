import type { ChangeContext } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { InputRejected } from '../platform/errors.ts'
import { getRegulationVersion } from '../regulations/regulation-store.ts'
import type { HoldConferenceInput } from './conference-forms.ts'
import { type Dialogue, requireMove } from './dialogue.ts'
import { listPresiding } from './dialogue-people-store.ts'
import { changeRow } from './dialogue-row-store.ts'
import { lockDialogue } from './dialogue-store.ts'
import { requireDone } from './done-days.ts'
import { isPossibleEnd } from './sitting-hours.ts'

/**
 * The conference was held: its day, opening and end, who came. From its day run the terms that follow. The day is the
 * one decided; had it been moved, the change of day was to be recorded first, with its reason.
 */
export async function markHeld(context: ChangeContext, input: HoldConferenceInput): Promise<void> {
  const dialogue = await lockDialogue(context.db, context.authorityId, input.id)
  requireMove(dialogue, 'held')
  requireRule(dialogue.form !== 'indirect', 'dialogue/indirect-has-no-conference')
  requireDone(context.today, { heldOn: input.heldOn })
  requireRule(dialogue.heldOn !== null, 'dialogue/no-day')
  if (dialogue.heldOn !== input.heldOn) throw new InputRejected({ heldOn: 'dialogue/day-differs' })
  if (input.attendanceWomen !== null && input.attendanceWomen > input.attendanceDelegates + input.attendancePeople) {
    throw new InputRejected({ attendanceWomen: 'moreThanPresent' })
  }
  if (!isPossibleEnd(input.openedAt, input.endedAt)) throw new InputRejected({ endedAt: 'timeOverNight' })
  await requireReadyToHold(context, dialogue)
  const { id, ...values } = input
  await changeRow(context, 'dialogue', id, null, { state: 'held', ...values }, { action: 'dialogue/hold-conference' })
}

/** The collection of an indirect dialogue has ended; its last day is the anchor of what follows (counting.md 12). */
export async function markCollectionClosed(
  context: ChangeContext,
  input: { id: number; attendancePeople: number; note: string },
): Promise<void> {
  const dialogue = await lockDialogue(context.db, context.authorityId, input.id)
  requireMove(dialogue, 'held')
  requireRule(dialogue.form === 'indirect', 'dialogue/not-indirect')
  requireRule(
    dialogue.collectionClosesOn !== null && dialogue.collectionClosesOn <= context.today,
    'dialogue/collection-still-open',
  )
  await requireReadyToHold(context, dialogue)
  const { id, note, attendancePeople } = input
  const values = { state: 'held', attendancePeople, note: note || dialogue.note }
  await changeRow(context, 'dialogue', id, null, values, { action: 'dialogue/close-collection' })
}

/** Somebody presides, and the confirmation that nothing classified is told has been given (003 I.2). */
async function requireReadyToHold(context: ChangeContext, dialogue: Dialogue): Promise<void> {
  const { regulation } = await getRegulationVersion(context.db, dialogue.regulationVersionId)
  const confirmed = dialogue.notClassifiedConfirmedBy !== null || dialogue.notClassifiedConfirmedAt !== null
  requireRule(confirmed || !regulation.reading.excludesClassified, 'dialogue/not-confirmed-unclassified')
  const presiding = await listPresiding(context.db, context.authorityId, dialogue.id)
  requireRule(presiding.length > 0, 'dialogue/nobody-presides')
}
