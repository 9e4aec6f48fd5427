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

/** A date given to the petitioner of a petition that belongs to no dialogue. */
export function lonePromiseDue(promisedOn: Day, receivedOn: Day): DueDate {
  return {
    ...promiseDue(promisedOn, receivedOn),
    label: 'Thời hạn hẹn với người kiến nghị',
    anchor: { event: 'petitionReceived', date: receivedOn },
    clause: 'lời hẹn với người kiến nghị',
    instrument: 'Lời hẹn',
    explanation: `Kiến nghị nhận ngày ${formatDay(receivedOn)}, không thuộc hội nghị nào; hẹn với người kiến nghị chậm nhất ngày ${formatDay(promisedOn)}. Lời hẹn không làm thay đổi thời hạn theo quy định.`,
  }
}
