import { type Day, readTypedDay } from '../platform/day.ts'
import type { InputErrors } from '../platform/errors.ts'
import type { CalendarNotice, CalendarYear } from './calendar-year.ts'
import type { AddedDay, YearEdits } from './edit-year-table.ts'

/** How many days one form can add. */
export const ADDED_ROWS = 4

export const ADDED_KINDS = ['holiday', 'compensation', 'swap', 'workedSaturday'] as const

type Form = Readonly<Record<string, unknown>>

function typed(form: Form, name: string): string {
  const value = form[name]
  return (Array.isArray(value) ? String(value[0] ?? '') : String(value ?? '')).normalize('NFC').trim()
}

/**
 * Reads the form that adds and removes single days; what is wrong comes back by field. A provisional year becomes
 * official only by a notice.
 */
export function readYearEdits(
  form: Form,
  table: Pick<CalendarYear, 'provisional' | 'notices'>,
): { edits: YearEdits; errors: InputErrors } {
  const errors: InputErrors = {}
  const day = (name: string): Day | null => {
    const text = typed(form, name)
    const read = readTypedDay(text)
    if (text !== '' && read === null) errors[name] = 'notADay'
    return read
  }
  const notice = readNotice(form, day, errors)
  const add: AddedDay[] = []
  for (let row = 1; row <= ADDED_ROWS; row += 1) {
    const added = readAddedDay(form, row, day, errors)
    if (added) add.push({ ...added, notice: added.notice ?? notice?.number ?? null })
  }
  const removed = form['remove'] === undefined ? [] : [form['remove']].flat()
  const remove = removed.map((value) => readTypedDay(String(value))).filter((value): value is Day => value !== null)
  const provisional = typed(form, 'provisional') === 'yes'
  const unfounded = !provisional && notice === null && (table.provisional || table.notices.length === 0)
  if (unfounded) errors['provisional'] = 'calendar/official-needs-notice'
  return { edits: { remove, add, provisional, notice }, errors }
}

type ReadDay = (name: string) => Day | null

function readNotice(form: Form, day: ReadDay, errors: InputErrors): CalendarNotice | null {
  const [number, about] = [typed(form, 'noticeNumber'), typed(form, 'noticeAbout')]
  const date = day('noticeDate')
  if (number === '' && about === '' && date === null) return null
  if (number === '') errors['noticeNumber'] = 'required'
  if (about === '') errors['noticeAbout'] = 'required'
  return { number, about, date }
}

function readAddedDay(form: Form, row: number, day: ReadDay, errors: InputErrors): AddedDay | null {
  const date = day(`addDate${row}`)
  const instead = day(`addFor${row}`)
  const [kind, name, notice] = [
    typed(form, `addKind${row}`),
    typed(form, `addName${row}`),
    typed(form, `addNotice${row}`),
  ]
  const untouched = typed(form, `addDate${row}`) === '' && instead === null && name === '' && notice === ''
  if (untouched) return null
  if (date === null) errors[`addDate${row}`] ??= 'required'
  const known = ADDED_KINDS.find((one) => one === kind)
  if (!known) errors[`addKind${row}`] = 'notInList'
  if (known !== 'workedSaturday' && name === '') errors[`addName${row}`] = 'required'
  if (known !== 'holiday' && instead === null) errors[`addFor${row}`] ??= 'required'
  if (date === null || !known) return null
  return { date, kind: known, name, for: known === 'holiday' ? null : instead, notice: notice || null }
}
