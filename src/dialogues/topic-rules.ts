import type { Regulation } from '../regulations/regulation.ts'

/** Role keys of the agencies that appraise a proposed topic, the leading one first; empty where none is asked for. */
export function appraisers(regulation: Regulation): string[] {
  const { lead, members } = regulation.topicAppraisal
  return [...(lead === null ? [] : [lead]), ...members.filter((member) => member !== lead)]
}

/** True when dialogues under this chair model need their topic appraised (12-QĐi/TU, Điều 8). */
export function needsAppraisal(regulation: Regulation, chairModel: string | null): boolean {
  const { requiredForChairModels } = regulation.topicAppraisal
  return chairModel === null ? false : requiredForChairModels.includes(chairModel)
}

/** The roles that have not yet given their opinion. */
export function missingAppraisals(regulation: Regulation, given: readonly (string | null)[]): string[] {
  return appraisers(regulation).filter((role) => !given.includes(role))
}
