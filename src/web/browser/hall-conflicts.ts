import type { ShownConflict } from '../hall/hall-app-data.ts'
import { typedWords, wasTyped } from '../hall/typed-words.ts'
import type { Command } from './command-queue.ts'

// What a desk did while it was cut off and that does not fit any more: shown with its words and times, and kept on demand.

/** What this desk did to end the speech that it began, as far as it does not fit either. */
function endsOf(begun: Command, commands: readonly Command[]): Command[] {
  const id = begun.fields['speechId']
  return commands.filter(
    (one) =>
      one.conflict !== undefined &&
      one.at >= begun.at &&
      ((one.fields['act'] === 'finish' && one.fields['speechId'] === id) || one.fields['fromSpeechId'] === id),
  )
}

/** An act that was not taken, as its desk shows it: why, what was typed, and the speech that it began and ended. */
export function shownConflict(one: Command, commands: readonly Command[], offset: number): ShownConflict {
  const begins = one.fields['act'] === 'start' || one.fields['act'] === 'next'
  const end = begins ? endsOf(one, commands).find((other) => other.key !== one.key) : undefined
  return {
    ...{ key: one.key, label: one.label, sentence: one.conflict ?? '', text: typedWords(one.fields).join(' · ') },
    speech: end ? { from: one.at + offset, to: end.at + offset } : null,
    isForm: wasTyped(one.fields),
  }
}

/**
 * A speech that does not fit, kept with its times: the fields of `record` by the clock of this browser, and what is settled
 * with it. An act that gave the floor to somebody else began a speech of its own, which is decided on apart. Null: nothing
 * here ended it.
 */
export function keptSpeech(
  begun: Command,
  commands: readonly Command[],
): { fields: Record<string, string>; settled: readonly Command[] } | null {
  const { speech } = shownConflict(begun, commands, 0)
  if (!speech) return null
  const times = { startedAt: String(speech.from), endedAt: String(speech.to) }
  return {
    fields: { act: 'record', speechId: begun.fields['speechId'] ?? '', ...times },
    settled: endsOf(begun, commands).filter((one) => one.fields['act'] === 'finish'),
  }
}
