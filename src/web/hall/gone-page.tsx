import { NotFound } from '../../platform/errors.ts'
import type { GateReply, GateRequest } from '../office/office-route.ts'
import { hallGateWords } from '../words/hall-gate-words.ts'
import { HallFrame } from './hall-frame.tsx'

type Missing = keyof (typeof hallGateWords)['vi']['gone']

/**
 * For addresses that come from a code on a screen or on paper: one that leads nowhere (any more) is told in a sentence that
 * says what to do, not on a page of the office. Nothing tells whether there ever was something behind it.
 */
export function orGone(missing: Missing, handle: (request: GateRequest) => Promise<GateReply>) {
  return async (request: GateRequest): Promise<GateReply> => {
    try {
      return await handle(request)
    } catch (error) {
      if (!(error instanceof NotFound)) throw error
      const words = hallGateWords[request.lang].gone
      const node = (
        <HallFrame chrome={request.chrome} title={words.title} look="phone">
          <div class="phone">
            <h1>{words.title}</h1>
            <p class="hall-card">{words[missing]}</p>
          </div>
        </HallFrame>
      )
      return { kind: 'page', status: 404, node }
    }
  }
}
