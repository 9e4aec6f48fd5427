import type { OwnHold, OwnPetition } from '../../../own-record/own-submission-store.ts'
import { followWords } from '../../words/follow-words.ts'
import type { Lang } from '../../words/words.ts'

/** How far a petition is, in plain words. */
export function stateWord(petition: Pick<OwnPetition, 'state' | 'settledOn'>, lang: Lang): string {
  const { states, settlement } = followWords[lang]
  if (petition.settledOn !== null && petition.state === 'answered')
    return `${states.answered} · ${settlement.toLowerCase()}`
  return states[petition.state as keyof typeof states]
}

export function holdWord(hold: Pick<OwnHold, 'state'>, lang: Lang): string {
  return followWords[lang].holdStates[hold.state]
}

const LOOKS: Readonly<Record<string, string>> = { answered: 'good', withdrawn: 'quiet', merged: 'quiet' }

/** The state as a sign: word and colour, never colour alone. */
export function StateSign({ petition, lang }: { petition: OwnPetition; lang: Lang }) {
  return <span class={`state-sign state-${LOOKS[petition.state] ?? 'open'}`}>{stateWord(petition, lang)}</span>
}
