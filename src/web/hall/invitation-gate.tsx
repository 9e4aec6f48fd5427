import { actorOfSession } from '../../access/actor-of-session.ts'
import { getAuthority } from '../../agencies/authority-store.ts'
import { findInviteeByCode } from '../../dialogues/dialogue-people-store.ts'
import { getDialogue } from '../../dialogues/dialogue-store.ts'
import { readInvitationCode, writtenInvitationCode } from '../../dialogues/invitation-code.ts'
import { findHall } from '../../hall/hall-store.ts'
import { formatDay } from '../../platform/day.ts'
import { NotFound } from '../../platform/errors.ts'
import type { GateReply, GateRequest, GateRoute } from '../office/office-route.ts'
import { hallGateWords } from '../words/hall-gate-words.ts'
import { orGone } from './gone-page.tsx'
import { HallFrame } from './hall-frame.tsx'
import { whyOver } from './public-standing.ts'

/**
 * GET /giay-moi/…: what the QR code of an invitation opens. Whoever receives people at the door comes to the door's desk with
 * the invitee found; everybody else reads what the invitation itself says, and nothing of who is invited.
 */
async function showInvitation(request: GateRequest): Promise<GateReply> {
  const code = readInvitationCode(request.params['code'] ?? '')
  const invitee = code === null ? null : await findInviteeByCode(request.db, code)
  if (!code || !invitee) throw new NotFound('invitee')
  const { authorityId, dialogueId } = invitee
  const { db, session, chrome } = request
  const [authority, dialogue, hall] = await Promise.all([
    getAuthority(db, authorityId),
    getDialogue(db, authorityId, dialogueId),
    findHall(db, authorityId, dialogueId),
  ])
  const reader = session ? actorOfSession(session) : null
  if (hall && session?.current?.slug === authority.slug && reader?.may('hall:door', { authorityId }))
    return { kind: 'redirect', to: `/${authority.slug}/hoi-nghi/${dialogueId}/hoi-truong/cua?ma=${code}` }
  const words = hallGateWords[request.lang].invitation
  const over = whyOver(dialogue.state, hall, request.lang)
  const day = dialogue.heldOn ? formatDay(dialogue.heldOn) : ''
  return {
    kind: 'page',
    status: 200,
    node: (
      <HallFrame chrome={chrome} title={words.title} look="phone">
        <div class="phone">
          <p class="hall-soft">{authority.name}</p>
          <h1>{dialogue.title}</h1>
          <section class="hall-card">
            <p>{[dialogue.startsAt, day].filter(Boolean).join(', ')}</p>
            <p>{dialogue.venue}</p>
          </section>
          {over === null ? (
            <section class="hall-card">
              <p>{words.show}</p>
              <p class="hall-name">{writtenInvitationCode(code)}</p>
            </section>
          ) : (
            <p class="hall-card">{over}</p>
          )}
          {over === null && hall?.questionsOpen ? (
            <p>
              <a class="btn btn-primary phone-wide" href={`/dt/${hall.phoneToken}`}>
                {words.follow}
              </a>
            </p>
          ) : null}
        </div>
      </HallFrame>
    ),
  }
}

export const invitationGates: readonly GateRoute[] = [
  { method: 'GET', url: '/giay-moi/:code', access: 'anyone', handle: orGone('invitation', showInvitation) },
]
