import { INSTALLATION, ownerOfSession } from '../../../access/actor-of-session.ts'
import { endSession } from '../../../access/end-session.ts'
import { performChange } from '../../../changes/perform-change.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { GateReply, GateRequest } from '../office-route.ts'
import { keyOf } from './outcome-form.ts'

/** POST /dang-xuat: the session ends in the database, not only in the browser. */
export async function postSignOut(request: GateRequest): Promise<GateReply> {
  const { session } = request
  if (session) {
    const change = { actor: ownerOfSession(session), authorityId: INSTALLATION, input: { sessionId: session.id } }
    await performChange(request.runtime, endSession, { ...change, key: keyOf(request.form) }).catch(
      (error: unknown) => {
        // ended meanwhile in another tab: just what was wanted
        if (!(error instanceof NotFound)) throw error
      },
    )
  }
  return { kind: 'redirect', to: '/dang-nhap', session: null }
}
