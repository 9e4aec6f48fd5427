import { z } from 'zod'
import * as f from '../platform/form-fields.ts'
import { FORM_KINDS, MOST_COPIES } from './printed-form.ts'

export const printFormsForm = z.object({
  /** the dialogue */
  id: f.id(),
  kind: f.oneOf(FORM_KINDS),
  copies: f.count(1, MOST_COPIES),
  forAgencyId: f.optionalId(),
  forWhom: f.optionalText(200),
  handInAt: f.text(300),
  handInUntil: f.optionalDay(),
  notice: z.object({ version: f.text(40), lang: z.enum(['vi', 'en']), text: f.text(20_000) }),
})
