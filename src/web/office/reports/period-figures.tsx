import { formatDay } from '../../../platform/day.ts'
import type { Regulation } from '../../../regulations/regulation.ts'
import { DIALOGUE_FORMS, DIALOGUE_KINDS } from '../../../regulations/regulation-vocabulary.ts'
import {
  type CountedPeriod,
  countDialoguesHeld,
  countPetitionsReceived,
  countTimeliness,
} from '../../../reports/report-count-store.ts'
import { dialogueFigures, type Figure } from '../../../reports/report-figures.ts'
import { BarFigure } from '../../kit/bar-figure.tsx'
import { Section } from '../../kit/section.tsx'
import { Stat, StatRow } from '../../kit/stat.tsx'
import { formatNumber } from '../../words/format-values.ts'
import { reportWords } from '../../words/report-words.ts'
import type { Lang } from '../../words/words.ts'
import type { OfficeRequest } from '../office-route.ts'

/** Everything counted for a period. */
export async function readFigures(request: OfficeRequest, period: CountedPeriod, regulation: Regulation | null) {
  const { db, authority, today } = request
  const [held, petitions, timeliness] = await Promise.all([
    countDialoguesHeld(db, authority.id, period),
    countPetitionsReceived(db, authority.id, period),
    // of a period still running: what has fallen due so far
    countTimeliness(db, authority.id, { ...period, to: today < period.to ? today : period.to }),
  ])
  const models = regulation?.chairModels.map((model) => model.key) ?? []
  const sessions = sessionsOf(regulation).map((session) => session.key)
  return { period, regulation, dialogues: dialogueFigures(held, models, sessions), petitions, timeliness }
}

function sessionsOf(regulation: Regulation | null) {
  return regulation?.kinds.flatMap((kind) => kind.sessionKinds) ?? []
}

export type Figures = Awaited<ReturnType<typeof readFigures>>

/** The figures of a period, zeros stated. */
export function PeriodFigures({ figures, lang, title }: { figures: Figures; lang: Lang; title: string }) {
  const words = reportWords[lang]
  const { dialogues, petitions, timeliness, period, regulation } = figures
  const model = (key: string) => {
    const found = regulation?.chairModels.find((one) => one.key === key)
    return (lang === 'en' ? found?.labelEn : found?.label) ?? found?.label ?? key
  }
  const session = (key: string) => {
    const found = sessionsOf(regulation).find((one) => one.key === key)
    return (lang === 'en' ? found?.labelEn : found?.label) ?? found?.label ?? key
  }
  const kind = (key: string) => DIALOGUE_KINDS[key as keyof typeof DIALOGUE_KINDS]?.[lang] ?? key
  const form = (key: string) => DIALOGUE_FORMS[key as keyof typeof DIALOGUE_FORMS]?.[lang] ?? key
  return (
    <Section
      title={title}
      help={`${words.figuresHelp(formatDay(period.from), formatDay(period.to))} ${words.figuresNote}`}
    >
      <div class="mt-3">
        <StatRow>
          <Stat label={words.held} value={dialogues.held} />
          <Stat label={words.people} value={dialogues.people} note={`${words.women}: ${dialogues.women}`} />
          <Stat label={words.petitions} value={petitions.total} />
          <Stat label={words.requests} value={timeliness.requests} />
        </StatRow>
      </div>
      <FigureTable caption={words.byKind} lines={dialogues.byKind} name={kind} lang={lang} />
      {dialogues.bySession.length > 0 ? (
        <FigureTable caption={words.bySession} lines={dialogues.bySession} name={session} lang={lang} />
      ) : null}
      <FigureTable caption={words.byForm} lines={dialogues.byForm} name={form} lang={lang} />
      {dialogues.byChair.length > 0 ? (
        <FigureTable caption={words.byChair} lines={dialogues.byChair} name={model} lang={lang} />
      ) : null}
      <NumberTable
        caption={words.held}
        lang={lang}
        rows={[
          [words.byDeputy, dialogues.presidedByDeputy],
          [words.outsidePlan, dialogues.outsidePlan],
          [words.lateEntries, timeliness.lateEntries],
        ]}
      />
      <NumberTable
        caption={words.petitions}
        lang={lang}
        rows={[
          ...Object.entries(words.petitionRows).map(([key, label]) =>
            row(label, petitions[key as keyof typeof petitions]),
          ),
          ...Object.entries(words.moreRows).map(([key, label]) => row(label, petitions[key as keyof typeof petitions])),
        ]}
      />
      <BarFigure
        title={`${words.timeliness}: ${words.fellDue(timeliness.fellDue)}`}
        rows={[
          {
            key: 'all',
            label: words.timeliness,
            parts: [
              { key: 'onTime', label: words.onTime, value: timeliness.onTime, tone: 'good' },
              { key: 'late', label: words.late, value: timeliness.late, tone: 'bad' },
              { key: 'open', label: words.open, value: timeliness.open, tone: 'quiet' },
            ],
          },
        ]}
      />
      <p class="text-sm text-(--ink-soft)">
        {words.extended}: {timeliness.extended}
      </p>
    </Section>
  )
}

function row(label: string, value: number): [string, number] {
  return [label, value]
}

interface FigureTableProps {
  caption: string
  lines: readonly Figure[]
  name: (key: string) => string
  lang: Lang
}

const FIELDS = ['held', 'people', 'women', 'delegates'] as const

/** A line for every key, zeros too, and the sum; narrow enough for a phone. */
function FigureTable({ caption, lines, name, lang }: FigureTableProps) {
  const words = reportWords[lang]
  const sum = (field: (typeof FIELDS)[number]) => lines.reduce((total, line) => total + line[field], 0)
  return (
    <table class="my-5 w-full max-w-3xl border-collapse text-sm tabular-nums">
      <caption class="pb-1 text-left text-base font-semibold">{caption}</caption>
      <thead>
        <tr class="border-b border-(--line-strong)">
          <th scope="col" class="py-1 text-left font-medium">
            <span class="sr-only">{caption}</span>
          </th>
          {FIELDS.map((field) => (
            <th key={field} scope="col" class="w-16 py-1 pl-2 text-right font-medium sm:w-24">
              {words.short[field]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key} class="border-b border-(--line)">
            <th scope="row" class="py-1 text-left font-normal">
              {name(line.key)}
            </th>
            {FIELDS.map((field) => (
              <td key={field} class="py-1 pl-2 text-right">
                {formatNumber(line[field], lang)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr class="font-semibold">
          <th scope="row" class="py-1 text-left">
            {words.sum}
          </th>
          {FIELDS.map((field) => (
            <td key={field} class="py-1 pl-2 text-right">
              {formatNumber(sum(field), lang)}
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  )
}

function NumberTable({ caption, rows, lang }: { caption: string; rows: readonly [string, number][]; lang: Lang }) {
  return (
    <table class="my-5 w-full max-w-3xl border-collapse text-sm tabular-nums">
      <caption class="pb-1 text-left text-base font-semibold">{caption}</caption>
      <tbody>
        {rows.map(([label, value]) => (
          <tr key={label} class="border-b border-(--line)">
            <th scope="row" class="py-1 text-left font-normal">
              {label}
            </th>
            <td class="py-1 pl-2 text-right">{formatNumber(value, lang)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
