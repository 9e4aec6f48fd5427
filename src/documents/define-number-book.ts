import type { ChangeContext } from '../changes/define-change.ts'
import type { Day } from '../platform/day.ts'
import { BrokenRule, InputRejected, NotFound, StaleEdit } from '../platform/errors.ts'
import { isPaperKind, type NumberBook, overlapOf, periodOf } from './number-book.ts'
import {
  advanceBook,
  findNumberBook,
  insertNumberBook,
  insertNumberEntry,
  listNumberBooks,
  updateNumberBook,
} from './number-book-store.ts'
import { isExternalIssuer } from './paper-store.ts'

export type NumberBookDraft = Omit<NumberBook, 'id' | 'version'>

/** Opens a book of numbers for an issuer. Two books never number the same kind on the same day. Returns its id. */
export async function defineNumberBook(context: ChangeContext, draft: NumberBookDraft): Promise<number> {
  const { db, authorityId } = context
  if ((await isExternalIssuer(db, authorityId, draft.issuerAgencyId)) === null) {
    throw new InputRejected({ issuerAgencyId: 'notInList' })
  }
  if (draft.paperKinds.some((kind) => !isPaperKind(kind))) throw new InputRejected({ paperKinds: 'notInList' })
  if (!draft.pattern.includes('{n}')) throw new InputRejected({ pattern: 'patternWithoutNumber' })
  if (draft.period === 'term' && draft.termFrom === null) throw new InputRejected({ termFrom: 'required' })
  if (draft.toDay !== null && draft.toDay < draft.fromDay) throw new InputRejected({ toDay: 'beforeStart' })
  if (draft.termFrom && draft.termTo && draft.termTo < draft.termFrom)
    throw new InputRejected({ termTo: 'beforeStart' })
  const book = { ...draft, id: 0, version: 1 }
  if (periodOf(book, draft.fromDay) === null) throw new InputRejected({ fromDay: 'outsideTerm' })
  for (const other of await listNumberBooks(db, authorityId, draft.issuerAgencyId)) {
    if (overlapOf(book, other).length > 0) throw new BrokenRule('number-book/overlaps', { name: other.name })
  }
  const id = await insertNumberBook(db, authorityId, draft)
  context.record({ subjectKind: 'numberBook', subjectId: id, action: 'number-book/define', after: { ...draft } })
  return id
}

/** Renames a book or sets its last day; what it numbers never changes, a new book is opened for that. */
export async function reviseNumberBook(
  context: ChangeContext,
  revision: { bookId: number; version: number; name: string; toDay: Day | null },
): Promise<void> {
  const { db, authorityId } = context
  const book = await findNumberBook(db, authorityId, revision.bookId)
  if (!book) throw new NotFound('numberBook')
  if (revision.toDay !== null && revision.toDay < book.fromDay) throw new InputRejected({ toDay: 'beforeStart' })
  const next = { ...book, name: revision.name, toDay: revision.toDay }
  for (const other of await listNumberBooks(db, authorityId, book.issuerAgencyId)) {
    if (other.id !== book.id && overlapOf(next, other).length > 0) {
      throw new BrokenRule('number-book/overlaps', { name: other.name })
    }
  }
  if (!(await updateNumberBook(db, authorityId, { ...next, version: revision.version }))) {
    throw new StaleEdit('numberBook', { ...book })
  }
  context.record({
    subjectKind: 'numberBook',
    subjectId: book.id,
    action: 'number-book/revise',
    before: { name: book.name, toDay: book.toDay },
    after: { name: revision.name, toDay: revision.toDay },
  })
}

/** Uses up the next number of a book of ours for no paper, with the reason: the only way a gap can arise. */
export async function voidNumber(
  context: ChangeContext,
  act: { bookId: number; on: Day; reason: string },
): Promise<{ number: number }> {
  const { db, authorityId } = context
  const book = await findNumberBook(db, authorityId, act.bookId)
  if (!book) throw new NotFound('numberBook')
  if (book.mode !== 'ours') throw new BrokenRule('number-book/not-ours')
  const period = periodOf(book, act.on)
  if (period === null) throw new InputRejected({ on: 'outsideTerm' })
  const number = await advanceBook(db, authorityId, book, period)
  const entry = {
    bookId: book.id,
    period,
    number,
    suffix: '',
    paperId: null,
    voidReason: act.reason,
    takenAt: context.now,
  }
  if (!(await insertNumberEntry(db, authorityId, entry))) throw new BrokenRule('number-book/number-taken', { number })
  context.record({
    subjectKind: 'numberBook',
    subjectId: book.id,
    action: 'number-book/void-number',
    after: { period, number },
    reason: act.reason,
  })
  return { number }
}
