import type { Day } from '../platform/day.ts'
import { BrokenRule, InputRejected } from '../platform/errors.ts'
import { findChairModel, type Regulation } from '../regulations/regulation.ts'
import type { DialogueForm, DialogueKind } from '../regulations/regulation-vocabulary.ts'

/** The last day of the districts (two-tier local government from 01/7/2025). */
const DISTRICTS_ENDED_ON = '2025-06-30' as Day

interface AuthorityLife {
  kind: string
  fromDay: Day
  toDay: Day | null
}

/** The last day of an authority; a former district always ended on 30/6/2025. Null: it still exists. */
export function lastDayOf(authority: AuthorityLife): Day | null {
  if (authority.kind !== 'formerDistrict') return authority.toDay
  return authority.toDay !== null && authority.toDay < DISTRICTS_ENDED_ON ? authority.toDay : DISTRICTS_ENDED_ON
}

/**
 * Nothing new is opened for an authority that has ended; a dialogue it held while it existed may still be entered.
 * `heldOn` is the day of a past dialogue, or null for one to come.
 */
export function requireWithinExistence(authority: AuthorityLife, heldOn: Day | null, today: Day): void {
  const last = lastDayOf(authority)
  if (heldOn !== null && heldOn < authority.fromDay)
    throw new BrokenRule('dialogue/before-authority', { day: authority.fromDay })
  if (last === null || today <= last) {
    if (last !== null && heldOn !== null && heldOn > last)
      throw new BrokenRule('dialogue/authority-ended', { day: last })
    return
  }
  if (heldOn === null || heldOn > last) throw new BrokenRule('dialogue/authority-ended', { day: last })
}

interface OpeningChoice {
  kind: DialogueKind
  form: DialogueForm
  chairModel: string
  audience: readonly string[]
  triggerKey: string | null
  triggerReason: string | null
  sessionKind: string | null
  requestId: number | null
  collectionOpensOn: Day | null
  collectionClosesOn: Day | null
  heldOn: Day | null
  startsAt?: string | null
  endsAt?: string | null
}

/** What the regulation knows of the choices made; the errors stand beside their fields. */
export function checkOpeningChoice(regulation: Regulation, choice: OpeningChoice): void {
  const errors: Record<string, string> = {}
  const kind = regulation.kinds.find((one) => one.key === choice.kind)
  if (!kind) errors['kind'] = 'notInList'
  if (!regulation.forms.some((one) => one.key === choice.form)) errors['form'] = 'notInList'
  if (!findChairModel(regulation, choice.chairModel)) errors['chairModel'] = 'notInList'
  if (choice.kind === 'adHoc') checkTrigger(kind?.triggers ?? [], choice, errors)
  if (choice.kind === 'onRequest' && choice.requestId === null) errors['requestId'] = 'required'
  if (choice.kind === 'withinRegularMeeting') checkSession(kind?.sessionKinds ?? [], choice, errors)
  if (choice.form === 'indirect') checkCollection(choice, errors)
  checkTimes(choice, errors)
  if (Object.keys(errors).length > 0) throw new InputRejected(errors)
}

/** An ad hoc dialogue names its admissible trigger and the reason (004 III.1.c). */
function checkTrigger(
  triggers: readonly { key: string }[],
  choice: OpeningChoice,
  errors: Record<string, string>,
): void {
  if (choice.triggerKey === null) {
    if (triggers.length > 0) errors['triggerKey'] = 'required'
  } else if (!triggers.some((one) => one.key === choice.triggerKey)) errors['triggerKey'] = 'notInList'
  if (!choice.triggerReason) errors['triggerReason'] = 'required'
}

function checkSession(
  sessions: readonly { key: string }[],
  choice: OpeningChoice,
  errors: Record<string, string>,
): void {
  if (choice.sessionKind === null) errors['sessionKind'] = 'required'
  else if (!sessions.some((one) => one.key === choice.sessionKind)) errors['sessionKind'] = 'notInList'
}

/** What ends does not end before it began, and opinions are collected before the conference. */
function checkTimes(choice: OpeningChoice, errors: Record<string, string>): void {
  const { collectionOpensOn: opens, collectionClosesOn: closes, heldOn, startsAt, endsAt } = choice
  if (startsAt && endsAt && endsAt <= startsAt) errors['endsAt'] = 'timeBeforeStart'
  if (opens !== null && closes !== null && closes < opens) errors['collectionClosesOn'] = 'beforeStart'
  if (choice.form === 'indirect' || heldOn === null) return
  if (opens !== null && opens > heldOn) errors['collectionOpensOn'] = 'dialogue/after-conference'
  if (closes !== null && closes > heldOn) errors['collectionClosesOn'] = 'dialogue/after-conference'
}

/** An indirect dialogue has no conference: collection opens and closes (counting.md 12). */
function checkCollection(choice: OpeningChoice, errors: Record<string, string>): void {
  if (choice.collectionOpensOn === null) errors['collectionOpensOn'] = 'required'
  if (choice.collectionClosesOn === null) errors['collectionClosesOn'] = 'required'
}
