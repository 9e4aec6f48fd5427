import type { Selectable } from 'kysely'
import { type Day, parseDay, yearOf } from '../platform/day.ts'
import type { Plan as PlanTable } from '../platform/db/tables.ts'
import { BrokenRule, InputRejected } from '../platform/errors.ts'
import type { DialogueTarget, Regulation } from '../regulations/regulation.ts'

const PLAN_STATES = ['draft', 'approved', 'issued', 'published', 'replaced'] as const
export type PlanState = (typeof PLAN_STATES)[number]

export type Plan = Omit<Selectable<PlanTable>, 'state'> & { state: PlanState }

export const TARGET_PERIODS = ['year', 'H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4'] as const
export type TargetPeriod = (typeof TARGET_PERIODS)[number]

/** Channels by which a plan is made known (A12–A15), beside those of the regulation. */
export const DISSEMINATION_CHANNELS = [
  'staffMeeting',
  'document',
  'portal',
  'media',
  'loudspeaker',
  'posting',
  'villageHead',
  'other',
] as const

/** The content of a plan changes only while it is a draft; afterwards a new version replaces it. */
export function requireDraft(plan: Pick<Plan, 'state'>): void {
  if (plan.state !== 'draft') throw new BrokenRule('plan/not-a-draft')
}

/** What is reported on a plan (tasks, dissemination, a dialogue dropped) concerns one that is in force. */
export function requireInForce(plan: Pick<Plan, 'state'>): void {
  if (plan.state !== 'issued' && plan.state !== 'published') throw new BrokenRule('plan/not-in-force')
}

export type PlanAct =
  | 'edit'
  | 'approve'
  | 'approveOnPaper'
  | 'returnToDraft'
  | 'issue'
  | 'publish'
  | 'disseminate'
  | 'report'
  | 'replace'

const ACTS: Readonly<Record<PlanState, readonly PlanAct[]>> = {
  draft: ['edit', 'approve', 'approveOnPaper'],
  approved: ['issue', 'returnToDraft'],
  issued: ['publish', 'disseminate', 'report', 'replace'],
  published: ['disseminate', 'report', 'replace'],
  replaced: [],
}

/** What may be done next with a plan, by its state alone. */
export function actsOnPlan(plan: Pick<Plan, 'state'>): readonly PlanAct[] {
  return ACTS[plan.state]
}

interface PlanContent {
  purpose: string
  requirements: string
  bases: readonly unknown[]
  targets: readonly unknown[]
}

/** What a plan still lacks before it can be approved (A1, A4, A8, A9), as field keys. */
export function missingParts(content: PlanContent): string[] {
  const missing: string[] = []
  if (content.bases.length === 0) missing.push('bases')
  if (content.purpose.trim() === '') missing.push('purpose')
  if (content.requirements.trim() === '') missing.push('requirements')
  if (content.targets.length === 0) missing.push('targets')
  return missing
}

/** First and last day of a period of a year. */
export function periodDays(year: number, period: TargetPeriod): { from: Day; to: Day } {
  const days: Record<TargetPeriod, [string, string]> = {
    year: ['01-01', '12-31'],
    H1: ['01-01', '06-30'],
    H2: ['07-01', '12-31'],
    Q1: ['01-01', '03-31'],
    Q2: ['04-01', '06-30'],
    Q3: ['07-01', '09-30'],
    Q4: ['10-01', '12-31'],
  }
  const [from, to] = days[period]
  return { from: parseDay(`${year}-${from}`), to: parseDay(`${year}-${to}`) }
}

export interface TargetDraft {
  postKind: string
  label: string
  minimum: number
  kinds: string[]
  period: TargetPeriod
  countsIndirect: boolean
  clause: string
}

function periodsOf(target: DialogueTarget): TargetPeriod[] {
  if (target.period === 'year') return ['year']
  if (target.period === 'halfYear') return ['H1', 'H2']
  return (target.quarters ?? [1, 2, 3, 4]).map((quarter) => `Q${quarter}` as TargetPeriod)
}

/** A regulation's targets as rows of a plan: one for each post and each period (004 II; 002 II.4). */
export function targetsOf(regulation: Pick<Regulation, 'targets' | 'number'>): TargetDraft[] {
  return regulation.targets.flatMap((target) =>
    periodsOf(target).flatMap((period) =>
      target.who.map((postKind) => ({
        postKind,
        label: target.label,
        minimum: target.minimum,
        kinds: [...target.countsKinds],
        period,
        countsIndirect: target.countsIndirect,
        clause: `${target.clause} (${regulation.number})`,
      })),
    ),
  )
}

interface PlannedChoice {
  kind: string
  form: string
  chairModel: string
  sessionKind: string | null
  audience: readonly string[]
  expectedFrom: Day
  expectedTo: Day
}

/** What the regulation knows of the choices made for a planned dialogue; the errors stand beside their fields. */
export function checkPlanned(regulation: Regulation, year: number, choice: PlannedChoice): void {
  const errors: Record<string, string> = {}
  const kind = regulation.kinds.find((one) => one.key === choice.kind)
  if (!kind || choice.kind === 'adHoc' || choice.kind === 'onRequest') errors['kind'] = 'notInList'
  if (!regulation.forms.some((one) => one.key === choice.form)) errors['form'] = 'notInList'
  const model = regulation.chairModels.find((one) => one.key === choice.chairModel)
  if (!model) errors['chairModel'] = 'notInList'
  const audiences = new Set(regulation.petitionFields?.audiences.map((one) => one.key) ?? [])
  if (choice.audience.some((one) => !audiences.has(one))) errors['audience'] = 'notInList'
  if (choice.kind === 'withinRegularMeeting') {
    if (choice.sessionKind === null) errors['sessionKind'] = 'required'
    else if (!kind?.sessionKinds.some((one) => one.key === choice.sessionKind)) errors['sessionKind'] = 'notInList'
  }
  if (choice.expectedTo < choice.expectedFrom) errors['expectedTo'] = 'beforeStart'
  else if (yearOf(choice.expectedFrom) !== year || yearOf(choice.expectedTo) !== year) {
    errors['expectedFrom'] = 'plan/outside-year'
  }
  if (Object.keys(errors).length > 0) throw new InputRejected(errors)
}

/** The first year from this one on that has no plan yet: the year a new plan is most likely for. */
export function yearToPlan(planned: readonly number[], thisYear: number): number {
  let year = thisYear
  while (planned.includes(year)) year += 1
  return year
}
