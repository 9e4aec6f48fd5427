import { describe, expect, it } from 'vitest'
import { loadRegulationFiles } from '../regulations/load-regulation-files.ts'
import { findRegulation } from '../regulations/regulation.ts'
import { groupSums, type SurveyForm, surveyFormOf, surveyResult, tallyDifferences, wrongCounts } from './survey.ts'

const form: SurveyForm = {
  groups: [
    { key: 'conduct', label: 'Thái độ' },
    { key: 'procedures', label: 'Thủ tục' },
  ],
  scale: [
    { key: 'good', label: 'Hài lòng', positive: true },
    { key: 'bad', label: 'Chưa hài lòng', positive: false },
  ],
  legalBasis: '3140',
}

describe('the ballot', () => {
  it('takes groups and scale from the forum of the regulation, and is none where there is no forum', async () => {
    const all = await loadRegulationFiles()
    const ballot = surveyFormOf(findRegulation(all, 'thanh-hoa-2543')!)!
    expect(ballot.form.groups.map((group) => group.key)).toEqual(['conduct', 'procedures', 'patrols', 'reports'])
    expect(ballot.form.scale).toHaveLength(4)
    expect(surveyFormOf(findRegulation(all, 'hai-phong-13')!)).toBeNull()
  })

  it('counts valid ≤ returned ≤ issued', () => {
    expect(wrongCounts({ issued: 530, returned: 525, valid: 522 })).toEqual({})
    expect(wrongCounts({ issued: 5, returned: 6, valid: 7 })).toEqual({
      returned: 'survey/more-returned-than-issued',
      valid: 'survey/more-valid-than-returned',
    })
  })

  it('sums every group and says how many left it blank', () => {
    const tally = { conduct: { good: 8, bad: 1 }, procedures: { good: 11, bad: 0 } }
    expect(groupSums(form, tally, 10)).toEqual([
      { group: 'conduct', sum: 9, blank: 1 },
      { group: 'procedures', sum: 11, blank: -1 },
    ])
  })

  it('finds each cell in which two tallies differ', () => {
    const first = { conduct: { good: 8, bad: 1 }, procedures: { good: 9, bad: 0 } }
    const second = { conduct: { good: 8, bad: 1 }, procedures: { good: 8, bad: 1 } }
    expect(tallyDifferences(form, first, first)).toEqual([])
    expect(tallyDifferences(form, first, second)).toEqual([
      { group: 'procedures', answer: 'good', first: 9, second: 8 },
      { group: 'procedures', answer: 'bad', first: 0, second: 1 },
    ])
  })

  it('gives a result with zeros kept and the satisfied counted', () => {
    const result = surveyResult(form, { conduct: { good: 8, bad: 2 } })
    expect(result).toEqual([
      {
        group: 'conduct',
        answered: 10,
        satisfied: 8,
        counts: [
          { answer: 'good', count: 8, positive: true },
          { answer: 'bad', count: 2, positive: false },
        ],
      },
      {
        group: 'procedures',
        answered: 0,
        satisfied: 0,
        counts: [
          { answer: 'good', count: 0, positive: true },
          { answer: 'bad', count: 0, positive: false },
        ],
      },
    ])
  })
})
