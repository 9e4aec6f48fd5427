import { BrokenRule } from '../platform/errors.ts'
import type { FigureCounts } from '../reports/figure-store.ts'

const REPORT_STATES = ['draft', 'submitted', 'returned', 'accepted'] as const
export type ReportState = (typeof REPORT_STATES)[number]

/** A figure set by hand: what was counted stays beside it, with the reason. */
export interface Correction {
  figure: string
  counted: number
  corrected: number
  reason: string
}

/** The figures as the report states them: the counted ones, where no hand corrected them. */
export function statedFigures(counted: Readonly<FigureCounts>, corrections: readonly Correction[]): FigureCounts {
  return { ...counted, ...Object.fromEntries(corrections.map((one) => [one.figure, one.corrected])) }
}

export type ReportAct = 'write' | 'submit' | 'accept' | 'return'

const ACTS: Readonly<Record<ReportState, readonly ReportAct[]>> = {
  draft: ['write', 'submit'],
  returned: ['write', 'submit'],
  submitted: ['accept', 'return'],
  // a fault is found after all
  accepted: ['return'],
}

/** What may be done with a report, by its state alone: what was handed in changes only after it was returned. */
export function actsOnReport(state: ReportState): readonly ReportAct[] {
  return ACTS[state]
}

export function requireReportAct(state: ReportState, act: ReportAct): void {
  if (ACTS[state].includes(act)) return
  if (state === 'accepted') throw new BrokenRule('report/already-accepted')
  throw new BrokenRule(state === 'submitted' ? 'report/already-submitted' : 'report/not-submitted')
}
