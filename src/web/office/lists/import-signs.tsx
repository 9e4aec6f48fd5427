import type { RowFate } from '../../../lists/sheet-fate.ts'
import { Badge, type Tone } from '../../kit/badge.tsx'
import { usePage } from '../../kit/page-context.ts'
import { listWords } from '../../words/list-words.ts'

const STATES: Record<string, Tone> = { read: 'warn', checked: 'warn', queued: 'info', taken: 'good' }

/** In which state a sheet is, in words. */
export function BatchState({ state }: { state: string }) {
  const words: Readonly<Record<string, string>> = listWords[usePage().lang].states
  return <Badge tone={STATES[state] ?? 'quiet'}>{words[state] ?? ''}</Badge>
}

const FATES: Record<RowFate, Tone> = {
  ...{ take: 'good', refused: 'bad', left: 'warn', repeat: 'quiet', skipped: 'quiet', hidden: 'quiet' },
}

/** What becomes of a row, in words. */
export function FateSign({ fate }: { fate: RowFate }) {
  return <Badge tone={FATES[fate]}>{listWords[usePage().lang].fates[fate]}</Badge>
}

/** 0 → A, 26 → AA, as spreadsheets name their columns. */
export function columnLetter(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : columnLetter(Math.floor(at / 26) - 1) + last
}
