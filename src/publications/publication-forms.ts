import { z } from 'zod'
import { checkbox, id, oneOf, optionalId, optionalText, text } from '../platform/form-fields.ts'

const decision = z.object({
  field: text(40),
  start: z.coerce.number().int().nonnegative(),
  keep: checkbox(),
  reason: optionalText(300),
})

const entry = z.object({
  id: id(),
  /** fingerprint of the texts that were looked at */
  hash: text(64),
  /** further words to hide, one a line */
  alsoHide: optionalText(2000).transform((words) => words.split('\n')),
  decisions: z.array(decision).max(2000),
})

export const publishDialogueForm = entry.extend({ takingPart: optionalText(2000) })

export const publishEntriesForm = z.object({
  /** null: petitions that belong to no dialogue */
  dialogueId: optionalId(),
  entries: z
    .array(entry.extend({ kind: oneOf(['petition', 'conclusionItem']) }))
    .min(1, 'publication/nothing-chosen')
    .max(1000),
})

export const takeBackForm = z.object({ id: id(), reason: text(500) })
