import { getAuthority } from '../agencies/authority-store.ts'
import { loadCalendar } from '../calendar/calendar-store.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { ChangeContext } from '../changes/define-change.ts'
import { rulesInForce } from '../deadlines/dialogue-deadlines.ts'
import type { Anchors, CitedRule } from '../deadlines/due-date.ts'
import type { Day } from '../platform/day.ts'
import { overlaysOf, regulationOfAuthority } from '../regulations/regulation-store.ts'
import type { AuthorityKind } from '../regulations/regulation-vocabulary.ts'
import type { DialogueClock } from './dialogue-clock.ts'

/** By what the deadlines of a petition are counted, in a dialogue or outside any. */
export interface PetitionClock {
  dialogueId: number | null
  /** the conference is still to come: only the promise runs */
  isPreparing: boolean
  /** the day of the conference at which a date was given; null outside any dialogue */
  promisedFrom: Day | null
  calendar: WorkingCalendar
  rules: CitedRule[]
  anchors: Anchors
}

/** The dialogue's clock as its petitions use it. */
export function clockOfDialogue({ dialogue, calendar, rules }: DialogueClock, anchors: Anchors): PetitionClock {
  return {
    ...{ dialogueId: dialogue.id, isPreparing: dialogue.state === 'preparing', calendar, rules, anchors },
    promisedFrom: dialogue.heldOn ?? dialogue.collectionClosesOn,
  }
}

/**
 * Outside any dialogue only the clocks run that start with the receipt of the petition itself, by the regulation the
 * authority works under today and the overlays in force; none while it works under no regulation.
 */
export async function loadLoneClock({ db, authorityId, today }: ChangeContext): Promise<PetitionClock> {
  const calendar = await loadCalendar(db)
  const empty = { dialogueId: null, isPreparing: false, promisedFrom: null, calendar, rules: [], anchors: {} }
  const own = await regulationOfAuthority(db, authorityId, today)
  if (!own) return empty
  const { kind } = await getAuthority(db, authorityId)
  const overlays = (await overlaysOf(db, kind, today)).map((overlay) => overlay.regulation)
  const authorityKinds = [kind as AuthorityKind]
  const rules = rulesInForce(own.regulation, overlays, today, { authorityKinds })
  return { ...empty, rules: rules.filter((rule) => rule.anchor === 'petitionReceived') }
}
