import { sql } from 'kysely'
import type { Actor } from '../changes/actor.ts'
import { visibilityOf } from '../petitions/petition-scope.ts'
import { visiblePetitions } from '../petitions/visible-petitions-store.ts'
import type { Db } from '../platform/db/connection.ts'
import { deadlineViewer } from './deadline-viewer.ts'
import { visibleDeadlines } from './visible-deadline-store.ts'

export interface MessagePage {
  unreadOnly: boolean
  /** from 1 */
  page: number
  pageSize: number
}

/**
 * The messages to an account or its agency. One about a petition, a deadline or a supervision act that this reader may
 * not know of is left out: the agency was told, not everybody in it.
 */
function messagesOf(db: Db, actor: Actor, authorityId: number) {
  const petitions = visibilityOf(actor, authorityId)
  const deadlines = deadlineViewer(actor, authorityId)
  const known = (column: string) =>
    petitions
      ? sql`exists ${visiblePetitions(db, petitions)
          .where(sql<boolean>`petition.id = ${sql.raw(column)}`)
          .select('petition.id')}`
      : sql`false`
  const due = deadlines
    ? sql`exists ${visibleDeadlines(db, deadlines)
        .where(sql<boolean>`deadline.id = message.subject_id`)
        .select('deadline.id')}`
    : sql`false`
  return db
    .selectFrom('message')
    .where('message.authorityId', '=', authorityId)
    .where((or) =>
      or.or([
        or('message.accountId', '=', actor.accountId),
        or.and([or('message.accountId', 'is', null), or('message.agencyId', '=', actor.agencyId)]),
      ]),
    )
    .where(
      sql<boolean>`case message.subject_kind when 'petition' then ${known('message.subject_id')}
        when 'deadline' then ${due}
        when 'supervisionAct' then exists (select from supervision_act act where act.authority_id = message.authority_id
          and act.id = message.subject_id and (act.petition_id is null or ${known('act.petition_id')}))
        else true end`,
    )
}

/** One page of them, the newest first, with the name of what they are about. */
export async function listVisibleMessages(db: Db, actor: Actor, authorityId: number, window: MessagePage) {
  return messagesOf(db, actor, authorityId)
    .$if(window.unreadOnly, (query) => query.where('message.readAt', 'is', null))
    .leftJoin('deadline', (join) =>
      join
        .onRef('deadline.authorityId', '=', 'message.authorityId')
        .onRef('deadline.id', '=', 'message.subjectId')
        .on('message.subjectKind', '=', 'deadline'),
    )
    .leftJoin('petition', (join) =>
      join.onRef('petition.authorityId', '=', 'message.authorityId').on(
        sql<boolean>`petition.id = case message.subject_kind when 'petition' then message.subject_id
            when 'deadline' then case deadline.subject_kind when 'petition' then deadline.subject_id end end`,
      ),
    )
    .leftJoin('dialogue', (join) =>
      join.onRef('dialogue.authorityId', '=', 'message.authorityId').on(
        sql<boolean>`dialogue.id = case message.subject_kind when 'dialogue' then message.subject_id
            else coalesce(deadline.dialogue_id, petition.dialogue_id) end`,
      ),
    )
    .leftJoin('conclusionItem', (join) =>
      join
        .onRef('conclusionItem.authorityId', '=', 'deadline.authorityId')
        .onRef('conclusionItem.id', '=', 'deadline.subjectId')
        .on('deadline.subjectKind', '=', 'conclusionItem'),
    )
    .leftJoin('planTask', (join) =>
      join
        .onRef('planTask.authorityId', '=', 'deadline.authorityId')
        .onRef('planTask.id', '=', 'deadline.subjectId')
        .on('deadline.subjectKind', '=', 'planTask'),
    )
    .leftJoin('dialogueTask', (join) =>
      join
        .onRef('dialogueTask.authorityId', '=', 'deadline.authorityId')
        .onRef('dialogueTask.id', '=', 'deadline.subjectId')
        .on('deadline.subjectKind', '=', 'dialogueTask'),
    )
    .select([
      'conclusionItem.content as itemContent',
      'conclusionItem.position as itemPosition',
      sql<string | null>`case when petition.confidential then null else petition.content end`.as('petitionText'),
      sql<string | null>`coalesce(plan_task.content, dialogue_task.content)`.as('taskContent'),
      'message.id',
      'message.kind',
      'message.subjectKind',
      'message.subjectId',
      'message.params',
      'message.createdAt',
      'message.readAt',
      'petition.code as petitionCode',
      'dialogue.title as dialogueTitle',
      'deadline.state as deadlineState',
    ])
    .orderBy('message.id', 'desc')
    .limit(window.pageSize)
    .offset((window.page - 1) * window.pageSize)
    .execute()
}

export type VisibleMessage = Awaited<ReturnType<typeof listVisibleMessages>>[number]

/** How many of them are unread: the number at the bell, the same as the list of unread ones is long. */
export async function countUnreadMessages(db: Db, actor: Actor, authorityId: number): Promise<number> {
  const { unread } = await messagesOf(db, actor, authorityId)
    .where('message.readAt', 'is', null)
    .select(sql<number>`count(*)`.as('unread'))
    .executeTakeFirstOrThrow()
  return unread
}

export async function countVisibleMessages(db: Db, actor: Actor, authorityId: number) {
  return messagesOf(db, actor, authorityId)
    .select([
      sql<number>`count(*)`.as('total'),
      sql<number>`count(*) filter (where message.read_at is null)`.as('unread'),
    ])
    .executeTakeFirstOrThrow()
}

/** Unread messages after one, in order, as far as the reader may know of what they are about. */
export async function listMessagesAfter(db: Db, actor: Actor, authorityId: number, afterId: number, limit: number) {
  return messagesOf(db, actor, authorityId)
    .where('message.id', '>', afterId)
    .where('message.readAt', 'is', null)
    .select(['message.id', 'message.kind', 'message.params', 'message.createdAt'])
    .orderBy('message.id')
    .limit(limit)
    .execute()
}
