import { formatDay } from '../../../platform/day.ts'
import { DefinitionList } from '../../kit/definition-list.tsx'
import { usePage } from '../../kit/page-context.ts'
import { Section } from '../../kit/section.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { petitionWords } from '../../words/petition-words.ts'
import type { PetitionView } from './petition-view.ts'

/** Answered, promised, settled, petitioner agrees: four facts, not one status. */
export function PetitionOutcome({ view }: { view: PetitionView }) {
  const all = petitionWords[usePage().lang]
  const words = all.four
  const { petition } = view
  if (petition.kind === 'complaint' || petition.kind === 'denunciation') return null
  const notYet = <StateBadge tone="quiet" label={words.notYet} />
  const how = all.answeredHow[petition.answeredHow as keyof typeof all.answeredHow] ?? ''
  return (
    <Section title={words.title}>
      <DefinitionList
        facts={[
          {
            label: words.answered,
            value: petition.answeredOn ? (
              <StateBadge tone="good" label={`${words.onDay(formatDay(petition.answeredOn))}, ${how}`} />
            ) : (
              notYet
            ),
          },
          {
            label: words.proposed,
            value: petition.proposedSettlement
              ? `${petition.proposedSettlement}${
                  petition.proposedDueOn ? ` (${words.proposedFor(formatDay(petition.proposedDueOn))})` : ''
                }`
              : null,
          },
          {
            label: words.promised,
            value: petition.promisedOn
              ? `${petition.promise} (${words.promisedFor(formatDay(petition.promisedOn))})`
              : null,
          },
          {
            label: words.settled,
            value: petition.settledOn ? (
              <>
                <StateBadge tone="good" label={words.onDay(formatDay(petition.settledOn))} /> {petition.settlement}
              </>
            ) : (
              notYet
            ),
          },
          {
            label: words.agrees,
            value:
              petition.petitionerAgrees === null ? (
                notYet
              ) : (
                <>
                  <StateBadge
                    tone={petition.petitionerAgrees ? 'good' : 'bad'}
                    label={`${petition.petitionerAgrees ? words.yes : words.no}${
                      petition.petitionerAskedOn ? `, ${words.onDay(formatDay(petition.petitionerAskedOn))}` : ''
                    }`}
                  />{' '}
                  {petition.petitionerSaid}
                </>
              ),
          },
        ]}
      />
    </Section>
  )
}
