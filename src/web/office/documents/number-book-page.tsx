import { listAgencies } from '../../../agencies/agency-store.ts'
import { type NumberBook, periodOf } from '../../../documents/number-book.ts'
import { findNumberBook, listNumberEntries, summarizeBooks } from '../../../documents/number-book-store.ts'
import { formatDay } from '../../../platform/day.ts'
import { NotFound } from '../../../platform/errors.ts'
import { visiblePaperTitles } from '../../../reports/paper-register-store.ts'
import { ActionBar } from '../../kit/action-bar.tsx'
import { Badge } from '../../kit/badge.tsx'
import { DataTable } from '../../kit/data-table.tsx'
import { DefinitionList } from '../../kit/definition-list.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { dossierWords } from '../../words/dossier-words.ts'
import { formatNumber } from '../../words/format-values.ts'
import type { Lang } from '../../words/words.ts'
import { officePage } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { kindName, PAPERS } from './paper-view.tsx'

export const BOOKS = '/quan-tri/so-van-ban'

/** From which number a book of ours goes on, and that this holds for its first period alone. */
function startText(book: NumberBook, lang: Lang): string | null {
  const period = periodOf(book, book.fromDay)
  if (book.mode !== 'ours' || book.firstNumber === 1 || period === null) return null
  const said = book.period === 'year' ? period : formatDay(book.termFrom!)
  return dossierWords[lang].startsAt(formatNumber(book.firstNumber, lang), said)
}

/** The book in the address; 404 for another authority's. */
export async function loadBook(request: OfficeRequest): Promise<NumberBook> {
  const book = await findNumberBook(request.db, request.authority.id, idParam(request))
  if (!book) throw new NotFound('numberBook')
  return book
}

/** GET /quan-tri/so-van-ban/:id */
export async function showBook(request: OfficeRequest): Promise<OfficeReply> {
  const { db, authority, lang, actor } = request
  const words = dossierWords[lang]
  const book = await loadBook(request)
  const agencies = await listAgencies(db, authority.id)
  const periods = (await summarizeBooks(db, authority.id)).filter((sum) => sum.bookId === book.id).reverse()
  const at = (act: string) => request.link(`${BOOKS}/${book.id}/${act}`)
  const parts = await Promise.all(
    periods.map(async (sum) => ({ sum, entries: await listNumberEntries(db, authority.id, book.id, sum.period) })),
  )
  const paperIds = parts.flatMap(({ entries }) => entries.flatMap((entry) => entry.paperId ?? []))
  const titles = await visiblePaperTitles(db, actor, authority.id, paperIds)
  return officePage(
    request,
    { title: book.name, active: 'administration' },
    <>
      <PageHeading
        trail={[{ href: request.link(BOOKS), label: words.books }]}
        kicker={book.pattern}
        title={book.name}
      />
      <ActionBar
        actions={[
          ...(book.mode === 'ours' ? [{ label: words.voidNumber, href: at('bo-so') }] : []),
          { label: words.revise, href: at('sua') },
        ]}
      />
      <DefinitionList
        facts={[
          { label: words.issuer, value: agencies.find((agency) => agency.id === book.issuerAgencyId)?.name },
          { label: words.mode, value: words.modes[book.mode] },
          { label: words.period, value: words.periods[book.period] },
          { label: words.termFrom, value: book.termFrom ? formatDay(book.termFrom) : null },
          { label: words.termTo, value: book.termTo ? formatDay(book.termTo) : null },
          { label: words.firstNumber, value: startText(book, lang) },
          { label: words.fromDay, value: formatDay(book.fromDay) },
          { label: words.toDay, value: book.toDay ? formatDay(book.toDay) : null },
          {
            label: words.paperKinds,
            value: book.paperKinds.map((kind) => kindName(kind, lang)).join(', ') || words.everyKind,
          },
        ]}
      />
      {parts.length === 0 ? <p>{words.noEntries}</p> : null}
      {parts.map(({ sum, entries }) => (
        <Section key={sum.period} title={`${words.entries}: ${sum.period}`} count={sum.taken}>
          <DataTable
            caption={`${words.entries}: ${sum.period}`}
            rows={entries}
            rowKey={(entry) => `${entry.number}${entry.suffix}`}
            rowHref={(entry) => (titles.has(entry.paperId ?? 0) ? request.link(`${PAPERS}/${entry.paperId}`) : null)}
            columns={[
              {
                key: 'number',
                label: words.number,
                main: true,
                cell: (entry) => entry.written ?? `${entry.number}${entry.suffix}`,
              },
              { key: 'day', label: words.voidOn, cell: (entry) => (entry.datedOn ? formatDay(entry.datedOn) : '') },
              {
                key: 'paper',
                label: words.paper,
                wide: true,
                cell: (entry) =>
                  entry.paperId === null ? (
                    <>
                      <Badge tone="warn">{words.voided}</Badge> {entry.voidReason}
                    </>
                  ) : (
                    (titles.get(entry.paperId) ?? words.restricted)
                  ),
              },
            ]}
          />
        </Section>
      ))}
    </>,
  )
}
