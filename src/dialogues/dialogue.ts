import type { Selectable } from 'kysely'
import type { Dialogue as DialogueTable } from '../platform/db/tables.ts'
import { BrokenRule } from '../platform/errors.ts'
import type { DialogueForm, DialogueKind } from '../regulations/regulation-vocabulary.ts'

export const DIALOGUE_STATES = ['preparing', 'held', 'concluded', 'closed', 'cancelled'] as const
export type DialogueState = (typeof DIALOGUE_STATES)[number]

/** A dialogue as stored, its closed lists typed. */
export interface Dialogue extends Omit<Selectable<DialogueTable>, 'kind' | 'form' | 'state'> {
  kind: DialogueKind
  form: DialogueForm
  state: DialogueState
}

/**
 * From where to where a dialogue may go. A session within a regular meeting has no conclusion notice of its own, so it
 * is closed straight after it was held (000 II.2).
 */
const NEXT: Record<DialogueState, readonly DialogueState[]> = {
  preparing: ['held', 'cancelled'],
  held: ['concluded', 'closed'],
  concluded: ['closed'],
  closed: [],
  cancelled: [],
}

export function mayMove(dialogue: Pick<Dialogue, 'state' | 'kind'>, to: DialogueState): boolean {
  if (to === 'closed' && dialogue.state === 'held') return dialogue.kind === 'withinRegularMeeting'
  return NEXT[dialogue.state].includes(to)
}

/** Refuses a move that the order of the work does not know. */
export function requireMove(dialogue: Pick<Dialogue, 'state' | 'kind'>, to: DialogueState): void {
  if (!mayMove(dialogue, to)) throw new BrokenRule(`dialogue/not-${to}`, { state: dialogue.state })
}

/** Nothing of a closed or cancelled dialogue changes; later papers go into the supplement of its dossier. */
export function isOpen(dialogue: Pick<Dialogue, 'state'>): boolean {
  return dialogue.state !== 'closed' && dialogue.state !== 'cancelled'
}

export function requireOpen(dialogue: Pick<Dialogue, 'state'>): void {
  if (!isOpen(dialogue)) throw new BrokenRule(dialogue.state === 'closed' ? 'dialogue/closed' : 'dialogue/cancelled')
}

/**
 * After the dossier is closed nothing of the dialogue is decided any more, but what was ordered goes on being carried
 * out, and its result is recorded as what followed (004 V.4). Only a called-off dialogue has nothing to follow.
 */
export function requireNotCancelled(dialogue: Pick<Dialogue, 'state'>): void {
  if (dialogue.state === 'cancelled') throw new BrokenRule('dialogue/cancelled')
}

/** Proposing and confirming a solution belongs to the open dialogue: a limit set later would change a closed conclusion. */
export function requireNotSettled(dialogue: Pick<Dialogue, 'state'>): void {
  if (dialogue.state === 'closed') throw new BrokenRule('conclusion/dossier-closed')
  requireNotCancelled(dialogue)
}

/** Preparation ends when the conference is held. */
export function requirePreparing(dialogue: Pick<Dialogue, 'state'>): void {
  requireOpen(dialogue)
  if (dialogue.state !== 'preparing') throw new BrokenRule('dialogue/already-held')
}

/** The day from which the terms after the dialogue run: the conference, or the end of collection of an indirect one (counting.md 12). */
export function eventDay(dialogue: Pick<Dialogue, 'form' | 'heldOn' | 'collectionClosesOn'>) {
  return dialogue.form === 'indirect' ? dialogue.collectionClosesOn : dialogue.heldOn
}
