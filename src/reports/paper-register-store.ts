import { sql } from 'kysely'
import type { Actor } from '../changes/actor.ts'
import { textLock } from '../papers/text-lock-store.ts'
import { type Visibility, visibilityOf } from '../petitions/petition-scope.ts'
import { visiblePetitions } from '../petitions/visible-petitions-store.ts'
import type { Db } from '../platform/db/connection.ts'

export interface PaperRegisterFilter {
  words?: string | undefined
  kind?: string | undefined
  state?: 'draft' | 'approved' | 'issued' | 'void' | undefined
  issuerAgencyId?: number | undefined
  dialogueId?: number | undefined
  year?: number | undefined
  sending?: 'unsent' | 'unreceived' | undefined
}

export const PAPER_SORTS = ['newest', 'datedOn', 'title'] as const
export type PaperSort = (typeof PAPER_SORTS)[number]

/** How much of an authority's papers somebody sees in the register. */
export interface PaperVisibility {
  authorityId: number
  agencyId: number | null
  /** all papers, or only those of, to and given to the own agency */
  wide: boolean
  /** drafts of others, too */
  drafts: boolean
  internalReview: boolean
  /** null: no paper about a petition */
  petitions: Visibility | null
}

/** Null when the actor may see no papers here at all. */
export function paperVisibilityOf(actor: Actor, authorityId: number): PaperVisibility | null {
  if (!actor.may('paper:read', { authorityId })) return null
  const all = { authorityId, agencyIds: [] }
  return {
    authorityId,
    agencyId: actor.agencyId,
    wide: actor.may('paper:read', all),
    drafts: actor.may('paper:draft', all) || actor.may('paper:issue', all) || actor.may('paper:approve', all),
    internalReview: actor.may('internal-review:read', { authorityId }),
    petitions: visibilityOf(actor, authorityId),
  }
}

/** The papers somebody may know of: the register, its counts and its search start here. */
function visiblePapers(db: Db, see: PaperVisibility) {
  const own = see.agencyId ?? 0
  return db
    .selectFrom('paper')
    .where('paper.authorityId', '=', see.authorityId)
    .$if(!see.internalReview, (query) => query.where('paper.kind', '<>', 'internalReviewMinutes'))
    .$if(!see.drafts, (query) =>
      query.where((or) => or.or([or('paper.state', 'in', ['issued', 'void']), or('paper.issuerAgencyId', '=', own)])),
    )
    .where((or) => {
      const aboutOther = or('paper.subjectKind', '<>', 'petition')
      if (see.petitions === null) return aboutOther
      const known = visiblePetitions(db, { ...see.petitions, wide: true }).select('petition.id')
      return or.or([aboutOther, or('paper.subjectId', 'in', known)])
    })
    .$if(!see.wide, (query) =>
      query.where((or) =>
        or.or([
          or('paper.issuerAgencyId', '=', own),
          or.exists(
            or
              .selectFrom('paperRecipient')
              .select('paperRecipient.id')
              .whereRef('paperRecipient.authorityId', '=', 'paper.authorityId')
              .whereRef('paperRecipient.paperId', '=', 'paper.id')
              .where('paperRecipient.agencyId', '=', own)
              .where('paperRecipient.sentOn', 'is not', null),
          ),
          ...(see.petitions === null
            ? []
            : [
                or.and([
                  or('paper.subjectKind', '=', 'petition'),
                  or('paper.subjectId', 'in', visiblePetitions(db, see.petitions).select('petition.id')),
                ]),
              ]),
        ]),
      ),
    )
}

const unsent = sql<boolean>`paper.state = 'issued' and exists (select from paper_recipient r
  where r.authority_id = paper.authority_id and r.paper_id = paper.id and r.sent_on is null)`
const unreceived = sql<boolean>`paper.state = 'issued' and exists (select from paper_recipient r
  where r.authority_id = paper.authority_id and r.paper_id = paper.id and r.sent_on is not null and r.received_on is null)`

function filtered(db: Db, see: PaperVisibility, filter: PaperRegisterFilter) {
  let query = visiblePapers(db, see)
  if (filter.kind) query = query.where('paper.kind', '=', filter.kind)
  if (filter.state) query = query.where('paper.state', '=', filter.state)
  if (filter.issuerAgencyId) query = query.where('paper.issuerAgencyId', '=', filter.issuerAgencyId)
  if (filter.dialogueId) query = query.where('paper.dialogueId', '=', filter.dialogueId)
  if (filter.year) query = query.where(yearOfPaper, '=', filter.year)
  if (filter.sending) query = query.where(filter.sending === 'unsent' ? unsent : unreceived)
  // the title of a locked draft may say what it was locked for
  if (filter.words?.trim()) query = query.where(sql<boolean>`${textLock} is null`)
  for (const word of (filter.words ?? '').split(/\s+/).filter(Boolean).slice(0, 8)) {
    const like = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    query = query.where(sql<boolean>`fold(paper.title || ' ' || coalesce(paper.number, '')) like fold(${like})`)
  }
  return query
}

const yearOfPaper = sql<number>`extract(year from coalesce(paper.dated_on, paper.created_at at time zone 'Asia/Ho_Chi_Minh'))::int`

/** One page of the register with what was sent and received of each paper. */
export async function listPaperRegister(
  db: Db,
  see: PaperVisibility,
  filter: PaperRegisterFilter,
  window: { sort?: PaperSort; descending?: boolean; limit: number; offset: number },
) {
  const direction = window.descending === false ? 'asc' : 'desc'
  const key = window.sort === 'datedOn' ? 'paper.datedOn' : window.sort === 'title' ? 'paper.title' : 'paper.id'
  return filtered(db, see, filter)
    .leftJoin('agency', (join) =>
      join.onRef('agency.authorityId', '=', 'paper.authorityId').onRef('agency.id', '=', 'paper.issuerAgencyId'),
    )
    .leftJoin('dialogue', (join) =>
      join.onRef('dialogue.authorityId', '=', 'paper.authorityId').onRef('dialogue.id', '=', 'paper.dialogueId'),
    )
    .leftJoinLateral(
      (lateral) =>
        lateral
          .selectFrom('paperRecipient')
          .whereRef('paperRecipient.authorityId', '=', 'paper.authorityId')
          .whereRef('paperRecipient.paperId', '=', 'paper.id')
          .select(({ fn }) => [
            fn.countAll<number>().as('recipients'),
            fn.count<number>('paperRecipient.sentOn').as('sent'),
            fn.count<number>('paperRecipient.receivedOn').as('received'),
          ])
          .as('sending'),
      (join) => join.onTrue(),
    )
    .select([
      'paper.id',
      'paper.kind',
      sql<string>`case when ${textLock} is null then paper.title else '' end`.as('title'),
      'paper.number',
      'paper.datedOn',
      'paper.state',
      'paper.lateEntry',
      'paper.subjectKind',
      'paper.subjectId',
      'paper.dialogueId',
      'agency.shortName as issuer',
      'dialogue.title as dialogueTitle',
      'sending.recipients',
      'sending.sent',
      'sending.received',
    ])
    .orderBy(key, (order) => (direction === 'asc' ? order.asc() : order.desc()).nullsLast())
    .orderBy('paper.id', 'desc')
    .limit(window.limit)
    .offset(window.offset)
    .execute()
}

export type PaperRow = Awaited<ReturnType<typeof listPaperRegister>>[number]

export async function countPaperRegister(db: Db, see: PaperVisibility, filter: PaperRegisterFilter): Promise<number> {
  const row = await filtered(db, see, filter)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}

/** Years in which the authority has papers, the newest first. */
export async function listPaperYears(db: Db, see: PaperVisibility): Promise<number[]> {
  const rows = await visiblePapers(db, see).select(yearOfPaper.as('year')).distinct().orderBy('year', 'desc').execute()
  return rows.map((row) => row.year)
}

/** Titles of those of these papers that the actor may know of. */
export async function visiblePaperTitles(
  db: Db,
  actor: Actor,
  authorityId: number,
  paperIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const see = paperVisibilityOf(actor, authorityId)
  if (!see || paperIds.length === 0) return new Map()
  const rows = await visiblePapers(db, see)
    .select(['paper.id', 'paper.title'])
    .where('paper.id', 'in', [...paperIds])
    .execute()
  return new Map(rows.map((row) => [row.id, row.title]))
}
