import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { listAgencies } from '../agencies/agency-store.ts'
import { defineChange } from '../changes/define-change.ts'
import { InputRejected, NotFound } from '../platform/errors.ts'
import { count, id, oneOf, optionalDay, optionalId, personName, text, version } from '../platform/form-fields.ts'
import { insertAccount, updateAccount } from './account-store.ts'
import { apiScopeNames, systemRoles } from './api-key.ts'
import { endApiKey, findApiKey, insertApiKey } from './api-key-store.ts'
import { closeMembership, insertMembership } from './membership-store.ts'

/** Roles that work for one agency; without it they would see nothing. */
const OF_AN_AGENCY: readonly string[] = ['agencySpecialist', 'collector']

const issueApiKeyForm = z
  .object({
    name: personName(120),
    role: oneOf(systemRoles),
    agencyId: optionalId(),
    scopes: z.preprocess(
      (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
      z.array(z.enum(apiScopeNames, 'notInList')).min(1, 'required'),
    ),
    perMinute: count(1, 6000),
    expiresOn: optionalDay(),
  })
  .refine((form) => form.agencyId !== null || !OF_AN_AGENCY.includes(form.role), {
    path: ['agencyId'],
    message: 'required',
  })

const revokeApiKeyForm = z.object({ id: id(), version: version(), reason: text(500) })

/**
 * Gives a neighbouring system a key, with an account of its own that nobody can sign in with. The key's hash is handed
 * in beside the input, so that the key stands neither in the log nor in the idempotency record. Returns the key's id.
 */
export function issueApiKey(keyHash: string) {
  return defineChange({
    name: 'api-key/issue',
    permission: 'api-key:manage',
    input: issueApiKeyForm,
    async run({ db, actor, authorityId, now, today, record }, input) {
      const { name, role, agencyId, scopes, perMinute, expiresOn } = input
      if (expiresOn !== null && expiresOn < today) throw new InputRejected({ expiresOn: 'beforeStart' })
      const agencies = await listAgencies(db, authorityId, { on: today })
      if (agencyId !== null && !agencies.some((agency) => agency.id === agencyId)) {
        throw new InputRejected({ agencyId: 'notFound' })
      }
      const accountId = await insertAccount(db, {
        login: `he-thong-${randomBytes(6).toString('hex')}`,
        displayName: name,
        email: null,
        // no password has this hash
        passwordHash: '',
        mustChangePassword: false,
        isSystem: true,
      })
      if (accountId === null) throw new Error('a random login was taken')
      const membershipId = await insertMembership(db, {
        accountId,
        authorityId,
        agencyId,
        role,
        fromDay: today,
        toDay: expiresOn,
      })
      const terms = { name, scopes, perMinute, expiresOn, accountId, membershipId }
      const keyId = await insertApiKey(db, { authorityId, ...terms, keyHash, madeBy: actor.accountId, madeAt: now })
      record({ subjectKind: 'api-key', subjectId: keyId, after: { ...terms, role, agencyId } })
      return { keyId }
    },
  })
}

/** Ends a key at once, with the account it worked under. */
export const revokeApiKey = defineChange({
  name: 'api-key/revoke',
  permission: 'api-key:manage',
  input: revokeApiKeyForm,
  async run({ db, authorityId, now, record }, input) {
    const key = await findApiKey(db, authorityId, input.id)
    if (!key) throw new NotFound('api-key')
    await endApiKey(db, { authorityId, id: key.id, version: input.version }, { at: now, reason: input.reason })
    await closeMembership(db, key.membershipId, now, input.reason)
    await updateAccount(db, key.accountId, { disabledAt: now, disabledReason: input.reason })
    record({
      subjectKind: 'api-key',
      subjectId: key.id,
      before: { name: key.name },
      after: { revoked: true },
      reason: input.reason,
    })
  },
})
