import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import { WITHHELD } from './facts/petition-fact-store.ts'

/**
 * Why the text of a draft may not be read or issued: a petition it was drawn from is only for some now (`restricted`),
 * or the data of a petitioner were erased since (`erased`). Drawing it again lifts the lock.
 */
export type TextLock = 'restricted' | 'erased'

/** The lock on the text of a `paper` of the query; null where there is none. A text is free of locks once issued. */
export const textLock = sql<TextLock | null>`(select case
    when x.about <> 'petition' and exists (select from petition p where p.authority_id = x.authority_id
      and p.id = any(x.petition_ids) and ${WITHHELD}) then 'restricted'
    when exists (select from petition p join petitioner r on r.authority_id = p.authority_id
      and (r.id = p.petitioner_id or exists (select from petition_copetitioner c
        where c.authority_id = p.authority_id and c.petition_id = p.id and c.petitioner_id = r.id))
      where p.authority_id = x.authority_id and p.id = any(x.petition_ids) and r.erased_at >= x.drawn_at) then 'erased'
  end from paper_sheet x
  where x.authority_id = paper.authority_id and x.paper_id = paper.id and x.sealed_at is null)`

/** The lock on the text of one paper; null for a free text, and for a paper without one. */
export async function findTextLock(db: Db, authorityId: number, paperId: number): Promise<TextLock | null> {
  const row = await db
    .selectFrom('paper')
    .select(textLock.as('lock'))
    .where('paper.authorityId', '=', authorityId)
    .where('paper.id', '=', paperId)
    .executeTakeFirst()
  return row?.lock ?? null
}

/**
 * As `findTextLock`, while nobody can restrict a petition of the text or erase its petitioner until the transaction
 * ends: for issuing it.
 */
export async function holdTextLock(db: Db, authorityId: number, paperId: number): Promise<TextLock | null> {
  await sql`select p.id from petition p
    join petitioner r on r.authority_id = p.authority_id and r.id = p.petitioner_id
    where p.authority_id = ${authorityId} and p.id = any((select x.petition_ids from paper_sheet x
      where x.authority_id = ${authorityId} and x.paper_id = ${paperId})::bigint[])
    order by p.id for share`.execute(db)
  return findTextLock(db, authorityId, paperId)
}
