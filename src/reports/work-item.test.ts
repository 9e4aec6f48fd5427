import { describe, expect, it } from 'vitest'
import type { Day } from '../platform/day.ts'
import { dueGroup, workDays } from './deadline-filter.ts'
import { dutyItems, groupOf, groupWork, type WorkItem } from './work-item.ts'

const day = (text: string) => text as Day
// Friday 31/10/2025: the week ends on Sunday 2/11
const days = workDays(day('2025-10-31'))

const item = (more: Partial<WorkItem>): WorkItem => ({
  kind: 'deadline',
  subjectKind: 'petition',
  subjectId: 1,
  count: 1,
  dialogueId: 1,
  dialogueTitle: 'Hội nghị',
  label: 'CH-2025-0001',
  agencyName: null,
  dueOn: null,
  deadlineId: null,
  provisional: false,
  key: null,
  waitsFor: 'me',
  ...more,
})

describe('the week', () => {
  it('ends on its Sunday, on a Sunday too', () => {
    expect(days.weekEnd).toBe('2025-11-02')
    expect(workDays(day('2025-11-02')).weekEnd).toBe('2025-11-02')
    expect(workDays(day('2025-11-03')).weekEnd).toBe('2025-11-09')
  })

  it('puts each day under one heading', () => {
    expect(dueGroup(day('2025-10-30'), days)).toBe('overdue')
    expect(dueGroup(day('2025-10-31'), days)).toBe('today')
    expect(dueGroup(day('2025-11-02'), days)).toBe('week')
    expect(dueGroup(day('2025-11-03'), days)).toBe('later')
  })
})

describe('Việc hôm nay', () => {
  it('sets what others owe apart, whatever its day', () => {
    expect(groupOf(item({ waitsFor: 'others', dueOn: day('2025-10-01') }), days)).toBe('waiting')
    expect(groupOf(item({ dueOn: null }), days)).toBe('undated')
  })

  it('orders a heading by day, then by the order of the work', () => {
    const groups = groupWork(
      [
        item({ kind: 'sendPaper', subjectId: 3 }),
        item({ kind: 'classify', subjectId: 2 }),
        item({ dueOn: day('2025-10-30'), subjectId: 5 }),
        item({ dueOn: day('2025-10-29'), subjectId: 9 }),
      ],
      days,
    )
    expect(groups.undated.map((one) => one.kind)).toEqual(['classify', 'sendPaper'])
    expect(groups.overdue.map((one) => one.subjectId)).toEqual([9, 5])
  })
})

describe('a duty', () => {
  const row = {
    id: 7,
    subjectKind: 'dialogue',
    subjectId: 4,
    dialogueId: 4,
    dialogueTitle: 'Hội nghị',
    petitionCode: null,
    itemContent: null,
    agencyId: 2,
    agencyName: 'VP',
    key: 'mediaNotice',
    label: 'Thông báo',
    dueOn: day('2025-10-20'),
    provisional: false,
  }

  it('is mine when my agency owes it; nobody’s is the lead office’s', () => {
    const whose = (agencyId: number | null, reader: { agencyId: number | null; leads: boolean }) =>
      dutyItems([{ ...row, agencyId }], { acts: () => true, ...reader })[0]!.waitsFor
    expect(whose(2, { agencyId: 2, leads: false })).toBe('me')
    expect(whose(3, { agencyId: 2, leads: true })).toBe('others')
    expect(whose(null, { agencyId: 2, leads: true })).toBe('me')
    expect(whose(null, { agencyId: null, leads: false })).toBe('others')
    const chair = { agencyId: 2, leads: false, acts: () => false }
    expect(dutyItems([{ ...row, agencyId: 2 }], chair)[0]!.waitsFor).toBe('others')
  })

  it('says which item of the conclusion it is about', () => {
    const itemContent = 'Sửa đường thôn Trân Châu'
    const items = dutyItems([{ ...row, itemContent, itemPosition: 3 }], { agencyId: 2, leads: false, acts: () => true })
    expect(items[0]!.label).toBe('Thông báo: II.3. Sửa đường thôn Trân Châu')
  })

  it('stands once although the law and the province both bind it: the earlier day', () => {
    const later = { ...row, id: 8, dueOn: day('2025-10-22') }
    const items = dutyItems([row, later], { agencyId: 2, leads: false, acts: () => true })
    expect(items.map((one) => [one.deadlineId, one.dueOn])).toEqual([[7, '2025-10-20']])
  })
})
