import { sql } from 'kysely'
import { visiblePetitions } from '../petitions/visible-petitions-store.ts'
import type { Db } from '../platform/db/connection.ts'
import type { WorkItem } from './work-item.ts'
import type { WorkReader } from './work-reader.ts'

interface PortalWork {
  work: 'moderate' | 'judgeAppeal' | 'readAdditions'
  id: number
  count: number
  label: string
}

/**
 * What came through the Portal and waits for this reader: to be looked at before it is taken in, a second look that was
 * asked for, words added to a petition that nobody of the office has read.
 */
export async function listPortalWork(db: Db, reader: WorkReader): Promise<WorkItem[]> {
  const { may, authorityId, petitions } = reader
  if (!may.moderate && !may.judgeAppeal && !may.classify) return []
  const known = petitions
    ? sql`exists ${visiblePetitions(db, petitions).where(sql<boolean>`petition.id = a.petition_id`).select('petition.id')}`
    : sql`false`
  const { rows } = await sql<PortalWork>`
    select 'moderate' as work, min(h.submission_id) as id, count(*)::int as count, '' as label
    from intake_hold h join submission s on s.authority_id = h.authority_id and s.id = h.submission_id
    where h.authority_id = ${authorityId} and h.state = 'held' and ${may.moderate}
      and (not s.confidential or ${may.openConfidential})
    having count(*) > 0
    union all
    select 'judgeAppeal', h.submission_id, 1, left(s.text, 80)
    from intake_hold h join submission s on s.authority_id = h.authority_id and s.id = h.submission_id
    where h.authority_id = ${authorityId} and h.state = 'refused' and h.appealed_at is not null
      and h.appeal_decided_at is null and ${may.judgeAppeal} and h.decided_by is distinct from ${reader.accountId}
      and (not s.confidential or ${may.openConfidential})
    union all
    select 'readAdditions', p.id, count(*)::int, p.code
    from petition_addition a join petition p on p.authority_id = a.authority_id and p.id = a.petition_id
    where a.authority_id = ${authorityId} and a.read_at is null and ${may.classify} and ${known}
    group by p.id, p.code
    limit 60
  `.execute(db)
  return rows.map((row) => ({
    kind: row.work,
    subjectKind: row.work === 'readAdditions' ? 'petition' : 'submission',
    subjectId: row.id,
    count: row.work === 'moderate' ? row.count : 1,
    dialogueId: null,
    dialogueTitle: null,
    label: row.label,
    agencyName: null,
    dueOn: null,
    deadlineId: null,
    provisional: false,
    key: null,
    waitsFor: 'me',
  }))
}
