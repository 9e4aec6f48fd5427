import { timeLeft } from '../../../calendar/count-days.ts'
import { eventDay } from '../../../dialogues/dialogue.ts'
import { rulesOfDialogue } from '../../../procedures/dialogue-clock.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { DueDate } from '../../kit/due-date.tsx'
import { Section } from '../../kit/section.tsx'
import { dialogueWords } from '../../words/dialogue-words.ts'
import type { OfficeRequest } from '../office-route.ts'
import type { DialogueOverview } from './dialogue-facts.ts'
import { mayDo } from './dialogue-request.ts'

/** Nothing to count: the regulation sets no limit, or the day is not decided, or what the limits hang on is to come. */
function whyNone(request: OfficeRequest, overview: DialogueOverview): string {
  const words = dialogueWords[request.lang]
  const day = eventDay(overview.dialogue)
  const under = { ...overview, authorityKind: request.authority.kind }
  const rules = rulesOfDialogue(under, day ?? request.today).filter((rule) => rule.binds === 'dialogue')
  if (rules.length === 0) return words.noDeadlineRules(overview.regulation.number)
  return day === null ? words.noDeadlines : words.noDeadlinesYet
}

/** The limits of the dialogue itself, each with the way to its explanation; where there are none, why. */
export function DialogueDeadlines({ request, overview }: { request: OfficeRequest; overview: DialogueOverview }) {
  const words = dialogueWords[request.lang]
  const rows = overview.deadlines.filter((row) => row.state !== 'void' && row.subjectKind === 'dialogue')
  return (
    <Section title={words.deadlines} count={rows.length}>
      {rows.length === 0 ? (
        <p>{whyNone(request, overview)}</p>
      ) : (
        <DataTable
          caption={words.deadlines}
          rows={rows}
          rowKey={(row) => String(row.id)}
          columns={[
            { key: 'label', label: words.deadlines, main: true, wide: true, cell: (row) => row.label },
            { key: 'instrument', label: words.under, cell: (row) => row.instrument },
            {
              key: 'due',
              label: words.day,
              cell: (row) => (
                <DueDate
                  due={row.dueOn}
                  left={timeLeft(overview.calendar, request.today, row.dueOn)}
                  met={row.metOn}
                  provisional={row.provisional}
                  whyHref={mayDo(request, 'deadline:read') ? request.link(`/han/${row.id}`) : null}
                />
              ),
            },
          ]}
        />
      )}
    </Section>
  )
}
