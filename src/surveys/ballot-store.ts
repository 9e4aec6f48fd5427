import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import type { Tally } from './survey.ts'

export async function insertCodes(db: Db, authorityId: number, surveyId: number, hashes: readonly string[]) {
  await db
    .insertInto('surveyCode')
    .values(hashes.map((codeHash) => ({ authorityId, surveyId, codeHash })))
    .execute()
}

/** To which survey a code belongs, whatever the authority; null for a code that is none. */
export async function findCode(db: Db, codeHash: string) {
  const row = await db
    .selectFrom('surveyCode')
    .select(['authorityId', 'surveyId', 'used'])
    .where('codeHash', '=', codeHash)
    .executeTakeFirst()
  return row ?? null
}

/**
 * Marks a code as used, and writes every code of its survey once more: no row tells in which transaction which ballot was
 * cast. The survey must be locked, so that two ballots come one after the other. Returns false for a code used before.
 */
export async function useCode(db: Db, authorityId: number, surveyId: number, codeHash: string): Promise<boolean> {
  const unused = await db
    .selectFrom('surveyCode')
    .select('codeHash')
    .where('authorityId', '=', authorityId)
    .where('surveyId', '=', surveyId)
    .where('codeHash', '=', codeHash)
    .where('used', '=', false)
    .executeTakeFirst()
  if (!unused) return false
  await db
    .updateTable('surveyCode')
    .set({ used: sql<boolean>`used or code_hash = ${codeHash}` })
    .where('authorityId', '=', authorityId)
    .where('surveyId', '=', surveyId)
    .execute()
  return true
}

/**
 * Puts a ballot to the others of its survey and writes all of them anew, in an order drawn and with new ids: neither the
 * place of a row nor the transaction that wrote it tells when it was cast. The survey must be locked, as for `useCode`.
 */
export async function insertBallot(
  db: Db,
  ballot: { authorityId: number; surveyId: number; answers: Record<string, string>; comment: string },
): Promise<void> {
  const { authorityId, surveyId, comment } = ballot
  await sql`
    with cast_before as (
      delete from survey_ballot where authority_id = ${authorityId} and survey_id = ${surveyId} returning answers, comment
    ), ballots as (
      select answers, comment from cast_before union all select ${JSON.stringify(ballot.answers)}::jsonb, ${comment}
    )
    insert into survey_ballot (authority_id, survey_id, answers, comment)
    select ${authorityId}::bigint, ${surveyId}::bigint, answers, comment from ballots order by gen_random_uuid()
  `.execute(db)
}

export interface PhoneBallots {
  /** codes handed out */
  issued: number
  /** ballots cast: each is valid */
  cast: number
  tally: Tally
  comments: string[]
}

/** What came by telephone, counted. */
export async function countPhoneBallots(db: Db, authorityId: number, surveyId: number): Promise<PhoneBallots> {
  const [codes, ballots] = await Promise.all([
    db
      .selectFrom('surveyCode')
      .select((one) => one.fn.countAll<number>().as('n'))
      .where('authorityId', '=', authorityId)
      .where('surveyId', '=', surveyId)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('surveyBallot')
      .select(['answers', 'comment'])
      .where('authorityId', '=', authorityId)
      .where('surveyId', '=', surveyId)
      .orderBy('id')
      .execute(),
  ])
  const tally: Record<string, Record<string, number>> = {}
  for (const { answers } of ballots) {
    for (const [group, answer] of Object.entries(answers as Record<string, string>)) {
      tally[group] ??= {}
      tally[group][answer] = (tally[group][answer] ?? 0) + 1
    }
  }
  const comments = ballots.map((one) => one.comment).filter((text) => text !== '')
  return { issued: codes.n, cast: ballots.length, tally, comments }
}
