import type { Hall } from '../../hall/hall.ts'
import { publicHallWords } from '../words/public-hall-words.ts'
import type { Lang } from '../words/words.ts'

/** Why nobody comes or follows any more, in a sentence; null as long as the conference is ahead or goes on. */
export function whyOver(state: string, hall: Pick<Hall, 'phase'> | null, lang: Lang): string | null {
  const words = publicHallWords[lang].screen
  if (state === 'cancelled') return words.calledOff
  return state !== 'preparing' || hall?.phase === 'ended' ? words.over : null
}
