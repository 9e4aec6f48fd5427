import { type Selectable, sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import type { Survey as SurveyTable } from '../platform/db/tables.ts'
import { NotFound, StaleEdit } from '../platform/errors.ts'
import type { SurveyForm, Tally } from './survey.ts'

export interface Survey extends Omit<Selectable<SurveyTable>, 'form'> {
  form: SurveyForm
}

export async function insertSurvey(
  db: Db,
  survey: { authorityId: number; dialogueId: number; title: string; form: SurveyForm; enteredBy: number | null },
): Promise<number> {
  const row = await db
    .insertInto('survey')
    .values({ ...survey, form: JSON.stringify(survey.form) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function findSurvey(db: Db, authorityId: number, id: number): Promise<Survey | null> {
  const row = await db
    .selectFrom('survey')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (row as Survey | undefined) ?? null
}

/** The survey, its row locked until the transaction ends. Throws NotFound. */
export async function lockSurvey(db: Db, authorityId: number, id: number): Promise<Survey> {
  const row = await db
    .selectFrom('survey')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound('survey')
  return row as unknown as Survey
}

export async function listSurveys(db: Db, authorityId: number, dialogueId: number): Promise<Survey[]> {
  const rows = await db
    .selectFrom('survey')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .orderBy('id')
    .execute()
  return rows as unknown as Survey[]
}

type SurveyValues = Partial<
  Pick<
    Survey,
    'issued' | 'returned' | 'valid' | 'comments' | 'state' | 'settledPass' | 'settledReason' | 'settledOn' | 'settledBy'
  >
>

/** Writes over the version that was read; throws StaleEdit when somebody wrote in between. */
export async function updateSurvey(db: Db, before: Survey, version: number, values: SurveyValues): Promise<void> {
  const written = await db
    .updateTable('survey')
    .set({ ...values, version: sql`version + 1` })
    .where('authorityId', '=', before.authorityId)
    .where('id', '=', before.id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!written) throw new StaleEdit('survey', { ...before })
}

export interface StoredTally {
  pass: 1 | 2
  enteredBy: number | null
  enteredByName: string | null
  enteredAt: Date
  tally: Tally
}

/** Both tallies as far as they are entered, with who entered each. */
export async function listTallies(db: Db, authorityId: number, surveyId: number): Promise<StoredTally[]> {
  const rows = await db
    .selectFrom('surveyTally')
    .leftJoin('account', 'account.id', 'surveyTally.enteredBy')
    .select(['pass', 'groupKey', 'answerKey', 'count', 'enteredBy', 'enteredAt', 'account.displayName'])
    .where('authorityId', '=', authorityId)
    .where('surveyId', '=', surveyId)
    .orderBy('pass')
    .execute()
  const tallies = new Map<number, StoredTally & { tally: Record<string, Record<string, number>> }>()
  for (const row of rows) {
    const known = tallies.get(row.pass) ?? {
      pass: row.pass as 1 | 2,
      enteredBy: row.enteredBy,
      enteredByName: row.displayName,
      enteredAt: row.enteredAt,
      tally: {},
    }
    known.tally[row.groupKey] = { ...known.tally[row.groupKey], [row.answerKey]: row.count }
    tallies.set(row.pass, known)
  }
  return [...tallies.values()]
}

/** Puts one tally in the place of what that pass held before. */
export async function replaceTally(
  db: Db,
  of: { authorityId: number; surveyId: number; pass: 1 | 2; enteredBy: number | null; enteredAt: Date },
  tally: Tally,
): Promise<void> {
  const { authorityId, surveyId, pass } = of
  await db
    .deleteFrom('surveyTally')
    .where('authorityId', '=', authorityId)
    .where('surveyId', '=', surveyId)
    .where('pass', '=', pass)
    .execute()
  const rows = Object.entries(tally).flatMap(([groupKey, answers]) =>
    Object.entries(answers).map(([answerKey, count]) => ({ ...of, groupKey, answerKey, count })),
  )
  if (rows.length > 0) await db.insertInto('surveyTally').values(rows).execute()
}
