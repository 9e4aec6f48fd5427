import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'

/** Words that stand in nearly every petition and tell nothing of its matter. */
const COMMON = new Set(
  `anh bac ban bao ben boi cac cai can cang chi cho chung chua co con cua cung da dang de den di do duoc gi gia giu hay
  hien ho hoi khi khong kien ky la lai lam len luc ma moi mong mot nam nao nay ngay nghi nguoi nha nhan nhieu nhu nhung o
  ong phai qua ra rat roi sau se so tai tat the theo thi thon toi tren trong truoc tu tung va van vao ve vi viec voi xa
  xin`.split(/\s+/),
)

export interface SimilarEntry {
  id: number
  content: string
  answered: boolean
  seconded: number
}

/**
 * Published petitions in whose own words most of the telling words of a text stand, the closest first; at most three.
 * What was answered counts for nothing: long answers have every word. Reads the published copies alone, so that nothing
 * unpublished can be found out by writing.
 */
export async function listSimilarEntries(db: Db, authorityId: number, text: string): Promise<SimilarEntry[]> {
  const words = await tellingWords(db, text)
  if (words.length < 2) return []
  const { rows } = await sql<SimilarEntry & { shared: number }>`
    select id, content, answered, seconded, shared from (
      select e.id, e.content, e.state in ('answered', 'settled') as answered, e.seconded,
        (select count(*) from unnest(${words}::text[]) w
          where w = any(regexp_split_to_array(fold(e.content), '[^a-z0-9]+')))::int as shared
      from public_entry e
      where e.authority_id = ${authorityId} and e.kind = 'petition'
        and e.words @@ to_tsquery('simple', ${words.join(' | ')})
    ) near
    where shared >= ${Math.max(2, Math.ceil(words.length * 0.5))}
    order by shared desc, answered desc, id desc limit 3`.execute(db)
  return rows
}

/** The petition behind a published copy, to be counted with; null when it is not, or no longer, public. */
export async function findSecondable(db: Db, authorityId: number, entryId: number) {
  const found = await db
    .selectFrom('publicEntry')
    .select(['id', 'subjectId', 'content', 'seconded', 'state'])
    .where('authorityId', '=', authorityId)
    .where('id', '=', entryId)
    .where('kind', '=', 'petition')
    .executeTakeFirst()
  return found ?? null
}

/** The words of a text without signs that tell something of its matter. */
async function tellingWords(db: Db, text: string): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`
    select distinct w as word from regexp_split_to_table(fold(${text.slice(0, 5000)}), '[^a-z0-9]+') w
    where length(w) > 1`.execute(db)
  return rows
    .map((row) => row.word)
    .filter((word) => !COMMON.has(word))
    .slice(0, 40)
}
