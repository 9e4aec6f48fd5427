import { withQuery } from '../../kit/address-query.ts'
import { Pagination } from '../../kit/pagination.tsx'
import { oversightWords } from '../../words/oversight-words.ts'
import { type OfficeRequest, queryText } from '../office-route.ts'

/** So many authorities stand on a page of a long table. */
const PAGE_SIZE = 50

/** The part of a long table that is shown. */
export interface UnitRows {
  /** places of the rows shown: from this one on, up to but without that one */
  from: number
  to: number
  total: number
}

/** Which of `total` rows are asked for: a page of them, or all with `tat-ca=1`. */
export function unitRows(request: OfficeRequest, total: number): UnitRows {
  if (total <= PAGE_SIZE || queryText(request, 'tat-ca') === '1') return allRows(total)
  const last = Math.ceil(total / PAGE_SIZE)
  const page = Math.min(last, Math.max(1, Math.trunc(Number(queryText(request, 'page'))) || 1))
  return { from: (page - 1) * PAGE_SIZE, to: Math.min(total, page * PAGE_SIZE), total }
}

export const allRows = (total: number): UnitRows => ({ from: 0, to: total, total })

/** The way to the other rows; nothing where all are there anyway. */
export function UnitPages({ request, rows }: { request: OfficeRequest; rows: UnitRows }) {
  const { from, to, total } = rows
  if (total <= PAGE_SIZE) return null
  const words = oversightWords[request.lang]
  const { address } = request.chrome
  const all = to - from === total
  return (
    <div class="flex flex-wrap items-center gap-x-6 gap-y-2 print:hidden">
      {all ? null : <Pagination address={address} page={from / PAGE_SIZE + 1} pageSize={PAGE_SIZE} total={total} />}
      <a href={withQuery(address, { 'tat-ca': all ? null : '1', page: null })}>
        {all ? words.inPages : words.onOnePage(total)}
      </a>
    </div>
  )
}
