import { findAuthorityBySlug } from '../../agencies/authority-store.ts'
import { findHall } from '../../hall/hall-store.ts'
import { formatDay } from '../../platform/day.ts'
import { NotFound } from '../../platform/errors.ts'
import { readId } from '../../platform/form-fields.ts'
import { findPublicDialogue } from '../../public-record/public-dialogue-store.ts'
import type { GateReply, GateRequest, GateRoute } from '../office/office-route.ts'
import { hallGateWords } from '../words/hall-gate-words.ts'
import { orGone } from './gone-page.tsx'
import { HallFrame } from './hall-frame.tsx'
import { whyOver } from './public-standing.ts'

const LOOK_AGAIN_SECONDS = 60

/**
 * GET /truc-tiep/…: the address that the portal gives to those at home (004 III.2.b). While the hall of an announced
 * conference is open it leads to where telephones follow; before and after it says so and looks again by itself.
 */
async function showLive({ db, lang, params, chrome }: GateRequest): Promise<GateReply> {
  const authority = await findAuthorityBySlug(db, params['authority'] ?? '')
  const id = readId(params['id'])
  const dialogue = authority ? await findPublicDialogue(db, authority.id, id) : null
  if (!authority || !dialogue) throw new NotFound('dialogue')
  const hall = await findHall(db, authority.id, id)
  const over = whyOver(dialogue.state, hall, lang)
  const follows = hall !== null && (hall.questionsOpen || dialogue.form === 'online')
  if (follows && over === null) return { kind: 'redirect', to: `/dt/${hall.phoneToken}` }
  const words = hallGateWords[lang].live
  return {
    kind: 'page',
    status: 200,
    node: (
      <HallFrame
        chrome={chrome}
        title={dialogue.title}
        look="phone"
        refreshSeconds={over === null ? LOOK_AGAIN_SECONDS : undefined}
      >
        <div class="phone">
          <p class="hall-soft">{authority.name}</p>
          <h1>{dialogue.title}</h1>
          <section class="hall-card">
            <p>{over ?? words.notYet}</p>
            <p class="hall-soft">
              {[dialogue.startsAt ?? '', dialogue.heldOn ? formatDay(dialogue.heldOn) : '', dialogue.venue]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </section>
          <p>
            <a class="btn btn-outline phone-wide" href={`/cong/${authority.slug}/hoi-nghi/${id}`}>
              {words.page}
            </a>
          </p>
        </div>
      </HallFrame>
    ),
  }
}

export const liveGates: readonly GateRoute[] = [
  { method: 'GET', url: '/truc-tiep/:authority/:id', access: 'anyone', handle: orGone('live', showLive) },
]
