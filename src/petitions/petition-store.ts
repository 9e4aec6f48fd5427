import { sql, type Updateable } from 'kysely'
import type { AccessScope } from '../changes/actor.ts'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import { fixedRead } from '../platform/db/fixed-read.ts'
import type { DB } from '../platform/db/tables.ts'
import { NotFound, StaleEdit } from '../platform/errors.ts'
import type { Petition } from './petition.ts'
import { type PetitionScopes, petitionScopes } from './petition-scope.ts'
import type { PetitionFacts } from './petition-state.ts'

/** Takes the next `count` numbers of the year; the counter's row is held until the transaction ends. First one back. */
export async function takeCodeNumbers(db: Db, authorityId: number, year: number, count: number): Promise<number> {
  const row = await db
    .insertInto('petitionCodeCounter')
    .values({ authorityId, year, lastNumber: count })
    .onConflict((conflict) =>
      conflict
        .columns(['authorityId', 'year'])
        .doUpdateSet({ lastNumber: sql`petition_code_counter.last_number + ${count}` }),
    )
    .returning('lastNumber')
    .executeTakeFirstOrThrow()
  return row.lastNumber - count + 1
}

export async function findCasePrefix(db: Db, authorityId: number): Promise<string> {
  const row = await db.selectFrom('authority').select('casePrefix').where('id', '=', authorityId).executeTakeFirst()
  if (!row) throw new NotFound('authority')
  return row.casePrefix
}

export interface NewPetition {
  authorityId: number
  code: string
  submissionId: number
  dialogueId: number | null
  petitionerId: number
  receivedOn: Day
  raised: string
  content: string
  kind: string
  subjectArea: string | null
  confidential: boolean
  enteredBy: number | null
  repeatOfId?: number | null
  repeatNumber?: number
  continued?: boolean
}

/** Inserts petitions in the order given; returns their ids. */
export async function insertPetitions(db: Db, petitions: readonly NewPetition[]): Promise<number[]> {
  const rows = await db
    .insertInto('petition')
    .values([...petitions])
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

/** Throws NotFound. Who may read it is asked elsewhere. */
export async function getPetition(db: Db, authorityId: number, id: number): Promise<Petition> {
  const found = await findPetition(db, authorityId, id)
  if (!found) throw new NotFound('petition')
  return found
}

const petitionById = fixedRead((db, authorityId: number, id: number) =>
  db.selectFrom('petition').selectAll().where('authorityId', '=', authorityId).where('id', '=', id),
)

export async function findPetition(db: Db, authorityId: number, id: number): Promise<Petition | null> {
  return (await petitionById(db, authorityId, id))[0] ?? null
}

export type PetitionValues = Omit<Updateable<DB['petition']>, 'authorityId' | 'id' | 'version' | 'words' | 'createdAt'>

/** Writes new values over the version that was read; throws StaleEdit when somebody wrote in between. */
export async function updatePetition(
  db: Db,
  before: Pick<Petition, 'authorityId' | 'id'>,
  version: number,
  values: PetitionValues,
): Promise<void> {
  const written = await db
    .updateTable('petition')
    .set({ ...values, version: sql`version + 1` })
    .where('authorityId', '=', before.authorityId)
    .where('id', '=', before.id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (written) return
  const current = await getPetition(db, before.authorityId, before.id)
  throw new StaleEdit('petition', current as unknown as Record<string, unknown>)
}

/** Puts petitions that nothing was done with yet out of the work; returns the ids of those that were still so. */
export async function withdrawReceived(db: Db, authorityId: number, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await db
    .updateTable('petition')
    .set({ state: 'withdrawn', version: sql`version + 1` })
    .where('authorityId', '=', authorityId)
    .where('state', '=', 'received')
    .where('version', '=', 1)
    .where(sql<boolean>`id = any(${[...ids]})`)
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

const scopesById = fixedRead((db, authorityId: number, id: number) =>
  db
    .selectFrom('petition')
    .innerJoin('submission', (join) =>
      join
        .onRef('submission.authorityId', '=', 'petition.authorityId')
        .onRef('submission.id', '=', 'petition.submissionId'),
    )
    .select((eb) => [
      'petition.authorityId',
      'petition.leadAgencyId',
      'petition.confidential',
      'petition.accusedAgencyId',
      'petition.accusedAccountId',
      'submission.forwardedByAgencyId',
      eb
        .selectFrom('petitionSupport')
        .select(sql<number[]>`coalesce(array_agg(agency_id), '{}')`.as('ids'))
        .whereRef('petitionSupport.authorityId', '=', 'petition.authorityId')
        .whereRef('petitionSupport.petitionId', '=', 'petition.id')
        .as('supportingAgencyIds'),
      eb
        .selectFrom('petitionReader')
        .select(sql<number[]>`coalesce(array_agg(account_id), '{}')`.as('ids'))
        .whereRef('petitionReader.authorityId', '=', 'petition.authorityId')
        .whereRef('petitionReader.petitionId', '=', 'petition.id')
        .as('readers'),
    ])
    .where('petition.authorityId', '=', authorityId)
    .where('petition.id', '=', id),
)

/** Who a petition is given to, who may read it, whom it accuses; null when there is none. */
export async function findPetitionScopes(db: Db, authorityId: number, id: number): Promise<PetitionScopes | null> {
  const row = (await scopesById(db, authorityId, id))[0]
  if (!row) return null
  return petitionScopes({ ...row, supportingAgencyIds: row.supportingAgencyIds ?? [], readers: row.readers ?? [] })
}

/** The scope of reading, for other rooms' screens (its papers, its files, its deadlines). */
export async function findReadingScope(db: Db, authorityId: number, id: number): Promise<AccessScope | null> {
  return (await findPetitionScopes(db, authorityId, id))?.reading ?? null
}

const factsById = fixedRead((db, authorityId: number, id: number) =>
  db
    .selectFrom('petition')
    .leftJoin('dialogue', (join) =>
      join.onRef('dialogue.authorityId', '=', 'petition.authorityId').onRef('dialogue.id', '=', 'petition.dialogueId'),
    )
    .select([
      'petition.state',
      'petition.kind',
      'petition.leadAgencyId',
      'petition.answeredOn',
      'petition.disposition',
      'petition.raised',
      'petition.acknowledgedOn',
      'petition.promisedOn',
      'petition.settledOn',
      'petition.complex',
      'petition.confidential',
      'dialogue.state as dialogueState',
      sql<PetitionFacts['extension']>`case
        when exists (select from deadline_extension e where e.authority_id = petition.authority_id
          and e.subject_kind = 'petition' and e.subject_id = petition.id and e.key = 'replyLetter') then 'granted'
        when exists (select from regulation_version v
          where v.id = any(dialogue.overlay_version_ids || dialogue.regulation_version_id) and jsonb_path_exists(v.data,
            '$.deadlines[*] ? (@.key == "replyLetter" && @.extension.type() == "object")')) then 'open'
        else 'none' end`.as('extension'),
      newestAnswerState('prepared').as('preparedState'),
      newestAnswerState('reply').as('replyState'),
      newestAnswerAuthors('prepared').as('preparedBy'),
      newestAnswerAuthors('reply').as('replyBy'),
      sql<boolean>`exists (select from petition_transfer t where t.authority_id = petition.authority_id
        and t.petition_id = petition.id and (t.petitioner_told_on is null or t.answer_received_on is null))`.as(
        'hasOpenTransfer',
      ),
      sql<boolean>`exists (select from petition_escalation e where e.authority_id = petition.authority_id
        and e.petition_id = petition.id and e.petitioner_told_on is null)`.as('hasOpenEscalation'),
      sql<boolean>`exists (select from paper x join paper_recipient r on r.authority_id = x.authority_id
        and r.paper_id = x.id and r.sent_on is null where x.authority_id = petition.authority_id
        and x.subject_kind = 'petition' and x.subject_id = petition.id and x.kind = 'replyLetter'
        and x.state = 'issued')`.as('hasUnsentReply'),
      sql<{ agencyId: number; contributedOn: Day | null }[]>`coalesce((select jsonb_agg(jsonb_build_object(
        'agencyId', s.agency_id, 'contributedOn', s.contributed_on)) from petition_support s
        where s.authority_id = petition.authority_id and s.petition_id = petition.id), '[]')`.as('supports'),
    ])
    .where('petition.authorityId', '=', authorityId)
    .where('petition.id', '=', id),
)

/** Everything the rules ask of a petition, in one query; throws NotFound. */
export async function getPetitionFacts(db: Db, authorityId: number, id: number): Promise<PetitionFacts> {
  const row = (await factsById(db, authorityId, id))[0]
  if (!row) throw new NotFound('petition')
  return row as PetitionFacts
}

const newestAnswer = (kind: 'prepared' | 'reply') => sql`from petition_answer a
  where a.authority_id = petition.authority_id and a.petition_id = petition.id and a.kind = ${kind}
  ${kind === 'reply' ? sql`and a.paper_id is null` : sql``} order by a.id desc limit 1`

const newestAnswerState = (kind: 'prepared' | 'reply') =>
  sql<PetitionFacts['preparedState']>`(select a.state ${newestAnswer(kind)})`

const newestAnswerAuthors = (kind: 'prepared' | 'reply') =>
  sql<number[]>`coalesce((select array_remove(a.edited_by || a.drafted_by, null) ${newestAnswer(kind)}), '{}')`
