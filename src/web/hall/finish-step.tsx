import type { ComponentChildren } from 'preact'
import type { Dialogue } from '../../dialogues/dialogue.ts'
import type { Hall } from '../../hall/hall.ts'
import { Card } from '../kit/card.tsx'
import { StateBadge } from '../kit/state-badge.tsx'
import type { Refusal } from '../office/dialogues/dialogue-request.ts'
import type { OfficeRequest } from '../office/office-route.ts'
import { finishWords } from '../words/finish-words.ts'

export interface FinishProps {
  request: OfficeRequest
  dialogue: Dialogue
  hall: Hall
  refusal: Refusal | null
  base: string
}

interface StepProps {
  number: number
  title: string
  state: 'done' | 'now' | 'later'
  lang: OfficeRequest['lang']
  children: ComponentChildren
}

/** One step of the way, done or to do; all on one page so that none is forgotten. */
export function Step({ number, title, state, lang, children }: StepProps) {
  const words = finishWords[lang]
  return (
    <Card title={`${number}. ${title}`} level={2} {...(state === 'now' ? { look: 'marked' as const } : {})}>
      <p class="mb-2">
        <StateBadge tone={state === 'done' ? 'good' : state === 'now' ? 'warn' : 'quiet'} label={words.states[state]} />
      </p>
      <div class="finish-step">{children}</div>
    </Card>
  )
}
