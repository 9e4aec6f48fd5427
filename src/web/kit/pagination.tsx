import { formatNumber } from '../words/format-values.ts'
import { kitWords } from '../words/kit-words.ts'
import { withQuery } from './address-query.ts'
import { usePage } from './page-context.ts'

interface PaginationProps {
  /** Path and query of this page; the page number is put in as `page`. */
  address: string
  /** From 1. */
  page: number
  pageSize: number
  total: number
}

/** First, last and the neighbours of `page`; `null` stands for a gap. */
export function pagesToShow(page: number, last: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, last].filter((n) => n >= 1 && n <= last)
  const pages = [...new Set(wanted)].sort((a, b) => a - b)
  return pages.flatMap((n, at) => {
    const before = pages[at - 1]
    if (before === undefined || n === before + 1) return [n]
    return n === before + 2 ? [n - 1, n] : [null, n]
  })
}

/** Where one is in a long list, and the way to the rest of it. */
export function Pagination({ address, page, pageSize, total }: PaginationProps) {
  const { lang } = usePage()
  const words = kitWords[lang]
  const last = Math.max(1, Math.ceil(total / pageSize))
  const from = total === 0 ? 0 : (page - 1) * pageSize + 1
  const href = (n: number) => withQuery(address, { page: n === 1 ? null : n })
  const said = [from, Math.min(total, page * pageSize), total].map((n) => formatNumber(n, lang))
  return (
    <nav class="pagination" aria-label={words.pages}>
      <p class="pagination-range">{words.range(said[0]!, said[1]!, said[2]!)}</p>
      {last > 1 ? (
        <ul>
          {page > 1 ? (
            <li>
              <a href={href(page - 1)} rel="prev">
                {words.previous}
              </a>
            </li>
          ) : null}
          {pagesToShow(page, last).map((n, at) => (
            <li key={n ?? `gap-${at}`}>
              {n === null ? (
                <span class="pagination-gap">…</span>
              ) : (
                <a href={href(n)} aria-label={words.page(n)} aria-current={n === page ? 'page' : undefined}>
                  {formatNumber(n, lang)}
                </a>
              )}
            </li>
          ))}
          {page < last ? (
            <li>
              <a href={href(page + 1)} rel="next">
                {words.next}
              </a>
            </li>
          ) : null}
        </ul>
      ) : null}
    </nav>
  )
}
