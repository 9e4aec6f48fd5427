import { currentSpeech, type HallState, quotaOf, spokenSeconds, waitingSpeeches } from '../../hall/hall-state.ts'
import type { PublicHallWords } from '../words/public-hall-words.ts'
import type { PublicView } from './hall-view.ts'
import { secondsLeft, speakerName } from './public-screen.tsx'

/** The clock is told only twice: when a minute is left and when the time is up. */
function timeWords(left: number | null, words: PublicHallWords): string {
  if (left === null || left > 60) return ''
  return left > 0 ? words.live.oneMinute : words.live.timeUp
}

/**
 * What the live region says: it changes when the speaker does, when the next one does, at one minute and at the end –
 * and at no other time, so that whoever listens is not flooded.
 */
export function announcementOf(state: HallState, now: number, words: PublicHallWords): string {
  const current = currentSpeech(state)
  const [next] = waitingSpeeches(state)
  const quota = current ? quotaOf(state, current) : null
  return [
    current ? words.live.speaking(current.name) : '',
    next ? words.live.next(next.name) : '',
    current && quota !== null ? timeWords(quota - spokenSeconds(current, now), words) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** The same for the public screens, which know names only with consent. */
export function publicAnnouncementOf(view: PublicView, now: number, words: PublicHallWords): string {
  const [next] = view.next
  return [
    view.current ? words.live.speaking(speakerName(view.current, words)) : '',
    next ? words.live.next(speakerName(next, words)) : '',
    timeWords(secondsLeft(view, now), words),
  ]
    .filter(Boolean)
    .join(' ')
}
