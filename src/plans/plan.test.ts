import { describe, expect, test } from 'vitest'
import type { Day } from '../platform/day.ts'
import { InputRejected } from '../platform/errors.ts'
import { loadRegulationFiles } from '../regulations/load-regulation-files.ts'
import { findRegulation } from '../regulations/regulation.ts'
import { inTitle, inYear } from './copy-plan-parts.ts'
import { actsOnPlan, checkPlanned, missingParts, periodDays, targetsOf, yearToPlan } from './plan.ts'
import { planPaperText } from './plan-paper-text.ts'
import { MOTTOS, PLAN_TEXTS, planTextsFor } from './plan-texts.ts'

const all = await loadRegulationFiles()
const regulation = (id: string) => findRegulation(all, id)!

describe('targets of the regulations', () => {
  test('of Hải Phòng: each head at least once a year, periodic or thematic (004 II)', () => {
    expect(targetsOf(regulation('hai-phong-13'))).toMatchObject([
      {
        postKind: 'partySecretary',
        minimum: 1,
        period: 'year',
        kinds: ['periodic', 'thematic'],
        countsIndirect: false,
      },
      { postKind: 'peoplesCommitteeChair', minimum: 1, period: 'year' },
    ])
  })

  test('of Hoằng Phú: both heads in the second and in the fourth quarter (002 II.4)', () => {
    expect(targetsOf(regulation('thanh-hoa-2543')).map(({ postKind, period }) => `${postKind} ${period}`)).toEqual([
      'partySecretary Q2',
      'peoplesCommitteeChair Q2',
      'partySecretary Q4',
      'peoplesCommitteeChair Q4',
    ])
  })

  test('of the Sơn La office: counted without a minimum', () => {
    expect(targetsOf(regulation('son-la-12')).map((target) => target.minimum)).toEqual([0])
  })

  test('halves of a year give two rows', () => {
    const half = { ...regulation('hai-phong-13').targets[0]!, period: 'halfYear' as const, who: ['partySecretary'] }
    expect(targetsOf({ number: '1', targets: [half] }).map((target) => target.period)).toEqual(['H1', 'H2'])
  })
})

describe('a planned dialogue', () => {
  const choice = {
    kind: 'periodic',
    form: 'inPerson',
    chairModel: 'coPresiding',
    sessionKind: null,
    audience: ['people'],
    expectedFrom: '2025-10-01' as Day,
    expectedTo: '2025-12-31' as Day,
  }
  const errors = (change: Partial<typeof choice>, id = 'hai-phong-13') => {
    try {
      checkPlanned(regulation(id), 2025, { ...choice, ...change } as Parameters<typeof checkPlanned>[2])
    } catch (error) {
      if (error instanceof InputRejected) return error.errors
      throw error
    }
    return null
  }

  test('keeps to the kinds, forms, chairs and audiences of the regulation', () => {
    expect(errors({})).toBeNull()
    expect(errors({ kind: 'onRequest', form: 'hologram', chairModel: 'king', audience: ['martians'] })).toEqual({
      kind: 'notInList',
      form: 'notInList',
      chairModel: 'notInList',
      audience: 'notInList',
    })
  })

  test('is neither ad hoc nor on request: those cannot be planned', () => {
    expect(errors({ kind: 'adHoc' })).toEqual({ kind: 'notInList' })
  })

  test('within a regular meeting names which', () => {
    const session = { kind: 'withinRegularMeeting', chairModel: 'officeChief', audience: [] }
    expect(errors(session, 'son-la-12')).toMatchObject({ sessionKind: 'required' })
    expect(errors({ ...session, sessionKind: 'staffConference' as never }, 'son-la-12')).toBeNull()
  })

  test('lies in the year of the plan', () => {
    expect(errors({ expectedTo: '2025-09-30' as Day })).toEqual({ expectedTo: 'beforeStart' })
    expect(errors({ expectedTo: '2026-01-15' as Day })).toEqual({ expectedFrom: 'plan/outside-year' })
  })
})

test('what is missing before approval is named in order', () => {
  expect(missingParts({ purpose: ' ', requirements: 'x', bases: [], targets: [] })).toEqual([
    'bases',
    'purpose',
    'targets',
  ])
  expect(missingParts({ purpose: 'x', requirements: 'x', bases: [1], targets: [1] })).toEqual([])
})

test('a replaced plan allows nothing, a draft neither issue nor report', () => {
  expect(actsOnPlan({ state: 'replaced' })).toEqual([])
  expect(actsOnPlan({ state: 'draft' })).not.toContain('issue')
  expect(actsOnPlan({ state: 'draft' })).not.toContain('report')
})

test('quarters and halves have their own days; a day moves into another year', () => {
  expect(periodDays(2025, 'Q2')).toEqual({ from: '2025-04-01', to: '2025-06-30' })
  expect(periodDays(2025, 'H2')).toEqual({ from: '2025-07-01', to: '2025-12-31' })
  expect(inYear('2024-02-29' as Day, 2025)).toBe('2025-02-28')
  expect(inYear('2025-10-29' as Day, 2026)).toBe('2026-10-29')
})

describe('the text library', () => {
  const SLIPS = /đổi mới đối|đào đạo|của của|chi đạo|chặc chẽ|toóm|quân tâm|gắp gỡ|THAM MUU|vụ cáo/i

  test('has none of the slips of the sources', () => {
    for (const set of PLAN_TEXTS) expect(JSON.stringify(set)).not.toMatch(SLIPS)
  })

  test('follows the authority and the regulation, whose motto wins', () => {
    expect(planTextsFor('specialZone', regulation('hai-phong-13'))).toMatchObject({
      key: 'communeHeads',
      motto: MOTTOS.six,
    })
    expect(planTextsFor('commune', regulation('thanh-hoa-2543'))).toMatchObject({
      key: 'communeAndFront',
      motto: MOTTOS.four,
    })
    expect(planTextsFor('provinceOffice', regulation('son-la-12')).key).toBe('office')
    expect(planTextsFor('formerDistrict', regulation('lai-chau-06')).key).toBe('districtWithCommune')
  })
})

test('the paper says bases, purpose, targets, dialogues and tasks in their order', () => {
  const text = planPaperText(
    {
      title: 'x',
      purpose: '- Lắng nghe.',
      requirements: '- Dân chủ.',
      motto: MOTTOS.six,
      closing: 'Yêu cầu thực hiện.',
    },
    {
      bases: [{ number: '13-HD/BTGDVTU', datedOn: '2025-08-06' as Day, issuer: 'Ban TG&DV', title: 'Hướng dẫn' }],
      targets: [{ label: 'Ít nhất 01 lần/năm' }, { label: 'Ít nhất 01 lần/năm' }],
      planned: [
        {
          title: 'Định kỳ',
          topic: '',
          expectedFrom: '2025-10-29' as Day,
          expectedTo: '2025-10-29' as Day,
          venue: 'Hội trường',
          leadAgencyName: 'VPĐU',
          droppedReason: null,
        },
        {
          title: 'Bỏ',
          topic: '',
          expectedFrom: '2025-10-29' as Day,
          expectedTo: '2025-10-29' as Day,
          venue: '',
          leadAgencyName: null,
          droppedReason: 'x',
        },
      ],
      tasks: [
        { agencyId: 1, agencyName: 'UBMTTQ', role: 'lead', content: 'Lấy ý kiến.', dueOn: '2025-10-01' as Day },
        { agencyId: 1, agencyName: 'UBMTTQ', role: 'supporting', content: 'Giám sát', dueOn: null },
      ],
    },
  )
  expect(text).toContain('Thực hiện Hướng dẫn (số 13-HD/BTGDVTU, ngày 06/08/2025')
  expect(text.match(/Ít nhất 01 lần/g)).toHaveLength(1)
  expect(text).toContain('1. Định kỳ: thời gian: ngày 29/10/2025; địa điểm: Hội trường; chủ trì tham mưu: VPĐU.')
  expect(text).not.toContain('Bỏ:')
  expect(text).toContain('- Chủ trì: Lấy ý kiến (chậm nhất ngày 01/10/2025).\n- Phối hợp: Giám sát.')
  expect(text.endsWith('Yêu cầu thực hiện./.')).toBe(true)
})

describe('the plan of the next year', () => {
  test('is offered for the first year without one, in January as in December', () => {
    expect(yearToPlan([2025, 2026], 2026)).toBe(2027)
    expect(yearToPlan([2025, 2026], 2027)).toBe(2027)
    expect(yearToPlan([], 2026)).toBe(2026)
  })

  test('carries no old year in the names of its dialogues, and leaves other numbers alone', () => {
    expect(inTitle('Hội nghị đối thoại định kỳ năm 2026', 2026, 2027)).toBe('Hội nghị đối thoại định kỳ năm 2027')
    expect(inTitle('Đối thoại theo Kế hoạch 120265', 2026, 2027)).toBe('Đối thoại theo Kế hoạch 120265')
  })
})
