import { z } from 'zod'
import * as field from '../platform/form-fields.ts'

const one = { id: field.id(), version: field.version() }

export const recountForm = z.object(one)

export const correctFigureForm = z.object({
  ...one,
  figure: field.text(900),
  /** empty: back to what is counted */
  corrected: field.optionalCount(),
  reason: field.optionalText(1000),
})

export const writeTextForm = z.object({
  ...one,
  section: field.key(),
  text: field.optionalText(20_000),
})

export const beginReportForm = z.object({
  /** the period, as `reportSubjectId` writes it */
  id: field.id(),
  key: field.key(),
})

export const submitReportForm = z.object({
  ...one,
  remark: field.optionalText(1000),
  /** meant, though days of the period are still to come */
  early: field.checkbox(),
  /** of the paper that was signed outside the program */
  paperNumber: field.optionalText(60),
  paperDatedOn: field.optionalDay(),
})
export const drawReportPaperForm = z.object({ id: field.id() })
export const returnReportForm = z.object({ ...one, remark: field.text(2000) })
export const acceptReportForm = z.object({ ...one, remark: field.optionalText(2000) })
