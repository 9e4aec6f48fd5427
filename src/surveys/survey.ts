import type { Regulation } from '../regulations/regulation.ts'

/** A ballot's form: what is rated and by which scale; kept with the survey, whatever the regulation becomes. */
export interface SurveyForm {
  groups: { key: string; label: string; labelEn?: string | undefined }[]
  scale: { key: string; label: string; labelEn?: string | undefined; positive: boolean }[]
  legalBasis: string
}

/** The ballot of the regulation's linked forum (002 II.3.6); null when it has none. */
export function surveyFormOf(regulation: Regulation): { title: string; form: SurveyForm } | null {
  const { forum, satisfactionScale } = regulation
  if (!forum || satisfactionScale.length === 0) return null
  return {
    title: `Phiếu đánh giá sự hài lòng và góp ý – ${forum.label}`,
    form: { groups: forum.surveyGroups, scale: satisfactionScale, legalBasis: forum.legalBasis },
  }
}

export interface BallotCounts {
  issued: number
  returned: number
  valid: number
}

/** What is wrong with the three counts, by field: valid ≤ returned ≤ issued. */
export function wrongCounts({ issued, returned, valid }: BallotCounts): Record<string, string> {
  const wrong: Record<string, string> = {}
  if (returned > issued) wrong['returned'] = 'survey/more-returned-than-issued'
  if (valid > returned) wrong['valid'] = 'survey/more-valid-than-returned'
  return wrong
}

/** One tally: for each group and answer how often it was ticked. */
export type Tally = Readonly<Record<string, Readonly<Record<string, number>>>>

export interface GroupSum {
  group: string
  sum: number
  /** ballots that left this group blank */
  blank: number
}

/** How many ballots each group has; a ballot has at most one answer in a group, so no sum exceeds the valid ones. */
export function groupSums(form: SurveyForm, tally: Tally, valid: number): GroupSum[] {
  return form.groups.map(({ key }) => {
    const sum = form.scale.reduce((total, answer) => total + (tally[key]?.[answer.key] ?? 0), 0)
    return { group: key, sum, blank: valid - sum }
  })
}

export interface TallyDifference {
  group: string
  answer: string
  first: number
  second: number
}

/** Where the two tallies differ; both must be whole. */
export function tallyDifferences(form: SurveyForm, first: Tally, second: Tally): TallyDifference[] {
  return form.groups.flatMap((group) =>
    form.scale.flatMap((answer) => {
      const [a, b] = [first[group.key]?.[answer.key] ?? 0, second[group.key]?.[answer.key] ?? 0]
      return a === b ? [] : [{ group: group.key, answer: answer.key, first: a, second: b }]
    }),
  )
}

export interface GroupResult {
  group: string
  /** answers given in this group: what the shares are of */
  answered: number
  counts: { answer: string; count: number; positive: boolean }[]
  satisfied: number
}

/** The result by group, every answer of the scale, zeros too. */
export function surveyResult(form: SurveyForm, tally: Tally): GroupResult[] {
  return form.groups.map((group) => {
    const counts = form.scale.map((answer) => ({
      answer: answer.key,
      count: tally[group.key]?.[answer.key] ?? 0,
      positive: answer.positive,
    }))
    return {
      group: group.key,
      answered: counts.reduce((sum, one) => sum + one.count, 0),
      counts,
      satisfied: counts.reduce((sum, one) => sum + (one.positive ? one.count : 0), 0),
    }
  })
}
