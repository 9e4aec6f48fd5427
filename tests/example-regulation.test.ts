import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadShippedCalendar } from '../src/calendar/calendar-files.ts'
import { checkRegulationFiles } from '../src/cli/check-regulation-files.ts'
import { computeAllDeadlines } from '../src/deadlines/dialogue-deadlines.ts'
import { parseDay } from '../src/platform/day.ts'
import { projectRoot } from '../src/platform/project-root.ts'
import { loadRegulationFiles } from '../src/regulations/load-regulation-files.ts'
import type { Regulation } from '../src/regulations/regulation.ts'

// The made-up province of docs/van-hanh.md: what a reader copies must be right.

const file = join(projectRoot(), 'docs/vi-du/quy-dinh-tinh-moi.yaml')
let checked: Awaited<ReturnType<typeof checkRegulationFiles>>
let example: Regulation
let shipped: Regulation[]

beforeAll(async () => {
  shipped = await loadRegulationFiles()
  checked = await checkRegulationFiles([file])
  example = checked.regulations[0]!
})

async function dueDays(at: Record<string, string>, choices: { complex?: boolean; extended?: string[] } = {}) {
  const anchors = Object.fromEntries(Object.entries(at).map(([event, day]) => [event, parseDay(day)]))
  const due = computeAllDeadlines(example, [...shipped, example], anchors, await loadShippedCalendar(), choices)
  return Object.fromEntries(due.map((one) => [one.period ?? one.key, one.due]))
}

describe('the worked example of a province’s own regulation', () => {
  test('passes the check, under an id of its own', () => {
    expect(checked.problems).toEqual([])
    expect(checked.exitCode).toBe(0)
    expect(shipped.map((one) => one.id)).not.toContain(example.id)
  })

  test('names nothing of the province it was copied from', () => {
    expect(JSON.stringify(example)).not.toMatch(/Hải Phòng|Cát Hải|đặc khu|04\/9\/2025/)
  })

  test('counts as its own clauses say, the law’s clocks beside them', async () => {
    // Wednesday 10/3/2027; ten working days back end on Wednesday 24/2, seven forward on Friday 19/3
    expect(await dueDays({ conferenceHeld: '2027-03-10' })).toMatchObject({
      invitation: '2027-02-24',
      internalReview: '2027-03-17',
      conclusionNotice: '2027-03-19',
      H1: '2027-06-15',
    })
    expect(await dueDays({ conferenceHeld: '2027-03-10' }, { extended: ['conclusionNotice'] })).toMatchObject({
      conclusionNotice: '2027-03-26',
    })
  })

  test('gives a complex case thirty working days from receipt', async () => {
    const at = { conferenceHeld: '2027-03-10', noticeReceived: '2027-03-22' }
    expect((await dueDays(at))['replyLetter']).toBe('2027-04-12')
    // 16/4 (Hùng Vương), 30/4 and 03/5 are days off
    expect((await dueDays(at, { complex: true }))['replyLetter']).toBe('2027-05-06')
  })
})
