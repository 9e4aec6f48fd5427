import { type Insertable, sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import type { DB } from '../platform/db/tables.ts'
import { NotFound, StaleEdit } from '../platform/errors.ts'
import type { HallQuestion } from './hall.ts'

export async function insertQuestion(db: Db, values: Insertable<DB['hallQuestion']>): Promise<number> {
  const row = await db.insertInto('hallQuestion').values(values).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** The question, its row locked until the transaction ends. Throws NotFound. */
export async function lockQuestion(db: Db, authorityId: number, dialogueId: number, id: number): Promise<HallQuestion> {
  const row = await db
    .selectFrom('hallQuestion')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound('hall-question')
  return row
}

/** Everything asked, with how many support it; what most people want first. */
export async function listQuestions(db: Db, authorityId: number, dialogueId: number) {
  return db
    .selectFrom('hallQuestion')
    .selectAll()
    .select(
      sql<number>`(select count(*) from hall_question_support s where s.authority_id = hall_question.authority_id
        and s.question_id = hall_question.id)`.as('supports'),
    )
    .where('authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .orderBy('supports', 'desc')
    .orderBy('id')
    .limit(2000)
    .execute()
}

/** How many one browser, and all together, sent since a moment: what the limit is held against. */
export async function countQuestionsSince(
  db: Db,
  of: { authorityId: number; dialogueId: number; askedBy: string },
  since: Date,
): Promise<{ own: number; waiting: number }> {
  const row = await db
    .selectFrom('hallQuestion')
    .select([
      sql<number>`count(*) filter (where asked_by = ${of.askedBy} and at > ${since})`.as('own'),
      sql<number>`count(*) filter (where state = 'received')`.as('waiting'),
    ])
    .where('authorityId', '=', of.authorityId)
    .where('dialogueId', '=', of.dialogueId)
    .executeTakeFirstOrThrow()
  return row
}

type QuestionValues = Partial<
  Pick<HallQuestion, 'state' | 'shownText' | 'answer' | 'hiddenReason' | 'speechId' | 'petitionId'>
>

/** Writes over the version read. Throws StaleEdit. */
export async function updateQuestion(
  db: Db,
  before: HallQuestion,
  version: number,
  values: QuestionValues,
): Promise<void> {
  const written = await db
    .updateTable('hallQuestion')
    .set({ ...values, version: sql<number>`version + 1` })
    .where('authorityId', '=', before.authorityId)
    .where('id', '=', before.id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!written) throw new StaleEdit('hall-question', { ...before })
}

/** One support of one browser; false when it was given before. */
export async function insertSupport(
  db: Db,
  authorityId: number,
  questionId: number,
  supporter: string,
): Promise<boolean> {
  const row = await db
    .insertInto('hallQuestionSupport')
    .values({ authorityId, questionId, supporter })
    .onConflict((conflict) => conflict.doNothing())
    .returning('questionId')
    .executeTakeFirst()
  return row !== undefined
}
