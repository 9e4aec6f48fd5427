import { daysBetween, formatDay } from '../../platform/day.ts'
import { shortened } from '../../platform/shortened.ts'
import { isOpen, isOverdue, wasLate } from '../../public-record/public-entry.ts'
import type { PublicEntryRow } from '../../public-record/public-entry-store.ts'
import { readingWords } from '../words/portal-reading-words.ts'
import type { Lang } from '../words/words.ts'
import type { PortalRequest } from './portal-route.ts'
import { PublicSign } from './public-sign.tsx'

const LONGEST_TITLE = 180

/** What is public stays in the language in which it was written. */
export function ownLanguage(lang: Lang): { lang: 'vi' } | Record<string, never> {
  return lang === 'vi' ? {} : { lang: 'vi' }
}

type Reader = Pick<PortalRequest, 'lang' | 'today' | 'link'>

/** A list of published petitions or items: what was asked, where it stands, who has it, by when. */
export function EntryList({ entries, request }: { entries: readonly PublicEntryRow[]; request: Reader }) {
  return (
    <ul class="entry-list">
      {entries.map((entry) => (
        <EntryLine key={entry.id} entry={entry} request={request} />
      ))}
    </ul>
  )
}

function EntryLine({ entry, request }: { entry: PublicEntryRow; request: Reader }) {
  const { lang, today, link } = request
  return (
    <li>
      <PublicSign entry={entry} today={today} lang={lang} />
      <a class="entry-title" href={link(`/ket-qua/${entry.id}`)} {...ownLanguage(lang)}>
        {shortened(entry.content, LONGEST_TITLE)}
      </a>
      <span class="entry-facts">{factsOf(entry, request).join(' · ')}</span>
    </li>
  )
}

function factsOf(entry: PublicEntryRow, { lang, today }: Reader): string[] {
  const words = readingWords[lang]
  const facts: string[] = []
  if (entry.agency) facts.push(entry.agency)
  if (entry.settledOn) facts.push(words.settledOn(formatDay(entry.settledOn)))
  else if (entry.answeredOn) facts.push(words.answeredOn(formatDay(entry.answeredOn)))
  if (!isOpen(entry) && wasLate(entry)) facts.push(words.late)
  if (isOpen(entry) && entry.dueOn) facts.push(words.due(formatDay(entry.dueOn)))
  if (isOverdue(entry, today)) facts.push(words.overdueBy(daysBetween(entry.dueOn!, today)))
  return facts
}
