import { type Day, formatDay } from '../platform/day.ts'
import type { DueDate } from './due-date-value.ts'

/** By what a task was given: the plan with its number, or the sharing out of work before a conference. */
export interface TaskGiven {
  kind: 'planTask' | 'dialogueTask'
  on: Day
  /** number of the plan; null where it has none or the dialogue has no plan */
  planNumber: string | null
}

const LABELS = {
  planTask: 'Nhiệm vụ theo kế hoạch',
  dialogueTask: 'Nhiệm vụ chuẩn bị, phục vụ hội nghị',
} as const

/** The day a task is due, set by whoever gave it; in the one list beside the deadlines of the regulation. */
export function taskDue(dueOn: Day, { kind, on, planNumber }: TaskGiven): DueDate {
  const plan = planNumber ? `Kế hoạch số ${planNumber}` : 'Kế hoạch'
  const instrument = kind === 'dialogueTask' && !planNumber ? 'Phân công chuẩn bị hội nghị' : plan
  const given = kind === 'planTask' ? 'giao' : 'phân công'
  const source = instrument === plan ? `theo ${plan.replace('K', 'k')}` : 'theo phân công chuẩn bị hội nghị'
  return {
    key: kind,
    label: LABELS[kind],
    due: dueOn,
    anchor: { event: kind === 'planTask' ? 'planIssued' : 'assignmentReceived', date: on },
    direction: 'after',
    amount: 0,
    unit: 'calendar',
    skipped: [],
    provisional: false,
    clause: kind === 'planTask' ? 'phân công nhiệm vụ' : 'phân công chuẩn bị hội nghị',
    instrument,
    instrumentId: kind === 'planTask' ? 'plan' : 'dialogue',
    explanation: `Được ${given} ngày ${formatDay(on)} ${source}: chậm nhất ngày ${formatDay(dueOn)}. Ngày này do nơi giao việc ấn định, không đếm theo ngày làm việc.`,
    extended: false,
    complex: false,
  }
}
