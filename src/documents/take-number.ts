import type { ChangeContext } from '../changes/define-change.ts'
import type { Day } from '../platform/day.ts'
import { BrokenRule, InputRejected } from '../platform/errors.ts'
import { chooseBook, mayGoWithoutNumber, neverNumbered, periodOf, readTypedNumber, writeNumber } from './number-book.ts'
import { advanceBook, insertNumberEntry, listNumberBooks } from './number-book-store.ts'

interface NumberRequest {
  paperId: number
  kind: string
  /** of a paper drawn from data; null: typed */
  variant: string | null
  issuerAgencyId: number
  datedOn: Day
  /** for external books: what the authority's own document system gave */
  typed: string | null
}

/**
 * Number and symbol of a paper from the book of its issuer, kind and period, in the transaction of its issue. Ours:
 * the next one, without a gap. External: the typed one, unique. Null for kinds that are kept without a number.
 */
export async function takeNumber(context: ChangeContext, request: NumberRequest): Promise<string | null> {
  if (neverNumbered(request.kind)) return request.typed
  const { db, authorityId } = context
  const books = await listNumberBooks(db, authorityId, request.issuerAgencyId)
  const book = chooseBook(books, request.kind, request.datedOn)
  if (book === null) {
    if (mayGoWithoutNumber(request.kind)) return request.typed
    throw new BrokenRule('paper/no-number-book')
  }
  const period = periodOf(book, request.datedOn)!
  const entry = { bookId: book.id, period, paperId: request.paperId, voidReason: null, takenAt: context.now }
  if (book.mode === 'ours') {
    if (request.typed !== null) throw new InputRejected({ number: 'numberGivenByBook' })
    const number = await advanceBook(db, authorityId, book, period)
    if (!(await insertNumberEntry(db, authorityId, { ...entry, number, suffix: '' }))) {
      throw new BrokenRule('number-book/number-taken', { number })
    }
    return writeNumber(book.pattern, number, '', request.kind, request.variant)
  }
  if (request.typed === null) throw new InputRejected({ number: 'required' })
  const read = readTypedNumber(request.typed)
  if (read === null) throw new InputRejected({ number: 'notANumber' })
  if (!(await insertNumberEntry(db, authorityId, { ...entry, ...read }))) {
    throw new InputRejected({ number: 'numberTaken' })
  }
  return writeNumber(book.pattern, read.number, read.suffix, request.kind, request.variant)
}
