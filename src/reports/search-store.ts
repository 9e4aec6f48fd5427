import { sql } from 'kysely'
import type { Actor } from '../changes/actor.ts'
import { listPetitions } from '../petitions/petition-list-store.ts'
import { visibilityOf } from '../petitions/petition-scope.ts'
import { readSearch, type SearchTerms } from '../petitions/petition-search.ts'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { listPaperRegister, paperVisibilityOf } from './paper-register-store.ts'

/** Of each kind so many are shown; the rest is in its own list. */
export const SEARCH_LIMIT = 8

/** Every folded word as a part of the folded text, in any order. */
function everyWord(text: ReturnType<typeof sql>, terms: SearchTerms) {
  const words = terms.folded.split(' ').slice(0, 8)
  const likes = words.map((word) => sql<boolean>`${text} like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`)
  return sql<boolean>`(${sql.join(likes, sql` and `)})`
}

/** Texts that have it exactly as typed, diacritics and all, stand first. */
function exactFirst(text: ReturnType<typeof sql>, terms: SearchTerms) {
  return sql`case when position(${terms.exact ?? terms.folded} in lower(${text})) > 0 then 0 else 1 end`
}

async function findDialogues(db: Db, authorityId: number, terms: SearchTerms) {
  const text = sql`title || ' ' || topic || ' ' || venue`
  return db
    .selectFrom('dialogue')
    .select(['id', 'title', 'heldOn', 'collectionClosesOn', 'venue', 'state'])
    .where('authorityId', '=', authorityId)
    .where(everyWord(sql`fold(${text})`, terms))
    .orderBy(exactFirst(text, terms))
    .orderBy('heldOn', (order) => order.desc().nullsFirst())
    .orderBy('id', 'desc')
    .limit(SEARCH_LIMIT)
    .execute()
}

/** People by their name or the post they hold on the day; those who hold none are found too. */
async function findPeople(db: Db, authorityId: number, terms: SearchTerms, on: Day) {
  const name = everyWord(sql`fold(full_name)`, terms)
  const title = everyWord(sql`fold(title)`, terms)
  const { rows } = await sql<{
    id: number
    fullName: string
    title: string | null
    agencyId: number | null
    agencyName: string | null
  }>`
    select person.id, person.full_name, post.title, agency.id as agency_id, agency.name as agency_name
    from person
    left join lateral (select h.post_id from post_holding h where h.authority_id = person.authority_id
      and h.person_id = person.id and h.from_day <= ${on} and (h.to_day is null or h.to_day >= ${on})
      order by h.from_day desc) holding on true
    left join post on post.authority_id = person.authority_id and post.id = holding.post_id
    left join agency on agency.authority_id = person.authority_id and agency.id = post.agency_id
    where person.authority_id = ${authorityId} and person.id in (
      select id from person where authority_id = ${authorityId} and ${name}
      union select h.person_id from post join post_holding h on h.authority_id = post.authority_id and h.post_id = post.id
        where post.authority_id = ${authorityId} and ${title})
    order by ${exactFirst(sql`person.full_name || ' ' || coalesce(post.title, '')`, terms)}, person.full_name, post.title
    limit ${SEARCH_LIMIT}
  `.execute(db)
  return rows
}

/**
 * What somebody searches for, as far as it is theirs to know of: petitions by words, code or person, dialogues, papers,
 * people with their posts. Without diacritics it finds all; with, the exact ones stand first. Null for no word at all.
 */
export async function searchEverything(db: Db, actor: Actor, authorityId: number, typed: string, today: Day) {
  const terms = readSearch(typed)
  if (!terms) return null
  const petitions = visibilityOf(actor, authorityId)
  const papers = paperVisibilityOf(actor, authorityId)
  const here = { authorityId }
  const first = { sort: 'newest' as const, direction: 'desc' as const, page: 1, pageSize: SEARCH_LIMIT }
  const [foundPetitions, dialogues, foundPapers, people] = await Promise.all([
    petitions ? listPetitions(db, petitions, { search: typed, today }, first) : [],
    actor.may('dialogue:read', here) ? findDialogues(db, authorityId, terms) : [],
    papers ? listPaperRegister(db, papers, { words: typed }, { limit: 40, offset: 0 }) : [],
    actor.may('agency:read', here) ? findPeople(db, authorityId, terms, today) : [],
  ])
  const exact = terms.exact ?? terms.folded
  const has = (paper: { title: string; number: string | null }) =>
    `${paper.title} ${paper.number ?? ''}`.toLowerCase().includes(exact) ? 0 : 1
  const sorted = [...foundPapers].sort((a, b) => has(a) - has(b)).slice(0, SEARCH_LIMIT)
  return { petitions: foundPetitions, dialogues, papers: sorted, people }
}

export type SearchResult = NonNullable<Awaited<ReturnType<typeof searchEverything>>>
