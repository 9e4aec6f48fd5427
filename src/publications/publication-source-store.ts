import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Db } from '../platform/db/connection.ts'
import type { PublicationSource } from './publication.ts'

interface PetitionRow {
  id: number
  code: string
  dialogueId: number | null
  content: string
  answer: string | null
  settlement: string | null
  subjectArea: string | null
  refusal: string | null
  names: string[]
  person: string | null
  receivedOn: Day
  accusedAgencyId: number | null
  accusedAccountId: number | null
}

export type PetitionSource = PublicationSource &
  Pick<PetitionRow, 'subjectArea' | 'receivedOn' | 'code' | 'accusedAgencyId' | 'accusedAccountId'>

/** Petitions as they would be public: own words, the answer approved last, what came of it; the name only with consent. */
export async function listPetitionSources(
  db: Db,
  authorityId: number,
  of: { dialogueId: number | null } | { ids: readonly number[] },
): Promise<PetitionSource[]> {
  const which =
    'ids' in of
      ? sql`p.id = any(${[...of.ids]}::bigint[])`
      : of.dialogueId === null
        ? sql`p.dialogue_id is null`
        : sql`p.dialogue_id = ${of.dialogueId}`
  const { rows } = await sql<PetitionRow>`
    select p.id, p.code, p.dialogue_id, p.content, p.settlement, p.subject_area, p.received_on, p.accused_agency_id, p.accused_account_id,
      (select a.text from petition_answer a
        where a.authority_id = p.authority_id and a.petition_id = p.id
          and (a.kind = 'atConference' or a.state = 'approved' and a.kind in ('reply', 'escalationAnswer')
            or a.state = 'approved' and a.kind = 'prepared' and p.resolved_before)
        order by a.id desc limit 1) as answer,
      case when p.confidential or s.confidential then 'publication/confidential'
        when p.kind in ('complaint', 'denunciation') then 'publication/own-procedure'
        when p.state in ('merged', 'withdrawn', 'handedOver') then 'publication/gone'
        when o.erased_at is not null then 'publication/erased' end as refusal,
      array_remove(array[nullif(o.name, ''), nullif(o.representative, '')], null)
        || coalesce((select array_agg(co.name) from petition_copetitioner c
          join petitioner co on co.authority_id = c.authority_id and co.id = c.petitioner_id
          where c.authority_id = p.authority_id and c.petition_id = p.id and co.name <> ''), '{}') as names,
      case when s.consent_to_publish_name and o.kind <> 'unnamed' then nullif(o.name, '') end as person
    from petition p
    join submission s on s.authority_id = p.authority_id and s.id = p.submission_id
    join petitioner o on o.authority_id = p.authority_id and o.id = p.petitioner_id
    where p.authority_id = ${authorityId} and ${which}
    order by p.id
  `.execute(db)
  return rows.map((row) => ({
    ...{ kind: 'petition' as const, id: row.id, dialogueId: row.dialogueId, label: row.code, code: row.code },
    texts: { content: row.content, answer: row.answer ?? '', settlement: row.settlement ?? '' },
    ...{ names: row.names, person: row.person, refusal: row.refusal },
    ...{ subjectArea: row.subjectArea, receivedOn: row.receivedOn },
    ...{ accusedAgencyId: row.accusedAgencyId, accusedAccountId: row.accusedAccountId },
  }))
}

/** Items of the conclusion notice as they would be public; before the notice is issued there is nothing to publish. */
export async function listItemSources(
  db: Db,
  authorityId: number,
  dialogueId: number,
): Promise<(PublicationSource & { position: number })[]> {
  const { rows } = await sql<{
    id: number
    position: number
    content: string
    conclusion: string
    result: string | null
    issued: boolean
    names: string[]
    hidden: boolean
  }>`
    select i.id, i.position, i.content, i.conclusion, i.result, coalesce(pa.state = 'issued', false) as issued,
      coalesce((select array_agg(distinct o.name) from petition p
        join petitioner o on o.authority_id = p.authority_id and o.id = p.petitioner_id
        where p.authority_id = i.authority_id and p.conclusion_item_id = i.id and o.name <> ''), '{}') as names,
      exists (select from petition p where p.authority_id = i.authority_id and p.conclusion_item_id = i.id and p.confidential) as hidden
    from conclusion_item i
    join conclusion_notice n on n.authority_id = i.authority_id and n.id = i.notice_id
    left join paper pa on pa.authority_id = n.authority_id and pa.id = n.paper_id
    where i.authority_id = ${authorityId} and i.dialogue_id = ${dialogueId} and i.withdrawn_reason is null
    order by i.position, i.id
  `.execute(db)
  return rows.map((row) => ({
    ...{ kind: 'conclusionItem' as const, id: row.id, dialogueId, label: String(row.position), position: row.position },
    texts: { content: row.content, conclusion: row.conclusion, settlement: row.result ?? '' },
    ...{ names: row.names, person: null },
    refusal: row.hidden ? 'publication/confidential' : row.issued ? null : 'publication/not-issued',
  }))
}

/** Every name of a petitioner of a dialogue, for the texts about the whole of it. */
export async function listPetitionerNames(db: Db, authorityId: number, dialogueId: number): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct o.name from petition p
    join petitioner o on o.authority_id = p.authority_id and o.id = p.petitioner_id
    where p.authority_id = ${authorityId} and p.dialogue_id = ${dialogueId} and o.kind = 'person' and length(o.name) > 3
  `.execute(db)
  return rows.map((row) => row.name)
}

/** How many of a dialogue's petitions and items can be published and are, and how many copies stand on older words. */
export async function countDialoguesToPublish(db: Db, authorityId: number) {
  const { rows } = await sql<{
    id: number
    title: string
    state: string
    heldOn: Day | null
    announced: boolean
    petitions: number
    items: number
    published: number
  }>`
    select d.id, d.title, d.state, d.held_on,
      exists (select from public_dialogue u where u.authority_id = d.authority_id and u.dialogue_id = d.id) as announced,
      (select count(*)::int from petition p join submission s on s.authority_id = p.authority_id and s.id = p.submission_id
        where p.authority_id = d.authority_id and p.dialogue_id = d.id and not p.confidential and not s.confidential
          and p.kind not in ('complaint', 'denunciation') and p.state not in ('merged', 'withdrawn', 'handedOver')) as petitions,
      (select count(*)::int from conclusion_item i
        join conclusion_notice n on n.authority_id = i.authority_id and n.id = i.notice_id
        join paper pa on pa.authority_id = n.authority_id and pa.id = n.paper_id and pa.state = 'issued'
        where i.authority_id = d.authority_id and i.dialogue_id = d.id and i.withdrawn_reason is null) as items,
      (select count(*)::int from public_entry e where e.authority_id = d.authority_id and e.dialogue_id = d.id) as published
    from dialogue d
    where d.authority_id = ${authorityId}
    order by d.held_on desc nulls first, d.id desc
    limit 200
  `.execute(db)
  return rows
}
