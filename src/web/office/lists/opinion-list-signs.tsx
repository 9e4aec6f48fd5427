import { Badge, type Tone } from '../../kit/badge.tsx'
import { usePage } from '../../kit/page-context.ts'
import { opinionListWords } from '../../words/opinion-list-words.ts'

const STATES: Record<string, Tone> = {
  open: 'quiet',
  atFront: 'info',
  returned: 'warn',
  atOffice: 'info',
  received: 'good',
}

/** With whom a list lies, in words. */
export function ListState({ state }: { state: string }) {
  const words: Readonly<Record<string, string>> = opinionListWords[usePage().lang].states
  return <Badge tone={STATES[state] ?? 'quiet'}>{words[state] ?? ''}</Badge>
}
