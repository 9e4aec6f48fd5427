import { timeLeft } from '../../../calendar/count-days.ts'
import type { WorkingCalendar } from '../../../calendar/working-calendar.ts'
import { formatDay } from '../../../platform/day.ts'
import { ANCHOR_EVENTS, type AnchorEvent } from '../../../regulations/regulation-vocabulary.ts'
import { aboutText } from '../../../reports/deadline-about.ts'
import type { When } from '../../../reports/deadline-filter.ts'
import type { OtherClock, VisibleDeadline } from '../../../reports/deadline-list-store.ts'
import { Badge } from '../../kit/badge.tsx'
import type { Column } from '../../kit/data-table.tsx'
import { DueDate } from '../../kit/due-date.tsx'
import { deadlineWords } from '../../words/deadline-words.ts'
import type { Lang } from '../../words/words.ts'
import type { OfficeRequest } from '../office-route.ts'

interface ColumnsInput {
  calendar: WorkingCalendar
  others: readonly OtherClock[]
  when: When
}

/** What the days of a deadline count from, in the reader's words. */
export function anchorLabel(event: string, lang: Lang): string {
  const { anchors } = deadlineWords[lang]
  return anchors[event as keyof typeof anchors] ?? ANCHOR_EVENTS[event as AnchorEvent]?.[lang] ?? event
}

/** What a deadline is about, in a few words. */
function subjectLabel(row: VisibleDeadline, lang: Lang): string {
  const words = deadlineWords[lang]
  const about = aboutText(row, 120)
  if (about !== null) return row.petitionCode && row.dialogueTitle ? `${about} · ${row.dialogueTitle}` : about
  if (row.dialogueTitle) return row.dialogueTitle
  return words.kinds[row.subjectKind as keyof typeof words.kinds] ?? row.subjectKind
}

/** The columns of the list: duty, what about, due with its other clock, who owes it, from when. */
export function deadlineColumns(request: OfficeRequest, { calendar, others, when }: ColumnsInput) {
  const { lang, today } = request
  const words = deadlineWords[lang]
  const columns: Column<VisibleDeadline>[] = [
    { key: 'duty', label: words.columns.duty, main: true, wide: true, sortKey: 'duty', cell: (row) => row.label },
    { key: 'subject', label: words.columns.subject, cell: (row) => subjectLabel(row, lang) },
    {
      key: 'due',
      label: words.columns.due,
      sortKey: 'due',
      cell: (row) => (
        <div>
          <DueDate
            due={row.dueOn}
            left={row.state === 'open' ? timeLeft(calendar, today, row.dueOn) : null}
            met={row.state === 'met' ? row.metOn : null}
            whyHref={request.link(`/han/${row.id}`)}
            provisional={row.provisional}
          />
          <Flags row={row} lang={lang} />
          <OtherClocks row={row} others={others} lang={lang} />
        </div>
      ),
    },
    {
      key: 'agency',
      label: words.columns.agency,
      sortKey: 'agency',
      cell: (row) => <span class="inline-block min-w-24">{row.agencyName ?? '–'}</span>,
    },
    {
      key: 'anchor',
      label: words.columns.anchor,
      sortKey: 'anchor',
      deskOnly: true,
      cell: (row) => `${anchorLabel(row.anchorEvent, lang)} ${formatDay(row.anchorOn)}`,
    },
  ]
  return when === 'met'
    ? [
        ...columns,
        {
          key: 'met',
          label: words.columns.met,
          sortKey: 'met',
          deskOnly: true,
          cell: (row: VisibleDeadline) => (row.metOn ? formatDay(row.metOn) : ''),
        },
      ]
    : columns
}

function Flags({ row, lang }: { row: VisibleDeadline; lang: Lang }) {
  const words = deadlineWords[lang]
  if (!row.extended && !row.complex) return null
  return (
    <span class="mt-1 flex flex-wrap gap-1">
      {row.extended ? <Badge tone="info">{words.extended}</Badge> : null}
      {row.complex ? <Badge tone="info">{words.complex}</Badge> : null}
    </span>
  )
}

/** The law's clock beside the province's: the one that ends later stands below. */
function OtherClocks({ row, others, lang }: { row: VisibleDeadline; others: readonly OtherClock[]; lang: Lang }) {
  const beside = others.filter(
    (one) =>
      one.id !== row.id &&
      one.subjectKind === row.subjectKind &&
      one.subjectId === row.subjectId &&
      one.direction === row.direction &&
      one.instrumentId !== row.instrumentId &&
      one.state === 'open',
  )
  if (beside.length === 0) return null
  const clocks = [{ instrument: row.instrument, dueOn: row.dueOn }, ...beside].sort((a, b) =>
    a.dueOn < b.dueOn ? -1 : 1,
  )
  const lines = new Set(clocks.map((one) => deadlineWords[lang].otherClock(one.instrument, formatDay(one.dueOn))))
  return <span class="mt-1 block text-xs text-(--ink-soft)">{[...lines].join(' · ')}</span>
}
