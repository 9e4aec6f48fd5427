import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connection.ts'

/** An issued paper as other papers cite it. */
export interface InstrumentRow {
  kind: string
  title: string
  number: string | null
  datedOn: Day | null
  issuerName: string | null
}

const instruments = (db: Db, authorityId: number) =>
  db
    .selectFrom('paper')
    .leftJoin('agency', (join) =>
      join.onRef('agency.authorityId', '=', 'paper.authorityId').onRef('agency.id', '=', 'paper.issuerAgencyId'),
    )
    .select(['paper.kind', 'paper.title', 'paper.number', 'paper.datedOn', 'agency.name as issuerName'])
    .where('paper.authorityId', '=', authorityId)
    .where('paper.state', '=', 'issued')
    .orderBy('paper.datedOn')
    .orderBy('paper.id')

/**
 * Papers issued for a dialogue, the oldest first. What concerns one petition alone (replies, slips) is not among them:
 * its title may tell who petitioned.
 */
export async function listInstrumentsOfDialogue(db: Db, authorityId: number, dialogueId: number) {
  return instruments(db, authorityId)
    .where('paper.dialogueId', '=', dialogueId)
    .where('paper.subjectKind', '=', 'dialogue')
    .execute()
}

/** Plans and papers of dialogues that carry a date in a period. */
export async function listInstrumentsOfPeriod(db: Db, authorityId: number, { from, to }: { from: Day; to: Day }) {
  return instruments(db, authorityId)
    .where('paper.subjectKind', 'in', ['plan', 'dialogue'])
    .where('paper.datedOn', '>=', from)
    .where('paper.datedOn', '<=', to)
    .execute()
}

/** Papers of a dialogue about petitions that only some may know of: their titles stand nowhere else. */
export async function listRestrictedPapers(db: Db, authorityId: number, dialogueId: number): Promise<Set<number>> {
  const rows = await db
    .selectFrom('paper')
    .innerJoin('petition', (join) =>
      join.onRef('petition.authorityId', '=', 'paper.authorityId').onRef('petition.id', '=', 'paper.subjectId'),
    )
    .select('paper.id')
    .where('paper.authorityId', '=', authorityId)
    .where('paper.dialogueId', '=', dialogueId)
    .where('paper.subjectKind', '=', 'petition')
    .where((or) =>
      or.or([
        or('petition.confidential', '=', true),
        or('petition.accusedAgencyId', 'is not', null),
        or('petition.accusedAccountId', 'is not', null),
        or('petition.kind', 'in', ['complaint', 'denunciation']),
      ]),
    )
    .execute()
  return new Set(rows.map((row) => row.id))
}

/** The paper of a plan once it is issued; null before. */
export async function findInstrumentOfPlan(db: Db, authorityId: number, planId: number) {
  return (
    (await instruments(db, authorityId)
      .where('paper.subjectKind', '=', 'plan')
      .where('paper.subjectId', '=', planId)
      .executeTakeFirst()) ?? null
  )
}
