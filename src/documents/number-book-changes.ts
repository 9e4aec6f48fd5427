import { z } from 'zod'
import { defineChange } from '../changes/define-change.ts'
import * as field from '../platform/form-fields.ts'
import { defineNumberBook, reviseNumberBook, voidNumber } from './define-number-book.ts'

const defineInput = z.object({
  name: field.text(200),
  issuerAgencyId: field.id(),
  paperKinds: field.keys(),
  mode: field.oneOf(['ours', 'external']),
  period: field.oneOf(['year', 'term']),
  termFrom: field.optionalDay(),
  termTo: field.optionalDay(),
  pattern: field.text(80),
  firstNumber: field.count(1, 1_000_000),
  fromDay: field.day(),
  toDay: field.optionalDay(),
})

export const defineNumberBookChange = defineChange({
  name: 'number-book/define',
  permission: 'number-book:manage',
  input: defineInput,
  run: async (context, input) => ({ bookId: await defineNumberBook(context, input) }),
})

export const reviseNumberBookChange = defineChange({
  name: 'number-book/revise',
  permission: 'number-book:manage',
  input: z.object({ id: field.id(), version: field.version(), name: field.text(200), toDay: field.optionalDay() }),
  run: async (context, input) => reviseNumberBook(context, { ...input, bookId: input.id }),
})

export const voidNumberChange = defineChange({
  name: 'number-book/void-number',
  permission: 'number-book:manage',
  input: z.object({ id: field.id(), on: field.day(), reason: field.text(1000) }),
  run: async (context, input) => voidNumber(context, { ...input, bookId: input.id }),
})
