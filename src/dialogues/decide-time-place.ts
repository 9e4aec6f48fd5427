import { getAuthority } from '../agencies/authority-store.ts'
import type { ChangeContext } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { InputRejected } from '../platform/errors.ts'
import { overlaysOf } from '../regulations/regulation-store.ts'
import { type Dialogue, eventDay, requirePreparing } from './dialogue.ts'
import type { ConferenceDayInput } from './dialogue-forms.ts'
import { changeRow } from './dialogue-row-store.ts'
import { lockDialogue } from './dialogue-store.ts'
import { requireWithinExistence } from './opening-rules.ts'

/**
 * Time, place and composition as decided by the chair (E1, E2; 003 4.1). A day once set is changed only with a reason.
 * `onPaper`: who decided it on paper, for the history. On another day the overlays in force on that day come to lie over the
 * dialogue; on the same day it keeps those it has, and its regulation stays the one it was opened under.
 */
export async function decideTimePlace(
  context: ChangeContext,
  input: ConferenceDayInput,
  onPaper: string | null = null,
): Promise<{ moved: boolean }> {
  const dialogue = await lockDialogue(context.db, context.authorityId, input.id)
  requirePreparing(dialogue)
  const next = { ...dialogue, ...daysOf(dialogue, input) }
  const before = eventDay(dialogue)
  const after = eventDay(next)
  requireDays(dialogue, input)
  const moved = before !== null && before !== after
  requireRule(!moved || input.reason !== '', 'dialogue/day-change-needs-reason')
  const authority = await getAuthority(context.db, context.authorityId)
  requireWithinExistence(authority, after, context.today)
  const overlays = before === after ? null : await overlaysOf(context.db, authority.kind, after ?? context.today)
  const { id, version, reason, heldOn, collectionOpensOn, collectionClosesOn, decidedOn, onlineLink, ...rest } = input
  await changeRow(
    context,
    'dialogue',
    id,
    version,
    {
      ...rest,
      ...daysOf(dialogue, input),
      onlineLink: onlineLink || null,
      timePlaceDecidedOn: decidedOn ?? context.today,
      ...(overlays && { overlayVersionIds: overlays.map((overlay) => overlay.id) }),
    },
    {
      action: moved ? 'dialogue/move-day' : 'dialogue/decide-time-place',
      reason: [reason, onPaper].filter(Boolean).join(' ') || null,
    },
  )
  return { moved }
}

function daysOf(dialogue: Dialogue, input: ConferenceDayInput) {
  if (dialogue.form === 'indirect') {
    return { heldOn: null, collectionOpensOn: input.collectionOpensOn, collectionClosesOn: input.collectionClosesOn }
  }
  return {
    heldOn: input.heldOn,
    collectionOpensOn: input.collectionOpensOn,
    collectionClosesOn: input.collectionClosesOn,
  }
}

function requireDays(dialogue: Dialogue, input: ConferenceDayInput): void {
  const errors: Record<string, string> = {}
  const { collectionOpensOn: opens, collectionClosesOn: closes, heldOn } = input
  if (dialogue.form === 'indirect') {
    if (opens === null) errors['collectionOpensOn'] = 'required'
    if (closes === null) errors['collectionClosesOn'] = 'required'
  } else {
    if (heldOn === null) errors['heldOn'] = 'required'
    if (heldOn !== null && closes !== null && closes > heldOn)
      errors['collectionClosesOn'] = 'dialogue/after-conference'
    if (dialogue.form === 'inPerson' && input.venue === '') errors['venue'] = 'required'
  }
  if (opens !== null && closes !== null && closes < opens) errors['collectionClosesOn'] = 'beforeStart'
  if (input.startsAt !== null && input.endsAt !== null && input.endsAt <= input.startsAt)
    errors['endsAt'] = 'timeBeforeStart'
  if (Object.keys(errors).length > 0) throw new InputRejected(errors)
}
