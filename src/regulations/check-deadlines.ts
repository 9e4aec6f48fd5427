import { isDay } from '../platform/day.ts'
import type { DeadlineRule, Regulation } from './regulation.ts'
import type { Finding } from './regulation-finding.ts'

/** Terms that contradict themselves, and report dates that are no dates. */
export function checkDeadlines(regulation: Regulation): Finding[] {
  return [
    ...regulation.deadlines.flatMap((rule, at) =>
      checkRule(rule).map(({ path, problem }) => ({ path: ['deadlines', at, ...path], problem })),
    ),
    ...checkReports(regulation),
    ...checkReminders(regulation),
  ]
}

function checkRule(rule: DeadlineRule): Finding[] {
  const found: Finding[] = []
  for (const part of ['extension', 'complex'] as const) {
    const longer = rule[part]
    if (longer && longer.amount <= rule.amount)
      found.push({
        path: [part, 'amount'],
        problem: `phải dài hơn thời hạn thường (${rule.amount} ngày), vì đây là toàn bộ thời hạn chứ không phải phần cộng thêm`,
      })
    if (longer && rule.direction === 'before')
      found.push({ path: [part], problem: 'thời hạn đếm lùi không có gia hạn' })
  }
  if (rule.backwardReading && rule.direction === 'after')
    found.push({ path: ['backwardReading'], problem: 'chỉ dùng cho thời hạn đếm lùi (direction: before)' })
  rule.anchorFallbacks.forEach((event, at) => {
    if (event === rule.anchor) found.push({ path: ['anchorFallbacks', at], problem: 'trùng với mốc tính chính' })
  })
  return found
}

function checkReports(regulation: Regulation): Finding[] {
  return regulation.reports.flatMap((report, index) => {
    const found: Finding[] = []
    const periods = new Set<string>()
    report.dates.forEach((date, at) => {
      const path = ['reports', index, 'dates', at]
      // 2025 has no 29 February: a report date must exist in every year.
      const written = `2025-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`
      if (!isDay(written))
        found.push({ path: [...path, 'day'], problem: `ngày ${date.day}/${date.month} không có trong mọi năm` })
      if (periods.has(date.period)) found.push({ path: [...path, 'period'], problem: `kỳ ${date.period} đã có ở trên` })
      periods.add(date.period)
    })
    return found
  })
}

function checkReminders(regulation: Regulation): Finding[] {
  return regulation.reminders.flatMap((stage, at) => {
    const previous = regulation.reminders[at - 1]
    return previous && previous.offset >= stage.offset
      ? [
          {
            path: ['reminders', at, 'offset'],
            problem: `phải sau mốc đứng trước (${previous.offset}), xếp từ sớm đến muộn`,
          },
        ]
      : []
  })
}
