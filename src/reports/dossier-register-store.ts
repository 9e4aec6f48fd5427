import { sql } from 'kysely'
import type { DossierPaper } from '../documents/dossier-rules.ts'
import type { Db } from '../platform/db/connection.ts'

export interface DossierRegisterFilter {
  words?: string | undefined
  state?: 'open' | 'closed' | undefined
  year?: number | undefined
}

const yearOfDossier = sql<number>`extract(year from coalesce(dialogue.held_on, dialogue.collection_closes_on,
  dialogue.created_at at time zone 'Asia/Ho_Chi_Minh'))::int`

function filtered(db: Db, authorityId: number, filter: DossierRegisterFilter) {
  let query = db
    .selectFrom('dossier')
    .innerJoin('dialogue', (join) =>
      join.onRef('dialogue.authorityId', '=', 'dossier.authorityId').onRef('dialogue.id', '=', 'dossier.dialogueId'),
    )
    .where('dossier.authorityId', '=', authorityId)
  if (filter.state) query = query.where('dossier.state', '=', filter.state)
  if (filter.year) query = query.where(yearOfDossier, '=', filter.year)
  for (const word of (filter.words ?? '').split(/\s+/).filter(Boolean).slice(0, 8)) {
    const like = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    query = query.where(sql<boolean>`fold(dialogue.title || ' ' || dialogue.topic) like fold(${like})`)
  }
  return query
}

/** One page of the dossiers of an authority, those of the newest conferences first. */
export async function listDossierRegister(
  db: Db,
  authorityId: number,
  filter: DossierRegisterFilter,
  window: { limit: number; offset: number },
) {
  return filtered(db, authorityId, filter)
    .leftJoin('agency', (join) =>
      join.onRef('agency.authorityId', '=', 'dossier.authorityId').onRef('agency.id', '=', 'dossier.ownerAgencyId'),
    )
    .select([
      'dossier.id',
      'dossier.state',
      'dossier.closedAt',
      'dossier.dialogueId',
      'dialogue.title',
      'dialogue.kind',
      'dialogue.heldOn',
      'dialogue.state as dialogueState',
      'dialogue.regulationVersionId',
      'agency.shortName as owner',
      sql<number>`(select count(*) from petition p where p.authority_id = dossier.authority_id
        and p.dialogue_id = dossier.dialogue_id
        and p.state in ('received', 'classified', 'assigned', 'answerPrepared'))`.as('openPetitions'),
    ])
    .orderBy(sql`coalesce(dialogue.held_on, dialogue.collection_closes_on) desc nulls first`)
    .orderBy('dossier.id', 'desc')
    .limit(window.limit)
    .offset(window.offset)
    .execute()
}

export type DossierRow = Awaited<ReturnType<typeof listDossierRegister>>[number]

export async function countDossierRegister(
  db: Db,
  authorityId: number,
  filter: DossierRegisterFilter,
): Promise<number> {
  const row = await filtered(db, authorityId, filter)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}

export async function listDossierYears(db: Db, authorityId: number): Promise<number[]> {
  const rows = await filtered(db, authorityId, {})
    .select(yearOfDossier.as('year'))
    .distinct()
    .orderBy('year', 'desc')
    .execute()
  return rows.map((row) => row.year)
}

/** The issued papers of several dialogues, as far as completeness asks for them. */
export async function listPapersForCompleteness(
  db: Db,
  authorityId: number,
  dialogueIds: readonly number[],
): Promise<(DossierPaper & { dialogueId: number | null })[]> {
  if (dialogueIds.length === 0) return []
  return db
    .selectFrom('paper')
    .select([
      'id',
      'kind',
      'state',
      'issuedAt',
      'dialogueId',
      sql<boolean>`(body <> '' or erased_at is not null or exists (select from attachment a
        where a.authority_id = paper.authority_id and a.subject_kind = 'paper' and a.subject_id = paper.id
          and a.withdrawn_at is null))`.as('hasContent'),
    ])
    .where('authorityId', '=', authorityId)
    .where('dialogueId', 'in', [...dialogueIds])
    .where('state', '=', 'issued')
    .execute()
}
