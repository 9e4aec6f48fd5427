import { getAuthority } from '../agencies/authority-store.ts'
import { loadCalendar } from '../calendar/calendar-store.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { rulesInForce } from '../deadlines/dialogue-deadlines.ts'
import type { Anchors, CitedRule } from '../deadlines/due-date.ts'
import type { Dialogue } from '../dialogues/dialogue.ts'
import { getDialogue } from '../dialogues/dialogue-store.ts'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Regulation } from '../regulations/regulation.ts'
import { getRegulationVersion } from '../regulations/regulation-store.ts'
import type { AuthorityKind } from '../regulations/regulation-vocabulary.ts'
import { type DialogueEvents, readDialogueEvents } from './clock-event-store.ts'

/** Everything by which the deadlines of one dialogue are counted. */
export interface DialogueClock {
  dialogue: Dialogue
  calendar: WorkingCalendar
  rules: CitedRule[]
  anchors: Anchors
  events: DialogueEvents
}

/**
 * Reads what the dialogue keeps since it was opened (its version of the regulation and of the law over it), the calendar
 * and what happened. A law that came or was retired afterwards changes no clock of an old dialogue.
 */
export async function loadDialogueClock(db: Db, authorityId: number, dialogueId: number): Promise<DialogueClock> {
  const dialogue = await getDialogue(db, authorityId, dialogueId)
  const authority = await getAuthority(db, authorityId)
  const { regulation } = await getRegulationVersion(db, dialogue.regulationVersionId)
  const events = await readDialogueEvents(db, authorityId, dialogueId)
  const anchors = anchorsOf(dialogue, events)
  const day = anchors.conferenceHeld ?? anchors.collectionClosed
  const overlays = await Promise.all(dialogue.overlayVersionIds.map((overlay) => getRegulationVersion(db, overlay)))
  const laid = overlays.map((overlay) => overlay.regulation)
  const rules = day ? rulesOfDialogue({ dialogue, regulation, overlays: laid, authorityKind: authority.kind }, day) : []
  return { dialogue, calendar: await loadCalendar(db), rules, anchors, events }
}

interface UnderRegulation {
  dialogue: Pick<Dialogue, 'kind'>
  regulation: Regulation
  overlays: readonly Regulation[]
  authorityKind: string
}

/**
 * The rules that set a limit for a dialogue on that day. A regular meeting that also served as dialogue owes only what the
 * regulation asks of that very kind.
 */
export function rulesOfDialogue(under: UnderRegulation, on: Day): CitedRule[] {
  const { kind } = under.dialogue
  const authorityKinds = [under.authorityKind as AuthorityKind]
  const rules = rulesInForce(under.regulation, under.overlays, on, { kind, authorityKinds })
  return kind === 'withinRegularMeeting' ? rules.filter((rule) => rule.appliesToKinds?.includes(kind)) : rules
}

/** The events from which clocks start. An indirect dialogue has no conference: its closing day takes that place. */
function anchorsOf(dialogue: Dialogue, events: DialogueEvents): Anchors {
  const indirect = dialogue.form === 'indirect'
  return known({
    planIssued: events.planIssued,
    requestReceived: events.requestReceived,
    collectionOpened: dialogue.collectionOpensOn,
    collectionClosed: indirect ? dialogue.collectionClosesOn : null,
    conferenceHeld: indirect ? null : dialogue.heldOn,
    noticeIssued: events.noticeIssued,
    noticeSent: events.noticeSentToAll,
  })
}

/** Leaves out what has not happened yet. */
export function known(anchors: Record<string, Day | null>): Anchors {
  return Object.fromEntries(Object.entries(anchors).filter(([, day]) => day !== null)) as Anchors
}
