import { usePage } from '../../kit/page-context.ts'
import { Section } from '../../kit/section.tsx'
import { Timeline, type TimelineEvent } from '../../kit/timeline.tsx'
import { actWord } from '../../words/act-words.ts'
import { petitionWords } from '../../words/petition-words.ts'
import type { PetitionView } from './petition-view.ts'

/** What happened, by whom, when and why: the lines of the change log. */
export function PetitionHistory({ view }: { view: PetitionView }) {
  const { lang } = usePage()
  const events: TimelineEvent[] = view.log.map((line) => {
    const agency = line.agencyId === null ? null : view.agencyNames.get(line.agencyId)
    const who = [line.accountName, agency].filter(Boolean).join(', ')
    return {
      key: String(line.seq),
      when: line.at,
      title: [actWord(lang, line.action), detailOf(view, line.after)].filter(Boolean).join(': '),
      ...(who ? { who } : {}),
      ...(line.reason ? { why: line.reason } : {}),
    }
  })
  return (
    <Section title={petitionWords[lang].history} id="dien-bien">
      <Timeline events={events} />
    </Section>
  )
}

/** To whom it went, where the line says so. */
function detailOf(view: PetitionView, after: unknown): string {
  const values = (after ?? {}) as Record<string, unknown>
  if (typeof values['toAgency'] === 'string') return values['toAgency']
  if (typeof values['leadAgencyId'] === 'number') return view.agencyNames.get(values['leadAgencyId']) ?? ''
  if (typeof values['into'] === 'string') return values['into']
  if (typeof values['number'] === 'string') return values['number']
  return ''
}
