import { z } from 'zod'
import { defineChange } from '../changes/define-change.ts'
import { InputRejected } from '../platform/errors.ts'
import { id } from '../platform/form-fields.ts'
import type { Session } from './session.ts'
import { updateSessionMembership } from './session-store.ts'

/** Under which membership a session acts from now on; it must be one of the account's own that holds today. */
export function chooseMembership(session: Session) {
  return defineChange({
    name: 'session/choose-membership',
    permission: 'account:own',
    input: z.object({ membershipId: id() }),
    async run({ db, record }, { membershipId }) {
      const chosen = session.memberships.find((one) => one.id === membershipId)
      if (!chosen) throw new InputRejected({ membershipId: 'notInList' })
      await updateSessionMembership(db, session.id, membershipId)
      const after = { sessionId: session.id, membershipId, role: chosen.role, ofAuthority: chosen.authorityId }
      record({ subjectKind: 'account', subjectId: session.accountId, after })
      return { slug: chosen.slug }
    },
  })
}
