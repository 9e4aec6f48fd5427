import { z } from 'zod'
import * as f from '../platform/form-fields.ts'

/** The consent to keep what somebody without an account leaves, and the notice that was shown with it. */
const consent = {
  agree: f.agreed(),
  notice: z.object({ version: f.text(40), lang: z.enum(['vi', 'en']), text: f.text(20_000) }),
}

/** Who registers without an account: one of both contacts is enough. */
const registrant = {
  village: f.optionalText(200),
  phone: f.optionalPhone(),
  email: f.optionalMail(),
  ...consent,
  tokenHash: f.digest(),
}

const reachable = (form: { phone: string; email: string }) => form.phone !== '' || form.email !== ''
/** said together with what else is wrong, not after it was mended */
const unreachable = { path: ['phone'], message: 'contactRequired', when: () => true }

export const registerToSpeakForm = z
  .object({ id: f.id(), speakerName: f.personName(200), content: f.text(5000), ...registrant })
  .refine(reachable, unreachable)

export const ownTokenForm = z.object({ tokenHash: f.digest() })

export const askForDialogueForm = z
  .object({
    requesterKind: f.oneOf(['citizen', 'organization', 'voters']),
    requesterName: f.personName(300),
    content: f.text(5000),
    ...registrant,
    signTokenHash: f.digest(),
  })
  .refine(reachable, unreachable)

export const signRequestForm = z.object({
  signTokenHash: f.digest(),
  name: f.personName(200),
  village: f.optionalText(200),
  contact: f.contact(),
  ...consent,
})
