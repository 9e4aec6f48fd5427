import type { ReminderStage } from '../regulations/regulation.ts'

/**
 * The stage of the ladder that has been reached, the latest one, or null. `daysLeft` counts working days until the due
 * day (0 on it, negative after it). A stage stays reached for ever, so a night without reminders misses none.
 */
export function stageReached(stages: readonly ReminderStage[], daysLeft: number): ReminderStage | null {
  const reached = stages.filter((stage) => stage.offset <= -daysLeft)
  return reached.sort((a, b) => b.offset - a.offset)[0] ?? null
}
