import { z } from 'zod'
import { defineChange } from '../changes/define-change.ts'
import { NotFound } from '../platform/errors.ts'
import { id } from '../platform/form-fields.ts'
import { endSessions } from './session-store.ts'

/** Ends one of one's own sessions: signing out, or a browser that was left behind. */
export const endSession = defineChange({
  name: 'session/end',
  permission: 'account:own',
  input: z.object({ sessionId: id() }),
  async run({ db, actor, now, record }, { sessionId }) {
    const ended = await endSessions(db, actor.accountId ?? 0, { now, reason: 'owner', only: sessionId })
    if (ended === 0) throw new NotFound('session')
    record({ subjectKind: 'account', subjectId: actor.accountId, after: { sessionId } })
  },
})

/** Ends all of one's own sessions but the one that asks. */
export const endOtherSessions = defineChange({
  name: 'session/end-others',
  permission: 'account:own',
  input: z.object({ keptSessionId: id() }),
  async run({ db, actor, now, record }, { keptSessionId }) {
    const ended = await endSessions(db, actor.accountId ?? 0, { now, reason: 'owner', except: keptSessionId })
    record({ subjectKind: 'account', subjectId: actor.accountId, after: { keptSessionId, ended } })
    return { ended }
  },
})
