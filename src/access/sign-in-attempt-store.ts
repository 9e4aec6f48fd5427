import { sql } from 'kysely'
import type { Db } from '../platform/db/connection.ts'

export interface AttemptKey {
  /** hash of the login as typed; what people type there by mistake may be a password */
  loginHash: string
  address: string
}

export interface AttemptCounts {
  /** this account from this address has succeeded before */
  known: boolean
  /** failures of this account from this address */
  fromHere: number
  /** failures of this account from addresses where it never succeeded, this one included or not */
  fromStrangers: number
  /** failures from this address, whichever the account */
  ofAddress: number
}

/** Makes tries for the same account wait for each other until the transaction ends, so that none slips past the count. */
export async function lockAttempts(db: Db, loginHash: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${loginHash}, 7))`.execute(db)
}

/** Failures since a moment; an address is known for so long as a success from it is remembered. */
export async function countAttempts(db: Db, key: AttemptKey, since: Date, knownSince: Date): Promise<AttemptCounts> {
  const { rows } = await sql<AttemptCounts>`
    with known as (
      select distinct address from sign_in_attempt
      where login_hash = ${key.loginHash} and succeeded and at > ${knownSince}
    )
    select
      exists (select from known where address = ${key.address}) as known,
      (select count(*) from sign_in_attempt where login_hash = ${key.loginHash} and not succeeded and at > ${since}
         and address = ${key.address}) as from_here,
      (select count(*) from sign_in_attempt where login_hash = ${key.loginHash} and not succeeded and at > ${since}
         and address not in (select address from known)) as from_strangers,
      (select count(*) from sign_in_attempt where address = ${key.address} and not succeeded and at > ${since}) as of_address
  `.execute(db)
  return rows[0]!
}

/** Every try counts as failed until it has succeeded. */
export async function insertAttempt(db: Db, key: AttemptKey, at: Date): Promise<number> {
  const { id } = await db
    .insertInto('signInAttempt')
    .values({ ...key, at, succeeded: false })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Returns how many tries failed since the success before. */
export async function markAttemptSucceeded(db: Db, id: number, key: AttemptKey): Promise<number> {
  await db.updateTable('signInAttempt').set({ succeeded: true }).where('id', '=', id).execute()
  const { rows } = await sql<{ failures: number }>`
    select count(*) as failures from sign_in_attempt
    where login_hash = ${key.loginHash} and not succeeded and id < ${id}
      and id > coalesce((select max(id) from sign_in_attempt where login_hash = ${key.loginHash} and succeeded and id < ${id}), 0)
  `.execute(db)
  return rows[0]!.failures
}

/** Tries older than a moment are of no use any more; for the nightly job. */
export async function deleteAttemptsBefore(db: Db, moment: Date): Promise<void> {
  await db.deleteFrom('signInAttempt').where('at', '<', moment).execute()
}
