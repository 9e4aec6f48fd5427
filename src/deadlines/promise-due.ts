import { type Day, formatDay } from '../platform/day.ts'
import type { DueDate } from './due-date-value.ts'

/** A date given at the conference, as a deadline of its own beside the legal one (counting 11). */
export function promiseDue(promisedOn: Day, givenOn: Day): DueDate {
  return {
    key: 'promise',
    label: 'Thời hạn hẹn tại hội nghị',
    due: promisedOn,
    anchor: { event: 'conferenceHeld', date: givenOn },
    direction: 'after',
    amount: 0,
    unit: 'calendar',
    skipped: [],
    provisional: false,
    clause: 'lời hẹn của người chủ trì',
    instrument: 'Biên bản hội nghị',
    instrumentId: 'promise',
    explanation: `Người chủ trì hẹn tại hội nghị ngày ${formatDay(givenOn)}: chậm nhất ngày ${formatDay(promisedOn)}. Lời hẹn không làm thay đổi thời hạn theo quy định.`,
    extended: false,
    complex: false,
  }
}
