import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'

/** Who presides: post, and the person who held it. Heads first, then deputies in their place. */
export async function listPresiding(db: Db, authorityId: number, dialogueId: number) {
  return db
    .selectFrom('presidingOfficial')
    .innerJoin('post', (join) =>
      join
        .onRef('post.id', '=', 'presidingOfficial.postId')
        .onRef('post.authorityId', '=', 'presidingOfficial.authorityId'),
    )
    .leftJoin('person', (join) =>
      join
        .onRef('person.id', '=', 'presidingOfficial.personId')
        .onRef('person.authorityId', '=', 'presidingOfficial.authorityId'),
    )
    .selectAll('presidingOfficial')
    .select(['post.title as postTitle', 'post.kind as postKind', 'post.agencyId', 'person.fullName as personName'])
    .where('presidingOfficial.authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .orderBy('presidingOfficial.id')
    .execute()
}

export type Presiding = Awaited<ReturnType<typeof listPresiding>>[number]

export async function listDeputyAuthorizations(db: Db, authorityId: number, dialogueId: number) {
  return db
    .selectFrom('deputyAuthorization')
    .innerJoin('post as head', (join) =>
      join
        .onRef('head.id', '=', 'deputyAuthorization.headPostId')
        .onRef('head.authorityId', '=', 'deputyAuthorization.authorityId'),
    )
    .innerJoin('post as deputy', (join) =>
      join
        .onRef('deputy.id', '=', 'deputyAuthorization.deputyPostId')
        .onRef('deputy.authorityId', '=', 'deputyAuthorization.authorityId'),
    )
    .selectAll('deputyAuthorization')
    .select(['head.title as headTitle', 'deputy.title as deputyTitle'])
    .where('deputyAuthorization.authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .orderBy('deputyAuthorization.id')
    .execute()
}

/** Posts of a kind that exist on that day, with the person in office then (null: vacant). */
export async function listPostsWithHolder(db: Db, authorityId: number, day: string, kinds?: readonly string[]) {
  let query = db
    .selectFrom('post')
    .leftJoin('postHolding', (join) =>
      join
        .onRef('postHolding.postId', '=', 'post.id')
        .onRef('postHolding.authorityId', '=', 'post.authorityId')
        .on(sql<boolean>`post_holding.from_day <= ${day} and coalesce(post_holding.to_day, 'infinity') >= ${day}`),
    )
    .leftJoin('person', (join) =>
      join.onRef('person.id', '=', 'postHolding.personId').onRef('person.authorityId', '=', 'post.authorityId'),
    )
    .select([
      'post.id',
      'post.title',
      'post.kind',
      'post.isHead',
      'post.deputyOfPostId',
      'post.agencyId',
      'post.fromDay',
      'post.toDay',
    ])
    .select(['person.id as personId', 'person.fullName as personName'])
    .where('post.authorityId', '=', authorityId)
    .where(sql<boolean>`post.from_day <= ${day} and coalesce(post.to_day, 'infinity') >= ${day}`)
  if (kinds) query = query.where('post.kind', 'in', [...kinds])
  return query.orderBy('post.id').execute()
}

/** The list of invitees, those taken off it apart. */
export async function listInvitees(db: Db, authorityId: number, dialogueId: number) {
  return db
    .selectFrom('invitee')
    .leftJoin('agency', (join) =>
      join.onRef('agency.id', '=', 'invitee.agencyId').onRef('agency.authorityId', '=', 'invitee.authorityId'),
    )
    .leftJoin('agency as nominator', (join) =>
      join
        .onRef('nominator.id', '=', 'invitee.nominatedByAgencyId')
        .onRef('nominator.authorityId', '=', 'invitee.authorityId'),
    )
    .selectAll('invitee')
    .select(['agency.name as agencyName', 'nominator.shortName as nominatedBy'])
    .where('invitee.authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .where('withdrawnReason', 'is', null)
    .orderBy(
      sql`array_position(array['superior','front','delegate','agencyLeader','organization','people','petitioner'], invitee.kind)`,
    )
    .orderBy('invitee.id')
    .execute()
}

/** Whose invitation has a code; null when none has (any more). */
export async function findInviteeByCode(db: Db, code: string) {
  const row = await db
    .selectFrom('invitee')
    .select(['authorityId', 'dialogueId', 'id'])
    .where('code', '=', code)
    .where('withdrawnReason', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

export type Invitee = Awaited<ReturnType<typeof listInvitees>>[number]

export async function listTasks(db: Db, authorityId: number, dialogueId: number) {
  return db
    .selectFrom('dialogueTask')
    .innerJoin('agency', (join) =>
      join
        .onRef('agency.id', '=', 'dialogueTask.agencyId')
        .onRef('agency.authorityId', '=', 'dialogueTask.authorityId'),
    )
    .selectAll('dialogueTask')
    .select(['agency.name as agencyName', 'agency.shortName as agencyShortName'])
    .where('dialogueTask.authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .orderBy(sql`due_on nulls last`)
    .orderBy('dialogueTask.id')
    .execute()
}

export type DialogueTask = Awaited<ReturnType<typeof listTasks>>[number]
