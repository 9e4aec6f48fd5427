import { describe, expect, it } from 'vitest'
import { shippedCalendarYears } from '../calendar/calendar-files.ts'
import { buildCalendar } from '../calendar/working-calendar.ts'
import type { Day } from '../platform/day.ts'
import { loadRegulationFiles } from '../regulations/load-regulation-files.ts'
import { findDeadlineRule, findRegulation } from '../regulations/regulation.ts'
import { countStrip } from './count-strip.ts'
import { citeRule, computeDue, computeReportDues } from './due-date.ts'
import { promiseDue } from './promise-due.ts'

const day = (text: string) => text as Day
const regulations = await loadRegulationFiles()
const calendar = buildCalendar(await shippedCalendarYears())

function dueOf(regulationId: string, key: string, conferenceHeld: string) {
  const regulation = findRegulation(regulations, regulationId)!
  const rule = citeRule(regulation, findDeadlineRule(regulation, key)!)
  return computeDue(rule, { conferenceHeld: day(conferenceHeld) }, calendar)!
}

function cell(weeks: ReturnType<typeof countStrip>, date: string) {
  return weeks!.flat().find((one) => one.date === date)!
}

describe('the calendar strip of a deadline', () => {
  it('numbers ten working days after 24/4/2025: the worked Saturday 26/4 is day 2, 12/5 day 10', () => {
    const due = dueOf('hai-phong-13', 'conclusionNotice', '2025-04-24')
    const weeks = countStrip(due)
    expect(due.due).toBe('2025-05-12')
    expect(weeks!.map((week) => week[0]!.date)).toEqual(['2025-04-21', '2025-04-28', '2025-05-05', '2025-05-12'])
    expect(cell(weeks, '2025-04-24')).toMatchObject({ mark: 'start', number: null })
    expect(cell(weeks, '2025-04-25')).toMatchObject({ mark: 'counted', number: 1 })
    expect(cell(weeks, '2025-04-26')).toMatchObject({ mark: 'counted', number: 2 })
    expect(cell(weeks, '2025-04-30')).toMatchObject({ mark: 'off', number: null, off: { kind: 'holiday' } })
    expect(cell(weeks, '2025-05-02')).toMatchObject({ mark: 'off', off: { kind: 'swap' } })
    expect(cell(weeks, '2025-05-09')).toMatchObject({ mark: 'counted', number: 9 })
    expect(cell(weeks, '2025-05-12')).toMatchObject({ mark: 'due', number: 10 })
    expect(cell(weeks, '2025-05-13')).toMatchObject({ mark: 'outside' })
  })

  it('counts back seven working days from 29/10/2025 to 20/10', () => {
    const weeks = countStrip(dueOf('hai-phong-13', 'invitation', '2025-10-29'))
    expect(cell(weeks, '2025-10-28')).toMatchObject({ mark: 'counted', number: 1 })
    expect(cell(weeks, '2025-10-25')).toMatchObject({ mark: 'off', off: { kind: 'weekend' } })
    expect(cell(weeks, '2025-10-20')).toMatchObject({ mark: 'due', number: 7 })
  })

  it('counts days off too where the law says days, and moves only the end: 29/10 + 10 is Saturday 8/11, so 10/11', () => {
    const due = dueOf('law-72', 'resultPublication', '2025-10-29')
    const weeks = countStrip(due)
    expect(cell(weeks, '2025-11-01')).toMatchObject({ mark: 'counted', number: 3 })
    expect(cell(weeks, '2025-11-08')).toMatchObject({ mark: 'counted', number: 10, off: { kind: 'weekend' } })
    expect(cell(weeks, '2025-11-09')).toMatchObject({ mark: 'off', number: null })
    expect(cell(weeks, '2025-11-10')).toMatchObject({ mark: 'due', number: null })
  })

  it('shows why a report before Saturday 15/11/2025 is due on Friday the 14th', () => {
    const regulation = findRegulation(regulations, 'hai-phong-13')!
    const rule = regulation.reports.find((report) => report.key === 'annualReport')!
    const weeks = countStrip(computeReportDues(regulation, rule, 2025, calendar)[0]!)
    expect(cell(weeks, '2025-11-14')).toMatchObject({ mark: 'due' })
    expect(cell(weeks, '2025-11-15')).toMatchObject({ mark: 'start', off: { kind: 'weekend' } })
  })

  it('draws nothing for a date that was given, not counted', () => {
    expect(countStrip(promiseDue(day('2025-12-01'), day('2025-10-29')))).toBeNull()
  })
})
