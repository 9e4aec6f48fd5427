import { expect, it } from 'vitest'
import { accountDue } from '../../../deadlines/account-due.ts'
import { parseDay } from '../../../platform/day.ts'
import { countingFacts } from './deadline-facts.tsx'

it('an account asked for counts from the day it was asked, not from that of a report', () => {
  const due = accountDue(parseDay('2025-11-14'), { on: parseDay('2025-11-05'), byAgency: 'Ban Thường trực' })
  const start = (lang: 'vi' | 'en') => countingFacts(due, due.due, lang)[0]!.value
  expect(start('vi')).toBe('ngày yêu cầu giải trình thứ Tư 05/11/2025')
  expect(start('en')).toContain('account asked for')
})
