import type { Regulation } from '../../regulations/regulation.ts'
import type { PhoneBallots } from '../../surveys/ballot-store.ts'
import { joinedTally } from '../../surveys/joined-tally.ts'
import { type SurveyForm, surveyFormOf, surveyResult, type Tally } from '../../surveys/survey.ts'
import type { StoredTally, Survey } from '../../surveys/survey-store.ts'
import { COUNT_BLANK, fact, type ListsOf, type ValuesOf } from './fact-names.ts'
import { countText, shareText, textLines } from './fact-text.ts'

const values = {
  surveyTitle: fact('Tên phiếu đánh giá', 'Title of the ballot'),
  surveyLegalBasis: fact('Căn cứ của phiếu đánh giá', 'Legal basis of the ballot'),
  surveyIssued: fact('Số phiếu phát ra', 'Ballots issued', COUNT_BLANK),
  surveyReturned: fact('Số phiếu thu về', 'Ballots returned', COUNT_BLANK),
  surveyValid: fact('Số phiếu hợp lệ', 'Valid ballots', COUNT_BLANK),
  surveySatisfied: fact('Tỷ lệ hài lòng chung', 'Share satisfied, all groups', COUNT_BLANK),
}

const lists = {
  ballotGroups: {
    label: { vi: 'Các nội dung đánh giá trong phiếu', en: 'What the ballot rates' },
    fields: { label: { vi: 'Nội dung đánh giá', en: 'What is rated' } },
  },
  ballotScale: {
    label: { vi: 'Các mức đánh giá', en: 'The scale' },
    fields: { label: { vi: 'Mức', en: 'Answer' } },
  },
  surveyRows: {
    label: { vi: 'Kết quả từng mức của từng nội dung', en: 'Result by group and answer' },
    fields: {
      group: { vi: 'Nội dung đánh giá', en: 'What is rated' },
      answer: { vi: 'Mức đánh giá', en: 'Answer' },
      count: { vi: 'Số phiếu', en: 'Ballots' },
      share: { vi: 'Tỷ lệ', en: 'Share' },
    },
  },
  surveyGroups: {
    label: { vi: 'Kết quả chung của từng nội dung', en: 'Result by group' },
    fields: {
      label: { vi: 'Nội dung đánh giá', en: 'What is rated' },
      answered: { vi: 'Số phiếu đánh giá', en: 'Answers' },
      satisfied: { vi: 'Số phiếu hài lòng trở lên', en: 'Satisfied' },
      share: { vi: 'Tỷ lệ hài lòng', en: 'Share satisfied' },
    },
  },
  surveyComments: {
    label: { vi: 'Ý kiến góp ý ghi trong phiếu', en: 'Comments on ballots' },
    fields: { comment: { vi: 'Ý kiến', en: 'Comment' } },
  },
}

export const surveyVocabulary = { values, lists }
type Facts = { values: ValuesOf<typeof values>; lists: ListsOf<typeof lists> }

/** The ballot and, once settled, its tally: counts and shares of every answer of every group (form 10). */
export function surveyFacts(
  regulation: Regulation,
  survey: Survey | null,
  tallies: readonly StoredTally[],
  phone: PhoneBallots | null = null,
): Facts {
  const own = surveyFormOf(regulation)
  const form: SurveyForm | null = survey?.form ?? own?.form ?? null
  const paper = survey?.settledPass ? tallies.find((one) => one.pass === survey.settledPass)?.tally : undefined
  const tally = form && paper ? joinedTally(form, paper, phone?.tally) : undefined
  const more = (paperCount: number | null | undefined, phoneCount = 0) =>
    countText(paperCount === null || paperCount === undefined ? paperCount : paperCount + phoneCount)
  const result = form && tally ? resultFacts(form, tally) : { surveyRows: [], surveyGroups: [], surveySatisfied: '' }
  const { surveySatisfied, ...rows } = result
  return {
    values: {
      surveyTitle: survey?.title ?? own?.title ?? '',
      surveyLegalBasis: form?.legalBasis ?? '',
      surveyIssued: more(survey?.issued, phone?.issued),
      surveyReturned: more(survey?.returned, phone?.cast),
      surveyValid: more(survey?.valid, phone?.cast),
      surveySatisfied,
    },
    lists: {
      ballotGroups: (form?.groups ?? []).map(({ label }) => ({ label })),
      ballotScale: (form?.scale ?? []).map(({ label }) => ({ label })),
      ...rows,
      surveyComments: [...textLines(survey?.comments), ...(phone?.comments ?? [])].map((comment) => ({ comment })),
    },
  }
}

function resultFacts(form: SurveyForm, tally: Tally) {
  const results = surveyResult(form, tally)
  const groupLabel = (key: string) => form.groups.find((one) => one.key === key)?.label ?? ''
  const answerLabel = (key: string) => form.scale.find((one) => one.key === key)?.label ?? ''
  const answered = results.reduce((sum, one) => sum + one.answered, 0)
  const satisfied = results.reduce((sum, one) => sum + one.satisfied, 0)
  return {
    surveyRows: results.flatMap((one) =>
      one.counts.map(({ answer, count }) => ({
        group: groupLabel(one.group),
        answer: answerLabel(answer),
        count: countText(count),
        share: shareText(count, one.answered),
      })),
    ),
    surveyGroups: results.map((one) => ({
      label: groupLabel(one.group),
      answered: countText(one.answered),
      satisfied: countText(one.satisfied),
      share: shareText(one.satisfied, one.answered),
    })),
    surveySatisfied: shareText(satisfied, answered),
  }
}
