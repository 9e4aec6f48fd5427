import { z } from 'zod'
import * as field from '../platform/form-fields.ts'

export const openSurveyForm = z.object({ dialogueId: field.id(), title: field.text(300) })

export const countBallotsForm = z.object({
  id: field.id(),
  version: field.version(),
  issued: field.count(),
  returned: field.count(),
  valid: field.count(),
  comments: field.optionalText(20_000),
})

/** The cells of the tally come as `n.<group>.<answer>`. */
const cells = z.record(z.string(), z.unknown()).default({})

export const enterTallyForm = z.object({
  id: field.id(),
  version: field.version(),
  pass: z.preprocess((value) => Number(value), z.union([z.literal(1), z.literal(2)])),
  cells,
})

export const settleSurveyForm = z.object({
  id: field.id(),
  version: field.version(),
  /** which tally counts where they differ */
  settledPass: z.preprocess((value) => Number(value || 1), z.union([z.literal(1), z.literal(2)])),
  reason: field.optionalText(1000),
})

export const reopenSurveyForm = z.object({ id: field.id(), version: field.version(), reason: field.text(1000) })

/** The name of a cell's field. */
export function cellName(group: string, answer: string): string {
  return `n.${group}.${answer}`
}
