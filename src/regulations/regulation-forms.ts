import { z } from 'zod'
import * as field from '../platform/form-fields.ts'
import { readRegulation } from './read-regulation.ts'
import type { Regulation } from './regulation.ts'

/** A whole regulation as YAML or JSON. What is wrong line by line: `readRegulation`; here it only passes or does not. */
const regulationText = z
  .string('required')
  .min(1, 'required')
  .max(1_000_000, 'tooLong')
  .transform((typed, context): Regulation => {
    const { regulation } = readRegulation(typed, '')
    if (regulation) return regulation
    context.addIssue({ code: 'custom', message: 'notValid' })
    return z.NEVER
  })

export const importRegulationForm = z.object({ text: regulationText })

export const editRegulationForm = z.object({ basedOnId: field.id(), text: regulationText })

export const adoptRegulationForm = z.object({
  regulationVersionId: field.id(),
  fromDay: field.day(),
  reason: field.text(1000),
})

export const retireRegulationForm = z.object({
  regulationVersionId: field.id(),
  onDay: field.day(),
  reason: field.text(1000),
})
