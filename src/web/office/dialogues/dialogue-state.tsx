import type { Dialogue, DialogueState as State } from '../../../dialogues/dialogue.ts'
import type { Tone } from '../../kit/badge.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { dialogueWords } from '../../words/dialogue-words.ts'
import type { Lang } from '../../words/words.ts'

const TONES: Record<State, Tone> = {
  preparing: 'info',
  held: 'warn',
  concluded: 'info',
  closed: 'good',
  cancelled: 'quiet',
}

/** The state of a dialogue as sign and word. */
export function DialogueState({ dialogue, lang }: { dialogue: Pick<Dialogue, 'state'>; lang: Lang }) {
  return <StateBadge tone={TONES[dialogue.state]} label={dialogueWords[lang].states[dialogue.state]} />
}
