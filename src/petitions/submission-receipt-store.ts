import type { Insertable } from 'kysely'
import type { Db } from '../platform/db/connection.ts'
import type { DB } from '../platform/db/tables.ts'

export async function insertReceipt(db: Db, values: Insertable<DB['submissionReceipt']>): Promise<void> {
  await db.insertInto('submissionReceipt').values(values).execute()
}

export async function findReceipt(db: Db, authorityId: number, submissionId: number) {
  const found = await db
    .selectFrom('submissionReceipt')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('submissionId', '=', submissionId)
    .executeTakeFirst()
  return found ?? null
}

/** The receipt with a check code: when it was given and for how many contents, nothing of who or what. Null: none. */
export async function findReceiptByFingerprint(db: Db, authorityId: number, fingerprint: string) {
  const found = await db
    .selectFrom('submissionReceipt')
    .select((eb) => [
      'receivedAt',
      eb
        .selectFrom('petition')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .whereRef('petition.authorityId', '=', 'submissionReceipt.authorityId')
        .whereRef('petition.submissionId', '=', 'submissionReceipt.submissionId')
        .as('petitions'),
    ])
    .where('authorityId', '=', authorityId)
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  return found ?? null
}

/** Keeps the wording of a notice once, as it was shown. */
export async function keepNotice(db: Db, notice: Insertable<DB['dataNotice']>): Promise<void> {
  await db
    .insertInto('dataNotice')
    .values(notice)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function insertConsent(db: Db, values: Insertable<DB['dataConsent']>): Promise<void> {
  await db.insertInto('dataConsent').values(values).execute()
}

/** To what somebody agreed, and when. */
export async function findConsent(db: Db, authorityId: number, subjectKind: string, subjectId: number) {
  const found = await db
    .selectFrom('dataConsent')
    .innerJoin('dataNotice', (join) =>
      join
        .onRef('dataNotice.version', '=', 'dataConsent.noticeVersion')
        .onRef('dataNotice.lang', '=', 'dataConsent.lang'),
    )
    .selectAll('dataConsent')
    .select('dataNotice.text')
    .where('authorityId', '=', authorityId)
    .where('subjectKind', '=', subjectKind)
    .where('subjectId', '=', subjectId)
    .executeTakeFirst()
  return found ?? null
}
