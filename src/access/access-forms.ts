import { z } from 'zod'
import { id, oneOf, optionalDay, optionalId, personName, text, version } from '../platform/form-fields.ts'
import { roles } from './role.ts'

/** A login: what is typed every morning, so plain letters, digits, dot, hyphen and underline. */
export const login = () => text(60).pipe(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{2,59}$/, 'access/login-form'))

const optionalEmail = () =>
  z
    .preprocess((value) => (value == null ? '' : String(value).trim()), z.string().max(200, 'tooLong'))
    .refine((value) => value === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value), 'notAnEmail')
    .transform((value) => value || null)

const membershipFields = {
  role: oneOf(roles),
  agencyId: optionalId(),
  fromDay: optionalDay(),
  toDay: optionalDay(),
}

export const createAccountForm = z.object({
  login: login(),
  displayName: personName(),
  email: optionalEmail(),
  ...membershipFields,
})

export const grantMembershipForm = z.object({ login: login(), ...membershipFields })

export const endMembershipForm = z.object({ membershipId: id(), reason: text(500) })

export const accountWithReasonForm = z.object({ accountId: id(), version: version(), reason: text(500) })
