import { z } from 'zod'
import * as field from '../platform/form-fields.ts'

/** What an act is about; nothing of it: the authority's dialogue work as a whole. */
const about = {
  dialogueId: field.optionalId(),
  petitionId: field.optionalId(),
  conclusionItemId: field.optionalId(),
}

export const noteForm = z.object({
  ...about,
  toAgencyId: field.optionalId(),
  onDay: field.day(),
  content: field.text(5000),
})

export const visitForm = z.object({
  ...about,
  toAgencyId: field.optionalId(),
  onDay: field.day(),
  participants: field.text(2000),
  content: field.text(8000),
})

export const accountRequestForm = z.object({
  ...about,
  toAgencyId: field.id(),
  answerDueOn: field.day(),
  content: field.text(5000),
})

export const urgingForm = z.object({
  ...about,
  toAgencyId: field.id(),
  content: field.text(5000),
  /** an urging letter is drafted with it, to be approved, numbered and sent as any paper */
  withLetter: field.checkbox(),
})

export const answerAccountForm = z.object({
  id: field.id(),
  version: field.version(),
  answeredOn: field.day(),
  answer: field.text(8000),
})

export const withdrawRequestForm = z.object({
  id: field.id(),
  version: field.version(),
  reason: field.text(1000),
})

export type ActAbout = { dialogueId: number | null; petitionId: number | null; conclusionItemId: number | null }
