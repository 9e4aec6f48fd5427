import { sql } from 'kysely'
import { visiblePetitions } from '../petitions/visible-petitions-store.ts'
import type { Db } from '../platform/db/connection.ts'
import type { WorkItem, WorkKind } from './work-item.ts'
import type { WorkReader } from './work-reader.ts'

interface PaperWork {
  work: WorkKind
  id: number
  kind: string
  title: string
  dialogueId: number | null
  dialogueTitle: string | null
  unsent: number
  unreceived: number
}

/** As `mayApprove`, of the paper `p`. */
export function othersWords(accountId: number | null) {
  return sql`(p.drafted_by is distinct from ${accountId}::bigint and not coalesce(${accountId}::bigint = any(p.edited_by), false))`
}

/**
 * Papers that wait for this reader: to approve (not one's own), to number and issue, to send, and conclusion notices
 * whose receipt by a competent agency is not recorded, so that the reply clock still runs from the day of sending.
 */
export async function listPaperWork(db: Db, reader: WorkReader): Promise<WorkItem[]> {
  const { may, authorityId, agencyId, accountId } = reader
  const known = reader.petitions
    ? sql`exists ${visiblePetitions(db, reader.petitions).where(sql<boolean>`petition.id = p.subject_id`).select('petition.id')}`
    : sql`false`
  const own = sql`p.issuer_agency_id = ${agencyId}`
  // the plan and the conclusion are approved, and the plan issued, by acts that have lines of their own (see keptBy)
  const kept = sql`(p.subject_kind = 'plan' or (p.subject_kind = 'dialogue' and p.kind = 'conclusionNotice'))`
  const { rows } = await sql<PaperWork>`
    select * from (
      select p.id, p.kind, p.title, p.dialogue_id, d.title as dialogue_title, r.unsent, case when ${may.recordReceipt} then r.unreceived else r.own_unreceived end as unreceived,
        case
          when p.state = 'draft' and not ${kept} and (${may.approveAnyPaper} or (${may.approvePaper} and ${own}))
            and ${othersWords(accountId)} then 'approvePaper'
          when p.state = 'approved' and p.subject_kind <> 'plan' and ${may.issuePaper} then 'issuePaper'
          when p.state = 'issued' and r.unsent > 0 and (${may.sendAnyPaper} or (${may.sendPaper} and ${own})) then 'sendPaper'
          when p.state = 'issued' and p.kind = 'conclusionNotice' and r.unreceived > 0
            and (${may.recordReceipt} or (${may.recordOwnReceipt} and r.own_unreceived > 0)) then 'recordReceipt'
        end as work
      from paper p
      left join dialogue d on d.authority_id = p.authority_id and d.id = p.dialogue_id
      left join lateral (
        select count(*) filter (where x.sent_on is null)::int as unsent,
          count(*) filter (where x.sent_on is not null and x.received_on is null and x.purpose = 'competentAgency')::int as unreceived,
          count(*) filter (where x.sent_on is not null and x.received_on is null and x.purpose = 'competentAgency'
            and x.agency_id = ${agencyId})::int as own_unreceived
        from paper_recipient x where x.authority_id = p.authority_id and x.paper_id = p.id) r on p.state = 'issued'
      where p.authority_id = ${authorityId}
        and (p.state in ('draft', 'approved') or (p.state = 'issued' and (d.state is null or d.state <> 'closed')))
        and (p.subject_kind <> 'petition' or ${known})
        and (p.kind <> 'internalReviewMinutes' or ${may.readReview})
    ) w
    where work is not null
    order by id desc limit 60
  `.execute(db)
  return rows.map(toItem)
}

function toItem(row: PaperWork): WorkItem {
  const count = row.work === 'sendPaper' ? row.unsent : row.work === 'recordReceipt' ? row.unreceived : 1
  return {
    kind: row.work,
    subjectKind: 'paper',
    subjectId: row.id,
    count,
    dialogueId: row.dialogueId,
    dialogueTitle: row.dialogueTitle,
    label: row.title,
    agencyName: null,
    dueOn: null,
    deadlineId: null,
    provisional: false,
    key: row.kind,
    waitsFor: 'me',
  }
}
