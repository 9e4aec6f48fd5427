import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { type Day, yearOf } from '../platform/day.ts'
import { deadlineRulesFor, overlayApplies, type Regulation } from '../regulations/regulation.ts'
import type { AnchorEvent, AuthorityKind, DialogueKind } from '../regulations/regulation-vocabulary.ts'
import { type Anchors, type CitedRule, citeRule, computeDue, computeReportDues, type DueDate } from './due-date.ts'

export interface DeadlineOptions {
  /** Which rules apply; every rule when not given. */
  kind?: DialogueKind
  /** Over which authorities an overlay must lie; those of the regulation when not given. */
  authorityKinds?: readonly AuthorityKind[]
  complex?: boolean
  /** Keys of the rules that were extended. */
  extended?: readonly string[]
  /** Leave the reports of the year out. */
  withoutReports?: boolean
}

/** The day by which it is decided which overlay is in force and which year's reports are due; null with no anchor. */
export function eventDay(anchors: Anchors): Day | null {
  return anchors.conferenceHeld ?? anchors.collectionClosed ?? Object.values(anchors).sort()[0] ?? null
}

/** The regulation, then the overlays in force over the authority on the day of the event. */
export function regulationsInForce(
  regulation: Regulation,
  overlays: readonly Regulation[],
  on: Day,
  authorityKinds: readonly AuthorityKind[] = regulation.appliesTo.authorityKinds,
): Regulation[] {
  const laid = overlays.filter((overlay) => overlay.id !== regulation.id && overlayApplies(overlay, on, authorityKinds))
  return [regulation, ...laid]
}

/** Every rule that applies: the regulation's own and those of the overlays laid over it. */
export function rulesInForce(
  regulation: Regulation,
  overlays: readonly Regulation[],
  on: Day,
  options: DeadlineOptions = {},
): CitedRule[] {
  return regulationsInForce(regulation, overlays, on, options.authorityKinds).flatMap((source) =>
    deadlineRulesFor(source, options.kind).map((rule) => citeRule(source, rule)),
  )
}

/**
 * Every deadline of a dialogue that can be computed, backward ones and the reports of the year included, the earlier
 * first. Where the law and the province bind the same event both appear: two clocks. Empty when no event is known.
 */
export function computeAllDeadlines(
  regulation: Regulation,
  overlays: readonly Regulation[],
  anchors: Anchors,
  calendar: WorkingCalendar,
  options: DeadlineOptions = {},
): DueDate[] {
  const on = eventDay(anchors)
  if (on === null) return []
  const terms = rulesInForce(regulation, overlays, on, options).flatMap((rule) => {
    const extended = options.extended?.includes(rule.key) ?? false
    const due = computeDue(rule, anchors, calendar, { complex: options.complex, extended })
    return due ? [due] : []
  })
  const reports = options.withoutReports
    ? []
    : regulationsInForce(regulation, overlays, on, options.authorityKinds).flatMap((source) =>
        source.reports.flatMap((report) => computeReportDues(source, report, yearOf(on), calendar)),
      )
  return [...terms, ...reports].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}

/** The rules whose clock has not started, and the event each waits for. */
export function listWaitingRules(
  regulation: Regulation,
  overlays: readonly Regulation[],
  anchors: Anchors,
  options: DeadlineOptions = {},
): { rule: CitedRule; event: AnchorEvent }[] {
  const on = eventDay(anchors)
  if (on === null) return []
  return rulesInForce(regulation, overlays, on, options)
    .filter((rule) => [rule.anchor, ...rule.anchorFallbacks, rule.indirectAnchor].every((e) => !e || !anchors[e]))
    .map((rule) => ({ rule, event: rule.anchor }))
}
