import { usePage } from '../../kit/page-context.ts'
import { Section } from '../../kit/section.tsx'
import { Timeline, type TimelineEvent } from '../../kit/timeline.tsx'
import { actWord } from '../../words/act-words.ts'
import { petitionWords } from '../../words/petition-words.ts'
import type { PetitionView } from './petition-view.ts'

/** What happened, by whom, when and why: the lines of the change log. */
export function PetitionHistory({ view }: { view: PetitionView }) {
  const { lang } = usePage()
  const events: TimelineEvent[] = actsOf(view).map(({ line, detail, reason }) => {
    const agency = line.agencyId === null ? null : view.agencyNames.get(line.agencyId)
    const who = [line.accountName, agency].filter(Boolean).join(', ')
    return {
      key: String(line.seq),
      when: line.at,
      title: [actWord(lang, line.action), detail].filter(Boolean).join(': '),
      ...(who ? { who } : {}),
      ...(reason ? { why: reason } : {}),
    }
  })
  return (
    <Section title={petitionWords[lang].history} id="dien-bien">
      <Timeline events={events} />
    </Section>
  )
}

/** An act that wrote several lines (the answer approved, the petition prepared) happened once. */
function actsOf(view: PetitionView) {
  const acts: { line: PetitionView['log'][number]; detail: string; reason: string | null }[] = []
  for (const line of view.log) {
    const detail = detailOf(view, line.after)
    const act = acts.find(
      ({ line: one }) =>
        one.action === line.action && one.accountId === line.accountId && one.at.getTime() === line.at.getTime(),
    )
    if (!act) acts.push({ line, detail, reason: line.reason })
    else {
      act.detail ||= detail
      act.reason ??= line.reason
    }
  }
  return acts
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
