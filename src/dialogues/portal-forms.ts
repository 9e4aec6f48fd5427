import { z } from 'zod'
import * as f from '../platform/form-fields.ts'

const digest = () => z.string().regex(/^[0-9a-f]{64}$/)
const notice = z.object({ version: f.text(40), lang: z.enum(['vi', 'en']), text: f.text(20_000) })

/** What of a contact is asked where people register without an account; one of both is enough. */
const contact = {
  phone: f.optionalText(40).refine((value) => /^$|^\+?[\d\s.()-]{8,20}$/.test(value), 'notAPhone'),
  email: f.optionalText(200).refine((value) => /^$|^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(value), 'notAnEmail'),
}

/** Somebody can be reached. */
function reachable<T extends { phone: string; email: string }>(form: T): boolean {
  return form.phone !== '' || form.email !== ''
}
const unreachable = { path: ['phone'], message: 'contactRequired' }

export const registerToSpeakForm = z
  .object({
    id: f.id(),
    speakerName: f.personName(200),
    village: f.optionalText(200),
    content: f.text(5000),
    ...contact,
    notice,
    tokenHash: digest(),
  })
  .refine(reachable, unreachable)

export const ownTokenForm = z.object({ tokenHash: digest() })

export const askForDialogueForm = z
  .object({
    requesterKind: f.oneOf(['citizen', 'organization', 'voters']),
    requesterName: f.personName(300),
    village: f.optionalText(200),
    content: f.text(5000),
    ...contact,
    notice,
    tokenHash: digest(),
    signTokenHash: digest(),
  })
  .refine(reachable, unreachable)

export const signRequestForm = z.object({
  signTokenHash: digest(),
  name: f.personName(200),
  village: f.optionalText(200),
  contact: f.text(200),
})
