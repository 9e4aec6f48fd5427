import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import { firstNumberOf, type NumberBook } from './number-book.ts'

const columns = [
  'id',
  'name',
  'issuerAgencyId',
  'paperKinds',
  'mode',
  'period',
  'termFrom',
  'termTo',
  'pattern',
  'firstNumber',
  'fromDay',
  'toDay',
  'version',
] as const

/** Books of an authority, or of one issuer in it, by name. */
export async function listNumberBooks(db: Db, authorityId: number, issuerAgencyId?: number): Promise<NumberBook[]> {
  let query = db.selectFrom('numberBook').select(columns).where('authorityId', '=', authorityId)
  if (issuerAgencyId !== undefined) query = query.where('issuerAgencyId', '=', issuerAgencyId)
  return (await query.orderBy('name').orderBy('id').execute()) as NumberBook[]
}

export async function findNumberBook(db: Db, authorityId: number, id: number): Promise<NumberBook | null> {
  const row = await db
    .selectFrom('numberBook')
    .select(columns)
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (row as NumberBook | undefined) ?? null
}

export async function insertNumberBook(
  db: Db,
  authorityId: number,
  book: Omit<NumberBook, 'id' | 'version'>,
): Promise<number> {
  const row = await db
    .insertInto('numberBook')
    .values({ ...book, paperKinds: [...book.paperKinds], authorityId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Changes name and last day of a book; false when somebody else changed it meanwhile. */
export async function updateNumberBook(
  db: Db,
  authorityId: number,
  book: Pick<NumberBook, 'id' | 'version' | 'name' | 'toDay'>,
): Promise<boolean> {
  const result = await db
    .updateTable('numberBook')
    .set({ name: book.name, toDay: book.toDay, version: book.version + 1 })
    .where('authorityId', '=', authorityId)
    .where('id', '=', book.id)
    .where('version', '=', book.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** The next number of a book of ours; the book's head stays locked until the transaction ends, so none is lost. */
export async function advanceBook(db: Db, authorityId: number, book: NumberBook, period: string): Promise<number> {
  const first = firstNumberOf(book, period)
  const head = await db
    .insertInto('numberBookHead')
    .values({ authorityId, bookId: book.id, period, lastNumber: first })
    .onConflict((conflict) =>
      conflict
        .columns(['authorityId', 'bookId', 'period'])
        .doUpdateSet({ lastNumber: sql<number>`number_book_head.last_number + 1` }),
    )
    .returning('lastNumber')
    .executeTakeFirstOrThrow()
  return head.lastNumber
}

interface NumberEntry {
  bookId: number
  period: string
  number: number
  suffix: string
  paperId: number | null
  voidReason: string | null
  takenAt: Date
}

/** Writes a number into its book; false when it is taken already. */
export async function insertNumberEntry(db: Db, authorityId: number, entry: NumberEntry): Promise<boolean> {
  const row = await db
    .insertInto('numberEntry')
    .values({ ...entry, authorityId })
    .onConflict((conflict) => conflict.columns(['authorityId', 'bookId', 'period', 'number', 'suffix']).doNothing())
    .returning('number')
    .executeTakeFirst()
  return row !== undefined
}

/** Numbers of a book and period, newest first, with the papers that carry them. */
export async function listNumberEntries(db: Db, authorityId: number, bookId: number, period: string, limit = 500) {
  return db
    .selectFrom('numberEntry')
    .leftJoin('paper', (join) =>
      join.onRef('paper.authorityId', '=', 'numberEntry.authorityId').onRef('paper.id', '=', 'numberEntry.paperId'),
    )
    .select([
      'numberEntry.number',
      'numberEntry.suffix',
      'numberEntry.paperId',
      'numberEntry.voidReason',
      'numberEntry.takenAt',
      'paper.number as written',
      'paper.title',
      'paper.kind',
      'paper.datedOn',
      'paper.state',
      'paper.subjectKind',
      'paper.subjectId',
    ])
    .where('numberEntry.authorityId', '=', authorityId)
    .where('numberEntry.bookId', '=', bookId)
    .where('numberEntry.period', '=', period)
    .orderBy('numberEntry.number', 'desc')
    .orderBy('numberEntry.suffix', 'desc')
    .limit(limit)
    .execute()
}

/** What each book gave so far: last number, how many, how many void, by period. */
export async function summarizeBooks(db: Db, authorityId: number) {
  return db
    .selectFrom('numberEntry')
    .select(({ fn }) => [
      'bookId',
      'period',
      fn.max('number').as('lastNumber'),
      fn.countAll<number>().as('taken'),
      fn.count<number>('voidReason').as('void'),
    ])
    .where('authorityId', '=', authorityId)
    .groupBy(['bookId', 'period'])
    .orderBy('period')
    .execute()
}

/** Numbers of our books that are in no entry: there are none unless somebody went around the program. */
export async function listGaps(
  db: Db,
): Promise<{ authorityId: number; bookId: number; period: string; missing: number }[]> {
  const rows = await sql<{ authorityId: number; bookId: number; period: string; missing: number }>`
    select h.authority_id, h.book_id, h.period, n.number as missing
    from number_book_head h
    join number_book b on b.authority_id = h.authority_id and b.id = h.book_id and b.mode = 'ours'
    cross join lateral generate_series(
      (select min(e.number) from number_entry e
       where e.authority_id = h.authority_id and e.book_id = h.book_id and e.period = h.period),
      h.last_number) n(number)
    where not exists (select from number_entry e where e.authority_id = h.authority_id and e.book_id = h.book_id
      and e.period = h.period and e.number = n.number)
    order by 1, 2, 3, 4
  `.execute(db)
  return rows.rows
}
