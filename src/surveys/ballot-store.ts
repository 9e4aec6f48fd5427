import type { Db } from '../platform/db/connection.ts'
import type { Tally } from './survey.ts'

export async function insertCodes(db: Db, authorityId: number, surveyId: number, hashes: readonly string[]) {
  await db
    .insertInto('surveyCode')
    .values(hashes.map((codeHash) => ({ authorityId, surveyId, codeHash })))
    .execute()
}

/** The code, locked; null when none of this authority has this hash. */
export async function lockUnusedCode(db: Db, authorityId: number, codeHash: string) {
  const row = await db
    .selectFrom('surveyCode')
    .select(['surveyId', 'used'])
    .where('authorityId', '=', authorityId)
    .where('codeHash', '=', codeHash)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
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

export async function markCodeUsed(db: Db, authorityId: number, codeHash: string): Promise<void> {
  await db
    .updateTable('surveyCode')
    .set({ used: true })
    .where('authorityId', '=', authorityId)
    .where('codeHash', '=', codeHash)
    .execute()
}

/** Writes every code of a survey once more, so that no row tells any longer in which transaction its ballot was cast. */
export async function levelCodes(db: Db, authorityId: number, surveyId: number): Promise<void> {
  await db
    .updateTable('surveyCode')
    .set((one) => ({ used: one.ref('used') }))
    .where('authorityId', '=', authorityId)
    .where('surveyId', '=', surveyId)
    .execute()
}

export async function insertBallot(
  db: Db,
  ballot: { authorityId: number; surveyId: number; answers: Record<string, string>; comment: string },
): Promise<void> {
  await db
    .insertInto('surveyBallot')
    .values({ ...ballot, answers: JSON.stringify(ballot.answers) })
    .execute()
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
