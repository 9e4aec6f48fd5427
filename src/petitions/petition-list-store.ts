import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { COUNT_CAP, type PageWanted, type PetitionFilter, statesOf } from './petition-list.ts'
import type { Visibility } from './petition-scope.ts'
import { readSearch, type SearchTerms } from './petition-search.ts'
import { visiblePetitions, withPetitionerAndAgency } from './visible-petitions-store.ts'

function filtered(db: Db, visibility: Visibility, filter: PetitionFilter) {
  const { authorityId } = visibility
  let query = visiblePetitions(db, visibility)
  const states = statesOf(filter.state)
  if (states?.length === 1) query = query.where('petition.state', '=', states[0]!)
  else if (states) query = query.where('petition.state', 'in', [...states])
  if (filter.state === 'overdue') {
    query = query.where(
      sql<boolean>`petition.id in (select d.subject_id from deadline d where d.authority_id = ${authorityId}
        and d.state = 'open' and d.due_on < ${filter.today} and d.subject_kind = 'petition')`,
    )
  }
  if (filter.dialogueId) query = query.where('petition.dialogueId', '=', filter.dialogueId)
  if (filter.disposition) query = query.where('petition.disposition', '=', filter.disposition)
  if (filter.subjectArea) query = query.where('petition.subjectArea', '=', filter.subjectArea)
  if (filter.kind) query = query.where('petition.kind', '=', filter.kind)
  if (filter.urgency) query = query.where('petition.urgency', '=', filter.urgency)
  if (filter.petitionerId) {
    query = query.where(
      sql<boolean>`(petition.petitioner_id = ${filter.petitionerId} or exists (select from petition_copetitioner c
        where c.authority_id = petition.authority_id and c.petition_id = petition.id
        and c.petitioner_id = ${filter.petitionerId}))`,
    )
  }
  if (filter.agencyId) {
    query = query.where(
      sql<boolean>`petition.id in (
        select id from petition where authority_id = ${authorityId} and lead_agency_id = ${filter.agencyId}
        union select petition_id from petition_support where authority_id = ${authorityId} and agency_id = ${filter.agencyId})`,
    )
  }
  if (filter.channel) {
    query = query.where(
      sql<boolean>`exists (select from submission s where s.authority_id = petition.authority_id
        and s.id = petition.submission_id and s.channel = ${filter.channel})`,
    )
  }
  const terms = filter.search ? readSearch(filter.search) : null
  if (terms) query = query.where(matches(authorityId, terms))
  return query
}

/** Found by its words or code, or by the name of who raised it. */
function matches(authorityId: number, terms: SearchTerms) {
  const name = `%${terms.folded.replace(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`petition.id in (
    select id from petition where authority_id = ${authorityId} and words @@ to_tsquery('simple', ${terms.query})
    union select p.id from petitioner n join petition p on p.authority_id = n.authority_id and p.petitioner_id = n.id
      where n.authority_id = ${authorityId} and fold(n.name) like ${name})`
}

// a confidential petition shows its words only when it is opened, which asks for a purpose
const content = sql<string>`case when petition.confidential then '' else petition.content end`.as('content')

/** As much as any list shows of a petition. */
const opening = sql<string>`case when petition.confidential then '' else left(petition.content, 801) end`.as('content')

const dueOn = sql<Day | null>`(select min(d.due_on) from deadline d where d.authority_id = petition.authority_id
  and d.subject_kind = 'petition' and d.subject_id = petition.id and d.state = 'open')`

const deadlineId = sql<number | null>`(select d.id from deadline d where d.authority_id = petition.authority_id
  and d.subject_kind = 'petition' and d.subject_id = petition.id and d.state = 'open' order by d.due_on, d.id limit 1)`

/**
 * One page of the petitions the reader may know of, with the opening of their words. With a search typed with diacritics, texts that have it exactly
 * come first; else the order wanted.
 */
export function listPetitions(db: Db, visibility: Visibility, filter: PetitionFilter, page: PageWanted) {
  return petitionListQuery(db, visibility, filter, page).execute()
}

/** The query of `listPetitions`, so that its plan can be looked at. */
export function petitionListQuery(db: Db, visibility: Visibility, filter: PetitionFilter, page: PageWanted) {
  let query = withPetitionerAndAgency(filtered(db, visibility, filter)).select([
    'petition.id',
    'petition.code',
    opening,
    'petition.kind',
    'petition.state',
    'petition.subjectArea',
    'petition.disposition',
    'petition.receivedOn',
    'petition.dialogueId',
    'petition.leadAgencyId',
    'petition.sensitive',
    'petition.confidential',
    'petition.complex',
    'petition.repeatNumber',
    'petition.answeredOn',
    'petition.promisedOn',
    'petition.settledOn',
    'petition.version',
    'agency.shortName as agencyName',
    'petitioner.kind as petitionerKind',
    sql<string | null>`case when petition.confidential then null else petitioner.name end`.as('petitionerName'),
    dueOn.as('dueOn'),
    deadlineId.as('deadlineId'),
  ])
  const exact = filter.search ? readSearch(filter.search)?.exact : null
  if (exact) query = query.orderBy(sql`position(${exact} in lower(petition.content)) > 0`, 'desc')
  const { direction } = page
  if (page.sort === 'received') query = query.orderBy('petition.receivedOn', direction)
  if (page.sort === 'code') query = query.orderBy('petition.code', direction)
  if (page.sort === 'state') query = query.orderBy('petition.state', direction)
  if (page.sort === 'agency') query = query.orderBy('agency.shortName', direction)
  if (page.sort === 'due') query = query.orderBy(sql`${dueOn} ${sql.raw(direction)} nulls last`)
  return query
    .orderBy('petition.id', page.sort === 'newest' ? direction : 'desc')
    .limit(page.pageSize)
    .offset((page.page - 1) * page.pageSize)
}

export type PetitionRow = Awaited<ReturnType<typeof listPetitions>>[number]

/** How many there are, counted up to `COUNT_CAP`. */
export async function countPetitions(db: Db, visibility: Visibility, filter: PetitionFilter): Promise<number> {
  const some = filtered(db, visibility, filter).select('petition.id').limit(COUNT_CAP)
  const row = await db.selectFrom(some.as('some')).select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  return row.total
}

/** Where the petitions of a dialogue stand; merged, withdrawn and handed-over ones are told apart, not counted. */
export async function countPetitionsOfDialogue(db: Db, visibility: Visibility, dialogueId: number, today: Day) {
  return visiblePetitions(db, visibility)
    .where('petition.dialogueId', '=', dialogueId)
    .select([
      sql<number>`count(*) filter (where state not in ('merged', 'withdrawn', 'handedOver'))`.as('total'),
      sql<number>`count(*) filter (where state = 'received')`.as('unclassified'),
      sql<number>`count(*) filter (where state in ('received', 'classified') and kind not in ('complaint', 'denunciation'))`.as(
        'unassigned',
      ),
      sql<number>`count(*) filter (where state = 'assigned')`.as('beingPrepared'),
      sql<number>`count(*) filter (where state = 'answerPrepared')`.as('prepared'),
      sql<number>`count(*) filter (where answered_on is not null)`.as('answered'),
      sql<number>`count(*) filter (where answered_how = 'atConference')`.as('answeredAtConference'),
      sql<number>`count(*) filter (where settled_on is not null)`.as('settled'),
      sql<number>`count(*) filter (where state = 'transferred')`.as('transferred'),
      sql<number>`count(*) filter (where state = 'escalated')`.as('escalated'),
      sql<number>`count(*) filter (where state = 'handedOver')`.as('handedOver'),
      sql<number>`count(*) filter (where state in ('received', 'classified', 'assigned', 'answerPrepared'))`.as('open'),
      sql<number>`count(*) filter (where exists (select from deadline d where d.authority_id = petition.authority_id
        and d.subject_kind = 'petition' and d.subject_id = petition.id and d.state = 'open' and d.due_on < ${today}))`.as(
        'overdue',
      ),
    ])
    .executeTakeFirstOrThrow()
}

/** The rows of the digest of a dialogue (003 4.1, 004 V.1(3)): who, what, answer, result, who settles, which group. */
export async function listDigest(db: Db, visibility: Visibility, dialogueId: number) {
  return withPetitionerAndAgency(visiblePetitions(db, visibility))
    .innerJoin('submission', (join) =>
      join
        .onRef('submission.authorityId', '=', 'petition.authorityId')
        .onRef('submission.id', '=', 'petition.submissionId'),
    )
    .leftJoin('agency as village', (join) =>
      join
        .onRef('village.authorityId', '=', 'petitioner.authorityId')
        .onRef('village.id', '=', 'petitioner.villageAgencyId'),
    )
    .select([
      'petition.id',
      'petition.code',
      content,
      'petition.kind',
      'petition.state',
      'petition.subjectArea',
      'petition.urgency',
      'petition.disposition',
      'petition.proposedSettlement',
      'petition.settlement',
      'petition.settledOn',
      'petition.answeredOn',
      'petition.resolvedBefore',
      'petition.confidential',
      'petition.competence',
      'submission.channel',
      'agency.name as agencyName',
      'village.name as villageName',
      'petitioner.kind as petitionerKind',
      sql<string | null>`case when petition.confidential then null else petitioner.name end`.as('petitionerName'),
      dueOn.as('dueOn'),
      sql<{ text: string; state: string; kind: string } | null>`(select jsonb_build_object('text', a.text,
        'state', a.state, 'kind', a.kind) from petition_answer a where a.authority_id = petition.authority_id
        and a.petition_id = petition.id and a.kind in ('prepared', 'atConference', 'reply')
        order by a.id desc limit 1)`.as('answer'),
    ])
    .where('petition.dialogueId', '=', dialogueId)
    .where('petition.state', 'not in', ['merged', 'withdrawn'])
    .orderBy('petition.subjectArea')
    .orderBy('petition.id')
    .execute()
}

export type DigestRow = Awaited<ReturnType<typeof listDigest>>[number]
