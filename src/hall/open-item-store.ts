import { type Insertable, sql } from 'kysely'
import type { Visibility } from '../petitions/petition-scope.ts'
import { visiblePetitions } from '../petitions/visible-petitions-store.ts'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import type { DB } from '../platform/db/tables.ts'

/** What an earlier dialogue left open: an item of its conclusion, or a petition that is under none. */
export interface OpenItem {
  subjectKind: 'petition' | 'conclusionItem'
  subjectId: number
  /** of the dialogue that left it */
  dialogueId: number
  heldOn: Day
  /** codes of the petitions, in a row */
  codes: string
  content: string
  /** what was concluded; empty for a petition without a conclusion */
  conclusion: string
  leadAgencyId: number | null
  agency: string
  /** the day promised or set by the conclusion; null: none */
  dueOn: Day | null
  /** solution proposed by the agency, not yet confirmed; empty: none */
  proposed: string
  answeredOn: Day | null
  /** what was said of it at the conference that is asked for; null: it was not taken up there yet */
  said: string | null
  reportedBy: string
  nextOn: Day | null
}

const MOST = 200

/** Where it is followed, below the authority's address. */
export function openItemPath(one: Pick<OpenItem, 'subjectKind' | 'subjectId' | 'dialogueId'>): string {
  return one.subjectKind === 'petition' ? `/kien-nghi/${one.subjectId}` : `/hoi-nghi/${one.dialogueId}/ket-luan`
}

/**
 * Conclusion items without a result and petitions neither answered nor settled as promised, of the dialogues held before
 * the given day; the newest dialogue first. What was reported on at the conference stays, though it was settled since: the
 * minutes tell what was said. Confidential petitions never stand on a screen of the hall.
 */
export async function listOpenItems(
  db: Db,
  visibility: Visibility,
  of: { authorityId: number; dialogueId: number; heldOn: Day | null },
): Promise<OpenItem[]> {
  const { heldOn } = of
  if (heldOn === null) return []
  const [items, petitions] = await Promise.all([
    openConclusionItems(db, of, heldOn),
    openPetitions(db, visibility, of, heldOn),
  ])
  const shown = new Set(items.map((one) => one.subjectId))
  const alone = petitions.filter((one) => one.conclusionItemId === null || !shown.has(one.conclusionItemId))
  return [...items, ...alone.map(({ conclusionItemId: _, ...one }) => one)]
    .sort((a, b) => b.heldOn.localeCompare(a.heldOn) || b.subjectKind.length - a.subjectKind.length)
    .slice(0, MOST)
}

type Of = { authorityId: number; dialogueId: number }

const reportOf = (row: { said: string | null; reportedBy: string | null; nextOn: Day | null }) => ({
  ...{ said: row.said, reportedBy: row.reportedBy ?? '', nextOn: row.nextOn },
})

/** The petitions under a conclusion item, as `p`. */
const petitionsUnder = sql`petition p where p.authority_id = conclusion_item.authority_id
  and p.conclusion_item_id = conclusion_item.id`

/** Without a result; where every petition under it is settled nothing is left to be said. */
const isItemOpen = sql<boolean>`(conclusion_item.withdrawn_reason is null and conclusion_item.done_on is null
  and conclusion_item.disposition <> 'answeredAtConference' and (not exists (select from ${petitionsUnder})
    or exists (select from ${petitionsUnder} and (p.settled_on is null or p.petitioner_agrees = false))))`

const isPetitionOpen = sql<boolean>`(petition.state not in ('merged', 'withdrawn', 'handedOver', 'transferred', 'escalated')
  and (petition.answered_on is null or (petition.promised_on is not null and petition.settled_on is null)
    or petition.petitioner_agrees = false or (petition.continued and petition.settled_on is null)))`

async function openConclusionItems(db: Db, of: Of, before: Day): Promise<OpenItem[]> {
  const rows = await db
    .selectFrom('conclusionItem')
    .innerJoin('dialogue', (join) =>
      join
        .onRef('dialogue.authorityId', '=', 'conclusionItem.authorityId')
        .onRef('dialogue.id', '=', 'conclusionItem.dialogueId'),
    )
    .leftJoin('agency', (join) =>
      join
        .onRef('agency.authorityId', '=', 'conclusionItem.authorityId')
        .onRef('agency.id', '=', 'conclusionItem.leadAgencyId'),
    )
    .leftJoin('hallOpenItem as told', (join) =>
      join
        .onRef('told.authorityId', '=', 'conclusionItem.authorityId')
        .onRef('told.subjectId', '=', 'conclusionItem.id')
        .on('told.subjectKind', '=', 'conclusionItem')
        .on('told.dialogueId', '=', of.dialogueId),
    )
    .select(['conclusionItem.id', 'conclusionItem.dialogueId', 'dialogue.heldOn', 'conclusionItem.leadAgencyId'])
    .select([
      'conclusionItem.content',
      'conclusionItem.conclusion',
      'agency.shortName as agency',
      'conclusionItem.dueOn',
    ])
    .select(['conclusionItem.proposedSettlement', 'conclusionItem.confirmedOn'])
    .select(['told.said', 'told.reportedBy', 'told.nextOn'])
    .select(
      sql<
        string | null
      >`(select string_agg(p.code, ', ' order by p.id) from ${petitionsUnder} and not p.confidential)`.as('codes'),
    )
    .where('conclusionItem.authorityId', '=', of.authorityId)
    .where('conclusionItem.dialogueId', '!=', of.dialogueId)
    .where('dialogue.state', 'in', ['concluded', 'closed'])
    .where('dialogue.heldOn', '<', before)
    // an item made of confidential petitions alone is read on its own page, not in a hall
    .where(sql<boolean>`not exists (select from ${petitionsUnder} and p.confidential)`)
    .where(sql<boolean>`(told.said is not null or ${isItemOpen})`)
    .orderBy('conclusionItem.dialogueId', 'desc')
    .orderBy('conclusionItem.position')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    ...{ subjectKind: 'conclusionItem', subjectId: row.id, dialogueId: row.dialogueId, heldOn: row.heldOn! },
    ...{ codes: row.codes ?? '', content: row.content, conclusion: row.conclusion, leadAgencyId: row.leadAgencyId },
    ...{ agency: row.agency ?? '', dueOn: row.dueOn, answeredOn: null },
    proposed: row.confirmedOn === null ? (row.proposedSettlement ?? '') : '',
    ...reportOf(row),
  }))
}

async function openPetitions(db: Db, visibility: Visibility, of: Of, before: Day) {
  const rows = await visiblePetitions(db, visibility)
    .innerJoin('dialogue', (join) =>
      join.onRef('dialogue.authorityId', '=', 'petition.authorityId').onRef('dialogue.id', '=', 'petition.dialogueId'),
    )
    .leftJoin('agency', (join) =>
      join.onRef('agency.authorityId', '=', 'petition.authorityId').onRef('agency.id', '=', 'petition.leadAgencyId'),
    )
    .leftJoin('hallOpenItem as told', (join) =>
      join
        .onRef('told.authorityId', '=', 'petition.authorityId')
        .onRef('told.subjectId', '=', 'petition.id')
        .on('told.subjectKind', '=', 'petition')
        .on('told.dialogueId', '=', of.dialogueId),
    )
    .select(['petition.id', 'petition.dialogueId', 'dialogue.heldOn', 'petition.code', 'petition.content'])
    .select(['petition.leadAgencyId', 'agency.shortName as agency', 'petition.promisedOn', 'petition.answeredOn'])
    .select(['petition.proposedSettlement', 'petition.conclusionItemId', 'told.said', 'told.reportedBy', 'told.nextOn'])
    .where('petition.authorityId', '=', of.authorityId)
    .where('petition.dialogueId', '!=', of.dialogueId)
    .where('dialogue.state', 'in', ['held', 'concluded', 'closed'])
    .where('dialogue.heldOn', '<', before)
    .where('petition.confidential', '=', false)
    .where('petition.kind', 'not in', ['complaint', 'denunciation'])
    .where(sql<boolean>`(told.said is not null or ${isPetitionOpen})`)
    .orderBy('petition.dialogueId', 'desc')
    .orderBy('petition.id')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    ...{ subjectKind: 'petition' as const, subjectId: row.id, dialogueId: row.dialogueId!, heldOn: row.heldOn! },
    ...{ codes: row.code, content: row.content, conclusion: '', leadAgencyId: row.leadAgencyId },
    ...{ agency: row.agency ?? '', dueOn: row.promisedOn, proposed: row.proposedSettlement ?? '' },
    ...{ answeredOn: row.answeredOn, conclusionItemId: row.conclusionItemId, ...reportOf(row) },
  }))
}

/** Written over what was said of the same item at the same conference before; that stays in the log. */
export async function putReportOfOpenItem(db: Db, values: Insertable<DB['hallOpenItem']>): Promise<void> {
  const { reportedBy, said, nextOn, at, accountId } = values
  await db
    .insertInto('hallOpenItem')
    .values(values)
    .onConflict((conflict) =>
      conflict
        .columns(['authorityId', 'dialogueId', 'subjectKind', 'subjectId'])
        .doUpdateSet({ reportedBy, said, nextOn, at, accountId }),
    )
    .execute()
}
