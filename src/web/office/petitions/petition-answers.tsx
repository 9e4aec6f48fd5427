import { formatDay } from '../../../platform/day.ts'
import type { Tone } from '../../kit/badge.tsx'
import { Card } from '../../kit/card.tsx'
import { usePage } from '../../kit/page-context.ts'
import { ProseText } from '../../kit/prose-text.tsx'
import { Section } from '../../kit/section.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { petitionWords } from '../../words/petition-words.ts'
import type { PetitionView } from './petition-view.ts'

type Answer = PetitionView['answers'][number]

const TONES: Record<string, Tone> = { draft: 'quiet', submitted: 'warn', approved: 'good', returned: 'bad' }

/** Every answer with who drafted, approved and gave it, and what the supporting agencies contributed. */
export function PetitionAnswers({ view }: { view: PetitionView }) {
  const words = petitionWords[usePage().lang]
  const { answers, supports } = view
  return (
    <Section title={words.answers} id="tra-loi" count={answers.length}>
      {answers.length === 0 ? <p class="field-help">{words.noAnswer}</p> : null}
      {[...answers].reverse().map((answer) => (
        <OneAnswer key={answer.id} answer={answer} />
      ))}
      {supports.length > 0 ? (
        <Card look="quiet" title={words.contribution}>
          {supports.map((support) => (
            <div key={support.agencyId}>
              <p>
                <strong>{support.agencyName}</strong>{' '}
                <span class="field-help">
                  {support.contributedOn ? formatDay(support.contributedOn) : words.waitingContribution}
                </span>
              </p>
              {support.contribution ? <ProseText text={support.contribution} /> : null}
            </div>
          ))}
        </Card>
      ) : null}
    </Section>
  )
}

function OneAnswer({ answer }: { answer: Answer }) {
  const words = petitionWords[usePage().lang]
  const kind = words.answerKinds[answer.kind as keyof typeof words.answerKinds] ?? answer.kind
  const state = words.answerStates[answer.state as keyof typeof words.answerStates] ?? answer.state
  const needsApproval = answer.kind === 'prepared' || answer.kind === 'reply'
  return (
    <Card
      title={kind}
      look={answer.kind === 'atConference' ? 'marked' : 'plain'}
      aside={needsApproval ? <StateBadge tone={TONES[answer.state] ?? 'quiet'} label={state} /> : null}
    >
      <p class="field-help">{whoOf(answer, words)}</p>
      <ProseText text={answer.text} />
      {answer.returnedReason && answer.state === 'returned' ? (
        <p class="text-error">{words.returnedBecause(answer.returnedReason)}</p>
      ) : null}
    </Card>
  )
}

function whoOf(answer: Answer, words: (typeof petitionWords)['vi']): string {
  return [
    answer.agencyName,
    answer.answeredByName ? words.answeredBy(answer.answeredByName) : null,
    answer.drafterName ? words.draftedBy(answer.drafterName) : null,
    answer.approverName ? words.approvedBy(answer.approverName) : null,
    answer.approvedOnPaper && answer.paperApprover && answer.paperApprovedOn
      ? words.approvedOnPaper(answer.paperApprover, formatDay(answer.paperApprovedOn))
      : null,
  ]
    .filter(Boolean)
    .join(' · ')
}
