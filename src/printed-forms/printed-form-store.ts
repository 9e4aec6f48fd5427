import { type Insertable, sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import type { DB } from '../platform/db/tables.ts'
import type { FormBatch, PrintedForm } from './printed-form.ts'

/** The next number of a batch, and of a sheet, within a dialogue; the caller holds the dialogue's row. */
export async function nextNumbers(db: Db, authorityId: number, dialogueId: number) {
  const { rows } = await sql<{ batch: number; sheet: number }>`
    select coalesce((select max(number) from form_batch
        where authority_id = ${authorityId} and dialogue_id = ${dialogueId}), 0) + 1 as batch,
      coalesce((select max(sheet) from printed_form
        where authority_id = ${authorityId} and dialogue_id = ${dialogueId}), 0) + 1 as sheet`.execute(db)
  return rows[0]!
}

export async function insertBatch(db: Db, values: Insertable<DB['formBatch']>): Promise<number> {
  return (await db.insertInto('formBatch').values(values).returning('id').executeTakeFirstOrThrow()).id
}

/** The sheets of a new batch; `sheets` holds their numbers, or one null for a pile that has one code. */
export async function insertForms(
  db: Db,
  of: { authorityId: number; batchId: number; dialogueId: number },
  sheets: readonly (number | null)[],
): Promise<void> {
  await db
    .insertInto('printedForm')
    .values(sheets.map((sheet) => ({ ...of, sheet })))
    .execute()
}

/** A batch with how many of its sheets came back. */
export interface BatchLine extends FormBatch {
  forAgency: string | null
  printedByName: string | null
  back: number
  firstSheet: number | null
  lastSheet: number | null
}

function batches(db: Db, authorityId: number) {
  return db
    .selectFrom('formBatch')
    .leftJoin('agency', (join) =>
      join.onRef('agency.id', '=', 'formBatch.forAgencyId').onRef('agency.authorityId', '=', 'formBatch.authorityId'),
    )
    .leftJoin('account', 'account.id', 'formBatch.printedBy')
    .selectAll('formBatch')
    .select(['agency.name as forAgency', 'account.displayName as printedByName'])
    .select((eb) => {
      const sheets = eb
        .selectFrom('printedForm')
        .whereRef('printedForm.authorityId', '=', 'formBatch.authorityId')
        .whereRef('printedForm.batchId', '=', 'formBatch.id')
      return [
        sheets.select((one) => one.fn.count<number>('enteredAt').as('n')).as('back'),
        sheets.select((one) => one.fn.min('sheet').as('n')).as('firstSheet'),
        sheets.select((one) => one.fn.max('sheet').as('n')).as('lastSheet'),
      ]
    })
    .where('formBatch.authorityId', '=', authorityId)
}

/** What was printed for a dialogue, the newest first. */
export async function listBatches(db: Db, authorityId: number, dialogueId: number): Promise<BatchLine[]> {
  const rows = await batches(db, authorityId)
    .where('formBatch.dialogueId', '=', dialogueId)
    .orderBy('formBatch.number', 'desc')
    .execute()
  return rows as unknown as BatchLine[]
}

/** Null for a batch that is not this authority's. */
export async function findBatch(db: Db, authorityId: number, id: number): Promise<BatchLine | null> {
  const row = await batches(db, authorityId).where('formBatch.id', '=', id).executeTakeFirst()
  return (row as unknown as BatchLine | undefined) ?? null
}

/** The sheets of a batch in their order, with who entered which. */
export async function listForms(db: Db, authorityId: number, batchId: number) {
  return db
    .selectFrom('printedForm')
    .leftJoin('account', 'account.id', 'printedForm.enteredBy')
    .selectAll('printedForm')
    .select('account.displayName as enteredByName')
    .where('printedForm.authorityId', '=', authorityId)
    .where('batchId', '=', batchId)
    .orderBy('sheet')
    .execute()
}

/** A sheet with its batch; null for none of this authority. */
export async function findForm(db: Db, authorityId: number, id: number) {
  const form = await db
    .selectFrom('printedForm')
    .leftJoin('account', 'account.id', 'printedForm.enteredBy')
    .selectAll('printedForm')
    .select('account.displayName as enteredByName')
    .where('printedForm.authorityId', '=', authorityId)
    .where('printedForm.id', '=', id)
    .executeTakeFirst()
  const batch = form ? await findBatch(db, authorityId, form.batchId) : null
  return form && batch ? { form, batch } : null
}

export type FoundForm = NonNullable<Awaited<ReturnType<typeof findForm>>>

/** Where somebody is led who scans a sheet, whatever the authority; nothing of what was written on it. */
export async function findFormAnywhere(db: Db, id: number) {
  const row = await db
    .selectFrom('printedForm')
    .innerJoin('formBatch', (join) =>
      join
        .onRef('formBatch.authorityId', '=', 'printedForm.authorityId')
        .onRef('formBatch.id', '=', 'printedForm.batchId'),
    )
    .innerJoin('authority', 'authority.id', 'printedForm.authorityId')
    .select(['authority.slug', 'formBatch.kind', 'printedForm.authorityId', 'printedForm.dialogueId'])
    .where('printedForm.id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

export type FormAnywhere = NonNullable<Awaited<ReturnType<typeof findFormAnywhere>>>

/** The sheet, locked until the transaction ends; null for none of this authority. */
export async function lockForm(db: Db, authorityId: number, id: number): Promise<PrintedForm | null> {
  const row = await db
    .selectFrom('printedForm')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

/** Which of these serial ids are sheets of an authority: of what may have been meant only that is offered. */
export async function knownForms(db: Db, authorityId: number, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('printedForm')
    .select('id')
    .where('authorityId', '=', authorityId)
    .where('id', 'in', [...ids])
    .execute()
  return rows.map((row) => row.id)
}

export async function markEntered(
  db: Db,
  of: { authorityId: number; id: number },
  entered: { enteredAt: Date; enteredBy: number | null; subjectKind: string; subjectId: number },
): Promise<void> {
  await db
    .updateTable('printedForm')
    .set(entered)
    .where('authorityId', '=', of.authorityId)
    .where('id', '=', of.id)
    .execute()
}
