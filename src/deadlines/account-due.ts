import { type Day, formatDay } from '../platform/day.ts'
import type { DueDate } from './due-date-value.ts'

/** The day by which an overseer wants an account, as a deadline beside those of the regulation. */
export function accountDue(dueOn: Day, asked: { on: Day; byAgency: string }): DueDate {
  return {
    key: 'accountDue',
    label: 'Giải trình theo yêu cầu giám sát',
    due: dueOn,
    anchor: { event: 'accountAsked', date: asked.on },
    direction: 'after',
    amount: 0,
    unit: 'calendar',
    skipped: [],
    provisional: false,
    clause: `yêu cầu của ${asked.byAgency}`,
    instrument: 'Yêu cầu giải trình',
    instrumentId: 'supervision',
    explanation: `${asked.byAgency} yêu cầu giải trình ngày ${formatDay(asked.on)}, chậm nhất ngày ${formatDay(dueOn)}. Ngày này do cơ quan giám sát ấn định, không đếm theo ngày làm việc.`,
    extended: false,
    complex: false,
  }
}
