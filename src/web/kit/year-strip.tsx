import { type Day, daysBetween, formatDay, parseDay, yearOf } from '../../platform/day.ts'
import { kitWords } from '../words/kit-words.ts'
import { usePage } from './page-context.ts'

export interface YearStripItem {
  key: string
  day: Day
  state: 'planned' | 'held' | 'late'
  label: string
  href?: string
}

interface YearStripProps {
  year: number
  items: readonly YearStripItem[]
  today?: Day
}

const ROW = 22
const TOP = 34
/** Marks nearer than this share of the year go into another row. */
const APART = 0.035

function shareOfYear(day: Day, year: number): number {
  const first = parseDay(`${year}-01-01`)
  const length = daysBetween(first, parseDay(`${year + 1}-01-01`))
  return Math.min(1, Math.max(0, (daysBetween(first, day) + 0.5) / length))
}

interface Placed {
  item: YearStripItem
  at: number
  row: number
}

/** Puts each mark into the first row where it touches no other. */
export function placeOnStrip(items: readonly YearStripItem[], year: number): Placed[] {
  const ends: number[] = []
  return [...items]
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map((item) => {
      const at = shareOfYear(item.day, year)
      const free = ends.findIndex((end) => at - end >= APART)
      const row = free === -1 ? ends.length : free
      ends[row] = at
      return { item, at, row }
    })
}

function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`
}

function Mark({ state }: { state: YearStripItem['state'] }) {
  if (state === 'held') {
    return (
      <g class="strip-mark strip-held">
        <circle r="8" />
        <path d="m-3.5 .3 2.5 2.6L3.7-2.6" />
      </g>
    )
  }
  if (state === 'late') {
    return (
      <g class="strip-mark strip-late">
        <path d="M0-8.5 8.5 7h-17z" />
        <path d="M0-3.2v4.5M0 4v.3" />
      </g>
    )
  }
  return (
    <g class="strip-mark strip-planned">
      <circle r="7" />
    </g>
  )
}

/** One year as a strip of twelve months: planned, held, late. What it shows is also said as a list. */
export function YearStrip({ year, items, today }: YearStripProps) {
  const words = kitWords[usePage().lang]
  const placed = placeOnStrip(items, year)
  const rows = Math.max(1, ...placed.map(({ row }) => row + 1))
  const height = TOP + rows * ROW + 6
  const shownToday = today && yearOf(today) === year ? today : null
  const states = ['held', 'planned', 'late'] as const
  return (
    <figure class="year-strip">
      <svg width="100%" height={height} role="img" aria-label={words.yearTitle(year)}>
        {Array.from({ length: 12 }, (_, month) => (
          <g key={words.month(month + 1)}>
            {month % 2 === 0 ? (
              <rect class="strip-band" x={percent(month / 12)} y="0" width={percent(1 / 12)} height={height} />
            ) : null}
            <text class="strip-month" x={percent((month + 0.5) / 12)} y="17" text-anchor="middle">
              {month + 1}
            </text>
          </g>
        ))}
        <line class="strip-line" x1="0" x2="100%" y1="25" y2="25" />
        {shownToday ? (
          <line
            class="strip-today"
            x1={percent(shareOfYear(shownToday, year))}
            x2={percent(shareOfYear(shownToday, year))}
            y1="25"
            y2={height}
          />
        ) : null}
        {placed.map(({ item, at, row }) => (
          <svg key={item.key} x={percent(at)} y={TOP + row * ROW + 10} overflow="visible">
            <title>{`${formatDay(item.day)} ${item.label}`}</title>
            <Mark state={item.state} />
          </svg>
        ))}
      </svg>
      <figcaption>
        <ul class="strip-legend">
          {states.map((state) => (
            <li key={state}>
              <svg class="strip-sign" viewBox="-10 -10 20 20" aria-hidden="true">
                <Mark state={state} />
              </svg>
              {words.yearState[state]}: {items.filter((item) => item.state === state).length}
            </li>
          ))}
          {shownToday ? (
            <li>
              <svg class="strip-sign" viewBox="-10 -10 20 20" aria-hidden="true">
                <line class="strip-today" y1="-9" y2="9" />
              </svg>
              {words.today} {formatDay(shownToday)}
            </li>
          ) : null}
        </ul>
        <ul class="sr-only">
          {placed.map(({ item }) => (
            <li key={item.key}>
              {formatDay(item.day)}, {item.label}, {words.yearState[item.state]}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}
