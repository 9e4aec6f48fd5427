import type { z } from 'zod'
import type { Day } from '../platform/day.ts'
import type { regulationSchema } from './regulation-schema.ts'
import { type AuthorityKind, BUILT_IN_ROLES, type DialogueKind } from './regulation-vocabulary.ts'

/** One version of the rules under which dialogues are held; data, never code. */
export type Regulation = z.infer<typeof regulationSchema>
export type DeadlineRule = Regulation['deadlines'][number]
export type ReportRule = Regulation['reports'][number]
export type ChairModel = Regulation['chairModels'][number]
export type AgendaTemplate = Regulation['agendaTemplates'][number]
export type DossierChecklistEntry = Regulation['dossier']['checklist'][number]
export type ReminderStage = Regulation['reminders'][number]
export type DialogueTarget = Regulation['targets'][number]

/** `hai-phong-13@2025`, as the command line and addresses write it. */
export function regulationRef(regulation: Pick<Regulation, 'id' | 'version'>): string {
  return `${regulation.id}@${regulation.version}`
}

/** The numbers of the instruments behind a regulation, its own first, none twice. */
export function instrumentNumbers(regulation: Regulation): string[] {
  return [...new Set([regulation.number, ...regulation.legalBases.map((basis) => basis.number)])]
}

/** Whether an authority of this kind may work under it (`appliesTo`). */
export function appliesToKind(regulation: Pick<Regulation, 'appliesTo'>, authorityKind: string): boolean {
  return (regulation.appliesTo.authorityKinds as readonly string[]).includes(authorityKind)
}

/** True when the regulation is in force on that day (both ends included). */
export function isInForce(regulation: Regulation, on: Day): boolean {
  return regulation.effectiveFrom <= on && (regulation.effectiveTo === null || on <= regulation.effectiveTo)
}

/** True when an overlay (the law, say) lies over an authority of one of these kinds on that day. */
export function overlayApplies(overlay: Regulation, on: Day, kinds: readonly AuthorityKind[]): boolean {
  return overlay.overlay && isInForce(overlay, on) && overlay.appliesTo.authorityKinds.some((k) => kinds.includes(k))
}

/** The newest version of `id`, or the version named; null when there is none. */
export function findRegulation(all: readonly Regulation[], id: string, version?: string): Regulation | null {
  const versions = all.filter((r) => r.id === id && (version === undefined || r.version === version))
  return versions.sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0] ?? null
}

/** The version of `id` in force on that day; null when none is. */
export function findRegulationInForce(all: readonly Regulation[], id: string, on: Day): Regulation | null {
  return findRegulation(
    all.filter((r) => isInForce(r, on)),
    id,
  )
}

export function findChairModel(regulation: Regulation, key: string): ChairModel | null {
  return regulation.chairModels.find((model) => model.key === key) ?? null
}

export function findDeadlineRule(regulation: Regulation, key: string): DeadlineRule | null {
  return regulation.deadlines.find((rule) => rule.key === key) ?? null
}

/** The deadline rules for a kind of dialogue; an ad hoc dialogue skips those the regulation lets it skip. */
export function deadlineRulesFor(regulation: Regulation, kind?: DialogueKind): DeadlineRule[] {
  return regulation.deadlines.filter((rule) => {
    if (kind === undefined) return true
    if (kind === 'adHoc' && regulation.adHoc.skips.includes(rule.key)) return false
    return rule.appliesToKinds?.includes(kind) ?? true
  })
}

/** The agenda template of a kind of dialogue: its own, else the general one; null for an overlay without any. */
export function agendaFor(regulation: Regulation, kind: DialogueKind): AgendaTemplate | null {
  const own = regulation.agendaTemplates.find((template) => template.appliesToKinds?.includes(kind))
  return own ?? regulation.agendaTemplates.find((template) => !template.appliesToKinds) ?? null
}

/** The dossier checklist of a kind of dialogue, in its order (before, during, after). */
export function dossierChecklistFor(regulation: Regulation, kind: DialogueKind): DossierChecklistEntry[] {
  return regulation.dossier.checklist.filter((entry) => entry.appliesToKinds?.includes(kind) ?? true)
}

export interface ContestTerm {
  amount: number
  unit: 'working' | 'calendar'
  /** who says so; null: no instrument does, the authority has set it for itself */
  statedBy: { number: string; clause: string } | null
}

/** The time to carry a petition on, from the first of these regulations that states one; null when all are silent. */
export function findContestTerm(regulations: readonly Regulation[]): ContestTerm | null {
  const stating = regulations.find((regulation) => regulation.contest !== undefined)
  if (!stating?.contest) return null
  const { amount, unit, clause } = stating.contest
  return { amount, unit, statedBy: { number: stating.number, clause } }
}

/** How this regulation calls a role, falling back on the general word; the key itself when nobody names it. */
export function roleLabel(regulation: Regulation, role: string): string {
  const named = regulation.roles.find((entry) => entry.key === role)
  if (named) return named.label
  return Object.hasOwn(BUILT_IN_ROLES, role) ? BUILT_IN_ROLES[role as keyof typeof BUILT_IN_ROLES].vi : role
}

/** True when the subject area is one of the sensitive fields (003 III.1). */
export function isSensitiveArea(regulation: Regulation, subjectArea: string): boolean {
  return regulation.petitionFields?.subjectAreas.some((area) => area.key === subjectArea && area.sensitive) ?? false
}
